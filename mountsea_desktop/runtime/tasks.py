"""The one place that starts asyncio tasks."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

ErrorHandler = Callable[[str, BaseException], None]


class Tasks:
    """Tasks with a name, kept alive by a reference, whose unexpected errors reach one handler.

    asyncio itself forgets a task nobody holds, and tells of its error only when it is collected.
    """

    def __init__(self, on_error: ErrorHandler) -> None:
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()
        self.is_over = False
        """Whether all was stopped, so that nothing begins any more."""

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Run `work` beside everything else, unless all was stopped; `name` appears in reports."""
        if self.is_over:
            work.close()  # a timer or a signal of the window that came after its end
            return
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(task.get_name(), error)

    def __len__(self) -> int:
        return len(self._running)

    async def stop(self) -> None:
        """Cancel everything that runs, wait until it has ended, and begin nothing more."""
        while running := list(self._running):  # what ends may have started something
            for task in running:
                task.cancel()
            # Not `gather`: since Python 3.12 it does not give way where all have ended; nobody hears of it.
            await asyncio.wait(running)
        self.is_over = True
