from pathlib import Path

import pytest

from mountsea_desktop.storage.never_kept import NAME, NeverKept


def test_it_holds_from_the_first_absence_to_the_first_secret(tmp_path: Path) -> None:
    path = tmp_path / NAME
    new = NeverKept(path, is_new=True)
    assert not new.holds()
    new.begin()
    assert new.holds()
    assert NeverKept(path).holds(), "in a later run, too"
    new.end()
    new.begin()
    assert not NeverKept(path).holds(), "never again"


def test_a_profile_that_is_not_new_has_kept_something_perhaps(tmp_path: Path) -> None:
    NeverKept(tmp_path / NAME).begin()
    NeverKept(is_new=True).begin()
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_noted_is_no_error(tmp_path: Path) -> None:
    never_kept = NeverKept(tmp_path / "gone" / NAME, is_new=True)
    never_kept.begin()
    assert not never_kept.holds()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        NeverKept(tmp_path / "folder").end()
