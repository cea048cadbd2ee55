"""The main window. It composes: models at the side, the chosen one's page, notices above it."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.storage.settings import WindowPosition
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.clipboard import read_mime_data
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.custom_models.page import ModelPage, reserve_width
from mountsea_desktop.ui.custom_models.sidebar import ModelSidebar
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import TITLE_BAR, Scale, set_margins, set_style
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.widgets.banner import OutageBanner
from mountsea_desktop.ui.widgets.focus import FocusKeeper
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.ui.widgets.scrolled import Scrolled
from mountsea_desktop.ui.widgets.toast import Toast

FOLDS_BELOW = 1_000
"""Width, in px at ordinary text size, below which the models at the side are folded to their icons."""

SPEAKS_ABOVE = 1_240
"""Width, in px at ordinary text size, from which on practice says beside the model's name what it is."""

ICONS_BELOW = 1_100
"""Width, in px at ordinary text size, below which the credits are an icon."""

NARROWEST = 860
"""Width, in px at ordinary text size, below which only the list at the side says how a model stands."""


class MainWindow(Retranslated, QMainWindow):
    """Everything a person sees. What is to be done it asks for by signals."""

    closing = Signal()
    """The person wants the window closed; it stays until the loop has come to its end."""
    pasted = Signal(str)
    files_given = Signal(list)
    """Paths of files that were dropped or pasted."""
    import_wanted = Signal()
    choose_files_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    came_to_front = Signal()

    def __init__(self, icons: Icons, state: ViewState, *, practice: bool, elsewhere: str = "") -> None:
        """`elsewhere`: the gateway's hosts where they are not Mountsea's."""
        super().__init__()
        scale = Scale.of(self.font())
        self._narrow = self._folded_by_hand = False
        self.state = state
        self.model_list = ModelListModel(icons, state.model_state, state.is_stuck)
        self.sidebar = ModelSidebar(self.model_list, icons)
        self.page = ModelPage(icons, state.now, practice=practice)
        self.banner = OutageBanner(icons, state.monotonic)
        self.toast = Toast(icons, self.page.area)
        self._practice = Label()
        set_style(self._practice, kind="chip", tone="info")
        self._practice.setVisible(practice)
        self._is_practice = practice
        self._hosts, self._elsewhere = elsewhere, Label(wraps=True)
        self._elsewhere_banner = _banner(self._elsewhere)
        self._elsewhere_banner.setVisible(bool(elsewhere) and not practice)
        self.models = QPushButton(icons.icon("models"), "")
        self.models.setCheckable(True)
        self.models.setChecked(True)
        self.models.toggled.connect(self._unfold_sidebar)
        self.account = QPushButton(icons.icon("account"), "")
        self._widest_account = ""
        self.credits = QPushButton(icons.icon("credits"), "")
        set_style(self.credits, kind="quiet")
        self.credits.hide()  # until it is known that there is a token
        self.settings, self.help, self.log, self.about = (
            QPushButton(icons.icon(name), "") for name in ("settings", "help", "log", "about")
        )
        self.sidebar.add_buttons([self.settings, self.help], [self.log, self.about])
        set_style(self.models, kind="fold")
        self.page.head.insertWidget(0, self.models)
        self.page.head.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.page.head.addWidget(self.credits)
        self.page.head.addWidget(self.account)
        self.page.put_banner(self.banner)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(scale(16), scale(6), scale(16), scale(12))
        column.addWidget(self._elsewhere_banner)
        column.addWidget(self.page, 1)
        self._scroll = Scrolled(right)
        self._scroll.verticalScrollBar().valueChanged.connect(self.toast.lie_down)
        # Later: the keyboard goes on first, and the parts find their places.
        self.page.begins.connect(self.begin_at_top, Qt.ConnectionType.QueuedConnection)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._scroll, 1)
        self.setCentralWidget(whole)
        self.setAcceptDrops(True)
        self._take_keys()
        room = self.screen().availableSize()
        self.toast.left.connect(self.page.take_keyboard)
        self._focus = FocusKeeper(self, self.page.take_keyboard)
        self._order_the_keyboard()
        # What the desktop puts around a window is known only once it is shown: a title bar's worth is kept.
        inside = room - QSize(0, scale(TITLE_BAR))
        self.setMinimumSize(QSize(scale(640), scale(480)).boundedTo(inside))
        self.resize(QSize(scale(1120), scale(720)).boundedTo(inside))
        self.retranslate()

    def retranslate(self) -> None:
        self.retitle()
        self._elsewhere.setText(words.program.elsewhere(self._hosts))
        self.credits.setAccessibleName(words.credits.button())
        self._fit_the_bar()
        self._practice.setAccessibleName(words.program.practice())
        self._practice.setToolTip(tooltip(words.program.practice()))
        self.models.setAccessibleName(words.models.list_name())
        self.models.setToolTip(tooltip(words.models.list_name()))
        for button, text in (
            (self.settings, words.dialogs.settings()),
            (self.help, words.dialogs.help()),
            (self.log, words.dialogs.log()),
            (self.about, words.dialogs.about()),
        ):
            self.sidebar.label(button, text)

    def name_account(self, text: str, widest: str) -> None:
        """Name the account's button; where there is room for its `widest` name, it keeps that."""
        self.account.setText(text)
        self._widest_account = widest
        self._fit_the_bar()

    def begin_at_top(self) -> None:
        """Show the page from its beginning, where there is not room for all of it."""
        self._scroll.verticalScrollBar().setValue(0)

    def _take_keys(self) -> None:
        """Take the keys that people try in every program; Help lists them."""
        keys = QKeySequence.StandardKey
        for sequence, do in (
            (keys.Paste, self._paste),
            (keys.Open, self.import_wanted.emit),
            ("Ctrl+Shift+O", self.choose_files_wanted.emit),
            (keys.New, self.sidebar.new_wanted.emit),
            (keys.Undo, self.undo_wanted.emit),
            ("Ctrl+Shift+Z", self.redo_wanted.emit),
            ("Ctrl+Y", self.redo_wanted.emit),
            ("F1", self.help.click),
            ("Ctrl+W", self.close),
            ("Ctrl+Q", self.close),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(do)

    def _order_the_keyboard(self) -> None:
        """Go as one reads: the side, the bar at the top, the page from its top to its foot."""
        page = self.page
        top = (self.about, self.models, page.name, self.credits, self.account)
        toast, banner = self.toast, self.banner
        over_the_list = (
            page.view,
            toast.button,
            toast.close_button,
            banner.details.button,
            banner.button,
        )
        for order in (top, over_the_list):
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    def _fit_the_bar(self) -> None:
        """Use few words where there is little room, and show the credits by their icon alone."""
        say, scale = words.program, Scale.of(self.font())
        speaks, is_roomy = (self.width() >= scale(width) for width in (SPEAKS_ABOVE, ICONS_BELOW))
        self._practice.setText(say.practice_chip() if speaks else say.practice_chip_short())
        self.credits.setText(words.credits.button() if is_roomy else "")
        has_room = self.width() >= scale(NARROWEST)
        self.page.give_room(has_room)
        reserve_width(self.account, self._widest_account if has_room else self.account.text(), kind="")
        self.credits.setToolTip(tooltip("" if is_roomy else words.credits.button()))

    def _unfold_sidebar(self, unfolded: bool) -> None:
        self._folded_by_hand = not unfolded
        self.sidebar.fold(not unfolded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list at the side to its icons in a narrow window: the songs have the room."""
        super().resizeEvent(event)
        self._fit_the_bar()
        narrow = self.width() < Scale.of(self.font())(FOLDS_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            with QSignalBlocker(self.models):
                self.models.setChecked(not narrow and not self._folded_by_hand)
            self.sidebar.fold(not self.models.isChecked())

    def retitle(self) -> None:
        """Name the window after the model it shows."""
        name = self.page.name.text()
        say = words.program
        title = (say.practice_title if self._is_practice else say.window_title)(name) if name else say.name()
        self.setWindowTitle(title)
        self._scroll.setAccessibleName(title)

    def position(self) -> WindowPosition:
        """Return where the window is, for `restore_position`."""
        normal = self.normalGeometry() if self.isMaximized() else self.geometry()
        return WindowPosition(
            x=normal.x(),
            y=normal.y(),
            width=max(1, normal.width()),
            height=max(1, normal.height()),
            maximized=self.isMaximized(),
        )

    def restore_position(self, position: WindowPosition | None) -> None:
        """Put the window where it was last time, as far as that is on a screen that is there now."""
        if position is None:
            return
        wanted = QRect(position.x, position.y, position.width, position.height)
        screen = QGuiApplication.screenAt(wanted.center()) or self.screen()
        room = screen.availableGeometry()
        wanted.setSize(wanted.size().boundedTo(room.size()).expandedTo(self.minimumSize()))
        if not room.contains(wanted):
            wanted.moveTo(
                max(room.left(), min(wanted.left(), room.right() + 1 - wanted.width())),
                max(room.top(), min(wanted.top(), room.bottom() + 1 - wanted.height())),
            )
        self.setGeometry(wanted)
        if position.maximized:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the message with Escape, where nothing that has the keyboard wants it."""
        if event.key() == Qt.Key.Key_Escape and self.toast.isVisible():
            self.toast.dismiss()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is a request: the loop ends first, then the window goes with it."""
        event.ignore()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()
        if event.type() is QEvent.Type.PaletteChange and self.centralWidget() is not None:
            self.banner.repaint_icon()
            self.page.empty.repaint_icon()
            self.page.table.refresh()
            self.page.progress.update()
            self.page.recolour()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome text, links and list files."""
        if event.mimeData().hasText() or event.mimeData().hasUrls() or event.mimeData().hasHtml():
            event.acceptProposedAction()
        self.page.set_dragging(event.isAccepted())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.page.set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it as if pasted."""
        self.page.set_dragging(False)
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> None:
        """Read files as lists; everything else is text with links in it."""
        given = read_mime_data(data)
        if given.files:
            self.files_given.emit(list(given.files))
        elif given.text.strip():
            self.pasted.emit(given.text)
        elif given.is_picture:
            self.toast.say(words.links.picture(), tone="warning")


def _banner(label: Label) -> QFrame:
    frame = QFrame()
    set_style(frame, kind="banner", tone="warning")
    layout = QHBoxLayout(frame)
    set_margins(layout, vertical=4)
    layout.addWidget(label)
    return frame
