"""Songs that were made with a finished model: where each stands, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.ui.widgets.room import keep_room
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong, visible
from mountsea_desktop.workflow.problem import JobFault, Problem

ROW, MOST_ROWS = 32, 5
"""Height of a row, in px at ordinary text size, and how many are seen at once."""
SONGS_OF_AN_ORDER = 2
"""How many Mountsea makes; the row of an order under way is as high as they will be."""
_MAY_BE_ASKED_FOR = frozenset({JobFault.SONG_WITHOUT_SOUND, JobFault.SONG_UNCLEAR})


@dataclass(frozen=True, slots=True)
class Row:
    """One made song, or an order that there is none of (yet)."""

    generation: Generation
    song: MadeSong | None = None
    number: int = 0
    """Which of several it is, from 1; 0 for the only one."""

    @property
    def key(self) -> str:
        """What it is known by."""
        return f"{self.generation.id} {self.song.clip_id if self.song is not None else ''}"

    @property
    def title(self) -> str:
        """What it is called."""
        own = self.song.title if self.song is not None else ""
        title = self.generation.title or own or self.generation.description or words.made_songs.untitled()
        title = format.plain(title, 120)
        return words.made_songs.numbered(title, self.number) if self.number else title

    @property
    def problem(self) -> Problem | None:
        """Why it cannot be heard."""
        return self.song.problem if self.song is not None else self.generation.problem

    @property
    def file(self) -> str:
        """The name of its file; empty while there is none."""
        return self.song.present_file if self.song is not None else ""

    @property
    def is_under_way(self) -> bool:
        """Whether songs will be in its place, if all goes well."""
        return self.song is None and self.generation.state in {
            GenerationState.SENDING,
            GenerationState.WORKING,
        }

    @property
    def is_awaited(self) -> bool:
        """Whether it can be heard soon, if all goes well."""
        is_being_saved = self.song is not None and not self.file and self.problem is None
        return self.is_under_way or is_being_saved

    @property
    def high(self) -> int:
        """How many rows' height it takes."""
        return SONGS_OF_AN_ORDER if self.is_under_way else 1

    @property
    def can_be_fetched(self) -> bool:
        """Whether asking for it again may help, and costs nothing."""
        if self.song is not None:
            return not self.file and self.song.problem is not None
        problem = self.generation.problem
        return problem is not None and problem.code in _MAY_BE_ASKED_FOR and bool(self.generation.task_id)

    @property
    def can_be_deleted(self) -> bool:
        """Whether nothing is going on with it."""
        ended = {GenerationState.FAILED, GenerationState.UNCLEAR}
        return self.song is not None or self.generation.state in ended

    def status(self, now: float) -> str:
        say = words.made_songs
        if self.problem is not None:
            return format.plain(words.problems.explain(self.problem).what)
        match self.generation.state:
            case GenerationState.SENDING:
                return say.sending()
            case GenerationState.WORKING:
                return say.working(format.elapsed(max(0.0, now - self.generation.since)))
        return say.ready() if self.file else say.fetching()

    @property
    def look(self) -> tuple[str, Role]:
        """Its icon, and the colour of that."""
        match self.generation.state:
            case GenerationState.SENDING:
                return "song_sending", Role.INFO
            case GenerationState.WORKING:
                return "song_accepted", Role.INFO
            case GenerationState.UNCLEAR:
                return "song_unclear", Role.WARNING
            case GenerationState.FAILED:
                return "song_failed", Role.DANGER
        if self.problem is not None:
            return "song_needs_attention", Role.WARNING
        return ("song_uploaded", Role.SUCCESS) if self.file else ("song_accepted", Role.INFO)


def rows_of(generations: Sequence[Generation]) -> list[Row]:
    """Return the rows, newest order first."""
    rows: list[Row] = []
    for generation in reversed(visible(generations)):
        songs = generation.songs
        if songs:
            several = len(songs) > 1
            rows += [Row(generation, song, at if several else 0) for at, song in enumerate(songs, start=1)]
        else:
            rows.append(Row(generation))
    return rows


class SongsMade(Retranslated, QWidget):
    """The table with its buttons; hidden while nothing was made."""

    play_wanted = Signal()
    """Of the selected one, or that it pauses."""
    selected = Signal()
    save_wanted = Signal(object)
    folder_wanted = Signal(object)
    fetch_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, icons: Icons, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._now = now
        self._generations: Sequence[Generation] = ()
        self._rows: list[Row] = []
        self._is_filling = False
        scale = Scale.of(self.font())
        self._heading, self._text = Label(), Label(wraps=True)
        set_style(self._heading, kind="heading")
        set_style(self._text, kind="muted")
        self.table = _Table(self)
        self.table.itemSelectionChanged.connect(self._select)
        self.table.toggle_wanted.connect(self.play_wanted)
        self.table.delete_wanted.connect(self._delete)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.details = Details()
        self.save, self.folder, self.fetch, self.delete = (
            QPushButton(icons.icon(name), "") for name in ("save", "folder", "retry", "remove")
        )
        for button, wanted in (
            (self.save, self.save_wanted),
            (self.folder, self.folder_wanted),
            (self.fetch, self.fetch_wanted),
            (self.delete, self.delete_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: self._emit(wanted))
        buttons = Flow(scale(8))
        buttons.add(self.save, self.folder, self.fetch, self.delete, self.details.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale(4))
        for part in (self._heading, self.table, self._text, self.details, buttons):
            layout.addWidget(part)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        say = words.made_songs
        self._heading.setText(say.list_name())
        self.table.setAccessibleName(say.list_name())
        self.table.setHorizontalHeaderLabels([say.column_song(), say.column_length(), say.column_status()])
        for button, text in (
            (self.save, say.save_as()),
            (self.folder, say.show_in_folder()),
            (self.fetch, say.ask_again()),
            (self.delete, say.delete()),
        ):
            button.setText(text)
        self.show_generations(self._generations)

    def show_generations(self, generations: Sequence[Generation]) -> None:
        """Show what was made with the model, and where that stands; what was selected stays so."""
        chosen = self.row()
        self._generations = generations
        self._rows = rows_of(generations)
        self._fill()
        keys = [row.key for row in self._rows]
        if self._rows:
            at = keys.index(chosen.key) if chosen is not None and chosen.key in keys else self._first()
            self.table.select(at)
        self.setVisible(bool(self._rows))
        self._select()

    def _first(self) -> int:
        return next((number for number, row in enumerate(self._rows) if row.file), 0)

    def _fill(self) -> None:
        self._is_filling = True
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            self.table.make_high(number, row.high)
            seconds = row.song.duration if row.song is not None else None
            length = format.elapsed(seconds) if seconds is not None else ""
            for column, text in enumerate((row.title, length, row.status(self._now()))):
                item = self.table.cell(number, column)
                item.setText(text)
                item.setToolTip(tooltip(text))
                if column == 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == 2:
                    name, role = row.look
                    item.setIcon(self._icons.icon(name, role))
        self.table.fit(sum(row.high for row in self._rows))
        self._is_filling = False

    def counts_time(self) -> bool:
        """Return whether a time is shown that goes on."""
        return any(row.generation.state is GenerationState.WORKING for row in self._rows)

    def tick(self) -> None:
        """Count another second."""
        for number, row in enumerate(self._rows):
            if (item := self.table.item(number, 2)) is not None:
                item.setText(row.status(self._now()))

    def row(self) -> Row | None:
        numbers = {index.row() for index in self.table.selectionModel().selectedRows()}
        return next((row for number, row in enumerate(self._rows) if number in numbers), None)

    def _select(self) -> None:
        if self._is_filling:
            return
        row = self.row()
        problem = row.problem if row is not None else None
        self._text.setText(words.problems.describe(problem) if problem is not None else "")
        self._text.setVisible(problem is not None)
        self.details.set_problem(problem)
        for button in (self.save, self.folder, self.delete):
            keep_room(button, keep=row is not None and row.is_awaited)
        has_file = row is not None and bool(row.file)
        self.save.setVisible(has_file)
        self.folder.setVisible(has_file)
        self.fetch.setVisible(row is not None and row.can_be_fetched)
        self.delete.setVisible(row is not None and row.can_be_deleted)
        self.selected.emit()

    def _emit(self, wanted: Signal) -> None:
        if (row := self.row()) is not None:
            wanted.emit(row)  # type: ignore[attr-defined]  # bound to this object

    def _delete(self) -> None:
        if self.delete.isVisible():
            self.delete.click()

    def _open_menu(self, position: QPoint) -> None:
        """Open a menu with the same as the buttons."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.save, self.folder, self.fetch, self.delete):
            if button.isVisible():
                menu.addAction(button.icon(), button.text()).triggered.connect(button.click)
        menu.popup(self.table.viewport().mapToGlobal(position))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._rows:
            self._fill()


class _Table(QTableWidget):
    """A list of a few rows, as high as they need."""

    toggle_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        scale = Scale.of(self.font())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scale(ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # Of a few rows; with thousands it would measure each of them again and again.
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        """Return the cell there, made when it is first asked for."""
        if (item := self.item(row, column)) is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        return item

    def select(self, row: int) -> None:
        """Select a row; Qt's own `selectRow` selects nothing where one reads from right to left."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def make_high(self, row: int, rows: int) -> None:
        """Make one row as high as so many."""
        self.setRowHeight(row, rows * self.verticalHeader().defaultSectionSize())

    def fit(self, rows: int) -> None:
        """Be as high as so many rows, up to some."""
        shown = min(max(rows, 1), MOST_ROWS)
        high = (
            self.horizontalHeader().sizeHint().height() + shown * self.verticalHeader().defaultSectionSize()
        )
        self.setFixedHeight(high + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and pause with Space; delete with Delete."""
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.toggle_wanted.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)
