"""What stands where the table will be, while there is no song: the way in three steps, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.model import PRICE, SONGS_NEEDED

FOLDS_BELOW = 560
"""Width, in px at ordinary text size, below which the steps stand below each other."""


class EmptyList(Retranslated, QFrame):
    """Says what lies ahead, what it takes and costs, and offers the first thing to do."""

    add_wanted = Signal()
    paste_wanted = Signal()
    import_wanted = Signal()
    choose_files_wanted = Signal()
    key_wanted = Signal()
    """Mountsea's page for keys is to be opened."""
    how_wanted = Signal()
    """How one gets a link is to be shown."""
    samples_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._connected = False
        self._links = 0
        self._takes_files = False
        scale = Scale.of(self.font())
        self.get_key = QPushButton(icons.icon("account"), "")
        self.get_key.clicked.connect(self.key_wanted)
        self._steps = [_Step(icons, self.get_key), _Step(icons), _Step(icons)]
        self._row = QHBoxLayout()
        self._row.setSpacing(scale(12))
        for step in self._steps:
            self._row.addWidget(step, 1)
        self._frame = self._drop_frame(icons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale(12))
        layout.addLayout(self._row)
        layout.addWidget(self._frame, 1)
        self.retranslate()
        self.repaint_icon()

    def _drop_frame(self, icons: Icons) -> QFrame:
        frame = QFrame()
        set_style(frame, kind="drop")
        scale = Scale.of(self.font())
        self._icon, self._title, self._text, self._advice = (Label() for _ in range(4))
        set_style(self._title, kind="title")
        set_style(self._advice, kind="muted")
        self.add = QPushButton(icons.icon("add"), "")
        self.add.clicked.connect(self.add_wanted)
        self.paste = QPushButton()
        self.paste.clicked.connect(self.paste_wanted)
        self.files = QPushButton(icons.icon("song"), "")
        self.files.clicked.connect(self.choose_files_wanted)
        self.import_list = QPushButton(icons.icon("log"), "")
        self.import_list.clicked.connect(self.import_wanted)
        self.how = QPushButton(icons.icon("help"), "")
        self.how.clicked.connect(self.how_wanted)
        self.samples = QPushButton(icons.icon("practice"), "")
        self.samples.clicked.connect(self.samples_wanted)
        for button in (self.how, self.samples):
            set_style(button, kind="quiet")
        doing, asking = Flow(scale(8), centred=True), Flow(scale(8), centred=True)
        doing.add(self.paste, self.add, self.files, self.import_list)
        asking.add(self.how, self.samples)
        # In a column of its own: Qt gives a wrapped label that is aligned alone too little height.
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 100)
        texts = QVBoxLayout(column)
        texts.setSpacing(scale(8))
        for label in (self._icon, self._title, self._text, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            texts.addWidget(label)
        texts.addSpacing(scale(8))
        for flow in (doing, asking):
            texts.addWidget(flow)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 20)
        across.addStretch(1)
        layout = QVBoxLayout(frame)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)
        return frame

    def retranslate(self) -> None:
        say = words.songs
        adding = words.problems.join(say.step_add_text(), words.credits.may_cost())
        self._steps[0].set_words(1, words.account.step_connect(), words.account.step_connect_text())
        self._steps[1].set_words(2, say.step_add(SONGS_NEEDED), adding)
        self._steps[2].set_words(3, words.models.step_create(), words.models.step_create_text(PRICE))
        self._title.setText(say.empty_title())
        self._text.setText(say.empty_text() if self._takes_files else say.empty_links_text())
        self._advice.setText(say.empty_advice())
        self.get_key.setText(words.account.get_key())
        self.add.setText(say.add())
        self.files.setText(words.files.add())
        self.import_list.setText(words.links.import_file())
        self.how.setText(words.links.how())
        self.samples.setText(words.program.try_samples())
        self.paste.setText(words.links.paste(88))
        self.paste.setMinimumWidth(self.paste.sizeHint().width())  # it says how many, and nothing moves
        self._show_links()

    def set_connected(self, connected: bool) -> None:
        """Show that the first step is done, or is not."""
        self._steps[0].set_done(connected)
        self.get_key.setVisible(not connected)

    def set_takes_files(self, takes_files: bool) -> None:
        """Say that songs on this computer can be dropped, or that links are the way: no storage is set up."""
        self._takes_files = takes_files
        self.retranslate()

    def set_links_to_paste(self, count: int) -> None:
        """Make pasting the obvious thing while so many links lie in the clipboard."""
        self._links = count
        self._show_links()

    def set_dragging(self, dragging: bool) -> None:
        """Something that may hold songs is dragged over the window, or no longer."""
        set_style(self._frame, tone="info" if dragging else "")

    def _show_links(self) -> None:
        self.paste.setText(words.links.paste(self._links))
        for button, icon, is_next in (
            (self.paste, "copy", self._links > 0),
            (self.add, "add", self._links == 0),
        ):
            set_style(button, kind="primary" if is_next else "")
            button.setIcon(self._icons.icon(icon, Role.ON_ACCENT if is_next else Role.TEXT))

    def first(self) -> QPushButton:
        """Return the button that the keyboard begins with."""
        return self.paste if self._links else self.add

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard here, and out of whatever was written into, on a press beside the buttons."""
        super().mousePressEvent(event)
        self.first().setFocus(Qt.FocusReason.MouseFocusReason)

    def repaint_icon(self) -> None:
        """The colours changed."""
        side = Scale.of(self.font()).icon * 2
        self._icon.setPixmap(self._icons.pixmap("song", Role.ACCENT, side, self.devicePixelRatioF()))
        for step in self._steps:
            step.repaint_icon()


class _Step(QFrame):
    """One of the three: its number, or a tick once it is done, what it is, what it takes."""

    def __init__(self, icons: Icons, button: QPushButton | None = None) -> None:
        super().__init__()
        set_style(self, kind="card")
        self._icons, self._done = icons, False
        self._number, self._title, self._text = Label(), Label(wraps=True), Label(wraps=True)
        set_style(self._number, kind="title", tone="info")
        set_style(self._title, kind="heading")
        set_style(self._text, kind="muted")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = QHBoxLayout()
        top.addWidget(self._number)
        top.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        set_margins(layout, horizontal=12, vertical=8, between=4)
        layout.addLayout(top)
        layout.addWidget(self._text)
        if button is not None:
            beside = QHBoxLayout()
            beside.addWidget(button)
            beside.addStretch()
            layout.addLayout(beside)
        layout.addStretch()

    def set_words(self, number: int, title: str, text: str) -> None:
        self._number.setProperty("number", str(number))
        self._title.setText(title)
        self._text.setText(text)
        self.repaint_icon()
        side = Scale.of(self.font())(24)
        self._number.setFixedSize(side, max(side, self._number.sizeHint().height()))

    def set_done(self, done: bool) -> None:
        """Tick it off, or not."""
        self._done = done
        self.repaint_icon()

    def repaint_icon(self) -> None:
        """The colours changed, or what there is to see."""
        if self._done:
            size = Scale.of(self.font()).icon
            self._number.setPixmap(
                self._icons.pixmap("song_uploaded", Role.SUCCESS, size, self.devicePixelRatioF())
            )
            self._number.setAccessibleName(words.account.step_done())
        else:
            self._number.setText(str(self._number.property("number") or ""))
            self._number.setAccessibleName("")
