"""What waits for a network is tried one at a time, and all of it once there is one."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest

from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.gate import LONGEST_WAIT
from mountsea_desktop.workflow.reconnect import AT_ONCE, Attempt, Reached, Reconnect
from tests.fakes.virtual_time import VirtualClock


class Network:
    """There is none until told otherwise; hosts in `dead` never answer."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.errors: list[BaseException] = []
        self.tasks = Tasks(lambda _, error: self.errors.append(error))
        self.answers = 0
        self.reconnect = Reconnect(self.clock, self.tasks, self._answered)
        self.is_there = False
        self.dead: set[str] = set()
        self.unwanted: set[str] = set()
        self.asked: list[tuple[str, float]] = []
        self.under_way = self.most_at_once = 0

    def _answered(self) -> None:
        self.answers += 1

    def attempt(self, key: str) -> Attempt:
        async def ask() -> Reached:
            if key in self.unwanted:
                return Reached.OVER
            self.asked.append((key, self.clock.monotonic()))
            self.under_way += 1
            self.most_at_once = max(self.most_at_once, self.under_way)
            await self.clock.sleep(0.2)
            self.under_way -= 1
            return Reached.ANSWERED if self.is_there and key not in self.dead else Reached.NO_WAY

        return ask

    def wait_for(self, *keys: str) -> None:
        for key in keys:
            self.reconnect.wait_for(key, self.attempt(key))

    @property
    def names(self) -> list[str]:
        return [key for key, _ in self.asked]


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    network = Network()
    yield network
    await network.tasks.stop()
    assert not network.errors


async def test_without_a_network_only_one_at_a_time_is_tried_ever_less_often(network: Network) -> None:
    network.wait_for("a", "b", "c")
    await network.clock.sleep(1_000)
    assert network.most_at_once == 1
    assert network.names[:4] == ["a", "b", "c", "a"]
    moments = [at for _, at in network.asked]
    pauses = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert min(pauses) >= 1
    assert max(pauses) <= LONGEST_WAIT + 2
    assert len(moments) < 100
    assert network.answers == 0


async def test_once_one_gets_through_all_others_follow(network: Network) -> None:
    keys = [str(number) for number in range(30)]
    network.wait_for(*keys)
    await network.clock.sleep(100)
    while network.under_way:
        await network.clock.sleep(0.1)
    network.is_there = True
    network.asked.clear()
    await network.clock.sleep(LONGEST_WAIT + 10)
    assert sorted(network.names) == sorted(keys)
    assert network.most_at_once == AT_ONCE
    assert network.answers == 1
    assert not len(network.tasks), "nothing runs where nothing waits"


async def test_a_host_that_is_gone_holds_nobody_up(network: Network) -> None:
    network.dead.add("a")
    network.wait_for("a", "b", "c")
    network.is_there = True
    await network.clock.sleep(2 * LONGEST_WAIT)
    assert {"b", "c"} <= set(network.names)
    network.asked.clear()
    await network.clock.sleep(2 * LONGEST_WAIT)
    assert set(network.names) == {"a"}


async def test_a_hint_is_followed_at_once(network: Network) -> None:
    network.wait_for("a")
    await network.clock.sleep(1_000)
    while network.under_way:
        await network.clock.sleep(0.1)
    network.asked.clear()
    network.is_there = True
    network.reconnect.try_now()
    await network.clock.sleep(1.5)
    assert network.names == ["a"]
    assert not len(network.tasks)


async def test_what_is_over_is_forgotten_and_tells_nothing_of_the_network(network: Network) -> None:
    network.unwanted.add("a")
    network.wait_for("a")
    await network.clock.sleep(10)
    assert network.asked == []
    assert network.answers == 0
    assert not len(network.tasks)


async def test_what_waits_anew_is_not_lost_behind_what_was_tried(network: Network) -> None:
    tried = asyncio.Event()

    async def replaced() -> Reached:
        network.wait_for("a")
        tried.set()
        return Reached.ANSWERED

    network.reconnect.wait_for("a", replaced)
    await tried.wait()
    await network.clock.sleep(10)
    assert "a" in network.names
