"""Words for models: their names and states, the button, the question before spending, the result."""

from PySide6.QtCore import QObject

from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.naming import NameFault


class ModelWords(QObject):
    """What is said about a model from its first song to its identifier."""

    def list_name(self) -> str:
        return self.tr("Models")

    def new(self) -> str:
        return self.tr("New model")

    def first_name(self) -> str:
        return self.tr("My model")

    def numbered_name(self, name: str, number: int) -> str:
        return self.tr("{name} {number}").format(name=name, number=number)

    def rename(self) -> str:
        return self.tr("Rename…")

    def id_copied(self) -> str:
        return self.tr("The model ID was copied.")

    def duplicate(self) -> str:
        return self.tr("Make another from these songs")

    def from_these(self) -> str:
        """Return the end of `duplicate`, on a card that says the rest."""
        return self.tr("From these songs")

    def archive(self) -> str:
        return self.tr("Archive")

    def unarchive(self) -> str:
        return self.tr("Bring back")

    def renamed(self, before: str, after: str) -> str:
        return self.tr("“{before}” was renamed “{after}”.").format(before=before, after=after)

    def archived(self, name: str) -> str:
        return self.tr("“{name}” was put into the archive.").format(name=name)

    def and_archived(self, state: str) -> str:
        return self.tr("{state} · archived").format(state=state)

    def show_archived(self) -> str:
        return self.tr("Show archived")

    def state(self, state: ModelState) -> str:
        match state:
            case ModelState.DRAFT:
                return self.tr("Collecting songs")
            case ModelState.UPLOADING:
                return self.tr("Uploading")
            case ModelState.CAN_BE_CREATED:
                return self.tr("Can be created")
            case ModelState.CONFIRMING:
                return self.tr("Waiting for your yes")
            case ModelState.SENDING:
                return self.tr("Sending…")
            case ModelState.TRAINING:
                return self.tr("Training")
            case ModelState.READY:
                return self.tr("Ready")
            case ModelState.FAILED:
                return self.tr("Failed")
            case ModelState.UNCLEAR:
                return self.tr("Unclear")

    def step_create(self) -> str:
        return self.tr("Create the model")

    def step_create_text(self, price: int) -> str:
        return self.tr("%n credits, asked for once more before. Training takes 2 to 3 minutes.", "", price)

    def name_field(self) -> str:
        return self.tr("Model name")

    def name_fault(self, fault: NameFault, longest: int) -> str:
        match fault:
            case NameFault.EMPTY:
                return self.tr("Give the model a name. Until then it keeps the last one.")
            case NameFault.TOO_LONG:
                return self.tr(
                    "At most %n characters, please. Until then it keeps the last name.", "", longest
                )

    def create(self, price: int) -> str:
        return self.tr("Create model · %n credits", "", price)

    # Why the button is disabled

    def needs_links(self, missing: int) -> str:
        return self.tr("Add %n more songs: a model needs six.", "", missing)

    def needs_first_links(self) -> str:
        return self.tr("Add six songs to begin.")

    def needs_upload(self) -> str:
        return self.tr("Next: upload the songs.")

    def being_sent(self, count: int) -> str:
        return self.tr("%n songs wait here to be sent. Keep the program open until they are.", "", count)

    def being_uploaded(self, count: int) -> str:
        return self.tr(
            "%n songs are still on their way. You may close the program; they go on at Mountsea.", "", count
        )

    def needs_mending(self, count: int) -> str:
        return self.tr("%n songs need your attention.", "", count)

    def needs_retry(self, count: int) -> str:
        return self.tr("%n songs failed: retry them, or add others.", "", count)

    def still_needs(self, missing: int) -> str:
        return self.tr("The model still needs %n more songs.", "", missing)

    def wait_for_upload(self, count: int) -> str:
        return self.tr("%n more wait for you to upload them.", "", count)

    def not_uploaded_yet(self, count: int) -> str:
        return self.tr("%n more are not uploaded yet.", "", count)

    def long_name(self, most: int) -> str:
        return self.tr("A name of more than %n characters may be cut at Mountsea.", "", most)

    def advice(self, count: int, enough: int, most: int) -> str:
        if count < enough:
            return self.tr("Six are enough; 12 to 24 songs of one style are better.")
        if count > most:
            return self.tr("It is not known whether more than 24 songs make a model better.")
        return ""

    def needs_attention(self) -> str:
        return self.tr("Needs attention")

    def needs_choosing(self, missing: int) -> str:
        return self.tr("Tick %n more uploaded songs to train on.", "", missing)

    def taken_for_same(self, first: str, second: str) -> str:
        return self.tr("Mountsea takes “{first}” and “{second}” for the same song: it counts once.").format(
            first=first, second=second
        )

    def can_be_created_title(self) -> str:
        return self.tr("Your model can be created")

    def can_be_created(self, count: int) -> str:
        return self.tr("It will learn from %n songs.", "", count)

    def can_wait(self, count: int) -> str:
        return self.tr("You can create it now, or wait for %n more songs.", "", count)

    def sixth_song(self) -> str:
        return self.tr("Six songs uploaded. Your model can be created now.")

    def sending(self) -> str:
        return self.tr("Asking Mountsea to create the model…")

    def sending_close(self) -> str:
        return self.tr(
            "If you close the program now, the model may still be created: at the next start the program asks "
            "Mountsea what became of it, and never sends it again by itself."
        )

    def training_title(self, name: str) -> str:
        return self.tr("“{name}” is being trained").format(name=name)

    def minutes_left(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("less than a minute left")
        return self.tr("about %n minutes left", "", minutes)

    def training_name(self) -> str:
        return self.tr("Training is going on")

    def unclear_title(self) -> str:
        return self.tr("It is not clear whether the model is being created")

    def paid_title(self) -> str:
        return self.tr("Paid; waiting for Mountsea")

    def ask_again(self) -> str:
        return self.tr("Ask again now")

    def asked_again(self) -> str:
        return self.tr("Mountsea is asked once more. As soon as it tells, it is shown here.")

    def more(self) -> str:
        return self.tr("More")

    def cannot_start_over(self) -> str:
        return self.tr("That has to wait until no song is on its way any more.")

    def not_sent(self) -> str:
        return self.tr(
            "Nothing was sent and nothing was spent. Look at what is said above, then press again."
        )

    def attempt_failed(self, why: str) -> str:
        return self.tr("The model was not created. {why}").format(why=why)

    def training(self, elapsed: str, left: str) -> str:
        return self.tr("Training · {elapsed} · {left}. You may close the program.").format(
            elapsed=elapsed, left=left
        )

    def training_practice(self, elapsed: str) -> str:
        return self.tr(
            "Training · {elapsed}. In practice it takes half a minute, at Mountsea 2 to 3 minutes."
        ).format(elapsed=elapsed)

    def training_long(self, elapsed: str) -> str:
        return self.tr(
            "Training · {elapsed}. That is longer than usual. Mountsea is still at it, and nothing needs to be "
            "done; you may close the program."
        ).format(elapsed=elapsed)

    # The question before spending

    def confirm_title(self) -> str:
        return self.tr("Create this model?")

    def confirm_practice(self) -> str:
        return self.tr("This is practice: nothing is sent, and no real credits are spent.")

    def confirm_left_out(self, count: int) -> str:
        return self.tr("%n other songs of this model are not uploaded and are left out.", "", count)

    def confirm_songs(self, name: str, count: int) -> str:
        return self.tr("“{name}” will learn from these %n songs:", "", count).format(name=name)

    def confirm_price(self) -> str:
        return self.tr("Price")

    def confirm_balance(self) -> str:
        return self.tr("Your balance")

    def confirm_after(self) -> str:
        return self.tr("Balance afterwards")

    def confirm_minutes(self, minutes: int) -> str:
        return self.tr("%n minutes of music.", "", minutes)

    def confirm_takes(self) -> str:
        return self.tr("Training takes 2 to 3 minutes, and cannot be stopped once it has begun.")

    def confirm_takes_practice(self) -> str:
        return self.tr(
            "In practice training takes half a minute, at Mountsea 2 to 3 minutes. It cannot be stopped once it has begun."
        )

    def credits(self, amount: str) -> str:
        return self.tr("{amount} credits").format(amount=amount)

    def balance_short(self, balance: str, price: int) -> str:
        """Say so long before the button that spends is pressed."""
        return self.tr(
            "You have {balance} credits, and creating a model costs %n. Add some on Mountsea's site before then.",
            "",
            price,
        ).format(balance=balance)

    def balance_asking(self) -> str:
        return self.tr("asking…")

    def balance_unknown(self) -> str:
        return self.tr("not known right now")

    def balance_not_had(self, why: str) -> str:
        return self.tr(
            "Mountsea does not say how many credits you have; it is asked again every few seconds. {why}"
        ).format(why=why)

    def balance_too_low(self) -> str:
        return self.tr("Your balance is lower than the price. Add credits at Mountsea first.")

    def missing(self, amount: str) -> str:
        """Say so where the balance afterwards would stand."""
        return self.tr("{amount} credits too few").format(amount=amount)

    def too_few_credits(self) -> str:
        return self.tr("Too few credits")

    def tick_first(self) -> str:
        return self.tr("To go on, tick what you agree to.")

    def balance_first(self) -> str:
        return self.tr("One moment: Mountsea is asked for your balance.")

    def rights(self) -> str:
        return self.tr("I own the rights to these songs")

    def spend(self, price: int) -> str:
        return self.tr("Spend %n credits", "", price)

    def again_title(self) -> str:
        return self.tr("Send it again?")

    def again_risk(self, receipt: str) -> str:
        if receipt:
            return self.tr(
                "Mountsea accepted it the first time, under the number {receipt}, and never said how it ended. If "
                "you send it again, another 100 credits are spent, and there may be two models in the end. Ask "
                "Mountsea's support about that number first."
            ).format(receipt=receipt)
        return self.tr(
            "Mountsea never answered the first time. If it did create the model, sending again creates a "
            "second one, and another 100 credits are spent. Look at your balance and your models on "
            "Mountsea's site first."
        )

    def again_paid(self) -> str:
        """Go on after the charge that was found was named."""
        return self.tr(
            "So it was most likely paid for, and the model may still come. If you send it again, another 100 "
            "credits are spent, and there may be two models in the end. Ask Mountsea's support first."
        )

    def twin_risk(self, name: str) -> str:
        return self.tr(
            "It is not clear whether “{name}”, from the same songs, is being created. If it is, this makes a second "
            "model, and another 100 credits are spent. Look at your balance and your models on Mountsea's site "
            "first."
        ).format(name=name)

    def session_under_way(self) -> str:
        return self.tr(
            "Mountsea says that something is already being done with these uploads: a model may be being created "
            "from them. If you go on, there may be a second one, and another 100 credits are spent."
        )

    def session_unknown(self) -> str:
        return self.tr(
            "Mountsea did not say what has been done with these uploads. If a model is already being created from "
            "them, this makes a second one, and another 100 credits are spent. Look at your models on Mountsea's "
            "site first."
        )

    def paid_in_vain(self) -> str:
        return self.tr(
            "The last try was paid for, and no model came of it. This one costs another 100 credits."
        )

    def maybe_paid_in_vain(self) -> str:
        return self.tr(
            "The last try may have been paid for, and no model came of it. This one costs another 100 credits."
        )

    def cannot_be_sent_now(self) -> str:
        return self.tr("Nothing can be sent just now; it is tried again by itself.")

    def already_there(self, name: str) -> str:
        return self.tr("“{name}” was created before: Mountsea has it already. Nothing was spent now.").format(
            name=name
        )

    def again_accept(self) -> str:
        return self.tr("I take the risk")

    # Afterwards

    def ready_title(self, name: str) -> str:
        return self.tr("“{name}” is ready").format(name=name)

    def learned_from(self, titles: str) -> str:
        return self.tr("Songs: {titles}").format(titles=titles)

    def use_title(self) -> str:
        return self.tr("Use it elsewhere")

    def another_title(self) -> str:
        return self.tr("Make another")

    def another_text(self) -> str:
        return self.tr("With the same songs, or some of them, as a new model. They are uploaded again.")

    def ready_text(self, date: str, count: int) -> str:
        return self.tr("Trained on %n of your songs, finished {date}.", "", count).format(date=date)

    def ready_found(self, date: str) -> str:
        return self.tr("Mountsea had it already; it was found on {date}.").format(date=date)

    def ready_practice(self) -> str:
        return self.tr("This is practice: there is no such model, and the ID works nowhere.")

    def ready_use(self) -> str:
        return self.tr("Paste its ID wherever Mountsea, or a program that uses it, asks for a model.")

    def waiting_title(self) -> str:
        return self.tr("While you wait")

    def waiting_text(self) -> str:
        return self.tr(
            "Nothing needs to be done. Training goes on at Mountsea when you close the program, and is shown here when you open it again."
        )

    def model_id(self) -> str:
        return self.tr("Model ID")

    def copy_id(self) -> str:
        return self.tr("Copy model ID")

    def copy_request(self) -> str:
        return self.tr("Copy an example for developers")

    def send_again(self) -> str:
        return self.tr("Send again…")

    def start_over(self) -> str:
        return self.tr("Start over with these songs")
