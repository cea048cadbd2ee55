"""Room for what may be larger than the screen: large text, long words, small laptops."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget

from mountsea_desktop.ui.theme.style import Scale, set_style


class Scrolled(QScrollArea):
    """Shows a page as it is while there is room, and scrolls it when there is none.

    It wants as much room as the page does, other than Qt's own, so that a window around it starts large
    enough; and takes the keyboard only while there is something to scroll.

    Its scroll bars are its own. Qt's accessibility asks a scroll area for children by number, and ends the
    program (seen with 6.11) when one of Qt's own bars came or went since they were counted, be it with the
    window; other children it never counts.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._page = page
        self._had_keyboard: QWidget | None = None
        set_style(page, kind="window")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._upright, self._level = (
            _Bar(moved, self) for moved in (self.verticalScrollBar(), self.horizontalScrollBar())
        )
        self.setWidget(page)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_what_has_the_keyboard)
        for moved in (self.verticalScrollBar(), self.horizontalScrollBar()):
            # Later: Qt is in the middle of its own reckoning when it tells of a range.
            moved.rangeChanged.connect(self._show_bars, Qt.ConnectionType.QueuedConnection)

    def sizeHint(self) -> QSize:
        """Return the page's own."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a few lines."""
        few = Scale.of(self.font())(96)
        return QSize(few, few)

    def heightForWidth(self, width: int) -> int:
        """Return the page's own."""
        page = self._page
        return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page wants more room, or less: so do we."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bars to the edges."""
        super().resizeEvent(event)
        self._place_bars()

    def _show_what_has_the_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to it also where it comes from beside the page; Qt does so within the page alone.

        Not where the window has only come to the front again: what was looked at stays.
        """
        before, self._had_keyboard = self._had_keyboard, now or self._had_keyboard
        if now is not None and now is not before and self._page.isAncestorOf(now):
            beside = Scale.of(self.font())(4)
            self.ensureWidgetVisible(now, beside, beside)

    def _show_bars(self) -> None:
        """Judged by the room there is without them: a page may need less height when it is narrower."""
        whole, least = self.size(), self._page.minimumSizeHint().expandedTo(self._page.minimumSize())
        thick = self._upright.sizeHint().width()
        beside = thick if self._needed(whole.width()) > whole.height() else 0
        below = thick if least.width() > whole.width() - beside else 0
        if below and self._needed(whole.width()) > whole.height() - below:
            beside = thick
        left, right = (beside, 0) if self.isRightToLeft() else (0, beside)
        self.setViewportMargins(left, 0, right, below)
        self._upright.setVisible(beside > 0)
        self._level.setVisible(below > 0)
        self._place_bars()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if beside or below else Qt.FocusPolicy.NoFocus)

    def _place_bars(self) -> None:
        seen = self.viewport().geometry()
        self._upright.follow(seen.height())
        edge = 0 if self.isRightToLeft() else seen.width()
        self._upright.setGeometry(edge, 0, self.width() - seen.width(), seen.height())
        self._level.follow(seen.width())
        self._level.setGeometry(seen.x(), seen.height(), seen.width(), self.height() - seen.height())

    def _needed(self, width: int) -> int:
        """Return the height of the page in so much room."""
        least = self._page.minimumSizeHint().expandedTo(self._page.minimumSize())
        if not self._page.hasHeightForWidth():
            return least.height()
        return max(least.height(), self._page.heightForWidth(max(width, least.width())))


class _Bar(QScrollBar):
    """Is seen in place of a scroll bar of Qt's, and moves it; hidden while there is nothing to scroll."""

    def __init__(self, moved: QScrollBar, parent: QWidget) -> None:
        super().__init__(moved.orientation(), parent)
        self._moved = moved
        moved.valueChanged.connect(self.setValue)
        self.valueChanged.connect(moved.setValue)
        self.hide()

    def follow(self, page: int) -> None:
        """The range is another, or how much of it is seen at once."""
        self.setRange(self._moved.minimum(), self._moved.maximum())
        self.setPageStep(page)
        self.setSingleStep(self._moved.singleStep())
        self.setValue(self._moved.value())
