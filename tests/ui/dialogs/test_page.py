"""Where no browser opens a page, its address is shown, to be copied."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.page import PageDialog, open_or_show
from mountsea_desktop.ui.pages import KEYS
from tests.fakes.window import press


@pytest.fixture(params=[True, False], ids=["browser", "no browser"])
def opens(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    def take(_url: QUrl) -> bool:
        return bool(request.param)

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return bool(request.param)


async def test_the_address_is_shown_where_no_browser_opens(window: QWidget, opens: bool) -> None:
    open_or_show(KEYS, window)
    dialogs = window.findChildren(PageDialog)
    assert bool(dialogs) is not opens
    for dialog in dialogs:
        assert dialog.isVisible()
        assert dialog.address.text() == KEYS
        press(dialog.copy)
        assert QGuiApplication.clipboard().text() == KEYS
        press(dialog.close_button)
        assert not dialog.isVisible()


async def test_what_is_no_page_is_not_shown_as_one(window: QWidget, opens: bool) -> None:
    open_or_show("file:///bin/sh", window)
    assert not window.findChildren(PageDialog), opens
