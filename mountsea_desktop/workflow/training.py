"""Creating the model: the one request that spends money, and finding out what became of it.

It is sent once for each confirmed press. No way out of this file sends it again: an answer that is missing or
makes no sense makes the press "unclear", and then Mountsea is only asked.
"""

import contextlib
import secrets
from collections.abc import Set as AbstractSet
from dataclasses import replace

from mountsea_desktop.gateway.errors import SAID, Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import PRICE, SONGS_NEEDED, CreateAttempt, Model, Outcome, trainable
from mountsea_desktop.workflow.polling import ENDED, GracePeriod, Poller, failure, poll
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, Problem
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

    def __init__(self, ledger: Ledger, poller: Poller, tasks: Tasks) -> None:
        self._ledger = ledger
        self._poller = poller
        self._tasks = tasks
        self._watched: set[str] = set()

    async def attempt(
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
        async with self._ledger.deciding:
            model = self._ledger.models[model_id]
            clips = tuple(
                song.clip_id for song in trainable(self._ledger.songs_of(model_id)) if song.id in songs
            )
            if len(clips) < max(SONGS_NEEDED, len(songs)) or model.name != name:
                return False
            if not self._poller.gate.passable or not self._free(model, again):
                return False
            attempt = CreateAttempt(
                id=secrets.token_hex(16),
                model_id=model_id,
                pressed_at=self._now(),
                outcome=Outcome.SENDING,
                since=self._now(),
                name=model.name,
                clip_ids=clips,
                credits_before=balance,
                after_another=model.attempt is not None,
            )
            given_up = [replace(model.attempt, outcome=Outcome.ABANDONED)] if again and model.attempt else []
            try:
                await self._ledger.intend(replace(model, attempt=attempt), first=given_up)
            except (JournalError, AlreadyAttemptedError) as error:
                if isinstance(error, JournalError):
                    self._poller.gate.disk.record_failure(error)
                self.watch(model_id)  # whoever saw to the earlier press may have taken it for given up
                return False
        self._tasks.start(self._send(attempt, model.session_id), f"create {model_id}")
        return True

    @staticmethod
    def _free(model: Model, again: bool) -> bool:
        if model.attempt is None:
            return not again
        return model.attempt.outcome is (Outcome.UNCLEAR if again else Outcome.FAILED)

    async def _send(self, attempt: CreateAttempt, session_id: str) -> None:
        try:
            task_id = await self._poller.gateway.create(session_id, attempt.clip_ids, attempt.name)
        except GatewayError as error:
            if error.fault is not Fault.NO_CREDITS:  # which concerns this press, not what runs beside it
                self._poller.gate.record_failure(error)
            outcome = Outcome.UNCLEAR if error.fate is Fate.UNCLEAR else Outcome.FAILED
            problem = Problem.from_error(error)
            if outcome is Outcome.FAILED and is_about_the_session(error):
                problem = Problem(JobFault.SESSION_GONE, details=error.details)
            await self._put(attempt, outcome, problem=problem)
        else:
            await self._put(attempt, Outcome.TRAINING, task_id=task_id)
        self.watch(attempt.model_id)

    def watch(self, model_id: str) -> None:
        """See to a press that is training or unclear from now on; twice does no harm."""
        attempt = self._ledger.models[model_id].attempt
        if attempt is not None and attempt.outcome in WATCHED and model_id not in self._watched:
            self._watched.add(model_id)
            self._tasks.start(self._watch(model_id), f"model {model_id}")

    async def _watch(self, model_id: str) -> None:
        try:
            while (attempt := self._ledger.models[model_id].attempt) is not None:
                if attempt.outcome is Outcome.TRAINING:
                    ending = await poll(
                        self._poller, attempt.task_id, _model_ref, after_another=attempt.after_another
                    )
                    await self._ended(attempt, ending)
                elif attempt.outcome is Outcome.UNCLEAR:
                    await self._clear_up(attempt)
                else:
                    return
        finally:
            self._watched.discard(model_id)

    async def _ended(self, attempt: CreateAttempt, ending: Report | Problem) -> None:
        if isinstance(ending, Problem):  # there is a receipt, and no word of what became of it
            await self._put(attempt, Outcome.UNCLEAR, problem=replace(ending, code=JobFault.CHARGE_UNKNOWN))
        elif ending.phase in ENDED:
            await self._put(attempt, Outcome.FAILED, problem=_training_failed(ending))
            await self._compare_balances(attempt, Outcome.FAILED)
        else:
            await self._put(attempt, Outcome.READY, model_ref=ending.model_ref)

    async def _clear_up(self, attempt: CreateAttempt) -> None:
        """Ask what became of an unclear press until that is known, or another has taken its place.

        The session's own status tells, in time; until then the balance, then and now, may.
        """
        failed = GracePeriod(self._poller.clock)
        asked_for = rest = 0.0
        while True:
            await self._poller.sleep_watch.rest(rest)
            report = await self._status(attempt)
            if self._present(attempt, Outcome.UNCLEAR) is None:
                return  # the user sent again meanwhile
            if self._poller.gate.outage is None:
                asked_for += rest
            rest = min(rest + 2.0, LONGEST_REST) if asked_for < CLEARING_UP else SELDOM
            if report is not None and report.phase is Phase.SUCCEEDED and report.model_ref:
                await self._ended(attempt, report)
                return
            if report is None or report.phase not in ENDED:
                failed.ends()
            elif failed.outlasts_patience():  # at first it may be what an earlier press has left behind
                await self._ended(attempt, report)
                return
            await self._compare_balances(attempt, Outcome.UNCLEAR)

    async def _status(self, attempt: CreateAttempt) -> Report | None:
        task_id = attempt.task_id or self._ledger.models[attempt.model_id].session_id
        with contextlib.suppress(GatewayError):  # what the gate has to say it says
            async with self._poller.question():
                return await self._poller.gateway.status(task_id)
        return None

    async def _compare_balances(self, attempt: CreateAttempt, outcome: Outcome) -> None:
        """Put down what the balance tells. It is asked past the gate: another host, another's trouble."""
        await self._poller.gate.wait_until_open()
        try:
            now = await self._poller.gateway.credits()
        except GatewayError:
            return
        present = self._present(attempt, outcome)
        if present is None or present.problem is None:
            return
        finding = found(attempt.credits_before, now, alone=self._is_alone(attempt))
        problem = _with_finding(present.problem, finding)
        if problem != present.problem:
            await self._put(attempt, outcome, problem=problem)

    def _present(self, attempt: CreateAttempt, outcome: Outcome) -> CreateAttempt | None:
        """The press as it is now, if it is still the model's latest and came out like this."""
        present = self._ledger.models[attempt.model_id].attempt
        return present if present and present.id == attempt.id and present.outcome is outcome else None

    def _is_alone(self, attempt: CreateAttempt) -> bool:
        """Whether no other model may have been charged for in the time the two balances span."""
        others = (m.attempt for m in self._ledger.models.values() if m.attempt and m.id != attempt.model_id)
        return all(
            other.outcome is Outcome.FAILED or other.pressed_at < attempt.pressed_at - CHARGED_LATE
            for other in others
        )

    async def _put(
        self,
        attempt: CreateAttempt,
        outcome: Outcome,
        *,
        task_id: str = "",
        model_ref: str = "",
        problem: Problem | None = None,
    ) -> None:
        """Record what became of this press, unless another has taken its place."""
        model = self._ledger.models[attempt.model_id]
        if model.attempt is None or model.attempt.id != attempt.id:
            return
        attempt = replace(
            model.attempt,
            outcome=outcome,
            since=self._now() if outcome is not model.attempt.outcome else model.attempt.since,
            task_id=task_id or model.attempt.task_id,
            problem=problem,
        )
        model = replace(model, attempt=attempt)
        if outcome is Outcome.READY:
            model = replace(model, model_ref=model_ref, finished_at=self._now())
        await self._ledger.record(model)

    def _now(self) -> float:
        return self._poller.clock.now()


def _model_ref(report: Report) -> str:
    return report.model_ref


def _training_failed(report: Report) -> Problem:
    """Why training failed. The reasons known for songs may be given for a model, too."""
    song = failure(report)
    facts = {FactKey.SAID: report.fail_reason[:SAID], FactKey.REASON: song.code}
    return Problem(
        JobFault.TRAINING_FAILED, {key: value for key, value in facts.items() if value}, song.details
    )


def _with_finding(problem: Problem, finding: Problem) -> Problem:
    """The same problem, and what the balances say of it."""
    if problem.code == JobFault.TRAINING_FAILED:
        return replace(problem, facts={**problem.facts, **finding.facts, FactKey.CHARGE: finding.code})
    receipt = {FactKey.TASK: problem.facts[FactKey.TASK]} if FactKey.TASK in problem.facts else {}
    return replace(finding, facts={**receipt, **finding.facts}, details=problem.details)


def found(before: float | None, after: float, *, alone: bool = True) -> Problem:
    """What two balances say about an unclear press; `alone` if no other model was paid for between them."""
    if before is None or after > before:
        return Problem(JobFault.CHARGE_UNKNOWN, {FactKey.AFTER: f"{after:g}"})
    facts = {FactKey.BEFORE: f"{before:g}", FactKey.AFTER: f"{after:g}"}
    if before - after < PRICE:
        return Problem(JobFault.NOT_CHARGED, facts)
    return Problem(JobFault.CHARGED if alone else JobFault.CHARGE_UNKNOWN, facts)
