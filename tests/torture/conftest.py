"""Counts over the whole torture, told at the end; a broken promise fails the run, whatever the tests say."""

import os

import pytest

from tests.torture.tally import TALLY, Tally

LONG = os.environ.get("TORTURE") == "long"


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Tally:
    """The counts of this run."""
    return pytestconfig.stash.setdefault(TALLY, Tally())


def pytest_sessionfinish(session: pytest.Session) -> None:
    tally = session.config.stash.get(TALLY, None)
    if tally is not None and tally.promises_broken:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    tally = config.stash.get(TALLY, None)
    if tally is not None and LONG:
        terminalreporter.section("torture")
        for row in tally.rows():
            terminalreporter.write_line(row)
