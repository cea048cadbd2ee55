"""Words for songs made with a finished model."""

from PySide6.QtCore import QObject

from mountsea_desktop.workflow.generation import DescriptionFault


class MadeSongWords(QObject):
    """From "Hear it" to a song that is kept."""

    def hear_title(self) -> str:
        return self.tr("Hear it")

    def hear_text(self) -> str:
        return self.tr("Have Mountsea make a song with it, from a description of your own.")

    def hear(self) -> str:
        return self.tr("Hear it…")

    def learns(self) -> str:
        return self.tr(
            "A model learns the style of your songs: arrangement, harmony, sound. It does not learn a voice."
        )

    # The question before spending

    def question_title(self, name: str) -> str:
        return self.tr("A song by “{name}”").format(name=name)

    def describe(self) -> str:
        return self.tr("Describe the song")

    def describe_hint(self) -> str:
        return self.tr("What is it about, and how does it sound?")

    def ideas(self) -> str:
        return self.tr("Or begin with one of these:")

    def idea(self, number: int) -> str:
        match number:
            case 0:
                return self.tr("A slow ballad about the sea at night")
            case 1:
                return self.tr("An upbeat summer song with a big chorus")
            case 2:
                return self.tr("A quiet piece for the end of a long day")
            case _:
                return self.tr("A song about leaving home, hopeful in the end")

    def instrumental(self) -> str:
        return self.tr("Without a voice")

    def title_field(self) -> str:
        return self.tr("Title (may be left empty)")

    def description_fault(self, fault: DescriptionFault, longest: int) -> str:
        match fault:
            case DescriptionFault.EMPTY:
                return self.tr("Describe the song first.")
            case DescriptionFault.TOO_LONG:
                return self.tr("At most %n characters, please.", "", longest)

    def price_known(self, amount: str) -> str:
        return self.tr("The last one cost {amount} credits.").format(amount=amount)

    def price_unknown(self) -> str:
        return self.tr(
            "Mountsea does not say what a song costs. You will be shown what it cost; nothing is repeated by itself."
        )

    def price_asking(self) -> str:
        return self.tr("One moment: Mountsea is asked for your balance.")

    def balance(self, amount: str) -> str:
        return self.tr("Your balance: {amount} credits.").format(amount=amount)

    def balance_unknown(self) -> str:
        return self.tr("Your balance is not known right now.")

    def balance_too_low(self) -> str:
        return self.tr("That is less than the last one cost. Add credits at Mountsea first.")

    def two_songs(self) -> str:
        return self.tr(
            "Mountsea usually makes two songs at once, in one or two minutes, and charges for them once."
        )

    def practice(self) -> str:
        return self.tr(
            "This is practice: no real credits are spent, and the songs are short tunes of the program's own."
        )

    def make(self) -> str:
        return self.tr("Make the song")

    def not_sent(self) -> str:
        return self.tr("Nothing was sent and nothing was spent. Look at what is said above, then try again.")

    # The table

    def list_name(self) -> str:
        return self.tr("Songs made")

    def column_song(self) -> str:
        return self.tr("Song")

    def column_length(self) -> str:
        return self.tr("Length")

    def column_status(self) -> str:
        return self.tr("Status")

    def sending(self) -> str:
        return self.tr("Asking Mountsea…")

    def working(self, elapsed: str) -> str:
        return self.tr("Mountsea is making it · {elapsed}").format(elapsed=elapsed)

    def fetching(self) -> str:
        return self.tr("Made; being saved here…")

    def ready(self) -> str:
        return self.tr("Ready to be heard")

    def untitled(self) -> str:
        return self.tr("Untitled song")

    def numbered(self, title: str, number: int) -> str:
        return self.tr("{title} ({number})").format(title=title, number=number)

    def save_as(self) -> str:
        return self.tr("Save as…")

    def show_in_folder(self) -> str:
        return self.tr("Show in folder")

    def ask_again(self) -> str:
        return self.tr("Fetch again")

    def gone(self) -> str:
        return self.tr("The song's file is no longer in its folder. It is fetched again; that costs nothing.")

    def delete(self) -> str:
        return self.tr("Delete")

    def delete_question(self, title: str) -> str:
        return self.tr("Delete “{title}”?").format(title=title)

    def delete_text(self) -> str:
        return self.tr("Its file is deleted from this computer, and it cannot be fetched again from here.")

    def put_away_text(self) -> str:
        return self.tr("It is no longer listed here. What it may have cost stays among your credits.")

    def not_deleted(self) -> str:
        return self.tr("The file could not be deleted. Close whatever has it open, then try again.")

    def saved(self, name: str) -> str:
        return self.tr("The song was saved as “{name}”.").format(name=name)

    def not_saved(self, name: str) -> str:
        return self.tr("“{name}” could not be written. Choose another folder.").format(name=name)

    def arrived(self, count: int) -> str:
        return self.tr("%n songs were made and can be heard.", "", count)
