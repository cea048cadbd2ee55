import asyncio

import pytest

from mountsea_desktop.runtime.tasks import Tasks


async def test_an_error_reaches_the_handler_with_the_tasks_name() -> None:
    heard: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    tasks = Tasks(lambda name, error: heard.put_nowait((name, str(error))))

    async def fail() -> None:
        raise ValueError("broken")

    tasks.start(fail(), "song 7")
    assert len(tasks) == 1
    assert await heard.get() == ("song 7", "broken")
    assert len(tasks) == 0


async def test_stopping_ends_everything_even_what_is_started_meanwhile() -> None:
    errors: list[BaseException] = []
    tasks = Tasks(lambda _, error: errors.append(error))
    ended: list[str] = []

    async def run(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(name)
            if name == "first":
                tasks.start(run("late"), "late")
                await asyncio.sleep(0)

    tasks.start(run("first"), "first")
    await asyncio.sleep(0)
    await tasks.stop()
    assert ended == ["first", "late"]
    assert len(tasks) == 0
    assert errors == []


async def test_one_that_ended_and_of_whose_end_nobody_heard_yet_holds_nothing_up() -> None:
    tasks = Tasks(lambda _, error: pytest.fail(repr(error)))

    async def short() -> None:
        pass

    tasks.start(short(), "short")
    await asyncio.sleep(0)  # it has ended; that is told in the next turn
    assert len(tasks) == 1
    await tasks.stop()
    assert len(tasks) == 0


async def test_once_all_was_stopped_nothing_begins() -> None:
    tasks = Tasks(lambda _, error: pytest.fail(repr(error)))
    await tasks.stop()
    begun: list[str] = []

    async def late() -> None:
        begun.append("late")

    tasks.start(late(), "a timer that came after the end")
    await asyncio.sleep(0)
    assert len(tasks) == 0
    assert begun == []
