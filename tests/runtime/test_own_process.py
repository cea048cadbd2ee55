import sys

import pytest

from mountsea_desktop.runtime.own_process import command


def test_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("--a", "b") == [sys.executable, "-m", "mountsea_desktop", "--a", "b"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("--a", "b") == [sys.executable, "--a", "b"]
