"""The program's icon, drawn from its SVG in the sizes and forms that systems want."""

import struct
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


@cache
def drawn(picture: Path, pixels: int) -> bytes:
    """As PNG, square."""
    return _drawn(picture, QImage(pixels, pixels, QImage.Format.Format_ARGB32), "PNG")


def bmp(picture: Path, width: int, height: int) -> bytes:
    """As a bitmap without transparency, which is what installers take."""
    return _drawn(picture, QImage(width, height, QImage.Format.Format_RGB888), "BMP")


def _drawn(picture: Path, image: QImage, kind: str) -> bytes:
    """Needs no display and no application: nothing in it is text."""
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(picture)).render(painter)
    painter.end()
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # its stub wants str, Qt wants bytes
    return bytes(packed.data())


def ico(picture: Path) -> bytes:
    """All sizes in one Windows icon; Windows reads PNG inside since Vista."""
    images = [(pixels, drawn(picture, pixels)) for pixels in (16, 20, 24, 32, 40, 48, 64, 256)]
    offset, head, body = 6 + 16 * len(images), struct.pack("<HHH", 0, 1, len(images)), b""
    for pixels, image in images:
        side = pixels % 256  # 0 means 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(image), offset + len(body))
        body += image
    return head + body


def icns(picture: Path) -> bytes:
    """All sizes in one macOS icon; macOS reads PNG inside since 10.7."""
    kinds = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
    body = b""
    for kind, pixels in kinds.items():
        image = drawn(picture, pixels)
        body += kind + struct.pack(">I", len(image) + 8) + image
    return b"icns" + struct.pack(">I", len(body) + 8) + body
