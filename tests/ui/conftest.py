"""A gateway to talk to, a window for dialogs, and a collector that stays in its own thread."""

import gc
from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import bury, clear_away


@pytest.fixture(autouse=True)
def _collect_in_this_thread_only() -> Iterator[None]:
    """Each test has a loop of its own, whose timers must not be found in the thread of another's journal.

    Qt objects end in the thread they were made in. The program has one loop, which lives as long as it does.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _write_numbers_as_in_english() -> None:
    """Whatever language this computer speaks, and whatever an earlier test spoke."""
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture(autouse=True)
def _clear_away() -> Iterator[None]:
    """No test finds anything of an earlier one's on screen."""
    yield
    if isinstance(app := QApplication.instance(), QApplication):
        clear_away(app)


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        yield gateway


@pytest.fixture
async def window(qapp: QApplication) -> AsyncIterator[QWidget]:  # noqa: ARG001 - the window's loop
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    bury()
