"""Calls that may hang, such as the look-up of a name: off the loop's thread, never delaying the end."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

IDLE = 1.0
"""Seconds for which a thread waits for another call: starting one takes more than most calls do."""


class _Worker(Thread):
    """Carries out one call after another, as long as there are some."""

    def __init__(self, idle: "deque[_Worker]") -> None:
        super().__init__(name="daemon call", daemon=True)
        self.calls: SimpleQueue[Callable[[], Callable[[], None]]] = SimpleQueue()
        """Each returns what tells of its outcome."""
        self._idle = idle

    def run(self) -> None:
        while True:
            try:
                call = self.calls.get(timeout=IDLE)
            except Empty:
                try:
                    self._idle.remove(self)
                except ValueError:  # somebody has just chosen this one
                    call = self.calls.get()
                else:
                    return
            tell = call()
            self._idle.append(self)  # first, so that whoever hears of it finds this one
            tell()
            del call, tell  # and with them what came of it


class DaemonThreadExecutor(ThreadPoolExecutor):
    """Runs each call in a daemon thread that has nothing else to do; `shutdown` waits for none.

    Loops and the interpreter wait for the threads of their usual executors, hung ones included. It is a
    `ThreadPoolExecutor` because asyncio takes no other as a loop's default; none of its pool is used.
    """

    def __init__(self) -> None:
        super().__init__(max_workers=1)
        self._idle: deque[_Worker] = deque()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Start the call at once."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def work() -> Callable[[], None]:
            try:
                return partial(future.set_result, fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001 - carried over to whoever waits
                return partial(future.set_exception, error)

        try:
            worker = self._idle.pop()
        except IndexError:
            worker = _Worker(self._idle)
            worker.start()
        worker.calls.put(work)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing to do: whatever hangs ends with the program."""


async def run_in_daemon_thread(function: Callable[..., T], *arguments: object) -> T:
    """Return what `function(*arguments)` returns or raises.

    When the caller is cancelled it goes on, unheard.
    """
    return await asyncio.get_running_loop().run_in_executor(_EXECUTOR, function, *arguments)


def use_daemon_threads() -> None:
    """Have the running loop do its own look-ups of names in this way, the network library's included."""
    asyncio.get_running_loop().set_default_executor(_EXECUTOR)


_EXECUTOR = DaemonThreadExecutor()
