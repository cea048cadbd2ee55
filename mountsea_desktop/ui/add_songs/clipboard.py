"""What somebody pastes or drops: files, or a text with links in it."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from mountsea_desktop.links.page import readable

_ADDRESS = re.compile(r"://|www\.\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MimeContents:
    """One paste or drop. Where there are files the text is empty: it would only repeat their paths."""

    text: str = ""
    files: tuple[Path, ...] = ()


def read_mime_data(data: QMimeData) -> MimeContents:
    """What is in it for us.

    The plain text of titles that only hide links, as on a web page or in a table, has no address in it: then
    it is taken from the page.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return MimeContents(files=files)
    text = data.text() or "\n".join(url.toString() for url in data.urls())
    if not _ADDRESS.search(text) and data.hasHtml() and "://" in (page := readable(data.html())):
        return MimeContents(page)
    return MimeContents(text)
