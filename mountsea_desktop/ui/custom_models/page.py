"""The page of one model: add songs, upload them, create the model, use it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.custom_models.attempt_card import AttemptCard
from mountsea_desktop.ui.custom_models.create_bar import CreateBar
from mountsea_desktop.ui.custom_models.next_step import WAITING, Step, is_dead, next_step, to_upload
from mountsea_desktop.ui.custom_models.progress import UploadProgress
from mountsea_desktop.ui.custom_models.songs_made import SongsMade
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.player.bar import PlayerBar
from mountsea_desktop.ui.songs.empty import EmptyList
from mountsea_desktop.ui.songs.panel import SongPanel
from mountsea_desktop.ui.songs.song_actions import HOPELESS, SongActions
from mountsea_desktop.ui.songs.table_model import SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.upload_price import cost
from mountsea_desktop.ui.widgets.cover import own_colour
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.ui.widgets.room import keep_room
from mountsea_desktop.ui.widgets.title_field import TitleField
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import OPEN, PRICE, Model, ModelState, state_of, trained_on
from mountsea_desktop.workflow.naming import LONGEST_NAME, NameFormError, clean_name
from mountsea_desktop.workflow.prices import Spent, UploadPrice
from mountsea_desktop.workflow.song import FINAL, Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts

TONES = {
    ModelState.UPLOADING: "info",
    ModelState.CAN_BE_CREATED: "success",
    ModelState.SENDING: "info",
    ModelState.TRAINING: "info",
    ModelState.READY: "success",
    ModelState.FAILED: "danger",
    ModelState.UNCLEAR: "warning",
}
"""How the chip beside the name looks; its words say the same."""
USUAL_NAME = 16
"""Characters that Suno's own page takes for a model's name."""
NAME_RESTS = 1_500
"""Milliseconds without a change after which a name counts as finished, wherever the keyboard is."""


class ModelPage(Retranslated, QWidget):
    """Composes the parts of a model's page and keeps them in step. Changes it asks for."""

    add_wanted = Signal()
    import_wanted = Signal()
    choose_files_wanted = Signal()
    paste_wanted = Signal()
    upload_wanted = Signal()
    stop_wanted = Signal()
    retry_all_wanted = Signal()
    create_wanted = Signal(str)
    """Under the name that the field says."""
    name_wanted = Signal(str)
    secret_given = Signal()
    """The token was put where a name belongs; the name is as it was."""
    start_over_wanted = Signal()
    begins = Signal()
    """Another model is shown, or the same one is in a state that has a page of its own."""
    links_given = Signal(str)
    """Links went into the field for the name."""

    def __init__(
        self, icons: Icons, now: Callable[[], float], parent: QWidget | None = None, *, practice: bool = False
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._now = now
        self._model: Model | None = None
        self._is_practice = practice
        self._looks: tuple[object, ...] = ()
        """What decides which parts are shown."""
        self._prices: Mapping[Spent, Decimal] = {}
        self.table = SongTableModel(icons, now, self)
        self.actions_for_songs = SongActions(icons, self)
        self.holds_secret: Callable[[str], bool] = lambda _text: False
        self.has_link: Callable[[str], bool] = lambda _text: False
        """Whether the token is in a text, which is no name then."""
        self.view = SongView(self.table)
        self.view.selected.connect(self._select)
        self.empty = EmptyList(icons)
        self.empty.add_wanted.connect(self.add_wanted)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.choose_files_wanted.connect(self.choose_files_wanted)
        self.empty.paste_wanted.connect(self.paste_wanted)
        self.panel = SongPanel(self.actions_for_songs, practice=practice)
        self.progress = UploadProgress(icons)
        self.bar = CreateBar(icons, self.progress)
        self.bar.create_wanted.connect(self._create)
        self.bar.start_over_wanted.connect(self.start_over_wanted)
        self.attempt = AttemptCard(icons, practice=practice)
        self.songs_made = SongsMade(icons, now)
        self.player = PlayerBar(icons)
        self.name, self._name_fault = TitleField(icons), Label(wraps=True)
        self._chip = Label()
        set_style(self._chip, kind="chip")
        self.name.setMaxLength(LONGEST_NAME * 4)
        self.name.editingFinished.connect(self._name_edited)
        self.name.returnPressed.connect(self._leave_name)
        self.name.textChanged.connect(self._name_changed)
        self._name_rests = QTimer(self, singleShot=True, interval=NAME_RESTS)
        self._name_rests.timeout.connect(self._name_rested)
        set_style(self._name_fault, tone="danger")
        self.add = self._button(icons, "add", self.add_wanted)
        self.files = self._button(icons, "song", self.choose_files_wanted)
        self.import_list = self._button(icons, "log", self.import_wanted)
        set_style(self.import_list, kind="quiet")
        self.upload = self._button(icons, "upload", self.upload_wanted)
        self.stop = self._button(icons, "stop", self.stop_wanted)
        self.stop.hide()
        self._doing_rests = QTimer(self, singleShot=True)
        """While it runs, what has just come under the pointer cannot be pressed."""
        self._doing_rests.timeout.connect(self._enable_doing)
        self.retry_all = self._button(icons, "retry", self.retry_all_wanted)
        self._balance: Decimal | None = None
        self._has_room = True
        self._seconds = QTimer(self, interval=1_000)
        self._seconds.timeout.connect(self._tick)
        self._lay_out()
        self.retranslate()

    def put_banner(self, banner: QWidget) -> None:
        """Put what stops everything between the songs and what is said of them, at the list's own expense."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.area) + 1, banner)

    def _button(self, icons: Icons, icon: str, wanted: "object") -> QPushButton:
        button = QPushButton(icons.icon(icon), "")
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        scale = Scale.of(self.font())
        self.head, self._doing = QHBoxLayout(), Flow(scale(8))
        self.head.setSpacing(scale(8))
        self.head.addWidget(self.name)
        self.head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._name_fault, 1)
        self.head.addStretch(1)
        self._doing.add(self.add, self.files, self.import_list, self.upload, self.stop, self.retry_all)
        self.songs_fold = QPushButton()
        self.songs_fold.setCheckable(True)
        self.songs_fold.setChecked(True)
        self.songs_fold.toggled.connect(self._update)
        set_style(self.songs_fold, kind="fold")
        folding = QHBoxLayout()
        folding.addWidget(self.songs_fold)
        folding.addStretch()
        self.area = QWidget()
        """Where the songs are, and over whose foot messages lie."""
        self._inside = inside = QVBoxLayout(self.area)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scale(8))
        for part in (self.attempt, self.songs_made, self._doing):
            inside.addWidget(part)
        inside.addLayout(folding)
        inside.addWidget(self.empty, 1)
        inside.addWidget(self.view, 1)
        inside.addStretch()  # the list of songs is folded: what is above stays where it is
        self.view.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale(8))
        layout.addLayout(self.head)
        layout.addWidget(self.area, 1)
        self._outside = layout
        layout.addWidget(self.player)
        layout.addWidget(self.panel)
        layout.addWidget(self.bar)

    def retranslate(self) -> None:
        self.name.setAccessibleName(words.models.name_field())
        self.add.setText(words.songs.add())
        self.files.setText(words.files.add())
        self.import_list.setText(words.links.import_file())
        self.retry_all.setText(words.songs.retry_all())
        self.stop.setText(words.songs.stop())
        self.stop.setAccessibleDescription(words.songs.stop_text())
        self.stop.setToolTip(tooltip(words.songs.stop_text()))
        for button, text in (
            (self.add, self.add.text()),
            (self.files, self.files.text()),
            (self.import_list, self.import_list.text()),
            (self.upload, words.songs.upload(88)),
            (self.stop, words.songs.upload(88)),
        ):
            reserve_width(button, text)
        self.table.refresh()
        self._update()

    @property
    def model_id(self) -> str:
        """Which model is shown; empty before the first."""
        return self._model.id if self._model is not None else ""

    def show_model(self, model: Model, songs: Sequence[Song]) -> None:
        """Show another model, with these songs."""
        self._model = model
        self._name_fault.clear()
        self._show_name(model.name)
        self.table.show(songs)
        self._update()
        self._select()

    def update_model(self, model: Model, changed: Sequence[Song] = (), gone: Sequence[Song] = ()) -> None:
        """Show what changed of this model: these songs of it are new or other, and those are gone."""
        could = self.bar.button.isEnabled()
        self._model = model
        if not self.name.hasFocus() and not self._name_rests.isActive():
            self._show_name(model.name)
        self.table.drop(song.id for song in gone)
        self.table.put(changed)
        self._update()
        self._select()
        if self.bar.button.isEnabled() and not could and any(s.state is SongState.UPLOADED for s in changed):
            self.bar.celebrate()  # the pills do so by themselves

    def give_room(self, has_room: bool) -> None:
        """Say beside the name how the model stands, or leave that to the list at the side."""
        if has_room != self._has_room:
            self._has_room = has_room
            self._check_name(self.name.text())

    def set_balance(self, balance: Decimal | None) -> None:
        """Take over the credits, as far as they are known."""
        if balance != self._balance:
            self._balance = balance
            self._update()

    def set_prices(self, prices: Mapping[Spent, Decimal]) -> None:
        """Take over what the last one of each kind cost, as far as that is known."""
        if prices != self._prices:
            self._prices = dict(prices)
            self._update()

    def recolour(self) -> None:
        self._update()

    def set_dragging(self, dragging: bool) -> None:
        """Show where something that is dragged over the window and may hold songs will land, or no longer."""
        self.empty.set_dragging(dragging)
        set_style(self.view, tone="info" if dragging else "")

    def show_generations(self, generations: Sequence[Generation]) -> None:
        """Show what was made with the model; the songs it learned from make room for that."""
        was_there = not self.songs_made.isHidden()
        self.songs_made.show_generations(generations)
        is_there = not self.songs_made.isHidden()
        if is_there != was_there:
            self.songs_fold.setChecked(not is_there)
            self._place_player(is_there)
        self._keep_time()

    def _place_player(self, by_made_songs: bool) -> None:
        """Put the player below what was made, or between the list of songs and what is said of them.

        Below what was made it keeps its room: a song gets ready while somebody is about to press something.
        """
        keep_room(self.player, keep=by_made_songs)
        for part in self.player.findChildren(QWidget):
            part.ensurePolished()  # hidden, it would be measured in the ordinary font
        if by_made_songs:
            self._inside.insertWidget(self._inside.indexOf(self.songs_made) + 1, self.player)
        else:
            self._outside.insertWidget(self._outside.indexOf(self.panel), self.player)

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on: to the songs, or to the next step while there are none."""
        (self.view if self.view.isVisible() else self.empty.first()).setFocus()

    def _create(self) -> None:
        self.create_wanted.emit(self.name.text())

    def _select(self) -> None:
        self.panel.select(self.view.songs())

    def _show_no_model(self) -> None:
        """As an empty one looks: the window is on screen a moment before it is known which model there is."""
        for part in (self._chip, self._doing, self.songs_fold, self.panel):
            part.hide()
        self.bar.set_reason(next_step(ModelState.DRAFT, self.table.counts).text, can_create=False)

    def _update(self) -> None:
        if self._model is None:
            self._show_no_model()
            return
        # Counted from the rows, which follow the events: memory may be further on than the disk.
        model, counts = self._model, self.table.counts
        state = state_of(model, counts)
        step = next_step(state, counts)
        waiting = to_upload(counts)
        songs = counts.total
        can_work = state in OPEN
        self._close_songs(can_work, trained_on(model))
        self._show_state(state, too_few=self._balance is not None and self._balance < PRICE)
        unfolded = self.songs_fold.isChecked() or can_work
        self.songs_fold.setVisible(not can_work and bool(songs))
        self.songs_fold.setText(self._name_songs(model, songs))
        self.songs_fold.setIcon(self._icons.icon("chevron_down" if unfolded else "chevron_right"))
        here, away = (self.view, self.empty) if songs else (self.empty, self.view)
        here.setVisible(not songs or unfolded)  # first, so that the keyboard finds it when the other goes
        away.hide()
        self.panel.setVisible(bool(songs) and unfolded)
        self.progress.set_counts(counts, self.table.shares())
        self._doing.setVisible(can_work and bool(songs))
        self.upload.setText(words.songs.upload(waiting))
        self._offer_stop(counts.stoppable > 0, waiting > 0)
        self.upload.setAccessibleDescription("" if waiting else step.text)
        self.retry_all.setVisible(counts.count(SongState.FAILED) > counts.with_problem(HOPELESS))
        self.bar.setVisible(can_work)
        self.name.setReadOnly(state in {ModelState.CONFIRMING, ModelState.SENDING})
        self._point_out(self.add, "add", step.step is Step.ADD)
        self._point_out(self.upload, "upload", step.step is Step.UPLOAD)
        self._point_out(self.retry_all, "retry", step.step is Step.RETRY)
        attempt = model.attempt if state is ModelState.FAILED else None
        reason, problem = step.text, model.problem
        if attempt is not None and attempt.problem is not None:
            problem = attempt.problem
            failure = words.models.attempt_failed(words.problems.describe(problem))
            reason = failure if step.step is Step.CREATE else words.problems.join(failure, step.text)
        elif problem is not None:
            reason = words.problems.describe(problem)
        short = self._short_of_credits(counts)
        self.bar.set_reason(
            reason,
            words.problems.join(
                self._cost_ahead(counts),
                self._cost_of_starting_over(counts) if is_dead(model, counts) else "",
                short or step.advice,
                words.songs.not_kept() if self._is_practice and step.step is Step.WAIT else "",
                "" if short else self._advice_on_the_name(step.step),
            ),
            can_create=step.step is Step.CREATE,
            wrong=attempt is not None,
            short=bool(short),
            dead=is_dead(model, counts),
            problem=problem,
        )
        self._show_attempt(model)
        self._keep_time()
        looks = (model.id, can_work, bool(songs), state is ModelState.READY)
        if looks != self._looks:
            self._looks = looks
            self.begins.emit()

    def _name_songs(self, model: Model, count: int) -> str:
        """Say how many songs it learns from, and how many are there besides."""
        clips = set(model.attempt.clip_ids) if model.attempt is not None else set()
        used = sum(song.clip_id in clips for song in self.table.songs())
        say, others = words.songs, count - used
        if used and others > 0:
            return say.listed(say.its_songs(used), say.not_used_count(others))
        return say.its_songs(count)

    def _offer_stop(self, can_stop: bool, can_upload: bool) -> None:
        """Put "Stop" where "Upload" was while songs wait, and back.

        The second press of a double click is meant for neither.
        """
        shown = {self.stop: can_stop, self.upload: can_upload or not can_stop}
        comes = any(is_shown and button.isHidden() for button, is_shown in shown.items())
        if comes and (interval := QApplication.doubleClickInterval()):
            self._doing_rests.start(interval)
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
        self._enable_doing()

    def _enable_doing(self) -> None:
        rests = self._doing_rests.isActive()
        self.stop.setEnabled(not rests)
        self.upload.setEnabled(not rests and to_upload(self.table.counts) > 0)

    def offers_to_start_over(self) -> bool:
        """Return whether only uploading everything anew helps."""
        return self._model is not None and is_dead(self._model, self.table.counts)

    def waits_for_upload(self) -> bool:
        """Return whether songs are there that could be uploaded, so that their price is of interest."""
        return self._model is not None and self.table.counts.count(*WAITING) > 0

    def _short_of_credits(self, counts: SongCounts) -> str:
        """Say that credits are short: from the first song on, and not only once everything is uploaded."""
        needed = (self._upload_price(counts).total or 0) + PRICE
        if self._balance is None or self._balance >= needed:
            return ""
        balance = format.amount(self._balance)
        if needed == PRICE:
            return words.models.balance_short(balance, PRICE)
        return words.credits.too_little_in_the_end(balance, format.amount(needed))

    def _cost_ahead(self, counts: SongCounts) -> str:
        """Return what uploading the songs that wait will cost, as far as it was seen."""
        price = self._upload_price(counts)
        return "" if self._is_practice or not price.count else cost(price)

    def _upload_price(self, counts: SongCounts) -> UploadPrice:
        each, model = self._prices.get(Spent.UPLOAD), self._prices.get(Spent.CREATE)
        return UploadPrice(counts.count(*WAITING), each, model, self._balance)

    def _cost_of_starting_over(self, counts: SongCounts) -> str:
        """Return what uploading all songs once more will cost, as far as it was seen."""
        again, each = counts.count(*FINAL), self._prices.get(Spent.UPLOAD)
        if not again or not each:
            return ""
        return words.credits.starting_over(again, format.amount(each * again))

    def _advice_on_the_name(self, step: Step) -> str:
        """Say what is advised where the name is about to be used; it is never a reason not to."""
        is_long = self._model is not None and len(self._model.name) > USUAL_NAME
        return words.models.long_name(USUAL_NAME) if step is Step.CREATE and is_long else ""

    def _show_attempt(self, model: Model) -> None:
        clips = set(model.attempt.clip_ids) if model.attempt is not None else set()
        titles = [song.title for song in self.table.songs() if song.clip_id in clips]
        self.attempt.set_model(model, self._now(), titles)

    def _show_state(self, state: ModelState, *, too_few: bool) -> None:
        is_short = state is ModelState.CAN_BE_CREATED and too_few
        self._chip.setText(words.models.too_few_credits() if is_short else words.models.state(state))
        set_style(self._chip, tone="warning" if is_short else TONES.get(state, ""))
        scheme, own = self._icons.scheme, ""
        if state is ModelState.TRAINING and not scheme.high_contrast:
            colour = own_colour(self.model_id, scheme[Role.HOVER]).name()
            own = f"color: {colour}; border-color: {colour}; background: {scheme[Role.HOVER]}"
        if self._chip.styleSheet() != own:
            self._chip.setStyleSheet(own)

    def _close_songs(self, can_work: bool, trained_on: frozenset[str] | None) -> None:
        """Offer no change where none is possible; say which songs were used once that is known."""
        self.actions_for_songs.is_open = can_work
        self.panel.trained_on = trained_on
        if (self.table.is_open, self.table.trained_on) != (can_work, trained_on):
            self.table.is_open, self.table.trained_on = can_work, trained_on
            self.table.refresh()
            self._select()

    def _point_out(self, button: QPushButton, icon: str, is_next: bool) -> None:
        """Make one button at a time the obvious one."""
        set_style(button, kind="primary" if is_next else "")
        button.setIcon(self._icons.icon(icon, Role.ON_ACCENT if is_next else Role.TEXT))

    def _keep_time(self) -> None:
        """Count seconds only while there is something to count."""
        parts = self.table, self.attempt, self.songs_made
        needed = self.isVisible() and any(part.counts_time() for part in parts)
        if needed != self._seconds.isActive():
            self._seconds.start() if needed else self._seconds.stop()

    def _tick(self) -> None:
        self.table.tick()
        self.songs_made.tick()
        if self._model is not None and self.attempt.counts_time():
            self._show_attempt(self._model)
        self.progress.set_counts(self.table.counts, self.table.shares())

    def _show_name(self, name: str) -> None:
        """Show the name as it is kept: nobody has typed this, so that nothing is to follow from it."""
        self.name.setText(name)
        self._name_rests.stop()

    def _name_changed(self, text: str) -> None:
        """By keys, or by a tool that never gives the field the keyboard: dictation, a screen reader."""
        if self._model is not None and self.holds_secret(text):
            self._show_name(self._model.name)
            self.secret_given.emit()
            return
        if self._model is not None and text != self._model.name and self.has_link(text):
            self._show_name(self._model.name)  # a link is a song, wherever it is put
            self.links_given.emit(_whole(text))
            return
        self._check_name(text)
        self._name_rests.start()

    def _check_name(self, text: str) -> None:
        try:
            clean_name(text)
        except NameFormError as error:
            self._name_fault.setText(words.models.name_fault(error.fault, LONGEST_NAME))
            set_style(self.name, tone="danger")
        else:
            self._name_fault.clear()
            set_style(self.name, tone="")
        self._chip.setVisible(self._has_room and not self._name_fault.text())
        self._name_fault.setVisible(bool(self._name_fault.text()))

    def _leave_name(self) -> None:
        """Enter ends the naming: what is pasted next is meant for the list."""
        if not self._name_fault.text():
            self.take_keyboard()

    def _name_rested(self) -> None:
        """What cannot be used yet is left in the field while somebody is in it: they may be thinking."""
        if not (self.name.hasFocus() and self._name_fault.text()):
            self._name_edited()

    def _name_edited(self) -> None:
        if self._model is None:
            return
        if self._name_fault.text():
            self._show_name(self._model.name)
            self._check_name(self._model.name)
        elif self.name.text() != self._model.name:
            self.name_wanted.emit(self.name.text())


def reserve_width(button: QPushButton, text: str, *, kind: str = "primary") -> None:
    """Give a button the room it needs with this text, as the obvious one: nothing beside it ever moves."""
    before, is_now = button.text(), button.property("kind")
    button.setMinimumWidth(0)
    button.setText(text)
    set_style(button, kind=kind)
    button.ensurePolished()
    button.setMinimumWidth(button.sizeHint().width())
    button.setText(before)
    set_style(button, kind=is_now or "")


def _whole(text: str) -> str:
    """Return what was pasted, where a field for one line has cut it."""
    pasted = QGuiApplication.clipboard().text()
    first = next(iter(pasted.split()), "")
    return pasted if first and first in text else text
