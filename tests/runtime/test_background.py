import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from mountsea_desktop.runtime.background import Background, ClosedError, StuckError


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background("test", most=2)
    yield background
    background.close()


class Gate:
    """Calls that pass it hang until the test, at the latest its end, opens it."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._open = threading.Event()

    def enter(self) -> bool:
        self._reached.set()
        return self._open.wait()

    async def reached(self) -> None:
        await asyncio.sleep(0)  # whoever is to reach it sets out now
        assert self._reached.wait(10)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


async def test_a_call_answers_from_one_daemon_thread(background: Background) -> None:
    first = await background.run(threading.current_thread)
    second = await background.run(threading.current_thread)
    assert first is second
    assert first is not threading.current_thread()
    assert first.daemon


async def test_what_nobody_waits_for_happens_in_its_turn(background: Background, gate: Gate) -> None:
    done: list[str] = []
    background.begin(gate.enter, timeout=10)
    background.begin(lambda: done.append("first"), timeout=10)
    background.begin(lambda: 1 / 0, timeout=10)
    gate.open()
    await background.run(done.append, "second")
    assert done == ["first", "second"]


async def test_what_nobody_waits_for_holds_nobody_up_for_ever(background: Background, gate: Gate) -> None:
    background.begin(gate.enter, timeout=0.05)
    await gate.reached()
    with pytest.raises(StuckError):
        await background.run(lambda: None, timeout=0.1)
    assert await background.run(lambda: "on", timeout=10) == "on"


async def test_an_error_reaches_the_caller(background: Background) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        await background.run(int, "six")


async def test_even_an_error_that_futures_refuse_reaches_the_caller(background: Background) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):  # Python's own word for it inside a coroutine
        await background.run(next, iter(()))


async def test_calls_keep_their_order(background: Background, gate: Gate) -> None:
    done: list[int] = []
    first = asyncio.gather(background.run(gate.enter), *(background.run(done.append, n) for n in range(50)))
    await gate.reached()
    gate.open()
    await first
    assert done == list(range(50))


async def test_a_hanging_call_neither_blocks_the_loop_nor_later_calls(
    background: Background, gate: Gate
) -> None:
    hanging = asyncio.gather(background.run(gate.enter, timeout=0.05), return_exceptions=True)
    await gate.reached()
    started = time.monotonic()
    assert await background.run(sum, (1, 2)) == 3
    assert time.monotonic() - started < 5
    (error,) = await hanging
    assert isinstance(error, StuckError)


async def test_what_was_waiting_when_its_time_was_over_never_happens(
    background: Background, gate: Gate
) -> None:
    done: list[str] = []
    hanging = asyncio.gather(background.run(gate.enter))
    await gate.reached()
    with pytest.raises(StuckError):
        await background.run(done.append, "too late", timeout=0.01)
    gate.open()
    await hanging
    await background.run(done.append, "later")
    assert done == ["later"]


async def test_a_late_answer_is_told(background: Background, gate: Gate) -> None:
    told = asyncio.Event()
    with pytest.raises(StuckError):
        await asyncio.gather(
            background.run(gate.enter, timeout=0.01, late=lambda _: told.set()), gate.reached()
        )
    gate.open()
    async with asyncio.timeout(10):
        await told.wait()


async def test_no_late_answer_is_told_when_all_is_over(background: Background, gate: Gate) -> None:
    told: list[bool] = []
    with pytest.raises(StuckError):
        await asyncio.gather(background.run(gate.enter, timeout=0.01, late=told.append), gate.reached())
    (stuck,) = (thread for thread in threading.enumerate() if thread.name == "test")
    gate.open()
    background.close()
    stuck.join(10)
    await asyncio.sleep(0)
    assert told == []


async def test_hanging_threads_are_bounded_and_may_come_back(background: Background, gate: Gate) -> None:
    back = threading.Event()

    def hang() -> None:
        gate.enter()
        back.set()

    for _ in range(2):
        with pytest.raises(StuckError):
            await background.run(hang, timeout=0.01)
    before = threading.active_count()
    with pytest.raises(StuckError):
        await background.run(sum, (1, 2))
    assert threading.active_count() == before
    gate.open()
    async with asyncio.timeout(10):
        while True:  # the thread clears its mark a moment after it came back
            try:
                assert await background.run(sum, (1, 2)) == 3
                break
            except StuckError:
                await asyncio.sleep(0)
    assert back.is_set()


async def test_a_cancelled_caller_s_call_happens_all_the_same(background: Background, gate: Gate) -> None:
    done: list[str] = []
    hanging = asyncio.gather(background.run(gate.enter))
    saving = asyncio.gather(background.run(done.append, "saved"))
    await gate.reached()
    saving.cancel()
    gate.open()
    await hanging
    with pytest.raises(asyncio.CancelledError):
        await saving
    await background.run(str)
    assert done == ["saved"]


async def test_a_hanging_call_whose_caller_was_cancelled_does_not_block_for_ever(
    background: Background, gate: Gate
) -> None:
    hanging = asyncio.gather(background.run(gate.enter, timeout=0.02))
    await gate.reached()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    await asyncio.sleep(0.03)
    assert await background.run(sum, (1, 2), timeout=10) == 3


async def test_closing_is_prompt_and_drops_what_waits(background: Background, gate: Gate) -> None:
    hanging = asyncio.gather(background.run(gate.enter))
    waiting = asyncio.gather(background.run(sum, (1, 2)), return_exceptions=True)
    await gate.reached()
    background.close()
    (error,) = await waiting
    assert isinstance(error, ClosedError)
    assert not hanging.done()
    gate.open()
    assert list(await hanging) == [True]
    with pytest.raises(ClosedError):
        await background.run(sum, (1, 2))


async def test_the_thread_ends_after_closing(background: Background) -> None:
    thread = await background.run(threading.current_thread)
    background.close()
    thread.join(10)
    assert not thread.is_alive()


def test_an_answer_for_a_closed_loop_is_dropped(background: Background, gate: Gate) -> None:
    async def leave_hanging() -> threading.Thread:
        thread = await background.run(threading.current_thread)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await background.run(gate.enter)
        return thread

    thread = asyncio.run(leave_hanging())
    gate.open()
    background.close()
    thread.join(10)  # an error in it would fail this test as an unhandled thread exception
    assert not thread.is_alive()


HANG_AND_LEAVE = """
import asyncio, time
from mountsea_desktop.runtime.background import Background, StuckError

async def main():
    background = Background("test")
    try:
        await background.run(time.sleep, 600, timeout=0.05)
    except StuckError:
        background.close()

asyncio.run(main())
"""


def test_a_hanging_call_does_not_delay_the_exit() -> None:
    subprocess.run([sys.executable, "-X", "dev", "-c", HANG_AND_LEAVE], check=True, timeout=30)  # noqa: S603 - our own text


async def test_a_thread_that_comes_back_ends_when_another_took_its_place(
    background: Background, gate: Gate
) -> None:
    stuck: list[threading.Thread] = []

    def hang() -> None:
        stuck.append(threading.current_thread())
        gate.enter()

    with pytest.raises(StuckError):
        await background.run(hang, timeout=0.05)
    successor = await background.run(threading.current_thread)
    gate.open()
    stuck[0].join(10)
    assert not stuck[0].is_alive()
    assert await background.run(threading.current_thread) is successor
