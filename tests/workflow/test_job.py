import asyncio
import contextlib
import itertools
from collections import Counter
from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.links.verdict import Checked, Verdict
from mountsea_desktop.workflow.model import ModelClosedError, ModelState, Outcome
from mountsea_desktop.workflow.naming import NameFormError
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem
from mountsea_desktop.workflow.song import FINAL, SongState
from tests.fakes.job_harness import LINK, JobHarness, new_songs
from tests.fakes.mishaps import Fail, Hang, Kill
from tests.fakes.scripted_gateway import lost, refused


def full_disk(harness: JobHarness, full: bool = True) -> None:
    harness.injector.decide = lambda name: (
        Fail(JournalError(JournalFault.FULL)) if full and "journal" in name else None
    )


async def test_the_whole_job(harness: JobHarness) -> None:
    model_id = await harness.begin()
    assert harness.state() is ModelState.DRAFT
    await harness.job.upload(model_id)
    assert harness.state() is ModelState.UPLOADING
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 5)
    assert harness.state() is ModelState.UPLOADING
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    assert harness.state() is ModelState.CAN_BE_CREATED
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert len(harness.gateway.seen("prepare")) == len(harness.gateway.seen("create")) == 1
    assert len(harness.gateway.seen("upload")) == 6
    await harness.clock.sleep(10)
    assert len(harness.tasks) == 0, "nothing of ours runs when all is done"


async def test_the_job_goes_on_after_a_kill_at_any_moment() -> None:
    for tenths in range(2, 300, 9):
        harness = JobHarness()
        model_id = await harness.begin()
        await harness.job.upload(model_id)
        await harness.clock.sleep(tenths / 10)
        await harness.restart()
        await harness.clock.sleep(120)
        assert set(harness.states()) <= {SongState.UPLOADED, SongState.UNCLEAR}
        assert len(harness.gateway.seen("upload")) == 6
        await harness.stop()


async def test_nothing_happens_before_resume(harness: JobHarness) -> None:
    model_id = await harness.begin()
    harness.gateway.script("upload", Hang(), Kill())
    await harness.job.upload(model_id)
    await harness.injector.killed.wait()
    await harness.die()
    calls = len(harness.gateway.calls)
    await harness.job.load()
    await harness.clock.sleep(100)
    assert len(harness.gateway.calls) == calls
    assert harness.count(SongState.UNCLEAR) == 2 or harness.count(SongState.UNCLEAR) == 3
    problems = {song.problem.code for song in harness.songs() if song.problem}
    assert problems == {JobFault.INTERRUPTED}


async def test_a_full_disk_does_not_keep_the_program_from_opening(harness: JobHarness) -> None:
    model_id = await harness.uploaded()
    harness.gateway.script("create", Hang())
    await harness.create(model_id, balance=500)
    await harness.die()
    harness.injector.decide = lambda name: (
        Fail(JournalError(JournalFault.FULL)) if name == "journal save" else None
    )
    await asyncio.wait_for(harness.job.load(), 1)
    assert harness.state() is ModelState.UNCLEAR
    assert harness.job.outage is not None


async def test_uploading_before_the_checks_are_done(harness: JobHarness) -> None:
    """Links that turn out well follow by themselves; the others do not."""
    harness.checker.latency = 3
    harness.checker.verdicts[LINK.format(2)] = Checked(verdict=Verdict.WEB_PAGE)
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(7))
    await harness.job.upload(model.id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    song = harness.songs()[1]
    assert song.state is SongState.NEEDS_ATTENTION
    await harness.job.try_anyway([song.id])
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 7)
    assert not any(song.upload_wanted for song in harness.songs())


@pytest.mark.parametrize("state", [SongState.CHECKING, SongState.READY])
async def test_songs_that_were_to_follow_do_so_after_a_restart(harness: JobHarness, state: SongState) -> None:
    harness.checker.latency = 3
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(2))
    await harness.clock.sleep(1)
    await harness.job.upload(model.id)
    await harness.die()
    for song in list(harness.disk.songs.values()):  # as if killed right after this was saved
        harness.disk.songs[song.id] = replace(song, state=state)
    await harness.restart()
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2)
    assert not any(song.upload_wanted for song in harness.disk.songs.values())


async def test_what_turns_out_well_does_not_follow_an_upload_that_came_to_nothing(
    harness: JobHarness,
) -> None:
    model_id = await harness.begin(2)
    harness.checker.latency = 60
    await harness.job.add_songs(model_id, new_songs(1, first=9))
    harness.gateway.script("prepare", lost())
    await harness.job.upload(model_id)
    await harness.clock.sleep(100)
    assert harness.states() == [SongState.READY] * 3
    assert len(harness.gateway.seen("prepare")) == 1


async def test_a_removed_song_does_not_follow_the_others(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.job.upload(model.id)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await asyncio.gather(harness.job.remove([song.id]))
    await harness.clock.sleep(60)
    assert harness.songs() == []
    assert harness.disk.songs == {}


async def test_songs_under_way_cannot_be_removed_or_edited(harness: JobHarness) -> None:
    model_id = await harness.begin(4)
    harness.gateway.script("upload", Hang())
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 3)
    before = harness.songs()
    assert await harness.job.remove([song.id for song in before]) == []
    for song in before:
        await harness.job.edit_link(song.id, *new_songs(1, first=50))
    assert harness.songs() == before


async def test_removing_can_be_undone_once(harness: JobHarness) -> None:
    await harness.begin(3)
    removed = await harness.job.remove([harness.songs()[2].id, "stranger", harness.songs()[1].id])
    assert [song.link for song in removed] == [LINK.format(2), LINK.format(3)]
    await asyncio.gather(harness.job.put_back(removed), harness.job.put_back(removed))
    assert [song.link for song in harness.songs()] == [LINK.format(number) for number in (1, 2, 3)]
    assert len(harness.disk.songs) == 3


async def test_songs_are_put_into_the_musicians_order(harness: JobHarness) -> None:
    model_id = await harness.begin(4)
    ids = [song.id for song in harness.songs()]
    upload_wanted = [ids[2], ids[0], ids[3], ids[1]]
    assert await harness.job.order(model_id, upload_wanted)
    assert [song.id for song in harness.songs()] == upload_wanted
    assert [song.id for song in harness.disk.contents().songs] == upload_wanted
    assert not await harness.job.order(model_id, upload_wanted)
    assert await harness.job.order(model_id, [ids[1], "stranger"])
    assert [song.id for song in harness.songs()] == [ids[1], ids[2], ids[0], ids[3]]


async def test_songs_that_share_a_place_can_be_ordered(harness: JobHarness) -> None:
    """The last was removed, another added in its place, and the removal undone."""
    model_id = await harness.begin(2)
    removed = await harness.job.remove([harness.songs()[1].id])
    await harness.job.add_songs(model_id, new_songs(1, first=7))
    await harness.job.put_back(removed)
    ids = [song.id for song in harness.songs()]
    assert await harness.job.order(model_id, ids[::-1])
    assert [song.id for song in harness.songs()] == ids[::-1]


async def test_an_order_the_disk_refuses_is_none(harness: JobHarness) -> None:
    model_id = await harness.begin(3)
    before = harness.songs()
    harness.injector.decide = lambda name: Fail(JournalError(JournalFault.FULL)) if "save" in name else None
    with pytest.raises(JournalError):
        await harness.job.order(model_id, [song.id for song in before[::-1]])
    assert harness.songs() == before


async def test_songs_of_a_model_that_was_sent_stay_as_they_were_sent(harness: JobHarness) -> None:
    model_id = await harness.begin(6)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    await harness.create(model_id, balance=harness.gateway.balance)
    before = [(song.id, song.chosen) for song in harness.songs()]
    assert not await harness.job.order(model_id, [song_id for song_id, _ in before[::-1]])
    assert not await harness.job.choose([song_id for song_id, _ in before], False)
    assert [(song.id, song.chosen) for song in harness.songs()] == before


async def test_undo_does_not_bring_back_an_older_state(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=10))
    await harness.job.upload(model_id)
    await harness.clock.sleep(1)
    removed = await harness.job.remove([harness.songs()[0].id])
    await harness.job.put_back(removed)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    await harness.job.put_back(removed)
    await harness.clock.sleep(60)
    assert len(harness.gateway.seen("upload")) == 1
    assert harness.states() == [SongState.UPLOADED]


@pytest.mark.parametrize("is_checked", [True, False])
async def test_undo_does_not_send_what_stop_has_taken_back(harness: JobHarness, is_checked: bool) -> None:
    model_id = await harness.begin(2)
    if not is_checked:
        await harness.job.check_again([song.id for song in harness.songs()])
    await harness.job.limit_uploads(0)
    await harness.job.upload(model_id)
    assert harness.job.counts(model_id).stoppable == 2
    removed = await harness.job.remove([harness.songs()[0].id])
    await harness.job.stop_uploads(model_id)
    await harness.job.put_back(removed)
    await harness.job.limit_uploads(3)
    await harness.clock.sleep(600)
    assert not harness.gateway.seen("upload")
    assert harness.states() == [SongState.READY] * 2
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2)


async def test_only_those_songs_are_uploaded_that_were_asked_about(harness: JobHarness) -> None:
    model_id = await harness.begin(2)
    asked = {song.id for song in harness.songs()}
    await harness.job.add_songs(model_id, new_songs(2, first=3))
    await harness.until(lambda: harness.count(SongState.READY) == 4)
    await harness.job.add_songs(model_id, new_songs(1, first=5))
    await harness.job.upload(model_id, asked)
    await harness.clock.sleep(600)
    assert {song.id for song in harness.songs() if song.state is SongState.UPLOADED} == asked
    assert harness.count(SongState.READY) == 3


async def test_only_those_songs_are_retried_that_were_asked_about(harness: JobHarness) -> None:
    model_id = await harness.begin(3)
    harness.gateway.script("upload", *[refused(Fault.INVALID)] * 3)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 3)
    asked = {song.id for song in harness.songs()[1:]}
    await harness.job.retry_all_failed(model_id, asked_about=asked)
    await harness.clock.sleep(600)
    assert {song.id for song in harness.songs() if song.state is SongState.UPLOADED} == asked


async def test_a_removal_the_disk_refuses_leaves_the_song_at_work(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.injector.decide = lambda name: (
        Fail(JournalError(JournalFault.LOCKED)) if name == "journal remove" else None
    )
    await harness.job.limit_uploads(0)
    await harness.job.upload(model_id)
    removal = asyncio.gather(harness.job.remove([harness.songs()[0].id]))
    await harness.clock.sleep(0.001)
    await harness.job.limit_uploads(3)  # its turn comes while it is not there
    with pytest.raises(JournalError):
        await removal
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)


async def test_songs_that_would_fail_again_are_left_alone(harness: JobHarness) -> None:
    model_id = await harness.begin(3)
    harness.gateway.script("upload", *[refused(Fault.INVALID)] * 2, refused(Fault.SERVER))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 3)
    await harness.job.retry_all_failed(model_id, but=frozenset({Fault.INVALID}))
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert harness.count(SongState.FAILED) == 2


async def test_failed_songs_are_retried_together_or_with_another_link(harness: JobHarness) -> None:
    model_id = await harness.begin(3)
    harness.gateway.script("upload", *[refused(Fault.INVALID)] * 3)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 3)
    await harness.job.edit_link(
        harness.songs()[0].id, NewSong(link="https://better.example/", pasted="b", title="b")
    )
    await harness.job.retry_all_failed(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 3)
    assert harness.gateway.seen("upload")[-1].arguments[1] == "https://better.example/"


async def test_an_unclear_song_is_sent_again_by_the_user_alone(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script("upload", lost())
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1)
    ids = [harness.songs()[0].id]
    await harness.job.upload(model_id)
    await harness.job.retry(ids)
    await harness.clock.sleep(100)
    assert harness.states() == [SongState.UNCLEAR]
    await asyncio.gather(harness.job.send_again(ids), harness.job.send_again(ids))
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert len(harness.gateway.seen("upload")) == 2


@pytest.mark.parametrize(
    "name", ["add_songs", "new_model", "rename", "archive", "duplicate", "choose", "retry", "start_over"]
)
async def test_an_action_the_disk_refuses_changes_nothing(harness: JobHarness, name: str) -> None:
    model_id = await harness.begin(2)
    harness.gateway.script("upload", refused(Fault.INVALID), refused(Fault.INVALID))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 2)
    await harness.clock.sleep(1)
    before, count = (harness.job.models(), harness.songs()), len(harness.events)
    arguments: dict[str, tuple[object, ...]] = {
        "add_songs": (model_id, new_songs(2)),
        "new_model": ("n",),
        "rename": (model_id, "other"),
        "duplicate": (model_id, "copy"),
        "choose": ([song.id for song in before[1]], False),
        "retry": ([before[1][0].id],),
    }
    full_disk(harness)
    with pytest.raises(JournalError):
        await getattr(harness.job, name)(*arguments.get(name, (model_id,)))
    assert (harness.job.models(), harness.songs()) == before
    assert len(harness.events) == count


async def test_renaming_while_an_intent_to_create_fails_keeps_no_attempt(harness: JobHarness) -> None:
    """The second decision must not build on the first before that is on disk."""
    model_id = await harness.uploaded()
    left = iter([Fail(JournalError(JournalFault.FULL))])
    harness.injector.decide = lambda _: next(left, None)
    sent, _ = await asyncio.gather(
        harness.create(model_id, balance=500), harness.job.rename(model_id, "Dawn")
    )
    assert sent is False
    assert harness.model().name == "Dawn"
    assert harness.model().attempt is None
    assert harness.disk.attempts == {}


async def test_choosing_while_an_intent_to_send_fails_keeps_no_sending(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    await harness.job.upload(model_id)
    failed: list[str] = []

    def decide(name: str) -> Fail | None:
        sends = name == "journal save" and harness.count(SongState.SENDING) == 1 and not failed
        if sends:
            failed.append(name)
            harness.tasks.start(harness.job.choose([harness.songs()[0].id], False), "choose")
        return Fail(JournalError(JournalFault.FULL)) if sends else None

    harness.injector.decide = decide
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert failed
    assert harness.songs()[0].chosen is False


async def test_starting_over_uploads_everything_in_a_new_session(harness: JobHarness) -> None:
    model_id = await harness.uploaded()
    assert await harness.job.start_over(model_id)
    assert harness.states() == [SongState.READY] * 6
    assert {song.clip_id for song in harness.songs()} == {""}
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    assert harness.model().session_id == "session-2"


async def test_what_became_of_a_removed_song_in_a_session_that_was_left_is_not_put_back(
    harness: JobHarness,
) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script("upload", lost())
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1)
    removed = await harness.job.remove([harness.songs()[0].id])
    await harness.job.put_back(removed)
    assert harness.states() == [SongState.UNCLEAR], "in the same session it still counts"
    removed = await harness.job.remove([harness.songs()[0].id])
    assert await harness.job.start_over(model_id)
    await harness.job.put_back(removed)
    assert harness.states() == [SongState.READY]


async def test_no_starting_over_while_a_song_is_at_mountsea_or_after_an_attempt(harness: JobHarness) -> None:
    model_id = await harness.begin()
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) > 0)
    assert not await harness.job.start_over(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    harness.gateway.script("create", lost())
    await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    assert not await harness.job.start_over(model_id)
    assert harness.model().session_id == "session-1"


@pytest.mark.parametrize(
    "state", [ModelState.SENDING, ModelState.TRAINING, ModelState.READY, ModelState.UNCLEAR]
)
async def test_a_model_with_an_attempt_takes_nothing_more(harness: JobHarness, state: ModelState) -> None:
    """One song of each kind is left over when the six others are paid for."""
    model_id = await harness.uploaded(6)
    harness.checker.verdicts[LINK.format(8)] = Checked(verdict=Verdict.WEB_PAGE)
    await harness.job.add_songs(model_id, new_songs(4, first=7))
    await harness.until(lambda: harness.count(SongState.READY) == 3)
    ready, doubtful, unclear, failed = harness.songs()[6:]
    for song, befalls in ((unclear, lost()), (failed, refused(Fault.INVALID))):
        harness.gateway.script("upload", befalls)
        await harness.job._ledger.record(song.moved(SongState.QUEUED, now=0))
        harness.job.resume()
        await harness.until(lambda id_=song.id: harness.job._ledger.songs[id_].state in FINAL)  # type: ignore[misc]  # mypy does not infer a default of a lambda
    if state is not ModelState.READY:
        harness.gateway.script("create", lost() if state is ModelState.UNCLEAR else Hang())
    if state is ModelState.TRAINING:
        harness.gateway.scripts.clear()
        harness.gateway.training_takes = 10_000
    await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is state)
    before, model = harness.songs(), harness.model()
    with pytest.raises(ModelClosedError):
        await harness.job.add_songs(model_id, new_songs(1, first=20))
    await harness.job.upload(model_id)
    await harness.job.retry([failed.id])
    await harness.job.send_again([unclear.id])
    await harness.job.try_anyway([doubtful.id])
    await harness.job.edit_link(ready.id, *new_songs(1, first=20))
    assert not await harness.job.start_over(model_id)
    assert harness.songs() == before
    assert harness.model().session_id == model.session_id


async def test_a_song_that_waited_for_the_old_session_goes_to_the_new_one(harness: JobHarness) -> None:
    model_id = await harness.uploaded(6)
    harness.job.connectivity.record_failure(refused(Fault.BUSY, retry_after=20))
    await harness.job.add_songs(model_id, new_songs(1, first=7))
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.job.upload(model_id)
    await harness.clock.sleep(1)
    assert await harness.job.start_over(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert harness.gateway.seen("upload")[-1].arguments[0] == "session-2"


async def test_models_are_named_renamed_archived_and_duplicated(harness: JobHarness) -> None:
    model_id = await harness.begin(2)
    with pytest.raises(NameFormError):
        await harness.job.new_model(" \n ")
    await harness.job.rename(model_id, " Dawn\t2 ")
    await harness.job.archive(model_id)
    assert (harness.model().name, harness.model().archived) == ("Dawn 2", True)
    await harness.job.archive(model_id, archived=False)
    await harness.clock.sleep(1)
    copy = await harness.job.duplicate(model_id, "Copy")
    assert [song.link for song in harness.job.songs(copy.id)] == [LINK.format(1), LINK.format(2)]
    assert harness.job.models() == [harness.job.model(model_id), copy]
    assert harness.disk.models.keys() == {model_id, copy.id}


@pytest.mark.parametrize("refused_save", [0, 1])
async def test_a_copy_is_made_whole_or_not_at_all(harness: JobHarness, refused_save: int) -> None:
    model_id = await harness.begin(2)
    saves = itertools.count()
    harness.injector.decide = lambda name: (
        Fail(JournalError(JournalFault.FULL))
        if name == "journal save" and next(saves) == refused_save
        else None
    )
    with contextlib.suppress(JournalError):
        await harness.job.duplicate(model_id, "Copy")
    assert {len(harness.job.songs(model.id)) for model in harness.job.models()} == {2}
    assert Counter(song.model_id for song in harness.disk.songs.values()) == dict.fromkeys(
        harness.disk.models, 2
    )


async def test_many_songs_are_chosen_in_one_transaction(harness: JobHarness) -> None:
    await harness.begin(5)
    ids = [song.id for song in harness.songs()]
    before = Counter(harness.injector.operations)
    await harness.job.choose(ids, False)
    assert Counter(harness.injector.operations) - before == {"journal save": 1}
    assert not any(song.chosen for song in harness.disk.songs.values())


async def test_a_link_that_cannot_work_is_told_apart_at_once(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    bad = NewSong(link="file:///x", pasted="x", title="x", problem=Problem(Verdict.LOCAL_FILE))
    await harness.job.add_songs(model.id, [bad, *new_songs(1)])
    assert harness.states()[0] is SongState.NEEDS_ATTENTION
    await harness.until(lambda: harness.states()[1] is SongState.READY)
    assert list(harness.checker.checked) == [LINK.format(1)]
    await harness.job.edit_link(harness.songs()[0].id, *new_songs(1, first=2))
    await harness.until(lambda: harness.count(SongState.READY) == 2)


async def test_a_disk_that_refuses_does_not_undo_a_way_that_is_clear(harness: JobHarness) -> None:
    harness.checker.verdicts[LINK.format(1)] = Checked(verdict=Verdict.UNREACHABLE)
    await harness.begin(1)
    full_disk(harness)
    await harness.job.way_is_clear()
    assert harness.job.outage is not None
    assert harness.job.outage.problem.code == JournalFault.FULL


async def test_a_new_limit_counts_at_once(harness: JobHarness) -> None:
    model_id = await harness.begin(12)
    await harness.job.limit_uploads(1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 3)
    assert harness.gateway.most_in_flight["upload"] == 1
    await harness.job.limit_uploads(5)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 12)
    assert harness.gateway.most_in_flight["upload"] == 5


async def test_what_does_not_matter_is_let_be(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    operations = len(harness.injector.operations)
    for action in (
        harness.job.retry_all_failed(model_id),
        harness.job.send_again(["stranger"]),
        harness.job.try_anyway(["stranger"]),
        harness.job.choose(["stranger"], True),
        harness.job.edit_link("stranger", *new_songs(1)),
        harness.job.rename(model_id, "Night drive"),
        harness.job.put_back([replace(harness.songs()[0], model_id="gone")]),
    ):
        await action
    assert len(harness.injector.operations) == operations
    assert harness.disk.attempt_of(model_id) is None
    assert Outcome.SENDING not in [outcome for _, outcome in harness.disk.outcomes]
