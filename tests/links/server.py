"""A small web server on loopback that plays each kind of answer a link may lead to."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """The bytes of a whole answer; underscores in the names of headers become hyphens."""
    fields = {
        "Content-Length": str(len(body)),
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    lines = [f"HTTP/1.1 {status} Said", *(f"{key}: {value}" for key, value in fields.items() if value)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


@dataclass
class Server:
    """Answers each path with what was put there; `...` means: say nothing at all. Remembers requests.

    A list of bytes and `...` says the bytes and then nothing more.
    """

    port: int = 0
    answers: dict[str, object] = field(default_factory=dict)
    asked: list[bytes] = field(default_factory=list)
    sent: int = 0
    silent: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    """Released once for each request that is being left without an answer."""
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    def at(self, path: str, what: object) -> str:
        """Put an answer at a path; the link to it."""
        self.answers[path] = what
        return f"http://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            self.asked.append(request)
            what = self.answers.get(request.split(b" ")[1].decode(), answer(404))
            if isinstance(what, list):
                writer.write(what[0])
                what = ...
            if what is ...:
                self.silent.release()
                await reader.read()
            elif isinstance(what, bytes):
                writer.write(what)
                await writer.drain()
            else:
                endless = bytes(16384)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n")
                while True:
                    writer.write(endless)
                    await writer.drain()
                    self.sent += len(endless)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            self.gone.set()


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """A server on a free port."""
    server = Server()
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        await listener.wait_closed()
