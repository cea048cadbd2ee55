"""The system is named without asking anything that may take its time."""

import platform

import pytest

from mountsea_desktop.ui.system_name import system_name


def test_it_names_system_and_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    machine, release = platform.machine(), platform.release()
    for slow in ("platform", "uname", "win32_ver"):
        monkeypatch.setattr(platform, slow, lambda *_: pytest.fail("it asked"))
    assert release.split("-")[0] in system_name()
    assert machine in system_name()
