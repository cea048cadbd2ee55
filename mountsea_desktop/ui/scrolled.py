"""Room for what may be larger than the screen: large text, long words, small laptops."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget

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
        self._bars = _Bar(Qt.Orientation.Vertical), _Bar(Qt.Orientation.Horizontal)
        self.setVerticalScrollBar(self._bars[0])
        self.setHorizontalScrollBar(self._bars[1])
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._page = page
        self.setWidget(page)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in self._bars:
            bar.rangeChanged.connect(self._take_keyboard)

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
        scrolls = any(bar.scrolls for bar in self._bars)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)


class _Bar(QScrollBar):
    """Takes room only while there is something to scroll, and yet is always there.

    Qt asks a scroll area that is read aloud for children by number, and ends the program (seen with 6.11)
    when a bar has come or gone since they were counted.
    """

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.rangeChanged.connect(self.updateGeometry)

    @property
    def scrolls(self) -> bool:
        """Whether there is something to scroll."""
        return self.maximum() > self.minimum()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As thin as can be while there is nothing to do."""
        hint = super().sizeHint()
        if not self.scrolls:
            hint.setWidth(0) if self.orientation() is Qt.Orientation.Vertical else hint.setHeight(0)
        return hint
