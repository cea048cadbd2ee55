"""A studio's computer that somebody else has set up, from its first start to a model, by two ways out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.storage import settings_toml
from tests.conftest import CI
from tests.e2e.desktop import Desktop, Program
from tests.e2e.gateway import TOKEN
from tests.e2e.studio import LOGIN, OUTSIDE, Studio, missing


@pytest.fixture
def studio() -> Iterator[Studio]:
    if reason := missing():
        (pytest.fail if CI else pytest.skip)(reason)
    with Studio() as studio:
        yield studio


def make_a_model(program: Program, studio: Studio) -> None:
    program.press("button", "Add links…")
    program.write("text", "Song links", "\n".join(studio.songs(6)))
    program.press("button", "Add 6 songs")
    program.wait_rows("Songs", "Status", "Ready to upload*", 6)
    program.press("button", "Upload 6 songs")
    program.wait("label", "6 songs uploaded")
    program.press("button", "Create model*")
    program.press("check box", "I own the rights to these songs")
    program.press("button", "Spend 100 credits")
    assert program.wait("text", "Model ID", states=["read-only"])["text"].startswith("chirp-custom:")


def connect(program: Program) -> None:
    """Enter the token, and name and password of the proxy, which asks for them at the first try."""
    program.press("button", "Connect*")
    program.write("password text", "API token", TOKEN)
    program.press("button", "Save token")
    program.press("button", "Sign in to the proxy…")
    program.write("text", "Name", LOGIN[0])
    program.write("password text", "Password", LOGIN[1])
    program.press("button", "Sign in")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")


def test_behind_a_proxy_that_asks_with_the_studios_own_certificate(
    desktop: Desktop, studio: Studio, tmp_path: Path
) -> None:
    studio.policies({"network.proxy": "manual", "network.proxy_url": studio.open_squid()})
    profile = tmp_path / "配置 profile"
    profile.mkdir()
    other = {"gateway.api_url": "https://evil.example", "network.proxy": "none", "uploads.parallel": 5}
    (profile / "settings.json").write_text(json.dumps(other), "utf-8")
    (tmp_path / "导入 import.toml").write_text(settings_toml.write({**other, "uploads.parallel": 6}), "utf-8")
    evil = {"MOUNTSEA_API_URL": "https://evil.example", "HTTPS_PROXY": "http://evil.example", "NO_PROXY": "*"}
    program = studio.start(desktop, "--profile", str(profile), environment=evil)
    connect(program)
    make_a_model(program, studio)

    program.press("button", "Settings…")
    program.press("check box", "Advanced*")
    program.wait("text", "Address of the proxy", states=["!enabled"], description="Set by your administrator")
    program.wait("text", "Mountsea's address", states=["!enabled"], description="Set by your administrator")
    program.press("button", "Import settings…")
    program.write("text", "File name:", str(tmp_path / "导入 import.toml"))
    program.press("button", "Open")
    program.wait("label", "Songs uploaded at the same time: 5 → 6\nProxy: stays, because*")
    program.wait("label", "*Mountsea's address: stays, because your administrator has set it")
    program.press("button", "Take them over")
    program.gone("dialog")
    program.close()
    assert program.ended() == 0
    assert desktop.files_with(LOGIN[1], profile) == []

    check = studio.start(desktop, "--check-connection", "--profile", str(profile), environment=evil)
    assert check.ended() == 0, check.output()
    assert "✓ Certificate: issued by “The Studio”" in check.output()
    assert f"✓ Proxy: {OUTSIDE}:3128" in check.output()
    assert TOKEN not in check.output()
    assert LOGIN[1] not in check.output()
    assert studio.gateway.gateway is not None
    assert studio.gateway.gateway.violations == []


def test_by_a_socks_proxy_that_asks(desktop: Desktop, studio: Studio, tmp_path: Path) -> None:
    studio.policies({"network.proxy": "manual", "network.proxy_url": studio.open_socks(asks=True)})
    program = studio.start(desktop, "--profile", str(tmp_path / "profile"))
    connect(program)
    make_a_model(program, studio)
    program.close()
    assert program.ended() == 0


def test_by_a_proxy_script_and_a_socks_proxy(desktop: Desktop, studio: Studio, tmp_path: Path) -> None:
    studio.open_socks()
    studio.policies({"network.proxy": "automatic", "network.pac_url": studio.open_script()})
    program = studio.start(desktop, "--profile", str(tmp_path / "profile"))
    program.press("button", "Connect*")
    program.write("password text", "API token", TOKEN)
    program.press("button", "Save token")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")
    make_a_model(program, studio)
    program.close()
    assert program.ended() == 0
