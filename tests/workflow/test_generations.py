import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.responses import Clip, Phase, Report
from mountsea_desktop.links.verdict import DownloadError, DownloadFault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import charge_of
from mountsea_desktop.workflow.generation import DescriptionError, GenerationState, MadeSong
from mountsea_desktop.workflow.generations import MOST_ADDRESSES, MOST_SONGS, TRIES
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.ports import JournalError, SongFileError
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem
from tests.fakes.job_harness import JobHarness
from tests.fakes.made_songs import SOUND
from tests.fakes.mishaps import Fail, Hang, Kill
from tests.fakes.scripted_gateway import MADE, lost, refused


@pytest.fixture
async def trained(harness: JobHarness) -> str:
    """A finished model; its id."""
    return await harness.trained()


pytestmark = pytest.mark.usefixtures("trained")


def orders(harness: JobHarness) -> int:
    return len(harness.gateway.seen("generate"))


def problem(harness: JobHarness) -> Problem:
    found = harness.generation().problem
    assert found is not None
    return found


async def kept(harness: JobHarness) -> list[str]:
    """Let time pass until all songs of the only order have their files, or are known to have none."""
    await harness.until_song(GenerationState.READY)
    await harness.until(lambda: all(song.present_file or song.problem for song in harness.generation().songs))
    return [song.file for song in harness.generation().songs]


async def test_no_answer_fills_the_disk_or_asks_for_ever(harness: JobHarness) -> None:
    everywhere = tuple(f"https://dead.example/{number}.mp3" for number in range(1_000))
    clips = tuple(Clip(id=f"made-{number}", addresses=everywhere) for number in range(200))
    harness.gateway.made = Report(task_id="", phase=Phase.SUCCEEDED, clips=clips)
    assert await harness.make_song()
    await kept(harness)
    songs = harness.generation().songs
    assert len(songs) == MOST_SONGS
    assert all(len(song.addresses) == MOST_ADDRESSES for song in songs)


async def test_one_press_one_request_and_the_songs_are_kept(harness: JobHarness) -> None:
    assert await harness.make_song()
    files = await kept(harness)
    (call,) = harness.gateway.seen("generate")
    assert call.arguments == ("chirp-custom:session-1", "a song about the sea", "", False)
    assert set(files) == set(harness.song_files.kept)
    assert set(harness.song_files.kept.values()) == {SOUND}
    assert files[0].startswith("Night drive - Sea")
    assert harness.generation().credits_before == 390
    assert harness.disk.generations[harness.generation().id] == harness.generation()
    assert harness.song_files.unfinished == 0


async def test_the_intent_is_on_disk_before_money_is_spent(harness: JobHarness) -> None:
    harness.gateway.script("generate", Hang())
    assert await harness.make_song()
    assert harness.disk.generations[harness.generation().id].state is GenerationState.SENDING


async def test_what_the_disk_does_not_take_is_not_sent(harness: JobHarness) -> None:
    harness.injector.decide = lambda _: Fail(JournalError(JournalFault.FULL))
    assert not await harness.make_song()
    harness.injector.decide = lambda _: None
    await harness.clock.sleep(20)
    assert orders(harness) == 0
    assert harness.job.generations.all() == []


@pytest.mark.parametrize("text", ["", "  ", "a" * 10_000])
async def test_a_description_that_cannot_be_sent_is_not(harness: JobHarness, text: str) -> None:
    with pytest.raises(DescriptionError):
        await harness.job.generations.make(harness.model().id, text, instrumental=True, balance=None)
    assert orders(harness) == 0


async def test_without_a_finished_model_nothing_is_sent(harness: JobHarness) -> None:
    other = await harness.job.new_model("Other")
    assert not await harness.job.generations.make(other.id, "sea", instrumental=True, balance=None)
    assert orders(harness) == 0


async def test_what_mountsea_refuses_failed_and_is_not_repeated(harness: JobHarness) -> None:
    harness.gateway.script("generate", refused(Fault.INVALID))
    assert await harness.make_song()
    await harness.until_song(GenerationState.FAILED)
    await harness.clock.sleep(1_000)
    assert orders(harness) == 1
    assert problem(harness).code == Fault.INVALID


async def test_what_mountsea_cannot_make_failed_in_its_own_words(harness: JobHarness) -> None:
    harness.gateway.made = Report(task_id="", phase=Phase.FAILED, fail_reason="Bad words in the description")
    await harness.make_song()
    await harness.until_song(GenerationState.FAILED)
    await harness.until(lambda: charge_of(problem(harness)) == JobFault.CHARGED)
    assert problem(harness).facts[FactKey.SAID] == "Bad words in the description"
    assert problem(harness).facts[FactKey.AMOUNT] == "10"


@pytest.mark.parametrize("mishap", [Fail(lost(), after=True), Kill(after=True)])
async def test_a_lost_answer_is_unclear_never_repeated_and_the_records_tell(
    harness: JobHarness, mishap: Fail | Kill
) -> None:
    await harness.clock.sleep(2_000)  # past the time in which a charge for the model may come
    harness.gateway.script("generate", mishap)
    await harness.make_song()
    await harness.until(lambda: orders(harness) == 1 and len(harness.gateway.entries) == 8)
    if isinstance(mishap, Kill):
        await harness.restart()
    await harness.until_song(GenerationState.UNCLEAR)
    await harness.until(lambda: charge_of(problem(harness)) == JobFault.CHARGED)
    assert problem(harness).facts[FactKey.AMOUNT] == "10"
    await harness.restart()
    await harness.clock.sleep(1_000)
    assert orders(harness) == 1


async def test_a_request_that_never_arrived_is_proven_free_in_time(harness: JobHarness) -> None:
    harness.gateway.script("generate", lost())
    await harness.make_song(balance=harness.gateway.balance)
    await harness.until_song(GenerationState.UNCLEAR)
    await harness.until(lambda: charge_of(problem(harness)) == JobFault.NOT_CHARGED, within=2_000)
    assert FactKey.RECORDS in problem(harness).facts
    assert orders(harness) == 1


async def test_two_songs_at_once_are_told_apart(harness: JobHarness) -> None:
    """The charge of one that is there is never taken for the other's."""
    harness.gateway.script("generate", lost())
    await harness.make_song(balance=harness.gateway.balance)
    await harness.make_song(balance=harness.gateway.balance)
    await harness.until(lambda: len(harness.gateway.seen("generate")) == 2)
    await harness.clock.sleep(3_000)
    first, second = harness.job.generations.all()
    assert (first.state, second.state) == (GenerationState.UNCLEAR, GenerationState.READY)
    assert charge_of(first.problem) != JobFault.CHARGED


async def test_after_a_restart_it_goes_on_with_the_receipt(harness: JobHarness) -> None:
    await harness.make_song()
    await harness.until_song(GenerationState.WORKING)
    await harness.restart()
    await kept(harness)
    assert orders(harness) == 1


async def test_files_that_were_not_fetched_yet_are_fetched_after_a_restart(harness: JobHarness) -> None:
    harness.downloader.mishaps.append(Hang())
    await harness.make_song()
    await harness.until(lambda: bool(harness.downloader.asked))
    await harness.restart()
    assert all(await kept(harness))


async def test_done_without_sound_is_said_and_can_be_asked_for_again(harness: JobHarness) -> None:
    harness.gateway.made = Report(task_id="", phase=Phase.SUCCEEDED, clips=(Clip(id="made-1"),))
    await harness.make_song()
    await harness.until(lambda: harness.generation().state is GenerationState.FAILED, within=PATIENCE * 3)
    assert problem(harness).code == JobFault.SONG_WITHOUT_SOUND
    task = harness.gateway.tasks[harness.generation().task_id]
    task.result = replace(MADE, task_id=task.id)
    await harness.job.generations.fetch_again(harness.generation().id)
    assert all(await kept(harness))
    assert orders(harness) == 1


@pytest.mark.parametrize("restarted", [False, True])
async def test_songs_that_turn_up_late_are_kept_without_a_press(harness: JobHarness, restarted: bool) -> None:
    """Mountsea did not know the receipt for longer than can be believed, and then does."""
    await harness.make_song()
    await harness.until_song(GenerationState.WORKING)
    task = harness.gateway.tasks.pop(harness.generation().task_id)
    await harness.until_song(GenerationState.UNCLEAR)
    assert problem(harness).facts[FactKey.TASK] == task.id
    await harness.clock.sleep(3_600)
    harness.gateway.tasks[task.id] = task
    if restarted:
        await harness.restart()
    assert all(await kept(harness))
    assert orders(harness) == 1


async def test_an_unclear_order_that_failed_after_all_is_said_to_have_failed(harness: JobHarness) -> None:
    await harness.make_song()
    await harness.until_song(GenerationState.WORKING)
    task = harness.gateway.tasks.pop(harness.generation().task_id)
    await harness.until_song(GenerationState.UNCLEAR)
    harness.gateway.tasks[task.id] = replace(task, result=Report(task_id=task.id, phase=Phase.FAILED))
    await harness.until_song(GenerationState.FAILED)
    assert orders(harness) == 1


async def test_what_was_put_away_is_not_asked_about(harness: JobHarness) -> None:
    await harness.make_song()
    await harness.until_song(GenerationState.WORKING)
    task = harness.gateway.tasks.pop(harness.generation().task_id)
    await harness.until_song(GenerationState.UNCLEAR)
    await harness.job.generations.delete(harness.generation().id)
    await harness.clock.sleep(600)
    asked = sum(call.arguments == (task.id,) for call in harness.gateway.seen("status"))
    await harness.clock.sleep(3_600)
    assert sum(call.arguments == (task.id,) for call in harness.gateway.seen("status")) == asked


async def test_a_dead_address_is_tried_some_times_and_again_when_asked_to(harness: JobHarness) -> None:
    harness.downloader.script(*[DownloadError(DownloadFault.UNREACHABLE)] * TRIES)
    await harness.make_song()
    first, second = await kept(harness)
    assert (first, bool(second)) == ("", True)
    assert harness.generation().songs[0].problem == Problem(DownloadFault.UNREACHABLE)
    await harness.job.generations.fetch_again(harness.generation().id)
    assert all(await kept(harness))
    assert orders(harness) == 1


@pytest.mark.parametrize(
    "fault", [DownloadFault.TOO_LARGE, DownloadFault.NOT_SOUND, DownloadFault.PRIVATE, DownloadFault.REFUSED]
)
async def test_what_will_not_change_is_not_tried_again_by_itself(
    harness: JobHarness, fault: DownloadFault
) -> None:
    harness.downloader.script(DownloadError(fault, "404"))
    await harness.make_song()
    files = await kept(harness)
    await harness.clock.sleep(1_000)
    assert [bool(file) for file in files] == [False, True]
    assert len(harness.downloader.asked) == 2
    assert harness.song_files.unfinished == 0


async def test_a_further_address_of_a_song_is_tried(harness: JobHarness) -> None:
    clip = Clip(id="made-1", addresses=("https://dead.example/1.mp3", "https://sounds.example/1.mp3"))
    harness.gateway.made = Report(task_id="", phase=Phase.SUCCEEDED, clips=(clip,))
    harness.downloader.script(DownloadError(DownloadFault.NOT_SOUND))
    await harness.make_song()
    assert all(await kept(harness))
    assert harness.downloader.asked == list(clip.addresses)


async def test_a_full_disk_loses_nothing_and_costs_nothing(harness: JobHarness) -> None:
    harness.song_files.errors.append(SongFileError(JournalFault.FULL))
    await harness.make_song()
    await kept(harness)
    found = harness.generation().songs[0].problem
    assert found is not None
    assert (found.code, found.facts) == (JobFault.SONG_NOT_KEPT, {FactKey.WHY: JournalFault.FULL})
    assert harness.song_files.unfinished == 0
    await harness.job.generations.fetch_again(harness.generation().id)
    assert all(await kept(harness))
    assert orders(harness) == 1


async def test_addresses_are_asked_for_anew_before_another_try(harness: JobHarness) -> None:
    harness.downloader.script(DownloadError(DownloadFault.REFUSED, "403"))
    await harness.make_song()
    await kept(harness)
    task = harness.gateway.tasks[harness.generation().task_id]
    fresh = replace(MADE.clips[0], addresses=("https://sounds.example/fresh.mp3",))
    task.result = replace(MADE, task_id=task.id, clips=(fresh, MADE.clips[1]))
    await harness.job.generations.fetch_again(harness.generation().id)
    assert all(await kept(harness))
    assert harness.downloader.asked[-1] == "https://sounds.example/fresh.mp3"


async def test_a_file_that_is_gone_is_fetched_anew(harness: JobHarness) -> None:
    await harness.make_song()
    (first, _) = await kept(harness)
    harness.song_files.kept.pop(first)
    assert await harness.job.generations.refetch(harness.generation().id, "made-1")
    files = await kept(harness)
    assert set(files) == set(harness.song_files.kept)
    assert orders(harness) == 1


def first_song(harness: JobHarness) -> MadeSong:
    """The song that was made first, as the journal has it."""
    return harness.disk.generations[harness.generation().id].songs[0]


async def lose(harness: JobHarness) -> tuple[str, bytes]:
    """Lose a file, and have Mountsea refuse to give another; its name, and what was in it."""
    await harness.make_song()
    (first, _) = await kept(harness)
    content = harness.song_files.kept.pop(first)
    harness.downloader.script(DownloadError(DownloadFault.REFUSED, "404"))
    assert await harness.job.generations.refetch(harness.generation().id, "made-1")
    assert first_song(harness).file == first
    await harness.until(lambda: first_song(harness).problem is not None)
    return first, content


async def test_the_name_of_a_lost_file_is_kept_and_the_file_taken_when_it_is_back(
    harness: JobHarness,
) -> None:
    first, content = await lose(harness)
    await harness.restart()
    assert (first_song(harness).file, first_song(harness).present_file) == (first, "")
    asked = len(harness.downloader.asked)
    harness.song_files.kept[first] = content
    await harness.job.generations.fetch_again(harness.generation().id)
    assert first_song(harness).present_file == first
    assert first_song(harness).problem is None
    assert len(harness.downloader.asked) == asked
    assert len(harness.song_files.kept) == 2


async def test_a_lost_file_that_comes_back_during_a_download_is_there_once(harness: JobHarness) -> None:
    first, content = await lose(harness)
    asked = len(harness.downloader.asked)
    await harness.job.generations.fetch_again(harness.generation().id)
    await harness.until(lambda: len(harness.downloader.asked) > asked)
    harness.song_files.kept[first] = content
    await harness.until(lambda: bool(first_song(harness).present_file))
    assert first_song(harness).file == first
    assert {song.file for song in harness.generation().songs} == set(harness.song_files.kept)


async def test_a_lost_file_is_fetched_into_no_new_folder(harness: JobHarness) -> None:
    """It would be in the way of the one that comes back."""
    first, _ = await lose(harness)
    asked = len(harness.downloader.asked)
    harness.song_files.errors.extend(SongFileError(JournalFault.GONE) for _ in range(2))
    await harness.job.generations.fetch_again(harness.generation().id)
    await harness.until(lambda: not harness.song_files.errors and first_song(harness).problem is not None)
    found = first_song(harness)
    assert found.problem is not None
    assert (found.file, found.problem.code) == (first, JobFault.SONG_NOT_KEPT)
    assert len(harness.downloader.asked) == asked


@pytest.mark.parametrize("fault", [None, SongFileError(JournalFault.GONE)])
async def test_a_file_that_is_there_or_that_nobody_can_look_at_is_not_fetched_anew(
    harness: JobHarness, fault: Exception | None
) -> None:
    await harness.make_song()
    await kept(harness)
    before = harness.generation()
    asked = len(harness.downloader.asked)
    harness.song_files.errors.extend([fault] if fault else [])
    assert not await harness.job.generations.refetch(before.id, "made-1")
    await harness.clock.sleep(20)
    assert harness.generation() == before
    assert len(harness.downloader.asked) == asked


async def test_a_deleted_song_is_gone_with_its_file_and_stays_gone(harness: JobHarness) -> None:
    await harness.make_song()
    (first, second) = await kept(harness)
    await harness.job.generations.delete(harness.generation().id, "made-1")
    assert list(harness.song_files.kept) == [second] != [first]
    await harness.restart()
    assert [song.file for song in harness.generation().songs] == [second]


async def test_a_file_that_was_moved_away_leaves_its_name_to_no_other_song(harness: JobHarness) -> None:
    await harness.make_song()
    (first, _) = await kept(harness)
    old = harness.generation()
    harness.song_files.kept.pop(first)
    await harness.make_song()
    await harness.until(lambda: len(harness.song_files.kept) == 3)
    for song in old.songs:
        await harness.job.generations.delete(old.id, song.clip_id)
    (new,) = (it for it in harness.job.generations.all() if it.id != old.id)
    await harness.until(lambda: harness.disk.generations[new.id].songs == new.songs)
    assert {song.file for song in new.songs} == set(harness.song_files.kept)
    assert len(harness.song_files.kept) == 2


async def test_a_file_that_two_songs_name_goes_with_the_last(harness: JobHarness) -> None:
    await harness.make_song()
    (first, _) = await kept(harness)
    old = harness.generation()
    twin = replace(old, id="twin", songs=(replace(old.songs[0], clip_id="other", file=first),))
    harness.disk.generations[twin.id] = twin
    await harness.restart()
    await harness.job.generations.delete(old.id, old.songs[0].clip_id)
    assert first in harness.song_files.kept
    await harness.job.generations.delete(twin.id, "other")
    assert first not in harness.song_files.kept


async def test_a_song_deleted_while_it_comes_leaves_no_file(harness: JobHarness) -> None:
    await harness.make_song()
    await harness.until(lambda: len(harness.downloader.asked) == 1)
    await harness.job.generations.delete(harness.generation().id, "made-1")
    await kept(harness)
    await harness.clock.sleep(10)
    assert list(harness.song_files.kept) == [song.file for song in harness.generation().songs]


async def test_an_order_that_came_to_nothing_can_be_put_away_and_is_still_reckoned_with(
    harness: JobHarness,
) -> None:
    harness.gateway.script("generate", lost())
    await harness.make_song()
    await harness.until_song(GenerationState.UNCLEAR)
    await harness.job.generations.delete(harness.generation().id)
    assert harness.generation().hidden


async def test_pressed_twice_costs_twice_and_is_two_orders(harness: JobHarness) -> None:
    """Each is a yes of its own: the window asks for each."""
    assert all(await asyncio.gather(harness.make_song(), harness.make_song()))
    await harness.until(lambda: harness.gateway.balance == Decimal(380))
    assert orders(harness) == 2
