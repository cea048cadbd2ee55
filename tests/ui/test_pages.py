"""The desktop is asked to open pages of the web and songs, and nothing that may be a program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mountsea_desktop.ui import pages


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was given."""
    urls: list[str] = []

    def take(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


def test_a_page_is_handed_to_the_desktop(opened: list[str]) -> None:
    assert pages.KEYS.startswith("https://")
    assert pages.open_page(pages.KEYS)
    assert opened == [pages.KEYS]


@pytest.mark.parametrize(
    "address",
    [
        "file:///C:/Windows/System32/calc.exe",
        "file://attacker.example/share/song.lnk",
        r"\\attacker.example\share\song.lnk",
        r"C:\music\song.exe",
        "vscode://extension/song.mp3",
        "search-ms:query=song.mp3",
        "/usr/share/applications/song.desktop",
        "",
    ],
)
def test_what_is_no_page_of_the_web_is_not(opened: list[str], address: str) -> None:
    assert not pages.open_page(address)
    assert opened == []


def test_a_file_that_is_not_called_like_a_song_is_shown_in_its_folder(
    opened: list[str], tmp_path: Path
) -> None:
    for name in ("song.WAV", "song.bat", "song"):
        assert pages.open_song(tmp_path / name)
    assert [QUrl(url).toLocalFile() for url in opened] == [
        str(tmp_path / "song.WAV"),
        str(tmp_path),
        str(tmp_path),
    ]
