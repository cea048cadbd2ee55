"""What a person can do, each thing once: the same from a button, a menu, a key or a drop."""

import re
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.links.extract import ExtractedLink, extract_links
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.ui import format, history, words
from mountsea_desktop.ui.account import Account
from mountsea_desktop.ui.add_songs.links_dialog import about
from mountsea_desktop.ui.add_songs.reader import new_song
from mountsea_desktop.ui.custom_models.next_step import WAITING, taken_for_same, to_upload
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.dialogs.proxy import ProxyDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.history import History, UndoStep
from mountsea_desktop.ui.notifications.screen_reader import announce
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.ui.songs.song_actions import HOPELESS
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.upload_price import last_cost, needs_a_yes, question
from mountsea_desktop.ui.widgets.toast import Toast
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.gate import needs_token
from mountsea_desktop.workflow.model import OPEN, Model, Outcome, trainable
from mountsea_desktop.workflow.naming import LONGEST_NAME, NameFormError
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.prices import LastPrice, Spent, UploadPrice
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import EDITABLE, RETRIABLE, Song, SongState
from mountsea_desktop.workflow.training import SessionSays

ASKED_AGAIN = 5.0
"""Seconds after which it is looked again whether a request would get through."""
LONGEST_TEXT = 10_000
"""Characters that are looked at where a single link is asked for."""

_NUMBERED = re.compile(r"(?<=\S) \d{1,2}$")
"""The number of a copy, which its own copy does not carry along."""


class Actions(QObject):
    """From a request in the window to the job. `model_id` is the model that is shown."""

    confirming = Signal(str)
    """The model whose question before spending is open now; empty when it is closed."""

    def __init__(
        self, program: Program, account: Account, icons: Icons, toast: Toast, window: QWidget
    ) -> None:
        super().__init__(window)
        self._program = program
        self._job = program.job
        self._account = account
        self._icons = icons
        self._toast = toast
        self._window = window
        self._history = History()
        self._is_confirming = False
        self._is_asking_to_upload = False
        self._has_refused = False
        """Whether the message on screen says why a text is no link."""
        self.model_id = ""
        self.last_price: LastPrice = lambda _kind: None
        self.chosen_model: Callable[[str], None] = lambda _model_id: None
        """Called when an action wants another model shown."""
        self.show_songs: Callable[[str, Sequence[str]], None] = lambda _model_id, _song_ids: None
        """Called when songs have come into a model, for the eye to find them."""
        self.take_keyboard: Callable[[], None] = lambda: None
        """Called when the keyboard is to go where one goes on."""

    def start(self, work: Coroutine[Any, Any, object], name: str) -> None:
        """Begin an action; what the disk refuses is said in the window, and nothing has changed then."""
        if self._program.tasks.is_over:
            work.close()  # or it would be told of as never awaited
        else:
            self._program.tasks.start(self._guarded(work), name)

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except JournalError as error:
            problem = words.problems.explain(Problem(error.fault))
            self._toast.say(words.notices.not_saved(problem.what, problem.todo), tone="danger")
        except NameFormError:
            return  # the field says what is wrong, and the last name stays

    # Taking back

    def undo(self, step: UndoStep | None = None) -> None:
        """Take back this, or what was done last."""
        self.start(self._undo(step), "undo")

    async def _undo(self, step: UndoStep | None) -> None:
        self._toast.settle()
        if (came := await self._history.undo(step)) is None:
            return
        step, worked = came
        told = step.told_undone if worked else words.songs.cannot_undo()
        self._say_of(step, told, worked, words.notices.redo(), partial(self.redo, step))

    def redo(self, step: UndoStep | None = None) -> None:
        """Do this once more, or what was taken back last."""
        self.start(self._redo(step), "redo")

    async def _redo(self, step: UndoStep | None) -> None:
        self._toast.settle()
        if (came := await self._history.redo(step)) is None:
            return
        step, worked = came
        told = words.notices.redone(step.told) if worked else words.songs.cannot_undo()
        self._say_of(step, told, worked, words.songs.undo(), partial(self.undo, step))

    def _say_of(self, step: UndoStep, told: str, worked: bool, button: str, do: Callable[[], None]) -> None:
        """Say what came of taking back or doing again, with the model in sight that it was about."""
        if not self._job.model(step.model_id).archived and step.model_id != self.model_id:
            self.chosen_model(step.model_id)
        if worked:
            self._toast.say(told, button=button, do=do)
        else:
            self._toast.say(told, tone="warning")

    def remember(self, step: UndoStep, said: str = "") -> None:
        """Remember a step and say so, with a way back; say nothing where the eye sees it.

        What was offered about an earlier step goes: "Undo" on screen is always about the latest.
        """
        self._history.add(step)
        self._toast.withdraw_offer()
        if said:
            self._toast.say(said, button=words.songs.undo(), do=partial(self.undo, step))

    # Models

    def new_model(self) -> None:
        """Begin a model under a name that blocks nothing, or go to one that nothing was done with yet."""
        self.start(self._new_model(), "new model")

    async def _new_model(self) -> None:
        if untouched := next(filter(self._is_untouched, self._job.models()), None):
            self.chosen_model(untouched.id)
        else:
            await self.make_model()
        self.take_keyboard()

    def _is_untouched(self, model: Model) -> bool:
        is_unnamed = _NUMBERED.sub("", model.name) == words.models.first_name()
        return is_unnamed and not model.archived and not self._job.songs(model.id) and model.attempt is None

    async def make_model(self) -> str:
        """Begin a model and show it; returns its id."""
        model = await self._job.new_model(self._free_name(words.models.first_name()))
        self.chosen_model(model.id)
        return model.id

    def _free_name(self, name: str) -> str:
        """Return the name, with the first number that makes it another than all there are."""
        taken = {model.name for model in self._job.models()}
        free, number = name, 2
        name = _NUMBERED.sub("", name)
        while free in taken:
            ending = words.models.numbered_name("", number)
            free = words.models.numbered_name(name[: LONGEST_NAME - len(ending)], number)
            number += 1
        return free

    def rename(self, name: str) -> None:
        """Give the shown model another name."""
        self.start(self._rename(self.model_id, name), "rename")

    async def _rename(self, model_id: str, name: str) -> None:
        before = self._job.model(model_id).name
        await self._job.rename(model_id, name)
        after = self._job.model(model_id).name
        if after != before:
            self.remember(history.renamed(self._job, model_id, before, after))

    def refuse_secret(self) -> None:
        """Say that the token stands where anybody can read it, and where it belongs."""
        self._toast.say(
            words.account.token_misplaced(),
            tone="warning",
            button=words.account.connect_button(),
            do=self.open_account,
        )

    def duplicate(self, model_id: str = "") -> None:
        """Make another model from the same links."""
        self.start(self._duplicate(model_id or self.model_id), "duplicate")

    async def _duplicate(self, model_id: str) -> None:
        name = self._free_name(self._job.model(model_id).name)
        self.chosen_model((await self._job.duplicate(model_id, name)).id)

    def copy_id(self, model_id: str) -> None:
        """Put a finished model's identifier on the clipboard."""
        QGuiApplication.clipboard().setText(self._job.model(model_id).model_ref)
        self._toast.say(words.models.id_copied())

    def put_away(self, model_id: str) -> None:
        """Put a model out of sight, with a way back; what runs goes on."""
        self.start(self._put_away(model_id), "archive")

    async def _put_away(self, model_id: str) -> None:
        await self._out_of_sight(model_id)
        step = history.archived(self._job, model_id, partial(self._out_of_sight, model_id))
        self.remember(step, step.told)

    async def _out_of_sight(self, model_id: str) -> bool:
        await self._job.archive(model_id)
        others = [model for model in self._job.models() if not model.archived]
        if model_id == self.model_id:
            if others:
                self.chosen_model(others[-1].id)
            else:
                await self.make_model()
        return True

    def bring_back(self, model_id: str) -> None:
        """Take a model out of the archive."""
        self.start(self._job.archive(model_id, archived=False), "bring back")

    def start_over(self) -> None:
        """Leave a session Mountsea no longer knows, keeping the songs."""
        self.start(self._start_over(self.model_id), "start over")

    async def _start_over(self, model_id: str) -> None:
        if not await self._job.start_over(model_id):
            self._toast.say(words.models.cannot_start_over(), tone="warning")

    # Songs

    def remove(self, song_ids: Sequence[str]) -> None:
        """Remove songs, with a way back."""
        self.start(self._remove(song_ids), "remove")

    async def _remove(self, song_ids: Sequence[str]) -> None:
        songs = await self._job.remove(song_ids)
        gone = {song.id for song in songs}
        stay = [song for song in self._job.songs(self.model_id) if song.id in set(song_ids) - gone]
        stays = ""
        if stay:
            say = words.songs
            stays = say.stays_one(stay[0].title) if len(stay) == 1 else say.stay(len(stay))
        if songs:
            step = history.removed(self._job, songs[0].model_id, songs)
            self.remember(step, words.problems.join(step.told, stays))
        elif stay:
            self._offer_to_leave_out(stay, stays)

    def _offer_to_leave_out(self, songs: Sequence[Song], text: str) -> None:
        """What is uploaded cannot be taken back from Mountsea; it need not be trained on."""
        ids = [song.id for song in songs if song.state is SongState.UPLOADED and song.chosen]
        if ids and self._job.state(self.model_id) in OPEN:
            button = words.songs.leave_out(len(ids))
            self._toast.say(text, button=button, do=lambda: self.leave_out(ids))
        else:
            self._toast.say(text, tone="warning")

    def added(self, model_id: str, songs: Sequence[Song], *also: str) -> None:
        """Remember that songs were added, and say `also` this; what is sent from now on stays."""
        step = history.added(self._job, model_id, songs)
        self.remember(step, words.problems.join(step.told, *also))
        self.show_songs(model_id, [song.id for song in songs])

    def order(self, song_ids: Sequence[str], moved: Sequence[str]) -> None:
        """Put the shown model's songs into this order, for which those were moved."""
        self.start(self._order(self.model_id, song_ids, moved), "order")

    async def _order(self, model_id: str, song_ids: Sequence[str], moved: Sequence[str]) -> None:
        before = [song.id for song in self._job.songs(model_id)]
        if await self._job.order(model_id, song_ids):
            self.remember(history.moved(self._job, model_id, self._songs(model_id, moved), before, song_ids))
            if self.model_id == model_id and moved:
                first = next(number for number, one in enumerate(song_ids, start=1) if one in moved)
                announce(self._window, words.songs.moved_to(first, len(song_ids)))

    def explain_order(self, leave_sorting: Callable[[], None]) -> None:
        """Say that a sorted list has no place of its own for a song, and offer the list that has."""
        self._toast.say(words.songs.sorted_by_column(), button=words.songs.own_order(), do=leave_sorting)

    def edit(self, song_id: str, text: str) -> bool:
        """Give a song another link; where the text holds none that is new and can work, say why.

        Returns whether that settles it, or the text is to be corrected.
        """
        songs = {song.id: song for song in self._job.songs(self.model_id)}
        song = songs.get(song_id)
        if song is None or text.strip() == song.pasted:
            return True
        if song.state not in EDITABLE or self._job.state(self.model_id) not in OPEN:
            self._toast.say(words.songs.too_late_to_edit(song.title), tone="warning")
            return True
        known = [other.link for other in songs.values() if other.id != song_id]
        found = extract_links(
            text[:LONGEST_TEXT],
            known=known,
            allow_loopback=self._program.allow_loopback,
            holds_secret=self._program.tokens.holds_token,
        )
        new = next((one for one in found if one.usable), None)
        if new is None:
            self._toast.say(_why_not(found), tone="warning")
            self._has_refused = True
            return False
        if self._has_refused:
            self._has_refused = False
            self._toast.hide()
        self.start(self._edit(song, new_song(new)), "edit")
        return True

    async def give_file(self, song: Song, new: NewSong) -> None:
        """Give a song another file."""
        if await self._job.edit_link(song.id, new):
            self.remember(history.link_edited(self._job, song, new), words.files.file_changed(song.title))
        else:
            self._toast.say(words.files.too_late_to_change(song.title), tone="warning")

    async def _edit(self, song: Song, new: NewSong) -> None:
        if await self._job.edit_link(song.id, new):
            self.remember(history.link_edited(self._job, song, new))

    def rename_song(self, song_id: str, title: str) -> bool:
        """Call a song something else; an empty name leaves it as it is."""
        if self._program.tokens.holds_token(title):
            self.refuse_secret()
        elif title.strip():
            self.start(self._rename_song(song_id, title), "rename a song")
        return True

    async def _rename_song(self, song_id: str, title: str) -> None:
        before = self._song(song_id)
        await self._job.rename_song(song_id, title)
        after = self._song(song_id)
        if before is not None and after is not None and after.title != before.title:
            self.remember(history.song_renamed(self._job, before, after.title))

    def _song(self, song_id: str) -> Song | None:
        return next(iter(self._songs(self.model_id, [song_id])), None)

    def _songs(self, model_id: str, song_ids: Collection[str]) -> list[Song]:
        wanted = set(song_ids)
        return [song for song in self._job.songs(model_id) if song.id in wanted]

    def copy_links(self, songs: Sequence[Song]) -> None:
        """Put the songs' links on the clipboard, one a line."""
        if songs:
            QGuiApplication.clipboard().setText("\n".join(song.link for song in songs))
            self._toast.say(words.songs.copied(len(songs)))

    def tick(self, song_id: str, chosen: bool) -> None:
        """Take a song into the training set, or out of it, by its tick: the eye sees what is done."""
        self.start(self._choose(self.model_id, [song_id], chosen, is_seen=True), "tick")

    def train(self, song_ids: Sequence[str]) -> None:
        """Take songs into the training set."""
        self.start(self._choose(self.model_id, song_ids, True), "train")

    def leave_out(self, song_ids: Sequence[str]) -> None:
        """Take songs out of the training set."""
        self.start(self._choose(self.model_id, song_ids, False), "leave out")

    async def _choose(
        self, model_id: str, song_ids: Sequence[str], chosen: bool, *, is_seen: bool = False
    ) -> None:
        if await self._job.choose(song_ids, chosen):
            step = history.chosen(self._job, model_id, self._songs(model_id, song_ids), chosen)
            self.remember(step, "" if is_seen else step.told)

    def retry(self, song_ids: Sequence[str]) -> None:
        """Upload failed songs once more."""
        self.start(self._after_a_yes(len(song_ids), partial(self._job.retry, song_ids)), "retry")

    def retry_all(self) -> None:
        """Upload those failed songs of the shown model once more that may fare better then."""
        counts = self._job.counts(self.model_id)
        count = counts.count(SongState.FAILED) - counts.with_problem(HOPELESS)
        asked_about = self._ids_of(self.model_id, RETRIABLE)
        retry = partial(self._job.retry_all_failed, self.model_id, but=HOPELESS, asked_about=asked_about)
        self.start(self._after_a_yes(count, retry), "retry all")

    def pause(self, song_ids: Sequence[str]) -> None:
        """Send no more of these files for now."""
        self.start(self._job.pause_files(song_ids), "pause")

    def go_on(self, song_ids: Sequence[str]) -> None:
        """Send paused files."""
        self.start(self._job.resume_files(song_ids), "go on")

    def try_anyway(self, song_ids: Sequence[str]) -> None:
        """Take songs for ready that the check had doubts about."""
        self.start(self._job.try_anyway(song_ids), "try anyway")

    def check_again(self, song_ids: Sequence[str]) -> None:
        """Look at links anew."""
        self.start(self._job.check_again(song_ids), "check again")

    def send_again(self, song_ids: Sequence[str]) -> None:
        """Upload unclear songs once more, after a yes that knows the risk."""
        self.start(self._send_again(song_ids), "send again")

    async def _send_again(self, song_ids: Sequence[str]) -> None:
        say = words.songs
        risk = words.problems.join(say.send_again_risk(), last_cost(self.last_price(Spent.UPLOAD)))
        dialog = QuestionDialog(self._window, say.send_again_question(), risk, say.send_again())
        if await run_dialog(dialog):
            await self._job.send_again(song_ids)

    def look_for(self) -> None:
        """Ask Mountsea whether unclear songs have arrived."""
        self.start(self._look_for(self.model_id), "look for songs")

    async def _look_for(self, model_id: str) -> None:
        say = words.songs
        try:
            found = await self._job.look_for(model_id)  # what is found is told like what is found by itself
        except GatewayError as error:
            problem = words.problems.explain(Problem.from_error(error))
            self._toast.say(words.problems.join(problem.what, problem.why), tone="warning")
        else:
            if not found:
                self._toast.say(say.not_found())

    def ask_again(self) -> None:
        """Ask Mountsea at once what became of an unclear attempt: free, and safe to repeat."""
        self._job.try_now()
        self._toast.say(words.models.asked_again())

    # Uploading and creating

    def upload(self) -> None:
        """Upload what is ready; without a token, ask for it first and go on then."""
        self.start(self._upload(self.model_id), "upload")

    async def _upload(self, model_id: str) -> None:
        if not self._account.connected and not await self._open_account(uploads=True):
            return  # closing the account is no yes to what costs
        if self._account.connected:
            count = to_upload(self._job.counts(model_id))
            asked_about = self._ids_of(model_id, WAITING)
            await self._after_a_yes(count, partial(self._job.upload, model_id, asked_about))

    def _ids_of(self, model_id: str, states: Collection[SongState]) -> set[str]:
        return {song.id for song in self._job.songs(model_id) if song.state in states}

    async def _after_a_yes(self, count: int, upload: Callable[[], Awaitable[object]]) -> None:
        """Upload so many songs; ask first where they are many, or cost what a model needs."""
        if self._is_asking_to_upload:
            return
        last, balance = self.last_price, self._account.balance
        ahead = sum(self._job.counts(model.id).to_be_charged for model in self._job.models())
        price = UploadPrice(count, last(Spent.UPLOAD), last(Spent.CREATE), balance, ahead)
        if needs_a_yes(price):
            self._is_asking_to_upload = True
            try:
                say = words.songs
                text = question(price, practice=self._account.practice)
                dialog = QuestionDialog(self._window, say.upload_question(count), text, say.upload(count))
                if not await run_dialog(dialog):
                    return
            finally:
                self._is_asking_to_upload = False
        await upload()

    def stop_uploads(self) -> None:
        """Take back what was not sent yet."""
        self.start(self._stop_uploads(self.model_id), "stop uploads")

    async def _stop_uploads(self, model_id: str) -> None:
        count = self._job.counts(model_id).stoppable
        await self._job.stop_uploads(model_id)
        self._toast.say(words.songs.stopped(count))

    def create(self, name: str) -> None:
        """Ask, and on a yes spend the price once. `name` is the field's, which may just have been typed."""
        self.start(self._create_under(name, self.model_id), "create")

    def create_again(self) -> None:
        """Ask with the risk named, and only after both ticks send an unclear attempt once more."""
        self.start(self._create(self.model_id), "create again")

    async def _create_under(self, name: str, model_id: str) -> None:
        with suppress(NameFormError):  # the field says what is wrong with it, and the last name is shown
            await self._job.rename(model_id, name)
        await self._create(model_id)

    async def _create(self, model_id: str) -> None:
        if self._is_confirming:
            return
        self._is_confirming = True
        try:
            await self._ask_and_create(model_id)
        finally:
            self._is_confirming = False
            self.confirming.emit("")

    async def _ask_and_create(self, model_id: str) -> None:
        self._toast.withdraw_offer()
        model = self._job.model(model_id)
        songs = trainable(self._job.songs(model_id))
        counts = self._job.counts(model_id)
        left_out = counts.total - counts.count(SongState.UPLOADED)
        is_unclear = model.attempt is not None and model.attempt.outcome is Outcome.UNCLEAR
        twin = None if is_unclear else self._job.unclear_twin(model_id)
        dialog = ConfirmDialog(
            self._window,
            model.name,
            songs,
            left_out=left_out,
            same=taken_for_same(counts),
            after=twin or model.attempt,
            twin=twin is not None,
            practice=self._account.practice,
            last_price=self.last_price(Spent.CREATE),
        )
        dialog.asks.connect(lambda: self.start(self._inform(dialog, model_id), "balance"))
        dialog.add_wanted.connect(lambda: open_or_show(KEYS, dialog))
        self.start(self._inform(dialog, model_id), "balance")
        self.confirming.emit(model_id)
        if not await run_dialog(dialog):
            return
        self._toast.settle()  # what is said of before would stand beside what is being created
        ids = {song.id for song in songs}
        if is_unclear:
            sent = await self._job.create_again(
                model_id, name=model.name, balance=dialog.balance, songs=ids, accepted=dialog.repeats
            )
        else:
            sent = await self._job.create(model_id, name=model.name, balance=dialog.balance, songs=ids)
        if sent:
            self._history.forget(model_id)
        else:
            self._toast.say(words.models.not_sent(), tone="warning")

    async def _inform(self, dialog: ConfirmDialog, model_id: str) -> None:
        """Tell the question what Mountsea says, and again while something is in the way."""
        while not dialog.gone:
            balance, unknown = None, None
            try:
                balance = await self._account.ask_balance()
            except GatewayError as error:
                unknown = Problem.from_error(error)
            outlook = await self._job.look_ahead(model_id)
            if dialog.gone:
                return
            if outlook.session is SessionSays.HAS_MODEL:
                self._toast.say(words.models.already_there(self._job.model(model_id).name))
                dialog.reject()
                return
            obstacle = outlook.obstacle
            if obstacle is None and unknown is not None and needs_token(unknown):
                obstacle = unknown  # the same token is what a create is sent with
            dialog.show_outlook(balance, obstacle, outlook.session, unknown)
            if not dialog.blocked:
                return
            await self._program.clock.sleep(ASKED_AGAIN)

    # Mountsea

    def open_account(self) -> None:
        """Open the account dialog."""
        self.start(self._open_account(), "account dialog")

    async def _open_account(self, *, uploads: bool = False) -> bool:
        """Return whether "Continue uploading" was pressed, and not the dialog closed."""
        if self._window.findChild(AccountDialog) is not None:
            return False
        dialog = AccountDialog(self._window, self._account, self._program.tasks, uploads=uploads)
        if self._account.connected:
            self.ask_balance()  # it is what most people open it for
        dialog.proxy_wanted.connect(
            lambda proxy: self.start(self._let_through(dialog, proxy), "proxy dialog")
        )
        dialog.help_wanted.connect(lambda: self.start(run_dialog(HelpDialog(dialog)), "help"))
        return await run_dialog(dialog)

    async def _let_through(self, dialog: AccountDialog, proxy: str) -> None:
        if await self._sign_in_to_proxy(dialog, proxy) and not dialog.gone:
            dialog.test.click()

    def ask_balance(self) -> None:
        """Learn the balance anew; not knowing it is no error."""
        self.start(self._ask_balance(), "balance")

    async def _ask_balance(self) -> None:
        with suppress(GatewayError):
            await self._account.ask_balance()

    def check_balance(self) -> None:
        """Ask for the balance because somebody wants to know, and say what came of it."""
        self.start(self._check_balance(), "balance")

    async def _check_balance(self) -> None:
        try:
            balance = await self._account.ask_balance()
        except GatewayError as error:
            self._toast.say(words.problems.describe(Problem.from_error(error)), tone="warning")
        else:
            self._toast.say(words.made_songs.balance(format.amount(balance)))

    def remedy(self, remedy: Remedy) -> None:
        """Do what ends an outage."""
        outage = self._job.outage
        proxy = outage.problem.facts.get(FactKey.PROXY, "") if outage is not None else ""
        match remedy:
            case Remedy.ENTER_TOKEN:
                self.open_account()
            case Remedy.SIGN_IN_TO_PROXY if proxy:
                self.start(self._sign_in_to_proxy(self._window, proxy), "proxy dialog")
            case _:
                self._job.try_now()

    async def _sign_in_to_proxy(self, parent: QWidget, proxy: str) -> bool:
        """Ask for name and password, in front of `parent`; return whether the proxy lets us through now."""
        if self._window.findChild(ProxyDialog) is not None:
            return False
        dialog = ProxyDialog(
            parent, proxy, partial(self._program.sign_in_to_proxy, proxy), self._program.tasks
        )
        if not await run_dialog(dialog):
            return False
        remember = dialog.remember.isChecked()
        answer = await self._program.logins.keep(proxy, remember=remember)
        if remember and answer is not SecretAnswer.SAVED:
            self._toast.say(words.account.proxy_not_remembered(), tone="warning")
        return True


def _why_not(found: Sequence[ExtractedLink]) -> str:
    """Return why nothing of what was found is a link for a song."""
    if not found:
        return words.links.none_yet()
    return words.links.already_there(found[0].title) if found[0].duplicate_of else about(found[0])
