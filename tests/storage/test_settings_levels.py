import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.settings import Appearance, Settings, StorageKind
from mountsea_desktop.storage.settings_levels import Layer, Level, Origin, SettingProblem, resolve
from mountsea_desktop.storage.settings_table import BY_KEY, TUPLES, SettingFault


def enforced(**values: object) -> Layer:
    return _layer(Level.ENFORCED, values)


def user(**values: object) -> Layer:
    return _layer(Level.USER, values)


def default(**values: object) -> Layer:
    return _layer(Level.DEFAULT, values)


def _layer(level: Level, values: dict[str, object]) -> Layer:
    return Layer(level, f"{level} file", {key.replace("__", "."): value for key, value in values.items()})


def test_without_anybody_the_built_in_values_count() -> None:
    resolved = resolve([])
    assert resolved.settings == Settings()
    assert resolved.origin("ui.language").level is Level.BUILT_IN
    assert not resolved.problems


def test_each_key_on_its_own_and_the_strongest_first() -> None:
    resolved = resolve(
        [
            enforced(ui__appearance="dark"),
            user(ui__appearance="light", uploads__parallel=5),
            default(ui__appearance="light", uploads__parallel=2, ui__language="zh_CN"),
        ]
    )
    assert resolved.settings == Settings(appearance=Appearance.DARK, parallel_uploads=5, language="zh_CN")
    assert resolved.origin("ui.appearance") == Origin(Level.ENFORCED, "enforced file")
    assert resolved.origin("uploads.parallel") == Origin(Level.USER, "user file")
    assert resolved.origin("ui.language") == Origin(Level.DEFAULT, "default file")
    assert resolved.is_enforced("ui.appearance")
    assert not resolved.is_enforced("uploads.parallel")


MANUAL = {"network__proxy": "manual", "network__proxy_url": "http://proxy:3128"}


def test_a_proxy_is_taken_as_a_whole() -> None:
    resolved = resolve(
        [user(**MANUAL), default(network__proxy="automatic", network__pac_url="http://w/p.pac")]
    )
    assert resolved.settings == Settings(proxy=ProxyMode.MANUAL, proxy_url="http://proxy:3128")
    resolved = resolve([enforced(network__proxy="none"), user(**MANUAL, network__no_proxy="*")])
    assert resolved.settings == Settings(proxy=ProxyMode.NONE)
    keys = ("network.proxy", "network.proxy_url", "network.pac_url", "network.no_proxy")
    assert all(map(resolved.is_enforced, keys))


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"network__proxy": "manual"}, "network.proxy_url"),
        ({"network__proxy": "automatic", "network__proxy_url": "http://p"}, "network.pac_url"),
        ({"network__proxy_url": "http://p"}, "network.proxy"),
        ({"network__no_proxy": "*"}, "network.proxy"),
    ],
)
def test_half_a_proxy_is_none(values: dict[str, object], key: str) -> None:
    resolved = resolve([default(**values)])
    assert resolved.settings == Settings()
    assert resolved.problems == (SettingProblem(SettingFault.INCOMPLETE, "default file", key),)


def test_storage_is_taken_as_a_whole() -> None:
    bucket = {"storage__kind": "s3", "storage__bucket": "b", "storage__key_id": "k"}
    endpoint = {"storage__endpoint": "https://s3.example"}
    resolved = resolve([user(**bucket), default(**endpoint, storage__kind="none")])
    assert resolved.settings.storage_kind is StorageKind.NONE
    assert [problem.key for problem in resolved.problems] == ["storage.endpoint"]
    resolved = resolve([user(**bucket, **endpoint)])
    assert resolved.settings.storage_kind is StorageKind.S3


def test_what_is_wrong_is_told_by_name_and_without_its_value() -> None:
    wrong = {"network__proxy": "manual", "network__proxy_url": "http://ana:hunter2@proxy", "tabel__x": 1}
    resolved = resolve([enforced(**wrong, uploads__parallel="many"), user(uploads__parallel=4)])
    assert resolved.settings == Settings(parallel_uploads=4)
    assert {(problem.key, problem.fault) for problem in resolved.problems} == {
        ("network.proxy_url", SettingFault.SECRET),
        ("network.proxy_url", SettingFault.INCOMPLETE),
        ("tabel.x", SettingFault.UNKNOWN_KEY),
        ("uploads.parallel", SettingFault.WRONG_VALUE),
    }
    assert "hunter2" not in repr(resolved)


def test_what_was_wrong_with_a_place_is_told_too() -> None:
    problem = SettingProblem(SettingFault.UNREADABLE, "a file", details="Permission denied")
    assert resolve([Layer(Level.ENFORCED, "a file", {}, problems=(problem,))]).problems == (problem,)


LEVELS = st.sampled_from([Level.ENFORCED, Level.USER, Level.DEFAULT])
JSON = (
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.sampled_from(["manual", "none", "s3", "folder", "dark", "http://p:1", "https://h", "/a", "x"])
)
LAYERS = st.lists(
    st.builds(
        Layer, LEVELS, st.just("there"), st.dictionaries(st.sampled_from([*BY_KEY, "other.key"]), JSON)
    ),
    max_size=4,
)


@given(LAYERS)
def test_tuples_are_never_mixed(layers: list[Layer]) -> None:
    resolved = resolve(layers)
    for together in TUPLES:
        assert len({resolved.origin(setting.key) for setting in together}) == 1
