"""Mountsea's pages are opened by the desktop, and only by encrypted addresses."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mountsea_desktop.ui import pages


def test_a_page_is_handed_to_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    assert pages.KEYS.startswith("https://")
    assert pages.open_page(pages.KEYS)
    assert opened == [pages.KEYS]
