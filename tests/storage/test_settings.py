import json
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.storage.settings import (
    Appearance,
    Read,
    Settings,
    TableColumn,
    TableColumns,
    WindowPlace,
    read,
    resolve,
    write,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


CHANGED = Settings(
    language="zh_TW",
    parallel_uploads=6,
    appearance=Appearance.DARK,
    window=WindowPlace(x=-10, y=20, width=900, height=700, maximized=True),
    song_columns=TableColumns(columns=(TableColumn(name="song", width=222, shown=False),), drawn=True),
    last_model="m1",
    notifications=False,
)


def test_without_a_file_the_built_in_settings_count(path: Path) -> None:
    assert read(path) == Read(Settings())
    assert not path.exists()


def test_what_was_written_is_read(path: Path) -> None:
    write(path, CHANGED)
    assert read(path) == Read(CHANGED)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_only_the_owner_can_read_them(path: Path) -> None:
    write(path, CHANGED)
    assert path.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_unknown_keys_are_kept_out(path: Path) -> None:
    path.write_text(json.dumps({"language": "en", "token": "sk-1", "nested": {"a": [1]}}))
    found = read(path)
    assert found == Read(Settings(language="en"))
    write(path, found.settings)
    assert "sk-1" not in path.read_text()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("parallel_uploads", 0),
        ("parallel_uploads", 7),
        ("parallel_uploads", "3"),
        ("appearance", "pink"),
        ("window", {"x": 0, "y": 0, "width": 0, "height": 10}),
        ("window", {"x": 10**30, "y": 0, "width": 10, "height": 10}),
        ("window", {"x": 1.5, "y": 0, "width": 10, "height": 10}),
        ("window", "AdnQywADAAA="),
        ("song_columns", {"columns": [{"name": "song", "width": -1}]}),
        ("song_columns", {"columns": [{"name": "song", "width": 1}] * 21}),
        ("song_columns", {"columns": [{"name": "x" * 41, "width": 1}]}),
        ("notifications", 1),
        ("last_model", None),
    ],
)
def test_a_value_that_means_nothing_costs_only_itself(path: Path, key: str, value: object) -> None:
    path.write_text(json.dumps({**json.loads(msgspec.json.encode(CHANGED)), key: value}))
    found = read(path)
    assert found.refused == (key,)
    assert found.set_aside is None
    assert found.settings == msgspec.structs.replace(CHANGED, **{key: getattr(Settings(), key)})


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe{\x00", b"{" * 9, b"[" * 100_000])
def test_a_damaged_file_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = read(path)
    assert found.settings == Settings()
    assert found.details
    assert found.set_aside is not None
    assert found.set_aside.name.startswith("settings-damaged-")
    assert found.set_aside.read_bytes() == content
    assert not path.exists()


def test_a_damaged_file_that_cannot_be_moved_does_not_stop_the_program(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path.write_bytes(b"{")
    monkeypatch.setattr(Path, "rename", refuse)
    assert read(path).set_aside is None
    assert path.read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    path.mkdir()
    found = read(path)
    assert found.settings == Settings()
    assert found.details
    assert path.is_dir()


def test_the_mark_that_notepad_leaves_is_no_damage(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf{"parallel_uploads": 2}')
    assert read(path) == Read(Settings(parallel_uploads=2))


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_writing_that_fails_leaves_the_old_file(
    path: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    write(path, CHANGED)
    monkeypatch.setattr(os, failing, refuse)
    with pytest.raises(OSError, match="No space"):
        write(path, Settings())
    assert read(path) == Read(CHANGED)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_what_an_earlier_version_kept_of_the_window_is_left_out_in_silence(path: Path) -> None:
    path.write_text(json.dumps({"geometry": "AdnQywADAAA=", "columns": "AAAA/wAAAAA", "language": "en"}))
    assert read(path) == Read(Settings(language="en"))


def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_replaced_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, held = Path.replace, [5, 32, 32]

    def holds(source: Path, target: Path) -> Path:
        if held:
            error = PermissionError(13, "The process cannot access the file")
            error.winerror = held.pop()  # type: ignore[attr-defined]  # as Windows sets it
            raise error
        return replace(source, target)

    monkeypatch.setattr("mountsea_desktop.storage.files.time.sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", holds)
    write(path, CHANGED)
    assert read(path) == Read(CHANGED)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(Settings.__struct_fields__) | st.text(max_size=5), JSON, max_size=9))
def test_whatever_is_in_the_file_settings_come_out(values: dict[str, object]) -> None:
    settings, refused = resolve(values)
    assert msgspec.json.decode(msgspec.json.encode(settings), type=Settings) == settings
    assert set(refused) <= set(values) & set(Settings.__struct_fields__)
