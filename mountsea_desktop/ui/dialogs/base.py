"""The one place that opens dialogs.

A dialog's own `exec` runs a second event loop inside a task, which asyncio does not survive. So a dialog is
opened, and the task waits for it like for anything else.
"""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.style import TITLE_BAR, Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.copy_button import CopyButton
from mountsea_desktop.ui.widgets.focus import FocusKeeper
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.scrolled import Scrolled


class Dialog(Retranslated, QDialog):
    """A dialog with a heading, contents and a row of buttons; Escape closes it.

    It is as large as its contents need and never larger than the screen: then they scroll.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.gone = False
        """Set once the dialog is closed: whoever worked for it must not touch it any more."""
        self._was_shown = False
        self._grows = True
        """Whether its contents say how large it is, and not its maker."""
        self.finished.connect(self._went)
        self.heading = Label(wraps=True, longest_word=30)
        set_style(self.heading, kind="title")
        page = QWidget()
        self.contents = QVBoxLayout(page)
        self.contents.setContentsMargins(0, 0, 0, 0)
        self.contents.setSpacing(Scale.of(self.font())(8))
        self._scroll = Scrolled(page)
        self._foot = QWidget()
        self.foot = QVBoxLayout(self._foot)
        """What stays in sight above the buttons, however far the contents are scrolled."""
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(Scale.of(self.font())(4))
        self._foot.hide()
        self.buttons = QHBoxLayout()
        self.buttons.addStretch()
        self._whole = layout = QVBoxLayout(self)
        set_margins(layout, horizontal=24, vertical=24, between=16)
        layout.addWidget(self.heading)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)
        layout.addLayout(self.buttons)
        self._focus = FocusKeeper(self, self._keep_keyboard)

    def _keep_keyboard(self) -> None:
        """The first of its own buttons closes the dialog, or leaves things as they are."""
        for number in range(self.buttons.count()):
            item = self.buttons.itemAt(number)
            button = item.widget() if item is not None else None
            if button is not None and button.isVisible() and button.isEnabled():
                button.setFocus()
                return

    def set_title(self, title: str) -> None:
        """Set the title, above the contents and for the window manager; a stranger's name may be in it."""
        title = plain(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._scroll.setAccessibleName(title)
        self.heading.setText(title)

    def add_button(self, kind: str = "") -> QPushButton:
        """Return a further button at the right.

        `kind` is the theme's, "primary" for the one that is meant.
        """
        button = QPushButton()
        button.setAutoDefault(False)
        set_style(button, kind=kind)
        self.buttons.addWidget(button)
        return button

    def add_copy_button(self, text: Callable[[], str]) -> CopyButton:
        """Return a button at the right that copies a text."""
        button = CopyButton(text)
        self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known on which screen."""
        if not self._was_shown:
            self._grows = not self.testAttribute(Qt.WidgetAttribute.WA_Resized)
            self._was_shown = True
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow with what is said, where there is room."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return handled

    def _place_foot(self, room: QSize) -> None:
        """Put it first of what scrolls where that would have less room than it: large text, a low screen.

        A layout that is short of height takes it from its highest part; that must never be the foot.
        """
        if not self.foot.count():
            return
        layout, edges = self._whole, self._whole.contentsMargins()
        width = min(max(self.width(), self.minimumWidth()), room.width()) - edges.left() - edges.right()
        foot = max(self.foot.totalHeightForWidth(width), self.foot.totalSizeHint().height())
        heading, buttons = self.heading.heightForWidth(width), self.buttons.sizeHint().height()
        beside = edges.top() + heading + buttons + edges.bottom() + 3 * layout.spacing()
        least = max(foot, self._scroll.minimumSizeHint().height())
        has_room = room.height() - beside - foot >= least
        is_apart = layout.indexOf(self._foot) >= 0
        if is_apart and not has_room:
            self.contents.insertWidget(0, self._foot)
        elif has_room and not is_apart:
            layout.insertWidget(layout.indexOf(self._scroll) + 1, self._foot)
        self._foot.show()

    def _fit(self) -> None:
        layout, room = self._whole, room_for(self)
        self._place_foot(room)
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        size = self.size()
        if self._grows:
            size = size.expandedTo(layout.sizeHint()).expandedTo(self.minimumSize()).boundedTo(room)
            size.setHeight(max(size.height(), layout.totalHeightForWidth(size.width())))
        self.resize(size.boundedTo(room))
        if self.isVisible():
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Go up as far as it takes when it grew beyond the screen's lower edge."""
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        below = frame.bottom() - screen.bottom()
        if below > 0:
            self.move(frame.x(), max(screen.top(), frame.y() - below))

    def _went(self) -> None:
        self.gone = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the window's frame is the same as Escape, and always ends the waiting."""
        super().closeEvent(event)
        self.reject()


def room_for(dialog: QWidget) -> QSize:
    """Return how large a dialog may be where it is shown, with its title bar."""
    bar = Scale.of(dialog.font())(TITLE_BAR)
    return dialog.screen().availableSize() - QSize(0, bar)


async def run_dialog(dialog: QDialog) -> bool:
    """Show the dialog and wait until it is closed; return whether it was accepted. It is gone then."""
    closed = asyncio.get_running_loop().create_future()

    def finish(result: int) -> None:
        if not closed.done():
            closed.set_result(result == QDialog.DialogCode.Accepted)

    dialog.finished.connect(finish)
    try:
        dialog.open()
        return bool(await closed)
    finally:
        dialog.finished.disconnect(finish)
        dialog.hide()
        dialog.deleteLater()
