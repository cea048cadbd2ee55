"""What comes without end is ended soon, and nobody has to wait for their turn meanwhile."""

import asyncio
import ssl
from contextlib import suppress

import httpx
import pytest
import trustme

from mountsea_desktop.network.bounded_stream import TooMuchError, bound
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway

LIMIT = 64 * 1024


async def ask(gateway: FaultGateway, verify: ssl.SSLContext | bool = True, times: int = 1) -> list[int]:
    """The lengths of the answers about credits."""
    transport = httpx.AsyncHTTPTransport(verify=verify, trust_env=False)
    bound(transport, LIMIT)
    async with transport:
        lengths = []
        for _ in range(times):
            request = httpx.Request("GET", gateway.url + "/api-user/credits", headers={"X-API-Key": "k"})
            response = await transport.handle_async_request(request)
            lengths.append(len(await response.aread()))
        return lengths


@pytest.mark.parametrize("play", [faults.Interim(), faults.Crumbs(), faults.Endless(status=200)])
async def test_it_ends(play: faults.Fault) -> None:
    async with FaultGateway() as gateway:
        gateway.on("credits").next(play)
        with pytest.raises(TooMuchError):
            await ask(gateway)


async def test_it_counts_each_answer_for_itself() -> None:
    async with FaultGateway() as gateway:
        gateway.on("credits").always(faults.Answer(200, "x" * (LIMIT // 2)))
        assert await ask(gateway, times=5) == [LIMIT // 2] * 5
    assert len({seen.connection for seen in gateway.record.credits}) == 1


async def test_it_counts_what_was_encrypted() -> None:
    authority, server, client = (
        trustme.CA(),
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        ssl.create_default_context(),
    )
    authority.issue_cert("127.0.0.1").configure_cert(server)
    authority.configure_trust(client)
    async with FaultGateway(tls=server) as gateway:
        gateway.on("credits").next(faults.Answer(200, "x" * 1_000), faults.Crumbs())
        assert await ask(gateway, client) == [1_000]
        with pytest.raises(TooMuchError):
            await ask(gateway, client)


@pytest.mark.parametrize("play", [faults.Interim(), faults.Crumbs()])
async def test_others_get_their_turn_meanwhile(play: faults.Fault) -> None:
    loop = asyncio.get_running_loop()
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with FaultGateway() as gateway:
        gateway.on("credits").next(play)
        task = loop.create_task(others())
        with pytest.raises(TooMuchError):
            await ask(gateway)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    assert turns > LIMIT // 4096
