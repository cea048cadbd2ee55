"""What stands where the table will be, while there is no song."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import Label


class EmptyList(Retranslated, QFrame):
    """Says what to do first, and offers it."""

    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # who clicks here means the songs
        scale = Scale.of(self.font())
        self._icons = icons
        self._icon = Label()
        self._title, self._text, self._advice = Label(), Label(), Label()
        self.add = QPushButton(icons.icon("add", Role.ON_ACCENT), "")
        self.add.clicked.connect(self.add_wanted)
        set_style(self.add, kind="primary")
        self._import = QPushButton(icons.icon("log"), "")
        self._import.clicked.connect(self.import_wanted)
        set_style(self._title, kind="title")
        set_style(self._advice, kind="muted")
        # In a column of its own: Qt gives a wrapped label that is aligned alone too little height.
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 80)
        texts = QVBoxLayout(column)
        texts.setSpacing(scale(12))
        for widget in (self._icon, self._title, self._text, self._advice):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            widget.setWordWrap(True)
            texts.addWidget(widget)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 20)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(scale(12))
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addSpacing(scale(8))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.add)
        buttons.addWidget(self._import)
        buttons.addStretch()
        layout.addLayout(buttons)
        layout.addStretch(3)
        self.retranslate()
        self.repaint_icon()

    def retranslate(self) -> None:
        self._title.setText(words.songs.empty_title())
        self._text.setText(words.songs.empty_text())
        self._advice.setText(words.songs.empty_advice())
        self.add.setText(words.songs.add())
        self._import.setText(words.links.import_file())

    def repaint_icon(self) -> None:
        """The colours changed."""
        side = Scale.of(self.font()).icon * 3
        self._icon.setPixmap(self._icons.pixmap("song", Role.ACCENT, side, self.devicePixelRatioF()))
