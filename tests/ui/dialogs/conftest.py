"""A window for dialogs to stand before."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.window import bury


@pytest.fixture
async def window(qapp: QApplication) -> AsyncIterator[QWidget]:  # noqa: ARG001 - the window's loop
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    bury()
