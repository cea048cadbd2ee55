"""Tests of an installed copy: `packaging/test_packages.py` installs one and says which command starts it."""

import os

import pytest

from tests.e2e.conftest import desktop, pytest_runtest_makereport  # noqa: F401 - the same desktop

COMMAND = os.environ.get("INSTALLED_COMMAND", "")

collect_ignore_glob = [] if COMMAND else ["test_*"]
"""Nothing is installed where the other tests run."""


@pytest.fixture
def command() -> list[str]:
    """What starts the installed copy."""
    return COMMAND.split("\n")
