"""Pages of the web, opened in the person's browser and only when a button says so."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mountsea_desktop.hosting.audio_file import ENDINGS

KEYS = "https://docs.mountsea.ai/"
"""Mountsea's documentation, which leads on to where keys are made.

Public code names a console of another address; people enter their account there, and so nobody is sent to it
until Mountsea itself names it.
"""
DROPBOX = "https://www.dropbox.com/home"
DRIVE = "https://drive.google.com/"
"""Where songs can be put so that they get a link."""


def is_page(address: str) -> bool:
    """Return whether this is the address of a page, and nothing that starts a program."""
    return QUrl(address).scheme() in {"http", "https"}


def open_page(address: str) -> bool:
    """Ask the desktop to open a page; return whether it took that on.

    Never anything else: an address may be a stranger's, and those of other kinds start programs.
    """
    return is_page(address) and QDesktopServices.openUrl(QUrl(address))


def open_song(file: Path) -> bool:
    """Ask the desktop to play a file, or to show its folder if it is not called like a song.

    What is in it is sound, and yet by another ending it may be taken for a program.
    """
    is_song = file.suffix.lower().removeprefix(".") in ENDINGS
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file if is_song else file.parent)))
