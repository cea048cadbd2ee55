"""What may befall an operation of a fake: to fail, to hang, or that the program is killed just then."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Never


@dataclass(frozen=True)
class Fail:
    """The operation raises; with `after`, though it took effect."""

    error: Exception
    after: bool = False


@dataclass(frozen=True)
class Hang:
    """The operation does not end."""


@dataclass(frozen=True)
class Kill:
    """The program ends here; with `after`, when the operation took effect, before its answer arrives."""

    after: bool = False


Mishap = Fail | Hang | Kill
Fate = Callable[[str], Mishap | None]
"""Decides, by the name of an operation, what befalls it; asked once for each."""


class FaultInjector:
    """Counts operations and lets things happen to them; one for all fakes of a test."""

    def __init__(self) -> None:
        self.operations: list[str] = []
        self.decide: Fate = lambda _: None
        self.killed = asyncio.Event()

    def next(self, operation: str) -> Mishap | None:
        """What befalls the operation that begins now."""
        self.operations.append(operation)
        return self.decide(operation)

    async def kill(self) -> Never:
        """The program is dead; the caller, which is part of it, never hears back."""
        self.killed.set()
        await never()


async def never() -> Never:
    """Wait until cancelled."""
    while True:
        await asyncio.Event().wait()
