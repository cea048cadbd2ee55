"""Words for what the job itself finds wrong, and for a disk that does not do its part."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.runtime.facts import FactKey, Facts
from mountsea_desktop.ui import format
from mountsea_desktop.workflow.problem import JobFault, JournalFault

Sentences = tuple[str, str, str]


class ProgramProblemWords(QObject):
    """One sentence each for: what happened, why, what to do next."""

    def explain(self, fault: JobFault, facts: Facts) -> Sentences:
        match fault:
            case JobFault.CHARGED | JobFault.REFUNDED | JobFault.NOT_CHARGED | JobFault.CHARGE_UNKNOWN:
                return self._unclear(fault, facts)
            case JobFault.TRAINING_FAILED:
                return self._failed(facts)
            case (
                JobFault.SONG_UNCLEAR
                | JobFault.SONG_FAILED
                | JobFault.SONG_WITHOUT_SOUND
                | JobFault.SONG_NOT_KEPT
            ):
                return self._made_song(fault, facts)
            case JobFault.INTERRUPTED:
                return (
                    self.tr("The program was closed while this was being sent."),
                    self.tr("So nobody here knows whether it arrived."),
                    self.tr("Send it again only if you accept that it may count twice."),
                )
            case JobFault.NO_IDENTIFIER | JobFault.RECEIPT_UNKNOWN:
                return (
                    self.tr("Mountsea does not say what became of it."),
                    self.tr("It was accepted under the number {task}.").format(
                        task=facts.get(FactKey.TASK, "")
                    ),
                    self.tr("Ask Mountsea's support about that number, or send it again."),
                )
            case JobFault.MOUNTSEA_DOWN:
                return (
                    self.tr("Mountsea has trouble of its own."),
                    self.tr("Its servers are out of order for a while."),
                    self.tr("Nothing needs to be done; everything goes on by itself afterwards."),
                )
            case JobFault.UPLOAD_TIMED_OUT:
                return (
                    self.tr("Mountsea took too long and gave up."),
                    self.tr("It did not finish in the time it allows itself."),
                    self.tr("Try again in a few minutes."),
                )
            case JobFault.SESSION_UNCLEAR:
                return (
                    self.tr("Mountsea did not answer the first question."),
                    self.tr("No song was sent yet, and nothing was spent."),
                    self.tr("Press “Upload” again."),
                )
            case JobFault.SESSION_GONE:
                return (
                    self.tr("Mountsea no longer knows these uploads."),
                    self.tr("They may have been waiting for too long."),
                    self.tr("Start over with these songs: all links are kept and uploaded anew."),
                )

    def _unclear(self, fault: JobFault, facts: Facts) -> Sentences:
        """Say that nobody knows whether a model is being created."""
        receipt = facts.get(FactKey.TASK, "")
        what = (
            self.tr(
                "Mountsea accepted it under the number {task}, and does not say what became of it."
            ).format(task=receipt)
            if receipt
            else self.tr("Mountsea never said whether it creates the model.")
        )
        match fault:
            case JobFault.CHARGED if receipt:
                todo = self.tr(
                    "Wait; if the model never appears here, ask Mountsea's support about that number."
                )
            case JobFault.CHARGED if FactKey.AT in facts:
                todo = self.tr("Wait: the model appears here as soon as Mountsea tells.")
            case JobFault.REFUNDED:
                todo = self.tr("Wait some minutes; if nothing appears, you can send it again.")
            case JobFault.NOT_CHARGED if FactKey.RECORDS in facts:
                todo = self.tr("Wait some minutes; if nothing appears, you can send it again.")
            case _:
                todo = self.tr("Look at your models on Mountsea's site before you send it again.")
        return what, self.charge(fault, facts), todo

    def charge(self, code: str, facts: Facts) -> str:
        """Say what is known of an attempt's charge.

        Nothing is said that the records or balances do not show.
        """
        amount, at = _amount(facts, FactKey.AMOUNT), _time(facts, FactKey.AT)
        back, back_at = _amount(facts, FactKey.REFUNDED), _time(facts, FactKey.REFUNDED_AT)
        before, after = _amount(facts, FactKey.BEFORE), _amount(facts, FactKey.AFTER)
        match code:
            case JobFault.REFUNDED if not (amount and at and back_at):
                text = self.tr("What was charged for it was given back.")
            case JobFault.REFUNDED:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for creating a model on {at}, and "
                    "given back on {back_at}."
                )
            case JobFault.CHARGED if at and back:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for creating a model on {at}, and "
                    "{back} given back on {back_at}."
                )
            case JobFault.CHARGED if at:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for creating a model on {at}."
                )
            case JobFault.CHARGE_UNKNOWN if at:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for creating a model on {at}, "
                    "which may have been this one or another."
                )
            case JobFault.NOT_CHARGED if FactKey.RECORDS in facts:
                text = self.tr("Mountsea's records show no charge for it.")
            case _ if _is_equal(facts):
                text = self.tr(
                    "Your balance is {after} credits, as before, which does not prove that nothing was charged."
                )
            case _ if before and after:
                text = self.tr(
                    "Your balance went from {before} to {after} credits, which does not tell whether it was paid "
                    "for."
                )
            case _ if FactKey.AFTER in facts:
                text = self.tr("Your balance does not tell either.")
            case _:
                text = self.tr("Your balance is not known yet.")
        return text.format(amount=amount, at=at, back=back, back_at=back_at, before=before, after=after)

    def _failed(self, facts: Facts) -> Sentences:
        """Say that Mountsea accepted the attempt, and that no model came of it."""
        said, code = facts.get(FactKey.SAID, ""), facts.get(FactKey.CHARGE, "")
        why = self.tr("It says: “{said}”.").format(said=said) if said else self.tr("It gives no reason.")
        is_free = code == JobFault.NOT_CHARGED and FactKey.RECORDS in facts
        if code == JobFault.CHARGED and FactKey.AT in facts:
            todo = self.tr("Ask Mountsea's support for them before you pay for another try.")
        elif code == JobFault.REFUNDED or is_free:
            todo = self.tr("You can create it again.")
        else:
            todo = self.tr("Look at your balance before you create it again.")
        charge = self.charge(code, facts) if code else ""
        if facts.get(FactKey.REASON) == FailReason.ACCOUNT_FULL:
            full = self.tr("The Suno account that Mountsea chose has as many models as it may.")
            start_over = self.tr(
                "Start over: a new session may get another account. All songs are uploaded again, which may cost credits again."
            )
            return self.tr("Mountsea could not train it."), self._join(full, why, charge), start_over
        return self.tr("Mountsea could not train it."), self._join(why, charge), todo

    def _made_song(self, fault: JobFault, facts: Facts) -> Sentences:
        """Say why a song that was ordered is not here."""
        receipt, said = facts.get(FactKey.TASK, ""), facts.get(FactKey.SAID, "")
        code = facts.get(FactKey.CHARGE, "")
        charge = self._song_charge(code, facts) if code else ""
        is_free = code == JobFault.REFUNDED or (code == JobFault.NOT_CHARGED and FactKey.RECORDS in facts)
        again = self.tr("You can have one made again.") if is_free else ""
        match fault:
            case JobFault.SONG_FAILED:
                why = (
                    self.tr("It says: “{said}”.").format(said=said)
                    if said
                    else self.tr("It gives no reason.")
                )
                look = self.tr("Look at your credits before you have another one made.")
                return self.tr("Mountsea made no song."), self._join(why, charge), again or look
            case JobFault.SONG_WITHOUT_SOUND:
                return (
                    self.tr("Mountsea says that the song is done, and does not say where it is."),
                    self.tr("It was accepted under the number {task}.").format(task=receipt),
                    self.tr("Ask for it again; that costs nothing."),
                )
            case JobFault.SONG_NOT_KEPT:
                why = (
                    self.tr("This computer's disk is full.")
                    if facts.get(FactKey.WHY) == JournalFault.FULL
                    else self.tr("The program's folder cannot be written.")
                )
                return (
                    self.tr("The song is made, and could not be saved here."),
                    why,
                    self.tr("Put that right, then ask for it again; that costs nothing."),
                )
            case _ if receipt:
                return (
                    self.tr("Mountsea took the order and no longer knows of it."),
                    self._join(self.tr("Its number is {task}.").format(task=receipt), charge),
                    again or self.tr("Ask Mountsea's support about that number."),
                )
            case _:
                return (
                    self.tr("Mountsea never said whether it makes the song."),
                    charge or self.tr("Its records of your credits are being looked at."),
                    again
                    or self.tr("Look at your songs on Mountsea's site before you have another one made."),
                )

    def _song_charge(self, code: str, facts: Facts) -> str:
        """Say what is known of an order's charge.

        Nothing is said that the records or balances do not show.
        """
        amount, at = _amount(facts, FactKey.AMOUNT), _time(facts, FactKey.AT)
        match code:
            case JobFault.REFUNDED:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for a song on {at}, and given back."
                )
            case JobFault.CHARGED if at:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for a song on {at}."
                )
            case JobFault.CHARGE_UNKNOWN if at:
                text = self.tr(
                    "Mountsea's records show that {amount} credits were charged for a song on {at}, which may have "
                    "been this one or another."
                )
            case JobFault.NOT_CHARGED if FactKey.RECORDS in facts:
                text = self.tr("Mountsea's records show no charge for it.")
            case _:
                text = self.tr("Whether it was charged for is not known yet.")
        return text.format(amount=amount, at=at)

    def _join(self, *sentences: str) -> str:
        text = ""
        for sentence in filter(None, sentences):
            text = self.tr("{before} {after}").format(before=text, after=sentence) if text else sentence
        return text

    def explain_journal(self, fault: JournalFault) -> Sentences:
        """Say what is wrong with the journal; whether it is tried again by itself, the caller knows."""
        match fault:
            case JournalFault.FULL:
                return (
                    self.tr("The disk is full."),
                    self.tr("Nothing is sent that could not be written down first."),
                    self.tr("Free some space on this computer."),
                )
            case JournalFault.LOCKED:
                return (
                    self.tr("The record of your songs is in use."),
                    self.tr("Another program, a backup for example, holds it."),
                    self.tr("Close that program, or wait until it is done."),
                )
            case JournalFault.READ_ONLY:
                return (
                    self.tr("The record of your songs cannot be written."),
                    self.tr("Its folder is read-only."),
                    self.tr("Allow writing to the program's folder."),
                )
            case JournalFault.CORRUPT:
                return (
                    self.tr("The record of your songs is damaged."),
                    self.tr("The disk or another program has changed it."),
                    self.tr("Close the program and open it again."),
                )
            case JournalFault.NEWER:
                return (
                    self.tr("The record of your songs was written by a newer version of this program."),
                    self.tr("This version would not understand it."),
                    self.tr("Install the newer version."),
                )
            case JournalFault.NO_FILE:
                return (
                    self.tr("There is a folder where the record of your songs should be."),
                    self.tr("It has the same name, journal.sqlite3, and stands in the program's folder."),
                    self.tr("Rename that folder, then open the program again."),
                )
            case JournalFault.GONE:
                return (
                    self.tr("The program's folder cannot be reached."),
                    self.tr("The disk may have been unplugged, or the folder was moved."),
                    self.tr("Bring it back."),
                )


def _is_equal(facts: Facts) -> bool:
    return bool(_amount(facts, FactKey.AFTER)) and facts.get(FactKey.BEFORE) == facts.get(FactKey.AFTER)


def _amount(facts: Facts, name: FactKey) -> str:
    """Return an amount as people write it; nothing where it is not known exactly."""
    text = facts.get(name, "")
    if "e" in text.lower():  # rounded to six digits, as earlier versions did
        return ""
    try:
        return format.amount(Decimal(text))
    except InvalidOperation:
        return ""


def _time(facts: Facts, name: FactKey) -> str:
    try:
        return format.date(float(facts.get(name, "")))
    except ValueError:
        return ""
