"""What is taken out of a paste or a drop: files, else text, else the page that hides the links."""

from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from mountsea_desktop.ui.add_songs.clipboard import MimeContents, leads_elsewhere, read_mime_data

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
        (data(LINK), MimeContents(LINK)),
        (data(urls=(LINK,)), MimeContents(LINK)),
        (data("/music/a.txt", urls=("file:///music/a.txt",)), MimeContents(files=(Path("/music/a.txt"),))),
        (data("Sunrise", PAGE), MimeContents(f"[Sunrise](<{LINK}>)")),
        (data(html=PAGE), MimeContents(f"[Sunrise](<{LINK}>)")),
        (data(urls=("file://attacker/share/a.txt",)), MimeContents("file://attacker/share/a.txt")),
        (data(urls=("file:////attacker/share/a.txt",)), MimeContents("file:////attacker/share/a.txt")),
        (data(urls=("file:///%5Cattacker/a.txt",)), MimeContents("file:///%5Cattacker/a.txt")),
        (data(LINK, PAGE), MimeContents(LINK)),
        (data("www.host.example/1.mp3", PAGE), MimeContents("www.host.example/1.mp3")),
        (data("Sunrise", PAGE.replace("href", "name")), MimeContents("Sunrise")),
        (data("Sunrise", "<b>Sunrise</b>"), MimeContents("Sunrise")),
        (data(), MimeContents()),
    ],
)
def test_what_is_taken(given: QMimeData, expected: MimeContents) -> None:
    assert read_mime_data(given) == expected


@pytest.mark.parametrize(
    "path",
    ["//attacker/a/x.mp3", r"\\attacker\a\x.mp3", r"/\attacker\a\x.mp3", r"\/attacker/a/x.mp3", r"\\?\C:\x"],
)
def test_what_windows_takes_for_another_computers_file_is_never_opened(path: str) -> None:
    assert PureWindowsPath(path).drive.startswith(r"\\")
    assert leads_elsewhere(path)


@pytest.mark.parametrize("path", ["/music/x.mp3", r"C:\music\x.mp3", "C://music/x.mp3", "x.mp3", ""])
def test_a_file_of_this_computer_may_be(path: str) -> None:
    assert not PureWindowsPath(path).drive.startswith(r"\\")
    assert not leads_elsewhere(path)


def test_a_picture_alone_is_told_apart() -> None:
    picture = QMimeData()
    picture.setImageData(QImage(1, 1, QImage.Format.Format_RGB32))
    assert read_mime_data(picture) == MimeContents(is_picture=True)
    picture.setText(LINK)  # as some programs put both on the clipboard
    assert read_mime_data(picture) == MimeContents(LINK)
