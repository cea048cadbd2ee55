from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.storage import settings_toml
from mountsea_desktop.storage.settings_toml import TomlError

TEXT = '[network]\nproxy = "manual"\n[uploads]\nparallel = 2\n'
VALUES = {"network.proxy": "manual", "uploads.parallel": 2}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_as_editors_write_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "设置 1.toml"
    path.write_text(TEXT, encoding)
    assert settings_toml.read(path) == VALUES


@pytest.mark.parametrize(
    "content",
    [
        b"[network",
        b"\xff\xff",
        b"a = 1\na = 2",
        b"#" * 300_000,
        b"a=" + b"[" * 9_000,
        b"a." * 100_000 + b"a = 1",
    ],
)
def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "policies.toml"
    path.write_bytes(content)
    with pytest.raises(TomlError) as caught:
        settings_toml.read(path)
    assert str(caught.value)


def test_a_folder_in_its_place_is_refused_and_nothing_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(TomlError):
        settings_toml.read(tmp_path)
    with pytest.raises(FileNotFoundError):
        settings_toml.read(tmp_path / "missing")


def test_what_stands_outside_of_tables_has_a_name_too() -> None:
    assert settings_toml.flat({"proxy": "none", "ui": {"language": "en", "deep": {"er": 1}}}) == {
        "proxy": "none",
        "ui.language": "en",
        "ui.deep": {"er": 1},
    }


KEYS = st.from_regex(r"[a-z_]{1,5}\.[^\x00-\x1f\ud800-\udfff]{1,5}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)


@given(st.dictionaries(KEYS, TEXTS | st.booleans() | st.integers(-9, 9)))
def test_what_is_written_can_be_read(values: dict[str, object]) -> None:
    import tomllib  # noqa: PLC0415 - the reader that everybody has, for comparison

    assert settings_toml.flat(tomllib.loads(settings_toml.write(values))) == values


def test_other_things_are_no_settings() -> None:
    with pytest.raises(TypeError):
        settings_toml.write({"a.b": b"bytes"})
