import asyncio

import pytest

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.gateway.responses import Phase
from mountsea_desktop.links.verdict import DownloadError, Verdict
from mountsea_desktop.network.proxy import NoLogins
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.on_demand import (
    CheckerOnDemand,
    ClientsOnDemand,
    DownloaderOnDemand,
    GatewayOnDemand,
)
from mountsea_desktop.practice.samples import PRACTICE_TOKEN, SAMPLE_LINKS
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.workflow.model import SONGS_NEEDED


def practising() -> ClientsOnDemand:
    return ClientsOnDemand(
        Settings(), Addresses(), lambda: PRACTICE_TOKEN, NoLogins(), Clock(1_000.0), practice=True
    )


async def test_what_only_says_how_things_stand_makes_nothing() -> None:
    clients = practising()
    gateway = GatewayOnDemand(clients)
    assert gateway.clock_ahead is None
    await gateway.renew()
    assert not await clients.use(Settings(proxy=ProxyMode.NONE))
    await clients.close()
    assert clients.made is None


async def test_they_are_made_once_by_the_settings_of_then() -> None:
    clients = practising()
    await clients.use(Settings(proxy=ProxyMode.MANUAL, proxy_url="proxy:1"))
    made = await asyncio.gather(*(clients.get() for _ in range(10)))
    assert len(set(map(id, made))) == 1
    assert made[0].connections.proxies.choice.url == "proxy:1"
    assert await clients.use(Settings()), "who waits for a way is to be told"
    await clients.close()


async def test_everything_the_job_asks_is_answered() -> None:
    clients = practising()
    gateway = GatewayOnDemand(clients)
    session = await gateway.prepare()
    clips = []
    for link in SAMPLE_LINKS:
        task = await gateway.upload(session, link)
        while (report := await gateway.status(task)).phase is not Phase.SUCCEEDED:
            assert report.phase in {Phase.WAITING, Phase.WORKING}
        clips.append(report.clip_id)
    assert len(clips) == SONGS_NEEDED
    assert gateway.clock_ahead is not None
    assert await gateway.create(session, clips, "Night drive")
    assert await gateway.credits() == 400
    assert (await gateway.spending(0, 1, 1)).entries == ()
    await gateway.renew()
    assert (await CheckerOnDemand(clients).check(SAMPLE_LINKS[0])).verdict is Verdict.AUDIO
    with pytest.raises(DownloadError):
        await DownloaderOnDemand(clients, lambda them: them.preview).download("http://127.0.0.1/", _nobody)
    await clients.close()


async def test_an_order_for_songs_arrives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    async def generate(_client: object, *order: object, instrumental: bool) -> str:
        asked.append((*order, instrumental))
        return "task"

    monkeypatch.setattr(GatewayClient, "generate", generate)
    clients = practising()
    assert await GatewayOnDemand(clients).generate("model", "slow", "Night", instrumental=True) == "task"
    assert asked == [("model", "slow", "Night", True)]
    await clients.close()


async def test_a_refusal_passes_through() -> None:
    clients = ClientsOnDemand(Settings(), Addresses(), lambda: None, NoLogins(), Clock())
    with pytest.raises(GatewayError):
        await GatewayOnDemand(clients).credits()
    await clients.close()


async def _nobody(_portion: bytes) -> None:
    raise AssertionError("nothing was to come")
