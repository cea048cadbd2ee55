"""Mountsea's own pages, opened in the person's browser and only when a button says so."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

KEYS = "https://docs.mountsea.ai/"
"""Mountsea's documentation, which leads on to where keys are made.

Public code names a console of another address; people enter their account there, and so nobody is sent to it
until Mountsea itself names it.
"""


def open_page(address: str) -> bool:
    """Ask the desktop to open a page; return whether it took that on."""
    return QDesktopServices.openUrl(QUrl(address))
