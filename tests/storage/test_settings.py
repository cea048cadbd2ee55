import os
import sys
import threading
from pathlib import Path

import pytest

from mountsea_desktop.storage.settings import OwnSettings, read, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


CHANGED = {"ui.language": "zh_TW", "uploads.parallel": 6, "window": None, "notifications.enabled": False}


def test_without_a_file_nothing_is_said(path: Path) -> None:
    assert read(path) == OwnSettings({})
    assert not path.exists()


def test_what_was_written_is_read(path: Path) -> None:
    write(path, CHANGED)
    assert read(path) == OwnSettings(CHANGED)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_only_the_owner_can_read_them(path: Path) -> None:
    write(path, CHANGED)
    assert path.stat().st_mode & 0o077 == 0 or os.name == "nt"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe{\x00", b"{" * 9, b"[" * 100_000])
def test_a_damaged_file_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = read(path)
    assert not found.values
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
    assert not found.values
    assert found.details
    assert path.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among the files")
def test_a_pipe_in_its_place_is_put_aside_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    found: list[OwnSettings] = []
    reading = threading.Thread(target=lambda: found.append(read(path)), daemon=True)
    reading.start()
    reading.join(5)
    assert [it.values for it in found] == [{}]
    assert found[0].set_aside is not None
    assert found[0].details
    assert not path.exists()


def test_the_mark_that_notepad_leaves_is_no_damage(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf{"uploads.parallel": 2}')
    assert read(path) == OwnSettings({"uploads.parallel": 2})


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_writing_that_fails_leaves_the_old_file(
    path: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    write(path, CHANGED)
    monkeypatch.setattr(os, failing, refuse)
    with pytest.raises(OSError, match="No space"):
        write(path, {})
    assert read(path) == OwnSettings(CHANGED)
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


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
    assert read(path) == OwnSettings(CHANGED)
