"""A burst of changes becomes one signal, in the order they happened."""

import asyncio

from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.events import EventBatcher
from mountsea_desktop.workflow.events import Event, SongSaved
from tests.fakes.window import song


async def test_a_burst_is_one_signal(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    events, came, told = EventBatcher(), asyncio.Event(), list[list[Event]]()

    def hear(news: list[Event]) -> None:
        told.append(news)
        came.set()

    events.batched.connect(hear)
    burst: list[Event] = [SongSaved(song(number=number)) for number in range(500)]
    for event in burst:
        events.add(event)
    assert not told
    async with asyncio.timeout(5):
        await came.wait()
    assert told == [burst]
    came.clear()
    events.add(burst[0])
    async with asyncio.timeout(5):
        await came.wait()
    assert told == [burst, burst[:1]]
    assert not events._soon.isActive()
