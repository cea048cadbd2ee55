import asyncio
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.ports import (
    AlreadyAttemptedError,
    Contents,
    Journal,
    JournalError,
)
from mountsea_desktop.workflow.song import Leftover, SongState
from tests.storage.any_records import attempt_records, generation_records, model_records, song_records
from tests.storage.journals import a_model, a_song, an_attempt, reopened


async def test_it_is_the_journal_the_job_asks_for(journal: SqliteJournal) -> None:
    asked: Journal = journal
    assert await asked.load() == Contents()


async def test_what_was_saved_is_there_after_reopening(path: Path, journal: SqliteJournal) -> None:
    model, song, attempt = a_model(), a_song(), an_attempt()
    await journal.save(song, attempt, model)
    await journal.close()
    assert await reopened(path) == Contents((replace(model, attempt=attempt),), (song,))


async def test_saving_again_replaces_and_keeps_the_order(journal: SqliteJournal) -> None:
    await journal.save(
        a_model("m2"), a_model("m1"), a_song("s1", "m2", 2), a_song("s2", "m2", 1), a_song("s3")
    )
    await journal.save(replace(a_model("m2"), name="Day songs"))
    await journal.save(replace(a_song("s2", "m2", 1), state=SongState.CHECKING))
    contents = await journal.load()
    assert [(model.id, model.name) for model in contents.models] == [
        ("m2", "Day songs"),
        ("m1", "Night songs"),
    ]
    assert [(song.id, song.state) for song in contents.songs] == [
        ("s2", SongState.CHECKING),
        ("s1", SongState.DRAFT),
        ("s3", SongState.DRAFT),
    ]


@pytest.mark.parametrize("live", [Outcome.SENDING, Outcome.TRAINING, Outcome.UNCLEAR, Outcome.READY])
async def test_a_second_live_attempt_is_refused_with_all_that_came_with_it(
    journal: SqliteJournal, live: Outcome
) -> None:
    await journal.save(a_model(), an_attempt("p1", live))
    with pytest.raises(AlreadyAttemptedError):
        await journal.save(a_song(), an_attempt("p2"))
    contents = await journal.load()
    assert contents.songs == ()
    assert contents.models[0].attempt == an_attempt("p1", live)


@pytest.mark.parametrize("dead", [Outcome.FAILED, Outcome.ABANDONED])
async def test_an_attempt_may_follow_one_that_is_over(journal: SqliteJournal, dead: Outcome) -> None:
    await journal.save(a_model(), an_attempt("p1"))
    await journal.save(an_attempt("p2"), an_attempt("p1", dead))
    assert (await journal.load()).models[0].attempt == an_attempt("p2")
    with pytest.raises(AlreadyAttemptedError):
        await journal.save(an_attempt("p1", Outcome.TRAINING))


async def test_attempts_of_two_models_do_not_meet(journal: SqliteJournal) -> None:
    await journal.save(a_model("m1"), a_model("m2"), an_attempt("p1"), an_attempt("p2", model_id="m2"))
    assert [model.attempt and model.attempt.id for model in (await journal.load()).models] == ["p1", "p2"]


async def test_two_attempts_at_once_leave_one(journal: SqliteJournal) -> None:
    await journal.save(a_model())
    results = await asyncio.gather(
        *(journal.save(an_attempt(f"p{n}")) for n in range(5)), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), *[AlreadyAttemptedError] * 4]


async def test_a_song_without_its_model_is_a_mistake(journal: SqliteJournal) -> None:
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        await journal.save(a_song())
    assert await journal.load() == Contents()


async def test_leftovers_stay_until_they_are_removed(path: Path, journal: SqliteJournal) -> None:
    leftover, other = (
        Leftover(id=key, stored_in="https://web.example", song_id="s") for key in ("a/1.wav", "b/1.wav")
    )
    await journal.save(leftover, other)
    await journal.save(leftover)
    await journal.remove(other)
    await journal.close()
    assert await reopened(path) == Contents(leftovers=(leftover,))


async def test_removing_songs_leaves_the_others(journal: SqliteJournal) -> None:
    await journal.save(a_model(), a_song("s1"), a_song("s2"), a_song("s3"))
    await journal.remove(a_song("s1"), a_song("s3"), a_song("never saved"))
    assert await journal.load() == Contents((a_model(),), (a_song("s2"),))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_record_survives(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "journal.sqlite3"
    model = data.draw(model_records())
    songs = data.draw(st.lists(song_records(model.id), unique_by=lambda song: song.id, max_size=4))
    attempt = data.draw(st.none() | attempt_records(model.id))
    orders = data.draw(st.lists(generation_records(model.id), unique_by=lambda order: order.id, max_size=3))
    journal = await SqliteJournal.open(path)
    await journal.save(model, *songs, *([attempt] if attempt else []), *orders)
    await journal.close()
    contents = await reopened(path)
    assert contents.models == (replace(model, attempt=attempt),)
    assert contents.songs == tuple(sorted(songs, key=lambda song: song.position))
    assert contents.generations == tuple(orders)


async def test_a_transaction_reaches_the_disk_before_save_returns(journal: SqliteJournal) -> None:
    assert await journal._run(journal._database._number, "synchronous") == 3  # EXTRA


async def test_only_the_owner_can_read_it(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model())
    everybody = 0 if os.name != "nt" else 0o077  # Windows guards the person's folders by other means
    assert [entry.stat().st_mode & 0o077 & ~everybody for entry in path.parent.iterdir()] == [0, 0, 0]


async def test_a_closed_journal_says_so_and_closes_twice(journal: SqliteJournal) -> None:
    await journal.close()
    await journal.close()
    with pytest.raises(JournalError):
        await journal.save(a_model())


async def test_what_was_asked_before_closing_is_done(path: Path, journal: SqliteJournal) -> None:
    saving = asyncio.gather(*(journal.save(a_model(f"m{n}")) for n in range(20)))
    await asyncio.sleep(0)
    await journal.close()
    await saving
    assert len((await reopened(path)).models) == 20


async def test_a_cancelled_save_is_saved_all_the_same(journal: SqliteJournal) -> None:
    saving = asyncio.gather(journal.save(a_model()))
    await asyncio.sleep(0)
    saving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await saving
    assert (await journal.load()).models == (a_model(),)


async def test_five_hundred_songs_load_at_once(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model(), *(a_song(f"s{n}", position=n) for n in range(500)))
    await journal.close()
    started = time.monotonic()
    assert len((await reopened(path)).songs) == 500
    assert time.monotonic() - started < 2  # about 20 ms on an idle machine
