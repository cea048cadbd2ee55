"""Creating the model: the one request that spends money, and finding out what became of it.

It is sent once for each confirmed press. No way out of this file sends it again: an answer that is missing or
makes no sense makes the press "unclear", and then Mountsea is only asked.
"""

import contextlib
import secrets
from collections.abc import Set as AbstractSet
from dataclasses import replace

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.ledger import Book
from mountsea_desktop.workflow.model import PRICE, SONGS_NEEDED, Model, Outcome, Press, trainable
from mountsea_desktop.workflow.polling import ENDED, Asking, Doubt, failure, follow
from mountsea_desktop.workflow.ports import AlreadyPressedError, JournalError
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.uploads import is_about_the_session

CLEARING_UP = 3600.0
"""Seconds for which Mountsea is asked often about an unclear press; only with a clear way do they count."""
LONGEST_REST = 30.0
"""Seconds between two such questions, at most."""
SELDOM = 300.0
"""Seconds between two questions after that."""
CHARGED_LATE = 600.0
"""Seconds by which a charge may come after its press."""
WATCHED = frozenset({Outcome.TRAINING, Outcome.UNCLEAR})


class Training:
    """Presses, and what comes of them."""

    def __init__(self, book: Book, asking: Asking, tasks: Tasks) -> None:
        self._book = book
        self._asking = asking
        self._tasks = tasks
        self._watched: set[str] = set()

    async def press(
        self, model_id: str, *, name: str, balance: float | None, songs: AbstractSet[str], again: bool = False
    ) -> bool:
        """Spend the price once, for the model's chosen uploaded songs; return whether it is being sent.

        `name` and `songs` (ids) are what the user was shown and said yes to: a song that was uploaded while
        the question was open is left out.

        Nothing is sent, and nothing changes, unless all of these and at least six are there, the model still
        has that name, the way to Mountsea is clear, no earlier press lives, and the journal has taken the
        intent. `again` is the user's
        second, warned yes after an unclear press. `balance` is what the user was shown. Sending goes on by
        itself, so that nobody who stops waiting stops it.
        """
        async with self._book.deciding:
            model = self._book.models[model_id]
            clips = tuple(
                song.clip_id for song in trainable(self._book.songs_of(model_id)) if song.id in songs
            )
            if len(clips) < max(SONGS_NEEDED, len(songs)) or model.name != name:
                return False
            if not self._asking.gate.passable or not self._free(model, again):
                return False
            press = Press(
                id=secrets.token_hex(16),
                model_id=model_id,
                pressed_at=self._now(),
                outcome=Outcome.SENDING,
                since=self._now(),
                name=model.name,
                clip_ids=clips,
                credits_before=balance,
                after_another=model.press is not None,
            )
            given_up = [replace(model.press, outcome=Outcome.ABANDONED)] if again and model.press else []
            try:
                await self._book.intend(replace(model, press=press), first=given_up)
            except (JournalError, AlreadyPressedError) as error:
                if isinstance(error, JournalError):
                    self._asking.gate.learn(error)
                self.watch(model_id)  # whoever saw to the earlier press may have taken it for given up
                return False
        self._tasks.start(self._send(press, model.session_id), f"create {model_id}")
        return True

    @staticmethod
    def _free(model: Model, again: bool) -> bool:
        if model.press is None:
            return not again
        return model.press.outcome is (Outcome.UNCLEAR if again else Outcome.FAILED)

    async def _send(self, press: Press, session_id: str) -> None:
        try:
            task_id = await self._asking.gateway.create(session_id, press.clip_ids, press.name)
        except GatewayError as error:
            if error.fault is not Fault.NO_CREDITS:  # which concerns this press, not what runs beside it
                self._asking.gate.learn(error)
            outcome = Outcome.UNCLEAR if error.fate is Fate.UNCLEAR else Outcome.FAILED
            problem = Problem.from_error(error)
            if outcome is Outcome.FAILED and is_about_the_session(error):
                problem = Problem(Hitch.SESSION_GONE, details=error.details)
            await self._put(press, outcome, problem=problem)
        else:
            await self._put(press, Outcome.TRAINING, task_id=task_id)
        self.watch(press.model_id)

    def watch(self, model_id: str) -> None:
        """See to a press that is training or unclear from now on; twice does no harm."""
        press = self._book.models[model_id].press
        if press is not None and press.outcome in WATCHED and model_id not in self._watched:
            self._watched.add(model_id)
            self._tasks.start(self._watch(model_id), f"model {model_id}")

    async def _watch(self, model_id: str) -> None:
        try:
            while (press := self._book.models[model_id].press) is not None:
                if press.outcome is Outcome.TRAINING:
                    ending = await follow(
                        self._asking, press.task_id, _model_ref, after_another=press.after_another
                    )
                    await self._ended(press, ending)
                elif press.outcome is Outcome.UNCLEAR:
                    await self._clear_up(press)
                else:
                    return
        finally:
            self._watched.discard(model_id)

    async def _ended(self, press: Press, ending: Report | Problem) -> None:
        if isinstance(ending, Problem):  # there is a receipt, and no word of what became of it
            await self._put(press, Outcome.UNCLEAR, problem=replace(ending, code=Hitch.CHARGE_UNKNOWN))
        elif ending.phase in ENDED:
            await self._put(press, Outcome.FAILED, problem=_training_failed(ending))
            await self._compare_balances(press, Outcome.FAILED)
        else:
            await self._put(press, Outcome.READY, model_ref=ending.model_ref)

    async def _clear_up(self, press: Press) -> None:
        """Ask what became of an unclear press until that is known, or another has taken its place.

        The session's own status tells, in time; until then the balance, then and now, may.
        """
        failed = Doubt(self._asking.clock)
        asked_for = rest = 0.0
        while True:
            await self._asking.pace.rest(rest)
            report = await self._status(press)
            if self._present(press, Outcome.UNCLEAR) is None:
                return  # the user sent again meanwhile
            if self._asking.gate.trouble is None:
                asked_for += rest
            rest = min(rest + 2.0, LONGEST_REST) if asked_for < CLEARING_UP else SELDOM
            if report is not None and report.phase is Phase.SUCCEEDED and report.model_ref:
                await self._ended(press, report)
                return
            if report is None or report.phase not in ENDED:
                failed.ends()
            elif failed.outlasts_patience():  # at first it may be what an earlier press has left behind
                await self._ended(press, report)
                return
            await self._compare_balances(press, Outcome.UNCLEAR)

    async def _status(self, press: Press) -> Report | None:
        task_id = press.task_id or self._book.models[press.model_id].session_id
        with contextlib.suppress(GatewayError):  # what the gate has to say it says
            async with self._asking.question():
                return await self._asking.gateway.status(task_id)
        return None

    async def _compare_balances(self, press: Press, outcome: Outcome) -> None:
        """Put down what the balance tells. It is asked past the gate: another host, another's trouble."""
        await self._asking.gate.clear()
        try:
            now = await self._asking.gateway.credits()
        except GatewayError:
            return
        present = self._present(press, outcome)
        if present is None or present.problem is None:
            return
        finding = found(press.credits_before, now, alone=self._is_alone(press))
        problem = _with_finding(present.problem, finding)
        if problem != present.problem:
            await self._put(press, outcome, problem=problem)

    def _present(self, press: Press, outcome: Outcome) -> Press | None:
        """The press as it is now, if it is still the model's latest and came out like this."""
        present = self._book.models[press.model_id].press
        return present if present and present.id == press.id and present.outcome is outcome else None

    def _is_alone(self, press: Press) -> bool:
        """Whether no other model may have been charged for in the time the two balances span."""
        others = (m.press for m in self._book.models.values() if m.press and m.id != press.model_id)
        return all(
            other.outcome is Outcome.FAILED or other.pressed_at < press.pressed_at - CHARGED_LATE
            for other in others
        )

    async def _put(
        self,
        press: Press,
        outcome: Outcome,
        *,
        task_id: str = "",
        model_ref: str = "",
        problem: Problem | None = None,
    ) -> None:
        """Record what became of this press, unless another has taken its place."""
        model = self._book.models[press.model_id]
        if model.press is None or model.press.id != press.id:
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


def _model_ref(report: Report) -> str:
    return report.model_ref


def _training_failed(report: Report) -> Problem:
    """Why training failed. The reasons known for songs may be given for a model, too."""
    song = failure(report)
    facts = {"said": report.fail_reason, "reason": song.code}
    return Problem(Hitch.TRAINING_FAILED, {key: value for key, value in facts.items() if value}, song.details)


def _with_finding(problem: Problem, finding: Problem) -> Problem:
    """The same problem, and what the balances say of it."""
    if problem.code == Hitch.TRAINING_FAILED:
        return replace(problem, facts={**problem.facts, **finding.facts, "charge": finding.code})
    receipt = {"task": problem.facts["task"]} if "task" in problem.facts else {}
    return replace(finding, facts={**receipt, **finding.facts}, details=problem.details)


def found(before: float | None, after: float, *, alone: bool = True) -> Problem:
    """What two balances say about an unclear press; `alone` if no other model was paid for between them."""
    if before is None or after > before:
        return Problem(Hitch.CHARGE_UNKNOWN, {"after": f"{after:g}"})
    facts = {"before": f"{before:g}", "after": f"{after:g}"}
    if before - after < PRICE:
        return Problem(Hitch.NOT_CHARGED, facts)
    return Problem(Hitch.CHARGED if alone else Hitch.CHARGE_UNKNOWN, facts)
