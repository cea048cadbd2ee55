"""What a gateway, or something before it, can do to an answer. Each is a value, so it can come as JSON too.

`Wire` is one request being answered. Unless a fault says otherwise, Mountsea does its work before it plays.
"""

import asyncio
import gzip
import json
from collections.abc import Mapping
from typing import Any, Protocol, Union

import msgspec


class Wire(Protocol):
    """One request, as a fault sees it."""

    async def read_body(self) -> None: ...
    def process(self) -> "Answer": ...
    async def send(self, answer: "Answer") -> None: ...
    async def write(self, data: bytes) -> None: ...
    async def released(self) -> None: ...
    def reset(self) -> None: ...
    def close(self) -> None: ...


class Play(msgspec.Struct, tag_field="type", tag=True, frozen=True):
    """Something to do instead of the usual; the request's body was not read yet."""

    async def play(self, wire: Wire) -> None:
        raise NotImplementedError


class Usual(Play, frozen=True):
    """As documented."""

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        await wire.send(wire.process())


class Answer(Play, frozen=True):
    """This answer, without Mountsea doing anything (or after it did, with `process`)."""

    status: int = 200
    body: Any = ""
    """A text goes out as it is; anything else as JSON."""
    headers: Mapping[str, str] = {}
    process: bool = False

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()

    def head(self, length: int | None = None) -> bytes:
        kind = "text/plain" if isinstance(self.body, str) else "application/json"
        headers = {
            "Content-Type": kind,
            "Content-Length": str(length if length is not None else len(self.content())),
        }
        headers |= self.headers
        lines = [f"HTTP/1.1 {self.status} {'OK' if self.status < 300 else 'Not OK'}"]
        lines += [f"{name}: {value}" for name, value in headers.items() if value]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        if self.process:
            wire.process()
        await wire.send(self)


def Status(status: int, message: Any = "Something is wrong", **headers: str) -> Answer:  # noqa: N802 - reads as a value
    """A refusal in the form the gateway gives: `Status(429, Retry_After="5")`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {"statusCode": status, "message": message, "error": "Error"}, named)


def Page(status: int = 200) -> Answer:  # noqa: N802 - reads as a value
    """A web page, as a hotel's sign-in or a proxy's error is."""
    page = "<!DOCTYPE html><html><body>Please sign in</body></html>"
    return Answer(status, page, {"Content-Type": "text/html; charset=utf-8"})


def Redirect(to: str, status: int = 307) -> Answer:  # noqa: N802 - reads as a value
    """Elsewhere."""
    return Answer(status, "", {"Location": to})


class Reset(Play, frozen=True):
    """The connection is reset: `when` is "headers" (the body is not read), "body" or "processed"."""

    when: str = "body"

    async def play(self, wire: Wire) -> None:
        if self.when != "headers":
            await wire.read_body()
        if self.when == "processed":
            wire.process()
        wire.reset()


class Hang(Play, frozen=True):
    """No answer until released; then the usual one. With `process`, Mountsea does its work at once."""

    process: bool = True

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        answer = wire.process() if self.process else None
        await wire.released()
        await wire.send(answer or wire.process())


class Delay(Play, frozen=True):
    """The usual, later."""

    seconds: float

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        await asyncio.sleep(self.seconds)
        await wire.send(wire.process())


class Drip(Play, frozen=True):
    """The usual answer, byte by byte, so slowly that it never ends."""

    seconds: float = 0.01

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        answer = wire.process()
        await wire.write(answer.head(length=1_000_000))
        for byte in answer.content().ljust(1_000_000):
            await wire.write(bytes([byte]))
            await asyncio.sleep(self.seconds)


class Truncated(Play, frozen=True):
    """Half of the usual answer, then the end."""

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        answer = wire.process()
        await wire.write(answer.head() + answer.content()[: len(answer.content()) // 2])
        wire.close()


class Endless(Play, frozen=True):
    """An answer without end, as fast as it is read."""

    status: int = 201

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        wire.process()
        await wire.write(
            Answer(self.status, {}, {"Content-Length": "1000000000000"}).head() + b'{"taskId": "'
        )
        while True:
            await wire.write(b"a" * 65_536)


class Interim(Play, frozen=True):
    """Answers of the kind "103 Early Hints" without end, as fast as they are read."""

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        wire.process()
        while True:
            await wire.write(b"HTTP/1.1 103 \r\n\r\n" * 4_000)


class Crumbs(Play, frozen=True):
    """An answer of a mebibyte in chunks of one byte each."""

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        wire.process()
        await wire.write(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(1024):
            await wire.write(b"1\r\n \r\n" * 1024)


class Bomb(Play, frozen=True):
    """A small packed answer that unpacks to `size` bytes."""

    size: int = 50_000_000

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        wire.process()
        packed = gzip.compress(b'{"taskId": "' + b"a" * self.size + b'"}')
        await wire.send(Answer(201, packed, {"Content-Encoding": "gzip"}))


class CloseAfter(Play, frozen=True):
    """The usual, and then the connection is closed without having said so."""

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        await wire.send(wire.process())
        wire.close()


class Raw(Play, frozen=True):
    """Bytes that need not be HTTP, then the end."""

    data: str

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        await wire.write(self.data.encode())
        wire.close()


Fault = Union[  # noqa: UP007 - msgspec reads it
    Usual, Answer, Reset, Hang, Delay, Drip, Truncated, Endless, Interim, Crumbs, Bomb, CloseAfter, Raw
]


def from_json(value: Any) -> Fault:
    """A fault as `{"type": "Reset", "when": "processed"}`, for scripts from another process."""
    fault: Fault = msgspec.convert(value, Fault)
    return fault
