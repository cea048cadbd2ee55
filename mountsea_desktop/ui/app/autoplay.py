"""Practice without a person: the whole job through the window's own controls."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.events import EventBatcher
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.events import Event, ModelSaved, OutageChanged, SongSaved
from mountsea_desktop.workflow.job import Job
from mountsea_desktop.workflow.model import Model, state_of

LONGEST = 120.0
"""Seconds after which something is stuck."""
SETTLES = 0.3
"""Seconds in which what has just come is laid out, some rounds of the loop, before a picture is taken."""


class Autoplay:
    """Presses what a person would press, and prints each change of state."""

    def __init__(
        self, window: MainWindow, job: Job, events: EventBatcher, say: Callable[[str], None]
    ) -> None:
        self._window = window
        self._job = job
        self._say = say
        self._said: dict[str, str] = {}
        self._moved = asyncio.Event()
        events.batched.connect(self._print_events)

    async def play(self, screenshot: Path | None) -> int:
        """Do the job; return the exit status."""
        try:
            async with asyncio.timeout(LONGEST):
                await self._play()
            status = 0
        except TimeoutError:
            self._say(words.program.stuck())
            status = 1
        if screenshot is None:
            return status
        await asyncio.sleep(SETTLES)
        if self._picture(screenshot):
            self._say(words.program.picture(str(screenshot)))
            return status
        self._say(words.program.no_picture(str(screenshot)))
        return 1

    async def _play(self) -> None:
        page = self._window.page
        await self._attempt(page.upload)
        await self._attempt(page.bar.button)
        await self._until(lambda: self._question() is not None)
        dialog = self._question()
        assert dialog is not None  # noqa: S101 - just waited for
        await self._until(lambda: dialog.balance is not None)
        dialog.rights.click()
        await self._attempt(dialog.spend)
        await self._until(page.attempt.identifier.isVisible)
        self._say(f"model ID: {page.attempt.identifier.text()}")

    def _question(self) -> ConfirmDialog | None:
        return self._window.findChild(ConfirmDialog)

    async def _attempt(self, button: QPushButton) -> None:
        await self._until(lambda: button.isVisible() and button.isEnabled())
        button.click()

    async def _until(self, true: Callable[[], bool]) -> None:
        """Wait until it is true; looked at after each change, and ten times a second besides."""
        while not true():
            self._moved.clear()
            try:
                async with asyncio.timeout(0.1):
                    await self._moved.wait()
            except TimeoutError:
                continue

    def _print_events(self, events: Sequence[Event]) -> None:
        for event in events:
            match event:
                case SongSaved(song):
                    self._once(song.id, words.songs.now(song.title, words.songs.state(song.state)))
                    self._print_model(self._job.model(song.model_id))
                case ModelSaved(model):
                    self._print_model(model)
                case OutageChanged(outage) if outage is not None:
                    self._say(words.problems.explain(outage.problem).what)
        self._moved.set()

    def _print_model(self, model: Model) -> None:
        """Print the model as it was when the change came; by now it may be further on."""
        state = state_of(model, self._job.counts(model.id))
        self._once(model.id, words.songs.now(model.name, words.models.state(state)))

    def _once(self, key: str, line: str) -> None:
        if self._said.get(key) != line:
            self._said[key] = line
            self._say(line)

    def _picture(self, file: Path) -> bool:
        self._window.page.view.clearSelection()
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return self._window.grab().save(str(file), "PNG")
