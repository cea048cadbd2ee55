"""What somebody pastes or drops: files, or a text with links in it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from mountsea_desktop.links.page import text_of


@dataclass(frozen=True, slots=True)
class MimeContents:
    """One paste or drop. Where there are files the text is empty: it would only repeat their paths."""

    text: str = ""
    files: tuple[Path, ...] = ()
    is_picture: bool = False
    """Whether it is a picture and nothing else: refused in words, since nobody can hear it."""


def _is_on_this_computer(url: QUrl) -> bool:
    """Whether it is a file that may be opened: on Windows, opening another host's signs in there."""
    return url.isLocalFile() and not url.host() and not url.toLocalFile().startswith(("//", "\\\\"))


def read_mime_data(data: QMimeData) -> MimeContents:
    """What is in it for us.

    The plain text of titles that hide links, as on a web page or in a table, lacks their addresses: then it
    is taken from the page.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if _is_on_this_computer(url))
    if files:
        return MimeContents(files=files)
    text = data.text() or "\n".join(url.toString() for url in data.urls())
    if data.hasImage() and not text.strip():
        return MimeContents(is_picture=True)
    return MimeContents(text_of(text, data.html()) if data.hasHtml() else text)
