"""Mountsea's own pages, opened in the person's browser and only when a button says so."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

KEYS = "https://shanhaiapi.com/zh/console/keys/"
"""Where keys are made. Mountsea's documentation does not name it; programs that use its keys do."""
CREDITS = "https://shanhaiapi.com/zh/pricing/"
"""Where credits are bought; known in the same way."""


def open_page(address: str) -> bool:
    """Ask the desktop to open a page; whether it took that on."""
    return QDesktopServices.openUrl(QUrl(address))
