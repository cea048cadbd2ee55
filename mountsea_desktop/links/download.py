"""A whole sound file from an address that a stranger gave, without cookies, names or tokens."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx

from mountsea_desktop.links import address, audio
from mountsea_desktop.links.fetch import Answer, Fetcher, chunks
from mountsea_desktop.links.verdict import DownloadError, DownloadFault, PrivateNameError
from mountsea_desktop.network.bounded_stream import TooMuchError
from mountsea_desktop.network.pending_connection import end_early

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is taken: twenty minutes of CD sound."""
AROUND = 65_536
"""Bytes of headers that may come beside it."""
HEAD = 1024
"""Bytes by which sound is recognised."""
DEADLINE = 600.0
"""Seconds for one file, redirects and all."""
SILENCE = 30.0
"""Seconds without a byte after which a connection counts as lost."""
SLOWEST = 8 * 1024
"""Bytes a second on average, below which a song would not come to its end before `DEADLINE` either."""
GRACE = 20.0
"""Seconds after which that is looked at."""
RESPITE = 64
"""Chunks after which others get a turn: chunks of one byte leave the network library no time for them."""
PAUSE = 0.01
"""Seconds of that turn. With chunks of one byte it makes a download too slow, as it should."""
PORTION = 256 * 1024
"""Bytes that are handed on at once."""
REDIRECTS = 5
"""Redirects that are followed."""

Write = Callable[[bytes], Awaitable[None]]


class _WriteError(Exception):
    """Whoever takes the portions failed, and not the download."""


class _File:
    """Reads a file to its end, and hands it on in portions once it is known to be sound."""

    headers = {"Accept": "audio/*, */*;q=0.5"}  # noqa: RUF012 - nobody changes it
    silence = SILENCE

    def __init__(self, write: Write, largest: int) -> None:
        self._write = write
        self._largest = largest
        self._portion = bytearray()
        self._taken = 0
        self._chunks = 0
        self._begun = 0.0
        self.most = largest + AROUND
        self.kind = ""

    async def read(self, response: httpx.Response) -> Answer:
        """The answer; its body, if it is one, was handed on."""
        answer = Answer(response.status_code, response.headers, b"")
        if not response.is_success:
            return answer
        if (answer.size or 0) > self._largest:
            raise DownloadError(DownloadFault.TOO_LARGE, f"{answer.size} bytes")
        self._begun = asyncio.get_running_loop().time()
        failure: BaseException | None = None
        try:
            async for chunk in chunks(response):
                try:
                    await self._take(chunk)
                except BaseException as error:  # noqa: BLE001 - raised below, once the connection is let go
                    failure = failure or error
                    await end_early(response)
        except (httpx.TransportError, OSError, TooMuchError):
            if failure is None:
                raise
        if failure is not None:
            raise failure
        await self._finish(answer.size)
        return answer

    async def _take(self, chunk: bytes) -> None:
        self._portion += chunk
        self._taken += len(chunk)
        if self._taken > self._largest:
            raise DownloadError(DownloadFault.TOO_LARGE)
        seconds = asyncio.get_running_loop().time() - self._begun
        if seconds > GRACE and self._taken < SLOWEST * seconds:
            raise DownloadError(DownloadFault.UNREACHABLE, "too slow")
        self._chunks += 1
        if self._chunks % RESPITE == 0:
            await asyncio.sleep(PAUSE)
        if not self.kind and len(self._portion) >= HEAD:
            self.kind = _kind(self._portion[:HEAD])
        if self.kind and len(self._portion) >= PORTION:
            await self._hand_on()

    async def _finish(self, size: int | None) -> None:
        if size is not None and self._taken != size:
            raise DownloadError(DownloadFault.UNREACHABLE, "cut short")
        self.kind = self.kind or _kind(self._portion)
        await self._hand_on()

    async def _hand_on(self) -> None:
        portion, self._portion = bytes(self._portion), bytearray()
        try:
            if portion:
                await self._write(portion)
        except Exception as error:
            raise _WriteError from error


class Downloader:
    """Fetches sound files. Addresses of this computer and its network are refused, also behind redirects."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        allow_loopback: bool = False,
        largest: int = LARGEST,
        deadline: float = DEADLINE,
    ) -> None:
        self._fetcher = fetcher
        self._allow_loopback = allow_loopback
        self._largest = largest
        self._deadline = deadline

    async def download(self, link: str, write: Write) -> str:
        """Hand the file's bytes to `write`; returns its kind, as `audio.Audio` names it.

        Raises `DownloadError`, and what `write` raises.
        """
        file = _File(write, self._largest)
        try:
            async with asyncio.timeout(self._deadline):
                await self._follow(link, file)
        except _WriteError as error:
            raise error.__cause__ or error from None
        except DownloadError:
            raise
        except PrivateNameError:
            raise DownloadError(DownloadFault.PRIVATE) from None
        except TooMuchError as error:
            raise DownloadError(DownloadFault.TOO_LARGE, str(error)) from None
        except Exception as error:  # noqa: BLE001 - whatever a server or a library does, there is no file
            raise DownloadError(DownloadFault.UNREACHABLE, type(error).__name__) from None
        return file.kind

    async def _follow(self, link: str, file: _File) -> None:
        url = httpx.URL(link)
        for _ in range(REDIRECTS + 1):
            if address.judge(str(url), allow_loopback=self._allow_loopback) is not None:
                raise DownloadError(DownloadFault.PRIVATE)
            answer = await self._fetcher.fetch(url, file)
            if file.kind:
                return
            if not answer.redirect:
                raise DownloadError(DownloadFault.REFUSED, str(answer.status))
            url = url.join(answer.redirect)
        raise DownloadError(DownloadFault.REFUSED, "redirects")


def _kind(head: bytes | bytearray) -> str:
    found = audio.recognise(bytes(head))
    if found is None:
        raise DownloadError(DownloadFault.NOT_SOUND)
    return found.kind
