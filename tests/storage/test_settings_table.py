from pathlib import PurePosixPath, PureWindowsPath

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.addresses import check_address
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.storage.settings_table import (
    BY_FIELD,
    BY_KEY,
    GROUPS,
    TABLE,
    Kind,
    Setting,
    SettingFault,
    WrongValueError,
)

FIXED = {
    "gateway.api_url",
    "gateway.credits_url",
    "network.proxy",
    "network.proxy_url",
    "network.pac_url",
    "network.no_proxy",
    "network.ca_file",
    "ui.language",
    "ui.appearance",
    "uploads.parallel",
    "account.session_token_allowed",
    "practice.offered",
    "notifications.enabled",
    "storage.kind",
    "storage.endpoint",
    "storage.region",
    "storage.bucket",
    "storage.prefix",
    "storage.path_style",
    "storage.key_id",
    "storage.secret_file",
    "storage.folder",
    "storage.base_url",
}


def test_the_keys_are_those_that_administrators_know() -> None:
    assert set(BY_KEY) == FIXED


def test_every_row_has_its_field_and_is_in_one_group() -> None:
    fields = {field.name for field in msgspec.structs.fields(Settings)}
    assert set(BY_FIELD) <= fields
    assert len(BY_FIELD) == len(TABLE)
    assert sorted(setting.key for group in GROUPS for setting in group) == sorted(BY_KEY)


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
def test_the_built_in_value_is_a_good_one(setting: Setting) -> None:
    assert setting.read(setting.built_in) == getattr(Settings(), setting.field)
    for choice in setting.choices:
        assert setting.written(setting.read(choice)) == choice


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("ui.language", "system", None),
        ("ui.language", "zh_TW", "zh_TW"),
        ("ui.appearance", "dark", Appearance.DARK),
        ("uploads.parallel", 8, 8),
        ("network.proxy", "automatic", ProxyMode.AUTOMATIC),
        ("network.proxy_url", " proxy.studio.lan:3128 ", "proxy.studio.lan:3128"),
        ("network.proxy_url", "socks5://[fd00::1]:1080", "socks5://[fd00::1]:1080"),
        ("network.pac_url", "http://wpad.studio.lan/proxy.pac", "http://wpad.studio.lan/proxy.pac"),
        ("network.pac_url", "file:///C:/ProgramData/proxy.pac", "file:///C:/ProgramData/proxy.pac"),
        ("network.ca_file", "/usr/share/证书/studio ca.pem", "/usr/share/证书/studio ca.pem"),
        ("network.ca_file", r"\\server\share\ca.pem", r"\\server\share\ca.pem"),
        ("gateway.api_url", "https://gateway.studio.lan:8443/", "https://gateway.studio.lan:8443"),
        ("practice.offered", False, False),
    ],
)
def test_good_values(key: str, value: object, read: object) -> None:
    assert BY_KEY[key].read(value) == read


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ui.language", "fr"),
        ("ui.language", None),
        ("ui.appearance", "DARK"),
        ("uploads.parallel", 0),
        ("uploads.parallel", 9),
        ("uploads.parallel", True),
        ("uploads.parallel", "3"),
        ("practice.offered", 1),
        ("practice.offered", "true"),
        ("network.proxy_url", "ftp://proxy:1"),
        ("network.proxy_url", "http://proxy:99999"),
        ("network.proxy_url", "http://"),
        ("network.proxy_url", "http://pro xy"),
        ("network.proxy_url", "http://a\nb"),
        ("network.pac_url", "proxy.pac"),
        ("network.ca_file", "ca.pem"),
        ("network.ca_file", "x" * 3_000),
        ("gateway.api_url", "http://gateway.studio.lan"),
        ("storage.endpoint", 5),
    ],
)
def test_values_that_mean_nothing(key: str, value: object) -> None:
    with pytest.raises(WrongValueError) as caught:
        BY_KEY[key].read(value)
    assert caught.value.fault is SettingFault.WRONG_VALUE


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("network.proxy_url", "http://ana:word@proxy:3128"),
        ("network.proxy_url", "ana:word@proxy:3128"),
        ("network.pac_url", "http://ana:word@wpad/proxy.pac"),
        ("gateway.api_url", "https://ana:word@gateway"),
        ("storage.endpoint", "https://ana:word@s3.example"),
    ],
)
def test_a_login_is_no_setting(key: str, value: str) -> None:
    with pytest.raises(WrongValueError) as caught:
        BY_KEY[key].read(value)
    assert caught.value.fault is SettingFault.SECRET
    assert "word" not in str(caught.value)


@pytest.mark.parametrize("key", ["gateway.api_url", "gateway.credits_url"])
@pytest.mark.parametrize("empty", ["", "  ", "\t"])
def test_an_empty_gateway_is_the_built_in_one(key: str, empty: str) -> None:
    assert BY_KEY[key].read(empty) == BY_KEY[key].built_in


@pytest.mark.parametrize("key", ["gateway.api_url", "gateway.credits_url"])
@given(value=st.text() | st.sampled_from(["", "https://", "https://a b", "https://g/?q", "https://g#f"]))
def test_a_gateway_that_is_read_can_be_used(key: str, value: str) -> None:
    """Or the program could not start with it."""
    try:
        read = BY_KEY[key].read(value)
    except WrongValueError:
        return
    check_address("", str(read))


def test_a_path_may_start_beside_its_file() -> None:
    read = BY_KEY["network.ca_file"].read
    assert read("ca.pem", PurePosixPath("/media/stick")) == "/media/stick/ca.pem"
    assert read(r"certs\ca.pem", PureWindowsPath("E:\\")) == r"E:\certs\ca.pem"


ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(max_size=2))


@given(st.sampled_from(TABLE), ANYTHING)
def test_whatever_comes_it_is_read_or_refused(setting: Setting, value: object) -> None:
    try:
        read = setting.read(value)
    except WrongValueError:
        return
    assert setting.read(setting.written(read)) == read
    assert setting.kind is not Kind.CHOICE or value in setting.choices
