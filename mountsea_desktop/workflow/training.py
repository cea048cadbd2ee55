"""Creating the model: the one request that spends money, and finding out what became of it.

It is sent once for each confirmed attempt. No way out of this file sends it again: an answer that is missing
or makes no sense makes the attempt "unclear", and then Mountsea is only asked.
"""

import contextlib
import secrets
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from mountsea_desktop.gateway.errors import LONGEST_MESSAGE, Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason, says_account_is_full
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.charges import (
    BEFORE,
    CREATING,
    DAY,
    asked_for,
    charge_of,
    finding,
    is_charge_found,
    is_proven_free,
)
from mountsea_desktop.workflow.gate import stops_everything
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import SONGS_NEEDED, CreateAttempt, Model, Outcome, trainable
from mountsea_desktop.workflow.polling import ENDED, GracePeriod, Poller, failure, poll
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song, not_to_upload, waits_for_upload
from mountsea_desktop.workflow.spending_records import SpendingRecords
from mountsea_desktop.workflow.uploads import is_about_the_session

POLLED_OFTEN_FOR = 3600.0
"""Seconds for which Mountsea is asked often about an unclear attempt; only with a clear way do they count."""
LONGEST_POLL_INTERVAL = 30.0
"""Seconds between two such questions, at most."""
RARE_POLL_INTERVAL = 300.0
"""Seconds between two questions after that."""
REFUND_WINDOW = DAY
"""Seconds in which what was charged may still be given back."""


class SessionSays(StrEnum):
    """What Mountsea says of a session that, as far as this computer knows, no model was created in."""

    NOTHING = "nothing"
    UNDER_WAY = "under_way"
    """Something is being done in it: a model may be being created already."""
    FAILED = "failed"
    """Something came to nothing in it, and may have been paid for."""
    UNKNOWN = "unknown"
    """It did not say: a model may be being created already, or there already."""
    HAS_MODEL = "has_model"
    """There was a model; it is now this one's."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would become of an attempt now, as far as questions can tell."""

    obstacle: Problem | None = None
    """Why a request would not get through."""
    session: SessionSays = SessionSays.NOTHING


class Training:
    """Attempts, and what comes of them."""

    def __init__(self, ledger: Ledger, poller: Poller, records: SpendingRecords, tasks: Tasks) -> None:
        self._ledger = ledger
        self._poller = poller
        self._records = records
        self._tasks = tasks
        self._watched: set[str] = set()

    async def attempt(
        self,
        model_id: str,
        *,
        name: str,
        balance: Decimal | None,
        songs: AbstractSet[str],
        accepted: str = "",
    ) -> bool:
        """Spend the price once, for the model's chosen uploaded songs; return whether it is being sent.

        `name` and `songs` (ids) are what the user was shown and said yes to: a song that was uploaded while
        the question was open is left out. So are those that wait to be uploaded: with the intent it is saved
        that they no longer do.

        Nothing is sent, and nothing changes, unless all of these and at least six are there, the model still
        has that name, the way to Mountsea is clear, no earlier attempt lives, and the journal has taken the
        intent. `accepted` is the unclear attempt whose risk has the user's second, warned yes. `balance` is
        the one of this moment. Sending goes on by itself, so that nobody who stops waiting stops it.
        """
        async with self._ledger.deciding:
            model = self._ledger.models[model_id]
            confirmed = (song for song in self._ledger.songs_of(model_id) if song.id in songs)
            clips = tuple(song.clip_id for song in trainable(confirmed))
            if len(clips) < max(SONGS_NEEDED, len(songs)) or model.name != name:
                return False
            if not self._poller.gate.passable or not self._may_attempt(model, accepted):
                return False
            attempt = CreateAttempt(
                id=secrets.token_hex(16),
                model_id=model_id,
                confirmed_at=self._records.now(),
                outcome=Outcome.SENDING,
                since=self._now(),
                name=model.name,
                clip_ids=clips,
                credits_before=balance,
                clocks_agreed=self._records.clocks_agree(),
                after_another=model.attempt is not None,
            )
            given_up = (
                [replace(model.attempt, outcome=Outcome.ABANDONED)] if accepted and model.attempt else []
            )
            try:
                await self._ledger.intend(
                    replace(model, attempt=attempt), *self._left_out(model_id), first=given_up
                )
            except (JournalError, AlreadyAttemptedError) as error:
                if isinstance(error, JournalError):
                    self._poller.gate.disk.record_failure(error)
                self.watch(model_id)  # whoever saw to the earlier attempt may have taken it for given up
                return False
        self._tasks.start(self._send(attempt, model.session_id), f"create {model_id}")
        return True

    async def look_ahead(self, model_id: str) -> Outlook:
        """Ask about the session before anything is spent: the same host, and nothing that counts.

        This computer may not know of an attempt, since an older copy of its journal was put back.
        """
        model = self._ledger.models[model_id]
        is_news = model.attempt is None or model.attempt.outcome is Outcome.FAILED
        obstacle, says = None, SessionSays.NOTHING
        try:
            report = await self._poller.gateway.status(model.session_id)
        except GatewayError as error:
            if stops_everything(error):
                obstacle = Problem.from_error(error)
            elif is_news and not is_about_the_session(error):
                says = SessionSays.UNKNOWN
        else:
            self._poller.gate.record_success()
            if is_news:
                says = await self._compare_with_session(model_id, report)
        if obstacle is None and (outage := self._poller.gate.outage) is not None:
            obstacle = outage.problem
        return Outlook(obstacle, says)

    async def _compare_with_session(self, model_id: str, report: Report) -> SessionSays:
        if report.phase is Phase.SUCCEEDED:
            is_adopted = report.model_ref != "" and await self._adopt(model_id, report.model_ref)
            return SessionSays.HAS_MODEL if is_adopted else SessionSays.NOTHING
        if report.phase in ENDED:
            is_known = self._ledger.models[model_id].attempt is not None
            return SessionSays.NOTHING if is_known else SessionSays.FAILED
        return SessionSays.UNDER_WAY

    async def _adopt(self, model_id: str, model_ref: str) -> bool:
        """Take over a model that was created by an attempt this computer does not know of."""
        async with self._ledger.deciding:
            model = self._ledger.models[model_id]
            if model.attempt is not None and model.attempt.outcome is not Outcome.FAILED:
                return False
            now = self._now()
            attempt = CreateAttempt(
                id=secrets.token_hex(16),
                model_id=model_id,
                confirmed_at=now,
                outcome=Outcome.READY,
                since=now,
                name=model.name,
                clip_ids=(),  # nobody here knows which
                task_id=model.session_id,
                after_another=model.attempt is not None,
            )
            adopted = replace(model, attempt=attempt, model_ref=model_ref, finished_at=now)
            try:
                await self._ledger.intend(adopted, *self._left_out(model_id))
            except AlreadyAttemptedError:
                return False
        return True

    def _left_out(self, model_id: str) -> list[Song]:
        """Return the songs that wait to be uploaded, as they are once the model takes no more."""
        now = self._now()
        songs = self._ledger.songs_of(model_id)
        return [not_to_upload(song, now) for song in songs if waits_for_upload(song)]

    def unclear_twin(self, model_id: str) -> CreateAttempt | None:
        """Return an unclear attempt for another model made from some of the same songs."""
        sources = {song.source for song in trainable(self._ledger.songs_of(model_id))}
        for other in self._ledger.models.values():
            attempt = other.attempt
            if other.id == model_id or attempt is None or attempt.outcome is not Outcome.UNCLEAR:
                continue
            if any(song.source in sources for song in self._ledger.songs_of(other.id)):
                return attempt
        return None

    @staticmethod
    def _may_attempt(model: Model, accepted: str) -> bool:
        if model.attempt is None:
            return not accepted
        if accepted:
            return model.attempt.outcome is Outcome.UNCLEAR and model.attempt.id == accepted
        return model.attempt.outcome is Outcome.FAILED

    async def _send(self, attempt: CreateAttempt, session_id: str) -> None:
        try:
            await self._send_and_record(attempt, session_id)
        except Exception as error:  # whatever it was, the request may have gone out
            if self._present(attempt, Outcome.SENDING) is not None:
                unclear = Problem(JobFault.CHARGE_UNKNOWN, details=type(error).__name__)
                await self._put(attempt, Outcome.UNCLEAR, problem=unclear)
            raise
        finally:
            self.watch(attempt.model_id)

    async def _send_and_record(self, attempt: CreateAttempt, session_id: str) -> None:
        try:
            task_id = await self._poller.gateway.create(session_id, attempt.clip_ids, attempt.name)
        except GatewayError as error:
            if error.fault is not Fault.NO_CREDITS:  # which concerns this attempt, not what runs beside it
                self._poller.gate.record_failure(error)
            outcome = Outcome.UNCLEAR if error.fate is Fate.UNCLEAR else Outcome.FAILED
            problem = Problem.from_error(error)
            if outcome is Outcome.FAILED and is_about_the_session(error):
                problem = Problem(JobFault.SESSION_GONE, details=error.details)
            elif outcome is Outcome.FAILED and says_account_is_full(error.said):
                problem = replace(problem, code=FailReason.ACCOUNT_FULL)
            await self._put(attempt, outcome, problem=problem)
        else:
            await self._put(attempt, Outcome.TRAINING, task_id=task_id)

    def watch(self, model_id: str) -> None:
        """See to an attempt that is training or unclear from now on; twice does no harm."""
        attempt = self._ledger.models[model_id].attempt
        if attempt is not None and self._is_open(attempt) and attempt.id not in self._watched:
            self._watched.add(attempt.id)
            self._tasks.start(self._watch(attempt.id, model_id), f"model {model_id}")

    def _is_open(self, attempt: CreateAttempt) -> bool:
        """Return whether there is something about this attempt that time, or Mountsea, will tell."""
        if attempt.outcome is Outcome.FAILED:
            return self._may_learn_of_charge(attempt)
        return attempt.outcome in {Outcome.TRAINING, Outcome.UNCLEAR}

    async def _watch(self, attempt_id: str, model_id: str) -> None:
        try:
            while (
                (attempt := self._ledger.models[model_id].attempt) is not None
                and attempt.id == attempt_id
                and self._is_open(attempt)
            ):
                if attempt.outcome is Outcome.TRAINING:
                    ending = await poll(
                        self._poller, attempt.task_id, _model_ref, after_another=attempt.after_another
                    )
                    await self._ended(attempt, ending)
                elif attempt.outcome is Outcome.UNCLEAR:
                    await self._clear_up(attempt)
                else:
                    await self._settle(attempt)
        finally:
            self._watched.discard(attempt_id)

    async def _ended(self, attempt: CreateAttempt, ending: Report | Problem) -> None:
        if isinstance(ending, Problem):  # there is a receipt, and no word of what became of it
            await self._put(attempt, Outcome.UNCLEAR, problem=replace(ending, code=JobFault.CHARGE_UNKNOWN))
        elif ending.phase in ENDED:
            await self._put(attempt, Outcome.FAILED, problem=_training_failed(ending))
        else:
            await self._put(attempt, Outcome.READY, model_ref=ending.model_ref)

    async def _clear_up(self, attempt: CreateAttempt) -> None:
        """Ask what became of an unclear attempt until that is known, or another has taken its place.

        The session's own status tells, in time; until then Mountsea's records of what was charged may.
        """
        failed = GracePeriod(self._poller.clock)
        asking = rest = 0.0
        charge_due = self._poller.clock.monotonic()
        while True:
            await self._poller.sleep_watch.rest(rest)
            report = await self._status(attempt)
            if self._present(attempt, Outcome.UNCLEAR) is None:
                return  # the user sent again meanwhile
            if self._poller.gate.outage is None:
                asking += rest
            rest = min(rest + 2.0, LONGEST_POLL_INTERVAL) if asking < POLLED_OFTEN_FOR else RARE_POLL_INTERVAL
            if report is not None and report.phase is Phase.SUCCEEDED and report.model_ref:
                await self._ended(attempt, report)
                return
            if report is not None and report.phase is Phase.WORKING and self._is_known_to_be_taken(attempt):
                session_id = self._ledger.models[attempt.model_id].session_id
                await self._put(attempt, Outcome.TRAINING, task_id=attempt.task_id or session_id)
                return
            if report is None or report.phase not in ENDED:
                failed.ends()
            elif failed.outlasts_patience():  # at first it may be what an earlier attempt has left behind
                await self._ended(attempt, report)
                return
            present = self._present(attempt, Outcome.UNCLEAR)
            is_due = self._poller.clock.monotonic() >= charge_due
            if present is not None and is_due and self._may_learn_of_charge(present):
                await self._ask_about_charge(attempt, Outcome.UNCLEAR)
                charge_due = self._poller.clock.monotonic() + LONGEST_POLL_INTERVAL

    def _is_known_to_be_taken(self, attempt: CreateAttempt) -> bool:
        """Return whether it was charged for: what Mountsea is at then is this, and not what came before."""
        present = self._present(attempt, Outcome.UNCLEAR)
        return present is not None and is_charge_found(present.problem)

    async def _settle(self, attempt: CreateAttempt) -> None:
        """Ask what a failed training was charged, until that is known or nothing more is to be learned.

        Both the charge and giving it back may come later than the failure.
        """
        rest = 0.0
        while (present := self._present(attempt, Outcome.FAILED)) and self._may_learn_of_charge(present):
            await self._poller.sleep_watch.rest(rest)
            await self._ask_about_charge(attempt, Outcome.FAILED)
            rest = min(max(LONGEST_POLL_INTERVAL, rest * 2), RARE_POLL_INTERVAL)

    def _may_learn_of_charge(self, attempt: CreateAttempt) -> bool:
        problem = attempt.problem
        if problem is None or (
            attempt.outcome is Outcome.FAILED and problem.code != JobFault.TRAINING_FAILED
        ):
            return False
        charge = charge_of(problem)
        if charge == JobFault.REFUNDED or is_proven_free(problem):
            return False
        if is_charge_found(problem):
            return self._now() - attempt.since < REFUND_WINDOW
        return attempt.outcome is Outcome.UNCLEAR or self._now() - attempt.since < BEFORE

    async def _status(self, attempt: CreateAttempt) -> Report | None:
        task_id = attempt.task_id or self._ledger.models[attempt.model_id].session_id
        with contextlib.suppress(GatewayError):  # what the gate has to say it says
            async with self._poller.question():
                return await self._poller.gateway.status(task_id)
        return None

    async def _ask_about_charge(self, attempt: CreateAttempt, outcome: Outcome) -> None:
        """Put down what records and balance tell.

        They are asked past the gate: another host has outages of its own.
        """
        await self._poller.gate.wait_until_open()
        evidence = await self._records.evidence(asked_for(attempt))
        present = self._present(attempt, outcome)
        if evidence is None or present is None or present.problem is None:
            return
        found = finding(CREATING, present, self._ledger.attempts.values(), evidence)
        problem = _with_finding(present.problem, found)
        if problem != present.problem:
            await self._put(attempt, outcome, problem=problem)

    def _present(self, attempt: CreateAttempt, outcome: Outcome) -> CreateAttempt | None:
        """Return the attempt as it is now, if it is still the model's latest and came out like this."""
        present = self._ledger.models[attempt.model_id].attempt
        return present if present and present.id == attempt.id and present.outcome is outcome else None

    async def _put(
        self,
        attempt: CreateAttempt,
        outcome: Outcome,
        *,
        task_id: str = "",
        model_ref: str = "",
        problem: Problem | None = None,
    ) -> None:
        """Record what became of this attempt, unless another has taken its place."""
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
    """Return why training failed. The reasons known for songs may be given for a model, too."""
    song = failure(report)
    facts = {FactKey.SAID: report.fail_reason[:LONGEST_MESSAGE], FactKey.REASON: song.code}
    return Problem(
        JobFault.TRAINING_FAILED, {key: value for key, value in facts.items() if value}, song.details
    )


def _with_finding(problem: Problem, finding: Problem) -> Problem:
    """Return the same problem, and what is known of the charge."""
    if problem.code == JobFault.TRAINING_FAILED:
        kept = {key: problem.facts[key] for key in (FactKey.SAID, FactKey.REASON) if key in problem.facts}
        return replace(problem, facts={**kept, **finding.facts, FactKey.CHARGE: finding.code})
    receipt = {FactKey.TASK: problem.facts[FactKey.TASK]} if FactKey.TASK in problem.facts else {}
    return replace(finding, facts={**receipt, **finding.facts}, details=problem.details)
