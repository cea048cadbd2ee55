"""What somebody at a studio's computer is told, and can do, when its network stands in the way."""

import logging
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import trustme
from PySide6.QtWidgets import QApplication, QPushButton

from mountsea_desktop import program as program_module
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.ui.dialogs.account import AccountBox
from mountsea_desktop.ui.dialogs.proxy import ProxyBox
from mountsea_desktop.workflow.song import SongState
from tests.fakes.tunnel import Tunnel
from tests.fakes.window import Run, press, running, until
from tests.faults.conftest import HOST
from tests.faults.crashable_program import TOKEN, House

PASSWORD = "pa ss:w@rd-of-the-studio"
LOGIN = ("ana", PASSWORD)


@asynccontextmanager
async def window(app: QApplication, house: House) -> AsyncIterator[Run]:
    """The house's window, behind the same proxy."""
    at = Addresses(f"https://{HOST}", f"https://{HOST}")
    with patch.object(program_module, "Network", house._network):
        async with running(app, house.places, addresses=at) as run:
            yield run


@asynccontextmanager
async def with_six_links(app: QApplication, house: House) -> AsyncIterator[Run]:
    """The window with six songs that are ready to upload."""
    await house.begin()
    await house.close()
    async with window(app, house) as run:
        await until(run.page.upload.isEnabled, "the songs")
        yield run


async def notice(run: Run) -> str:
    """What the one notice says."""
    await until(run.window.notice.isVisible, "the notice")
    return run.window.notice.label.text()


def buttons(run: Run) -> list[str]:
    """What can be pressed in the notice."""
    found = run.window.notice.findChildren(QPushButton)
    return [button.text() for button in found if button.isVisible()]


def stranger(_authority: trustme.CA) -> trustme.LeafCert:
    return trustme.CA(organization_name="Studio Proxy Ltd").issue_cert(HOST)


def old(authority: trustme.CA) -> trustme.LeafCert:
    ended = datetime.now(UTC) - timedelta(days=1)
    return authority.issue_cert(HOST, not_before=ended - timedelta(days=9), not_after=ended)


def elsewhere(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("elsewhere.example")


UNTRUSTED = (
    "The connection to Mountsea is not safe, so nothing was sent. "
    "It was issued by “Studio Proxy Ltd”, which this computer does not trust. "
    "In a studio or office, ask for its certificate to be installed on this computer."
)
INVALID = (
    "The connection to Mountsea is not safe, so nothing was sent. "
    "Its certificate is out of date or belongs to somebody else. "
    "Check this computer's date and time, and whether the network asks you to sign in."
)


async def told(
    app: QApplication,
    house: House,
    certificate: ssl.SSLContext,
    shown: trustme.LeafCert,
    usual: trustme.LeafCert,
    sentences: str,
) -> None:
    """It is said in these words, nothing offers to ignore it, and all goes on once it is mended."""
    async with with_six_links(app, house) as run:
        shown.configure_cert(certificate)
        press(run.page.upload)
        assert (await notice(run)).startswith(sentences)
        assert buttons(run) == ["Try now"]
        assert not house.gateway.record.prepares
        usual.configure_cert(certificate)
        press(run.window.notice.button)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")


async def test_fault_04_the_issuer_is_named_and_nothing_offers_to_ignore_it(
    qapp: QApplication,
    studio_pc: tuple[House, Tunnel],
    authority: trustme.CA,
    certificate: ssl.SSLContext,
) -> None:
    house, _ = studio_pc
    usual = authority.issue_cert(HOST)
    await told(qapp, house, certificate, stranger(authority), usual, UNTRUSTED)


@pytest.mark.parametrize("shown", [old, elsewhere])
async def test_fault_05_clock_and_network_are_suggested(
    qapp: QApplication,
    studio_pc: tuple[House, Tunnel],
    authority: trustme.CA,
    certificate: ssl.SSLContext,
    shown: Callable[[trustme.CA], trustme.LeafCert],
) -> None:
    house, _ = studio_pc
    await told(qapp, house, certificate, shown(authority), authority.issue_cert(HOST), INVALID)


async def sign_in(box: ProxyBox, name: str, password: str) -> None:
    box.name.setText(name)
    box.password.setText(password)
    press(box.enter)
    await until(lambda: box.gone or box.enter.isEnabled(), "the proxy's answer")


async def test_fault_06_the_proxy_is_signed_in_to_and_everything_goes_on(
    qapp: QApplication, studio_pc: tuple[House, Tunnel], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "mountsea_desktop")
    house, tunnel = studio_pc
    async with with_six_links(qapp, house) as run:
        tunnel.login = LOGIN
        press(run.page.upload)
        said = await notice(run)
        assert said.startswith(
            f"The network's proxy asks for a name and a password. Without them {tunnel.place} lets nothing "
            "through. Sign in to it; everything goes on by itself then."
        )
        assert buttons(run) == ["Sign in to the proxy…"]
        press(run.window.notice.button)
        box = await run.box(ProxyBox)
        before = len(tunnel.asked)
        await sign_in(box, "ana", "wrong")
        assert not box.gone
        assert box.status.text().startswith("The network's proxy did not accept the name and the password.")
        await sign_in(box, *LOGIN)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")
        assert run.program.studio.trouble is None
        assert tunnel.logins_sent().count(tunnel.basic("ana", "wrong")) == 1, "proxies lock people out"
        assert not tunnel.asked[before - 1].count("roxy-Authorization")
    async with window(qapp, house) as run:  # remembered
        assert await run.program.studio.balance() == 1_000
    for hidden in (PASSWORD, "wrong"):
        assert hidden not in caplog.text
        files = [path for path in house.places.data_folder.rglob("*") if path.is_file()]
        assert not [path for path in files if hidden.encode() in path.read_bytes()]


async def test_fault_06_a_password_that_was_changed_is_sent_once(
    qapp: QApplication, studio_pc: tuple[House, Tunnel]
) -> None:
    house, tunnel = studio_pc
    tunnel.login = LOGIN
    async with with_six_links(qapp, house) as run:
        run.program.logins.use(tunnel.place, Login(*LOGIN))
        assert await run.program.studio.balance() == 1_000
        tunnel.login = ("ana", "changed")
        await tunnel.cut()
        await run.program.gateway.renew()
        before = tunnel.logins_sent().count(tunnel.basic(*LOGIN))
        for _ in range(3):
            with pytest.raises(GatewayError):
                await run.program.studio.balance()
        assert tunnel.logins_sent().count(tunnel.basic(*LOGIN)) == before + 1, "proxies lock people out"


async def test_fault_06_a_login_that_nobody_judged_is_not_kept(
    qapp: QApplication, studio_pc: tuple[House, Tunnel]
) -> None:
    house, tunnel = studio_pc
    tunnel.login = LOGIN
    async with with_six_links(qapp, house) as run:
        press(run.page.upload)
        await notice(run)
        press(run.window.notice.button)
        box = await run.box(ProxyBox)
        await tunnel.close()
        await sign_in(box, *LOGIN)
        assert not box.gone
        assert await run.program.logins.of(tunnel.place) is None


async def test_fault_06_at_the_very_first_connection(
    qapp: QApplication, studio_pc: tuple[House, Tunnel]
) -> None:
    house, tunnel = studio_pc
    tunnel.login = LOGIN
    async with window(qapp, house) as run:
        press(run.window.account)
        account = await run.box(AccountBox)
        account.token.setText(TOKEN)
        press(account.save)
        await until(account.proxy.isVisible, "a way to sign in")
        await until(lambda: run.program.studio.trouble is None, "the gate, which opens where nobody waits")
        press(account.proxy)
        box = await run.box(ProxyBox)
        box.remember.setChecked(False)
        await sign_in(box, *LOGIN)
        await until(lambda: account.status.text() == "Connected. You have 1,000 credits.", "the balance")
        await until(lambda: not run.window.notice.isVisible(), "the end of the notice")
    async with window(qapp, house) as run:  # not remembered
        press(run.window.account)
        account = await run.box(AccountBox)
        press(account.test)
        await until(account.proxy.isVisible, "a way to sign in")
        assert "asks for a name" in account.status.text()
