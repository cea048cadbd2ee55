from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.links.verdict import Checked, Note, UnreachableReason, Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.checks import AT_ONCE, ON_THE_WAY, problem_of
from mountsea_desktop.workflow.events import SongSaved
from mountsea_desktop.workflow.gate import LONGEST_WAIT
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.job_harness import LINK, JobHarness, new_songs


async def checked(harness: JobHarness, verdict: Checked) -> Song:
    harness.checker.verdicts[LINK.format(1)] = verdict
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(1))
    await harness.until(lambda: harness.states()[0] not in {SongState.DRAFT, SongState.CHECKING})
    await harness.clock.sleep(0.1)
    assert harness.disk.songs == {song.id: song for song in harness.songs()}
    return harness.songs()[0]


async def test_a_song_is_ready_and_has_what_the_check_learned(harness: JobHarness) -> None:
    song = await checked(harness, Checked(verdict=Verdict.AUDIO, title="Dawn", size=7, duration=3.5))
    assert (song.state, song.problem) == (SongState.READY, None)
    assert (song.title, song.size, song.duration) == ("Dawn", 7, 3.5)


async def test_advice_does_not_stop_a_song(harness: JobHarness) -> None:
    song = await checked(harness, Checked(verdict=Verdict.AUDIO, notes=(Note.NOT_ENCRYPTED, Note.LONG)))
    assert song.state is SongState.READY
    assert song.problem is not None
    assert song.problem.code == Note.LONG


async def test_an_unreachable_link_may_be_tried(harness: JobHarness) -> None:
    song = await checked(harness, Checked(verdict=Verdict.UNREACHABLE))
    assert song.state is SongState.READY
    assert song.problem is not None


@pytest.mark.parametrize("verdict", [Verdict.WEB_PAGE, Verdict.NOT_THERE, Verdict.NOT_AUDIO])
async def test_any_other_verdict_needs_attention(harness: JobHarness, verdict: Verdict) -> None:
    song = await checked(harness, Checked(verdict=verdict, certain=True, facts={FactKey.STATUS: "404"}))
    assert song.state is SongState.NEEDS_ATTENTION
    assert song.problem is not None
    assert (song.problem.code, song.problem.facts) == (verdict, {"status": "404", "certain": "yes"})


def test_doubt_is_told_from_certainty() -> None:
    assert "certain" not in problem_of(Checked(verdict=Verdict.NOT_AUDIO)).facts


async def test_a_few_at_a_time_in_order_and_each_once(harness: JobHarness) -> None:
    await harness.begin(30)
    assert list(harness.checker.checked) == [LINK.format(number) for number in range(1, 31)]
    assert harness.checker.most_at_once == AT_ONCE


async def test_a_slow_link_does_not_hold_up_the_next(harness: JobHarness) -> None:
    harness.checker.hanging.add(LINK.format(1))
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(1))
    await harness.clock.sleep(1)
    await harness.job.add_songs(model.id, new_songs(1, first=2))
    await harness.clock.sleep(1)
    assert harness.states() == [SongState.CHECKING, SongState.READY]


async def test_removing_a_song_ends_the_look_at_its_link_and_the_next_get_their_turn(
    harness: JobHarness,
) -> None:
    harness.checker.hanging |= {LINK.format(number) for number in range(1, AT_ONCE + 1)}
    model = await harness.job.new_model("n")
    songs = await harness.job.add_songs(model.id, new_songs(AT_ONCE + 2))
    await harness.clock.sleep(1)
    assert harness.checker.at_once == AT_ONCE
    removed = await harness.job.remove([song.id for song in songs[:AT_ONCE]])
    await harness.clock.sleep(1)
    assert harness.checker.at_once == 0
    assert harness.states() == [SongState.READY] * 2
    await harness.job.put_back(removed)
    await harness.clock.sleep(1)
    assert harness.checker.at_once == AT_ONCE
    await harness.job.remove([song.id for song in removed])
    await harness.job.remove([song.id for song in removed])
    await harness.clock.sleep(1)
    assert harness.checker.at_once == 0
    assert harness.errors == []


async def test_editing_a_link_ends_the_look_at_the_old_one(harness: JobHarness) -> None:
    harness.checker.hanging.add(LINK.format(1))
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.clock.sleep(1)
    for number in (2, 3):
        new = NewSong(link=LINK.format(number), pasted="", title="new")
        await harness.job.edit_link(song.id, new)
    await harness.clock.sleep(1)
    assert harness.checker.at_once == 0
    assert harness.states() == [SongState.READY]
    assert harness.checker.checked[-1] == LINK.format(3)


async def test_another_look_may_find_what_the_first_did_not(harness: JobHarness) -> None:
    closed = Checked(verdict=Verdict.NO_ACCESS, certain=True, facts={FactKey.STATUS: "403"})
    harness.checker.verdicts[LINK.format(1)] = closed
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(2))
    await harness.clock.sleep(1)
    assert harness.states() == [SongState.NEEDS_ATTENTION, SongState.READY]
    harness.checker.verdicts.clear()
    await harness.job.check_again([song.id for song in harness.songs()])
    await harness.clock.sleep(1)
    assert harness.states() == [SongState.READY] * 2
    await harness.job.upload(harness.model().id)
    await harness.job.check_again([song.id for song in harness.songs()])
    await harness.clock.sleep(1)
    assert len(harness.checker.checked) == 4, "what is on its way is left alone"


async def test_once_the_proxy_lets_through_links_out_of_reach_are_looked_at_again(
    harness: JobHarness,
) -> None:
    behind = Checked(verdict=Verdict.UNREACHABLE, facts={FactKey.WHY: "proxy"})
    harness.checker.verdicts[LINK.format(1)] = behind
    await harness.begin(3)
    harness.checker.verdicts.clear()
    await harness.job.way_is_clear()
    await harness.clock.sleep(1)
    assert list(harness.checker.checked)[3:] == [LINK.format(1)]
    assert harness.songs()[0].size


async def test_an_answer_about_an_edited_link_is_dropped(harness: JobHarness) -> None:
    harness.checker.latency = 5
    harness.checker.verdicts[LINK.format(1)] = Checked(verdict=Verdict.WEB_PAGE)
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.clock.sleep(3)
    await harness.job.edit_link(song.id, NewSong(link="https://new.example/", pasted="", title="new"))
    await harness.clock.sleep(4)
    assert harness.states() == [SongState.CHECKING]
    await harness.clock.sleep(4)
    assert harness.states() == [SongState.READY]
    assert harness.songs()[0].title == "new"


async def test_an_answer_about_a_removed_song_does_not_bring_it_back(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.until(lambda: harness.count(SongState.CHECKING) == 1)
    await harness.job.remove([song.id])
    await harness.clock.sleep(5)
    assert harness.songs() == []
    assert harness.disk.songs == {}


async def test_a_choice_made_meanwhile_does_not_leave_a_song_in_checking(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.until(lambda: harness.count(SongState.CHECKING) == 1)
    await harness.job.choose([song.id], False)
    await harness.clock.sleep(5)
    assert harness.states() == [SongState.READY]
    assert harness.songs()[0].chosen is False


async def test_a_check_that_was_interrupted_is_made_again(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    harness.checker.hanging.add(LINK.format(1))
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.until(lambda: harness.count(SongState.CHECKING) == 1)
    await harness.job.choose([song.id], False)
    assert harness.disk.songs[song.id].state is SongState.CHECKING
    harness.checker.hanging.clear()
    await harness.restart()
    await harness.until(lambda: harness.count(SongState.READY) == 1)


async def test_an_answer_about_a_song_that_was_edited_to_need_attention_is_dropped(
    harness: JobHarness,
) -> None:
    model = await harness.job.new_model("n")
    (song,) = await harness.job.add_songs(model.id, new_songs(1))
    await harness.until(lambda: harness.count(SongState.CHECKING) == 1)
    await harness.job.edit_link(song.id, replace(new_songs(1)[0], problem=Problem(Verdict.EXPIRED)))
    await harness.clock.sleep(5)
    assert harness.states() == [SongState.NEEDS_ATTENTION]


async def test_songs_with_as_many_bytes_are_most_likely_one(harness: JobHarness) -> None:
    model = await harness.job.new_model("n")
    sizes = (700, 700, 701, None, None)
    for number, size in enumerate(sizes, start=1):
        link = LINK.format(number)
        harness.checker.verdicts[link] = Checked(verdict=Verdict.AUDIO, title=f"Song {number}", size=size)
        await harness.job.add_songs(model.id, [NewSong(link=link, pasted=link, title="t")])
        await harness.until(lambda: harness.states()[-1] is SongState.READY)
    assert [song.problem and song.problem.code for song in harness.songs()] == [
        None, Note.SAME_SIZE, None, None, None,
    ]  # fmt: skip
    twin = harness.songs()[1].problem
    assert twin is not None
    assert twin.facts == {"other": "Song 1"}


async def test_a_song_that_is_gone_has_no_twin(harness: JobHarness) -> None:
    song = await checked(harness, Checked(verdict=Verdict.AUDIO, size=7))
    await harness.job.remove([song.id])
    link = LINK.format(2)
    harness.checker.verdicts[link] = Checked(verdict=Verdict.AUDIO, size=7)
    await harness.job.add_songs(song.model_id, [NewSong(link=link, pasted=link, title="t")])
    await harness.until(lambda: harness.states() == [SongState.READY])
    assert harness.songs()[0].problem is None


def same(harness: JobHarness) -> list[str]:
    """Which song each is said to be the same as."""
    problems = [song.problem for song in harness.songs()]
    return [
        problem.facts[FactKey.OTHER] if problem and problem.code == Note.SAME_SIZE else ""
        for problem in problems
    ]


async def test_a_twin_is_known_after_a_restart(harness: JobHarness) -> None:
    await harness.begin(1)
    await harness.restart()
    await harness.job.add_songs(harness.model().id, new_songs(1, first=2))
    await harness.clock.sleep(1)
    assert same(harness) == ["", "/1.wav"]


async def test_a_twin_that_was_removed_is_no_twin(harness: JobHarness) -> None:
    await harness.begin(2)
    assert same(harness) == ["", "/1.wav"]
    first = harness.songs()[0]
    await harness.job.remove([first.id])
    assert same(harness) == [""]
    assert harness.disk.songs == {song.id: song for song in harness.songs()}
    await harness.job.add_songs(harness.model().id, new_songs(1, first=3))
    await harness.clock.sleep(1)
    assert same(harness) == ["", "/2.wav"]


async def test_a_title_of_the_musicians_own_is_not_replaced(harness: JobHarness) -> None:
    harness.checker.verdicts[LINK.format(1)] = Checked(verdict=Verdict.AUDIO, title="track_01_final")
    model = await harness.job.new_model("n")
    link = LINK.format(1)
    await harness.job.add_songs(model.id, [NewSong(link=link, pasted=link, title="Dawn", has_own_title=True)])
    await harness.clock.sleep(1)
    assert harness.songs()[0].title == "Dawn"
    other = await harness.job.duplicate(model.id, "again")
    await harness.clock.sleep(1)
    assert harness.job.songs(other.id)[0].title == "Dawn"


# -- Without a network -----------------------------------------------------------------------------------


def no_answer(why: UnreachableReason) -> Checked:
    return Checked(verdict=Verdict.UNREACHABLE, facts={FactKey.WHY: why})


def unplug(harness: JobHarness, count: int, why: UnreachableReason = UnreachableReason.NAME) -> None:
    for number in range(1, count + 1):
        harness.checker.verdicts[LINK.format(number)] = no_answer(why)


async def offline(harness: JobHarness, count: int, why: UnreachableReason = UnreachableReason.NAME) -> str:
    """A model with so many songs that could not be looked at."""
    unplug(harness, count, why)
    model = await harness.job.new_model("n")
    await harness.job.add_songs(model.id, new_songs(count))
    await harness.until(lambda: harness.count(SongState.READY) == count)
    return model.id


def unknown(harness: JobHarness) -> int:
    problems = [song.problem for song in harness.songs() if song.problem is not None]
    return sum(problem.code == Verdict.UNREACHABLE for problem in problems)


@pytest.mark.parametrize("why", sorted(ON_THE_WAY))
async def test_links_that_were_out_of_reach_are_looked_at_when_there_is_a_network(
    harness: JobHarness, why: UnreachableReason
) -> None:
    await offline(harness, 9, why)
    harness.events.clear()
    harness.checker.checked.clear()
    harness.checker.most_at_once = 0
    await harness.clock.sleep(600)
    assert harness.events == [], "rows stand still as long as nothing is known"
    assert harness.checker.most_at_once == 1
    assert len(harness.checker.checked) < 60
    harness.checker.verdicts.clear()
    harness.checker.verdicts[LINK.format(9)] = Checked(verdict=Verdict.NOT_THERE, certain=True)
    await harness.clock.sleep(LONGEST_WAIT + 5)
    assert harness.states() == [SongState.READY] * 8 + [SongState.NEEDS_ATTENTION]
    assert unknown(harness) == 0
    assert [song.duration for song in harness.songs()[:8]] == [180.0] * 8
    assert harness.disk.songs == {song.id: song for song in harness.songs()}
    assert len([event for event in harness.events if isinstance(event, SongSaved)]) == 9
    assert not len(harness.tasks), "no timer is left"


@pytest.mark.parametrize("why", sorted(set(UnreachableReason) - ON_THE_WAY))
async def test_a_server_with_an_error_of_its_own_is_left_alone(
    harness: JobHarness, why: UnreachableReason
) -> None:
    await offline(harness, 1, why)
    harness.checker.checked.clear()
    await harness.clock.sleep(600)
    assert not harness.checker.checked


async def test_what_was_uploaded_or_changed_meanwhile_is_not_judged_by_an_old_look(
    harness: JobHarness,
) -> None:
    model_id = await offline(harness, 3)
    first, second, third = harness.songs()
    await harness.job.edit_link(first.id, NewSong(link=LINK.format(7), pasted="", title="new"))
    await harness.job.remove([second.id])
    harness.checker.latency = 5.0
    harness.checker.checked.clear()
    await harness.until(lambda: LINK.format(3) in harness.checker.checked)
    await harness.job.upload(model_id)
    harness.checker.verdicts[LINK.format(3)] = Checked(verdict=Verdict.NOT_THERE, certain=True)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2)
    assert third.id in harness.disk.songs
    await harness.clock.sleep(100)
    assert harness.states() == [SongState.UPLOADED] * 2


async def test_after_a_restart_they_are_looked_at_as_soon_as_the_window_is_there(
    harness: JobHarness,
) -> None:
    await offline(harness, 6)
    harness.checker.verdicts.clear()
    await harness.restart()
    await harness.clock.sleep(3)
    assert unknown(harness) == 0


async def test_models_that_are_put_away_are_left_alone_until_they_are_back(harness: JobHarness) -> None:
    model_id = await offline(harness, 2)
    await harness.job.archive(model_id)
    harness.checker.verdicts.clear()
    harness.checker.checked.clear()
    await harness.restart()
    await harness.clock.sleep(100)
    assert not harness.checker.checked
    await harness.job.archive(model_id, archived=False)
    await harness.until(lambda: unknown(harness) == 0)


async def test_another_link_that_answers_shows_that_there_is_a_network(harness: JobHarness) -> None:
    model_id = await offline(harness, 3)
    await harness.clock.sleep(600)
    harness.checker.verdicts.clear()
    await harness.job.add_songs(model_id, new_songs(1, first=20))
    await harness.clock.sleep(3)
    assert unknown(harness) == 0


async def test_an_answer_of_mountseas_shows_that_there_is_a_network(harness: JobHarness) -> None:
    await offline(harness, 3)
    await harness.clock.sleep(600)
    harness.checker.verdicts.clear()
    await harness.job.connectivity.balance()
    await harness.clock.sleep(3)
    assert unknown(harness) == 0


@pytest.mark.parametrize(
    ("fault", "is_tried"), [(Fault.OFFLINE, True), (Fault.PROXY, True), (Fault.BUSY, False)]
)
async def test_a_link_that_answers_has_mountsea_asked_unless_it_wants_to_be_left_alone(
    harness: JobHarness, fault: Fault, is_tried: bool
) -> None:
    await offline(harness, 1)
    harness.job.connectivity.record_failure(GatewayError(fault, Fate.NOT_SENT, retry_after=600.0))
    harness.checker.verdicts.clear()
    await harness.until(lambda: unknown(harness) == 0)
    await harness.clock.sleep(5)  # Mountsea is asked in its turn, and long before it said
    assert (harness.job.outage is None) is is_tried


async def test_who_comes_to_the_window_need_not_wait(harness: JobHarness) -> None:
    await offline(harness, 3)
    await harness.clock.sleep(600)
    harness.checker.verdicts.clear()
    harness.job.connectivity.look_for_network()
    await harness.clock.sleep(3)
    assert unknown(harness) == 0
