import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.events import Change, ModelPut, SongGone, SongPut, TroubleChanged
from mountsea_desktop.workflow.gate import DISK_WAIT, Gate
from mountsea_desktop.workflow.ledger import SETTLING, SILENCE, Book
from mountsea_desktop.workflow.model import Model, Outcome, Press
from mountsea_desktop.workflow.ports import AlreadyPressedError, JournalError, JournalTrouble
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.memory_journal import LATENCY, Disk, MemoryJournal
from tests.fakes.mishaps import Fail, Fates, Hang, never
from tests.fakes.virtual_time import VirtualClock

MODEL = Model(id="m", name="Night drive", created_at=1)
SONG = Song(id="s", model_id="m", position=0, link="l", pasted="l", title="t", since=1, state=SongState.READY)


class Desk:
    def __init__(self) -> None:
        self.clock, self.fates, self.disk = VirtualClock(), Fates(), Disk()
        self.told: list[Change] = []
        self.notices: list[tuple[float, float | None]] = []
        """When a countdown was shown, and until when it ran; None where the notice went."""
        self.gate = Gate(self.clock, self._notice, never)
        self.tasks = Tasks(lambda _, error: self.errors.append(error))
        self.errors: list[BaseException] = []
        self.journal = MemoryJournal(self.disk, self.fates)
        self.book = Book(self.journal, self.gate, self.clock, self.tasks, self.told.append)

    def _notice(self, change: Change) -> None:
        assert isinstance(change, TroubleChanged)
        until = change.trouble.until if change.trouble is not None else None
        self.notices.append((self.clock.monotonic(), until))

    def disk_is_full(self, full: bool = True) -> None:
        self.fates.decide = lambda _: Fail(JournalError(JournalTrouble.FULL)) if full else None


@pytest.fixture
async def desk() -> Desk:
    desk = Desk()
    await desk.book.intend(MODEL, SONG)
    desk.told.clear()
    return desk


def press(outcome: Outcome, id_: str = "p") -> Press:
    return Press(
        id=id_, model_id="m", pressed_at=1, outcome=outcome, since=1, name="n", clip_ids=("a",) * 6
    )  # fmt: skip


async def test_memory_changes_at_once_and_observers_hear_of_it_when_it_is_saved(desk: Desk) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(desk.book.intend(queued))
    await asyncio.sleep(0)
    assert desk.book.songs["s"] is queued
    assert desk.told == []
    await intent
    assert desk.told == [SongPut(queued)]
    assert desk.disk.songs["s"] == queued


async def test_an_intent_that_is_not_saved_has_never_been(desk: Desk) -> None:
    desk.disk_is_full()
    other = replace(SONG, id="new")
    with pytest.raises(JournalError):
        await desk.book.intend(SONG.moved(SongState.QUEUED, now=2), other, replace(MODEL, id="new model"))
    assert desk.book.songs == {"s": SONG}
    assert desk.book.models == {"m": MODEL}
    assert desk.told == []


async def test_a_second_live_press_is_refused_as_a_whole(desk: Desk) -> None:
    desk.disk.presses["other window"] = press(Outcome.SENDING, "other window")
    with pytest.raises(AlreadyPressedError):
        await desk.book.intend(replace(MODEL, press=press(Outcome.SENDING)))
    assert desk.book.models == {"m": MODEL}


async def test_a_press_is_saved_beside_its_model(desk: Desk) -> None:
    pressed = replace(MODEL, press=press(Outcome.SENDING))
    await desk.book.intend(pressed)
    assert desk.disk.contents().models == (pressed,)
    assert desk.told == [ModelPut(pressed)]


async def test_what_has_happened_stays_though_the_disk_is_full_and_is_saved_later(desk: Desk) -> None:
    desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await desk.book.record(queued)
    assert desk.book.songs["s"] is queued
    assert desk.told == [SongPut(queued)]
    assert desk.gate.trouble is not None
    assert desk.gate.trouble.problem.code == JournalTrouble.FULL
    await desk.clock.sleep(100)
    assert desk.gate.trouble is not None
    desk.disk_is_full(False)
    await desk.clock.sleep(DISK_WAIT + 0.1)
    assert desk.disk.songs["s"] == queued
    assert desk.gate.trouble is None
    assert len(desk.tasks) == 0
    assert desk.errors == []


async def test_while_the_disk_stays_full_each_countdown_runs_to_its_end_and_something_is_tried_then(
    desk: Desk,
) -> None:
    desk.disk_is_full()
    states = SONG.moved(SongState.QUEUED, now=2), SONG.moved(SongState.QUEUED, now=3)
    for state in states * 10:  # results go on coming in, faster than the disk is tried
        await desk.book.record(state)
        await desk.clock.sleep(DISK_WAIT / 3)
    await desk.clock.sleep(5 * DISK_WAIT)
    assert len(desk.notices) > 8
    for (_, until), (shown, _) in pairwise(desk.notices):
        assert until is not None, "the notice went although the disk was full"
        assert until <= shown < until + 0.5, "the countdown was cut short, or ended with nothing being tried"
    desk.disk_is_full(False)
    await desk.clock.sleep(DISK_WAIT + 0.1)
    assert desk.notices[-1][1] is None


async def test_what_is_owed_is_saved_with_whatever_is_saved_next(desk: Desk) -> None:
    desk.disk_is_full()
    named = replace(MODEL, session_id="session")
    await desk.book.record(named)
    desk.disk_is_full(False)
    await desk.book.intend(SONG.moved(SongState.QUEUED, now=2))
    assert desk.disk.models["m"].session_id == "session"
    assert desk.gate.trouble is None


async def test_what_is_owed_is_still_owed_after_an_intent_was_refused(desk: Desk) -> None:
    desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await desk.book.record(queued)
    with pytest.raises(JournalError):
        await desk.book.intend(queued.moved(SongState.SENDING, now=3))
    desk.disk_is_full(False)
    await desk.clock.sleep(DISK_WAIT + 0.1)
    assert desk.disk.songs["s"] == desk.book.songs["s"] == queued


async def test_the_newest_of_what_is_owed_is_saved(desk: Desk) -> None:
    desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await desk.book.record(queued)
    await desk.book.record(queued.moved(SongState.FAILED, now=3))
    desk.disk_is_full(False)
    await desk.clock.sleep(DISK_WAIT + 0.1)
    assert desk.disk.songs["s"].state is SongState.FAILED


async def test_a_song_is_gone_at_once_and_told_of_when_it_is_saved(desk: Desk) -> None:
    removal = asyncio.gather(desk.book.remove(SONG))
    await asyncio.sleep(0)
    assert desk.book.songs == {}
    assert desk.told == []
    await removal
    assert desk.told == [SongGone(SONG)]
    assert desk.disk.songs == {}


async def test_a_removal_that_is_not_saved_has_never_been(desk: Desk) -> None:
    desk.disk_is_full()
    with pytest.raises(JournalError):
        await desk.book.remove(SONG)
    assert desk.book.songs == {"s": SONG}
    assert desk.told == []


async def test_a_removed_song_is_no_longer_owed(desk: Desk) -> None:
    desk.disk_is_full()
    await desk.book.record(SONG.moved(SongState.QUEUED, now=2))
    desk.disk_is_full(False)
    await desk.book.remove(desk.book.songs["s"])
    assert desk.gate.trouble is None, "the disk took it"
    await desk.clock.sleep(100)
    assert desk.disk.songs == {}


async def test_only_the_newest_value_is_told_of(desk: Desk) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    failed = queued.moved(SongState.FAILED, now=3)
    first = asyncio.gather(desk.book.record(queued))
    await asyncio.sleep(LATENCY / 2)
    second = asyncio.gather(desk.book.record(failed))
    await first
    await second
    assert desk.told == [SongPut(failed)]


async def test_songs_come_in_the_musicians_order(desk: Desk) -> None:
    await desk.book.intend(replace(SONG, id="b", position=2), replace(SONG, id="a", position=1))
    await desk.book.intend(replace(SONG, id="x", model_id="m2"), replace(MODEL, id="m2"))
    assert [song.id for song in desk.book.songs_of("m")] == ["s", "a", "b"]


async def test_showing_is_not_saving(desk: Desk) -> None:
    checking = SONG.moved(SongState.CHECKING, now=2)
    operations = len(desk.fates.operations)
    desk.book.show(checking)
    assert desk.told == [SongPut(checking)]
    assert len(desk.fates.operations) == operations


async def test_what_is_owed_when_the_program_ends_is_tried_once_more(desk: Desk) -> None:
    desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await desk.book.record(queued)
    await desk.tasks.stop()
    await desk.book.settle()
    assert desk.disk.songs["s"] == SONG
    desk.disk_is_full(False)
    await desk.book.settle()
    assert desk.disk.songs["s"] == queued


async def test_what_was_being_saved_when_the_program_ends_is_owed(desk: Desk) -> None:
    queued = SONG.moved(SongState.QUEUED, now=2)
    desk.disk_is_full()
    desk.tasks.start(desk.book.record(queued), "record")
    await asyncio.sleep(0)
    await desk.tasks.stop()
    desk.disk_is_full(False)
    await desk.book.settle()
    assert desk.disk.songs["s"] == queued


async def test_what_was_being_tried_again_when_the_program_ends_is_owed(desk: Desk) -> None:
    desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    await desk.book.record(queued)
    await desk.clock.sleep(DISK_WAIT + LATENCY / 2)
    await desk.tasks.stop()
    desk.disk_is_full(False)
    await desk.book.settle()
    assert desk.disk.songs["s"] == queued


async def test_the_end_does_not_wait_for_a_disk_that_hangs(desk: Desk) -> None:
    desk.disk_is_full()
    await desk.book.record(SONG.moved(SongState.QUEUED, now=2))
    await desk.tasks.stop()
    desk.fates.decide = lambda _: Hang()
    began = desk.clock.monotonic()
    await desk.book.settle()
    assert desk.clock.monotonic() - began == pytest.approx(SETTLING)


@pytest.mark.parametrize("refuses", [False, True])
async def test_a_disk_that_does_not_answer_holds_everything_up_until_it_does(
    desk: Desk, refuses: bool
) -> None:
    desk.journal.latency = 4 * SILENCE
    if refuses:
        desk.disk_is_full()
    queued = SONG.moved(SongState.QUEUED, now=2)
    intent = asyncio.gather(desk.book.intend(queued), return_exceptions=True)
    await desk.clock.sleep(SILENCE / 2)
    assert desk.gate.trouble is None
    await desk.clock.sleep(SILENCE)
    assert desk.gate.trouble is not None
    assert desk.gate.trouble.problem.code == JournalTrouble.GONE
    desk.gate.open()  # the person has it tried at once
    await desk.clock.sleep(SILENCE)
    assert not desk.gate.passable
    (answer,) = await intent
    assert isinstance(answer, JournalError) == refuses
    assert desk.gate.trouble is None
    await desk.clock.sleep(4 * SILENCE)
    assert desk.gate.trouble is None
    assert desk.book.songs["s"] == desk.disk.songs["s"] == (SONG if refuses else queued)
