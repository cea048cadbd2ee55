"""The studio's proxy: it opens a way to the gateway, whatever name is asked for."""

import asyncio
import contextlib
from base64 import b64encode
from typing import Self

from tests.fakes.fault_gateway import FaultGateway

REFUSAL = (
    b"HTTP/1.1 407 Proxy Authentication Required\r\n"
    b'Proxy-Authenticate: Basic realm="studio"\r\nContent-Length: 0\r\n\r\n'
)


class Tunnel:
    """A proxy on a real socket. With a `login`, name and password, it lets nobody through without it."""

    def __init__(self, gateway: FaultGateway, host: str = "127.0.0.1") -> None:
        self.gateway = gateway
        self._host = host
        self.login: tuple[str, str] | None = None
        self.asked: list[str] = []
        """The heads of all requests for a way through."""
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self._host, 0)
        host = f"[{self._host}]" if ":" in self._host else self._host
        self.place = f"{host}:{self._server.sockets[0].getsockname()[1]}"
        self.url = f"http://{self.place}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Nobody listens any more, and every way through is cut."""
        self._server.close()
        await self.cut()

    async def cut(self) -> None:
        """Close every way through."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def logins_sent(self) -> list[str]:
        """What was said of who asks, once for each request that said anything."""
        lines = (line for head in self.asked for line in head.splitlines())
        return [line.partition(": ")[2] for line in lines if line.lower().startswith("proxy-authorization:")]

    @staticmethod
    def basic(name: str, password: str) -> str:
        """How a login is said."""
        return f"Basic {b64encode(f'{name}:{password}'.encode()).decode()}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        if not self._server.is_serving():  # accepted just before the end
            writer.close()
            return
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            if self.login is not None and self.basic(*self.login) not in head:
                writer.write(REFUSAL)
            else:
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.gateway.port)
                try:
                    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
                    await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
                finally:
                    far_writer.close()  # also where no pump had begun
        writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65_536):
            writer.write(piece)
            await writer.drain()
    finally:
        writer.close()
