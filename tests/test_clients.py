from mountsea_desktop.clients import Clients
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.network.proxy import NoLogins
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.practice.samples import PRACTICE_TOKEN
from mountsea_desktop.practice.storage import PRACTICE_BUCKET
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.storage.settings import Settings


async def test_in_practice_no_network_is_asked() -> None:
    clients = Clients.of(
        Settings(), Addresses(), lambda: PRACTICE_TOKEN, NoLogins(), Clock(100.0), practice=True
    )
    assert await clients.gateway.credits() == 500
    bucket = await clients.s3(PRACTICE_BUCKET)
    await bucket.put_bytes(b"RIFF", "a.wav")
    assert await clients.checker.beginning(await bucket.address("a.wav")) == b"RIFF"
    await clients.close()


async def test_all_of_them_go_by_new_settings() -> None:
    clients = Clients.of(Settings(), Addresses(), lambda: None, NoLogins(), Clock())
    assert not await clients.use(Settings())
    assert await clients.use(Settings(proxy=ProxyMode.MANUAL, proxy_url="proxy:1"))
    assert clients.connections.proxies.proxy_for("https://api.example") == "http://proxy:1"
    await clients.close()
