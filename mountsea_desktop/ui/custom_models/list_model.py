"""The models as rows of a list: which there are, and how each stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from mountsea_desktop.ui import words
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role as Colour
from mountsea_desktop.ui.widgets.label import tooltip
from mountsea_desktop.workflow.model import Model, ModelState

Index = QModelIndex | QPersistentModelIndex
STATE = int(Qt.ItemDataRole.UserRole)
"""The role under which a row hands out its state in words."""
COVER = STATE + 1
"""The role under which the row of a finished model hands out its id, of which its cover is drawn."""
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

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._models)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
                return plain(model.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.songs.now(plain(model.name), text)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(words.songs.now(plain(model.name), text))
            case Qt.ItemDataRole.DecorationRole:
                if stuck:
                    return self._icons.icon("warning", Colour.WARNING)
                return self._icons.icon(f"model_{state}", COLOURS.get(state, Colour.MUTED))
            case _ if role == STATE:
                return text
            case _ if role == COVER:
                return model.id if state is ModelState.READY else ""
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
        """Return where a model is; -1 when it is not shown."""
        return next((row for row, model in enumerate(self._models) if model.id == model_id), -1)

    def id_at(self, index: Index) -> str:
        """Return the id of the model in a row."""
        return self._models[index.row()].id
