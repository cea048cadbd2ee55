"""Room for what may be larger than the screen: large text, long words, small laptops."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from mountsea_desktop.ui.theme.style import Scale, dress


class Scrolled(QScrollArea):
    """Shows a page as it is while there is room, and scrolls it when there is none.

    It wants as much room as the page does, other than Qt's own, so that a window around it starts large
    enough; and takes the keyboard only while there is something to scroll.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        dress(page, kind="window")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._page = page
        self.setWidget(page)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            # Qt 6.11 counts the bars that show among our parts, knowing them by the name of what holds them,
            # and crashes when a screen reader asks for one that has just gone.
            if (holder := bar.parentWidget()) is not None:
                holder.setObjectName("")
        self.verticalScrollBar().rangeChanged.connect(self._take_keyboard)
        self.horizontalScrollBar().rangeChanged.connect(self._take_keyboard)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The page's own."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines."""
        few = Scale.of(self.font())(96)
        return QSize(few, few)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The page's own."""
        page = self._page
        return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The page wants more room, or less: so do we."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _take_keyboard(self) -> None:
        scrolls = self.verticalScrollBar().maximum() > 0 or self.horizontalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
