"""No picture of the memory is left on the disk, however the program ends."""

import subprocess
import sys

import pytest

from mountsea_desktop.runtime import core_dumps

LOOK = """
import ctypes, resource, sys
from mountsea_desktop.runtime import core_dumps
core_dumps.switch_off()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3) if sys.platform == "linux" else 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no such file")
def test_neither_a_file_nor_another_program_gets_it() -> None:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "(0, 0) 0\n"


def test_where_there_is_no_such_limit_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "platform", "win32")
    core_dumps.switch_off()
