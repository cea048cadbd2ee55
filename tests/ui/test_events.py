"""A burst of changes becomes one signal, in the order they happened."""

import asyncio

from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.events import Changes
from mountsea_desktop.workflow.events import Change, SongPut
from tests.fakes.window import song


async def test_a_burst_is_one_signal(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    changes, came, told = Changes(), asyncio.Event(), list[list[Change]]()

    def hear(news: list[Change]) -> None:
        told.append(news)
        came.set()

    changes.came.connect(hear)
    burst: list[Change] = [SongPut(song(number=number)) for number in range(500)]
    for change in burst:
        changes.tell(change)
    assert not told
    async with asyncio.timeout(5):
        await came.wait()
    assert told == [burst]
    came.clear()
    changes.tell(burst[0])
    async with asyncio.timeout(5):
        await came.wait()
    assert told == [burst, burst[:1]]
    assert not changes._soon.isActive()
