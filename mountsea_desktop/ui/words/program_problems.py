"""Words for what the job itself finds wrong, and for a disk that does not do its part."""

from PySide6.QtCore import QObject

from mountsea_desktop.runtime.facts import FactKey, Facts
from mountsea_desktop.workflow.problem import JobFault, JournalFault

Sentences = tuple[str, str, str]


class ProgramProblemWords(QObject):
    """One sentence each for: what happened, why, what to do next."""

    def explain(self, hitch: JobFault, facts: Facts) -> Sentences:
        match hitch:
            case JobFault.CHARGED | JobFault.NOT_CHARGED | JobFault.CHARGE_UNKNOWN:
                return self._unclear(hitch, facts)
            case JobFault.TRAINING_FAILED:
                return self._failed(facts)
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

    def _unclear(self, hitch: JobFault, facts: Facts) -> Sentences:
        """Nobody knows whether a model is being created."""
        receipt = facts.get(FactKey.TASK, "")
        what = (
            self.tr(
                "Mountsea accepted it under the number {task}, and does not say what became of it."
            ).format(task=receipt)
            if receipt
            else self.tr("Mountsea never said whether it creates the model.")
        )
        match hitch:
            case JobFault.CHARGED if receipt:
                todo = self.tr(
                    "Wait; if the model never appears here, ask Mountsea's support about that number."
                )
            case JobFault.CHARGED:
                todo = self.tr("Wait: the model appears here as soon as Mountsea tells.")
            case JobFault.NOT_CHARGED:
                todo = self.tr("Wait some minutes; if nothing appears, you can send it again.")
            case _:
                todo = self.tr("Look at your models on Mountsea's site before you send it again.")
        return what, self._balance(hitch, facts), todo

    def _balance(self, hitch: str, facts: Facts) -> str:
        """What the balance, then and now, says of a press."""
        before, after = facts.get(FactKey.BEFORE, ""), facts.get(FactKey.AFTER, "")
        match hitch:
            case JobFault.CHARGED:
                text = self.tr(
                    "Your balance went from {before} to {after} credits, so it was most likely paid for."
                )
            case JobFault.NOT_CHARGED if before != after:
                text = self.tr(
                    "Your balance went from {before} to {after} credits, which is less than the price, so it was "
                    "most likely not paid for."
                )
            case JobFault.NOT_CHARGED:
                text = self.tr(
                    "Your balance is {after} credits, as before, so it was most likely not paid for."
                )
            case _ if after:
                text = self.tr("Your balance does not tell either.")
            case _:
                text = self.tr("Your balance is not known yet.")
        return text.format(before=before, after=after)

    def _failed(self, facts: Facts) -> Sentences:
        """Mountsea took the press, and no model came of it."""
        said = facts.get(FactKey.SAID, "")
        why = self.tr("It says: “{said}”.").format(said=said) if said else self.tr("It gives no reason.")
        match facts.get(FactKey.CHARGE):
            case JobFault.CHARGED:
                todo = self.tr(
                    "Your balance went from {before} to {after} credits: ask Mountsea's support for them before you "
                    "pay for another try."
                )
            case JobFault.NOT_CHARGED:
                todo = self.tr(
                    "Your balance is {after} credits, so nothing was spent; you can create it again."
                )
            case _:
                todo = self.tr("Look at your balance before you create it again.")
        todo = todo.format(before=facts.get(FactKey.BEFORE, ""), after=facts.get(FactKey.AFTER, ""))
        return self.tr("Mountsea could not train it."), why, todo

    def explain_journal(self, fault: JournalFault) -> Sentences:
        """Whether it is tried again by itself is for those to say who know."""
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
            case JournalFault.GONE:
                return (
                    self.tr("The program's folder cannot be reached."),
                    self.tr("The disk may have been unplugged, or the folder was moved."),
                    self.tr("Bring it back."),
                )
