import asyncio
from collections import Counter

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import Reason
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.job import NewSong
from mountsea_desktop.workflow.ports import JournalError, JournalTrouble
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.uploads import Slots
from tests.fakes.job_harness import LINK, Bench
from tests.fakes.mishaps import Fail, Hang, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.fakes.virtual_time import BEGINNING


def links_sent(bench: Bench) -> list[object]:
    return [call.arguments[1] for call in bench.gateway.seen("upload")]


async def test_one_session_is_opened_however_many_songs_start_at_once() -> None:
    bench = Bench(parallel=20)
    await bench.uploaded(20)
    assert len(bench.gateway.seen("prepare")) == 1
    assert {call.arguments[0] for call in bench.gateway.seen("upload")} == {"session-1"}
    assert bench.model().session_id == bench.disk.models[bench.model().id].session_id == "session-1"
    await bench.stop()


async def test_never_more_uploads_at_a_time_than_allowed_and_in_the_musicians_order(bench: Bench) -> None:
    await bench.uploaded(15)
    assert bench.gateway.most_in_flight["upload"] == bench.parallel
    assert links_sent(bench) == [LINK.format(number) for number in range(1, 16)]


async def test_the_intent_is_on_disk_before_anything_is_sent(bench: Bench) -> None:
    model_id = await bench.begin()
    bench.gateway.script("upload", *[Hang()] * 3)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.gateway.in_flight["upload"] == 3)
    on_disk = Counter(song.state for song in bench.disk.songs.values())
    assert on_disk == {SongState.SENDING: 3, SongState.QUEUED: 3}


@pytest.mark.parametrize(
    "outage",
    [
        GatewayError(Fault.SIGN_IN_PAGE, Fate.UNCLEAR, status=200),
        GatewayError(Fault.SERVER, Fate.UNCLEAR, status=503, retry_after=60),
    ],
)
async def test_an_outage_costs_no_more_songs_than_were_on_their_way(
    bench: Bench, outage: GatewayError
) -> None:
    model_id = await bench.begin(20)
    await bench.studio.upload(model_id)
    await bench.until(lambda: len(bench.gateway.answered) >= 3)
    bench.fates.decide = lambda name: Fail(outage) if name.startswith("gateway") else None
    await bench.clock.sleep(3_600)
    unclear = bench.count(SongState.UNCLEAR)
    assert 1 <= unclear <= bench.parallel
    bench.fates.decide = lambda _: None
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 20 - unclear)
    assert bench.studio.trouble is None
    assert max(Counter(links_sent(bench)).values()) == 1


async def test_what_the_disk_does_not_take_is_not_sent(bench: Bench) -> None:
    model_id = await bench.begin()
    await bench.studio.upload(model_id)
    bench.fates.decide = lambda name: Fail(JournalError(JournalTrouble.FULL)) if "save" in name else None
    await bench.clock.sleep(60)
    assert links_sent(bench) == []
    assert bench.studio.trouble is not None
    assert bench.studio.trouble.problem.code == JournalTrouble.FULL
    bench.fates.decide = lambda _: None
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    assert bench.studio.trouble is None


def said(words: str) -> GatewayError:
    return GatewayError(Fault.INVALID, Fate.REFUSED, said=words, status=422)


@pytest.mark.parametrize(
    ("befalls", "state", "code"),
    [
        (Fail(lost()), SongState.UNCLEAR, Fault.LOST),
        (Fail(lost(), after=True), SongState.UNCLEAR, Fault.LOST),
        (Fail(GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500)), SongState.UNCLEAR, Fault.SERVER),
        (Fail(refused(Fault.INVALID)), SongState.FAILED, Fault.INVALID),
        (Fail(refused(Fault.NOT_FOUND)), SongState.FAILED, Hitch.SESSION_GONE),
        (Fail(GatewayError(Fault.REJECTED, Fate.REFUSED, status=410)), SongState.FAILED, Hitch.SESSION_GONE),
        (Fail(said("Session not found or expired")), SongState.FAILED, Hitch.SESSION_GONE),
        (Fail(said("会话已失效")), SongState.FAILED, Hitch.SESSION_GONE),
        (Fail(said("Audio source not found")), SongState.FAILED, Fault.INVALID),
        (Fail(refused(Fault.TOO_LARGE)), SongState.FAILED, Fault.TOO_LARGE),
    ],
)
async def test_an_upload_that_may_count_is_not_repeated(
    bench: Bench, befalls: Mishap, state: SongState, code: str
) -> None:
    model_id = await bench.begin()
    bench.gateway.script("upload", befalls)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 5)
    await bench.clock.sleep(1_000)
    song = bench.songs()[0]
    assert (song.state, song.problem and song.problem.code) == (state, code)
    assert links_sent(bench).count(song.link) == 1


@pytest.mark.parametrize(
    "error",
    [
        offline(),
        GatewayError(Fault.LOST, Fate.NOT_SENT),
        refused(Fault.BUSY),
        GatewayError(Fault.PROXY_LOGIN, Fate.NOT_SENT),
    ],
)
async def test_what_certainly_had_no_effect_is_sent_again_with_its_place_kept(
    bench: Bench, error: GatewayError
) -> None:
    model_id = await bench.begin(9)
    await bench.studio.limit_uploads(1)
    bench.gateway.script("upload", error, error, error)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 9)
    first, *others = list(dict.fromkeys(links_sent(bench)))
    assert links_sent(bench) == [first] * 4 + others
    assert others == [LINK.format(number) for number in range(2, 10)]


async def test_a_refused_token_pauses_everything_and_all_goes_on_with_a_new_one(bench: Bench) -> None:
    model_id = await bench.begin(9)
    await bench.studio.limit_uploads(1)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) >= 4)
    bench.fates.decide = lambda name: Fail(refused(Fault.TOKEN_REFUSED)) if "gateway" in name else None
    await bench.clock.sleep(10)
    assert bench.studio.trouble is not None
    assert set(bench.states()) == {SongState.ACCEPTED, SongState.QUEUED}
    before = len(bench.gateway.calls)
    await bench.clock.sleep(3_600)
    assert len(bench.gateway.calls) == before, "nothing is sent while everything pauses"
    bench.fates.decide = lambda _: None
    bench.studio.try_now()
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 9)
    codes = [trouble and trouble.problem.code for trouble in bench.troubles()]
    assert codes == [Fault.TOKEN_REFUSED, None]


async def test_retry_after_is_heeded(bench: Bench) -> None:
    model_id = await bench.begin()
    bench.gateway.script("upload", refused(Fault.BUSY, retry_after=120))
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.studio.trouble is not None)
    began, before = bench.clock.monotonic(), len(links_sent(bench))
    await bench.until(lambda: len(links_sent(bench)) > before)
    assert bench.clock.monotonic() - began == pytest.approx(120, abs=1)


@pytest.mark.parametrize("error", [offline(), GatewayError(Fault.LOST, Fate.NOT_SENT), refused(Fault.BUSY)])
async def test_a_session_that_was_certainly_not_opened_is_opened_by_itself(
    bench: Bench, error: GatewayError
) -> None:
    bench.gateway.script("prepare", error, error)
    await bench.uploaded()
    assert len(bench.gateway.seen("prepare")) == 3


@pytest.mark.parametrize(
    ("error", "code"), [(lost(), Hitch.SESSION_UNCLEAR), (refused(Fault.FORBIDDEN), Fault.FORBIDDEN)]
)
async def test_otherwise_the_songs_are_ready_again_and_the_model_says_why(
    bench: Bench, error: GatewayError, code: str
) -> None:
    model_id = await bench.begin()
    bench.gateway.script("prepare", error)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.model().problem is not None)
    await bench.clock.sleep(500)
    assert bench.model().problem.code == code  # type: ignore[union-attr]
    assert bench.states() == [SongState.READY] * 6
    assert len(bench.gateway.seen("prepare")) == 1
    await bench.studio.upload(model_id)
    assert bench.model().problem is None
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)


async def test_an_expired_link_is_not_sent(bench: Bench) -> None:
    model_id = await bench.begin()
    late = NewSong(link="https://x.example/1", pasted="", title="t", expires_at=BEGINNING + 100)
    bench.gateway.script("prepare", refused(Fault.BUSY, retry_after=300))
    (song,) = await bench.studio.add_songs(model_id, [late])
    await bench.until(lambda: bench.count(SongState.READY) == 7)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    failed = bench.studio.songs(model_id)[-1]
    assert failed.state is SongState.FAILED
    assert failed.problem is not None
    assert failed.problem.code == Verdict.EXPIRED
    assert song.link not in links_sent(bench)


async def test_a_song_that_waits_can_be_removed_and_is_never_sent(bench: Bench) -> None:
    model_id = await bench.begin(7)
    bench.gateway.script("prepare", refused(Fault.BUSY, retry_after=30))
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.studio.trouble is not None)
    gone = bench.songs()[0]
    await bench.studio.remove([gone.id])
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 6)
    assert gone.link not in links_sent(bench)
    assert gone.id not in bench.disk.songs


async def test_when_all_that_waited_was_removed_no_session_is_opened(bench: Bench) -> None:
    model_id = await bench.begin(2)
    bench.gateway.script("prepare", refused(Fault.BUSY, retry_after=30))
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.studio.trouble is not None)
    await bench.studio.remove([song.id for song in bench.songs()])
    await bench.clock.sleep(100)
    assert len(bench.gateway.seen("prepare")) == 1
    assert bench.studio.trouble is None
    assert len(bench.tasks) == 0


async def test_a_removal_and_the_turn_of_its_song_do_not_cross(bench: Bench) -> None:
    """Either it is removed and never sent, or it is sent and stays: whichever comes first."""
    for delay in range(12):
        bench = Bench()
        model_id = await bench.begin(1)
        await bench.studio.upload(model_id)
        await bench.clock.sleep(0.1 + delay * 0.001)
        (song,) = bench.songs()
        removed = await bench.studio.remove([song.id])
        await bench.clock.sleep(60)
        assert len(links_sent(bench)) == len(bench.songs()) == 1 - len(removed)
        assert len(bench.disk.songs) == len(bench.songs())
        await bench.stop()


async def test_a_choice_made_while_sending_is_kept(bench: Bench) -> None:
    model_id = await bench.begin(1)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.SENDING) == 1)
    await bench.studio.choose(bench.songs()[0].id, False)
    await bench.until(lambda: bench.count(SongState.UPLOADED) == 1)
    assert bench.songs()[0].chosen is False


async def test_a_failed_song_says_why_in_mountseas_words(bench: Bench) -> None:
    model_id = await bench.begin()
    said = "match_audible_magic"
    bench.gateway.failing[LINK.format(1)] = Report(task_id="", phase=Phase.FAILED, fail_reason=said)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.FAILED) == 1)
    problem = bench.songs()[0].problem
    assert problem is not None
    assert (problem.code, problem.facts["said"]) == (Reason.KNOWN_RECORDING, said)


async def test_a_success_without_identifier_is_unclear_and_keeps_its_receipt(bench: Bench) -> None:
    model_id = await bench.begin(1)
    bench.gateway.failing[LINK.format(1)] = Report(task_id="", phase=Phase.SUCCEEDED)
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.UNCLEAR) == 1)
    (song,) = bench.songs()
    assert song.task_id == "task-1"
    assert song.problem is not None
    assert song.problem.code == Hitch.NO_IDENTIFIER


async def test_nothing_is_kept_of_models_whose_songs_are_done(bench: Bench) -> None:
    await bench.uploaded()
    uploads = bench.studio._uploads
    assert len(uploads._sessions) == len(uploads._carried) == len(bench.tasks) == 0


class Crowd:
    def __init__(self, size: int) -> None:
        self.slots = Slots(size)
        self.inside: list[int] = []
        self.came: list[int] = []
        self.leave = asyncio.Event()

    async def visit(self, number: int) -> None:
        async with self.slots.one():
            self.inside.append(number)
            self.came.append(number)
            try:
                await self.leave.wait()
            finally:
                self.inside.remove(number)

    def start(self, *numbers: int) -> list[asyncio.Task[None]]:
        loop = asyncio.get_running_loop()
        return [loop.create_task(self.visit(number)) for number in numbers]


async def test_slots_serve_who_comes_first() -> None:
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


async def test_slots_may_grow_and_shrink_in_use() -> None:
    crowd = Crowd(1)
    tasks = crowd.start(*range(6))
    await asyncio.sleep(0.01)
    crowd.slots.resize(3)
    await asyncio.sleep(0.01)
    assert crowd.inside == [0, 1, 2]
    crowd.slots.resize(2)
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [1, 2]
    crowd.leave.set()
    await asyncio.gather(*tasks[1:])


async def test_a_place_whose_owner_is_cancelled_is_not_lost() -> None:
    crowd = Crowd(1)
    first, second, third = crowd.start(1, 2, 3)
    await asyncio.sleep(0.01)
    first.cancel()
    await asyncio.sleep(0)  # the second has its place, and has not entered yet
    second.cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [3]
    crowd.leave.set()
    await third


async def test_who_leaves_the_line_gives_no_place_back() -> None:
    crowd = Crowd(1)
    first, second, third = crowd.start(1, 2, 3)
    await asyncio.sleep(0.01)
    second.cancel()
    await asyncio.sleep(0.01)
    assert crowd.inside == [1]
    crowd.leave.set()
    await asyncio.gather(first, third)


async def test_between_two_tries_there_is_a_rest(bench: Bench) -> None:
    model_id = await bench.begin(1)
    bench.gateway.script("upload", *[GatewayError(Fault.LOST, Fate.NOT_SENT)] * 5)
    began = bench.clock.monotonic()
    await bench.studio.upload(model_id)
    await bench.until(lambda: bench.count(SongState.ACCEPTED) == 1)
    assert bench.clock.monotonic() - began > 5
