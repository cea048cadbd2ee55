"""Counts over the whole torture, told at the end; a broken promise fails the run, whatever the tests say."""

import os

import pytest

from tests.torture.counts import COUNTS, TortureCounts

LONG = os.environ.get("TORTURE") == "long"


@pytest.fixture(scope="session")
def counts(pytestconfig: pytest.Config) -> TortureCounts:
    """The counts of this run."""
    return pytestconfig.stash.setdefault(COUNTS, TortureCounts())


def pytest_sessionfinish(session: pytest.Session) -> None:
    counts = session.config.stash.get(COUNTS, None)
    if counts is not None and counts.promises_broken:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    counts = config.stash.get(COUNTS, None)
    if counts is not None and LONG:
        terminalreporter.section("torture")
        for row in counts.rows():
            terminalreporter.write_line(row)
