"""Files on this computer, on their way to the storage and from there to Mountsea."""

import asyncio
from dataclasses import replace

import pytest

from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.links.verdict import Checked, Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.events import FileProgress, SongSaved
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song, SongState
from mountsea_desktop.workflow.transfers import UNDONE_WITHIN
from tests.fakes.job_harness import JobHarness, new_files, new_songs
from tests.fakes.mishaps import Fail, Hang

BUSY = StorageError(StorageFault.BUSY)
FULL = StorageError(StorageFault.FULL)


async def _begun(harness: JobHarness, files: int = 1) -> str:
    model = await harness.job.new_model("Night drive")
    await harness.job.add_songs(model.id, new_files(files))
    for new in new_files(files):
        assert new.file is not None
        harness.shelf.local[new.file.path] = new.file
    return model.id


def _only(harness: JobHarness) -> Song:
    (song,) = harness.songs()
    return song


def _ways(harness: JobHarness) -> list[SongState]:
    saved = [event.song.state for event in harness.events if isinstance(event, SongSaved)]
    return [state for state, before in zip(saved, [None, *saved], strict=False) if state is not before]


async def test_a_file_goes_to_the_storage_and_on_as_a_link_does(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert _ways(harness)[:6] == [
        SongState.FILE_WAITING,
        SongState.FILE_SENDING,
        SongState.DRAFT,
        SongState.CHECKING,
        SongState.READY,
        SongState.QUEUED,
    ]
    (given,) = (call.arguments[1] for call in harness.gateway.seen("upload"))
    assert given == "https://memory.example/1/1.wav?signature=2", "signed anew after the check"
    await harness.until(lambda: not harness.shelf.stored)
    assert not _only(harness).stored_as, "Mountsea has it, so the storage need not"
    assert harness.disk.songs[_only(harness).id] == _only(harness)


async def test_no_signed_address_is_ever_kept(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    assert "signature" not in repr(harness.disk.contents())
    assert _only(harness).stored_as == "1/1.wav"


async def test_nothing_is_taken_out_before_mountsea_has_it(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    await harness.clock.sleep(1)
    assert harness.shelf.stored


async def test_progress_is_told_and_kept_nowhere(harness: JobHarness) -> None:
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    told = [event.sent for event in harness.events if isinstance(event, FileProgress)]
    assert told == [1_000_000, 2_000_000, 3_000_000, 4_000_000]


async def test_two_go_at_once_and_links_are_not_held_up(harness: JobHarness) -> None:
    model_id = await _begun(harness, 6)
    await harness.job.add_songs(model_id, new_songs(2))
    await harness.until(lambda: harness.count(SongState.READY) == 2)
    assert harness.count(SongState.FILE_WAITING) + harness.count(SongState.FILE_SENDING) == 6
    await harness.until(lambda: harness.count(SongState.READY) == 8)
    assert harness.storage.most_at_once == 2


async def test_what_passes_is_tried_again(harness: JobHarness) -> None:
    harness.storage.failing.extend([BUSY, BUSY, None])
    await _begun(harness)
    await harness.until(
        lambda: harness.count(SongState.FILE_WAITING) == 1 and _only(harness).problem is not None
    )
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    assert _only(harness).problem is None


async def test_trying_now_does_not_wait(harness: JobHarness) -> None:
    harness.storage.failing.extend([BUSY] * 8)
    await _begun(harness)
    await harness.until(lambda: len(harness.storage.failing) == 0, within=3_000)
    await harness.until(lambda: _only(harness).state is SongState.FILE_WAITING)
    await harness.clock.sleep(1)  # what it came to is saved, and it rests
    harness.job.try_now()
    await harness.until(lambda: harness.count(SongState.READY) == 1, within=6)


@pytest.mark.parametrize("fault", [StorageFault.FULL, StorageFault.KEY_REFUSED, StorageFault.FILE_CHANGED])
async def test_what_does_not_pass_waits_for_the_musician(harness: JobHarness, fault: StorageFault) -> None:
    harness.storage.failing.append(StorageError(fault, "raw"))
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    problem = _only(harness).problem
    assert problem is not None
    assert (problem.code, problem.details) == (fault, "raw")
    assert FactKey.CERTAIN in problem.facts, "trying anyway is not offered"
    changed = LocalFile(_only(harness).file, 5_000_000, 99)
    harness.checker.verdicts["https://memory.example/2/1.wav?signature=1"] = Checked(
        verdict=Verdict.AUDIO, size=5_000_000
    )
    harness.shelf.local[changed.path] = changed
    await harness.job.retry([_only(harness).id])
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    assert _only(harness).local_file == changed, "it is sent as it is now"


async def test_a_file_that_is_gone_is_said_to_be(harness: JobHarness) -> None:
    harness.storage.failing.append(FULL)
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    harness.shelf.local.clear()
    await harness.job.retry([_only(harness).id])
    problem = _only(harness).problem
    assert problem is not None
    assert problem.code is StorageFault.FILE_GONE


async def test_pausing_and_going_on(harness: JobHarness) -> None:
    model_id = await _begun(harness, 3)
    await harness.until(lambda: harness.count(SongState.FILE_SENDING) == 2)
    await harness.job.pause_files([song.id for song in harness.songs()])
    await harness.clock.sleep(60)
    assert harness.count(SongState.FILE_PAUSED) == 3
    assert not harness.shelf.stored, "nothing goes on, and nobody has a part of it"
    await harness.job.resume_files([harness.songs()[0].id])
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 3)


async def test_a_storage_that_gives_up_by_itself_is_tried_again(harness: JobHarness) -> None:
    mishaps = [Fail(TimeoutError())]
    harness.injector.decide = lambda it: mishaps.pop() if it == "storage put" and mishaps else None
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)


async def test_removing_stops_it_and_takes_it_out_of_the_storage(harness: JobHarness) -> None:
    model_id = await _begun(harness, 2)
    await harness.until(lambda: harness.count(SongState.FILE_SENDING) == 2)
    first, second = harness.songs()
    await harness.job.remove([first.id])
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    removed = await harness.job.remove([second.id])
    await harness.clock.sleep(UNDONE_WITHIN / 2)
    await harness.job.put_back(removed)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.clock.sleep(UNDONE_WITHIN)
    assert len(harness.shelf.stored) == 1, "removing was undone"
    await harness.job.remove([second.id])
    await harness.clock.sleep(UNDONE_WITHIN + 1)
    assert not harness.shelf.stored
    assert not harness.job.songs(model_id)


async def test_putting_back_after_its_stored_file_was_deleted_sends_it_again(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    removed = await harness.job.remove([_only(harness).id])
    await harness.clock.sleep(UNDONE_WITHIN + 1)
    await harness.job.put_back(removed)
    assert _only(harness).state is SongState.FILE_WAITING
    assert not _only(harness).stored_as
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    (given,) = (call.arguments[1] for call in harness.gateway.seen("upload"))
    assert str(given).startswith("https://memory.example/2/1.wav"), "the address of the file that is there"


async def test_queued_and_put_back_late_it_is_sent_to_the_storage_and_no_further(harness: JobHarness) -> None:
    model_id = await _begun(harness, 5)
    await harness.until(lambda: harness.count(SongState.READY) == 5)
    await harness.job.upload(model_id)
    queued = [song for song in harness.songs() if song.state is SongState.QUEUED][-1]
    removed = await harness.job.remove([queued.id])
    assert removed[0].state is SongState.QUEUED
    await harness.clock.sleep(UNDONE_WITHIN + 1)
    await harness.job.put_back(removed)
    await harness.clock.sleep(600)
    assert (harness.count(SongState.UPLOADED), harness.count(SongState.READY)) == (4, 1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 5)
    given = [call.arguments[1] for call in harness.gateway.seen("upload")]
    assert not any(removed[0].stored_as in str(address) for address in given), "that file is gone"


@pytest.mark.parametrize("state", [SongState.UNCLEAR, SongState.FAILED, SongState.NEEDS_ATTENTION])
async def test_what_became_of_it_stays_known_when_it_is_put_back_late(
    harness: JobHarness, state: SongState
) -> None:
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    problem = Problem(JobFault.INTERRUPTED)
    (removed,) = await harness.job.remove([_only(harness).id])
    await harness.clock.sleep(UNDONE_WITHIN + 1)
    await harness.job.put_back([replace(removed, state=state, problem=problem)])
    await harness.clock.sleep(60)
    assert (_only(harness).state, _only(harness).problem) == (state, problem)
    assert not _only(harness).stored_as


async def test_each_removal_can_be_undone_for_as_long_as_the_first(harness: JobHarness) -> None:
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    for _ in range(2):
        removed = await harness.job.remove([_only(harness).id])
        await harness.clock.sleep(UNDONE_WITHIN * 0.6)
        await harness.job.put_back(removed)
    assert _only(harness).state is SongState.READY
    assert harness.shelf.stored.keys() == {_only(harness).stored_as}


async def test_what_was_removed_before_a_kill_is_taken_out_at_the_next_start(harness: JobHarness) -> None:
    model_id = await _begun(harness, 3)
    await harness.until(lambda: harness.count(SongState.READY) == 3)
    removed, edited, back = harness.songs()
    await harness.job.remove([removed.id, back.id])
    await harness.job.edit_link(edited.id, new_songs(1)[0])
    await harness.job.put_back([back])
    await harness.restart()
    await harness.until(lambda: harness.shelf.stored.keys() == {back.stored_as})
    await harness.until(lambda: harness.disk.leftovers.keys() == {back.stored_as})
    assert len(harness.job.songs(model_id)) == 2


async def test_what_could_not_be_taken_out_is_tried_at_the_next_start(harness: JobHarness) -> None:
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    gone = StorageError(StorageFault.FOLDER_GONE)
    harness.injector.decide = lambda operation: Fail(gone) if operation == "storage delete" else None
    await harness.job.remove([_only(harness).id])
    await harness.clock.sleep(UNDONE_WITHIN + 1)
    assert harness.shelf.stored
    harness.injector.decide = lambda _: None
    await harness.restart()
    await harness.until(lambda: not harness.shelf.stored and not harness.disk.leftovers)


async def test_what_could_not_be_taken_out_for_now_is_tried_again(harness: JobHarness) -> None:
    """One song that Mountsea has, and one that was removed; without another start."""
    model_id = await _begun(harness, 2)
    await harness.until(lambda: harness.count(SongState.READY) == 2)
    uploaded, removed = harness.songs()
    harness.injector.decide = lambda operation: Fail(BUSY) if operation == "storage delete" else None
    await harness.job.remove([removed.id])
    await harness.job.upload(model_id)
    await harness.clock.sleep(UNDONE_WITHIN + 300)
    assert _only(harness).state is SongState.UPLOADED
    assert harness.shelf.stored.keys() == {uploaded.stored_as, removed.stored_as}
    asked = harness.injector.operations.count("storage delete")
    harness.injector.decide = lambda _: None
    await harness.until(lambda: not harness.shelf.stored and not harness.disk.leftovers, within=61)
    await harness.clock.sleep(600)
    assert not _only(harness).stored_as
    assert harness.injector.operations.count("storage delete") == asked + 2, "and that is all"


async def test_what_is_wanted_again_is_no_longer_taken_out(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    harness.injector.decide = lambda operation: Fail(BUSY) if operation == "storage delete" else None
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    await harness.clock.sleep(5)
    assert await harness.job.start_over(model_id)
    harness.injector.decide = lambda _: None
    await harness.clock.sleep(120)
    assert harness.shelf.stored.keys() == {_only(harness).stored_as}


async def test_what_a_failed_try_left_is_not_forgotten(harness: JobHarness) -> None:
    """It arrived, its answer did not, and it could not be taken out before the file was sent anew."""
    fails = {"storage put": Fail(BUSY, after=True), "storage delete": Fail(FULL)}
    harness.injector.decide = lambda operation: fails.pop(operation, None)
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.until(lambda: harness.shelf.stored.keys() == {_only(harness).stored_as})
    assert not fails
    await harness.until(lambda: not harness.disk.leftovers)


async def test_what_a_server_said_before_it_broke_off_is_learned(harness: JobHarness) -> None:
    """Of a large file there is only a connection that broke; what is asked next has an answer."""
    refused = StorageError(StorageFault.KEY_REFUSED)
    fails = {"storage put": Fail(StorageError(StorageFault.LOST)), "storage delete": Fail(refused)}
    harness.injector.decide = fails.get
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    problem = _only(harness).problem
    assert problem is not None
    assert problem.code is StorageFault.KEY_REFUSED


async def test_what_is_in_another_storage_by_now_is_not_forgotten(harness: JobHarness) -> None:
    harness.storage.failing.append(FULL)
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    before = _only(harness)
    harness.storage.id = "another"
    await harness.job.retry([before.id])
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    (leftover,) = harness.disk.leftovers.values()
    assert (leftover.id, leftover.stored_in) == (before.stored_as, "memory")


async def test_a_kill_in_the_middle_sends_it_again_whole(harness: JobHarness) -> None:
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.FILE_SENDING) == 1)
    await harness.clock.sleep(1)
    await harness.restart()
    assert harness.count(SongState.FILE_WAITING) == 1
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    assert harness.shelf.ever == {"2/1.wav"}


async def test_a_link_in_place_of_a_file(harness: JobHarness) -> None:
    harness.storage.failing.append(FULL)
    await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    await harness.job.edit_link(_only(harness).id, new_songs(1)[0])
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    assert _only(harness).local_file is None
    assert _only(harness).link


async def test_an_address_that_gives_another_length_is_not_uploaded(harness: JobHarness) -> None:
    harness.checker.verdicts["https://memory.example/1/1.wav?signature=1"] = Checked(
        verdict=Verdict.AUDIO, size=17
    )
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    problem = _only(harness).problem
    assert problem is not None
    assert problem.code is StorageFault.INCOMPLETE
    assert not harness.gateway.seen("upload")


async def test_after_its_rule_took_a_file_away_it_is_sent_again(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    harness.gateway.failing["https://memory.example/1/1.wav?signature=2"] = Report(
        task_id="", phase=Phase.FAILED, fail_reason="Audio source not found."
    )
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 1)
    await harness.job.retry([_only(harness).id])
    assert harness.count(SongState.FILE_WAITING) == 1
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert harness.shelf.ever == {"1/1.wav", "2/1.wav"}


async def test_another_storage_than_the_file_was_sent_to(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    harness.storage.id = "another"
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 1)
    problem = _only(harness).problem
    assert problem is not None
    assert problem.code is StorageFault.NOT_STORED
    await harness.job.retry_all_failed(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)


async def test_starting_over_sends_what_the_storage_no_longer_has(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1 and not harness.shelf.stored)
    await harness.until(lambda: not _only(harness).stored_as)
    assert await harness.job.start_over(model_id)
    await harness.until(lambda: harness.count(SongState.READY) == 1)


async def test_a_copy_of_a_model_sends_its_files_anew(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    copy = await harness.job.duplicate(model_id, "Night drive 2")
    await harness.until(lambda: harness.count(SongState.READY) == 2)
    (song,) = harness.job.songs(copy.id)
    assert song.stored_as != harness.job.songs(model_id)[0].stored_as


async def test_a_key_that_may_not_delete_is_left_to_the_buckets_rule(harness: JobHarness) -> None:
    model_id = await _begun(harness)
    no_right = StorageError(StorageFault.NO_RIGHT)

    harness.injector.decide = lambda operation: Fail(no_right) if operation == "storage delete" else None
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    await harness.until(lambda: not _only(harness).stored_as)
    assert harness.shelf.stored


def test_a_new_song_is_a_link_or_a_file() -> None:
    assert NewSong(link="https://a.example", pasted="", title="").file is None


async def test_models_of_different_files_are_not_taken_for_twins(harness: JobHarness) -> None:
    models = [await harness.job.new_model(name) for name in ("One", "Two")]
    for model, files in zip(models, (new_files(7)[:6], new_files(7)[6:]), strict=True):
        await harness.job.add_songs(model.id, files)
    await harness.job.upload(models[0].id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    harness.gateway.script("create", Hang())
    await harness.create(models[0].id, balance=500)
    await harness.restart()
    assert harness.job.unclear_twin(models[1].id) is None
    await harness.job.add_songs(models[1].id, new_files(1))
    await harness.job.upload(models[1].id)
    await harness.until(lambda: len(harness.gateway.seen("upload")) == 8)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 8)
    assert harness.job.unclear_twin(models[1].id) is not None, "the same file is in both"


async def test_a_drive_that_hangs_holds_up_nothing_but_its_own_song(
    harness: JobHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    harness.storage.failing.append(FULL)
    model_id = await _begun(harness)
    await harness.until(lambda: harness.count(SongState.NEEDS_ATTENTION) == 1)
    answers, asked = asyncio.Event(), asyncio.Event()
    file = harness.shelf.local[_only(harness).file]

    async def hang(_path: str) -> LocalFile:
        asked.set()
        await answers.wait()
        return file

    monkeypatch.setattr(harness.storage, "file_at", hang)
    harness.tasks.start(harness.job.retry([_only(harness).id]), "retry")
    await asked.wait()
    await harness.job.rename(model_id, "At once")
    assert harness.job.model(model_id).name == "At once"
    answers.set()
    await harness.until(lambda: harness.count(SongState.READY) == 1)
