import sys

import pytest

from mountsea_desktop.runtime.own_process import command


def test_it_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("--flag") == [sys.executable, "-m", "mountsea_desktop", "--flag"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("--flag") == [sys.executable, "--flag"]
