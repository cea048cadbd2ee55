from collections.abc import Mapping

from mountsea_desktop.storage.policy_windows import DEFAULTS, POLICIES, NoRegistry, layers
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
