import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.disk_latch import DISK_WAIT
from mountsea_desktop.workflow.events import Event, ModelSaved, OutageChanged, SongRemoved, SongSaved
from mountsea_desktop.workflow.gate import Gate
from mountsea_desktop.workflow.ledger import FLUSH_TIMEOUT, SILENT_AFTER, Ledger
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.memory_journal import LATENCY, Disk, MemoryJournal
from tests.fakes.mishaps import Fail, FaultInjector, Hang, never
from tests.fakes.virtual_time import VirtualClock

MODEL = Model(id="m", name="Night drive", created_at=1)
SONG = Song(id="s", model_id="m", position=0, link="l", pasted="l", title="t", since=1, state=SongState.READY)


class LedgerHarness:
    def __init__(self) -> None:
        self.clock, self.injector, self.disk = VirtualClock(), FaultInjector(), Disk()
        self.events: list[Event] = []
        self.notices: list[tuple[float, float | None]] = []
        """When a countdown was shown, and until when it ran; None where the notice went."""
        self.gate = Gate(self.clock, self._banner, never)
        self.tasks = Tasks(lambda _, error: self.errors.append(error))
        self.errors: list[BaseException] = []
        self.journal = MemoryJournal(self.disk, self.injector)
        self.ledger = Ledger(self.journal, self.gate.disk, self.clock, self.tasks, self.events.append)

    def _banner(self, event: Event) -> None:
        assert isinstance(event, OutageChanged)
        until = event.outage.until if event.outage is not None else None
        self.notices.append((self.clock.monotonic(), until))

    def disk_is_full(self, full: bool = True) -> None:
        self.injector.decide = lambda _: Fail(JournalError(JournalFault.FULL)) if full else None


@pytest.fixture
async def harness() -> LedgerHarness:
    harness = LedgerHarness()
    await harness.ledger.intend(MODEL, SONG)
    harness.events.clear()
    return harness


def attempt(outcome: Outcome, id_: str = "p") -> CreateAttempt:
    return CreateAttempt(
        id=id_, model_id="m", confirmed_at=1, outcome=outcome, since=1, name="n", clip_ids=("a",) * 6
    )  # fmt: skip


async def test_memory_changes_at_once_and_observers_hear_of_it_when_it_is_saved(
    harness: LedgerHarness,
) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(harness.ledger.intend(queued))
    await asyncio.sleep(0)
    assert harness.ledger.songs["s"] is queued
    assert harness.events == []
    await intent
    assert harness.events == [SongSaved(queued)]
    assert harness.disk.songs["s"] == queued


async def test_an_intent_that_is_not_saved_has_never_been(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    other = replace(SONG, id="new")
    with pytest.raises(JournalError):
        await harness.ledger.intend(
            SONG.moved(SongState.QUEUED, now=2), other, replace(MODEL, id="new model")
        )
    assert harness.ledger.songs == {"s": SONG}
    assert harness.ledger.models == {"m": MODEL}
    assert harness.events == []


async def test_a_second_live_attempt_is_refused_as_a_whole(harness: LedgerHarness) -> None:
    harness.disk.attempts["other window"] = attempt(Outcome.SENDING, "other window")
    with pytest.raises(AlreadyAttemptedError):
        await harness.ledger.intend(replace(MODEL, attempt=attempt(Outcome.SENDING)))
    assert harness.ledger.models == {"m": MODEL}


async def test_an_attempt_is_saved_beside_its_model(harness: LedgerHarness) -> None:
    attempted = replace(MODEL, attempt=attempt(Outcome.SENDING))
    await harness.ledger.intend(attempted)
    assert harness.disk.contents().models == (attempted,)
    assert harness.events == [ModelSaved(attempted)]


async def test_what_has_happened_stays_though_the_disk_is_full_and_is_saved_later(
    harness: LedgerHarness,
) -> None:
    harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await harness.ledger.record(queued)
    assert harness.ledger.songs["s"] is queued
    assert harness.events == [SongSaved(queued)]
    assert harness.gate.outage is not None
    assert harness.gate.outage.problem.code == JournalFault.FULL
    await harness.clock.sleep(100)
    assert harness.gate.outage is not None
    harness.disk_is_full(False)
    await harness.clock.sleep(DISK_WAIT + 0.1)
    assert harness.disk.songs["s"] == queued
    assert harness.gate.outage is None
    assert len(harness.tasks) == 0
    assert harness.errors == []


async def test_while_the_disk_stays_full_each_countdown_runs_to_its_end_and_something_is_tried_then(
    harness: LedgerHarness,
) -> None:
    harness.disk_is_full()
    states = SONG.moved(SongState.QUEUED, now=2), SONG.moved(SongState.QUEUED, now=3)
    for state in states * 10:  # results go on coming in, faster than the disk is tried
        await harness.ledger.record(state)
        await harness.clock.sleep(DISK_WAIT / 3)
    await harness.clock.sleep(5 * DISK_WAIT)
    assert len(harness.notices) > 8
    for (_, until), (shown, _) in pairwise(harness.notices):
        assert until is not None, "the notice went although the disk was full"
        assert until <= shown < until + 0.5, "the countdown was cut short, or ended with nothing being tried"
    harness.disk_is_full(False)
    await harness.clock.sleep(DISK_WAIT + 0.1)
    assert harness.notices[-1][1] is None


async def test_what_is_unsaved_is_saved_with_whatever_is_saved_next(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    named = replace(MODEL, session_id="session")
    await harness.ledger.record(named)
    harness.disk_is_full(False)
    await harness.ledger.intend(SONG.moved(SongState.QUEUED, now=2))
    assert harness.disk.models["m"].session_id == "session"
    assert harness.gate.outage is None


async def test_what_is_unsaved_is_still_so_after_an_intent_was_refused(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await harness.ledger.record(queued)
    with pytest.raises(JournalError):
        await harness.ledger.intend(queued.moved(SongState.SENDING, now=3))
    harness.disk_is_full(False)
    await harness.clock.sleep(DISK_WAIT + 0.1)
    assert harness.disk.songs["s"] == harness.ledger.songs["s"] == queued


async def test_the_newest_of_what_is_unsaved_is_saved(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await harness.ledger.record(queued)
    await harness.ledger.record(queued.moved(SongState.FAILED, now=3))
    harness.disk_is_full(False)
    await harness.clock.sleep(DISK_WAIT + 0.1)
    assert harness.disk.songs["s"].state is SongState.FAILED


async def test_a_song_is_gone_at_once_and_told_of_when_it_is_saved(harness: LedgerHarness) -> None:
    removal = asyncio.gather(harness.ledger.remove(SONG))
    await asyncio.sleep(0)
    assert harness.ledger.songs == {}
    assert harness.events == []
    await removal
    assert harness.events == [SongRemoved(SONG)]
    assert harness.disk.songs == {}


async def test_a_removal_that_is_not_saved_has_never_been(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    with pytest.raises(JournalError):
        await harness.ledger.remove(SONG)
    assert harness.ledger.songs == {"s": SONG}
    assert harness.events == []


async def test_a_removed_song_is_no_longer_unsaved(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    await harness.ledger.record(SONG.moved(SongState.QUEUED, now=2))
    harness.disk_is_full(False)
    await harness.ledger.remove(harness.ledger.songs["s"])
    assert harness.gate.outage is None, "the disk took it"
    await harness.clock.sleep(100)
    assert harness.disk.songs == {}


async def test_only_the_newest_value_is_told_of(harness: LedgerHarness) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    failed = queued.moved(SongState.FAILED, now=3)
    first = asyncio.gather(harness.ledger.record(queued))
    await asyncio.sleep(LATENCY / 2)
    second = asyncio.gather(harness.ledger.record(failed))
    await first
    await second
    assert harness.events == [SongSaved(failed)]


async def test_songs_come_in_the_musicians_order(harness: LedgerHarness) -> None:
    await harness.ledger.intend(replace(SONG, id="b", position=2), replace(SONG, id="a", position=1))
    await harness.ledger.intend(replace(SONG, id="x", model_id="m2"), replace(MODEL, id="m2"))
    assert [song.id for song in harness.ledger.songs_of("m")] == ["s", "a", "b"]


async def test_showing_is_not_saving(harness: LedgerHarness) -> None:
    checking = SONG.moved(SongState.CHECKING, now=2)
    operations = len(harness.injector.operations)
    harness.ledger.show(checking)
    assert harness.events == [SongSaved(checking)]
    assert len(harness.injector.operations) == operations


async def test_what_is_unsaved_when_the_program_ends_is_tried_once_more(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await harness.ledger.record(queued)
    await harness.tasks.stop()
    await harness.ledger.flush()
    assert harness.disk.songs["s"] == SONG
    harness.disk_is_full(False)
    await harness.ledger.flush()
    assert harness.disk.songs["s"] == queued


async def test_what_was_being_saved_when_the_program_ends_is_unsaved(harness: LedgerHarness) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    harness.disk_is_full()
    harness.tasks.start(harness.ledger.record(queued), "record")
    await asyncio.sleep(0)
    await harness.tasks.stop()
    harness.disk_is_full(False)
    await harness.ledger.flush()
    assert harness.disk.songs["s"] == queued


async def test_what_was_being_tried_again_when_the_program_ends_is_unsaved(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await harness.ledger.record(queued)
    await harness.clock.sleep(DISK_WAIT + LATENCY / 2)
    await harness.tasks.stop()
    harness.disk_is_full(False)
    await harness.ledger.flush()
    assert harness.disk.songs["s"] == queued


async def test_the_end_does_not_wait_for_a_disk_that_hangs(harness: LedgerHarness) -> None:
    harness.disk_is_full()
    await harness.ledger.record(SONG.moved(SongState.QUEUED, now=2))
    await harness.tasks.stop()
    harness.injector.decide = lambda _: Hang()
    began = harness.clock.monotonic()
    await harness.ledger.flush()
    assert harness.clock.monotonic() - began == pytest.approx(FLUSH_TIMEOUT)


@pytest.mark.parametrize("refuses", [False, True])
async def test_a_disk_that_does_not_answer_holds_everything_up_until_it_does(
    harness: LedgerHarness, refuses: bool
) -> None:
    harness.journal.latency = 4 * SILENT_AFTER
    if refuses:
        harness.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(harness.ledger.intend(queued), return_exceptions=True)
    await harness.clock.sleep(SILENT_AFTER / 2)
    assert harness.gate.outage is None
    await harness.clock.sleep(SILENT_AFTER)
    assert harness.gate.outage is not None
    assert harness.gate.outage.problem.code == JournalFault.GONE
    harness.gate.open()  # the person has it tried at once
    await harness.clock.sleep(SILENT_AFTER)
    assert not harness.gate.passable
    (answer,) = await intent
    assert isinstance(answer, JournalError) == refuses
    assert harness.gate.outage is None
    await harness.clock.sleep(4 * SILENT_AFTER)
    assert harness.gate.outage is None
    assert harness.ledger.songs["s"] == harness.disk.songs["s"] == (SONG if refuses else queued)
