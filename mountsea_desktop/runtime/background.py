"""Calls that may block, on a thread of their own: one after the other, never in the loop's way.

The standard executor will not do: the program's exit waits for each of its threads, a hung one included.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import inf
from threading import Condition, Thread, current_thread
from time import monotonic
from typing import Any, Generic, TypeVar, TypeVarTuple

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


class StuckError(TimeoutError):
    """A call that took longer than it may, or that could not begin because too many others hang.

    What had begun may still come to an end, unseen; what had not begun never will.
    """


class ClosedError(Exception):
    """The call came after `close`, or had not begun by then: it did not and will not happen."""


class _Call(Generic[Answer]):
    """One call on its way through the thread, and what came of it."""

    def __init__(
        self, work: Callable[[], Answer], timeout: float | None, late: Callable[[Answer], None]
    ) -> None:
        self._work = work
        self._late = late
        self._loop = asyncio.get_running_loop()
        self._answer: list[Answer] = []
        self._error: BaseException | None = None
        self.deadline = inf if timeout is None else monotonic() + timeout
        self.over = False
        self.done = asyncio.Event()

    def perform(self) -> None:
        try:
            self._answer.append(self._work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to the one who called
            self._error = error

    def withdraw(self, error: BaseException) -> None:
        self._error, self.over, self.deadline = error, True, -inf

    def notify(self) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            self._loop.call_soon_threadsafe(self.done.set)
            if self.over and self._answer:
                self._loop.call_soon_threadsafe(self._late, self._answer[0])

    def result(self) -> Answer:
        if self._error is not None:
            raise self._error
        return self._answer[0]


class Background:
    """A daemon thread that performs calls in the order they came.

    When a call exceeds its time limit its thread is taken for stuck and another goes on with the calls that
    wait; a stuck thread that comes back ends, or takes over where there is no other. With `most` threads
    stuck at a time, calls are refused. Use it from one loop; `close` may be called from anywhere.
    """

    def __init__(self, name: str, most: int = 4) -> None:
        self._name = name
        self._most = most
        self._state = Condition()
        self._waiting: deque[_Call[Any]] = deque()
        self._worker: Thread | None = None
        self._running: _Call[Any] | None = None
        self._stuck = 0
        self._closed = False

    async def run(
        self,
        function: Callable[[*Arguments], Answer],
        *args: *Arguments,
        timeout: float | None = None,  # noqa: ASYNC109 - the thread has to learn of it
        late: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Return what `function(*args)` returns or raises, without blocking the loop.

        `timeout` is in seconds and counts from now, so waiting for earlier calls is included. Raises
        `StuckError` when it is over, `ClosedError` after `close`. When the caller is cancelled the call
        happens all the same: what was to be written is written. `late` is called, on the loop, with an answer
        that came after its time, but before `close`.
        """

        def come_late(answer: Answer) -> None:
            if late is not None and not self._closed:
                late(answer)

        call = _Call(partial(function, *args), timeout, come_late)
        self._enqueue(call)
        try:
            async with asyncio.timeout(timeout):
                await call.done.wait()
        except TimeoutError:
            self._give_up(call)
        return call.result()

    def begin(self, function: Callable[[], object], *, timeout: float) -> None:
        """Have a call happen in its turn; nobody waits for it. Raises `ClosedError` after `close`."""
        self._enqueue(_Call(function, timeout, lambda _: None))

    def close(self) -> None:
        """Take no more calls and drop those that have not begun; returns at once, whatever hangs."""
        with self._state:
            self._closed = True
            self._drop_waiting(ClosedError(self._name))
            self._state.notify_all()

    def _enqueue(self, call: _Call[Any]) -> None:
        with self._state:
            if self._closed:
                raise ClosedError(self._name)
            self._waiting.append(call)
            self._provide_worker()

    def _provide_worker(self) -> None:
        if self._running is not None and self._running.deadline <= monotonic():
            self._worker = self._running = None
            self._stuck += 1
        if self._worker is None and self._stuck >= self._most:
            self._drop_waiting(StuckError(self._name))
        elif self._worker is None and self._waiting:
            worker = Thread(target=self._work, name=self._name, daemon=True)
            worker.start()
            self._worker = worker
        else:
            self._state.notify()

    def _drop_waiting(self, error: BaseException) -> None:
        while self._waiting:
            call = self._waiting.popleft()
            call.withdraw(error)
            call.notify()

    def _give_up(self, call: _Call[Any]) -> None:
        with self._state:
            if call.over:  # it ended in the very moment its time did
                return
            call.withdraw(StuckError(self._name))
            if call in self._waiting:
                self._waiting.remove(call)
            self._provide_worker()

    def _work(self) -> None:
        while (call := self._next()) is not None:
            call.perform()
            if not self._goes_on_after(call):
                return

    def _next(self) -> _Call[Any] | None:
        with self._state:
            self._state.wait_for(lambda: self._waiting or self._closed)
            if self._closed:
                return None
            self._running = self._waiting.popleft()
            return self._running

    def _goes_on_after(self, call: _Call[Any]) -> bool:
        with self._state:
            call.notify()
            call.over = True
            if self._worker is current_thread():
                self._running = None
                return True
            self._stuck -= 1
            if self._worker is not None:
                return False
            self._worker = current_thread()
            return True
