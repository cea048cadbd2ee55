"""What is taken out of a paste or a drop: files, else text, else the page that hides the links."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from mountsea_desktop.ui.taken import Taken, taken

LINK = "https://host.example/1.mp3"
PAGE = f'<html xmlns="http://www.w3.org/TR/REC-html40"><a href="{LINK}">Sunrise</a>'


def data(text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    return made


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (data(LINK), Taken(LINK)),
        (data(urls=(LINK,)), Taken(LINK)),
        (data("/music/a.txt", urls=("file:///music/a.txt",)), Taken(files=(Path("/music/a.txt"),))),
        (data("Sunrise", PAGE), Taken(f"[Sunrise](<{LINK}>)")),
        (data(html=PAGE), Taken(f"[Sunrise](<{LINK}>)")),
        (data(LINK, PAGE), Taken(LINK)),
        (data("www.host.example/1.mp3", PAGE), Taken("www.host.example/1.mp3")),
        (data("Sunrise", PAGE.replace("href", "name")), Taken("Sunrise")),
        (data("Sunrise", "<b>Sunrise</b>"), Taken("Sunrise")),
        (data(), Taken()),
    ],
)
def test_what_is_taken(given: QMimeData, expected: Taken) -> None:
    assert taken(given) == expected
