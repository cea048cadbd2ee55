import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from mountsea_desktop.gateway.addresses import API_VARIABLE, CREDITS_VARIABLE, AddressError, Addresses
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.layered_settings import LayeredSettings, changed_values
from mountsea_desktop.storage.settings import Appearance, Settings, WindowPosition, write
from mountsea_desktop.storage.settings_levels import Layer, Level
from mountsea_desktop.storage.settings_table import BY_KEY

PLACE = WindowPosition(x=1, y=2, width=3, height=4)
POLICY = Layer(
    Level.ENFORCED,
    "policies.toml",
    {
        "gateway.api_url": "https://gateway.studio.lan",
        "network.proxy": "manual",
        "network.proxy_url": "http://proxy.studio.lan:3128",
    },
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def again(layered: LayeredSettings, *administrator: Layer) -> LayeredSettings:
    """As the next start finds them."""
    write(layered.path, layered.content())
    return LayeredSettings(layered.path, administrator)


def test_only_what_was_chosen_is_kept(path: Path) -> None:
    layered = LayeredSettings(path)
    assert layered.settings == Settings()
    layered.choose(msgspec.structs.replace(layered.settings, appearance=Appearance.DARK, window=PLACE))
    assert layered.content() == {
        "ui.appearance": "dark",
        "window": {"x": 1, "y": 2, "width": 3, "height": 4, "maximized": False},
    }
    found = again(layered, Layer(Level.DEFAULT, "defaults.toml", {"uploads.parallel": 2}))
    assert found.settings == Settings(appearance=Appearance.DARK, window=PLACE, parallel_uploads=2)
    assert not found.were_damaged


def test_a_choice_that_is_the_built_in_value_counts_more_than_a_default(path: Path) -> None:
    defaults = Layer(Level.DEFAULT, "defaults.toml", {"uploads.parallel": 2})
    layered = LayeredSettings(path, [defaults])
    layered.choose(msgspec.structs.replace(layered.settings, parallel_uploads=3))
    assert again(layered, defaults).settings.parallel_uploads == 3


def test_a_tuple_is_chosen_as_a_whole(path: Path) -> None:
    layered = LayeredSettings(path)
    layered.choose(msgspec.structs.replace(layered.settings, proxy=ProxyMode.MANUAL, proxy_url="http://p:1"))
    assert layered.content() == {
        "network.proxy": "manual", "network.proxy_url": "http://p:1",
        "network.pac_url": "", "network.no_proxy": "",
    }  # fmt: skip


def test_what_is_enforced_cannot_be_changed_by_window_import_environment_or_command_line(path: Path) -> None:
    enforced = msgspec.structs.replace(
        Settings(), language="zh_CN", api_url="https://gateway.studio.lan", proxy=ProxyMode.MANUAL,
        proxy_url="http://proxy.studio.lan:3128",
    )  # fmt: skip
    layers = [POLICY, Layer(Level.ENFORCED, "policies.toml", {"ui.language": "zh_CN"})]
    environ = {API_VARIABLE: "https://evil.example", "HTTPS_PROXY": "http://evil.example"}
    layered = LayeredSettings(path, layers, environ=environ, language="en")
    assert layered.settings == enforced
    layered.choose(Settings(language="en", api_url="https://evil.example", proxy=ProxyMode.NONE))
    assert layered.settings == enforced
    layered.take({"gateway.api_url": "https://evil.example", "network.proxy": "none", "ui.language": "en"})
    assert layered.settings == enforced
    assert again(layered, *layers).settings == enforced
    assert layered.addresses().api == "https://gateway.studio.lan"


def test_the_environment_names_the_gateway_for_this_run(path: Path) -> None:
    layered = LayeredSettings(path, environ={API_VARIABLE: " https://a.example ", CREDITS_VARIABLE: " "})
    assert layered.addresses() == Addresses("https://a.example")
    assert layered.resolved.origin("gateway.api_url").level is Level.THIS_RUN
    assert not layered.content()


def test_a_wrong_address_in_the_environment_stops_unless_nobody_asks_for_it(path: Path) -> None:
    environ = {API_VARIABLE: "http://gateway.example"}
    with pytest.raises(AddressError) as caught:
        LayeredSettings(path, environ=environ).addresses()
    assert caught.value.variable == API_VARIABLE
    assert LayeredSettings(path, [POLICY], environ=environ).addresses().api == "https://gateway.studio.lan"


def test_the_command_lines_language_rules_until_another_is_chosen(path: Path) -> None:
    write(path, {"ui.language": "zh_TW"})
    layered = LayeredSettings(path, language="en")
    assert layered.settings.language == "en"
    layered.choose(msgspec.structs.replace(layered.settings, parallel_uploads=5))
    assert layered.settings.language == "en"
    assert layered.content()["ui.language"] == "zh_TW"
    layered.choose(msgspec.structs.replace(layered.settings, language="zh_CN"))
    assert layered.content()["ui.language"] == "zh_CN"
    layered.choose(msgspec.structs.replace(layered.settings, language=None))
    assert layered.content()["ui.language"] == "system"


def test_unknown_names_are_left_out(path: Path) -> None:
    path.write_text(json.dumps({"ui.language": "en", "token": "sk-1", "nested": {"a": [1]}}))
    found = LayeredSettings(path)
    assert found.content() == {"ui.language": "en"}
    assert not found.were_damaged


OLD = {
    "language": None, "parallel_uploads": 3, "appearance": "dark", "geometry": "AP8=", "columns": "",
    "last_model": "m", "notifications": False,
}  # fmt: skip


def test_a_file_from_before_there_were_levels(path: Path) -> None:
    path.write_text(json.dumps(OLD))
    found = LayeredSettings(
        path, [Layer(Level.DEFAULT, "d", {"uploads.parallel": 7, "ui.language": "zh_CN"})]
    )
    assert not found.were_damaged
    assert found.settings == Settings(
        language="zh_CN", parallel_uploads=7, appearance=Appearance.DARK, last_model="m", notifications=False,
    )  # fmt: skip
    assert set(found.content()) == {
        "ui.appearance",
        "notifications.enabled",
        "last_model",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ui.language", "fr"),
        ("uploads.parallel", 9),
        ("parallel_uploads", "3"),
        ("ui.appearance", "pink"),
        ("window", {"x": 0, "y": 0, "width": 0, "height": 10}),
        ("window", {"x": 10**30, "y": 0, "width": 10, "height": 10}),
        ("window", {"x": 1.5, "y": 0, "width": 10, "height": 10}),
        ("window", "AdnQywADAAA="),
        ("song_columns", {"columns": [{"name": "song", "width": -1}]}),
        ("song_columns", {"columns": [{"name": "song", "width": 1}] * 21}),
        ("song_columns", {"columns": [{"name": "x" * 41, "width": 1}]}),
        ("last_model", None),
        ("volume", 101),
        ("volume", -1),
    ],
)
def test_a_value_that_means_nothing_costs_only_itself(path: Path, key: str, value: object) -> None:
    write(path, {"notifications.enabled": False, key: value})
    found = LayeredSettings(path)
    assert found.settings == Settings(notifications=False)
    assert found.were_damaged


def test_what_means_nothing_is_not_exported(path: Path) -> None:
    write(path, {"network.ca_file": None, "uploads.parallel": [1], "ui.appearance": "dark"})
    assert LayeredSettings(path).exported() == {"ui.appearance": "dark"}


def test_only_what_another_computer_can_use_is_exported(path: Path) -> None:
    layered = LayeredSettings(path, [POLICY])
    layered.choose(msgspec.structs.replace(layered.settings, parallel_uploads=5, window=PLACE))
    assert layered.exported() == {"uploads.parallel": 5}


def test_what_differs_is_told_by_key() -> None:
    assert changed_values(Settings(), Settings(language="en")) == {"ui.language": "en"}
    assert changed_values(Settings(), Settings(window=PLACE)) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from([*Settings.__struct_fields__, *BY_KEY]) | st.text(max_size=5)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, JSON, max_size=9))
def test_whatever_is_in_the_file_settings_come_out(path: Path, values: dict[str, object]) -> None:
    write(path, values)
    first = LayeredSettings(path)
    write(path, first.content())
    assert LayeredSettings(path).settings == first.settings


@pytest.mark.parametrize("level", [Level.ENFORCED, Level.DEFAULT, Level.USER])
@pytest.mark.parametrize(
    "said", ["", " ", "http://gateway.studio.lan", "https://a b", "x", 5, "https://a:b@c"]
)
def test_a_gateway_from_settings_never_keeps_the_program_from_starting(
    path: Path, level: Level, said: object
) -> None:
    values = {"gateway.api_url": said, "gateway.credits_url": said}
    if level is Level.USER:
        write(path, values)
    layered = LayeredSettings(path, [] if level is Level.USER else [Layer(level, "file.toml", values)])
    assert layered.addresses() == Addresses()
    is_empty = isinstance(said, str) and not said.strip()
    assert [problem.key for problem in layered.resolved.problems] == ([] if is_empty else list(values))


def test_a_gateway_that_was_cleared_in_the_window_or_imported_is_the_built_in_one(path: Path) -> None:
    write(path, {"gateway.api_url": "https://gateway.studio.lan"})
    layered = LayeredSettings(path)
    layered.choose(msgspec.structs.replace(layered.settings, api_url=""))
    assert again(layered).addresses() == Addresses()
    layered.take({"gateway.credits_url": ""})
    assert again(layered).addresses() == Addresses()
