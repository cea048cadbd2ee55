"""The main window. It composes: models at the side, the chosen one's page, notices above it."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mountsea_desktop.storage.settings import WindowPlace
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.clipboard import read_mime_data
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.custom_models.page import ModelPage
from mountsea_desktop.ui.custom_models.sidebar import ModelSidebar
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.widgets.banner import OutageBanner
from mountsea_desktop.ui.widgets.focus import FocusKeeper
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.scrolled import Scrolled
from mountsea_desktop.ui.widgets.toast import Toast


class MainWindow(Retranslated, QMainWindow):
    """Everything a person sees. What is to be done it tells by signals."""

    closing = Signal()
    """The person wants the window closed; it stays until the loop has come to its end."""
    pasted = Signal(str)
    files_given = Signal(list)
    """Paths of files that were dropped or pasted."""
    import_wanted = Signal()

    def __init__(self, icons: Icons, state: ViewState, *, practice: bool, elsewhere: str = "") -> None:
        """`elsewhere`: the gateway's hosts where they are not Mountsea's."""
        super().__init__()
        scale = Scale.of(self.font())
        self.state = state
        self.model_list = ModelListModel(icons, state.model_state, state.is_stuck)
        self.sidebar = ModelSidebar(self.model_list, icons)
        self.page = ModelPage(icons, state.now)
        self.banner = OutageBanner(icons, state.monotonic)
        self.toast = Toast()
        self._practice = Label(wraps=True)
        self._practice_banner = _banner(self._practice)
        self._practice_banner.setVisible(practice)
        self._hosts, self._elsewhere = elsewhere, Label(wraps=True)
        self._elsewhere_banner = _banner(self._elsewhere)
        self._elsewhere_banner.setVisible(bool(elsewhere) and not practice)
        self.models = QPushButton(icons.icon("models"), "")
        self.models.setCheckable(True)
        self.models.setChecked(True)
        self.models.toggled.connect(self.sidebar.setVisible)
        self.account = QPushButton(icons.icon("account"), "")
        self.settings, self.log, self.help, self.about = (
            QPushButton(icons.icon(name), "") for name in ("settings", "log", "help", "about")
        )
        for button in (self.models, self.settings, self.log, self.help, self.about):
            set_style(button, kind="quiet")
        for button in (self.settings, self.log, self.help, self.about):
            button.setStyleSheet("text-align: left")
            self.sidebar.buttons.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self.models)
        top.addStretch()
        top.addWidget(self.account)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(scale(16), scale(16), scale(16), 0)
        column.setSpacing(scale(12))
        column.addLayout(top)
        column.addWidget(self._practice_banner)
        column.addWidget(self._elsewhere_banner)
        column.addWidget(self.banner)
        column.addWidget(self.page, 1)
        self._scroll = Scrolled(right)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, scale(16))
        below.setSpacing(scale(12))
        below.addWidget(self._scroll, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(below, 1)
        self.setCentralWidget(whole)
        self.toast.setParent(whole)
        self.toast.said.connect(self._place_toast)
        for under in (self.page.view, self.page.empty):
            under.installEventFilter(self)
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)
        open_list = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        open_list.activated.connect(self.import_wanted)
        new_model = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new_model.activated.connect(self.sidebar.new_wanted)
        room = self.screen().availableSize()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.toast.take_back)
        self.toast.left.connect(self.page.take_keyboard)
        self._focus = FocusKeeper(self, self.page.take_keyboard)
        self.setMinimumSize(QSize(scale(640), scale(480)).boundedTo(room))
        self.resize(QSize(scale(1120), scale(720)).boundedTo(room))
        self.retranslate()

    def retranslate(self) -> None:
        self.retitle()
        self._practice.setText(words.program.practice())
        self._elsewhere.setText(words.program.elsewhere(self._hosts))
        self.models.setText(words.models.list_name())
        self.settings.setText(words.dialogs.settings())
        self.log.setText(words.dialogs.log())
        self.help.setText(words.dialogs.help())
        self.about.setText(words.dialogs.about())

    def retitle(self) -> None:
        """Name the window after the model it shows."""
        name = self.page.name.text()
        title = words.program.window_title(name) if name else words.program.name()
        self.setWindowTitle(title)
        self._scroll.setAccessibleName(title)

    def place(self) -> WindowPlace:
        """Where the window is, for `restore_place`."""
        normal = self.normalGeometry() if self.isMaximized() else self.geometry()
        return WindowPlace(
            x=normal.x(),
            y=normal.y(),
            width=max(1, normal.width()),
            height=max(1, normal.height()),
            maximized=self.isMaximized(),
        )

    def restore_place(self, place: WindowPlace | None) -> None:
        """Put the window where it was last time, as far as that is on a screen that is there now."""
        if place is None:
            return
        wanted = QRect(place.x, place.y, place.width, place.height)
        screen = QGuiApplication.screenAt(wanted.center()) or self.screen()
        room = screen.availableGeometry()
        wanted.setSize(wanted.size().boundedTo(room.size()).expandedTo(self.minimumSize()))
        if not room.contains(wanted):
            wanted.moveTo(
                max(room.left(), min(wanted.left(), room.right() + 1 - wanted.width())),
                max(room.top(), min(wanted.top(), room.bottom() + 1 - wanted.height())),
            )
        self.setGeometry(wanted)
        if place.maximized:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def open_menu(self, menu: QMenu, position: QPoint) -> None:
        """Open a context menu; it is gone when it closes."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def raise_it(self) -> None:
        """Come to the front: the program was started once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the toast lies over has moved."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._place_toast()
        return super().eventFilter(watched, event)

    def _place_toast(self) -> None:
        under = self.page.view if self.page.view.isVisible() else self.page.empty
        seen = self._scroll.viewport()
        inside = QRect(under.mapTo(self, QPoint()), under.size())
        area = inside & QRect(seen.mapTo(self, QPoint()), seen.size())
        gap = Scale.of(self.font())(8)
        self.toast.place_over(area.adjusted(gap, gap, -gap, -gap))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is a wish: the loop ends first, then the window goes with it."""
        event.ignore()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language, or other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.centralWidget() is not None:
            self.banner.repaint_icon()
            self.page.empty.repaint_icon()
            self.page.table.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text, links and list files are welcome."""
        if event.mimeData().hasText() or event.mimeData().hasUrls() or event.mimeData().hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if pasted."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> None:
        """Files are read as lists; everything else is text with links in it."""
        given = read_mime_data(data)
        if given.files:
            self.files_given.emit(list(given.files))
        elif given.text.strip():
            self.pasted.emit(given.text)
        elif given.is_picture:
            self.toast.say(words.links.picture(), tone="warning")


def _banner(label: Label) -> QFrame:
    frame = QFrame()
    set_style(frame, kind="banner", tone="info")
    layout = QHBoxLayout(frame)
    set_margins(layout, vertical=8)
    layout.addWidget(label)
    return frame
