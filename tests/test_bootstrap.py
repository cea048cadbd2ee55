"""The script behind `make`, on machines that have, lack or may not install Debian packages."""

import runpy
import stat
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
RUN = [
    name
    for line in (ROOT / "packaging/system-packages/run.txt").read_text("utf-8").splitlines()
    if (name := line.partition("#")[0].strip())
]


@pytest.fixture
def bootstrap() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "bootstrap.py"))


class Machine:
    """Stand-ins for Debian's tools, on a PATH that has nothing else; each writes down how it was called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls.txt"

    def tool(self, name: str, says: str = "", status: int = 0) -> None:
        file = self.folder / name
        file.write_text(
            f"#!/bin/sh\necho {name} \"$@\" >> '{self.calls}'\n/bin/cat <<'END'\n{says}\nEND\nexit {status}\n"
        )
        file.chmod(stat.S_IRWXU)

    def called(self) -> str:
        return self.calls.read_text("utf-8") if self.calls.exists() else ""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    return Machine(tmp_path)


def listed(*names: str) -> str:
    return "\n".join(f"installed {name} " for name in names)


def test_what_is_there_is_left_alone(bootstrap: dict[str, Any], machine: Machine) -> None:
    machine.tool("dpkg-query", listed(*RUN))
    machine.tool("sudo")
    assert bootstrap["install_debian_packages"](["run"]) == []
    assert "sudo" not in machine.called()


def test_a_package_under_another_name_counts(bootstrap: dict[str, Any], machine: Machine) -> None:
    first, *others = RUN
    machine.tool("dpkg-query", f"{listed(*others)}\ninstalled {first}t64 something, {first} (= 1.0)")
    assert bootstrap["missing_debian_packages"](["run"]) == []


def test_a_removed_package_is_missing(bootstrap: dict[str, Any], machine: Machine) -> None:
    first, *others = RUN
    machine.tool("dpkg-query", f"{listed(*others)}\nconfig-files {first} ")
    assert bootstrap["missing_debian_packages"](["run"]) == [first]


def test_without_the_right_it_says_what_to_do(
    bootstrap: dict[str, Any], machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.tool("dpkg-query", listed(*RUN[2:]))
    machine.tool("sudo", status=1)
    machine.tool("apt-get")
    assert bootstrap["install_debian_packages"](["run"]) == RUN[:2]
    assert f"apt-get install --yes --no-install-recommends {RUN[0]} {RUN[1]}" in capsys.readouterr().out
    assert "apt-get" not in machine.called()


def test_with_the_right_it_installs(
    bootstrap: dict[str, Any], machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.tool("dpkg-query", listed(*RUN[1:]))
    machine.tool("sudo")
    bootstrap["install_debian_packages"](["run"])
    asked = [line for line in machine.called().splitlines() if "apt-get" in line]
    assert [line.split()[-1] for line in asked] == ["update", RUN[0]]
    assert "Ask an administrator" in capsys.readouterr().out  # it is still not there


def test_another_linux_is_tried_out(
    bootstrap: dict[str, Any], machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert bootstrap["install_debian_packages"](["run"]) != []
    assert machine.called() == ""


def test_a_stamp_is_fresh_for_the_same_wishes_only(
    bootstrap: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = bootstrap["Stamp"]
    monkeypatch.setitem(stamp.is_fresh.__globals__, "VENV", tmp_path)
    assert not stamp("x", ["a"]).is_fresh()
    stamp("x", ["a"]).set()
    assert stamp("x", ["a"]).is_fresh()
    assert not stamp("x", ["a", "b"]).is_fresh()
    assert not stamp("y", ["a"]).is_fresh()


def test_each_line_it_prints_is_a_requirement(
    bootstrap: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap["main"](["--print-requirements"])
    printed = [Requirement(line) for line in capsys.readouterr().out.splitlines()]
    assert "miniaudio" in {wish.name for wish in printed if wish.marker}, "one with spaces is among them"
    assert {"httpx", "pytest"} <= {wish.name for wish in printed}
