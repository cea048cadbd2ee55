"""The desktop as a fixture."""

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.conftest import CI
from tests.e2e.desktop import ROOT, Desktop, missing

KEPT = ROOT / "build" / "e2e"
REPORT = pytest.StashKey[pytest.TestReport]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets the fixture know how the test went."""
    report = yield
    if report.when == "call":
        item.stash[REPORT] = report
    return report


@pytest.fixture(scope="session", autouse=True)
def _can_open_desktops() -> None:
    if reason := missing():
        (pytest.fail if CI else pytest.skip)(reason)


@pytest.fixture
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A fresh desktop with an unlocked keyring; logs and picture of a failed test stay in build/e2e."""
    with Desktop() as desktop:
        yield desktop
        report = request.node.stash.get(REPORT, None)
        if report and report.failed:
            keep(desktop, KEPT / request.node.name)


def keep(desktop: Desktop, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(desktop.logs, folder)
    desktop.screenshot(folder / "screen.png")
