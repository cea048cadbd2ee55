import asyncio

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.app.loop import make_runner


def test_qt_and_asyncio_share_one_loop(qapp: QApplication) -> None:
    async def rung() -> str:
        bell = asyncio.Event()
        QTimer.singleShot(0, bell.set)
        async with asyncio.timeout(10):
            await bell.wait()
        return "by Qt"

    with make_runner(qapp) as runner:
        assert runner.run(rung()) == "by Qt"
