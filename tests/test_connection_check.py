"""Each set-up that is broken in one place is told by that place, and nothing after it is blamed."""

import ssl
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring.core
import msgspec
import pytest
import trustme
from keyring.backends import fail

from mountsea_desktop.connection_check import CheckStep, ConnectionCheck, Finding, StepName, StepOutcome
from mountsea_desktop.connections import Connections
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient, Patience
from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.drives import Drive
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.storage.settings_levels import Layer, Level, Resolved, resolve
from tests.fakes import faults
from tests.fakes.fake_keyring import FakeKeyring
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, s3_server
from tests.fakes.tunnel import Tunnel

HOST = "gateway.example"
TOKEN = "sk-connection-check"
QUICK = Patience(connect=2.0, read=2.0, total=5.0)


class Studio:
    """A studio's computer behind a proxy, with a company's certificates; all in order until changed."""

    def __init__(self, folder: Path, gateway: FaultGateway, tunnel: Tunnel, ca_file: Path) -> None:
        self.gateway = gateway
        self.tunnel = tunnel
        self.settings = Settings(proxy=ProxyMode.MANUAL, proxy_url=tunnel.url, ca_file=str(ca_file))
        self.folders = Folders.of_profile(folder / "profile")
        self.resolved = Resolved()
        self.address = f"https://{HOST}"
        self.token: str | None = TOKEN

    async def steps(self) -> list[CheckStep]:
        addresses = Addresses(self.address, self.address)
        connections = Connections(self.settings)
        client = GatewayClient(
            addresses,
            lambda: self.token,
            transport_factory=TransportFactory(connections.proxies, connections.trust),
            reads=QUICK,
        )

        async def s3(bucket: Bucket) -> S3Storage:
            return S3Storage(bucket, TransportFactory(connections.proxies, connections.trust))

        storage = SongStorage(self.settings, self.folders.profile_id, s3)
        checker = LinkChecker(
            allow_loopback=True, proxy_for=connections.proxies.proxy_for, trust=connections.trust
        )
        check = ConnectionCheck(
            self.resolved,
            self.settings,
            self.folders,
            addresses,
            connections,
            client,
            lambda: self.token,
            storage=storage,
            fetch=checker.beginning,
        )
        try:
            return [step async for step in check.steps()]
        finally:
            storage.close()
            await client.aclose()
            connections.close()

    async def failing(self) -> dict[StepName, object]:
        """What failed, and what was found there."""
        return {step.name: step.found for step in await self.steps() if step.outcome is StepOutcome.FAILED}


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(organization_name="The Company")


@pytest.fixture
def certificate(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    return context


@pytest.fixture
async def studio(
    tmp_path: Path, authority: trustme.CA, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Studio]:
    monkeypatch.setattr(keyring.core, "_keyring_backend", FakeKeyring())
    accepted = f"{FakeKeyring.__module__}.{FakeKeyring.__qualname__}"
    monkeypatch.setattr(secret_store, "TRUSTED_KEYRINGS", frozenset({accepted}))
    ca_file = tmp_path / "studio ca 证书.pem"
    authority.cert_pem.write_to_path(ca_file)
    async with FaultGateway(tls=certificate) as gateway, Tunnel(gateway) as tunnel:
        gateway.mountsea.tokens = {TOKEN}
        yield Studio(tmp_path, gateway, tunnel, ca_file)
        assert not gateway.record.prepares
        assert not gateway.record.creates
        assert TOKEN not in "".join(tunnel.asked)


async def test_where_all_is_in_order_every_step_says_so(studio: Studio) -> None:
    steps = await studio.steps()
    assert [step.name for step in steps if step.outcome is not StepOutcome.PASSED] == []
    assert {step.name for step in steps} == set(StepName)
    facts = {step.name: step.facts for step in steps}
    assert facts[StepName.CERTIFICATE] == {"issuer": "The Company"}
    assert facts[StepName.PROXY] == {"proxy": studio.tunnel.place}
    assert facts[StepName.CREDITS] == {"balance": "1000"}
    assert facts[StepName.KEYRING]["keyring"]
    assert TOKEN not in repr(steps)


async def test_on_this_computer_there_is_nothing_on_the_way(studio: Studio) -> None:
    async with FaultGateway() as gateway:
        gateway.mountsea.tokens = {TOKEN}
        studio.address = gateway.url
        steps = await studio.steps()
    assert {step.name for step in steps if step.found is Finding.NOT_NEEDED} == {
        StepName.NAME, StepName.PROXY, StepName.SIGN_IN, StepName.CERTIFICATE, StepName.STORAGE,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("drive", "found"),
    [
        (Drive("ext4"), Finding.FINE),
        (Drive("nfs4", is_network=True), Finding.NETWORK_DRIVE),
        (Drive("davfs", is_network=True, locks_are_shared=False), Finding.NETWORK_DRIVE_WITHOUT_LOCKS),
    ],
)
async def test_what_songs_are_kept_on_is_told(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, drive: Drive, found: Finding
) -> None:
    monkeypatch.setattr("mountsea_desktop.storage.folders.drive_of", lambda _folder: drive)
    [step] = [step for step in await studio.steps() if step.name is StepName.FOLDERS]
    assert (step.outcome, step.found) == (StepOutcome.PASSED, found)
    assert step.facts.get("drive", "") == (drive.kind if drive.is_network else "")


# -- Broken in one place ---------------------------------------------------------------------------------


async def test_01_a_wrong_key_in_an_administrators_file(studio: Studio) -> None:
    studio.resolved = resolve([Layer(Level.ENFORCED, "policies.toml", {"network.porxy": "none"})])
    assert await studio.failing() == {StepName.SETTINGS: Finding.WRONG_SETTINGS}


async def test_02_a_folder_that_cannot_be_used(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    studio.folders = Folders.of_profile(tmp_path / "file" / "profile")
    assert list(await studio.failing()) == [StepName.FOLDERS]


async def test_03_no_keyring(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())  # type: ignore[no-untyped-call]  # the library is half typed
    assert await studio.failing() == {StepName.KEYRING: SecretAnswer.UNAVAILABLE}
    studio.token = None
    steps = {step.name: step.outcome for step in await studio.steps()}
    assert steps[StepName.TOKEN] is StepOutcome.SKIPPED, "nobody knows whether there is one"


async def test_04_a_name_that_nobody_knows(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    studio.settings = Settings(proxy=ProxyMode.MANUAL, proxy_url="http://proxy.studio.lan:3128")
    steps = await studio.steps()
    assert [(step.name, step.facts) for step in steps if step.outcome is StepOutcome.FAILED] == [
        (StepName.NAME, {"host": "proxy.studio.lan"})
    ]
    skipped = {step.name for step in steps if step.outcome is StepOutcome.SKIPPED}
    assert {StepName.PROXY, StepName.GATEWAY, StepName.CREDITS} <= skipped


async def test_05_a_proxy_that_is_not_there(studio: Studio) -> None:
    studio.settings = Settings(proxy=ProxyMode.MANUAL, proxy_url="http://127.0.0.1:1")
    assert await studio.failing() == {StepName.PROXY: Fault.PROXY}


async def test_06_a_proxy_script_that_is_not_there(studio: Studio) -> None:
    studio.settings = Settings(proxy=ProxyMode.AUTOMATIC, pac_url="http://127.0.0.1:1/proxy.pac")
    assert await studio.failing() == {StepName.PROXY: Finding.NO_SCRIPT}


async def test_07_a_proxy_that_wants_a_login(studio: Studio) -> None:
    studio.tunnel.login = ("ana", "word")
    assert await studio.failing() == {StepName.SIGN_IN: Fault.PROXY_LOGIN}


async def test_08_a_certificate_of_somebody_else(studio: Studio, certificate: ssl.SSLContext) -> None:
    trustme.CA(organization_name="Studio Proxy Ltd").issue_cert(HOST).configure_cert(certificate)
    [failed] = [step for step in await studio.steps() if step.outcome is StepOutcome.FAILED]
    assert (failed.name, failed.found) == (StepName.CERTIFICATE, Fault.CERTIFICATE_UNTRUSTED)
    assert failed.problem is not None
    assert "Studio Proxy Ltd" in failed.problem.facts.values()


@pytest.mark.parametrize("content", [None, "no certificate"])
async def test_09_an_extra_certificate_file_that_cannot_be_read(
    studio: Studio, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "other.pem"
    if content is not None:
        path.write_text(content)
    studio.settings = Settings(proxy=ProxyMode.MANUAL, proxy_url=studio.tunnel.url, ca_file=str(path))
    assert await studio.failing() == {StepName.CERTIFICATE: Finding.BAD_CA_FILE}


async def test_10_a_wrong_clock(studio: Studio, certificate: ssl.SSLContext, authority: trustme.CA) -> None:
    later = datetime.now(UTC) + timedelta(days=900)
    early = authority.issue_cert(HOST, not_before=later, not_after=later + timedelta(days=9))
    early.configure_cert(certificate)
    date = (later + timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    studio.gateway.on("other").always(faults.Status(404, Date=date))
    assert await studio.failing() == {StepName.CLOCK: Finding.WRONG_CLOCK}


@pytest.mark.parametrize("play", [faults.Page(), faults.Status(503), faults.Reset(when="processed")])
async def test_11_a_gateway_that_is_not_well(studio: Studio, play: faults.Fault) -> None:
    studio.gateway.on("credits").always(play)
    assert list(await studio.failing()) == [StepName.GATEWAY]


def _no_token(studio: Studio) -> None:
    studio.token = None


def _old_token(studio: Studio) -> None:
    studio.gateway.mountsea.tokens = {"sk-another"}


@pytest.mark.parametrize(
    ("spoil", "found"), [(_no_token, Finding.NO_TOKEN), (_old_token, Fault.TOKEN_REFUSED)]
)
async def test_12_a_token_that_is_missing_or_refused(
    studio: Studio, spoil: Callable[[Studio], None], found: object
) -> None:
    spoil(studio)
    assert await studio.failing() == {StepName.TOKEN: found}


async def test_13_too_few_credits(studio: Studio) -> None:
    studio.gateway.mountsea.balance = 40
    assert await studio.failing() == {StepName.CREDITS: Finding.FEW_CREDITS}


async def test_14_a_storage_folder_that_is_not_there(studio: Studio, tmp_path: Path) -> None:
    proxy = {"proxy": ProxyMode.MANUAL, "proxy_url": studio.tunnel.url, "ca_file": studio.settings.ca_file}
    storage = {
        "storage_kind": StorageKind.FOLDER,
        "storage_folder": str(tmp_path / "no"),
        "storage_base_url": "https://studio.example/",
    }
    studio.settings = Settings(**proxy, **storage)  # type: ignore[arg-type]  # each is of its field's type
    assert await studio.failing() == {StepName.STORAGE: StorageFault.FOLDER_GONE}
    secret = {
        "storage_kind": StorageKind.S3,
        "storage_endpoint": "https://s3.example",
        "storage_bucket": "songs",
        "storage_key_id": "key",
        "storage_secret_file": str(tmp_path / "no"),
    }
    studio.settings = Settings(**proxy, **secret)  # type: ignore[arg-type]  # the same
    assert await studio.failing() == {StepName.STORAGE: StorageFault.NO_SECRET}


async def test_15_what_is_put_into_a_bucket_is_had_by_everybody(studio: Studio, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    with s3_server(tmp_path / "s3") as server:
        studio.settings = Settings(
            proxy=ProxyMode.MANUAL,
            proxy_url=studio.tunnel.url,
            ca_file=studio.settings.ca_file,
            storage_kind=StorageKind.S3,
            storage_endpoint=server.endpoint,
            storage_bucket=BUCKET,
            storage_key_id=KEY_ID,
            storage_secret_file=str(secret),
        )
        step = (await studio.steps())[-1]
        assert (step.name, step.outcome) == (StepName.STORAGE, StepOutcome.PASSED)
        assert step.facts == {"path": f"{server.endpoint}/{BUCKET}"}
        assert not server.objects(), "nothing is left behind"
        secret.write_text("another", "utf-8")
        assert await studio.failing() == {StepName.STORAGE: StorageFault.KEY_REFUSED}


async def test_the_storage_is_not_blamed_for_what_stands_before_everything(studio: Studio) -> None:
    proxy = {"proxy": ProxyMode.MANUAL, "proxy_url": "http://127.0.0.1:1", "ca_file": studio.settings.ca_file}
    bucket = {
        "storage_kind": StorageKind.S3,
        "storage_endpoint": "https://s3.example",
        "storage_bucket": "songs",
        "storage_key_id": "AKIAEXAMPLE",
    }
    studio.settings = Settings(**proxy, **bucket)  # type: ignore[arg-type]  # each is of its field's type
    assert await studio.failing() == {StepName.PROXY: Fault.PROXY}


async def test_the_storage_is_not_blamed_for_a_keyring_that_does_not_answer(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())  # type: ignore[no-untyped-call]
    bucket = {
        "storage_kind": StorageKind.S3,
        "storage_endpoint": "https://s3.example",
        "storage_bucket": "songs",
    }
    studio.settings = msgspec.structs.replace(studio.settings, **bucket, storage_key_id="AKIAEXAMPLE")
    assert await studio.failing() == {StepName.KEYRING: SecretAnswer.UNAVAILABLE}
