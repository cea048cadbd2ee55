"""Stands before a server on this computer, and passes requests on unless something befalls one."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import Self

PIECE = 16 * 1024
"""Bytes that are passed on at once."""


class Passage:
    """One request on its way, and the answer to it."""

    def __init__(
        self,
        proxy: "FaultProxy",
        head: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._proxy = proxy
        self._head = head
        self._reader = reader
        self._writer = writer
        lines = head.decode("latin-1").split("\r\n")
        self.method = lines[0].partition(" ")[0]
        lengths = [line.partition(":")[2] for line in lines if line.lower().startswith("content-length:")]
        self._length = self._left = int(lengths[0]) if lengths else 0
        self._far: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, share: float = 1.0) -> None:
        """Pass the request on, up to this part of it."""
        writer = await self._connect()
        stop_at = self._length - int(self._length * share)
        while self._left > stop_at:
            piece = await self._reader.read(min(PIECE, self._left - stop_at))
            if not piece:
                raise ConnectionError("the sender is gone")
            self._left -= len(piece)
            writer.write(piece)
            await writer.drain()
            if self._proxy.rate:
                await asyncio.sleep(len(piece) / self._proxy.rate)

    async def _connect(self) -> asyncio.StreamWriter:
        if self._far is None:
            self._far = await asyncio.open_connection("127.0.0.1", self._proxy.far_port)
            # So that its answer ends with the connection, and nobody here has to understand it.
            self._far[1].write(self._head.removesuffix(b"\r\n") + b"Connection: close\r\n\r\n")
        return self._far[1]

    async def take_answer(self) -> bytes:
        """All that the server says to it."""
        assert self._far is not None, "it was not sent"
        return await self._far[0].read()

    async def give(self, answer: bytes) -> None:
        """Hand an answer to whoever asked."""
        self._writer.write(answer)
        await self._writer.drain()

    async def refuse(self, status: str, code: str) -> None:
        """Take all of the request, and say no as S3 does."""
        while self._left and (piece := await self._reader.read(min(PIECE, self._left))):
            self._left -= len(piece)
        body = f"<?xml version='1.0'?><Error><Code>{code}</Code></Error>"
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/xml\r\nContent-Length: {len(body)}"
        await self.give(f"{head}\r\nConnection: close\r\n\r\n{body}".encode())

    async def usual(self) -> None:
        """As if nobody stood between."""
        await self.send()
        await self.give(await self.take_answer())

    def reset(self) -> None:
        """Break off towards both sides."""
        break_off(self._writer)
        self.end()

    def end(self) -> None:
        """Let the server go."""
        if self._far is not None:
            break_off(self._far[1])


Befalls = Callable[[str], Callable[[Passage], Awaitable[None]] | None]
"""Told of each request's method as it arrives; what it returns happens in place of the usual."""


class FaultProxy:
    """Listens for as long as the `async with` block lasts."""

    def __init__(self, far_port: int) -> None:
        self.far_port = far_port
        self.port = 0
        self.befalls: Befalls = lambda _: None
        self.rate = 0.0
        """Bytes a second that get through on each connection; zero for as many as there are."""
        self.at_once = 0
        self.most_at_once = 0
        self._server: asyncio.Server | None = None
        self._coming_back: asyncio.TimerHandle | None = None
        self._running: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._coming_back is not None:
            self._coming_back.cancel()
        await self.refuse()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def listen(self) -> None:
        """Take connections, on the port it had before."""
        if self._server is None:
            plug = socket.socket()
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, PIECE)  # what waits here has not left
            plug.bind(("127.0.0.1", self.port))
            self._server = await asyncio.start_server(self._serve, sock=plug, limit=PIECE)
            self.port = plug.getsockname()[1]

    async def refuse(self) -> None:
        """Refuse new connections, and drop those there are."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in self._running - {asyncio.current_task()}:
            task.cancel()

    async def settled(self) -> None:
        """Wait until nothing is on its way any more: what was sent whole is carried out, whoever sent it."""
        while running := self._running - {asyncio.current_task()}:
            await asyncio.wait(running)

    def come_back(self, seconds: float) -> None:
        """Listen again after a while."""
        loop = asyncio.get_running_loop()
        self._coming_back = loop.call_later(seconds, lambda: self._keep(loop.create_task(self.listen())))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._keep(task)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        passage: Passage | None = None
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                head = await reader.readuntil(b"\r\n\r\n")
                passage = Passage(self, head, reader, writer)
                await (self.befalls(passage.method) or Passage.usual)(passage)
        except asyncio.CancelledError:
            break_off(writer)
        finally:
            self.at_once -= 1
            if passage is not None:
                passage.end()
            writer.close()


def break_off(writer: asyncio.StreamWriter) -> None:
    """End a connection so that the other side sees a reset and no orderly end."""
    if (plug := writer.get_extra_info("socket")) is not None and plug.fileno() >= 0:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
