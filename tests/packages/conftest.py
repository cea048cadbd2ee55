"""Tests of installed copies. `packaging/test_packages.py` runs them, in a throwaway copy of this machine.

INSTALLED_COMMAND starts an installed copy, a word a line; WINDOWS_PACKAGES is a folder of those for Windows.
"""

import os
from pathlib import Path

import pytest

from tests.e2e.conftest import desktop, pytest_runtest_makereport  # noqa: F401 - the same desktop

COMMAND = os.environ.get("INSTALLED_COMMAND", "")
WINDOWS = os.environ.get("WINDOWS_PACKAGES", "")

collect_ignore = ([] if COMMAND else ["test_installed.py"]) + ([] if WINDOWS else ["test_windows.py"])
"""Nothing is installed where the other tests run."""


@pytest.fixture
def command() -> list[str]:
    """What starts the installed copy."""
    return COMMAND.split("\n")


@pytest.fixture(scope="session")
def packages() -> Path:
    """Where the packages for Windows lie."""
    return Path(WINDOWS)
