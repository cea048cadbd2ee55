import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.policy_windows import DEFAULTS, POLICIES, NoRegistry, layers, this_registry
from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.storage.settings_levels import Level, resolve
from mountsea_desktop.storage.settings_table import SettingFault


class FakeRegistry:
    """As Windows gives it: texts and numbers."""

    def __init__(self, values: Mapping[tuple[str, str], Mapping[str, object]], closed: str = "") -> None:
        self._values = values
        self._closed = closed

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        if hive == self._closed:
            raise PermissionError(13, "Access is denied")
        return self._values.get((hive, key), {})


def test_the_computers_policies_come_before_the_persons_and_both_before_defaults() -> None:
    registry = FakeRegistry(
        {
            ("HKLM", POLICIES): {"ui.appearance": "dark"},
            ("HKCU", POLICIES): {"ui.appearance": "light", "uploads.parallel": 2},
            ("HKLM", DEFAULTS): {"uploads.parallel": 7, "practice.offered": 0, "notifications.enabled": 1},
        }
    )
    resolved = resolve(layers(registry))
    assert resolved.settings == Settings(
        appearance=Appearance.DARK, parallel_uploads=2, practice_offered=False, notifications=True
    )
    assert resolved.is_enforced("uploads.parallel")
    assert resolved.origin("ui.appearance").where == r"HKLM\Software\Policies\Mountsea Desktop"
    assert resolved.origin("practice.offered").level is Level.DEFAULT
    assert not resolved.problems


def test_other_numbers_are_no_switch() -> None:
    registry = FakeRegistry({("HKLM", POLICIES): {"practice.offered": 2, "notifications.enabled": "1"}})
    resolved = resolve(layers(registry))
    assert resolved.settings == Settings()
    assert [problem.key for problem in resolved.problems] == ["practice.offered", "notifications.enabled"]


def test_a_closed_key_is_told_and_the_rest_counts() -> None:
    registry = FakeRegistry({("HKCU", POLICIES): {"ui.appearance": "dark"}}, closed="HKLM")
    resolved = resolve(layers(registry))
    assert resolved.settings == Settings(appearance=Appearance.DARK)
    assert {(problem.fault, problem.details) for problem in resolved.problems} == {
        (SettingFault.UNREADABLE, "Access is denied")
    }


def test_elsewhere_there_is_no_registry() -> None:
    assert layers(NoRegistry()) == []


# -- In a registry ---------------------------------------------------------------------------------------

Put = Callable[[str, str, Mapping[str, object]], None]

if sys.platform == "win32":
    import ctypes
    import winreg

    from mountsea_desktop.storage.policy_windows import WindowsRegistry

    IS_THROWAWAY = hasattr(ctypes.windll.ntdll, "wine_get_version")
    HIVES = WindowsRegistry.HIVES
    ALL = winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY

    @pytest.fixture
    def put() -> Iterator[Put]:
        """Writes values, a number as a number, bytes and lists as such; all of it is taken away again."""
        written: set[tuple[str, str]] = set()

        def put(hive: str, key: str, values: Mapping[str, object]) -> None:
            written.add((hive, key))
            with winreg.CreateKeyEx(HIVES[hive], key, 0, ALL) as opened:
                for name, value in values.items():
                    winreg.SetValueEx(opened, name, 0, KINDS[type(value)], value)

        yield put
        for hive, key in written:
            winreg.DeleteKeyEx(HIVES[hive], key, winreg.KEY_WOW64_64KEY)

    KINDS = {str: winreg.REG_SZ, int: winreg.REG_DWORD, bytes: winreg.REG_BINARY, list: winreg.REG_MULTI_SZ}
else:
    IS_THROWAWAY = False

only_in_wine = pytest.mark.skipif(not IS_THROWAWAY, reason="writes policies for all of the computer")


@only_in_wine
def test_what_is_in_the_registry_is_read(put: Put) -> None:
    proxy = {"network.proxy": "manual", "network.proxy_url": "http://proxy.studio.lan:3128"}
    put("HKLM", POLICIES, {**proxy, "practice.offered": 0, "uploads.parallel": 2})
    put("HKCU", POLICIES, {"uploads.parallel": 5, "network.ca_file": "C:\\证书 studio\\ca.pem"})
    put("HKLM", DEFAULTS, {"ui.language": "zh_CN", "notifications.enabled": 0, "practice.offered": 1})
    put("HKCU", DEFAULTS, {"ui.appearance": "dark"})  # a person's own half counts below Policies only
    resolved = resolve(layers())
    assert resolved.settings == Settings(
        proxy=ProxyMode.MANUAL,
        proxy_url="http://proxy.studio.lan:3128",
        practice_offered=False,
        parallel_uploads=2,
        ca_file="C:\\证书 studio\\ca.pem",
        language="zh_CN",
        notifications=False,
    )
    assert resolved.is_enforced("network.ca_file")
    assert resolved.origin("network.ca_file").where == rf"HKCU\{POLICIES}"
    assert resolved.origin("ui.language").level is Level.DEFAULT
    assert not resolved.problems


@only_in_wine
def test_values_of_other_kinds_are_told_by_name(put: Put) -> None:
    wrong = {"ui.language": b"en", "ui.appearance": ["dark"], "uploads.parallel": 99, "network.porxy": "none"}
    put("HKLM", POLICIES, {**wrong, "practice.offered": 7, "notifications.enabled": 0})
    resolved = resolve(layers())
    assert resolved.settings == Settings(notifications=False)
    assert {problem.key for problem in resolved.problems} == {*wrong, "practice.offered"}


@only_in_wine
def test_what_is_enforced_there_stays_whatever_else_is_said(put: Put, tmp_path: Path) -> None:
    put("HKLM", POLICIES, {"gateway.api_url": "https://gateway.studio.lan", "network.proxy": "none"})
    (tmp_path / "settings.json").write_text('{"gateway.api_url": "https://mine.example"}', "utf-8")
    environ = {"MOUNTSEA_API_URL": "https://evil.example"}
    layered = LayeredSettings(tmp_path / "settings.json", layers(), environ=environ)
    layered.choose(msgspec.structs.replace(layered.settings, api_url="https://other.example"))
    layered.take({"gateway.api_url": "https://imported.example"})
    assert layered.addresses().api == "https://gateway.studio.lan"
    assert layered.settings.proxy is ProxyMode.NONE


@only_in_wine
def test_without_any_key_the_registry_says_nothing() -> None:
    assert layers(this_registry()) == []
