import asyncio
import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.app.main_thread_gc import MainThreadGc


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self, ended_on: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended_on.append(threading.current_thread().name))


async def test_garbage_of_any_thread_ends_on_the_painting_thread(qapp: QApplication) -> None:
    assert qapp is not None
    ended_on: list[str] = []
    collector = MainThreadGc()
    was_enabled = gc.isenabled()
    collector.begin()
    try:
        assert not gc.isenabled()

        def litter() -> None:
            for _ in range(5_000):
                Knot(ended_on)

        thread = threading.Thread(target=litter, name="storage")
        thread.start()
        thread.join()
        assert ended_on == []
        async with asyncio.timeout(10):
            while len(ended_on) < 5_000:
                await asyncio.sleep(0.01)
                Knot(ended_on)  # nothing is collected where nothing is allocated
                [[] for _ in range(1_000)]
    finally:
        collector.end()
        if not was_enabled:
            gc.disable()
    assert set(ended_on) == {threading.main_thread().name}


async def test_an_idle_loop_collects_nothing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    collected: list[int] = []
    gc.collect()
    monkeypatch.setattr(gc, "collect", lambda generation=2: collected.append(generation))
    monkeypatch.setattr(gc, "get_count", lambda: (1, 1, 1))
    MainThreadGc()._tidy()
    assert collected == []
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 1, 1))
    MainThreadGc()._tidy()
    assert collected == [0]
