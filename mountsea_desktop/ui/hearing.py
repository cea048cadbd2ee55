"""Songs made with a finished model, and hearing any song: from wishes in the window to the job."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.program import Program
from mountsea_desktop.storage.song_files import file_name
from mountsea_desktop.ui import words
from mountsea_desktop.ui.account import Account
from mountsea_desktop.ui.actions import ASKED_AGAIN, Actions
from mountsea_desktop.ui.custom_models.songs_made import Row
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.dialogs.make_song import Draft, MakeSongDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.player.playback import Playback, Track
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.gate import needs_token
from mountsea_desktop.workflow.ports import SongFileError
from mountsea_desktop.workflow.prices import Spent
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song


class Hearing(QObject):
    """What can be done with made songs, and what is heard."""

    def __init__(
        self,
        program: Program,
        actions: Actions,
        account: Account,
        chooser: FileChooser,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._program = program
        self._job = program.job
        self._actions = actions
        self._account = account
        self._window = window
        self._is_asking = False
        self._drafts: dict[str, Draft] = {}
        """What was written for a model and not sent."""
        page = window.page
        self.playback = Playback(page.player, program.preview, actions.start, self)
        self.playback.gone.connect(self._fetch_gone)
        self._made = made = page.songs_made
        page.attempt.hear_wanted.connect(self.order)
        made.selected.connect(self._offer)
        made.play_wanted.connect(self._toggle)
        made.save_wanted.connect(self._save)
        made.folder_wanted.connect(self._show_in_folder)
        made.fetch_wanted.connect(self._fetch)
        made.delete_wanted.connect(self._delete)

    def leave(self) -> None:
        """Stop what is heard here: another model is shown."""
        self.playback.dismiss()

    def hear(self, song: Song) -> None:
        """Have a song of the list heard, from its file or its link."""
        file = Path(song.file) if song.file else None
        self.playback.play(Track(key=song.id, title=song.title, file=file, link=song.link))

    # Having a song made

    def order(self) -> None:
        """Ask what the song is to be, and on a yes spend once."""
        self._actions.start(self._order(self._actions.model_id), "make a song")

    async def _order(self, model_id: str) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        try:
            model = self._job.model(model_id)
            dialog = MakeSongDialog(
                self._window,
                model.name,
                practice=self._account.practice,
                holds_secret=self._program.tokens.holds_token,
            )
            dialog.begin_with(self._drafts.get(model_id, Draft()))
            self._actions.start(self._inform(dialog), "price of a song")
            is_wanted = await run_dialog(dialog)
            draft = self._drafts[model_id] = dialog.draft()
            if not is_wanted:
                return
        finally:
            self._is_asking = False
        description, title = dialog.wish()
        is_sent = await self._job.generations.make(
            model_id,
            description,
            title,
            instrumental=draft.instrumental,
            balance=dialog.balance,
        )
        if is_sent:
            self._drafts.pop(model_id, None)
        else:
            self._window.toast.say(words.made_songs.not_sent(), tone="warning")

    async def _inform(self, dialog: MakeSongDialog) -> None:
        while not dialog.gone:
            balance = price = obstacle = None
            try:
                balance = await self._account.ask_balance()
            except GatewayError as error:
                problem = Problem.from_error(error)
                obstacle = problem if needs_token(problem) else None  # the same token would go with a request
            with suppress(GatewayError):
                price = (await self._job.spending()).last.get(Spent.SONG)
            dialog.show_outlook(balance, price, obstacle)
            if balance is not None:
                return
            await self._program.clock.sleep(ASKED_AGAIN)

    # Those that were made

    def _track(self, row: Row | None) -> Track | None:
        if row is None or not row.file:
            return None
        return Track(key=row.key, title=row.title, file=self._program.song_files.path(row.file))

    def _offer(self) -> None:
        """The one that is selected is the one that "Play" means."""
        track = self._track(self._made.row())
        if track is not None and not self.playback.is_playing:
            self.playback.offer(track)

    def _toggle(self) -> None:
        track = self._track(self._made.row())
        if track is None:
            return
        if track == self.playback.track:
            self.playback.toggle()
        else:
            self.playback.play(track)

    def _save(self, row: Row) -> None:
        self._actions.start(self._save_as(row), "save a song")

    async def _save_as(self, row: Row) -> None:
        ending = Path(row.file).suffix
        name = f"{file_name(row.title)}{ending}"
        target = await self._chooser.save(self._window, words.made_songs.save_as(), name)
        if target is None:
            return
        # Only of the name as it was written has anybody been asked whether a file may be replaced.
        is_asked = target.suffix.lower() == ending.lower()
        if not is_asked:
            target = target.with_name(f"{target.name}{ending}")
        try:
            target = await self._program.song_files.copy(row.file, target, replace=is_asked)
        except SongFileError:
            self._window.toast.say(words.made_songs.not_saved(target.name), tone="danger")
        else:
            self._window.toast.say(words.made_songs.saved(target.name))

    def _show_in_folder(self, _row: Row) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._program.song_files.folder)))

    def _fetch(self, row: Row) -> None:
        self._actions.start(self._job.generations.fetch_again(row.generation.id), "fetch a song again")

    def _fetch_gone(self, key: str) -> None:
        """Somebody moved or deleted the file of a made song: Mountsea may have it still, for nothing."""
        row = self._made.row()
        if row is not None and row.song is not None and row.key == key:
            self._actions.start(self._refetch(key, row.generation.id, row.song.clip_id), "fetch a lost song")

    async def _refetch(self, key: str, generation_id: str, clip_id: str) -> None:
        if not await self._job.generations.refetch(generation_id, clip_id):
            return
        if self.playback.track is not None and self.playback.track.key == key:
            self.playback.dismiss()
        self._window.toast.say(words.made_songs.gone())

    def _delete(self, row: Row) -> None:
        self._actions.start(self._delete_after_a_yes(row), "delete a song")

    async def _delete_after_a_yes(self, row: Row) -> None:
        say = words.made_songs
        text = say.delete_text() if row.song is not None else say.put_away_text()
        question = QuestionDialog(self._window, say.delete_question(row.title), text, say.delete())
        if not await run_dialog(question):
            return
        if self.playback.track is not None and self.playback.track.key == row.key:
            self.playback.dismiss()  # on Windows a file that is read cannot be deleted
        try:
            await self._job.generations.delete(
                row.generation.id, row.song.clip_id if row.song is not None else None
            )
        except SongFileError:
            self._window.toast.say(say.not_deleted(), tone="danger")
