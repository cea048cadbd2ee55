"""The models at the side: which there are, how each stands, and which one the page shows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.delegate import STATE, ModelDelegate
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role as Colour
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.workflow.model import Model, ModelState

Index = QModelIndex | QPersistentModelIndex
COLOURS = {
    ModelState.READY: Colour.SUCCESS,
    ModelState.CAN_BE_CREATED: Colour.ACCENT,
    ModelState.TRAINING: Colour.INFO,
    ModelState.SENDING: Colour.INFO,
    ModelState.UPLOADING: Colour.INFO,
    ModelState.FAILED: Colour.DANGER,
    ModelState.UNCLEAR: Colour.WARNING,
}


class ModelListModel(QAbstractListModel):
    """The models, newest first, each with its state."""

    def __init__(
        self,
        icons: Icons,
        state: Callable[[str], ModelState],
        is_stuck: Callable[[str], bool] = lambda _model_id: False,
    ) -> None:
        super().__init__()
        self._icons = icons
        self._state = state
        self._is_stuck = is_stuck
        self._models: list[Model] = []

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row a model."""
        return 0 if parent is not None and parent.isValid() else len(self._models)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and state."""
        if not index.isValid():
            return None
        model = self._models[index.row()]
        state = self._state(model.id)
        stuck = self._is_stuck(model.id)
        text = words.models.needs_attention() if stuck else words.models.state(state)
        if model.archived:
            text = words.models.and_archived(text)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return model.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return words.songs.now(model.name, text)
            case Qt.ItemDataRole.DecorationRole:
                if stuck:
                    return self._icons.icon("warning", Colour.WARNING)
                return self._icons.icon(f"model_{state}", COLOURS.get(state, Colour.MUTED))
            case _ if role == STATE:
                return text
        return None

    def show(self, models: list[Model]) -> None:
        """Take over which models there are."""
        newest_first = sorted(models, key=lambda model: -model.created_at)
        if [model.id for model in newest_first] != [model.id for model in self._models]:
            self.beginResetModel()
            self._models = newest_first
            self.endResetModel()
        elif newest_first:
            self._models = newest_first
            self.dataChanged.emit(self.index(0), self.index(len(newest_first) - 1))

    def row_of(self, model_id: str) -> int:
        """Where a model is; -1 when it is not shown."""
        return next((row for row, model in enumerate(self._models) if model.id == model_id), -1)

    def id_at(self, index: Index) -> str:
        """The id of the model in a row."""
        return self._models[index.row()].id


class ModelSidebar(Retranslated, QFrame):
    """The list with "New model" above it and the program's boxes below."""

    chosen = Signal(str)
    """A model's id."""
    new_wanted = Signal()
    menu_wanted = Signal(str, QPoint)
    """A model's id, and the place on the screen where its menu is to open."""

    def __init__(self, table: ModelListModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="bar")
        scale = Scale.of(self.font())
        self._table = table
        self.new = QPushButton(icons.icon("add"), "")
        self.new.clicked.connect(self.new_wanted)
        self.list = QListView()
        set_style(self.list, kind="sidebar")
        self.list.setModel(table)
        self.list.setItemDelegate(ModelDelegate(icons, self.list))
        self.list.ensurePolished()
        self.list.setIconSize(scale.icon)
        self.list.setSpacing(scale(2))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_for_menu)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        table.modelReset.connect(self._reset)
        self.archived = QPushButton(icons.icon("archive"), "")
        self.archived.setCheckable(True)
        set_style(self.archived, kind="quiet")
        self.archived.setStyleSheet("text-align: left")
        self.archived.hide()
        self.buttons = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[scale(12)] * 4)
        layout.setSpacing(scale(8))
        layout.addWidget(self.new)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.archived)
        layout.addLayout(self.buttons)
        self._chosen = ""
        self.setFixedWidth(scale(232))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again."""
        self.new.setText(words.models.new())
        self.archived.setText(words.models.show_archived())
        self.list.setAccessibleName(words.models.list_name())

    def choose(self, model_id: str) -> None:
        """Mark a model as the one that is shown."""
        self._chosen = model_id
        row = self._table.row_of(model_id)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self._table.index(row))

    def _reset(self) -> None:
        self.choose(self._chosen)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self._table.id_at(index) != self._chosen:
            self._chosen = self._table.id_at(index)
            self.chosen.emit(self._chosen)

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self.menu_wanted.emit(self._table.id_at(index), self.list.viewport().mapToGlobal(place))
