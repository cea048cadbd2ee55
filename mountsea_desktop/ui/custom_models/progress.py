"""How far a model's songs are: in words, and as one pill for each song that is needed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractAnimation, QMargins, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStyle, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.workflow.model import SONGS_NEEDED
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.song_counts import SongCounts

PILL, HIGH, BETWEEN = 24, 8, 4
"""Least width and height of a pill, and what is free between two; px at ordinary text size."""
LAST_FILLS, EACH_TURNS = 250, 60
"""Milliseconds in which the sixth pill fills, and in which each turns green after that."""
TOTAL_SHOWN_FROM = 24
"""Songs from which on it is said how many there are in all."""


class UploadProgress(Retranslated, QWidget):
    """Says "4 of 6 songs uploaded", with more than six how many and what is still on its way."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = SongCounts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label, self._more = Label(), Label()
        set_style(self.label, kind="muted")
        set_style(self._more, kind="small")
        # In the room that the other leaves: the button below keeps its width whatever is said.
        self._more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pills = Pills(icons)
        said = QHBoxLayout()
        said.setSpacing(Scale.of(self.font())(8))
        said.addWidget(self.label)
        said.addWidget(self._more, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)  # in line with the button below, whose margin is its ring's
        layout.setSpacing(Scale.of(self.font())(4))
        layout.addLayout(said)
        layout.addWidget(self.pills)
        self.retranslate()

    def set_counts(self, counts: SongCounts, shares: Sequence[float] = ()) -> None:
        """Show how the songs stand; `shares` is how far each is that is on its way."""
        self._counts = counts
        self.pills.set_songs(counts.trainable, shares)
        self.retranslate()

    def retranslate(self) -> None:
        uploaded = self._counts.count(SongState.UPLOADED)
        text = words.songs.progress(uploaded, SONGS_NEEDED)
        self.label.setText(text)
        self.pills.setAccessibleName(text)
        self._more.setVisible(bool(self._rest()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much of the rest as there is room for, and all of it to those who ask."""
        rest, layout = self._rest(), self.layout()
        margins = layout.contentsMargins() if layout is not None else QMargins()
        room = self.width() - margins.left() - margins.right() - self.label.sizeHint().width()
        room -= Scale.of(self.font())(8)
        self._more.setText(self._more.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room))
        self._more.setToolTip(tooltip(rest))
        self._more.setAccessibleName(rest)

    def _rest(self) -> str:
        """Return what is to be said besides, the most wanted first."""
        say, counts = words.songs, self._counts
        uploaded = counts.count(SongState.UPLOADED)
        if uploaded <= SONGS_NEEDED and counts.trainable == uploaded and counts.total <= TOTAL_SHOWN_FROM:
            return ""
        parts = [
            say.of_all(counts.total) if counts.total > TOTAL_SHOWN_FROM else "",
            say.on_the_way(counts.under_way) if counts.under_way else "",
            say.chosen_of(counts.trainable) if counts.trainable != uploaded else "",
            say.needed(SONGS_NEEDED) if uploaded > SONGS_NEEDED else "",
        ]
        return words.songs.listed(*parts)


class Pills(QProgressBar):
    """One for each song that is needed: filled, part-filled while its song is on its way, or empty.

    A progress bar by what it says to others, as many steps long as songs are needed.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent, textVisible=False)
        self._icons = icons
        self._shares: Sequence[float] = ()
        self._green = 0.0
        """How many have turned green."""
        self.setRange(0, SONGS_NEEDED)
        self.setValue(0)
        set_style(self, kind="pills")
        self.animation = QVariantAnimation(self)
        self.animation.setStartValue(-LAST_FILLS / EACH_TURNS)
        self.animation.setEndValue(float(SONGS_NEEDED))
        self.animation.setDuration(LAST_FILLS + EACH_TURNS * SONGS_NEEDED)
        self.animation.valueChanged.connect(self._turned)

    def set_songs(self, chosen: int, shares: Sequence[float]) -> None:
        """Show how many songs are there to be trained on, and those on their way."""
        full = min(chosen, SONGS_NEEDED)
        if full == SONGS_NEEDED > self.value() and self.isVisible() and self._moves():
            self.animation.start()
        elif full < SONGS_NEEDED:
            self.animation.stop()
            self._green = 0.0
        elif self.animation.state() is QAbstractAnimation.State.Stopped:
            self._green = float(SONGS_NEEDED)
        self.setValue(full)
        self._shares = sorted(shares, reverse=True)[: SONGS_NEEDED - full]
        self.update()

    def sizeHint(self) -> QSize:
        scale = Scale.of(self.font())
        return QSize(SONGS_NEEDED * scale(PILL) + (SONGS_NEEDED - 1) * scale(BETWEEN), scale(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale, scheme = Scale.of(self.font()), self._icons.scheme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = scale(HIGH)
        step = (self.width() + scale(BETWEEN)) / SONGS_NEEDED
        wide = step - scale(BETWEEN)
        for number in range(SONGS_NEEDED):
            at = SONGS_NEEDED - 1 - number if self.isRightToLeft() else number
            pill = QRectF(at * step, (self.height() - high) / 2, wide, high)
            shape = QPainterPath()
            shape.addRoundedRect(pill, high / 2, high / 2)
            painter.fillPath(shape, scheme.colour(Role.PRESSED))
            share = self._share(number)
            painter.setClipPath(shape)
            filled = QRectF(pill)
            filled.setWidth(wide * share)
            if self.isRightToLeft():
                filled.moveRight(pill.right())
            colour = Role.SUCCESS if number < self._green else Role.ACCENT
            painter.fillRect(filled, scheme.colour(colour))
            painter.setClipping(False)
            if scheme.high_contrast:
                painter.strokePath(shape, self.palette().color(QPalette.ColorRole.WindowText))
        painter.end()

    def _share(self, number: int) -> float:
        if number < self.value():
            last = number == SONGS_NEEDED - 1 and self._green < 0
            return 1.0 + self._green * EACH_TURNS / LAST_FILLS if last else 1.0
        under_way = number - self.value()
        return self._shares[under_way] if under_way < len(self._shares) else 0.0

    def _turned(self, green: float) -> None:
        self._green = green
        self.update()

    def _moves(self) -> bool:
        return bool(self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))
