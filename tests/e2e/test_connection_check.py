"""The check of the connection on a studio's computer: each broken set-up has one cross, where it is broken.

With real proxies, certificates and look-ups, in a network of its own: only the two proxies can be reached.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.secret_store import account_name
from tests.conftest import CI
from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN
from tests.e2e.studio import LOGIN, OUTSIDE, Studio, missing
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway


class Prepared:
    """A computer on which all is in order, and what a test breaks of it."""

    def __init__(self, desktop: Desktop, studio: Studio, folder: Path) -> None:
        self.desktop = desktop
        self.studio = studio
        self.folder = folder
        self.profile = folder / "我的 profile"
        self.squid = studio.open_squid()
        self.socks = studio.open_socks()
        self.keep_token(self.profile)
        self.values: dict[str, object] = {}
        self.environment: dict[str, str] = {}
        self.put_in_order()

    def keep_token(self, profile: Path) -> None:
        """As if it had been entered in that profile."""
        gateway = (self.studio.address, self.studio.address)
        self.desktop.keep_secret(
            PROGRAM, account_name(gateway, Folders.of_profile(profile).profile_id), TOKEN
        )

    def put_in_order(self) -> None:
        self.values = {"network.proxy": "manual", "network.proxy_url": self.socks}
        self.environment = {}
        for name in ("credits", "other"):
            self.gateway.on(name).clear()
        self.gateway.mountsea.tokens = {TOKEN}
        self.gateway.mountsea.balance = 1_000
        self.studio.show_certificate()

    @property
    def gateway(self) -> FaultGateway:
        assert self.studio.gateway.gateway is not None
        return self.studio.gateway.gateway

    def check(self) -> tuple[int, str]:
        """Run it; its status and what it says."""
        self.studio.policies(self.values)
        arguments = ("--check-connection", "--profile", str(self.profile))
        program = self.studio.start(self.desktop, *arguments, environment=self.environment)
        status = program.ended()
        assert status is not None
        return status, program.output()


@pytest.fixture(scope="module")
def computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    if reason := missing():
        (pytest.fail if CI else pytest.skip)(reason)
    with ExitStack() as ends:
        desktop, studio = ends.enter_context(Desktop()), ends.enter_context(Studio())
        yield Prepared(desktop, studio, tmp_path_factory.mktemp("check"))
        assert not studio.gateway.gateway or not studio.gateway.gateway.record.prepares


@pytest.fixture
def prepared(computer: Prepared) -> Prepared:
    computer.put_in_order()
    return computer


def test_where_all_is_in_order_there_is_no_cross(prepared: Prepared) -> None:
    status, said = prepared.check()
    assert status == 0, said
    assert "✗" not in said
    assert "–" not in said
    assert f"✓ Proxy: {OUTSIDE}:1080" in said
    assert "✓ Certificate: issued by “The Studio”" in said
    assert "✓ Credits: 1000" in said
    assert TOKEN not in said


# -- Broken in one place ---------------------------------------------------------------------------------


def wrong_key(it: Prepared) -> None:
    it.values["network.porxy"] = "none"


def no_keyring(it: Prepared) -> None:
    it.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"


def unknown_proxy(it: Prepared) -> None:
    it.values["network.proxy_url"] = "http://proxy.studio.example:3128"


def no_proxy_at_all(it: Prepared) -> None:
    it.values |= {"network.proxy": "none", "network.proxy_url": None}


def proxy_that_is_off(it: Prepared) -> None:
    it.values["network.proxy_url"] = f"http://{OUTSIDE}:9"


def script_that_is_gone(it: Prepared) -> None:
    script = f"http://{OUTSIDE}:9/proxy.pac"
    it.values |= {"network.proxy": "automatic", "network.proxy_url": None, "network.pac_url": script}


def proxy_that_asks(it: Prepared) -> None:
    it.values["network.proxy_url"] = it.squid


def authority_that_is_not_trusted(it: Prepared) -> None:
    it.values["network.ca_file"] = None


def certificate_file_that_is_gone(it: Prepared) -> None:
    it.values["network.ca_file"] = "/nowhere/studio.pem"


def certificate_file_that_is_none(it: Prepared) -> None:
    file = it.folder / "letter.pem"
    file.write_text("Dear studio,")
    it.values["network.ca_file"] = str(file)


def certificate_file_that_never_ends(it: Prepared) -> None:
    it.values["network.ca_file"] = "/dev/zero"


def somebody_in_between(it: Prepared) -> None:
    it.studio.show_certificate(trustme.CA(organization_name="Eavesdropper Inc"))


def certificate_that_is_over(it: Prepared) -> None:
    it.studio.show_certificate(
        not_before=datetime.now(UTC) - timedelta(days=9), not_after=datetime.now(UTC) - timedelta(days=1)
    )


def clock_that_is_wrong(it: Prepared) -> None:
    elsewhere = datetime.now(UTC) + timedelta(days=900)
    it.studio.show_certificate(not_before=elsewhere, not_after=elsewhere + timedelta(days=9))
    date = (elsewhere + timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    it.gateway.on("other").always(faults.Status(404, Date=date))


def gateway_out_of_order(it: Prepared) -> None:
    it.gateway.on("credits").always(faults.Status(503))


def page_in_place_of_the_gateway(it: Prepared) -> None:
    it.gateway.on("credits").always(faults.Page())


def token_that_is_refused(it: Prepared) -> None:
    it.gateway.mountsea.tokens = {"another"}


def no_token(it: Prepared) -> None:
    it.values["gateway.credits_url"] = it.studio.address + "/another"  # its token is another one


def too_few_credits(it: Prepared) -> None:
    it.gateway.mountsea.balance = 40


def storage_that_is_not_plugged_in(it: Prepared) -> None:
    it.values |= {
        "storage.kind": "folder",
        "storage.folder": "/media/歌 drive",
        "storage.base_url": "https://songs.studio.example",
    }


BROKEN: list[tuple[Callable[[Prepared], None], str]] = [
    (wrong_key, "Settings: network.porxy in *policies.toml is not a setting"),
    (no_keyring, "Password store: There is none that the program can use"),
    (unknown_proxy, "Name look-up: The name proxy.studio.example is not known here"),
    (no_proxy_at_all, "Name look-up: The name gateway.studio.example is not known here"),
    (proxy_that_is_off, "Proxy: The network's proxy cannot be used"),
    (script_that_is_gone, "Proxy: The proxy script gives no answer"),
    (proxy_that_asks, "Sign-in to the proxy: *asks for a name and a password"),
    (authority_that_is_not_trusted, "Certificate: *“The Studio”, which this computer does not trust"),
    (somebody_in_between, "Certificate: *“Eavesdropper Inc”, which this computer does not trust"),
    (certificate_that_is_over, "Certificate: *out of date"),
    (
        certificate_file_that_is_gone,
        "Certificate: *file /nowhere/studio.pem cannot be read",
    ),
    (certificate_file_that_is_none, "Certificate: The extra certificate file *letter.pem cannot be read"),
    (certificate_file_that_never_ends, "Certificate: The extra certificate file /dev/zero cannot be read"),
    (clock_that_is_wrong, "Clock: This computer's clock is wrong"),
    (gateway_out_of_order, "Mountsea: "),
    (page_in_place_of_the_gateway, "Mountsea: "),
    (no_token, "Token: None is there yet"),
    (token_that_is_refused, "Token: *does not accept"),
    (too_few_credits, "Credits: 40 are left"),
    (
        storage_that_is_not_plugged_in,
        "Storage for songs: The folder that is published * is not there",
    ),
]


@pytest.mark.parametrize(("spoil", "told"), BROKEN, ids=[spoil.__name__ for spoil, _ in BROKEN])
def test_the_one_thing_that_is_wrong_is_named(
    prepared: Prepared, spoil: Callable[[Prepared], None], told: str
) -> None:
    spoil(prepared)
    status, said = prepared.check()
    crosses = [line for line in said.splitlines() if line.startswith("✗")]
    assert status == 1, said
    assert len(crosses) == 1, said
    assert re.match(f"✗ {'.*'.join(map(re.escape, told.split('*')))}", crosses[0]), said
    assert TOKEN not in said
    assert LOGIN[1] not in said


def test_a_folder_that_cannot_be_used_is_named(prepared: Prepared) -> None:
    prepared.studio.policies(prepared.values)
    (prepared.folder / "file").touch()
    profile = prepared.folder / "file" / "profile"
    prepared.keep_token(profile)
    program = prepared.studio.start(prepared.desktop, "--check-connection", "--profile", str(profile))
    assert program.ended() == 1
    crosses = [line for line in program.output().splitlines() if line.startswith("✗")]
    assert len(crosses) == 1
    assert crosses[0].startswith(f"✗ Folders: The folder {profile} cannot be used")
