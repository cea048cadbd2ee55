import asyncio
from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.links.verdict import Checked, Verdict
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.job import NewSong
from mountsea_desktop.workflow.model import ModelClosedError, ModelState, Outcome
from mountsea_desktop.workflow.naming import NameFormError
from mountsea_desktop.workflow.poll_rate import SLEPT
from mountsea_desktop.workflow.ports import JournalError, JournalTrouble
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.song import FINAL, SongState
from tests.fakes.job_harness import LINK, Bench, new_songs
from tests.fakes.mishaps import Fail, Hang, Kill
from tests.fakes.scripted_gateway import lost, offline, refused


def full_disk(bench: Bench, full: bool = True) -> None:
    bench.fates.decide = lambda name: (
        Fail(JournalError(JournalTrouble.FULL)) if full and "journal" in name else None
    )


async def test_the_whole_job(bench: Bench) -> None:
    model_id = await bench.begin()
    assert bench.state() is ModelState.DRAFT
    await bench.studio.upload(model_id)
    assert bench.state() is ModelState.UPLOADING
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 5)
    assert bench.state() is ModelState.UPLOADING
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    assert bench.state() is ModelState.CAN_BE_CREATED
    assert await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert len(bench.gateway.seen("prepare")) == len(bench.gateway.seen("create")) == 1
    assert len(bench.gateway.seen("upload")) == 6
    await bench.clock.sleep(10)
    assert len(bench.tasks) == 0, "nothing of ours runs when all is done"


async def test_the_job_goes_on_after_a_kill_at_any_moment() -> None:
    for tenths in range(2, 300, 9):
        bench = Bench()
        model_id = await bench.begin()
        await bench.studio.upload(model_id)
        await bench.clock.sleep(tenths / 10)
        await bench.restart()
        await bench.clock.sleep(120)
        assert set(bench.states()) <= {SongState.UPLOADED, SongState.UNCLEAR}
        assert len(bench.gateway.seen("upload")) == 6
        await bench.stop()


async def test_nothing_happens_before_resume(bench: Bench) -> None:
    model_id = await bench.begin()
    bench.gateway.script("upload", Hang(), Kill())
    await bench.studio.upload(model_id)
    await bench.fates.killed.wait()
    await bench.die()
    calls = len(bench.gateway.calls)
    await bench.studio.load()
    await bench.clock.sleep(100)
    assert len(bench.gateway.calls) == calls
    assert bench.count(SongState.UNCLEAR) == 2 or bench.count(SongState.UNCLEAR) == 3
    problems = {song.problem.code for song in bench.songs() if song.problem}
    assert problems == {Hitch.INTERRUPTED}


async def test_a_full_disk_does_not_keep_the_program_from_opening(bench: Bench) -> None:
    model_id = await bench.uploaded()
    bench.gateway.script("create", Hang())
    await bench.create(model_id, balance=500)
    await bench.die()
    bench.fates.decide = lambda name: (
        Fail(JournalError(JournalTrouble.FULL)) if name == "journal save" else None
    )
    await asyncio.wait_for(bench.studio.load(), 1)
    assert bench.state() is ModelState.UNCLEAR
    assert bench.studio.trouble is not None


async def test_uploading_before_the_checks_are_done(bench: Bench) -> None:
    """Links that turn out well follow by themselves; the others do not."""
    bench.checker.latency = 3
    bench.checker.verdicts[LINK.format(2)] = Checked(verdict=Verdict.WEB_PAGE)
    model = await bench.studio.new_model("n")
    await bench.studio.add_songs(model.id, new_songs(7))
    await bench.studio.upload(model.id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    song = bench.songs()[1]
    assert song.state is SongState.NEEDS_ATTENTION
    await bench.studio.try_anyway([song.id])
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 7)
    assert not any(song.wanted for song in bench.songs())


@pytest.mark.parametrize("state", [SongState.CHECKING, SongState.READY])
async def test_songs_that_were_to_follow_do_so_after_a_restart(bench: Bench, state: SongState) -> None:
    bench.checker.latency = 3
    model = await bench.studio.new_model("n")
    await bench.studio.add_songs(model.id, new_songs(2))
    await bench.clock.sleep(1)
    await bench.studio.upload(model.id)
    await bench.die()
    for song in list(bench.disk.songs.values()):  # as if killed right after this was saved
        bench.disk.songs[song.id] = replace(song, state=state)
    await bench.restart()
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 2)
    assert not any(song.wanted for song in bench.disk.songs.values())


async def test_what_turns_out_well_does_not_follow_an_upload_that_came_to_nothing(bench: Bench) -> None:
    model_id = await bench.begin(2)
    bench.checker.latency = 60
    await bench.studio.add_songs(model_id, new_songs(1, first=9))
    bench.gateway.script("prepare", lost())
    await bench.studio.upload(model_id)
    await bench.clock.sleep(100)
    assert bench.states() == [SongState.READY] * 3
    assert len(bench.gateway.seen("prepare")) == 1


async def test_a_removed_song_does_not_follow_the_others(bench: Bench) -> None:
    model = await bench.studio.new_model("n")
    (song,) = await bench.studio.add_songs(model.id, new_songs(1))
    await bench.studio.upload(model.id)
    await bench.until(lambda: bench.count(SongState.READY) == 1)
    await asyncio.gather(bench.studio.remove([song.id]))
    await bench.clock.sleep(60)
    assert bench.songs() == []
    assert bench.disk.songs == {}


async def test_songs_under_way_cannot_be_removed_or_edited(bench: Bench) -> None:
    model_id = await bench.begin(4)
    bench.gateway.script("upload", Hang())
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) == 3)
    before = bench.songs()
    assert await bench.studio.remove([song.id for song in before]) == []
    for song in before:
        await bench.studio.edit_link(song.id, *new_songs(1, first=50))
    assert bench.songs() == before


async def test_removing_can_be_undone_once(bench: Bench) -> None:
    await bench.begin(3)
    removed = await bench.studio.remove([bench.songs()[2].id, "stranger", bench.songs()[1].id])
    assert [song.link for song in removed] == [LINK.format(2), LINK.format(3)]
    await asyncio.gather(bench.studio.put_back(removed), bench.studio.put_back(removed))
    assert [song.link for song in bench.songs()] == [LINK.format(number) for number in (1, 2, 3)]
    assert len(bench.disk.songs) == 3


async def test_undo_does_not_bring_back_an_older_state(bench: Bench) -> None:
    model_id = await bench.begin(1)
    bench.gateway.script("prepare", refused(Fault.BUSY, retry_after=10))
    await bench.studio.upload(model_id)
    await bench.clock.sleep(1)
    removed = await bench.studio.remove([bench.songs()[0].id])
    await bench.studio.put_back(removed)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)
    await bench.studio.put_back(removed)
    await bench.clock.sleep(60)
    assert len(bench.gateway.seen("upload")) == 1
    assert bench.states() == [SongState.UPLOADED]


async def test_a_removal_the_disk_refuses_leaves_the_song_at_work(bench: Bench) -> None:
    model_id = await bench.begin(1)
    bench.fates.decide = lambda name: (
        Fail(JournalError(JournalTrouble.LOCKED)) if name == "journal remove" else None
    )
    await bench.studio.limit_uploads(0)
    await bench.studio.upload(model_id)
    removal = asyncio.gather(bench.studio.remove([bench.songs()[0].id]))
    await bench.clock.sleep(0.001)
    await bench.studio.limit_uploads(3)  # its turn comes while it is not there
    with pytest.raises(JournalError):
        await removal
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)


async def test_failed_songs_are_retried_together_or_with_another_link(bench: Bench) -> None:
    model_id = await bench.begin(3)
    bench.gateway.script("upload", *[refused(Fault.INVALID)] * 3)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.FAILED) == 3)
    await bench.studio.edit_link(
        bench.songs()[0].id, NewSong(link="https://better.example/", pasted="b", title="b")
    )
    await bench.studio.retry_all_failed(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 2)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 3)
    assert bench.gateway.seen("upload")[-1].arguments[1] == "https://better.example/"


async def test_an_unclear_song_is_sent_again_by_the_user_alone(bench: Bench) -> None:
    model_id = await bench.begin(1)
    bench.gateway.script("upload", lost())
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UNCLEAR) == 1)
    ids = [bench.songs()[0].id]
    await bench.studio.upload(model_id)
    await bench.studio.retry(ids)
    await bench.clock.sleep(100)
    assert bench.states() == [SongState.UNCLEAR]
    await asyncio.gather(bench.studio.send_again(ids), bench.studio.send_again(ids))
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)
    assert len(bench.gateway.seen("upload")) == 2


@pytest.mark.parametrize(
    "name", ["add_songs", "new_model", "rename", "archive", "choose", "retry", "start_over"]
)
async def test_an_action_the_disk_refuses_changes_nothing(bench: Bench, name: str) -> None:
    model_id = await bench.begin(2)
    bench.gateway.script("upload", refused(Fault.INVALID), refused(Fault.INVALID))
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.FAILED) == 2)
    await bench.clock.sleep(1)
    before, told = (bench.studio.models(), bench.songs()), len(bench.told)
    arguments: dict[str, tuple[object, ...]] = {
        "add_songs": (model_id, new_songs(2)),
        "new_model": ("n",),
        "rename": (model_id, "other"),
        "choose": (before[1][0].id, False),
        "retry": ([before[1][0].id],),
    }
    full_disk(bench)
    with pytest.raises(JournalError):
        await getattr(bench.studio, name)(*arguments.get(name, (model_id,)))
    assert (bench.studio.models(), bench.songs()) == before
    assert len(bench.told) == told


async def test_renaming_while_an_intent_to_press_fails_keeps_no_press(bench: Bench) -> None:
    """The second decision must not build on the first before that is on disk."""
    model_id = await bench.uploaded()
    left = iter([Fail(JournalError(JournalTrouble.FULL))])
    bench.fates.decide = lambda _: next(left, None)
    pressed, _ = await asyncio.gather(
        bench.create(model_id, balance=500), bench.studio.rename(model_id, "Dawn")
    )
    assert pressed is False
    assert bench.model().name == "Dawn"
    assert bench.model().press is None
    assert bench.disk.presses == {}


async def test_choosing_while_an_intent_to_send_fails_keeps_no_sending(bench: Bench) -> None:
    model_id = await bench.begin(1)
    await bench.studio.upload(model_id)
    failed: list[str] = []

    def decide(name: str) -> Fail | None:
        sends = name == "journal save" and bench.count(SongState.SENDING) == 1 and not failed
        if sends:
            failed.append(name)
            bench.tasks.start(bench.studio.choose(bench.songs()[0].id, False), "choose")
        return Fail(JournalError(JournalTrouble.FULL)) if sends else None

    bench.fates.decide = decide
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)
    assert failed
    assert bench.songs()[0].chosen is False


async def test_starting_over_uploads_everything_in_a_new_session(bench: Bench) -> None:
    model_id = await bench.uploaded()
    assert await bench.studio.start_over(model_id)
    assert bench.states() == [SongState.READY] * 6
    assert {song.clip_id for song in bench.songs()} == {""}
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    assert bench.model().session_id == "session-2"


async def test_no_starting_over_while_a_song_is_at_mountsea_or_after_a_press(bench: Bench) -> None:
    model_id = await bench.begin()
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) > 0)
    assert not await bench.studio.start_over(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    bench.gateway.script("create", lost())
    await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.UNCLEAR)
    assert not await bench.studio.start_over(model_id)
    assert bench.model().session_id == "session-1"


@pytest.mark.parametrize(
    "state", [ModelState.SENDING, ModelState.TRAINING, ModelState.READY, ModelState.UNCLEAR]
)
async def test_a_model_that_was_pressed_for_takes_nothing_more(bench: Bench, state: ModelState) -> None:
    """One song of each kind is left over when the six others are paid for."""
    model_id = await bench.uploaded(6)
    bench.checker.verdicts[LINK.format(8)] = Checked(verdict=Verdict.WEB_PAGE)
    await bench.studio.add_songs(model_id, new_songs(4, first=7))
    await bench.until(lambda: bench.count(SongState.READY) == 3)
    ready, doubtful, unclear, failed = bench.songs()[6:]
    for song, befalls in ((unclear, lost()), (failed, refused(Fault.INVALID))):
        bench.gateway.script("upload", befalls)
        await bench.studio._book.record(song.moved(SongState.QUEUED, now=0))
        bench.studio.resume()
        await bench.until(lambda id_=song.id: bench.studio._book.songs[id_].state in FINAL)  # type: ignore[misc]
    if state is not ModelState.READY:
        bench.gateway.script("create", lost() if state is ModelState.UNCLEAR else Hang())
    if state is ModelState.TRAINING:
        bench.gateway.scripts.clear()
        bench.gateway.training_takes = 10_000
    await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is state)
    before, model = bench.songs(), bench.model()
    with pytest.raises(ModelClosedError):
        await bench.studio.add_songs(model_id, new_songs(1, first=20))
    await bench.studio.upload(model_id)
    await bench.studio.retry([failed.id])
    await bench.studio.send_again([unclear.id])
    await bench.studio.try_anyway([doubtful.id])
    await bench.studio.edit_link(ready.id, *new_songs(1, first=20))
    assert not await bench.studio.start_over(model_id)
    assert bench.songs() == before
    assert bench.model().session_id == model.session_id


async def test_a_song_that_waited_for_the_old_session_goes_to_the_new_one(bench: Bench) -> None:
    model_id = await bench.uploaded(6)
    bench.studio._gate.learn(refused(Fault.BUSY, retry_after=20))
    await bench.studio.add_songs(model_id, new_songs(1, first=7))
    await bench.until(lambda: bench.count(SongState.READY) == 1)
    await bench.studio.upload(model_id)
    await bench.clock.sleep(1)
    assert await bench.studio.start_over(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)
    assert bench.gateway.seen("upload")[-1].arguments[0] == "session-2"


async def test_models_are_named_renamed_archived_and_duplicated(bench: Bench) -> None:
    model_id = await bench.begin(2)
    with pytest.raises(NameFormError):
        await bench.studio.new_model(" \n ")
    await bench.studio.rename(model_id, " Dawn\t2 ")
    await bench.studio.archive(model_id)
    assert (bench.model().name, bench.model().archived) == ("Dawn 2", True)
    await bench.studio.archive(model_id, archived=False)
    await bench.clock.sleep(1)
    copy = await bench.studio.duplicate(model_id, "Copy")
    assert [song.link for song in bench.studio.songs(copy.id)] == [LINK.format(1), LINK.format(2)]
    assert bench.studio.models() == [bench.studio.model(model_id), copy]
    assert bench.disk.models.keys() == {model_id, copy.id}


async def test_a_link_that_cannot_work_is_told_apart_at_once(bench: Bench) -> None:
    model = await bench.studio.new_model("n")
    bad = NewSong(link="file:///x", pasted="x", title="x", problem=Problem(Verdict.LOCAL_FILE))
    await bench.studio.add_songs(model.id, [bad, *new_songs(1)])
    assert bench.states()[0] is SongState.NEEDS_ATTENTION
    await bench.until(lambda: bench.states()[1] is SongState.READY)
    assert list(bench.checker.checked) == [LINK.format(1)]
    await bench.studio.edit_link(bench.songs()[0].id, *new_songs(1, first=2))
    await bench.until(lambda: bench.count(SongState.READY) == 2)


async def test_a_disk_that_refuses_does_not_undo_a_way_that_is_clear(bench: Bench) -> None:
    bench.checker.verdicts[LINK.format(1)] = Checked(verdict=Verdict.UNREACHABLE)
    await bench.begin(1)
    full_disk(bench)
    await bench.studio.way_is_clear()
    assert bench.studio.trouble is not None
    assert bench.studio.trouble.problem.code == JournalTrouble.FULL


async def test_the_balance_shows_that_the_way_is_clear(bench: Bench) -> None:
    bench.studio._gate.learn(refused(Fault.TOKEN_REFUSED))
    bench.gateway.script("credits", offline())
    with pytest.raises(GatewayError):
        await bench.studio.balance()
    assert bench.studio.trouble is not None
    assert bench.studio.trouble.remedy is Remedy.ENTER_TOKEN
    assert await bench.studio.balance() == 500
    assert bench.studio.trouble is None


async def test_after_the_computer_slept_connections_are_new_and_songs_are_asked_about(bench: Bench) -> None:
    model_id = await bench.begin()
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) == 6)
    bench.clock.set_forward = 7_200
    await bench.clock.sleep(6)
    assert bench.gateway.renewed == 1
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)


async def test_sleep_does_not_end_what_the_user_must_end(bench: Bench) -> None:
    bench.studio._gate.learn(refused(Fault.TOKEN_REFUSED))
    await bench.studio._after_sleep()
    assert bench.studio.trouble is not None


async def test_a_new_limit_counts_at_once(bench: Bench) -> None:
    model_id = await bench.begin(12)
    await bench.studio.limit_uploads(1)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) == 3)
    assert bench.gateway.most_in_flight["upload"] == 1
    await bench.studio.limit_uploads(5)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 12)
    assert bench.gateway.most_in_flight["upload"] == 5


async def test_what_does_not_matter_is_let_be(bench: Bench) -> None:
    model_id = await bench.begin(1)
    operations = len(bench.fates.operations)
    for action in (
        bench.studio.retry_all_failed(model_id),
        bench.studio.send_again(["stranger"]),
        bench.studio.try_anyway(["stranger"]),
        bench.studio.choose("stranger", True),
        bench.studio.edit_link("stranger", *new_songs(1)),
        bench.studio.rename(model_id, "Night drive"),
        bench.studio.put_back([replace(bench.songs()[0], model_id="gone")]),
    ):
        await action
    assert len(bench.fates.operations) == operations
    assert bench.disk.press_of(model_id) is None
    assert Outcome.SENDING not in [outcome for _, outcome in bench.disk.outcomes]


async def test_sleep_is_noticed_while_everything_waits(bench: Bench) -> None:
    model_id = await bench.begin()
    bench.gateway.script("prepare", refused(Fault.BUSY, retry_after=900))
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.studio.trouble is not None)
    await bench.clock.sleep(10)
    bench.clock.set_forward += 8 * 3_600  # the lid was closed, and the countdown stood still
    await bench.clock.sleep(SLEPT + 5)
    assert bench.gateway.renewed == 1
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6, within=120)
    await bench.clock.sleep(2 * SLEPT)
    assert len(bench.tasks) == 0, "nobody watches once the way is clear"
