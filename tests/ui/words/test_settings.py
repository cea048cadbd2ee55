from mountsea_desktop.storage.settings_levels import SettingProblem
from mountsea_desktop.storage.settings_table import TABLE, SettingFault
from mountsea_desktop.ui import words


def test_each_setting_has_a_name_of_its_own_and_a_purpose() -> None:
    names = [words.settings.name(setting.key) for setting in TABLE]
    assert len(set(names)) == len(names)
    purposes = [words.settings.purpose(setting.key) for setting in TABLE]
    assert len(set(purposes)) == len(purposes)


def test_each_choice_is_named() -> None:
    for setting in TABLE:
        named = {words.settings.choice(setting.key, choice) for choice in setting.choices}
        assert len(named) == len(setting.choices)


def test_a_problem_names_key_and_place() -> None:
    for fault in set(SettingFault) - {SettingFault.UNREADABLE}:
        said = words.settings.problem(SettingProblem(fault, "/etc/policies.toml", "network.proxy"))
        assert "network.proxy" in said
        assert "/etc/policies.toml" in said
