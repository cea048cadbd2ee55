"""Words for songs: the table, its rows, what can be done with them."""

from PySide6.QtCore import QObject

from mountsea_desktop.workflow.song import SongState


class SongWords(QObject):
    """What the song list says."""

    def list_name(self) -> str:
        return self.tr("Songs")

    def its_songs(self, count: int) -> str:
        return self.tr("Its %n songs", "", count)

    def not_used_count(self, count: int) -> str:
        return self.tr("%n not used", "", count)

    def columns(self) -> str:
        return self.tr("Columns")

    def column_song(self) -> str:
        return self.tr("Song")

    def column_status(self) -> str:
        return self.tr("Status")

    def column_link(self) -> str:
        return self.tr("Link")

    def column_length(self) -> str:
        return self.tr("Length")

    def state(self, state: SongState) -> str:
        match state:
            case SongState.FILE_WAITING:
                return self.tr("Waiting to be sent to the storage")
            case SongState.FILE_SENDING:
                return self.tr("Sending to the storage…")
            case SongState.FILE_PAUSED:
                return self.tr("Paused")
            case SongState.DRAFT:
                return self.tr("Not checked yet")
            case SongState.CHECKING:
                return self.tr("Checking link…")
            case SongState.READY:
                return self.tr("Ready to upload")
            case SongState.NEEDS_ATTENTION:
                return self.tr("Needs attention")
            case SongState.QUEUED:
                return self.tr("Waiting its turn")
            case SongState.SENDING:
                return self.tr("Sending…")
            case SongState.ACCEPTED:
                return self.tr("Mountsea is working on it")
            case SongState.UPLOADED:
                return self.tr("Uploaded")
            case SongState.FAILED:
                return self.tr("Failed")
            case SongState.UNCLEAR:
                return self.tr("It may have been sent")

    def state_for(self, state: str, elapsed: str) -> str:
        return self.tr("{state} · {elapsed}").format(state=state, elapsed=elapsed)

    def state_because(self, state: str, reason: str) -> str:
        return self.tr("{state}: {reason}").format(state=state, reason=reason)

    def progress(self, uploaded: int, needed: int) -> str:
        if uploaded < needed:
            return self.tr("{uploaded} of %n songs uploaded", "", needed).format(uploaded=uploaded)
        return self.tr("%n songs uploaded", "", uploaded)

    def of_all(self, total: int) -> str:
        return self.tr("of %n", "", total)

    def chosen_of(self, count: int) -> str:
        return self.tr("%n chosen", "", count)

    def needed(self, count: int) -> str:
        return self.tr("%n needed", "", count)

    def on_the_way(self, count: int) -> str:
        return self.tr("%n on the way", "", count)

    def listed(self, *parts: str) -> str:
        """Put short facts on one line; empty ones are left out."""
        return " · ".join(part for part in parts if part)

    def add(self) -> str:
        return self.tr("Add links…")

    def upload(self, count: int) -> str:
        if count == 0:
            return self.tr("Upload")
        return self.tr("Upload %n songs", "", count)

    def upload_question(self, count: int) -> str:
        return self.tr("Upload %n songs?", "", count)

    def stop(self) -> str:
        return self.tr("Stop")

    def stop_text(self) -> str:
        return self.tr("Songs that were not sent yet are ready to be uploaded again; the others go on.")

    def stopped(self, count: int) -> str:
        return self.tr("%n songs were not sent. What had been sent goes on.", "", count)

    def retry_all(self) -> str:
        return self.tr("Retry all failed")

    def retry(self) -> str:
        return self.tr("Retry")

    def send_again(self) -> str:
        return self.tr("Send again")

    def send_again_question(self) -> str:
        return self.tr("Send this song again?")

    def send_again_risk(self) -> str:
        return self.tr(
            "Mountsea did not answer the first time, so the song may already be there. Sent again, it may "
            "count twice, and it may be charged twice. No model is created by this."
        )

    def edit(self) -> str:
        return self.tr("Edit link…")

    def try_anyway(self) -> str:
        return self.tr("Try anyway")

    def check_again(self) -> str:
        return self.tr("Check again")

    def remove(self) -> str:
        return self.tr("Remove")

    def rename(self) -> str:
        return self.tr("Rename")

    def look_for(self) -> str:
        return self.tr("Look for it")

    def found(self, count: int) -> str:
        return self.tr("%n songs had arrived at Mountsea. Nothing was sent again.", "", count)

    def not_found(self) -> str:
        return self.tr(
            "Mountsea cannot say yet whether it arrived. It is asked again by itself; you may also send it again or remove it."
        )

    def listen(self) -> str:
        return self.tr("Listen")

    def open_link(self) -> str:
        return self.tr("Open")

    def copy_link(self) -> str:
        return self.tr("Copy link")

    def copied(self, count: int) -> str:
        return self.tr("%n links copied.", "", count)

    def details(self) -> str:
        return self.tr("Details")

    def details_name(self) -> str:
        return self.tr("Details")

    def selected(self, count: int) -> str:
        return self.tr("%n songs selected", "", count)

    def long(self) -> str:
        return self.tr("It is longer than 8 minutes: that may be too long for Mountsea.")

    def very_long(self) -> str:
        return self.tr("It is longer than 30 minutes, and very likely refused: use a shorter version.")

    def none_selected(self) -> str:
        return self.tr("Select a song to see more about it.")

    def unclear(self) -> str:
        return self.tr(
            "It may have been sent, and Mountsea may already have it. The program asks for it now and then."
        )

    def safe_to_close(self) -> str:
        return self.tr("It goes on at Mountsea even when you close the program.")

    def not_kept(self) -> str:
        return self.tr(
            "In practice nothing is kept when you close the program, nor the language and appearance you choose; with your account it goes on at Mountsea."
        )

    def added(self, count: int) -> str:
        return self.tr("%n songs added.", "", count)

    def cannot_work_yet(self, count: int) -> str:
        return self.tr("%n cannot work yet; the list says why.", "", count)

    def into_a_new_model(self) -> str:
        return self.tr("The model that was shown takes no more songs, so they went into a new one.")

    def left_out(self, count: int) -> str:
        return self.tr("%n were there already and were left out.", "", count)

    def left_out_one(self, title: str) -> str:
        return self.tr("“{title}” was there already and was left out.").format(title=title)

    def secrets_left_out(self, count: int) -> str:
        return self.tr("%n looked like tokens: these are secrets, so they were not added.", "", count)

    def without_a_link(self, count: int) -> str:
        return self.tr("%n lines had no link.", "", count)

    def taken_out(self, count: int) -> str:
        return self.tr("%n songs taken out again.", "", count)

    def stayed(self, count: int) -> str:
        """Said of songs that were sent before they could be taken back."""
        return self.tr("%n were on their way to Mountsea already, and stay.", "", count)

    def back_one(self, title: str) -> str:
        return self.tr("“{title}” is back.").format(title=title)

    def back(self, count: int) -> str:
        return self.tr("%n songs are back.", "", count)

    def cannot_undo(self) -> str:
        return self.tr("That can no longer be undone.")

    def removed(self, count: int) -> str:
        return self.tr("%n songs removed.", "", count)

    def removed_one(self, title: str) -> str:
        return self.tr("“{title}” was removed.").format(title=title)

    def moved(self, count: int) -> str:
        return self.tr("%n songs moved.", "", count)

    def moved_one(self, title: str) -> str:
        return self.tr("“{title}” was moved.").format(title=title)

    def moved_to(self, number: int, count: int) -> str:
        return self.tr("Now number {number} of {count}.").format(number=number, count=count)

    def move_up(self) -> str:
        return self.tr("Move up")

    def move_down(self) -> str:
        return self.tr("Move down")

    def sorted_by_column(self) -> str:
        return self.tr("The list is sorted by a column. Songs can be moved in your own order.")

    def sorted_by(self, column: str) -> str:
        return self.tr("Sorted by “{column}”").format(column=column)

    def own_order(self) -> str:
        return self.tr("Back to my order")

    def now_trained(self, count: int) -> str:
        return self.tr("%n songs chosen for the training.", "", count)

    def now_left_out(self, count: int) -> str:
        return self.tr("%n songs left out of the training.", "", count)

    def now_trained_one(self, title: str) -> str:
        return self.tr("“{title}” is chosen for the training.").format(title=title)

    def now_left_out_one(self, title: str) -> str:
        return self.tr("“{title}” is left out of the training.").format(title=title)

    def link_edited(self, title: str) -> str:
        return self.tr("“{title}” was given another link.").format(title=title)

    def stays_one(self, title: str) -> str:
        return self.tr(
            "“{title}” is at Mountsea already, or on its way there, so it stays. Once it is uploaded you can leave "
            "it out of the training."
        ).format(title=title)

    def stay(self, count: int) -> str:
        return self.tr(
            "%n songs are at Mountsea already, or on their way there, so they stay. Once they are uploaded you "
            "can leave them out of the training.",
            "",
            count,
        )

    def undo(self) -> str:
        return self.tr("Undo")

    def now(self, title: str, status: str) -> str:
        return self.tr("{title}: {status}").format(title=title, status=status)

    def step_add(self, needed: int) -> str:
        return self.tr("Add and upload %n songs", "", needed)

    def step_add_text(self) -> str:
        return self.tr("Each takes about a minute; you may close the program meanwhile.")

    def empty_title(self) -> str:
        return self.tr("Add the songs your model will learn from")

    def empty_text(self) -> str:
        return self.tr(
            "Drop at least six of your songs here, or paste links to them: from Dropbox, Google Drive or your own "
            "site. Everybody has to be able to open the links."
        )

    def empty_links_text(self) -> str:
        return self.tr(
            "Paste links to at least six of your songs: from Dropbox, Google Drive or your own site. Everybody has to "
            "be able to open them."
        )

    def empty_advice(self) -> str:
        return self.tr("Six are enough; 12 to 24 full-length songs of one style are better.")

    def name_field(self) -> str:
        return self.tr("Song name")

    def edit_field(self) -> str:
        return self.tr("Song link")

    def given_as(self, pasted: str) -> str:
        return self.tr("Pasted as {pasted}").format(pasted=pasted)

    def expires_in(self, minutes: int) -> str:
        return self.tr("the link expires in %n minutes", "", minutes)

    def train(self, count: int) -> str:
        return self.tr("Train on it") if count == 1 else self.tr("Train on these %n songs", "", count)

    def leave_out(self, count: int) -> str:
        return self.tr("Leave it out") if count == 1 else self.tr("Leave these %n songs out", "", count)

    def was_trained(self) -> str:
        return self.tr("The model was trained on this song.")

    def was_not_trained(self) -> str:
        return self.tr("The model was not trained on this song.")

    def not_used(self) -> str:
        return self.tr("Uploaded · not used")

    def too_late_to_edit(self, title: str) -> str:
        return self.tr("“{title}” is on its way already, so its link stays as it is.").format(title=title)

    def will_train(self) -> str:
        return self.tr("The model will be trained on this song.")

    def will_not_train(self) -> str:
        return self.tr("The model will not be trained on this song.")
