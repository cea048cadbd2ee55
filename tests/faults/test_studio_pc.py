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

from mountsea_desktop import clients as clients_module
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.proxy import ProxyDialog
from mountsea_desktop.workflow.song import SongState
from tests.fakes.tunnel import Tunnel
from tests.fakes.window import Run, press, running, until
from tests.faults.conftest import HOST
from tests.faults.crashable_program import TOKEN, CrashableProgram

PASSWORD = "pa ss:w@rd-of-the-studio"
LOGIN = ("ana", PASSWORD)


@asynccontextmanager
async def window(app: QApplication, program: CrashableProgram) -> AsyncIterator[Run]:
    """The program's window, behind the same proxy."""
    at = Addresses(f"https://{HOST}", f"https://{HOST}")
    with patch.object(clients_module, "TransportFactory", program._transport_factory):
        async with running(app, program.folders, addresses=at) as run:
            yield run


@asynccontextmanager
async def with_six_links(app: QApplication, program: CrashableProgram) -> AsyncIterator[Run]:
    """The window with six songs that are ready to upload."""
    await program.begin()
    await program.close()
    async with window(app, program) as run:
        await until(run.page.upload.isEnabled, "the songs")
        yield run


async def banner(run: Run) -> str:
    """What the one notice says."""
    await until(run.window.banner.isVisible, "the notice")
    return run.window.banner.label.text()


def buttons(run: Run) -> list[str]:
    """What can be pressed in the notice."""
    found = run.window.banner.findChildren(QPushButton)
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
    program: CrashableProgram,
    certificate: ssl.SSLContext,
    shown: trustme.LeafCert,
    usual: trustme.LeafCert,
    sentences: str,
) -> None:
    """It is said in these words, nothing offers to ignore it, and all goes on once it is mended."""
    async with with_six_links(app, program) as run:
        shown.configure_cert(certificate)
        press(run.page.upload)
        assert (await banner(run)).startswith(sentences)
        assert buttons(run) == ["Try now"]
        assert not program.gateway.record.prepares
        usual.configure_cert(certificate)
        press(run.window.banner.button)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")


async def test_fault_04_the_issuer_is_named_and_nothing_offers_to_ignore_it(
    qapp: QApplication,
    studio_pc: tuple[CrashableProgram, Tunnel],
    authority: trustme.CA,
    certificate: ssl.SSLContext,
) -> None:
    program, _ = studio_pc
    usual = authority.issue_cert(HOST)
    await told(qapp, program, certificate, stranger(authority), usual, UNTRUSTED)


@pytest.mark.parametrize("shown", [old, elsewhere])
async def test_fault_05_clock_and_network_are_suggested(
    qapp: QApplication,
    studio_pc: tuple[CrashableProgram, Tunnel],
    authority: trustme.CA,
    certificate: ssl.SSLContext,
    shown: Callable[[trustme.CA], trustme.LeafCert],
) -> None:
    program, _ = studio_pc
    await told(qapp, program, certificate, shown(authority), authority.issue_cert(HOST), INVALID)


async def sign_in(dialog: ProxyDialog, name: str, password: str) -> None:
    dialog.name.setText(name)
    dialog.password.setText(password)
    press(dialog.enter)
    await until(lambda: dialog.gone or dialog.enter.isEnabled(), "the proxy's answer")


async def test_fault_06_the_proxy_is_signed_in_to_and_everything_goes_on(
    qapp: QApplication, studio_pc: tuple[CrashableProgram, Tunnel], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "mountsea_desktop")
    program, tunnel = studio_pc
    async with with_six_links(qapp, program) as run:
        tunnel.login = LOGIN
        press(run.page.upload)
        said = await banner(run)
        assert said.startswith(
            f"The network's proxy asks for a name and a password. Without them {tunnel.place} lets nothing "
            "through. Sign in to it; everything goes on by itself then."
        )
        assert buttons(run) == ["Sign in to the proxy…"]
        press(run.window.banner.button)
        dialog = await run.dialog(ProxyDialog)
        before = len(tunnel.asked)
        await sign_in(dialog, "ana", "wrong")
        assert not dialog.gone
        assert dialog.status.text().startswith(
            "The network's proxy did not accept the name and the password."
        )
        await sign_in(dialog, *LOGIN)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")
        assert run.program.job.outage is None
        assert tunnel.logins_sent().count(tunnel.basic("ana", "wrong")) == 1, "proxies lock people out"
        assert not tunnel.asked[before - 1].count("roxy-Authorization")
    async with window(qapp, program) as run:  # remembered
        assert await run.program.job.connectivity.balance() == 1_000
    for hidden in (PASSWORD, "wrong"):
        assert hidden not in caplog.text
        files = [path for path in program.folders.data_folder.rglob("*") if path.is_file()]
        assert not [path for path in files if hidden.encode() in path.read_bytes()]


async def test_fault_06_a_password_that_was_changed_is_sent_once(
    qapp: QApplication, studio_pc: tuple[CrashableProgram, Tunnel]
) -> None:
    program, tunnel = studio_pc
    tunnel.login = LOGIN
    async with with_six_links(qapp, program) as run:
        run.program.logins.use(tunnel.place, Login(*LOGIN))
        assert await run.program.job.connectivity.balance() == 1_000
        tunnel.login = ("ana", "changed")
        await tunnel.cut()
        await run.program.gateway.renew()
        before = tunnel.logins_sent().count(tunnel.basic(*LOGIN))
        for _ in range(3):
            with pytest.raises(GatewayError):
                await run.program.job.connectivity.balance()
        assert tunnel.logins_sent().count(tunnel.basic(*LOGIN)) == before + 1, "proxies lock people out"


async def test_fault_06_a_login_that_nobody_judged_is_not_kept(
    qapp: QApplication, studio_pc: tuple[CrashableProgram, Tunnel]
) -> None:
    program, tunnel = studio_pc
    tunnel.login = LOGIN
    async with with_six_links(qapp, program) as run:
        press(run.page.upload)
        await banner(run)
        press(run.window.banner.button)
        dialog = await run.dialog(ProxyDialog)
        await tunnel.close()
        await sign_in(dialog, *LOGIN)
        assert not dialog.gone
        assert await run.program.logins.of(tunnel.place) is None


async def test_fault_06_at_the_very_first_connection(
    qapp: QApplication, studio_pc: tuple[CrashableProgram, Tunnel]
) -> None:
    program, tunnel = studio_pc
    tunnel.login = LOGIN
    async with window(qapp, program) as run:
        press(run.window.account)
        account = await run.dialog(AccountDialog)
        account.token.setText(TOKEN)
        press(account.save)
        await until(account.proxy.isVisible, "a way to sign in")
        await until(lambda: run.program.job.outage is None, "the gate, which opens where nobody waits")
        press(account.proxy)
        dialog = await run.dialog(ProxyDialog)
        dialog.remember.setChecked(False)
        await sign_in(dialog, *LOGIN)
        await until(lambda: account.status.text() == "Connected. You have 1,000 credits.", "the balance")
        await until(lambda: not run.window.banner.isVisible(), "the end of the notice")
    async with window(qapp, program) as run:  # not remembered
        press(run.window.account)
        account = await run.dialog(AccountDialog)
        press(account.test)
        await until(account.proxy.isVisible, "a way to sign in")
        assert "asks for a name" in account.status.text()
