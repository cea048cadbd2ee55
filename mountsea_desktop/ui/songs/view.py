"""The song list as a person sees and operates it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QHoverEvent, QKeyEvent, QMouseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from mountsea_desktop.storage.settings import TableColumn, TableColumns
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.songs.delegate import Edited, SongDelegate
from mountsea_desktop.ui.songs.row_drag import RowDrag, reordered
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.ui.songs.table_model import ACTION_ROLE, SONG_ROLE, SORT_ROLE, Column, SongTableModel
from mountsea_desktop.ui.theme.row_marks import shows_keyboard
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.workflow.song import Song

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36
"""A row's height in px at ordinary text size: room for fingers, and for a button in it."""

WIDTH_SHARES = {Column.SONG: 0.4, Column.LINK: 0.2}
"""Parts of the width that the length leaves; the status has what remains, for it says what went wrong."""
LEAST_WIDTHS = {Column.SONG: 16, Column.STATUS: 24, Column.LINK: 16}
"""Average characters that a column has room for, be the window ever so small."""
MOST_MARKED = 200
"""Songs that are selected together when they come; each change looks at all that are."""

_PRESSED = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease})


class SongView(Retranslated, QTableView):
    """A table with the usual keys.

    Delete removes, F2 renames, Enter edits the link, Space chooses, Alt+Up and Alt+Down move, Ctrl+C copies
    links, the menu key asks.
    """

    selected = Signal()
    """Which songs are selected has changed."""
    remove_wanted = Signal()
    copy_wanted = Signal()
    action_wanted = Signal(SongAction, list)
    """What is to be done, and the ids of the songs it is for."""
    order_wanted = Signal(list, list)
    """The ids of all songs in another order, and of those that were moved for it."""
    order_refused = Signal()
    """The list is sorted by a column, so that no place in it is the musician's."""
    menu_wanted = Signal(QPoint)
    """A context menu is asked for, at a position on the screen."""

    def __init__(self, table: SongTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._delegate = SongDelegate(self, table.icons, self._take_link, self._take_name)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(table)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.take_link: Callable[[str, str], bool] = lambda _song_id, _text: True
        """Given a song's id and what was typed for a link; returns whether that settles it."""
        self.take_name: Callable[[str, str], bool] = lambda _song_id, _text: True
        """The same for a name."""
        self._fits = True
        """Whether the columns share out the width by themselves."""
        self._is_title_pressed = False
        self.setItemDelegate(self._delegate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._pressed = QPersistentModelIndex()
        """Where the button of the mouse went down."""
        self._pointer = QPoint(-1, -1)
        """Where it is, while it is over the rows."""
        self._drag = RowDrag(self)
        self.doubleClicked.connect(self._double_clicked)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.updateEditorGeometries)
            bar.valueChanged.connect(self._light_anew)
        rows = self._sorted
        for other_rows in (rows.rowsInserted, rows.rowsRemoved, rows.layoutChanged, rows.modelReset):
            other_rows.connect(self._light_anew)
        set_style(self, kind="songs")
        self._lay_out()
        self.setColumnHidden(Column.LINK, True)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.retranslate()

    def _lay_out(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Scale.of(self.font())(ROW_HEIGHT))
        columns = self.horizontalHeader()
        # Never ResizeToContents: with it each changed cell measures every row again.
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionsMovable(True)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._ask_for_columns)
        self.setSortingEnabled(True)
        columns.sectionResized.connect(self._column_resized)
        columns.viewport().installEventFilter(self)

    def columns(self) -> TableColumns:
        """Return widths, order and hiding of the columns, for `restore_columns`."""
        in_order = sorted(Column, key=self.horizontalHeader().visualIndex)
        return TableColumns(
            columns=tuple(
                TableColumn(
                    name=column.name.lower(),
                    width=max(1, self.columnWidth(column)),  # a hidden one has none
                    shown=not self.isColumnHidden(column),
                )
                for column in in_order
            ),
            drawn=not self._fits,
        )

    def restore_columns(self, state: TableColumns | None) -> None:
        """Bring the columns back as they were, those that there are; the song's name always shows."""
        if state is None:
            return
        known = {column.name.lower(): column for column in Column}
        header = self.horizontalHeader()
        for position, kept in enumerate(one for one in state.columns if one.name in known):
            column = known.pop(kept.name, None)
            if column is None:  # named twice
                continue
            header.moveSection(header.visualIndex(column), min(position, len(Column) - 1))
            self.setColumnHidden(column, not kept.shown and column is not Column.SONG)
            if state.drawn and kept.shown:
                self.setColumnWidth(column, kept.width)
        self._fits = not state.drawn
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew, as long as nobody has drawn the columns to a width of their own."""
        super().resizeEvent(event)
        self._share_out()
        if self.state() is QAbstractItemView.State.EditingState:
            edited = self._delegate.edited
            self.scrollTo(self._sorted.index(edited.row(), Column.SONG))
            self.updateEditorGeometries()

    def _share_out(self) -> None:
        if not self._fits:
            return
        # As if the scroll bar were always there: the columns keep their places when it comes or goes.
        bar = self.verticalScrollBar()
        inside = self.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())
        length = self._room_for_lengths()
        width = inside - (0 if self.isColumnHidden(Column.LENGTH) else length)
        widths = {
            column: max(round(width * share), self._least(column)) for column, share in WIDTH_SHARES.items()
        }
        others = sum(wide for column, wide in widths.items() if not self.isColumnHidden(column))
        widths[Column.STATUS] = max(width - others, self._least(Column.STATUS))
        widths[Column.LENGTH] = length
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)

    def _least(self, column: Column) -> int:
        needed = LEAST_WIDTHS[column] * self.fontMetrics().averageCharWidth()
        return max(needed, self.horizontalHeader().minimumSectionSize())

    def _room_for_lengths(self) -> int:
        title = self.horizontalHeader().sectionSizeHint(Column.LENGTH)
        return max(Scale.of(self.font())(64), title)

    def _column_resized(self) -> None:
        if self._is_title_pressed:
            self._fits = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Columns are drawn by their titles; pressed elsewhere, the page may resize them all the same."""
        if watched is self.horizontalHeader().viewport() and event.type() in _PRESSED:
            self._is_title_pressed = event.type() is QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def _ask_for_columns(self, position: QPoint) -> None:
        """Open a menu to hide columns and show them again; the song's name always stays."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offer_columns(menu)
        if self.is_sorted:
            menu.addSeparator()
            menu.addAction(words.songs.own_order()).triggered.connect(self.leave_sorting)
        menu.popup(self.horizontalHeader().mapToGlobal(position))

    def offer_columns(self, menu: QMenu) -> None:
        """Put a choice for each column into a menu."""
        for column in (Column.LENGTH, Column.STATUS, Column.LINK):
            name = self._sorted.headerData(column, Qt.Orientation.Horizontal)
            action = menu.addAction(str(name))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(partial(self._show_column, column))

    def _show_column(self, column: Column, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        self._share_out()

    def retranslate(self) -> None:
        self.setAccessibleName(words.songs.list_name())
        self._make_room_for_titles()
        self._share_out()

    def _make_room_for_titles(self) -> None:
        titles = self.horizontalHeader()
        widest = max(titles.sectionSizeHint(column) for column in Column)
        titles.setMinimumSectionSize(max(titles.minimumSectionSize(), widest))
        for column in Column:
            self.setColumnWidth(column, max(self.columnWidth(column), titles.sectionSizeHint(column)))

    def sizeHint(self) -> QSize:
        """Return at least a few rows, before the page around begins to scroll."""
        rows = self.horizontalHeader().sizeHint().height() + 3 * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), rows)

    def minimumSizeHint(self) -> QSize:
        """Return the same, in height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def songs(self) -> list[Song]:
        """Return the selected songs, in the order of the rows."""
        # Not `selectedRows`: it asks for the flags of every cell, again for each row.
        ranges = self.selectionModel().selection().toList()
        rows = sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})
        return [self._sorted.index(row, 0).data(SONG_ROLE) for row in rows]

    def go_to(self, row: int) -> None:
        """Select a row of the table below and bring it into view."""
        index = self._sorted.mapFromSource(self._table.index(row, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def show_songs(self, song_ids: Sequence[str]) -> None:
        """Select these songs and bring them into view, the first above all; one that is renamed stays so."""
        rows = sorted(row for song_id in song_ids if (row := self._table.row_of(song_id)) is not None)
        if not rows or self.state() is QAbstractItemView.State.EditingState:
            return
        flags, marked = QItemSelectionModel.SelectionFlag, QItemSelection()
        for row in rows[:MOST_MARKED]:
            index = self._sorted.mapFromSource(self._table.index(row, 0))
            marked.append(QItemSelectionRange(index))
        first, last = marked.indexes()[0], marked.indexes()[-1]
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(marked, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(last)
        self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys every list of this kind has."""
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if len(songs := self.songs()) == 1:
                self.edit_link(songs[0].id)
            case Qt.Key.Key_F2 if len(songs := self.songs()) == 1:
                self.edit_name(songs[0].id)
            case Qt.Key.Key_Space if ticked := self._ticked():
                chosen = [song.id for song in ticked if song.chosen]
                others = [song.id for song in ticked if not song.chosen]
                self.action_wanted.emit(
                    *((SongAction.TRAIN, others) if others else (SongAction.LEAVE_OUT, chosen))
                )
            case Qt.Key.Key_Up | Qt.Key.Key_Down if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_selected(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Escape if self._drag.target is not None:
                self._drag.cancel()
            case Qt.Key.Key_C if event.modifiers() is Qt.KeyboardModifier.ControlModifier:
                self.copy_wanted.emit()
            case _:
                super().keyPressEvent(event)

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in the order of a column, and not in the musician's."""
        return self._sorted.sortColumn() >= 0

    def leave_sorting(self) -> None:
        """Go back to the musician's own order, with the current song in sight."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.scrollTo(self.currentIndex())

    def can_order(self) -> bool:
        """Return whether there is another order to be chosen."""
        return self._table.is_open and self._table.rowCount() > 1

    def move_selected(self, by: int) -> None:
        """Move the selected songs up or down, together."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if rows:
            self._put_selected_before(max(min(rows) - 1, 0) if by < 0 else max(rows) + 2)

    def _put_selected_before(self, row: int) -> None:
        if not self.can_order():
            return
        if self.is_sorted:
            self.order_refused.emit()
            return
        ids = [song.id for song in self._table.songs()]
        moved = [song.id for song in self.songs()]
        order = reordered(ids, frozenset(moved), row)
        if order != ids:
            self.order_wanted.emit(order, moved)

    def _ticked(self) -> list[Song]:
        """Return the selected songs that have a tick, set or not."""
        rows = self.selectionModel().selectedRows(Column.SONG)
        return [
            index.data(SONG_ROLE) for index in rows if index.data(Qt.ItemDataRole.CheckStateRole) is not None
        ]

    def edit_link(self, song_id: str) -> None:
        """Let a song's link be written anew, in its row, or another file be chosen, where that can be."""
        if not self._table.can_edit_link(song_id):
            return
        if self._table.is_file(song_id):
            self.action_wanted.emit(SongAction.CHOOSE_FILE, [song_id])
        else:
            self._edit(song_id, Edited.LINK)

    def edit_name(self, song_id: str) -> None:
        """Let a song be called something else, in its row."""
        self._edit(song_id, Edited.NAME)

    def _edit(self, song_id: str, what: Edited) -> None:
        row = self._table.row_of(song_id)
        if row is None or self.state() is QAbstractItemView.State.EditingState:
            return
        self._delegate.writes = what
        index = self._sorted.mapFromSource(self._table.index(row, Column.SONG))
        self.scrollTo(index)
        self.edit(index)

    def _take_link(self, song_id: str, text: str) -> bool:
        return self.take_link(song_id, text)

    def _take_name(self, song_id: str, text: str) -> bool:
        return self.take_name(song_id, text)

    def moveEvent(self, event: QMoveEvent) -> None:
        """What is written into lies beside the table, for a screen reader's sake, and goes with it."""
        super().moveEvent(event)
        self.updateEditorGeometries()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = QPoint(-1, -1)
        self._light(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Also where the window opens, or the list scrolls, under a pointer that rests."""
        if isinstance(event, QHoverEvent):
            self._pointer = event.position().toPoint()
            self._point_at(self._pointer)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._show_keyboard(event)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.KeyPress}:
            self._show_keyboard(event)
        return super().event(event)

    def _show_keyboard(self, event: QEvent) -> None:
        self._delegate.by_keyboard = shows_keyboard(event, self._delegate.by_keyboard)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt paints two cells anew; the ring is round whole rows."""
        super().currentChanged(current, previous)
        if self._delegate.by_keyboard:
            self.viewport().update()

    def _action_at(self, index: QModelIndex, position: QPoint) -> SongAction | None:
        """Return the action whose button is at this position of a row."""
        if self._delegate.action_rect(index, self.visualRect(index)).contains(position):
            action: SongAction | None = index.data(ACTION_ROLE)
            return action
        return None

    def _is_on_pencil(self, index: QModelIndex, position: QPoint) -> bool:
        return self._delegate.pencil_rect(index, self.visualRect(index)).contains(position)

    def _point_at(self, position: QPoint) -> None:
        index = self.indexAt(position)
        self._light(self._row_at(position))
        on_pencil = self._is_on_pencil(index, position)
        if on_pencil is not self._delegate.is_pencil_lit:
            self._delegate.is_pencil_lit = on_pencil
            self.viewport().update()
        acts = on_pencil or self._action_at(index, position) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (row := self._drag.release()) is not None:
            self._put_selected_before(row)
            return
        super().mouseReleaseEvent(event)
        position = event.position().toPoint()
        index = self.indexAt(position)
        action = self._action_at(index, position)
        is_click = event.button() is Qt.MouseButton.LeftButton and self._pressed == index
        if action is not None and is_click:
            self.action_wanted.emit(action, [index.data(SONG_ROLE).id])
        elif is_click and self._is_on_pencil(index, position):
            self.edit_name(index.data(SONG_ROLE).id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_plain = event.modifiers() is Qt.KeyboardModifier.NoModifier
        if is_left and is_plain and self._pressed.isValid() and self.can_order():
            self._drag.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press on a button is none on the row."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        on_button = self._action_at(index, position) is not None or self._is_on_pencil(index, position)
        if index.isValid() and not on_button:
            super().mouseDoubleClickEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.edit_link(index.data(SONG_ROLE).id)

    def _light_anew(self) -> None:
        """Other rows are under a pointer that rests."""
        self._light(self._row_at(self._pointer))

    def _row_at(self, position: QPoint) -> int:
        """Return the row there; a scrolled table finds one also where nothing of it is seen."""
        is_seen = self.viewport().rect().contains(position)
        return self.indexAt(position).row() if is_seen else -1

    def _light(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _selection_changed(self) -> None:
        self.selected.emit()

    def _ask_for_menu(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(position))
