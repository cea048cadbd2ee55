"""Joins an open program to its window: changes flow in to the views, requests out to the actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from mountsea_desktop.practice.samples import SAMPLE_LINKS
from mountsea_desktop.program import Program
from mountsea_desktop.storage.log import Log
from mountsea_desktop.storage.settings import StorageKind
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.account import Account
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.add_songs.clipboard import clipboard_text
from mountsea_desktop.ui.add_songs.importer import SongImporter
from mountsea_desktop.ui.add_songs.reader import count_links, has_link
from mountsea_desktop.ui.app.practice_window import practise
from mountsea_desktop.ui.credits import Credits
from mountsea_desktop.ui.custom_models.attempt_card import PRACTICE_TRAINING, USUAL_TRAINING
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.dialogs.launcher import DialogLauncher
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.events import EventBatcher
from mountsea_desktop.ui.hearing import Hearing
from mountsea_desktop.ui.notifications.announcer import Announcer
from mountsea_desktop.ui.pages import KEYS, open_song
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.ui.songs.sort_note import SortNote
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.events import (
    Event,
    FileProgress,
    GenerationSaved,
    ModelSaved,
    Outage,
    OutageChanged,
    Remedy,
    SongRemoved,
    SongSaved,
    SongsFound,
)
from mountsea_desktop.workflow.generation import GenerationState
from mountsea_desktop.workflow.model import OPEN, Model, Outcome, state_of
from mountsea_desktop.workflow.song import Song, SongState

FINISHING = 5_000
"""Milliseconds for which closing waits for the answer to what is being sent."""
CHARGED_PERHAPS = frozenset({Outcome.TRAINING, Outcome.READY, Outcome.FAILED, Outcome.UNCLEAR})
"""What an attempt comes to when the balance on screen may no longer be true."""


USUALLY_MOST = Decimal(8_888)
"""Credits that the account's button has room for from the beginning."""
CLIPBOARD_RESTS = 100
"""Milliseconds after which what was copied, or the window that came to the front, is looked at."""


@dataclass
class _PageChanges:
    """What a burst of changes comes to: for the model that is shown, and for the balance."""

    saved: dict[str, Song] = field(default_factory=dict)
    removed: dict[str, Song] = field(default_factory=dict)
    charged: bool = False
    made: bool = False
    """Whether something about songs made with it changed."""


class WindowController(QObject):
    """Lives as long as the program is open."""

    def __init__(
        self, program: Program, window: MainWindow, events: EventBatcher, preferences: Preferences, log: Log
    ) -> None:
        super().__init__(window)
        self._program = program
        self._job = program.job
        self._window = window
        self._events = events
        self._state = window.state
        self._state.fill(program.job, program.clock)
        self._preferences = preferences
        self._icons = icons = preferences.theme.icons
        self.account = Account(program, self)
        self.actions = Actions(program, self.account, icons, window.toast, window)
        self.actions.chosen_model = self.show_model
        self.actions.show_songs = self._show_songs
        self.actions.take_keyboard = window.page.take_keyboard
        self.credits = Credits(program, self.account, self.actions, window)
        self.credits.learned.connect(self._show_prices)
        self.actions.last_price = self.credits.last_price
        self._chooser = FileChooser(preferences)
        self.hearing = Hearing(program, self.actions, self.account, self._chooser, window)
        self.importer = SongImporter(program, self.actions, self._chooser, icons, window.toast, window)
        self._dialogs = DialogLauncher(window, self.actions, program, preferences, self._chooser, log)
        SortNote(window.page.view, icons, window.page.area)
        self._announcer = Announcer(window, window.state)
        self._announcer.notifier.followed.connect(self.go_to)
        preferences.changed.connect(self._heed_preferences)
        self._heed_preferences()
        self._finishing = QTimer(self, singleShot=True, interval=FINISHING)
        self._seconds = QTimer(self, interval=1_000)
        self._seconds.timeout.connect(window.banner.retranslate)
        self._is_practising = False
        self._doubt = ""
        """What was said at the start of songs that may have arrived."""
        self._clipboard_rests = QTimer(self, singleShot=True, interval=CLIPBOARD_RESTS)
        self._clipboard_rests.timeout.connect(self._look_into_clipboard)
        QGuiApplication.clipboard().dataChanged.connect(self._clipboard_rests.start)
        self._connect()
        events.batched.connect(self._handle_events)
        self.account.changed.connect(self.name_account)

    def _connect(self) -> None:
        window, page, actions, importer = self._window, self._window.page, self.actions, self.importer
        page.add_wanted.connect(importer.open_links_dialog)
        page.paste_wanted.connect(self._paste_or_ask)
        page.empty.key_wanted.connect(partial(open_or_show, KEYS, window))
        page.bar.add_credits_wanted.connect(partial(open_or_show, KEYS, window))
        page.bar.balance_wanted.connect(actions.check_balance)
        page.empty.how_wanted.connect(self._show_how)
        page.empty.samples_wanted.connect(self._try_samples)
        page.upload_wanted.connect(actions.upload)
        page.stop_wanted.connect(actions.stop_uploads)
        page.retry_all_wanted.connect(actions.retry_all)
        page.create_wanted.connect(actions.create)
        page.holds_secret = self._program.tokens.holds_token
        page.has_link = has_link
        page.secret_given.connect(actions.refuse_secret)
        page.name_wanted.connect(actions.rename)
        page.attempt.ask_wanted.connect(actions.ask_again)
        page.attempt.again_wanted.connect(actions.create_again)
        page.attempt.duplicate_wanted.connect(self._duplicate)
        page.start_over_wanted.connect(actions.start_over)
        page.table.choosing.connect(actions.tick)
        page.actions_for_songs.wanted.connect(self._do_with_songs)
        page.view.action_wanted.connect(self._do_with_songs)
        page.view.remove_wanted.connect(self._remove_selected)
        page.view.take_link = actions.edit
        page.view.take_name = self._name_song
        page.view.copy_wanted.connect(self._copy_selected)
        page.view.order_wanted.connect(actions.order)
        page.view.order_refused.connect(partial(actions.explain_order, page.view.leave_sorting))
        page.view.menu_wanted.connect(self._song_menu)
        actions.confirming.connect(self._confirming)
        window.sidebar.chosen.connect(self.show_model)
        window.sidebar.new_wanted.connect(actions.new_model)
        window.sidebar.archived.toggled.connect(self._archived_toggled)
        window.sidebar.menu_wanted.connect(self._model_menu)
        window.sidebar.rename_wanted.connect(self._rename)
        window.sidebar.remove_wanted.connect(actions.put_away)
        window.account.clicked.connect(actions.open_account)
        window.banner.remedy_wanted.connect(actions.remedy)
        window.came_to_front.connect(self._clipboard_rests.start)
        window.came_to_front.connect(self._job.connectivity.look_for_network)
        window.pasted.connect(importer.add_text)
        window.files_given.connect(importer.add_files)
        window.import_wanted.connect(importer.import_list)
        window.choose_files_wanted.connect(importer.choose_files)
        page.choose_files_wanted.connect(importer.choose_files)
        importer.set_up_storage = self._dialogs.open_storage
        window.undo_wanted.connect(actions.undo)
        window.redo_wanted.connect(actions.redo)
        page.import_wanted.connect(importer.import_list)
        page.links_given.connect(importer.add_text)

    # Showing

    async def begin(self) -> None:
        """Show what was shown last, or the newest, or a first model; then go on with what was under way."""
        if not self._visible_models():
            await self._job.new_model(words.models.first_name())
            self._events.flush()
        models = self._visible_models()
        last = self._preferences.settings.last_model
        self.show_model(last if last in {model.id for model in models} else models[-1].id)
        self.name_account()
        self._show_damage()
        if self._program.practice:
            self.importer.add_samples(SAMPLE_LINKS)
        else:
            # Before anything is asked of Mountsea, so that a token that is there is not asked for.
            self.account.is_untested = self._preferences.settings.token_untested
            await self.account.load()
            self.account.changed.connect(self._remember_untested)
        self._show_what_goes_on()
        self._job.resume()
        if self.account.connected and self._is_unfinished():
            self.credits.learn_anew()  # which may have been charged for meanwhile
        if QApplication.focusWidget() in {None, self._window.sidebar.new}:  # nobody has gone anywhere yet
            self._window.page.take_keyboard()
        self._window.begin_at_top()

    def _is_unfinished(self) -> bool:
        """Return whether an earlier run has left something at work at Mountsea, or to be sent there."""
        attempts = [model.attempt for model in self._state.models()]
        return self._is_uploading() or any(
            attempt is not None and attempt.outcome in {Outcome.TRAINING, Outcome.UNCLEAR}
            for attempt in attempts
        )

    def _show_what_goes_on(self) -> None:
        self._show_unclear()
        all_counts = [self._state.counts(model.id) for model in self._state.models()]
        going_on = sum(counts.count(SongState.ACCEPTED) for counts in all_counts)
        if going_on and not self._window.toast.isVisible():
            self._window.toast.say(words.notices.picked_up(going_on))

    def _show_unclear(self) -> None:
        """Say and show what was being sent at the end: it may be far down, or in another model."""
        models = sorted(self._in_doubt(), key=lambda model: model.id != self.actions.model_id)
        unclear = [
            song
            for model in models
            for song in self._state.songs(model.id)
            if song.state is SongState.UNCLEAR
        ]
        if not unclear:
            return
        first = unclear[0]
        self._show_songs(first.model_id, [song.id for song in unclear])
        if not self._window.toast.isVisible():
            self._doubt = words.notices.may_have_arrived(len(unclear))
            self._window.toast.say(
                self._doubt,
                tone="warning",
                button=words.notices.show_song(),
                do=partial(self.go_to, first.model_id, first.id),
            )

    def _in_doubt(self) -> list[Model]:
        """Return the models with songs that Mountsea is asked about: those that were not sent yet."""
        return [
            model
            for model in self._state.models()
            if (counts := self._state.counts(model.id)).count(SongState.UNCLEAR)
            and not model.archived
            and state_of(model, counts) in OPEN
        ]

    def _end_doubt(self) -> None:
        """Whatever was unclear at the start has been cleared up, or is being sent again."""
        if self._doubt and not self._in_doubt():
            self._window.toast.take_back(self._doubt)
            self._doubt = ""

    def _show_damage(self) -> None:
        say = self._window.toast.say
        if self._program.journal.set_aside is not None:
            say(words.notices.journal_set_aside(str(self._program.journal.set_aside)), tone="warning")
        elif self._program.journal.vanished:
            say(words.notices.journal_vanished(str(self._program.folders.journal_file)), tone="warning")
        elif self._preferences.were_damaged:
            say(words.notices.settings_set_aside(), tone="warning")
        elif not self._program.folders.drive.locks_are_shared:
            say(words.notices.one_computer_only(str(self._program.folders.data_folder)), tone="warning")
        elif self._program.folders.shared is not None:
            say(words.notices.shared_folder(str(self._program.folders.shared)), tone="warning")

    def _heed_preferences(self) -> None:
        self.account.session_token_allowed = self._preferences.settings.session_token_allowed
        self._announcer.notifier.wanted = self._preferences.settings.notifications
        offered = self._preferences.settings.practice_offered or self._program.practice
        empty = self._window.page.empty
        empty.samples.setVisible(offered)
        has_storage = self._preferences.settings.storage_kind is not StorageKind.NONE
        empty.set_takes_files(has_storage or self._program.practice)
        self.name_account()

    def go_to(self, model_id: str, song_id: str) -> None:
        """Bring the window to the front, with this model and, if one is named, this song."""
        self._window.raise_it()
        if model_id:
            self.show_model(model_id)
        row = self._window.page.table.row_of(song_id)
        if row is not None:
            self._window.page.view.go_to(row)

    def finish_sending(self, close: Callable[[], None]) -> bool:
        """Wait for the answers to what is being sent, for a few seconds, and `close` then.

        Returns whether there is anything to wait for; closed at once, nobody could tell whether it arrived.
        """
        if self._finishing.isActive() or not self._is_sending():
            return False
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()  # behind it nobody could see, or end, the waiting
        self._finishing.timeout.connect(close)
        self._finishing.start()
        self.actions.start(self._job.limit_uploads(0), "begin no further upload")
        self._window.toast.say(
            words.notices.finishing(), tone="warning", button=words.notices.close_now(), do=close
        )
        return True

    def _close_if_sent(self) -> None:
        if self._finishing.isActive() and not self._is_sending():
            self._finishing.start(0)

    def _is_sending(self) -> bool:
        """Return whether memory has anything being sent: it may not be on disk yet."""
        models = self._job.models()
        attempts = [model.attempt for model in models]
        if any(it.state is GenerationState.SENDING for it in self._job.generations.all()):
            return True
        return any(self._job.counts(model.id).count(SongState.SENDING) for model in models) or any(
            attempt is not None and attempt.outcome is Outcome.SENDING for attempt in attempts
        )

    def close(self) -> None:
        """End what only the window uses, and say what goes on without it."""
        self._announcer.notifier.close()
        if text := self._farewell():
            self._announcer.notifier.notify_after_closing(text)
        self.importer.close()
        self._chooser.close()

    def _farewell(self) -> str:
        """Return what goes on at Mountsea when the program is closed now, and what waits here.

        It is empty for neither.
        """
        if self._program.practice:
            return ""
        all_counts = [self._state.counts(model.id) for model in self._state.models()]
        attempts = [model.attempt for model in self._state.models()]
        say = words.notices
        sent = sum(counts.count(SongState.SENDING) for counts in all_counts)
        there = sum(counts.count(SongState.ACCEPTED) for counts in all_counts)
        waiting = (SongState.FILE_WAITING, SongState.FILE_SENDING, SongState.QUEUED)
        here = sum(counts.count(*waiting) for counts in all_counts)
        models = sum(attempt is not None and attempt.outcome is Outcome.TRAINING for attempt in attempts)
        told = [
            say.goes_on(there) if there else "",
            say.models_go_on(models) if models else "",
            say.was_being_sent(sent) if sent else "",
            say.waits_here(here) if here else "",
        ]
        return words.problems.join(*told, say.open_again()) if any(told) else ""

    def show_model(self, model_id: str) -> None:
        """Show a model's page."""
        self._events.flush()  # it may have been begun this moment
        self.actions.model_id = model_id
        self._window.model_list.show(self._visible_models())
        self._window.sidebar.choose(model_id)
        self._window.page.attempt.usual = self._usual_training()
        if model_id != self._window.page.model_id:
            self.hearing.leave()
        self._window.page.show_model(self._state.model(model_id), self._state.songs(model_id))
        self._window.page.show_generations(self._state.generations(model_id))
        self._clipboard_rests.start()
        self._window.retitle()

    def _show_songs(self, model_id: str, song_ids: Sequence[str]) -> None:
        """Select songs that have just come, where they are in sight."""
        self._events.flush()
        if model_id == self.actions.model_id:
            self._window.page.view.show_songs(song_ids)

    def _usual_training(self) -> float:
        """Return the seconds that earlier models took, or what is documented while there is none."""
        took = [
            model.finished_at - model.attempt.confirmed_at
            for model in self._state.models()
            if model.finished_at and model.attempt is not None and model.attempt.outcome is Outcome.READY
        ]
        if not took:
            return PRACTICE_TRAINING if self._program.practice else USUAL_TRAINING
        from statistics import median  # noqa: PLC0415 - large, and most have not trained any yet

        return max(median(took), 1.0)

    def name_account(self) -> None:
        """Name the account's button: connect, or the balance."""
        account = self.account
        self._window.credits.setVisible(account.connected)
        self._window.banner.balance = account.balance
        self._window.banner.unread = account.unread
        self._window.banner.retranslate()
        self._window.page.set_balance(account.balance)
        self._window.page.empty.set_connected(account.connected and not account.is_refused)
        say = words.account
        balance = format.amount(account.balance) if account.balance is not None else ""
        self._window.name_account(
            say.account_button(balance) if account.connected else say.connect_button(),
            say.account_button(format.amount(USUALLY_MOST)),
        )

    def _remember_untested(self) -> None:
        """Remember a token that could not be tested in this run, to be tested in the next."""
        untested = self.account.is_untested and not self.account.in_memory
        if untested != self._preferences.settings.token_untested:
            self.actions.start(self._preferences.save(token_untested=untested), "token is (not) tested")

    def _show_prices(self) -> None:
        """Show what the next upload will cost, as far as it is known."""
        self._window.page.set_prices(self.credits.last)

    def _visible_models(self) -> list[Model]:
        models = self._state.models()
        any_archived = any(model.archived for model in models)
        self._window.sidebar.archived.setVisible(any_archived)
        if any_archived and self._window.sidebar.archived.isChecked():
            return models
        return [model for model in models if not model.archived]

    def _archived_toggled(self) -> None:
        self._window.model_list.show(self._visible_models())
        self._window.sidebar.choose(self.actions.model_id)

    # Events

    def _handle_events(self, events: Sequence[Event]) -> None:
        sent = {event.song.id: event.sent for event in events if isinstance(event, FileProgress)}
        if changes := [event for event in events if not isinstance(event, FileProgress)]:
            self._handle_changes(changes)
        for song_id, count in sent.items():
            self._window.page.table.set_sent(song_id, count)

    def _handle_changes(self, events: Sequence[Event]) -> None:
        shown_id = self.actions.model_id
        changes = self._gather(events, shown_id)
        was_uploading = self._is_uploading()
        self._state.apply(events)
        if shown_id:
            self._window.page.update_model(
                self._state.model(shown_id), list(changes.saved.values()), list(changes.removed.values())
            )
        if self.account.connected and was_uploading and not self._is_uploading():
            self.credits.learn_anew()  # uploads may have been charged for
        elif self.account.connected and self._window.page.waits_for_upload():
            self.credits.learn()
        if changes.made:
            self._window.page.show_generations(self._state.generations(shown_id))
        self._window.model_list.show(self._visible_models())
        if shown_id:
            self._window.sidebar.choose(shown_id)
        self._window.retitle()
        self._announcer.handle_events(events)
        self._end_doubt()
        if changes.charged:
            self.actions.ask_balance()
            if self._window.page.offers_to_start_over():  # and says what that will cost
                self.credits.learn_anew()
        self._close_if_sent()

    def _is_uploading(self) -> bool:
        return any(self._state.counts(model.id).under_way for model in self._state.models())

    def _gather(self, events: Sequence[Event], shown_id: str) -> _PageChanges:
        changes = _PageChanges()
        for event in events:
            match event:
                case SongSaved(song) if song.model_id == shown_id:
                    changes.saved[song.id] = song
                    changes.removed.pop(song.id, None)
                case SongRemoved(song) if song.model_id == shown_id:
                    changes.removed[song.id] = song
                    changes.saved.pop(song.id, None)
                case ModelSaved(model):
                    changes.charged |= self._perhaps_charged(model)
                case GenerationSaved(generation):
                    before = self._state.generation(generation.id)
                    changes.charged |= before is None or before.state is not generation.state
                    changes.made |= generation.model_id == shown_id
                case SongsFound(_, count):
                    self._window.toast.say(words.songs.found(count))
                case OutageChanged(outage):
                    self._show_outage(outage)
        return changes

    def _show_outage(self, outage: Outage | None) -> None:
        self._window.banner.show_outage(outage)
        if outage is not None and outage.remedy is Remedy.ADD_CREDITS:
            self.actions.ask_balance()
        self._count_down()

    def _perhaps_charged(self, model: Model) -> bool:
        outcome = model.attempt.outcome if model.attempt is not None else None
        return outcome in CHARGED_PERHAPS and outcome is not self._state.outcome_of(model.id)

    def _confirming(self, model_id: str) -> None:
        self._window.state.confirming = model_id
        self._window.model_list.show(self._visible_models())

    def _count_down(self) -> None:
        if self._window.banner.counts_time():
            self._seconds.start()
        else:
            self._seconds.stop()

    # Requests that need a look at the selection

    def _rename(self, model_id: str) -> None:
        """Have the name written where it stands."""
        self.show_model(model_id)
        self._window.page.name.setFocus()
        self._window.page.name.selectAll()

    def _look_into_clipboard(self) -> None:
        """Offer the links that were copied, where one begins with them."""
        page = self._window.page
        if page.empty.isVisible() and self._window.isActiveWindow():
            page.empty.set_links_to_paste(self._count_links(clipboard_text()))

    def _paste_or_ask(self) -> None:
        """Add what is in the clipboard; where that holds no link, ask for some."""
        text = clipboard_text()
        if self._count_links(text):
            self.importer.add_text(text)
        else:
            self.importer.open_links_dialog()

    def _count_links(self, text: str) -> int:
        return count_links(text, self._program.tokens.holds_token)

    def _show_how(self) -> None:
        self._dialogs.open_help(sharing=True)

    def _try_samples(self) -> None:
        """Add the samples in practice; otherwise open a practice window beside this one."""
        if self._program.practice:
            self.importer.add_samples(SAMPLE_LINKS)
        else:
            self.actions.start(self._practise(), "practice window")

    async def _practise(self) -> None:
        self._window.toast.say(words.program.practice_opens())
        if self._is_practising:
            return  # a double click, or a press while one is open, is not another window
        self._is_practising = True
        try:
            await practise(self._preferences.language.current)
        except OSError:
            self._window.toast.say(words.program.no_practice(), tone="warning")
        finally:
            self._is_practising = False

    def _name_song(self, song_id: str, text: str) -> bool:
        """Rename a song, or add what is written if it is a link; return whether it was taken."""
        if has_link(text):
            self.importer.add_text(text)
            return True
        return self.actions.rename_song(song_id, text)

    def _duplicate(self) -> None:
        self.actions.duplicate()

    def _do_with_songs(self, action: SongAction, song_ids: list[str]) -> None:
        actions, view = self.actions, self._window.page.view
        do: dict[SongAction, Callable[[list[str]], object]] = {
            SongAction.RETRY: actions.retry,
            SongAction.GO_ON: actions.go_on,
            SongAction.PAUSE: actions.pause,
            SongAction.SEND_AGAIN: actions.send_again,
            SongAction.LOOK_FOR: lambda _ids: actions.look_for(),
            SongAction.TRY_ANYWAY: actions.try_anyway,
            SongAction.CHECK_AGAIN: actions.check_again,
            SongAction.LISTEN: lambda _ids: self.hearing.hear(view.songs()[0]),
            SongAction.EDIT: lambda ids: view.edit_link(ids[0]),
            SongAction.CHOOSE_FILE: lambda ids: self.importer.choose_another(ids[0]),
            SongAction.RENAME: lambda ids: view.edit_name(ids[0]),
            SongAction.OPEN_LINK: lambda _ids: self._open(view.songs()[0]),
            SongAction.TRAIN: actions.train,
            SongAction.LEAVE_OUT: actions.leave_out,
            SongAction.COPY_LINK: lambda _ids: self._copy_selected(),
            SongAction.REMOVE: actions.remove,
        }
        do[action](song_ids)

    def _open(self, song: Song) -> None:
        """Open it in the browser, or a file with what this computer plays it with."""
        if song.link:
            open_or_show(song.link, self._window)
        else:
            open_song(Path(song.file))

    def _remove_selected(self) -> None:
        """Remove what is selected, or say why that cannot be."""
        if songs := self._window.page.view.songs():
            self.actions.remove([song.id for song in songs])

    def _copy_selected(self) -> None:
        self.actions.copy_links(self._window.page.view.songs())

    def _song_menu(self, position: QPoint) -> None:
        fitting = [action for action in self._window.page.actions_for_songs.all() if action.isVisible()]
        menu = QMenu(self._window)
        menu.addActions(fitting)
        view = self._window.page.view
        columns = menu.addMenu(words.songs.columns())
        view.offer_columns(columns)
        if view.can_order() and fitting:
            last = next((one for one in fitting if one.data() is SongAction.REMOVE), columns.menuAction())
            for text, key, by in (
                (words.songs.move_up(), "Alt+Up", -1),
                (words.songs.move_down(), "Alt+Down", 1),
            ):
                action = QAction(text, menu)
                action.setShortcut(QKeySequence(key))
                action.triggered.connect(partial(view.move_selected, by))
                menu.insertAction(last, action)
        self._window.open_menu(menu, position)

    def _model_menu(self, model_id: str, position: QPoint) -> None:
        menu = QMenu(self._window)
        model = self._state.model(model_id)
        entries: list[tuple[str, str, Callable[[str], None]]]
        entries = [(words.models.rename(), "edit", self._rename)]
        if model.model_ref:
            entries.append((words.models.copy_id(), "copy", self.actions.copy_id))
        entries.append((words.models.duplicate(), "duplicate", self.actions.duplicate))
        if model.archived:
            entries.append((words.models.unarchive(), "undo", self.actions.bring_back))
        else:
            entries.append((words.models.archive(), "archive", self.actions.put_away))
        for text, icon, do in entries:
            action = QAction(self._icons.icon(icon), text, menu)
            action.setData(model_id)
            action.triggered.connect(lambda _checked=False, do=do: do(model_id))
            menu.addAction(action)
        self._window.open_menu(menu, position)
