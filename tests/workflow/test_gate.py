import asyncio

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.runtime.facts import facts_of
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.disk_latch import DISK_WAIT
from mountsea_desktop.workflow.events import Event, OutageChanged, Remedy
from mountsea_desktop.workflow.gate import LONGEST_WAIT, Gate, backoff
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.fakes.virtual_time import VirtualClock


class Traffic:
    """A gate and those who want through."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.events: list[Event] = []
        self.probes: list[float] = []
        self.seen: list[GatewayError | None] = []
        """What probes find, one after the other; nothing in the way once it is empty."""
        self.gate = Gate(self.clock, self.events.append, self.probe)
        self.tasks = Tasks(lambda _, __: None)
        self.sent: list[tuple[str, float]] = []

    async def probe(self) -> None:
        self.probes.append(self.clock.monotonic())
        await self.clock.sleep(0.1)
        if self.seen and (error := self.seen.pop(0)) is not None:
            raise error

    async def go(self, name: str, error: Exception | None = None, lasts: float = 0.1) -> None:
        async with self.gate.request():
            self.sent.append((name, self.clock.monotonic()))
            await self.clock.sleep(lasts)
            if error is not None:
                raise error

    def start(self, name: str, error: Exception | None = None, lasts: float = 0.1) -> None:
        async def quietly() -> None:
            with pytest.raises(type(error)) if error else _nothing():
                await self.go(name, error, lasts)

        self.tasks.start(quietly(), name)

    def names(self) -> list[str]:
        return [name for name, _ in self.sent]

    def notices(self) -> list[str | None]:
        outages = [event.outage for event in self.events if isinstance(event, OutageChanged)]
        return [outage.problem.code if outage else None for outage in outages]


class _nothing:  # noqa: N801 - stands where `pytest.raises` stands
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


async def test_an_open_gate_holds_nobody_back(traffic: Traffic) -> None:
    for name in "abc":
        traffic.start(name)
    await traffic.clock.sleep(0.01)
    assert traffic.names() == ["a", "b", "c"]
    assert traffic.events == []


async def test_after_a_fault_of_all_one_probe_goes_ahead_and_all_follow(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=30))
    for name in "abc":
        traffic.start(name)
    await traffic.clock.sleep(29.9)
    assert traffic.sent == []
    await traffic.clock.sleep(0.15)
    assert traffic.names() == ["a"]
    await traffic.clock.sleep(0.1)
    assert traffic.names() == ["a", "b", "c"]
    assert traffic.notices() == ["busy", None]


async def test_the_notice_says_when_it_is_tried_again(traffic: Traffic) -> None:
    await traffic.clock.sleep(100)
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=40))
    assert traffic.gate.outage is not None
    assert traffic.gate.outage.remedy is Remedy.WAIT
    assert traffic.gate.outage.until == pytest.approx(140)


async def test_at_once_is_not_taken_literally(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=0))
    traffic.start("a")
    await traffic.clock.sleep(0.9)
    assert traffic.sent == []


async def test_a_cancelled_probe_makes_room_for_another(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    probe = Tasks(lambda _, __: None)
    probe.start(traffic.go("probe", lasts=1_000), "probe")
    await asyncio.sleep(0)
    traffic.start("next")
    await traffic.clock.sleep(6)
    assert traffic.names() == ["probe"]
    await probe.stop()
    await traffic.clock.sleep(0.01)
    assert traffic.names() == ["probe", "next"]
    assert traffic.gate.outage is not None, "nobody has got through yet"
    await traffic.clock.sleep(0.2)
    assert traffic.gate.outage is None


async def test_who_sends_nothing_has_seen_nothing(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    skipped = asyncio.Event()

    async def skip() -> None:
        async with traffic.gate.request() as request:
            request.skipped = True
        skipped.set()

    traffic.tasks.start(skip(), "skip")
    await asyncio.sleep(0)
    for name in "ab":
        traffic.start(name, lasts=10)
    await skipped.wait()
    assert traffic.gate.outage is not None
    await traffic.clock.sleep(1)
    assert traffic.names() == ["a"], "the next one is a probe in its turn"


async def test_a_probe_that_meets_the_same_outage_closes_the_gate_for_longer(traffic: Traffic) -> None:
    gaps = []
    for _ in range(12):
        began = traffic.clock.monotonic()
        with pytest.raises(GatewayError):
            await traffic.go("probe", offline())
        gaps.append(traffic.clock.monotonic() - began)
    assert max(gaps[:2]) < 5
    assert max(gaps) > 10
    assert max(gaps) <= LONGEST_WAIT + 1
    assert None not in traffic.notices(), "the notice stays while nobody gets through"


async def test_many_who_fail_together_count_once(traffic: Traffic) -> None:
    for number in range(10):
        traffic.start(str(number), offline())
    await traffic.clock.sleep(0.2)
    assert traffic.notices() == ["offline"]
    assert traffic.gate.outage is not None
    assert traffic.gate.outage.until is not None
    assert traffic.gate.outage.until - traffic.clock.monotonic() <= 2


async def test_a_wait_grows_though_other_requests_get_through(traffic: Traffic) -> None:
    """Uploads may be held off while questions are answered."""
    for _ in range(12):
        with pytest.raises(GatewayError):
            await traffic.go("upload", refused(Fault.BUSY))
        await traffic.go("question")
    (first, *_, last) = [at for name, at in traffic.sent if name == "upload"]
    assert last - first > 60


async def test_a_late_error_does_not_close_the_gate_again(traffic: Traffic) -> None:
    """A request made with the old token fails after the new one was entered."""
    traffic.start("old", refused(Fault.TOKEN_REFUSED), lasts=1)
    traffic.start("older", refused(Fault.TOKEN_REFUSED), lasts=3)
    await traffic.clock.sleep(2)
    traffic.gate.open()
    await traffic.clock.sleep(2)
    assert traffic.gate.outage is None
    assert traffic.notices() == ["token_refused", None]


async def test_what_the_user_must_end_is_told_once_and_waits_for_the_user(traffic: Traffic) -> None:
    for name in "abc":
        traffic.start(name, refused(Fault.TOKEN_REFUSED))
    await traffic.clock.sleep(1)
    traffic.gate.record_failure(refused(Fault.TOKEN_REFUSED))
    traffic.gate.record_failure(offline())
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.start("patient")
    traffic.gate.probe_now()
    await traffic.clock.sleep(100_000)
    assert traffic.notices() == ["token_refused"]
    assert "patient" not in traffic.names()
    traffic.gate.open()
    await traffic.clock.sleep(1)
    assert traffic.names()[-1] == "patient"


async def test_when_nobody_waits_the_gate_opens_by_itself(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=60))
    await traffic.clock.sleep(59)
    assert not traffic.gate.passable
    await traffic.clock.sleep(2)
    assert traffic.notices() == ["busy", None]


async def test_a_probe_whose_request_is_disliked_has_got_through(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    with pytest.raises(GatewayError):
        await traffic.go("probe", refused(Fault.INVALID))
    assert traffic.gate.outage is None


async def test_a_probe_whose_answer_is_lost_has_not(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    traffic.start("probe", lost())
    await asyncio.sleep(0)
    traffic.start("next", lasts=100)
    await traffic.clock.sleep(6)
    assert traffic.names() == ["probe", "next"]
    assert traffic.gate.outage is not None


async def test_only_a_saved_record_ends_the_outage_of_the_disk(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL, "no space"))
    traffic.start("probe")
    await traffic.clock.sleep(DISK_WAIT + 0.5)
    assert traffic.names() == ["probe"]
    assert traffic.notices() == ["journal_full"]
    traffic.gate.disk.record_success()
    assert traffic.notices() == ["journal_full", None]


@pytest.mark.parametrize(
    ("error", "over"),
    [
        (refused(Fault.TOKEN_REFUSED), True),
        (offline(), True),
        (refused(Fault.BUSY, retry_after=60), False),
        (refused(Fault.NO_CREDITS), False),
        (JournalError(JournalFault.FULL), False),
    ],
)
async def test_an_answer_about_the_balance_ends_some_outages(
    traffic: Traffic, error: GatewayError | JournalError, over: bool
) -> None:
    if isinstance(error, JournalError):
        traffic.gate.disk.record_failure(error)
    else:
        traffic.gate.record_failure(error)
    traffic.gate.record_success()
    assert (traffic.gate.outage is None) is over


async def test_after_sleep_it_is_tried_at_once(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=600))
    traffic.start("probe")
    await asyncio.sleep(0)
    traffic.gate.probe_now()
    await traffic.clock.sleep(0.5)
    assert traffic.names() == ["probe"]
    assert traffic.gate.outage is None


def wants_login(**facts: str) -> GatewayError:
    return GatewayError(Fault.PROXY_LOGIN, Fate.NOT_SENT, facts=facts_of(**facts))


REFUSED = {"proxy": "proxy.example:3128", "refused": "yes"}


async def test_a_password_that_a_proxy_refused_is_not_tried_again_by_itself(traffic: Traffic) -> None:
    traffic.gate.record_failure(wants_login(**REFUSED))
    traffic.start("waiting")
    await traffic.clock.sleep(10_000)
    assert traffic.sent == []
    assert traffic.gate.outage is not None
    assert traffic.gate.outage.remedy is Remedy.SIGN_IN_TO_PROXY


async def test_without_a_password_it_is_tried_whether_the_proxy_still_asks(traffic: Traffic) -> None:
    traffic.gate.record_failure(wants_login(proxy="proxy.example:3128"))
    traffic.start("waiting")
    await traffic.clock.sleep(LONGEST_WAIT)
    assert traffic.names() == ["waiting"]
    assert traffic.gate.outage is None


async def test_a_proxy_that_is_not_known_is_waited_for(traffic: Traffic) -> None:
    traffic.gate.record_failure(wants_login())
    assert traffic.gate.outage is not None
    assert traffic.gate.outage.remedy is Remedy.WAIT


async def test_after_sleep_there_may_be_another_proxy_and_one_goes_ahead_to_see(traffic: Traffic) -> None:
    traffic.gate.record_failure(wants_login(**REFUSED))
    for name in "abc":
        traffic.start(name, wants_login(**REFUSED))
    await asyncio.sleep(0)
    traffic.gate.probe_now()
    await traffic.clock.sleep(100)
    assert traffic.names() == ["a"], "a wrong password is not sent by everybody"


async def test_a_password_that_was_refused_is_tried_once_after_sleep(traffic: Traffic) -> None:
    traffic.gate.record_failure(wants_login(**REFUSED))

    async def insist() -> None:
        while True:
            with pytest.raises(GatewayError):
                await traffic.go("again", wants_login(**REFUSED))

    traffic.tasks.start(insist(), "insist")
    await traffic.clock.sleep(100)
    traffic.gate.probe_now()
    await traffic.clock.sleep(1_000)
    assert traffic.names() == ["again"], "a proxy may lock out who sends a wrong password often"
    await traffic.tasks.stop()


@pytest.mark.parametrize("waiting", [0, 1])
async def test_what_is_found_after_sleep_takes_the_place_of_the_proxy(traffic: Traffic, waiting: int) -> None:
    traffic.gate.record_failure(wants_login(**REFUSED))
    traffic.start("probe", offline())
    for number in range(waiting):
        traffic.start(f"waits {number}")
    await asyncio.sleep(0)
    traffic.gate.probe_now()
    await traffic.clock.sleep(0.2)
    assert traffic.notices()[-1] == "offline", "there may be no such proxy where the computer woke up"
    await traffic.clock.sleep(LONGEST_WAIT)
    assert traffic.gate.outage is None
    assert len(traffic.sent) == 1 + waiting


async def test_who_only_waits_for_the_end_of_an_outage_is_no_probe(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=60))
    over = asyncio.gather(traffic.gate.wait_until_open())
    await traffic.clock.sleep(59)
    assert not over.done()
    await traffic.clock.sleep(2)
    assert over.done()
    assert traffic.gate.outage is None


async def test_a_disk_that_owes_nothing_any_more_holds_nobody_up(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    with traffic.gate.disk.retrying():
        traffic.start("waiting")
        await traffic.clock.sleep(DISK_WAIT + 1)
        assert traffic.sent == []
    await traffic.clock.sleep(5)
    assert traffic.names() == ["waiting"]


async def test_after_sleep_there_is_no_other_token(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.TOKEN_REFUSED))
    traffic.gate.probe_now()
    assert traffic.gate.outage is not None


def portal() -> GatewayError:
    return GatewayError(Fault.SIGN_IN_PAGE, Fate.UNCLEAR, status=200)


def down(status: int = 503, retry_after: float | None = None) -> GatewayError:
    return GatewayError(Fault.SERVER, Fate.UNCLEAR, status=status, retry_after=retry_after)


@pytest.mark.parametrize("outage", [portal(), down()])
async def test_where_requests_are_swallowed_a_question_goes_ahead_and_no_song(
    traffic: Traffic, outage: GatewayError
) -> None:
    traffic.start("first", outage)
    await traffic.clock.sleep(0.5)
    traffic.seen = [outage, outage, lost()]
    for name in "abc":
        traffic.start(name)
    await traffic.clock.sleep(1_000)
    assert traffic.names() == ["first", "a", "b", "c"]
    assert len(traffic.probes) == 4
    assert traffic.sent[1][1] > traffic.probes[-1], "nobody went before the way was clear"
    assert traffic.gate.outage is None


async def test_servers_that_say_for_how_long_they_are_down_are_left_alone_for_so_long(
    traffic: Traffic,
) -> None:
    traffic.start("first", down(retry_after=60))
    await traffic.clock.sleep(0.5)
    traffic.start("next")
    await traffic.clock.sleep(59)
    assert traffic.probes == []
    assert traffic.notices() == [JobFault.MOUNTSEA_DOWN]
    await traffic.clock.sleep(2)
    assert traffic.names() == ["first", "next"]


async def test_one_question_that_meets_a_server_out_of_order_stops_nobody(traffic: Traffic) -> None:
    with pytest.raises(GatewayError):
        async with traffic.gate.request(harmless=True):
            raise down()
    assert traffic.gate.outage is None


async def test_a_harmless_question_finds_out_by_itself(traffic: Traffic) -> None:
    traffic.gate.record_failure(down(retry_after=5))
    async with traffic.gate.request(harmless=True):
        assert traffic.probes == []
    assert traffic.gate.outage is None


@pytest.mark.parametrize("status", [500, 501, None])
async def test_an_error_of_one_request_is_no_outage(traffic: Traffic, status: int | None) -> None:
    assert not traffic.gate.record_failure(GatewayError(Fault.SERVER, Fate.UNCLEAR, status=status))


async def test_faults_of_one_request_leave_the_gate_alone(traffic: Traffic) -> None:
    for fault in (Fault.INVALID, Fault.NOT_FOUND, Fault.SERVER, Fault.LOST, Fault.FORBIDDEN):
        assert not traffic.gate.record_failure(GatewayError(fault, Fate.REFUSED))
    assert traffic.events == []


async def test_each_of_two_outages_ends_by_its_own_good_news(traffic: Traffic) -> None:
    traffic.gate.record_failure(offline())
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    assert traffic.notices() == [Fault.OFFLINE, JournalFault.FULL]
    traffic.gate.record_success()
    assert len(traffic.notices()) == 2, "the disk is still full"
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=60))
    traffic.gate.disk.record_success()
    assert traffic.notices()[2:] == [Fault.BUSY]
    traffic.start("waits")
    await traffic.clock.sleep(59)
    assert traffic.sent == []
    await traffic.clock.sleep(2)
    assert traffic.names() == ["waits"]
    assert traffic.notices()[3:] == [None]


async def test_what_the_user_must_end_is_told_before_the_disk(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.gate.record_failure(refused(Fault.TOKEN_REFUSED))
    traffic.gate.record_success()
    assert traffic.notices() == [JournalFault.FULL, Fault.TOKEN_REFUSED, JournalFault.FULL]


async def test_one_probe_finds_out_about_both(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=1))
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    sent: list[float] = []

    async def send() -> None:
        async with traffic.gate.request():
            sent.append(traffic.clock.monotonic())
            traffic.gate.disk.record_success()  # its intent was saved
            await traffic.clock.sleep(10)

    for _ in range(3):
        traffic.tasks.start(send(), "send")
    await traffic.clock.sleep(DISK_WAIT + 5)
    assert len(sent) == 1, "Mountsea has not answered yet"
    await traffic.clock.sleep(10)
    assert len(sent) == 3
    assert traffic.gate.outage is None


async def test_a_probe_that_is_still_out_does_not_keep_the_next_outage_closed(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.start("slow", lasts=1_000)
    await traffic.clock.sleep(DISK_WAIT + 1)
    traffic.gate.disk.record_success()
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.start("next")
    await traffic.clock.sleep(DISK_WAIT + 1)
    assert traffic.names() == ["slow", "next"]


async def test_a_disk_that_nobody_has_tried_is_tried_by_whoever_comes_next(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.start("saves nothing")
    await traffic.clock.sleep(DISK_WAIT + 0.5)
    assert traffic.gate.outage is not None
    await traffic.clock.sleep(2)
    assert traffic.gate.outage is None


async def test_the_user_may_have_the_disk_tried_at_once(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.gate.open()
    assert traffic.gate.outage is None


async def test_after_sleep_the_disk_is_tried_at_once(traffic: Traffic) -> None:
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    traffic.start("probe")
    await asyncio.sleep(0)
    traffic.gate.probe_now()
    await traffic.clock.sleep(0.5)
    assert traffic.names() == ["probe"]


async def test_while_a_probe_is_out_no_other_goes_ahead_after_sleep(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    traffic.start("probe", lasts=100)
    await traffic.clock.sleep(6)
    traffic.gate.probe_now()
    assert traffic.gate.outage is not None, "it is the probe's business to find out"


async def test_an_old_probe_that_gets_through_says_nothing_of_a_newer_outage(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    traffic.start("probe", lasts=10)
    await traffic.clock.sleep(6)
    traffic.gate.record_failure(refused(Fault.TOKEN_REFUSED))
    await traffic.clock.sleep(20)
    assert traffic.notices() == [Fault.BUSY, Fault.TOKEN_REFUSED]


async def test_when_the_job_has_ended_nothing_happens_by_itself(traffic: Traffic) -> None:
    traffic.gate.record_failure(refused(Fault.BUSY, retry_after=5))
    traffic.gate.disk.record_failure(JournalError(JournalFault.FULL))
    count = len(traffic.events)
    traffic.gate.stop()
    await traffic.clock.sleep(1_000)
    assert len(traffic.events) == count


def test_backoff_grows_spreads_and_stops_growing() -> None:
    assert all(1 <= backoff(0) <= 2 for _ in range(100))
    late = [backoff(50) for _ in range(300)]
    assert 1 <= min(late) < 15
    assert 45 < max(late) <= LONGEST_WAIT
