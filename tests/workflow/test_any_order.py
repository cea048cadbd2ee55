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
from mountsea_desktop.workflow.ports import JournalError, JournalTrouble
from mountsea_desktop.workflow.song import FINAL, Song, SongState
from tests.fakes.job_harness import Bench, new_songs
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
        self.presses = 0
        self.removed: list[Song] = []
        self.final: dict[str, SongState] = {}

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    @initialize()
    def open(self) -> None:
        async def begin() -> None:
            self.bench = Bench()
            self.model_id = await self.bench.uploaded(6)

        self.run(begin())

    async def _do(self, *actions: Coroutine[Any, Any, Any]) -> list[Any]:
        """What a person does, at the same time."""
        results = await asyncio.gather(*actions, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, JournalError | ModelClosedError):
                raise result
        return results

    def _ids(self, number: int) -> list[str]:
        songs = self.bench.songs()
        return [songs[number % len(songs)].id] if songs else []

    # The musician

    @rule(seconds=st.sampled_from([0.05, 0.5, 5.0, 60.0, 400.0]))
    def time_passes(self, seconds: float) -> None:
        before = {song.id: song.state for song in self.bench.songs() if song.state in FINAL}
        self.run(self.bench.clock.sleep(seconds))
        after = {song.id: song.state for song in self.bench.songs() if song.id in before}
        assert after == before, "what is final is left by the user alone"

    @rule(count=st.integers(1, 4))
    def add(self, count: int) -> None:
        self.run(self._do(self.bench.studio.add_songs(self.model_id, new_songs(count))))

    @rule()
    def upload(self) -> None:
        self.run(self._do(self.bench.studio.upload(self.model_id), self.bench.studio.upload(self.model_id)))

    @rule(number=which)
    def retry(self, number: int) -> None:
        ids = self._ids(number)
        self.run(
            self._do(self.bench.studio.retry_all_failed(self.model_id), self.bench.studio.send_again(ids))
        )

    @rule(number=which, chosen=st.booleans())
    def choose(self, number: int, chosen: bool) -> None:
        for song_id in self._ids(number):
            self.run(
                self._do(self.bench.studio.choose(song_id, chosen), self.bench.studio.upload(self.model_id))
            )

    @rule(number=which)
    def edit(self, number: int) -> None:
        for song_id in self._ids(number):
            self.run(self._do(self.bench.studio.edit_link(song_id, *new_songs(1, 50 + number))))

    @rule(number=which)
    def remove_while_uploading(self, number: int) -> None:
        studio = self.bench.studio
        actions = studio.upload(self.model_id), studio.remove(self._ids(number))
        removed = self.run(self._do(*actions))[1]
        self.removed = removed if isinstance(removed, list) else []

    @rule()
    def put_back(self) -> None:
        self.run(self._do(*(self.bench.studio.put_back(self.removed) for _ in range(2))))

    @rule(again=st.booleans())
    def press_twice(self, again: bool) -> None:
        studio = self.bench.studio
        press = self.bench.create_again if again else self.bench.create
        balance = self.bench.gateway.balance
        results = self.run(
            self._do(
                press(self.model_id, balance=balance),
                studio.rename(self.model_id, f"Take {self.presses}"),
                press(self.model_id, balance=balance),
            )
        )
        assert results.count(True) <= 1, "one of two presses counts"
        self.presses += results.count(True)

    @rule()
    def start_over(self) -> None:
        self.run(self._do(self.bench.studio.start_over(self.model_id)))

    @rule()
    def try_now(self) -> None:
        async def press() -> None:
            self.bench.studio.try_now()

        self.run(press())

    # What breaks

    @rule(step=st.sampled_from(["prepare", "upload", "status", "create", "credits"]), befalls=mishaps)
    def mountsea_fails(self, step: str, befalls: Mishap) -> None:
        self.bench.gateway.script(step, befalls)

    @rule(times=st.integers(1, 5))
    def disk_is_full(self, times: int) -> None:
        left = iter(range(times))

        def decide(operation: str) -> Mishap | None:
            full = operation == "journal save" and next(left, None) is not None
            return Fail(JournalError(JournalTrouble.FULL)) if full else None

        self.bench.fates.decide = decide

    @rule()
    def killed(self) -> None:
        self.bench.fates.decide = lambda _: None
        sending = {song.id for song in self.bench.disk.songs.values() if song.state is SongState.SENDING}
        self.run(self.bench.restart())
        states = {song.id: song.state for song in self.bench.songs()}
        assert {states[song_id] for song_id in sending} <= {SongState.UNCLEAR}

    # The promises

    @invariant()
    def promises(self) -> None:
        bench = self.bench
        assert not bench.errors, bench.errors
        assert len(bench.gateway.seen("create")) <= self.presses
        assert Counter(outcome for _, outcome in set(bench.disk.outcomes))[Outcome.READY] <= 1
        assert bench.gateway.most_in_flight["upload"] <= bench.parallel
        uploads = Counter(call.arguments[1] for call in bench.gateway.seen("upload"))
        assert uploads <= bench.disk.sendings, "no song is sent but once for each intent"

    def teardown(self) -> None:
        async def end() -> None:
            bench = self.bench
            bench.fates.decide = lambda _: None
            bench.gateway.scripts.clear()
            await bench.clock.sleep(5)  # what is on its way may still bring trouble
            bench.studio.try_now()
            await bench.clock.sleep(8_000)  # an unclear press is asked about for an hour
            lost = set(bench.gateway.answered) - bench.disk.task_ids
            assert len(lost) <= bench.killed * bench.parallel, (
                "receipts are only lost in the moment of a kill"
            )
            assert {song.id: song for song in bench.songs()} == bench.disk.songs
            assert bench.model().press == bench.disk.press_of(self.model_id)
            hanging = bench.gateway.in_flight.total()
            assert bench.count(SongState.QUEUED) == 0 or hanging, "nothing is stuck"
            await bench.stop()

        try:
            if hasattr(self, "bench"):
                self.run(end())
        finally:
            self.runner.close()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=800 if os.environ.get("TORTURE") == "long" else 50, stateful_step_count=40
)
