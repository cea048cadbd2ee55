import asyncio
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient, Patience
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread, use_daemon_threads
from tests.fakes.network import through


@pytest.fixture
def forever() -> Iterator[threading.Event]:
    """What hung calls wait for; set at the end, so that no thread outlives its test."""
    event = threading.Event()
    yield event
    event.set()
    for thread in threading.enumerate():
        if thread.name == "daemon call":
            thread.join(10)
            assert not thread.is_alive()


async def test_results_and_errors_come_back() -> None:
    assert await run_in_daemon_thread(int, "5") == 5
    with pytest.raises(ValueError, match="invalid literal"):
        await run_in_daemon_thread(int, "x")


async def test_one_call_after_another_takes_one_thread_which_ends_when_there_is_no_more() -> None:
    threads = {await run_in_daemon_thread(threading.current_thread) for _ in range(20)}
    assert len(threads) == 1
    [thread] = threads
    thread.join(10)
    assert not thread.is_alive()
    assert await run_in_daemon_thread(threading.current_thread) is not thread


async def test_a_hung_call_can_be_given_up(forever: threading.Event) -> None:
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    def hang() -> None:
        loop.call_soon_threadsafe(begun.set)
        forever.wait(60)

    task = loop.create_task(run_in_daemon_thread(hang))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert next(one for one in threading.enumerate() if one.name == "daemon call").daemon
    assert await run_in_daemon_thread(int, "5") == 5, "others do not wait for it"


@pytest.mark.parametrize("kind", ["plain", "window"])
def test_a_hung_name_service_does_not_delay_the_end(
    kind: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, forever: threading.Event
) -> None:
    began = threading.Event()

    def hang(*_arguments: object, **_options: object) -> None:
        began.set()
        forever.wait(20)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    client = GatewayClient(
        Addresses("https://gateway.example"),
        lambda: "token",
        transport_factory=TransportFactory(through("")),
        posts=Patience(connect=0.2),
    )

    async def ask() -> None:
        use_daemon_threads()
        with pytest.raises(GatewayError) as caught:
            await client.create("s", ["c"] * 6, "n")
        assert (caught.value.fault, caught.value.fate) == (Fault.UNREACHABLE, Fate.NOT_SENT)
        assert began.is_set()

    factory = asyncio.new_event_loop if kind == "plain" else lambda: qasync.QEventLoop(qapp)
    started = time.monotonic()
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(ask())
    assert time.monotonic() - started < 5
