"""Mountsea's pages are opened by the desktop, and only by encrypted addresses."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mountsea_desktop.ui import pages


@pytest.mark.parametrize("address", [pages.KEYS, pages.CREDITS])
def test_a_page_is_handed_to_the_desktop(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    assert address.startswith("https://")
    assert pages.open_page(address)
    assert opened == [address]
