"""The administrators' templates are made of the table, and the program reads what is set with them."""

import plistlib
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from mountsea_desktop.storage import settings_toml
from mountsea_desktop.storage.administrator import MAC_DOMAIN
from mountsea_desktop.storage.policy_windows import POLICIES
from mountsea_desktop.storage.settings_levels import Layer, Level, resolve
from mountsea_desktop.storage.settings_table import BY_KEY, TABLE, Kind

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "packaging" / "policies"
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def test_they_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "policy_templates.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a script of ours
    assert (done.stdout, done.returncode) == ("", 0)


def test_each_setting_has_its_policy() -> None:
    admx = ET.parse(FOLDER / "mountsea-desktop.admx").getroot()  # noqa: S314 - our own file
    named: set[str] = set()
    for policy in admx.iter(f"{SPACE}policy"):
        assert policy.get("key") == POLICIES
        held = [policy, *policy.iter()]
        [key] = {value for element in held if (value := element.get("valueName"))}
        named.add(key)
        choices = [element.text for element in policy.iter(f"{SPACE}string")]
        assert choices == list(BY_KEY[key].choices)
    assert named == {setting.key for setting in TABLE}


@pytest.mark.parametrize("language", ["en-US", "zh-CN", "zh-TW"])
def test_every_word_of_a_policy_is_there(language: str) -> None:
    text = (FOLDER / "mountsea-desktop.admx").read_text("utf-8")
    adml = ET.parse(FOLDER / language / "mountsea-desktop.adml").getroot()  # noqa: S314 - our own file
    strings = {element.get("id") for element in adml.iter(f"{SPACE}string")}
    shown = {element.get("id") for element in adml.iter(f"{SPACE}presentation")}
    wanted = {piece.partition(")")[0] for piece in text.split("$(string.")[1:]}
    assert wanted == strings
    assert {piece.partition(")")[0] for piece in text.split("$(presentation.")[1:]} == shown
    assert all(element.text for element in adml.iter(f"{SPACE}string"))


def test_the_profile_for_macs_can_be_read_back() -> None:
    profile = plistlib.loads((FOLDER / "mountsea-desktop.mobileconfig").read_bytes())
    [payload] = profile["PayloadContent"]
    assert payload["PayloadType"] == MAC_DOMAIN
    values = {key: value for key, value in payload.items() if "." in key}
    assert values
    assert not resolve([Layer(Level.ENFORCED, "", values)]).problems


def test_the_file_for_linux_can_be_read_as_it_is_and_with_everything_switched_on() -> None:
    text = (FOLDER / "policies.toml").read_text("utf-8")
    values = settings_toml.flat(tomllib.loads(text))
    resolved = resolve([Layer(Level.ENFORCED, "policies.toml", values)])
    assert not resolved.problems
    assert resolved.settings.proxy_url == "http://proxy.studio.example:3128"
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    everything = settings_toml.flat(tomllib.loads("\n".join(lines)))
    assert set(everything) == {setting.key for setting in TABLE}
    assert not resolve([Layer(Level.ENFORCED, "", everything)]).problems


def test_switches_are_numbers_on_windows() -> None:
    admx = (FOLDER / "mountsea-desktop.admx").read_text("utf-8")
    switches = sum(setting.kind is Kind.SWITCH for setting in TABLE)
    assert admx.count("<enabledValue>") == switches
