"""Whatever a musician presses, whatever breaks and whenever the program is killed: the promises hold."""

import asyncio
import os
from collections import Counter
from collections.abc import Coroutine
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.workflow.model import ModelClosedError, Outcome
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import FINAL, Song, SongState
from tests.fakes.job_harness import JobHarness, new_songs
from tests.fakes.mishaps import Fail, Hang, Mishap
from tests.fakes.virtual_time import VirtualLoop

faults = st.builds(
    lambda fault, fate, after: Fail(
        GatewayError(fault, fate, status=None if fate is Fate.NOT_SENT else 400), after=after
    ),
    st.sampled_from(
        [Fault.OFFLINE, Fault.TOKEN_REFUSED, Fault.BUSY, Fault.INVALID, Fault.NOT_FOUND, Fault.LOST]
    ),
    st.sampled_from(Fate),
    st.just(False),
)
losses = st.builds(
    lambda fault: Fail(GatewayError(fault, Fate.UNCLEAR), after=True), st.sampled_from([Fault.LOST])
)
mishaps = st.one_of(faults, losses, st.builds(Hang))
which = st.integers(0, 8)


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=VirtualLoop)
        self.attempts = 0
        self.removed: list[Song] = []
        self.final: dict[str, SongState] = {}

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    @initialize()
    def open(self) -> None:
        async def begin() -> None:
            self.harness = JobHarness()
            self.model_id = await self.harness.uploaded(6)

        self.run(begin())

    async def _do(self, *actions: Coroutine[Any, Any, Any]) -> list[Any]:
        """What a person does, at the same time."""
        results = await asyncio.gather(*actions, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, JournalError | ModelClosedError):
                raise result
        return results

    def _ids(self, number: int) -> list[str]:
        songs = self.harness.songs()
        return [songs[number % len(songs)].id] if songs else []

    # The musician

    @rule(seconds=st.sampled_from([0.05, 0.5, 5.0, 60.0, 400.0]))
    def time_passes(self, seconds: float) -> None:
        before = {song.id: song.state for song in self.harness.songs() if song.state in FINAL}
        self.run(self.harness.clock.sleep(seconds))
        after = {song.id: song.state for song in self.harness.songs() if song.id in before}
        assert after == before, "what is final is left by the user alone"

    @rule(count=st.integers(1, 4))
    def add(self, count: int) -> None:
        self.run(self._do(self.harness.job.add_songs(self.model_id, new_songs(count))))

    @rule()
    def upload(self) -> None:
        self.run(self._do(self.harness.job.upload(self.model_id), self.harness.job.upload(self.model_id)))

    @rule()
    def stop_while_uploading(self) -> None:
        job = self.harness.job
        self.run(self._do(job.upload(self.model_id), job.stop_uploads(self.model_id)))

    @rule(number=which)
    def retry(self, number: int) -> None:
        ids = self._ids(number)
        self.run(self._do(self.harness.job.retry_all_failed(self.model_id), self.harness.job.send_again(ids)))

    @rule(number=which, chosen=st.booleans())
    def choose(self, number: int, chosen: bool) -> None:
        for song_id in self._ids(number):
            self.run(
                self._do(self.harness.job.choose([song_id], chosen), self.harness.job.upload(self.model_id))
            )

    @rule(number=which)
    def edit(self, number: int) -> None:
        for song_id in self._ids(number):
            self.run(self._do(self.harness.job.edit_link(song_id, *new_songs(1, 50 + number))))

    @rule(number=which)
    def remove_while_uploading(self, number: int) -> None:
        job = self.harness.job
        actions = job.upload(self.model_id), job.remove(self._ids(number))
        removed = self.run(self._do(*actions))[1]
        self.removed = removed if isinstance(removed, list) else []

    @rule()
    def put_back(self) -> None:
        self.run(self._do(*(self.harness.job.put_back(self.removed) for _ in range(2))))

    @rule(number=which)
    def order_while_uploading(self, number: int) -> None:
        job, ids = self.harness.job, [song.id for song in self.harness.songs()]
        at = number % len(ids) if ids else 0
        self.run(self._do(job.upload(self.model_id), job.order(self.model_id, ids[at:] + ids[:at])))

    @rule(again=st.booleans())
    def create_twice(self, again: bool) -> None:
        job = self.harness.job
        create = self.harness.create_again if again else self.harness.create
        balance = self.harness.gateway.balance
        results = self.run(
            self._do(
                create(self.model_id, balance=balance),
                job.rename(self.model_id, f"Take {self.attempts}"),
                create(self.model_id, balance=balance),
            )
        )
        assert results.count(True) <= 1, "one of two attempts counts"
        self.attempts += results.count(True)

    @rule()
    def start_over(self) -> None:
        self.run(self._do(self.harness.job.start_over(self.model_id)))

    @rule()
    def try_now(self) -> None:
        async def click() -> None:
            self.harness.job.try_now()

        self.run(click())

    # What breaks

    @rule(step=st.sampled_from(["prepare", "upload", "status", "create", "credits"]), befalls=mishaps)
    def mountsea_fails(self, step: str, befalls: Mishap) -> None:
        self.harness.gateway.script(step, befalls)

    @rule(times=st.integers(1, 5))
    def disk_is_full(self, times: int) -> None:
        left = iter(range(times))

        def decide(operation: str) -> Mishap | None:
            full = operation == "journal save" and next(left, None) is not None
            return Fail(JournalError(JournalFault.FULL)) if full else None

        self.harness.injector.decide = decide

    @rule()
    def killed(self) -> None:
        self.harness.injector.decide = lambda _: None
        self.run(self.harness.die())  # what was on its way to the disk may get there still
        sending = {song.id for song in self.harness.disk.songs.values() if song.state is SongState.SENDING}
        self.run(self.harness.restart())
        states = {song.id: song.state for song in self.harness.songs()}
        assert {states[song_id] for song_id in sending} <= {SongState.UNCLEAR}

    # The promises

    @invariant()
    def promises(self) -> None:
        harness = self.harness
        assert not harness.errors, harness.errors
        assert len(harness.gateway.seen("create")) <= self.attempts
        assert Counter(outcome for _, outcome in set(harness.disk.outcomes))[Outcome.READY] <= 1
        assert harness.gateway.most_in_flight["upload"] <= harness.parallel
        uploads = Counter(call.arguments[1] for call in harness.gateway.seen("upload"))
        assert uploads <= harness.disk.sendings, "no song is sent but once for each intent"

    def teardown(self) -> None:
        async def end() -> None:
            harness = self.harness
            harness.injector.decide = lambda _: None
            harness.gateway.scripts.clear()
            await harness.clock.sleep(5)  # what is on its way may still fail
            harness.job.try_now()
            await harness.clock.sleep(8_000)  # an unclear attempt is asked about for an hour
            lost = set(harness.gateway.answered) - harness.disk.task_ids
            assert len(lost) <= harness.killed * harness.parallel, (
                "receipts are only lost in the moment of a kill"
            )
            assert {song.id: song for song in harness.songs()} == harness.disk.songs
            assert harness.model().attempt == harness.disk.attempt_of(self.model_id)
            hanging = harness.gateway.in_flight.total()
            assert harness.count(SongState.QUEUED) == 0 or hanging, "nothing is stuck"
            await harness.stop()

        try:
            if hasattr(self, "harness"):
                self.run(end())
        finally:
            self.runner.close()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=800 if os.environ.get("TORTURE") == "long" else 50, stateful_step_count=40
)
