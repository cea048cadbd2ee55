"""A gateway on a real socket that behaves as documented, watches what it is asked, and fails as it is told.

In a test::

    async with FaultGateway() as gateway:
        gateway.on("create").next(faults.Status(500))
        ...
        assert len(gateway.record.creates) == 1
        assert gateway.violations == []

As a process of its own: ``python -m tests.fakes.fault_gateway --port-file FILE [--options JSON]``, which ends
when its standard input does. The same is then had over ``GET /__control/record`` and ``POST /__control/…``:

- ``script`` ``{"on": "create", "plays": [{"type": "Reset", "when": "processed"}]}``, also with ``"at": 3`` or
  ``"always": true``; without plays, the endpoint is as documented again
- ``options`` ``{"balance": 40, "tokens": ["good"], "failures": {"1.mp3": {"reason": "decode_audio"}}}``
- ``release``, ``drop``, ``refuse`` ``{"seconds": 2}``
"""

import argparse
import asyncio
import contextlib
import json
import ssl
import sys
import time
from collections import defaultdict, deque
from email.utils import formatdate
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from msgspec import structs

from tests.fakes import songs
from tests.fakes.fault_proxy import break_off
from tests.fakes.faults import Answer, Fault, Usual, from_json
from tests.fakes.mountsea import ROUTES, Failure, Mountsea
from tests.fakes.record import Record, Seen

ENDPOINTS = (*ROUTES.values(), "song", "other")


class Script:
    """What is to happen at one endpoint: what was put next goes first, then by number, then always."""

    def __init__(self) -> None:
        self._next: deque[Fault] = deque()
        self._at: dict[int, Fault] = {}
        self._always: Fault | None = None
        self._count = 0

    def next(self, *plays: Fault) -> Self:
        """Play these at the next requests, one each."""
        self._next.extend(plays)
        return self

    def at(self, number: int, play: Fault) -> Self:
        """Play it at the request of this number; the first request of the gateway's life is 1."""
        self._at[number] = play
        return self

    def always(self, play: Fault) -> Self:
        """Play it whenever nothing else is due."""
        self._always = play
        return self

    def clear(self) -> None:
        """As documented again."""
        self._next.clear()
        self._at.clear()
        self._always = None

    def obey(self, order: Any) -> None:
        """The same as the other methods, for another process."""
        plays = [from_json(play) for play in order.get("plays", ())]
        if not plays:
            self.clear()
        elif "at" in order:
            self.at(order["at"], plays[0])
        elif order.get("always"):
            self.always(plays[0])
        else:
            self.next(*plays)

    def due(self) -> Fault | None:
        """What this request is to meet; counts it."""
        self._count += 1
        if (numbered := self._at.pop(self._count, None)) is not None:
            return numbered
        return self._next.popleft() if self._next else self._always


class FaultGateway:
    """The gateway; both of its addresses are `url`. `mountsea` is its behaviour, to be changed at any time.

    With `tls`, it speaks https. Songs for link checks lie under `url` + `/songs/` (see `tests.fakes.songs`).
    """

    def __init__(
        self, mountsea: Mountsea | None = None, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self.mountsea = mountsea or Mountsea()
        self.record = Record()
        self.crashes: list[BaseException] = []
        self.port = 0
        self._tls = tls
        self._host = host
        self._scripts: defaultdict[str, Script] = defaultdict(Script)
        self._server: asyncio.Server | None = None
        self._wires: set[Connection] = set()
        self._release = asyncio.Event()
        self._arrival = asyncio.Event()
        self._hanging = 0

    @property
    def url(self) -> str:
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}"

    @property
    def violations(self) -> list[str]:
        """Everything that was asked against the documentation, and every token that went astray."""
        return self.mountsea.violations

    @property
    def open_connections(self) -> int:
        return len(self._wires)

    def on(self, endpoint: str) -> Script:
        """The script of an endpoint (`ENDPOINTS`), or of "any", which counts every request but songs'."""
        assert endpoint in (*ENDPOINTS, "any"), endpoint
        return self._scripts[endpoint]

    async def arrived(self, endpoint: str, count: int = 1) -> None:
        """Wait until an endpoint was asked so often; a request counts once its headers are there."""
        while len(self.record.of(endpoint)) < count:
            await self._arrival.wait()

    async def hangs(self, count: int = 1) -> None:
        """Wait until so many requests hang, read to their end and waiting for `release`."""
        while self._hanging < count:
            await self._arrival.wait()

    def song(self, name: str = "1.mp3") -> str:
        """A link to a song."""
        return f"{self.url}/songs/{name}"

    def release(self) -> None:
        """Let everything that hangs go on; what hangs afterwards hangs again."""
        self._release.set()
        self._release = asyncio.Event()

    def drop(self) -> None:
        """Reset every connection."""
        for wire in list(self._wires):
            wire.reset()
            if wire.task is not asyncio.current_task():
                wire.task.cancel()

    async def refuse(self) -> None:
        """Refuse new connections, and drop those there are."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop()

    async def listen(self) -> None:
        """Take connections, on the port it had before."""
        if self._server is None:
            self._server = await asyncio.start_server(
                self._connected, self._host, self.port, ssl=self._tls, limit=2**20
            )
            self.port = self._server.sockets[0].getsockname()[1]
            self.mountsea.sounds = self.song("")

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.refuse()
        self.release()
        while self._wires:
            await asyncio.gather(*(wire.ended.wait() for wire in list(self._wires)))
        if self.crashes:
            raise self.crashes[0]

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        wire = Connection(self, reader, writer, task)
        self._wires.add(wire)
        ends = ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError
        try:
            with contextlib.suppress(*ends):
                await wire.serve()
        except Exception as crash:  # noqa: BLE001 - a bug of the fake must fail the test, not vanish in a task
            self.crashes.append(crash)
        finally:
            wire.close()
            self._wires.discard(wire)
            wire.ended.set()

    def due(self, seen: Seen) -> Fault:
        """What a request meets, now that it is there."""
        self.record.all.append(seen)
        self._tell()
        if seen.endpoint == "song":
            if seen.secret:
                self.violations.append(f"a token was sent to {seen.target}")
            return self.on("song").due() or songs.play_for(urlsplit(seen.target).path) or Usual()
        overall, own = self.on("any").due(), self.on(seen.endpoint).due()
        return overall or own or Usual()

    def _tell(self) -> None:
        self._arrival.set()
        self._arrival = asyncio.Event()

    async def until_released(self, reader: asyncio.StreamReader) -> None:
        """Wait for `release`; raises `ConnectionError` when the other side gives up before."""
        self._hanging += 1
        self._tell()
        loop = asyncio.get_running_loop()
        waits = [loop.create_task(self._release.wait()), loop.create_task(reader.read(1))]
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._hanging -= 1
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
        if waits[0] not in done:
            raise ConnectionResetError("the other side gave up")

    def control(self, what: str, body: Any) -> Answer:
        """The same as the methods, for another process."""
        match what:
            case "record":
                return Answer(200, self.record.to_json(self.mountsea))
            case "script":
                self.on(body["on"]).obey(body)
            case "options":
                for name, value in body.items():
                    setattr(self.mountsea, name, _option(name, value))
            case "release":
                self.release()
            case "drop":
                self.drop()
            case "refuse":
                pass  # the connection it was asked on does it, after the answer
            case _:
                return Answer(404, {"message": f"no control called {what}"})
        return Answer(200, {})


class Connection:
    """One connection, and the request on it that is being answered: the `Wire` a fault plays on."""

    _count = 0

    def __init__(
        self,
        gateway: FaultGateway,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        task: asyncio.Task[Any],
    ) -> None:
        Connection._count += 1
        self.task = task
        self.ended = asyncio.Event()
        self._number = Connection._count
        self._gateway = gateway
        self._reader = reader
        self._writer = writer
        self._seen = Seen("other", "", "", {}, self._number)
        self._content = b""

    async def serve(self) -> None:
        """Answer one request after the other until somebody closes."""
        while not self._writer.is_closing():
            head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.split("\r\n")
            method, target, _ = first.split(" ", 2)
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            headers.pop("", None)
            path = urlsplit(target).path
            self._content = b""
            if path.startswith("/__control/"):
                await self._obey(path.removeprefix("/__control/"), headers)
                continue
            endpoint = "song" if path.startswith("/songs/") else ROUTES.get((method, path), "other")
            self._seen = Seen(endpoint, method, target, headers, self._number)
            try:
                await self._gateway.due(self._seen).play(self)
            finally:
                self._seen.end = time.monotonic()
            if headers.get("connection", "").lower() == "close":
                return

    async def _obey(self, what: str, headers: dict[str, str]) -> None:
        self._seen = Seen("control", "", "", headers, self._number)
        await self.read_body()
        await self.send(self._gateway.control(what, self._seen.body or {}))
        if what == "refuse":
            await self._gateway.refuse()
            await asyncio.sleep((self._seen.body or {}).get("seconds", 1.0))
            await self._gateway.listen()

    async def read_body(self) -> None:
        """Read what the request carries, if it was not read yet."""
        if self._content:
            return
        self._content = await self._reader.readexactly(int(self._seen.headers.get("content-length", "0")))
        try:
            self._seen.body = json.loads(self._content) if self._content else None
        except ValueError:
            self._seen.body = self._content.decode(errors="replace")

    def process(self) -> Answer:
        """Let Mountsea do what it was asked, or the place of a song give it."""
        seen = self._seen
        if seen.endpoint == "song":
            return songs.song(urlsplit(seen.target).path, seen.headers)
        return self._gateway.mountsea.answer(seen.method, seen.target, seen.headers, self._content, seen.body)

    @property
    def date(self) -> str:
        """The gateway's clock, as its answers give it."""
        return formatdate(self._gateway.mountsea.now(), usegmt=True)

    async def send(self, answer: Answer) -> None:
        """Send a whole answer."""
        answer = structs.replace(answer, headers={"Date": self.date} | dict(answer.headers))
        await self.write(answer.head() + answer.content())

    async def write(self, data: bytes) -> None:
        """Send some bytes; the first ones say the status."""
        if self._seen.status is None and data.startswith(b"HTTP/1.1 "):
            self._seen.status = int(data[9:12])
        self._writer.write(data)
        await self._writer.drain()

    async def released(self) -> None:
        """Wait for the gateway's release, or for the other side to give up."""
        await self._gateway.until_released(self._reader)

    def reset(self) -> None:
        """Break the connection off, so that the other side sees a reset and no orderly end."""
        break_off(self._writer)

    def close(self) -> None:
        """End the connection in an orderly way."""
        self._writer.close()


def _option(name: str, value: Any) -> Any:
    if name == "failures":
        return {part: Failure(**failure) for part, failure in value.items()}
    return set(value) if name == "tokens" and value is not None else value


async def _run(port_file: Path, options: dict[str, Any]) -> None:
    gateway = FaultGateway()
    gateway.control("options", options)
    async with gateway:
        partial = port_file.with_suffix(".partial")
        partial.write_text(str(gateway.port))
        partial.replace(port_file)
        sys.stdout.write("listening\n")
        sys.stdout.flush()
        # Ends with the process that started it, whose end of the pipe then closes.
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def main() -> None:
    """Run until standard input ends."""
    parser = argparse.ArgumentParser(description="A gateway for tests, on a port of its own choice.")
    parser.add_argument(
        "--port-file", type=Path, required=True, help="where to write the port once it listens"
    )
    parser.add_argument(
        "--options", type=json.loads, default={}, help="attributes of tests.fakes.mountsea.Mountsea"
    )
    arguments = parser.parse_args()
    asyncio.run(_run(arguments.port_file, arguments.options))


if __name__ == "__main__":
    main()
