"""What somebody pastes or drops: files, or a text with links in it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Taken:
    """One paste or drop. Where there are files the text is empty: it would only repeat their paths."""

    text: str = ""
    files: tuple[Path, ...] = ()


def taken(data: QMimeData) -> Taken:
    """What is in it for us.

    Titles that only hide links, as on a web page or in a table, come as the page they are: their plain text
    has no address in it.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Taken(files=files)
    text = data.text() or "\n".join(url.toString() for url in data.urls())
    if "://" not in text and data.hasHtml() and "://" in (page := data.html()):
        return Taken(page)
    return Taken(text)
