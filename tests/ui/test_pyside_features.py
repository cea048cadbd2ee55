import subprocess
import sys

import pytest

KEPT = """
import linecache
import mountsea_desktop.ui.app.run
print(*(name for name in linecache.cache if "mountsea_desktop" in name))
"""
ASKING = """
import builtins
import PySide6.QtCore
print(builtins.__import__.__name__)
"""


def told(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip()


def test_no_source_is_read_and_kept() -> None:
    assert told(KEPT) == ""


def test_there_is_something_to_switch_off() -> None:
    """When PySide does without it, so can we."""
    assert told(ASKING) == "__feature_import__"


@pytest.mark.parametrize(("module", "kind"), [("QtWidgets", "QWidget"), ("QtSvg", "QSvgRenderer")])
def test_everything_of_qt_can_still_be_imported(module: str, kind: str) -> None:
    code = f"import mountsea_desktop.ui\nfrom PySide6.{module} import *\nprint({kind}.__name__)"
    assert told(code) == kind
