"""What somebody pastes or drops: files, or a text with links in it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class MimeContents:
    """One paste or drop. Where there are files the text is empty: it would only repeat their paths."""

    text: str = ""
    files: tuple[Path, ...] = ()
    is_picture: bool = False
    """Whether it is a picture and nothing else: refused in words, since nobody can hear it."""


def leads_elsewhere(path: str) -> bool:
    """Return whether it is another computer's file: to open one, Windows signs in there.

    Two slashes of either kind begin such a path.
    """
    return path[:2].replace("\\", "/") == "//"


def _is_on_this_computer(url: QUrl) -> bool:
    return url.isLocalFile() and not url.host() and not leads_elsewhere(url.toLocalFile())


def read_mime_data(data: QMimeData) -> MimeContents:
    """Return what is in it for us.

    The plain text of titles that hide links, as on a web page or in a table, lacks their addresses: then it
    is taken from the page.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if _is_on_this_computer(url))
    if files:
        return MimeContents(files=files)
    text = data.text() or "\n".join(url.toString() for url in data.urls())
    if data.hasImage() and not text.strip():
        return MimeContents(is_picture=True)
    if not data.hasHtml():
        return MimeContents(text)
    from mountsea_desktop.links.page import text_of  # noqa: PLC0415 - the window opens before a page is pasted

    return MimeContents(text_of(text, data.html()))


def clipboard_text() -> str:
    """Return the text that was copied last; empty where there is none, or where its owner does not answer."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return read_mime_data(data).text if data is not None else ""
