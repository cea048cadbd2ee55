from mountsea_desktop.workflow.charges import Range
from mountsea_desktop.workflow.gate import Gate
from mountsea_desktop.workflow.poll_rate import PollRate
from mountsea_desktop.workflow.polling import Poller
from mountsea_desktop.workflow.sleep_watch import SleepWatch
from mountsea_desktop.workflow.spending_records import SpendingRecords
from tests.fakes.mishaps import FaultInjector, never
from tests.fakes.scripted_gateway import ScriptedGateway, lost
from tests.fakes.virtual_time import VirtualClock


def made() -> tuple[SpendingRecords, ScriptedGateway]:
    clock = VirtualClock()
    gateway = ScriptedGateway(clock, FaultInjector())
    sleep_watch = SleepWatch(clock, gateway.renew)
    poller = Poller(gateway, Gate(clock, lambda _: None, never), PollRate(clock), sleep_watch, clock)
    return SpendingRecords(poller), gateway


async def test_all_pages_are_read_oldest_first() -> None:
    records, gateway = made()
    for amount in range(1, 8):
        gateway.spend(amount)
        await gateway.clock.sleep(1)
    now = records.now()
    assert await records.entries(Range(now - 200, now - 100)) == ([], True)
    entries, complete = await records.entries(Range(now - 100, now + 100))
    assert sorted(int(entry.spent) for entry in entries) == list(range(1, 8))
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert complete


async def test_what_could_be_learned_counts_where_the_rest_could_not() -> None:
    records, gateway = made()
    gateway.script("spending", lost())
    now = records.now()
    evidence = await records.evidence(Range(now - 1, now + 1))
    assert evidence is not None
    assert (evidence.balance, evidence.entries, evidence.complete) == (gateway.balance, None, False)
    gateway.script("credits", lost())
    gateway.script("spending", lost())
    assert await records.evidence(Range(now - 1, now + 1)) is None


async def test_the_clock_is_mountseas_where_it_is_known() -> None:
    records, gateway = made()
    gateway.clock_ahead = 300.0
    ahead = records.now()
    assert not records.clocks_agree()
    gateway.clock_ahead = None
    assert ahead - records.now() == 300
    assert not records.clocks_agree()
