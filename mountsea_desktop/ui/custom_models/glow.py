"""A moment's light around a button that one has worked towards. Nothing moves afterwards."""

from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QStyle, QWidget

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale

PULSE = 900
"""Milliseconds of one swelling and fading."""
PULSES = 2


class Glow:
    """Lights up a widget; not on desktops whose owner wants no animations."""

    def __init__(self, widget: QWidget, icons: Icons) -> None:
        self._widget = widget
        self._icons = icons
        self.animation: QPropertyAnimation | None = None

    def begin(self) -> None:
        """Breathe in light, twice."""
        style = self._widget.style()
        if not style.styleHint(QStyle.StyleHint.SH_Widget_Animate) or self.animation is not None:
            return
        light = QGraphicsDropShadowEffect(self._widget)
        light.setOffset(0, 0)
        light.setColor(self._icons.scheme.colour(Role.ACCENT))
        self._widget.setGraphicsEffect(light)
        self.animation = QPropertyAnimation(light, b"blurRadius", self._widget)
        self.animation.setDuration(PULSE)
        self.animation.setLoopCount(PULSES)
        self.animation.setStartValue(0.0)
        self.animation.setKeyValueAt(0.5, float(Scale.of(self._widget.font())(36)))
        self.animation.setEndValue(0.0)
        self.animation.finished.connect(self._end)
        self.animation.start()

    def _end(self) -> None:
        if self.animation is not None:
            self.animation.deleteLater()
            self.animation = None
        # Qt's own stubs forbid what its documentation prescribes for taking an effect off.
        self._widget.setGraphicsEffect(None)  # type: ignore[arg-type]  # see above
