"""A burst of changes becomes one signal, in the order they happened."""

import asyncio
import time

from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.events import SHARE, EventBatcher
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


async def test_what_takes_long_to_show_is_shown_less_often(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    events, came, told = EventBatcher(), asyncio.Event(), list[float]()

    def hear(_news: list[Event]) -> None:
        told.append(time.monotonic())
        time.sleep(0.003)
        came.set()

    events.batched.connect(hear)
    for _ in range(2):
        came.clear()
        events.add(SongSaved(song()))
        async with asyncio.timeout(5):
            await came.wait()
    assert told[1] - told[0] > 0.8 * SHARE * 0.003, "timers are not exact"
