"""Calls that may hang, such as the look-up of a name: off the loop's thread, never delaying the end."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class DaemonThreadExecutor(ThreadPoolExecutor):
    """Runs each call in a daemon thread of its own; `shutdown` waits for none.

    Loops and the interpreter wait for the threads of their usual executors, hung ones included. It is a
    `ThreadPoolExecutor` because asyncio takes no other as a loop's default; none of its pool is used.
    """

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Start the call at once."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def work() -> None:
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - carried over to whoever waits
                future.set_exception(error)
            else:
                future.set_result(result)

        Thread(target=work, name="daemon call", daemon=True).start()
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


_EXECUTOR = DaemonThreadExecutor(max_workers=1)
