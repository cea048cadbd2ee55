"""Practice's own storage, so that a file can be dropped without any set-up; it keeps its beginning."""

import re
from collections.abc import AsyncIterable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx

from mountsea_desktop.practice.storage import PRACTICE_BUCKET
from mountsea_desktop.runtime.clock import Clock

_KEPT = 64 * 1024
"""Bytes of each file: as many as a look at its address may ask for."""
_SPEED = 8 * 1024 * 1024
"""Bytes a second of the clock's that it takes, so that there is something to see."""
_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@dataclass(frozen=True, slots=True)
class _Stored:
    head: bytes
    size: int
    content_type: str


class PracticeBucket:
    """Takes what is put there, and gives its beginning to everybody who has an address."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._stored: dict[str, _Stored] = {}
        self.host = urlsplit(PRACTICE_BUCKET.base).hostname

    async def answer(self, request: httpx.Request) -> httpx.Response:
        """What a bucket says."""
        path = request.url.path
        match request.method:
            case "PUT":
                self._stored[path] = await self._take(request)
                return httpx.Response(HTTPStatus.OK)
            case "DELETE":
                self._stored.pop(path, None)
                return httpx.Response(HTTPStatus.NO_CONTENT)
        stored = self._stored.get(path)
        if stored is None:
            return httpx.Response(HTTPStatus.NOT_FOUND, text="<Error><Code>NoSuchKey</Code></Error>")
        asked = _RANGE.match(request.headers.get("range", ""))
        first, last = (int(asked[1]), int(asked[2] or stored.size - 1)) if asked else (0, _KEPT - 1)
        last = min(last, len(stored.head) - 1)
        headers = {
            "Content-Type": stored.content_type,
            "Content-Range": f"bytes {first}-{last}/{stored.size}",
        }
        return httpx.Response(
            HTTPStatus.PARTIAL_CONTENT, headers=headers, content=stored.head[first : last + 1]
        )

    async def _take(self, request: httpx.Request) -> _Stored:
        head, size = bytearray(), 0
        if isinstance(request.stream, AsyncIterable):
            async for piece in request.stream:
                head += piece[: _KEPT - len(head)]
                size += len(piece)
                await self._clock.sleep(len(piece) / _SPEED)
        return _Stored(bytes(head), size, request.headers.get("content-type", ""))
