"""Creating the model: the one request that spends money, and finding out what became of it.

It is sent once for each confirmed press. No way out of this file sends it again: an answer that is missing or
makes no sense makes the press "unclear", and then Mountsea is only asked.
"""

import uuid
from collections.abc import Coroutine
from dataclasses import replace

from mountsea_desktop.gateway.answers import Report
from mountsea_desktop.gateway.errors import Fate, GatewayError
from mountsea_desktop.workflow.book import Book
from mountsea_desktop.workflow.following import ENDED, Asking, failure, follow
from mountsea_desktop.workflow.model import PRICE, SONGS_NEEDED, Model, Outcome, Press, trainable
from mountsea_desktop.workflow.ports import AlreadyPressedError, JournalError
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.tasks import Tasks

CLEARING_UP = 3600.0
"""Seconds after an unclear press for which Mountsea is asked about it."""
LONGEST_REST = 30.0
"""Seconds between two such questions, at most."""


class Training:
    """Presses, and what comes of them."""

    def __init__(self, book: Book, asking: Asking, tasks: Tasks) -> None:
        self._book = book
        self._asking = asking
        self._tasks = tasks
        self._watched: set[str] = set()

    async def press(self, model_id: str, *, balance: float | None, again: bool = False) -> bool:
        """Spend the price once, for the model's chosen uploaded songs; return whether anything was sent.

        Nothing is sent, and nothing changes, unless six songs are there, the way to Mountsea is clear, no
        earlier press lives, and the journal has taken the intent. `again` is the user's second, warned yes
        after an unclear press. `balance` is what the user was shown.
        """
        model = self._book.models[model_id]
        clips = tuple(song.clip_id for song in trainable(self._book.songs_of(model_id)))
        if len(clips) < SONGS_NEEDED or self._asking.gate.trouble is not None or not self._free(model, again):
            return False
        press = Press(
            id=uuid.uuid4().hex,
            model_id=model_id,
            pressed_at=self._now(),
            outcome=Outcome.SENDING,
            since=self._now(),
            name=model.name,
            clip_ids=clips,
            credits_before=balance,
        )
        given_up = [replace(model.press, outcome=Outcome.ABANDONED)] if again and model.press else []
        try:
            await self._book.intend(replace(model, press=press), first=given_up)
        except JournalError as error:
            self._asking.gate.learn(error)
            return False
        except AlreadyPressedError:
            return False
        await self._send(model_id, press)
        return True

    @staticmethod
    def _free(model: Model, again: bool) -> bool:
        if model.press is None:
            return not again
        return model.press.outcome is (Outcome.UNCLEAR if again else Outcome.FAILED)

    async def _send(self, model_id: str, press: Press) -> None:
        session_id = self._book.models[model_id].session_id
        try:
            task_id = await self._asking.gateway.create(session_id, press.clip_ids, press.name)
        except GatewayError as error:
            self._asking.gate.learn(error)
            outcome = Outcome.UNCLEAR if error.fate is Fate.UNCLEAR else Outcome.FAILED
            await self._put(model_id, outcome, problem=Problem.from_error(error))
        else:
            await self._put(model_id, Outcome.TRAINING, task_id=task_id)
        self.watch(model_id)

    def watch(self, model_id: str) -> None:
        """See to a press that is training or unclear from now on; twice does no harm."""
        press = self._book.models[model_id].press
        if press is None or model_id in self._watched:
            return
        if press.outcome is Outcome.TRAINING:
            self._start(model_id, self._follow(model_id, press.task_id))
        elif press.outcome is Outcome.UNCLEAR:
            self._start(model_id, self._clear_up(model_id))

    def _start(self, model_id: str, work: Coroutine[None, None, None]) -> None:
        async def watched() -> None:
            try:
                await work
            finally:
                self._watched.discard(model_id)

        self._watched.add(model_id)
        self._tasks.start(watched(), f"model {model_id}")

    async def _follow(self, model_id: str, task_id: str) -> None:
        await self._ended(model_id, await follow(self._asking, task_id, lambda report: report.model_ref))

    async def _ended(self, model_id: str, ending: Report | Problem) -> None:
        if isinstance(ending, Problem):
            await self._put(model_id, Outcome.UNCLEAR, problem=ending)
        elif ending.phase in ENDED:
            await self._put(model_id, Outcome.FAILED, problem=failure(ending))
        else:
            await self._put(model_id, Outcome.READY, model_ref=ending.model_ref)

    async def _clear_up(self, model_id: str) -> None:
        """Ask what became of an unclear press: the session's own status, and the balance then and now."""
        model = self._book.models[model_id]
        asked_since = self._asking.clock.monotonic()
        rest = 0.0
        while self._asking.clock.monotonic() - asked_since < CLEARING_UP:
            await self._asking.pace.rest(rest)
            rest = min(rest + 2.0, LONGEST_REST)
            press = self._book.models[model_id].press
            if press is None or press.outcome is not Outcome.UNCLEAR:
                return  # the user sent again meanwhile
            try:
                async with self._asking.gate.turn():
                    report = await self._asking.gateway.status(press.task_id or model.session_id)
                if report.phase in ENDED or report.model_ref:
                    await self._ended(model_id, report)
                    return
            except (GatewayError, JournalError):
                pass  # what the gate has to say it says; the balance may still tell
            try:
                async with self._asking.gate.turn():
                    now = await self._asking.gateway.credits()
            except (GatewayError, JournalError):
                continue
            finding = found(press.credits_before, now)
            if press.problem is None or press.problem.code != finding.code:
                await self._put(model_id, Outcome.UNCLEAR, problem=finding)

    async def _put(
        self,
        model_id: str,
        outcome: Outcome,
        *,
        task_id: str = "",
        model_ref: str = "",
        problem: Problem | None = None,
    ) -> None:
        model = self._book.models[model_id]
        if model.press is None:
            return
        press = replace(
            model.press,
            outcome=outcome,
            since=self._now() if outcome is not model.press.outcome else model.press.since,
            task_id=task_id or model.press.task_id,
            problem=problem,
        )
        model = replace(model, press=press)
        if outcome is Outcome.READY:
            model = replace(model, model_ref=model_ref, finished_at=self._now())
        await self._book.record(model)

    def _now(self) -> float:
        return self._asking.clock.now()


def found(before: float | None, after: float) -> Problem:
    """What two balances say about an unclear press."""
    if before is None or after > before:
        return Problem(Hitch.CHARGE_UNKNOWN, {"after": f"{after:g}"})
    facts = {"before": f"{before:g}", "after": f"{after:g}"}
    return Problem(Hitch.CHARGED if before - after >= PRICE else Hitch.NOT_CHARGED, facts)
