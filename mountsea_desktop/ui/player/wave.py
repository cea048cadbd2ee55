"""How far a song is played, on the wave of its sound; a slider like any other to keys and screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSlider, QStyle, QWidget

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale

HIGH, WIDE = 40, 160
"""Height, and least width; px at ordinary text size."""
BAR, BETWEEN = 2, 1
"""Width of a stroke of the wave, and what is free beside it."""
STEP, PAGE = 5_000, 30_000
"""Milliseconds by which keys go on."""


class WaveSlider(QSlider):
    """Counts milliseconds. `seek_wanted` tells where a person wants to be; the program's own steps do not."""

    seek_wanted = Signal(int)
    toggle_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._icons = icons
        self._peaks: Sequence[float] = ()
        self._loudest = 1.0
        self.setRange(0, 0)
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)
        self.setMinimumHeight(Scale.of(self.font())(HIGH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.actionTriggered.connect(self._moved)

    def show_wave(self, peaks: Sequence[float], milliseconds: int) -> None:
        """Show another song's wave, from its beginning."""
        self._peaks, self._loudest = peaks, max(max(peaks, default=0.0), 0.05)
        self.setRange(0, milliseconds)
        self.setValue(0)
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.of(self.font())
        return QSize(scale(WIDE), scale(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _moved(self) -> None:
        """By keys, or by a screen reader."""
        self.seek_wanted.emit(self.sliderPosition())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and pause with Space here, too."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is, as players do."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It was gone there when it was pressed."""

    def _go_to(self, x: float) -> None:
        if self.maximum():
            value = QStyle.sliderValueFromPosition(0, self.maximum(), round(x), self.width())
            self.setValue(value)
            self.seek_wanted.emit(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint strokes as high as it is loud there, those that were played in the accent."""
        painter = QPainter(self)
        scheme, scale = self._icons.scheme, Scale.of(self.font())
        stroke, pitch = scale(BAR), scale(BAR + BETWEEN)
        played = self.width() * self.value() / self.maximum() if self.maximum() else 0.0
        middle, most = self.height() / 2, self.height() / 2 - scale(4)
        colours = scheme.colour(Role.ACCENT), scheme.colour(Role.OUTLINE)
        for x in range(scale(2), self.width() - scale(2), pitch):
            high = max(self._loud(x / self.width()) * most, scale(1))
            painter.fillRect(QRectF(x, middle - high, stroke, 2 * high), colours[x >= played])
        if self.maximum():
            painter.fillRect(
                QRectF(played - scale(1), scale(2), scale(2), self.height() - scale(4)), colours[0]
            )
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _loud(self, share: float) -> float:
        if not self._peaks:
            return 0.0
        return self._peaks[min(int(share * len(self._peaks)), len(self._peaks) - 1)] / self._loudest
