import subprocess
import sys
from pathlib import Path

import pytest

from mountsea_desktop import __version__
from mountsea_desktop.runtime.own_process import command


def test_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("--a", "b")[0] == sys.executable
    assert command("--a", "b")[-2:] == ["--a", "b"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("--a", "b") == [sys.executable, "--a", "b"]


def test_what_lies_in_the_current_folder_is_no_part_of_it(tmp_path: Path) -> None:
    for module in ("argparse", "mountsea_desktop", "platform"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('a stranger's')")
    said = subprocess.run(  # noqa: S603 - this very program
        command("--version"), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert said.stdout.split()[-1] == __version__, said.stderr
