import asyncio
from collections import Counter

import pytest
from anyio import CapacityLimiter

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.job_harness import LINK, JobHarness, new_songs
from tests.fakes.mishaps import Fail, Hang, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.fakes.virtual_time import BEGINNING


def links_sent(harness: JobHarness) -> list[object]:
    return [call.arguments[1] for call in harness.gateway.seen("upload")]


async def test_one_session_is_opened_however_many_songs_start_at_once() -> None:
    harness = JobHarness(parallel=20)
    await harness.uploaded(20)
    assert len(harness.gateway.seen("prepare")) == 1
    assert {call.arguments[0] for call in harness.gateway.seen("upload")} == {"session-1"}
    assert harness.model().session_id == harness.disk.models[harness.model().id].session_id == "session-1"
    await harness.stop()


async def test_never_more_uploads_at_a_time_than_allowed_and_in_the_musicians_order(
    harness: JobHarness,
) -> None:
    await harness.uploaded(15)
    assert harness.gateway.most_in_flight["upload"] == harness.parallel
    assert links_sent(harness) == [LINK.format(number) for number in range(1, 16)]


async def test_the_intent_is_on_disk_before_anything_is_sent(harness: JobHarness) -> None:
    model_id = await harness.begin()
    harness.gateway.script("upload", *[Hang()] * 3)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.gateway.in_flight["upload"] == 3)
    on_disk = Counter(song.state for song in harness.disk.songs.values())
    assert on_disk == {SongState.SENDING: 3, SongState.QUEUED: 3}


async def test_stopping_takes_back_what_was_not_sent_and_lets_the_rest_go_on(harness: JobHarness) -> None:
    model_id = await harness.begin(20)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.gateway.in_flight["upload"] == 3)
    await harness.job.stop_uploads(model_id)
    on_disk = Counter(song.state for song in harness.disk.songs.values())
    assert on_disk == {SongState.SENDING: 3, SongState.READY: 17}
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 3)
    await harness.clock.sleep(3_600)
    assert len(links_sent(harness)) == 3
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 20)
    assert max(Counter(links_sent(harness)).values()) == 1


async def test_stopping_and_going_on_at_once_sends_each_song_once(harness: JobHarness) -> None:
    model_id = await harness.begin(20)
    for _ in range(3):
        await harness.job.upload(model_id)
        await harness.job.stop_uploads(model_id)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 20)
    assert max(Counter(links_sent(harness)).values()) == 1


async def test_what_is_still_checked_is_not_uploaded_after_stopping(harness: JobHarness) -> None:
    model = await harness.job.new_model("Night drive")
    await harness.job.add_songs(model.id, new_songs(6))
    await harness.job.upload(model.id)
    counts = harness.job.counts(model.id)
    assert counts.wanted == counts.stoppable == 6
    await harness.job.stop_uploads(model.id)
    assert counts.stoppable == 0
    await harness.until(lambda: harness.count(SongState.READY) == 6)
    await harness.clock.sleep(3_600)
    assert links_sent(harness) == []


@pytest.mark.parametrize(
    "outage",
    [
        GatewayError(Fault.SIGN_IN_PAGE, Fate.UNCLEAR, status=200),
        GatewayError(Fault.SERVER, Fate.UNCLEAR, status=503, retry_after=60),
    ],
)
async def test_an_outage_costs_no_more_songs_than_were_on_their_way(
    harness: JobHarness, outage: GatewayError
) -> None:
    model_id = await harness.begin(20)
    await harness.job.upload(model_id)
    await harness.until(lambda: len(harness.gateway.answered) >= 3)
    harness.injector.decide = lambda name: Fail(outage) if name.startswith("gateway") else None
    await harness.clock.sleep(3_600)
    unclear = harness.count(SongState.UNCLEAR)
    assert 1 <= unclear <= harness.parallel
    harness.injector.decide = lambda _: None
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 20 - unclear)
    assert harness.job.outage is None
    assert max(Counter(links_sent(harness)).values()) == 1


async def test_what_the_disk_does_not_take_is_not_sent(harness: JobHarness) -> None:
    model_id = await harness.begin()
    await harness.job.upload(model_id)
    harness.injector.decide = lambda name: Fail(JournalError(JournalFault.FULL)) if "save" in name else None
    await harness.clock.sleep(60)
    assert links_sent(harness) == []
    assert harness.job.outage is not None
    assert harness.job.outage.problem.code == JournalFault.FULL
    harness.injector.decide = lambda _: None
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    assert harness.job.outage is None


def said(words: str) -> GatewayError:
    return GatewayError(Fault.INVALID, Fate.REFUSED, said=words, status=422)


@pytest.mark.parametrize(
    ("befalls", "state", "code"),
    [
        (Fail(lost()), SongState.UNCLEAR, Fault.LOST),
        (Fail(lost(), after=True), SongState.UNCLEAR, Fault.LOST),
        (Fail(GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500)), SongState.UNCLEAR, Fault.SERVER),
        (Fail(refused(Fault.INVALID)), SongState.FAILED, Fault.INVALID),
        (Fail(refused(Fault.NOT_FOUND)), SongState.FAILED, JobFault.SESSION_GONE),
        (
            Fail(GatewayError(Fault.REJECTED, Fate.REFUSED, status=410)),
            SongState.FAILED,
            JobFault.SESSION_GONE,
        ),
        (Fail(said("Session not found or expired")), SongState.FAILED, JobFault.SESSION_GONE),
        (Fail(said("会话已失效")), SongState.FAILED, JobFault.SESSION_GONE),
        (Fail(said("Audio source not found")), SongState.FAILED, Fault.INVALID),
        (Fail(refused(Fault.TOO_LARGE)), SongState.FAILED, Fault.TOO_LARGE),
    ],
)
async def test_an_upload_that_may_count_is_not_repeated(
    harness: JobHarness, befalls: Mishap, state: SongState, code: str
) -> None:
    model_id = await harness.begin()
    harness.gateway.script("upload", befalls)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 5)
    await harness.clock.sleep(1_000)
    song = harness.songs()[0]
    assert (song.state, song.problem and song.problem.code) == (state, code)
    assert links_sent(harness).count(song.link) == 1


@pytest.mark.parametrize(
    "error",
    [
        offline(),
        GatewayError(Fault.LOST, Fate.NOT_SENT),
        refused(Fault.BUSY),
        GatewayError(Fault.PROXY_LOGIN, Fate.NOT_SENT),
    ],
)
async def test_what_certainly_had_no_effect_is_sent_again_in_its_order(
    harness: JobHarness, error: GatewayError
) -> None:
    model_id = await harness.begin(9)
    await harness.job.limit_uploads(1)
    harness.gateway.script("upload", error, error, error)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 9)
    first, *others = list(dict.fromkeys(links_sent(harness)))
    assert links_sent(harness) == [first] * 4 + others
    assert others == [LINK.format(number) for number in range(2, 10)]


async def test_a_refused_token_pauses_everything_and_all_goes_on_with_a_new_one(harness: JobHarness) -> None:
    model_id = await harness.begin(9)
    await harness.job.limit_uploads(1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) >= 4)
    harness.injector.decide = lambda name: Fail(refused(Fault.TOKEN_REFUSED)) if "gateway" in name else None
    await harness.clock.sleep(10)
    assert harness.job.outage is not None
    assert set(harness.states()) == {SongState.ACCEPTED, SongState.QUEUED}
    before = len(harness.gateway.calls)
    await harness.clock.sleep(3_600)
    assert len(harness.gateway.calls) == before, "nothing is sent while everything pauses"
    harness.injector.decide = lambda _: None
    harness.job.try_now()
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 9)
    codes = [outage and outage.problem.code for outage in harness.outages()]
    assert codes == [Fault.TOKEN_REFUSED, None]


async def test_retry_after_is_heeded(harness: JobHarness) -> None:
    model_id = await harness.begin()
    harness.gateway.script("upload", refused(Fault.BUSY, retry_after=120))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.job.outage is not None)
    began, before = harness.clock.monotonic(), len(links_sent(harness))
    await harness.until(lambda: len(links_sent(harness)) > before)
    assert harness.clock.monotonic() - began == pytest.approx(120, abs=1)


@pytest.mark.parametrize("error", [offline(), GatewayError(Fault.LOST, Fate.NOT_SENT), refused(Fault.BUSY)])
async def test_a_session_that_was_certainly_not_opened_is_opened_by_itself(
    harness: JobHarness, error: GatewayError
) -> None:
    harness.gateway.script("prepare", error, error)
    await harness.uploaded()
    assert len(harness.gateway.seen("prepare")) == 3


@pytest.mark.parametrize(
    ("error", "code"), [(lost(), JobFault.SESSION_UNCLEAR), (refused(Fault.FORBIDDEN), Fault.FORBIDDEN)]
)
async def test_otherwise_the_songs_are_ready_again_and_the_model_says_why(
    harness: JobHarness, error: GatewayError, code: str
) -> None:
    model_id = await harness.begin()
    harness.gateway.script("prepare", error)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.model().problem is not None)
    await harness.clock.sleep(500)
    assert harness.model().problem.code == code  # type: ignore[union-attr]  # it has one by now
    assert harness.states() == [SongState.READY] * 6
    assert len(harness.gateway.seen("prepare")) == 1
    await harness.job.upload(model_id)
    assert harness.model().problem is None
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)


async def test_an_expired_link_is_not_sent(harness: JobHarness) -> None:
    model_id = await harness.begin()
    late = NewSong(link="https://x.example/1", pasted="", title="t", expires_at=BEGINNING + 100)
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=300))
    (song,) = await harness.job.add_songs(model_id, [late])
    await harness.until(lambda: harness.count(SongState.READY) == 7)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    failed = harness.job.songs(model_id)[-1]
    assert failed.state is SongState.FAILED
    assert failed.problem is not None
    assert failed.problem.code == Verdict.EXPIRED
    assert song.link not in links_sent(harness)


async def test_a_song_that_waits_can_be_removed_and_is_never_sent(harness: JobHarness) -> None:
    model_id = await harness.begin(7)
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=30))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.job.outage is not None)
    gone = harness.songs()[0]
    await harness.job.remove([gone.id])
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)
    assert gone.link not in links_sent(harness)
    assert gone.id not in harness.disk.songs


async def test_when_all_that_waited_was_removed_no_session_is_opened(harness: JobHarness) -> None:
    model_id = await harness.begin(2)
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=30))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.job.outage is not None)
    await harness.job.remove([song.id for song in harness.songs()])
    await harness.clock.sleep(100)
    assert len(harness.gateway.seen("prepare")) == 1
    assert harness.job.outage is None
    assert len(harness.tasks) == 0


async def test_a_removal_and_the_sending_of_its_song_do_not_cross(harness: JobHarness) -> None:
    """Either it is removed and never sent, or it is sent and stays: whichever comes first."""
    for delay in range(12):
        harness = JobHarness()
        model_id = await harness.begin(1)
        await harness.job.upload(model_id)
        await harness.clock.sleep(0.1 + delay * 0.001)
        (song,) = harness.songs()
        removed = await harness.job.remove([song.id])
        await harness.clock.sleep(60)
        assert len(links_sent(harness)) == len(harness.songs()) == 1 - len(removed)
        assert len(harness.disk.songs) == len(harness.songs())
        await harness.stop()


async def test_a_choice_made_while_sending_is_kept(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.SENDING) == 1)
    await harness.job.choose([harness.songs()[0].id], False)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert harness.songs()[0].chosen is False


async def test_a_failed_song_says_why_in_mountseas_words(harness: JobHarness) -> None:
    model_id = await harness.begin()
    said = "match_audible_magic"
    harness.gateway.failing[LINK.format(1)] = Report(task_id="", phase=Phase.FAILED, fail_reason=said)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 1)
    problem = harness.songs()[0].problem
    assert problem is not None
    assert (problem.code, problem.facts[FactKey.SAID]) == (FailReason.KNOWN_RECORDING, said)


async def test_a_success_without_identifier_is_unclear_and_keeps_its_receipt(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.gateway.failing[LINK.format(1)] = Report(task_id="", phase=Phase.SUCCEEDED)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1)
    (song,) = harness.songs()
    assert song.task_id == "task-1"
    assert song.problem is not None
    assert song.problem.code == JobFault.NO_IDENTIFIER


async def test_nothing_is_kept_of_models_whose_songs_are_done(harness: JobHarness) -> None:
    await harness.uploaded()
    uploads = harness.job._uploads
    assert len(uploads._sessions) == len(uploads._running) == len(harness.tasks) == 0


class Crowd:
    def __init__(self, size: int) -> None:
        self.limiter = CapacityLimiter(size)
        self.inside: list[int] = []
        self.came: list[int] = []
        self.leave = asyncio.Event()

    async def visit(self, number: int) -> None:
        async with self.limiter:
            self.inside.append(number)
            self.came.append(number)
            try:
                await self.leave.wait()
            finally:
                self.inside.remove(number)

    def start(self, *numbers: int) -> list[asyncio.Task[None]]:
        loop = asyncio.get_running_loop()
        return [loop.create_task(self.visit(number)) for number in numbers]


async def test_the_limiter_serves_who_comes_first() -> None:
    crowd = Crowd(2)
    tasks = crowd.start(*range(5))
    await asyncio.sleep(0.01)
    assert crowd.inside == [0, 1]
    tasks[0].cancel()
    late = crowd.start(9)
    await asyncio.sleep(0.01)
    assert crowd.inside == [1, 2]
    crowd.leave.set()
    await asyncio.gather(*tasks[1:], *late)
    assert crowd.came == [0, 1, 2, 3, 4, 9]


async def test_the_limit_may_grow_and_shrink_in_use() -> None:
    crowd = Crowd(1)
    tasks = crowd.start(*range(6))
    await asyncio.sleep(0.01)
    crowd.limiter.total_tokens = 3
    await asyncio.sleep(0.01)
    assert crowd.inside == [0, 1, 2]
    crowd.limiter.total_tokens = 2
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [1, 2]
    crowd.limiter.total_tokens = 1
    crowd.limiter.total_tokens = 2
    await asyncio.sleep(0.01)
    assert crowd.inside == [1, 2], "those inside count, whatever the limit was meanwhile"
    crowd.leave.set()
    await asyncio.gather(*tasks[1:])


async def test_a_token_whose_owner_is_cancelled_is_not_lost() -> None:
    crowd = Crowd(1)
    first, second, third = crowd.start(1, 2, 3)
    await asyncio.sleep(0.01)
    first.cancel()
    await asyncio.sleep(0)  # the second has its token, and has not entered yet
    second.cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [3]
    crowd.leave.set()
    await third


async def test_who_leaves_the_line_gives_no_token_back() -> None:
    crowd = Crowd(1)
    first, second, third = crowd.start(1, 2, 3)
    await asyncio.sleep(0.01)
    second.cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [1]
    crowd.leave.set()
    await asyncio.gather(first, third)


async def test_between_two_tries_there_is_a_rest(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script("upload", *[GatewayError(Fault.LOST, Fate.NOT_SENT)] * 5)
    began = harness.clock.monotonic()
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    assert harness.clock.monotonic() - began > 5


@pytest.mark.parametrize(
    ("step", "state"),
    [
        ("prepare", SongState.READY),
        ("upload", SongState.UNCLEAR),
        ("status", SongState.UNCLEAR),
    ],
)
async def test_an_error_that_nobody_expected_leaves_no_song_as_being_seen_to(
    harness: JobHarness, step: str, state: SongState
) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script(step, Fail(RuntimeError("a bug")))
    await harness.job.upload(model_id)
    await harness.clock.sleep(8)
    assert [type(error) for error in harness.errors] == [RuntimeError], "it is reported"
    harness.errors.clear()
    song = next(iter(harness.disk.songs.values()))
    assert song.state is state
    if state is SongState.UNCLEAR:
        assert song.problem is not None
        assert (song.problem.code, song.problem.details) == (Fault.LOST, "RuntimeError")
    assert len(harness.gateway.seen("upload")) == (0 if step == "prepare" else 1)


async def test_what_an_older_journal_has_queued_for_a_closed_model_is_not_sent(harness: JobHarness) -> None:
    """Older versions left songs queued when a model was created."""
    model_id = await harness.uploaded(6)
    await harness.job.add_songs(model_id, new_songs(2, first=7))
    await harness.until(lambda: harness.count(SongState.READY) == 2)
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)
    for song in harness.songs():
        if song.state is SongState.READY:
            harness.disk.songs[song.id] = song.moved(SongState.QUEUED, now=song.since)
    await harness.restart()
    await harness.clock.sleep(3_600)
    assert len(links_sent(harness)) == 6
    assert harness.count(SongState.READY) == 2


async def test_a_song_that_could_not_be_sent_is_not_sent_again_after_stop(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    harness.gateway.script("upload", Fail(GatewayError(Fault.LOST, Fate.NOT_SENT)))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.SENDING) == 1)
    await harness.job.stop_uploads(model_id)
    await harness.clock.sleep(3_600)
    assert len(links_sent(harness)) == 1
    assert harness.states() == [SongState.READY]
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)


@pytest.mark.parametrize("press", ["create", "stop"])
async def test_what_waits_goes_on_after_a_press_that_the_disk_refused(
    harness: JobHarness, press: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_id = await harness.uploaded()
    await harness.job.add_songs(model_id, new_songs(2, first=8))
    await harness.until(lambda: harness.count(SongState.READY) == 2)
    harness.gateway.script("upload", *[Fail(GatewayError(Fault.REJECTED, Fate.NOT_SENT))] * 2)
    await harness.job.upload(model_id)
    await harness.clock.sleep(1.5)  # both rest before they are tried once more
    save = harness.journal.save

    async def busy(*_records: object) -> None:
        await harness.clock.sleep(3)
        raise JournalError(JournalFault.LOCKED)

    monkeypatch.setattr(harness.journal, "save", busy)
    if press == "create":
        assert not await harness.create(model_id, balance=500)
    else:
        with pytest.raises(JournalError):
            await harness.job.stop_uploads(model_id)
    monkeypatch.setattr(harness.journal, "save", save)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 8)
