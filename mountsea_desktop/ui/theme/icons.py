"""The drawn icons, tinted to a role of the scheme in force and sharp on every screen.

An icon is asked for by the name of its file, `icons.icon("upload")`; a song's state has the icon
`song_<state>`, a model's `model_<state>`. Whoever paints rows takes `pixmap`, which is cached.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mountsea_desktop.ui.theme.palette import LIGHT, Role, Scheme

_COMPILED = Path(__file__).resolve().parents[1] / "compiled" / "icons"
_CHECKOUT = Path(__file__).resolve().parents[3] / "resources" / "icons"


def file(name: str) -> Path:
    """Return where a drawing lies: in the installed package, or in the checkout the program is run from."""
    for folder in (_COMPILED, _CHECKOUT):
        if (found := folder / f"{name}.svg").is_file():
            return found
    raise FileNotFoundError(f"there is no icon named {name}")


@cache
def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(file(name)))


class Icons:
    """Icons in the colours of `scheme`; after it is set anew, every icon handed out paints in new colours."""

    def __init__(self, scheme: Scheme = LIGHT) -> None:
        self.scheme = scheme
        self._painted: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def icon(self, name: str, role: Role = Role.TEXT) -> QIcon:
        """Return an icon for a button or an action; it follows the scheme, and fades while disabled."""
        file(name)
        return QIcon(_TintedEngine(self, name, role))

    def pixmap(self, name: str, role: Role, size: QSize, ratio: float = 1.0) -> QPixmap:
        """Return an icon of `size` in a screen's own units, with `ratio` pixels to each of them."""
        key = (name, self.scheme[role], size.width(), size.height(), ratio)
        if key not in self._painted:
            self._painted[key] = self._paint(name, role, size, ratio)
        return self._painted[key]

    def _paint(self, name: str, role: Role, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        side = min(pixmap.width(), pixmap.height())
        rect = QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _drawing(name).render(painter, rect)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), self.scheme.colour(role))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def app_icon() -> QIcon:
    """Return the program's own mark, in its own colours."""
    icon = QIcon()
    for side in (16, 20, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _drawing("app").render(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class _TintedEngine(QIconEngine):
    """Asks `Icons` at the moment of painting, so that nobody has to set icons again when colours change.

    It cannot be cloned (PySide would free the copy twice), which Qt asks for only when a file or a pixmap is
    added to an icon; ours are complete.
    """

    def __init__(self, icons: Icons, name: str, role: Role) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 - Qt's signature
        scale: float,
    ) -> QPixmap:
        """Qt gives `size` in a screen's own units (up to 6.7 it gave pixels)."""
        role = self._role
        if mode is QIcon.Mode.Disabled:
            role = Role.DISABLED
        elif mode is QIcon.Mode.Selected and self._icons.scheme.high_contrast:
            role = Role.SELECTION_TEXT
        return self._icons.pixmap(self._name, role, size, scale)
