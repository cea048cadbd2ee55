"""The models at the side: which there are, how each stands, and which one the page shows."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.delegate import ModelDelegate
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_style


class ModelSidebar(Retranslated, QFrame):
    """The list with "New model" above it and the program's boxes below."""

    chosen = Signal(str)
    """A model's id."""
    new_wanted = Signal()
    menu_wanted = Signal(str, QPoint)
    """A model's id, and the position on the screen where its menu is to open."""

    def __init__(self, model_list: ModelListModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="bar")
        scale = Scale.of(self.font())
        self._model_list = model_list
        self.new = QPushButton(icons.icon("add"), "")
        self.new.clicked.connect(self.new_wanted)
        self.list = QListView()
        set_style(self.list, kind="sidebar")
        self.list.setModel(model_list)
        self.list.setItemDelegate(ModelDelegate(icons, self.list))
        self.list.ensurePolished()
        self.list.setIconSize(scale.icon)
        self.list.setSpacing(scale(2))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_for_menu)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        model_list.modelReset.connect(self._reset)
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
        self.new.setText(words.models.new())
        self.archived.setText(words.models.show_archived())
        self.list.setAccessibleName(words.models.list_name())

    def choose(self, model_id: str) -> None:
        """Mark a model as the one that is shown."""
        self._chosen = model_id
        row = self._model_list.row_of(model_id)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self._model_list.index(row))

    def _reset(self) -> None:
        self.choose(self._chosen)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self._model_list.id_at(index) != self._chosen:
            self._chosen = self._model_list.id_at(index)
            self.chosen.emit(self._chosen)

    def _ask_for_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        if index.isValid():
            self.menu_wanted.emit(self._model_list.id_at(index), self.list.viewport().mapToGlobal(position))
