"""Which Pythons of a machine the checks are tried with."""

import runpy
import stat
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "other_pythons.py"))


def python(folder: Path, name: str, says: str = "", status: int = 0) -> Path:
    """A stand-in for an interpreter."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n")
    file.chmod(stat.S_IRWXU)
    return file


def test_they_are_found_on_the_path_and_with_pyenv(script: dict[str, Any], tmp_path: Path) -> None:
    path, pyenv = tmp_path / "bin", tmp_path / "pyenv"
    on_path = [python(path, name) for name in ("python3.11", "python3.9", "python3.11-config", "python3")][:2]
    hidden = python(pyenv / "versions" / "3.13.0" / "bin", "python3.13")
    found = script["candidates"]({"PATH": f"{path}:{tmp_path / 'nowhere'}:", "PYENV_ROOT": str(pyenv)})
    assert set(found) == {*on_path, hidden}


def test_only_those_count_that_start_and_are_not_too_old(script: dict[str, Any], tmp_path: Path) -> None:
    pythons = [
        python(tmp_path, "python3.10", "3 10 /old"),
        python(tmp_path, "python3.12", "pyenv: not found", status=127),
        python(tmp_path, "python3.11", "3 11 /with spaces/python"),
        python(tmp_path / "other", "python3.11", "3 11 /second"),
        python(tmp_path, "python3.13", "3 13 /new"),
        tmp_path / "python3.14",
    ]
    assert script["usable"](pythons) == {(3, 11): "/with spaces/python", (3, 13): "/new"}


@pytest.mark.parametrize(
    ("versions", "tried"),
    [
        ([(3, 13), (3, 11), (3, 12)], [(3, 11), (3, 13)]),
        ([(3, 9), (3, 100)], [(3, 9), (3, 100)]),
        ([(3, 11)], [(3, 11)]),
        ([], []),
    ],
)
def test_the_oldest_and_the_newest_are_tried(
    script: dict[str, Any], versions: list[tuple[int, int]], tried: list[tuple[int, int]]
) -> None:
    assert script["extremes"](versions) == tried
