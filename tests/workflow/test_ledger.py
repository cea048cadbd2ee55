import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.events import Event, ModelSaved, OutageChanged, SongRemoved, SongSaved
from mountsea_desktop.workflow.gate import DISK_WAIT, Gate
from mountsea_desktop.workflow.ledger import SETTLING, SILENCE, Ledger
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError, JournalFault
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.memory_journal import LATENCY, Disk, MemoryJournal
from tests.fakes.mishaps import Fail, FaultInjector, Hang, never
from tests.fakes.virtual_time import VirtualClock

MODEL = Model(id="m", name="Night drive", created_at=1)
SONG = Song(id="s", model_id="m", position=0, link="l", pasted="l", title="t", since=1, state=SongState.READY)


class WindowController:
    def __init__(self) -> None:
        self.clock, self.fates, self.disk = VirtualClock(), FaultInjector(), Disk()
        self.told: list[Event] = []
        self.notices: list[tuple[float, float | None]] = []
        """When a countdown was shown, and until when it ran; None where the notice went."""
        self.gate = Gate(self.clock, self._banner, never)
        self.tasks = Tasks(lambda _, error: self.errors.append(error))
        self.errors: list[BaseException] = []
        self.journal = MemoryJournal(self.disk, self.fates)
        self.ledger = Ledger(self.journal, self.gate, self.clock, self.tasks, self.told.append)

    def _banner(self, event: Event) -> None:
        assert isinstance(event, OutageChanged)
        until = event.outage.until if event.outage is not None else None
        self.notices.append((self.clock.monotonic(), until))

    def disk_is_full(self, full: bool = True) -> None:
        self.fates.decide = lambda _: Fail(JournalError(JournalFault.FULL)) if full else None


@pytest.fixture
async def controller() -> WindowController:
    controller = WindowController()
    await controller.ledger.intend(MODEL, SONG)
    controller.told.clear()
    return controller


def press(outcome: Outcome, id_: str = "p") -> CreateAttempt:
    return CreateAttempt(
        id=id_, model_id="m", pressed_at=1, outcome=outcome, since=1, name="n", clip_ids=("a",) * 6
    )  # fmt: skip


async def test_memory_changes_at_once_and_observers_hear_of_it_when_it_is_saved(
    controller: WindowController,
) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(controller.ledger.intend(queued))
    await asyncio.sleep(0)
    assert controller.ledger.songs["s"] is queued
    assert controller.told == []
    await intent
    assert controller.told == [SongSaved(queued)]
    assert controller.disk.songs["s"] == queued


async def test_an_intent_that_is_not_saved_has_never_been(controller: WindowController) -> None:
    controller.disk_is_full()
    other = replace(SONG, id="new")
    with pytest.raises(JournalError):
        await controller.ledger.intend(
            SONG.moved(SongState.QUEUED, now=2), other, replace(MODEL, id="new model")
        )
    assert controller.ledger.songs == {"s": SONG}
    assert controller.ledger.models == {"m": MODEL}
    assert controller.told == []


async def test_a_second_live_press_is_refused_as_a_whole(controller: WindowController) -> None:
    controller.disk.attempts["other window"] = press(Outcome.SENDING, "other window")
    with pytest.raises(AlreadyAttemptedError):
        await controller.ledger.intend(replace(MODEL, attempt=press(Outcome.SENDING)))
    assert controller.ledger.models == {"m": MODEL}


async def test_a_press_is_saved_beside_its_model(controller: WindowController) -> None:
    pressed = replace(MODEL, attempt=press(Outcome.SENDING))
    await controller.ledger.intend(pressed)
    assert controller.disk.contents().models == (pressed,)
    assert controller.told == [ModelSaved(pressed)]


async def test_what_has_happened_stays_though_the_disk_is_full_and_is_saved_later(
    controller: WindowController,
) -> None:
    controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await controller.ledger.record(queued)
    assert controller.ledger.songs["s"] is queued
    assert controller.told == [SongSaved(queued)]
    assert controller.gate.outage is not None
    assert controller.gate.outage.problem.code == JournalFault.FULL
    await controller.clock.sleep(100)
    assert controller.gate.outage is not None
    controller.disk_is_full(False)
    await controller.clock.sleep(DISK_WAIT + 0.1)
    assert controller.disk.songs["s"] == queued
    assert controller.gate.outage is None
    assert len(controller.tasks) == 0
    assert controller.errors == []


async def test_while_the_disk_stays_full_each_countdown_runs_to_its_end_and_something_is_tried_then(
    controller: WindowController,
) -> None:
    controller.disk_is_full()
    states = SONG.moved(SongState.QUEUED, now=2), SONG.moved(SongState.QUEUED, now=3)
    for state in states * 10:  # results go on coming in, faster than the disk is tried
        await controller.ledger.record(state)
        await controller.clock.sleep(DISK_WAIT / 3)
    await controller.clock.sleep(5 * DISK_WAIT)
    assert len(controller.notices) > 8
    for (_, until), (shown, _) in pairwise(controller.notices):
        assert until is not None, "the notice went although the disk was full"
        assert until <= shown < until + 0.5, "the countdown was cut short, or ended with nothing being tried"
    controller.disk_is_full(False)
    await controller.clock.sleep(DISK_WAIT + 0.1)
    assert controller.notices[-1][1] is None


async def test_what_is_owed_is_saved_with_whatever_is_saved_next(controller: WindowController) -> None:
    controller.disk_is_full()
    named = replace(MODEL, session_id="session")
    await controller.ledger.record(named)
    controller.disk_is_full(False)
    await controller.ledger.intend(SONG.moved(SongState.QUEUED, now=2))
    assert controller.disk.models["m"].session_id == "session"
    assert controller.gate.outage is None


async def test_what_is_owed_is_still_owed_after_an_intent_was_refused(controller: WindowController) -> None:
    controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await controller.ledger.record(queued)
    with pytest.raises(JournalError):
        await controller.ledger.intend(queued.moved(SongState.SENDING, now=3))
    controller.disk_is_full(False)
    await controller.clock.sleep(DISK_WAIT + 0.1)
    assert controller.disk.songs["s"] == controller.ledger.songs["s"] == queued


async def test_the_newest_of_what_is_owed_is_saved(controller: WindowController) -> None:
    controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await controller.ledger.record(queued)
    await controller.ledger.record(queued.moved(SongState.FAILED, now=3))
    controller.disk_is_full(False)
    await controller.clock.sleep(DISK_WAIT + 0.1)
    assert controller.disk.songs["s"].state is SongState.FAILED


async def test_a_song_is_gone_at_once_and_told_of_when_it_is_saved(controller: WindowController) -> None:
    removal = asyncio.gather(controller.ledger.remove(SONG))
    await asyncio.sleep(0)
    assert controller.ledger.songs == {}
    assert controller.told == []
    await removal
    assert controller.told == [SongRemoved(SONG)]
    assert controller.disk.songs == {}


async def test_a_removal_that_is_not_saved_has_never_been(controller: WindowController) -> None:
    controller.disk_is_full()
    with pytest.raises(JournalError):
        await controller.ledger.remove(SONG)
    assert controller.ledger.songs == {"s": SONG}
    assert controller.told == []


async def test_a_removed_song_is_no_longer_owed(controller: WindowController) -> None:
    controller.disk_is_full()
    await controller.ledger.record(SONG.moved(SongState.QUEUED, now=2))
    controller.disk_is_full(False)
    await controller.ledger.remove(controller.ledger.songs["s"])
    assert controller.gate.outage is None, "the disk took it"
    await controller.clock.sleep(100)
    assert controller.disk.songs == {}


async def test_only_the_newest_value_is_told_of(controller: WindowController) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    failed = queued.moved(SongState.FAILED, now=3)
    first = asyncio.gather(controller.ledger.record(queued))
    await asyncio.sleep(LATENCY / 2)
    second = asyncio.gather(controller.ledger.record(failed))
    await first
    await second
    assert controller.told == [SongSaved(failed)]


async def test_songs_come_in_the_musicians_order(controller: WindowController) -> None:
    await controller.ledger.intend(replace(SONG, id="b", position=2), replace(SONG, id="a", position=1))
    await controller.ledger.intend(replace(SONG, id="x", model_id="m2"), replace(MODEL, id="m2"))
    assert [song.id for song in controller.ledger.songs_of("m")] == ["s", "a", "b"]


async def test_showing_is_not_saving(controller: WindowController) -> None:
    checking = SONG.moved(SongState.CHECKING, now=2)
    operations = len(controller.fates.operations)
    controller.ledger.show(checking)
    assert controller.told == [SongSaved(checking)]
    assert len(controller.fates.operations) == operations


async def test_what_is_owed_when_the_program_ends_is_tried_once_more(controller: WindowController) -> None:
    controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await controller.ledger.record(queued)
    await controller.tasks.stop()
    await controller.ledger.settle()
    assert controller.disk.songs["s"] == SONG
    controller.disk_is_full(False)
    await controller.ledger.settle()
    assert controller.disk.songs["s"] == queued


async def test_what_was_being_saved_when_the_program_ends_is_owed(controller: WindowController) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    controller.disk_is_full()
    controller.tasks.start(controller.ledger.record(queued), "record")
    await asyncio.sleep(0)
    await controller.tasks.stop()
    controller.disk_is_full(False)
    await controller.ledger.settle()
    assert controller.disk.songs["s"] == queued


async def test_what_was_being_tried_again_when_the_program_ends_is_owed(controller: WindowController) -> None:
    controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await controller.ledger.record(queued)
    await controller.clock.sleep(DISK_WAIT + LATENCY / 2)
    await controller.tasks.stop()
    controller.disk_is_full(False)
    await controller.ledger.settle()
    assert controller.disk.songs["s"] == queued


async def test_the_end_does_not_wait_for_a_disk_that_hangs(controller: WindowController) -> None:
    controller.disk_is_full()
    await controller.ledger.record(SONG.moved(SongState.QUEUED, now=2))
    await controller.tasks.stop()
    controller.fates.decide = lambda _: Hang()
    began = controller.clock.monotonic()
    await controller.ledger.settle()
    assert controller.clock.monotonic() - began == pytest.approx(SETTLING)


@pytest.mark.parametrize("refuses", [False, True])
async def test_a_disk_that_does_not_answer_holds_everything_up_until_it_does(
    controller: WindowController, refuses: bool
) -> None:
    controller.journal.latency = 4 * SILENCE
    if refuses:
        controller.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(controller.ledger.intend(queued), return_exceptions=True)
    await controller.clock.sleep(SILENCE / 2)
    assert controller.gate.outage is None
    await controller.clock.sleep(SILENCE)
    assert controller.gate.outage is not None
    assert controller.gate.outage.problem.code == JournalFault.GONE
    controller.gate.open()  # the person has it tried at once
    await controller.clock.sleep(SILENCE)
    assert not controller.gate.passable
    (answer,) = await intent
    assert isinstance(answer, JournalError) == refuses
    assert controller.gate.outage is None
    await controller.clock.sleep(4 * SILENCE)
    assert controller.gate.outage is None
    assert controller.ledger.songs["s"] == controller.disk.songs["s"] == (SONG if refuses else queued)
