"""Files of one's own, and replacing what is there."""

import os
from pathlib import Path

import pytest

from mountsea_desktop.storage.files import create, create_folder, damaged_name, rename


def test_what_is_created_is_for_its_owner_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    made = [create(tmp_path, "a-") for _ in range(2)]
    for descriptor, path in made:
        os.write(descriptor, b"x")
        os.close(descriptor)
        assert path.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert len({path for _, path in made}) == 2
    assert create_folder(tmp_path, "b-").is_dir()


def test_a_name_that_is_taken_is_given_up_after_some_tries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["taken", "taken", "free", "taken", "taken", "taken"]
    monkeypatch.setattr("mountsea_desktop.storage.files.secrets.token_hex", lambda _length: names.pop(0))
    (tmp_path / "taken").touch()
    descriptor, path = create(tmp_path, "")
    os.close(descriptor)
    assert path.name == "free"
    with pytest.raises(FileExistsError):
        create(tmp_path, "")


@pytest.mark.parametrize("number", [None, 5])
def test_a_refusal_that_lasts_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    waits: list[float] = []

    def refuse(*_: object) -> None:
        error = PermissionError(13, "no")
        error.winerror = number  # type: ignore[attr-defined]  # as Windows sets it
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("mountsea_desktop.storage.files.time.sleep", waits.append)
    with pytest.raises(PermissionError):
        rename(tmp_path / "a", tmp_path / "b")
    assert bool(waits) is (number == 5)
    assert sum(waits) < 3


def test_what_is_set_aside_overwrites_nothing(tmp_path: Path) -> None:
    names = set()
    for _ in range(3):
        name = damaged_name(tmp_path / "journal.sqlite3")
        name.touch()
        names.add(name)
    assert len(names) == 3
    assert all(name.name.startswith("journal-damaged-") and name.suffix == ".sqlite3" for name in names)
