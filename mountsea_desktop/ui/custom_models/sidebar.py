"""The models at the side: which there are, how each stands, and which one the page shows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.delegate import ModelDelegate
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.custom_models.list_view import ModelListView
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import tooltip

WIDTH = 232
"""Unfolded; px at ordinary text size."""


class ModelSidebar(Retranslated, QFrame):
    """The list with "New model" above it and the program's dialogs below."""

    chosen = Signal(str)
    """A model's id."""
    new_wanted = Signal()
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)
    """A model's id: the keys for renaming and for removing were pressed on it."""
    menu_wanted = Signal(str, QPoint)
    """A model's id, and the position on the screen where its menu is to open."""

    def __init__(self, model_list: ModelListModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="bar")
        scale = Scale.of(self.font())
        self._model_list = model_list
        self._chosen = ""
        self._folded = False
        self._needed_less: Sequence[QPushButton] = ()
        self._labelled: dict[QPushButton, str] = {}
        """What the buttons say while there is room for it."""
        self.new = QPushButton(icons.icon("add"), "")
        self.new.clicked.connect(self.new_wanted)
        self._fill_list(model_list, icons)
        self.archived = QPushButton(icons.icon("archive"), "")
        self.archived.setCheckable(True)
        set_style(self.archived, kind="quiet")
        self.archived.setStyleSheet("text-align: left")
        self.archived.hide()
        self._small = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._small.setSpacing(0)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(scale(2))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[scale(8)] * 4)
        self._column.setSpacing(scale(8))
        self._column.addWidget(self.new)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.archived)
        self._column.addLayout(self._foot)
        self.retranslate()
        self.fold(False)

    def _fill_list(self, model_list: ModelListModel, icons: Icons) -> None:
        scale = Scale.of(self.font())
        self.list = ModelListView()
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
        self.list.key_wanted.connect(self._press_key)
        self.list.doubleClicked.connect(lambda index: self.rename_wanted.emit(self._model_list.id_at(index)))
        model_list.modelReset.connect(self._reset)

    def add_buttons(self, wide: Sequence[QPushButton], small: Sequence[QPushButton]) -> None:
        """Add buttons at the foot: `wide` ones, a line each, and `small`, less needed ones, side by side."""
        self._needed_less = small
        for button in (*wide, *small):
            set_style(button, kind="quiet")
            button.setStyleSheet("text-align: left")
        for button in wide:
            self._foot.addWidget(button)
        for button in small:
            self._small.addWidget(button)
        self._foot.addLayout(self._small)

    def retranslate(self) -> None:
        self.label(self.new, words.models.new())
        self.label(self.archived, words.models.show_archived())
        self.list.setAccessibleName(words.models.list_name())

    def label(self, button: QPushButton, text: str) -> None:
        """Give a button its words: beside its icon, or to be asked for while there is no room."""
        self._labelled[button] = text
        button.setText("" if self._folded else text)
        button.setAccessibleName(text)
        button.setToolTip(tooltip(text if self._folded else ""))
        self._share_room()

    def fold(self, folded: bool) -> None:
        """Leave room for icons only, or for the names of the models as well; nothing ever vanishes."""
        self._folded = folded
        for button, text in self._labelled.items():
            self.label(button, text)
        self._share_room()

    def _share_room(self) -> None:
        margins = self._column.contentsMargins()
        beside = margins.left() + margins.right()
        icons = beside + max(map(_width, self._labelled))
        width = icons if self._folded else Scale.of(self.font())(WIDTH)
        self.setFixedWidth(width)
        fits = sum(map(_width, self._needed_less)) <= width - beside
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._small.setDirection(across if fits else down)

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

    def _press_key(self, key: int) -> None:
        if (model_id := self._chosen) and self._model_list.row_of(model_id) >= 0:
            (self.rename_wanted if key == Qt.Key.Key_F2 else self.remove_wanted).emit(model_id)

    def _ask_for_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        if index.isValid():
            self.menu_wanted.emit(self._model_list.id_at(index), self.list.viewport().mapToGlobal(position))


def _width(button: QPushButton) -> int:
    button.ensurePolished()
    return button.sizeHint().width()
