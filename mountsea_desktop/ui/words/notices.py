"""Words for the banner: what stops everything, and short messages."""

from PySide6.QtCore import QObject


class NoticeWords(QObject):
    """The banner's own words; the reasons come from `problems`."""

    def name(self) -> str:
        return self.tr("Notice")

    def message_name(self) -> str:
        return self.tr("Message")

    def token_unread(self) -> str:
        return self.tr("Not connected to Mountsea yet.")

    def enter_token(self) -> str:
        return self.tr("Enter token…")

    def try_now(self) -> str:
        return self.tr("Try now")

    def go_on(self) -> str:
        return self.tr("I have credits now")

    def again_in(self, time: str) -> str:
        return self.tr("Trying again in {time}.").format(time=time)

    def again(self) -> str:
        return self.tr("It is tried again by itself.")

    def trying(self) -> str:
        return self.tr("Trying again…")

    def balance(self, amount: str) -> str:
        return self.tr("You have {amount} credits.").format(amount=amount)

    def dismiss(self) -> str:
        return self.tr("Close")

    def undone(self, what: str) -> str:
        """`what` was done is a sentence."""
        return self.tr("Taken back: {what}").format(what=what)

    def redone(self, what: str) -> str:
        """`what` was done is a sentence."""
        return self.tr("Done again: {what}").format(what=what)

    def redo(self) -> str:
        return self.tr("Redo")

    def not_saved(self, what: str, todo: str) -> str:
        return self.tr("That was not done: {what} {todo}").format(what=what, todo=todo)

    def picked_up(self, count: int) -> str:
        return self.tr("Picked up where you left off: %n songs are on their way.", "", count)

    def may_have_arrived(self, count: int) -> str:
        return self.tr(
            "%n songs were being sent when the program ended, and may have arrived. Mountsea is asked whether they did.",
            "",
            count,
        )

    def show_song(self) -> str:
        return self.tr("Show")

    def goes_on(self, songs: int) -> str:
        return self.tr("%n songs go on at Mountsea.", "", songs)

    def models_go_on(self, models: int) -> str:
        return self.tr("%n models go on being created at Mountsea.", "", models)

    def waits_here(self, songs: int) -> str:
        return self.tr("%n songs wait here to be sent.", "", songs)

    def was_being_sent(self, songs: int) -> str:
        return self.tr("%n songs were just being sent.", "", songs)

    def finishing(self) -> str:
        return self.tr("Finishing what is being sent. The window closes by itself in a few seconds.")

    def close_now(self) -> str:
        return self.tr("Close now")

    def open_again(self) -> str:
        return self.tr("Open the program again to see what became of it.")

    def journal_set_aside(self, path: str) -> str:
        return self.tr(
            "The record of your songs was damaged and has been set aside as “{path}”. A new one was begun. If a "
            "model was being created, look at your balance and your models on Mountsea's site before you "
            "create it again."
        ).format(path=path)

    def journal_vanished(self, path: str) -> str:
        return self.tr(
            "The record of your songs is no longer there: “{path}”. A new one was begun. If you have a copy, close "
            "the program and put it back. If a model was being created, look at your balance and your models on "
            "Mountsea's site before you create it again."
        ).format(path=path)

    def shared_folder(self, path: str) -> str:
        return self.tr(
            "Other people who use this computer can write to the folder “{path}”, where your songs and settings "
            "are kept. Better let nobody but yourself write there."
        ).format(path=path)

    def one_computer_only(self, path: str) -> str:
        return self.tr(
            "The folder “{path}”, where your songs and settings are kept, is on a network drive that does not tell other "
            "computers that it is in use. Open this program on one computer at a time."
        ).format(path=path)

    def settings_set_aside(self) -> str:
        return self.tr("The settings could not be read and were set back to the usual ones.")
