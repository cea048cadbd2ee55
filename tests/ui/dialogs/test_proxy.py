"""Signing in to a proxy: nothing goes out by itself, a refusal is said, and a success closes the dialog."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.runtime.facts import facts_of
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.ui.dialogs.proxy import ProxyDialog
from tests.fakes.window import bury, press, until

PLACE = "proxy.studio.example:3128"


class Proxy:
    """A proxy that takes one login, when it is asked."""

    def __init__(self) -> None:
        self.tried: list[Login] = []
        self.answers = asyncio.Event()
        self.answers.set()

    async def __call__(self, login: Login) -> None:
        self.tried.append(login)
        await self.answers.wait()
        if login != Login("ana", "right"):
            facts = facts_of(proxy=PLACE, refused="yes")
            raise GatewayError(Fault.PROXY_LOGIN, Fate.NOT_SENT, facts=facts)


@pytest.fixture
async def proxy() -> Proxy:
    return Proxy()


@pytest.fixture
async def dialog(window: QWidget, proxy: Proxy) -> AsyncIterator[ProxyDialog]:
    errors: list[BaseException] = []
    tasks = Tasks(lambda _name, error: errors.append(error))
    dialog = ProxyDialog(window, PLACE, proxy, tasks)
    dialog.open()
    yield dialog
    await tasks.stop()
    assert not errors


def test_it_names_the_proxy_and_hides_the_password(dialog: ProxyDialog) -> None:
    assert PLACE in dialog._intro.text()
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    assert (dialog.name.accessibleName(), dialog.password.accessibleName()) == ("Name", "Password")
    assert dialog.name.hasFocus() or dialog.focusWidget() is dialog.name
    assert not dialog.enter.isEnabled()


async def test_a_refusal_is_said_and_the_password_can_be_typed_anew(
    dialog: ProxyDialog, proxy: Proxy
) -> None:
    dialog.name.setText("ana")
    dialog.password.setText("wrong")
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    await until(dialog.enter.isEnabled, "the answer")
    assert "did not accept" in dialog.status.text()
    assert dialog.password.selectedText()
    dialog.password.setText("right")
    press(dialog.enter)
    await until(lambda: dialog.gone, "a way through")
    assert dialog.result() == dialog.DialogCode.Accepted
    assert proxy.tried == [Login("ana", "wrong"), Login("ana", "right")]


async def test_one_press_is_one_try(dialog: ProxyDialog, proxy: Proxy) -> None:
    proxy.answers.clear()
    dialog.name.setText("ana")
    for _ in range(3):
        dialog.enter.click()
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    await asyncio.sleep(0)
    assert len(proxy.tried) == 1
    dialog.reject()  # and nothing is touched when the answer comes after all
    proxy.answers.set()
    await asyncio.sleep(0)


async def test_closed_while_it_tries_it_stays_closed(dialog: ProxyDialog, proxy: Proxy) -> None:
    proxy.answers.clear()
    dialog.name.setText("ana")
    dialog.password.setText("right")
    press(dialog.enter)
    await until(lambda: proxy.tried, "the try")
    dialog.reject()
    tasks = dialog._tasks
    dialog.deleteLater()
    bury()
    proxy.answers.set()
    await until(lambda: not len(tasks), "the answer")
