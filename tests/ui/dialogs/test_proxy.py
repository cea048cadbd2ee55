"""Signing in to a proxy: nothing goes out by itself, a refusal is said, and the box closes when it worked."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.ui.dialogs.proxy import ProxyBox
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
            facts = {"proxy": PLACE, "refused": "yes"}
            raise GatewayError(Fault.PROXY_LOGIN, Fate.NOT_SENT, facts=facts)


@pytest.fixture
async def proxy() -> Proxy:
    return Proxy()


@pytest.fixture
async def box(window: QWidget, proxy: Proxy) -> AsyncIterator[ProxyBox]:
    errors: list[BaseException] = []
    tasks = Tasks(lambda _name, error: errors.append(error))
    box = ProxyBox(window, PLACE, proxy, tasks)
    box.open()
    yield box
    await tasks.stop()
    assert not errors


def test_it_names_the_proxy_and_hides_the_password(box: ProxyBox) -> None:
    assert PLACE in box._intro.text()
    assert box.password.echoMode() is QLineEdit.EchoMode.Password
    assert (box.name.accessibleName(), box.password.accessibleName()) == ("Name", "Password")
    assert box.name.hasFocus() or box.focusWidget() is box.name
    assert not box.enter.isEnabled()


async def test_a_refusal_is_said_and_the_password_can_be_typed_anew(box: ProxyBox, proxy: Proxy) -> None:
    box.name.setText("ana")
    box.password.setText("wrong")
    QTest.keyClick(box.password, Qt.Key.Key_Return)
    await until(box.enter.isEnabled, "the answer")
    assert "did not accept" in box.status.text()
    assert box.password.selectedText()
    box.password.setText("right")
    press(box.enter)
    await until(lambda: box.gone, "a way through")
    assert box.result() == box.DialogCode.Accepted
    assert proxy.tried == [Login("ana", "wrong"), Login("ana", "right")]


async def test_one_press_is_one_try(box: ProxyBox, proxy: Proxy) -> None:
    proxy.answers.clear()
    box.name.setText("ana")
    for _ in range(3):
        box.enter.click()
    QTest.keyClick(box.password, Qt.Key.Key_Return)
    await asyncio.sleep(0)
    assert len(proxy.tried) == 1
    box.reject()  # and nothing is touched when the answer comes after all
    proxy.answers.set()
    await asyncio.sleep(0)


async def test_closed_while_it_tries_it_stays_closed(box: ProxyBox, proxy: Proxy) -> None:
    proxy.answers.clear()
    box.name.setText("ana")
    box.password.setText("right")
    press(box.enter)
    await until(lambda: proxy.tried, "the try")
    box.reject()
    tasks = box._tasks
    box.deleteLater()
    bury()
    proxy.answers.set()
    await until(lambda: not len(tasks), "the answer")
