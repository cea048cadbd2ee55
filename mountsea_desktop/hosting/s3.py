"""A bucket that speaks S3, used by addresses that are signed here.

Each request is a plain one to an address with its signature in the query. So the bytes go out as everything
else does, through the same proxies, certificates and sign-ins, and the secret never leaves this module.
"""

import logging
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Literal, Self

import httpx

from mountsea_desktop.gateway.error_from_exception import error_from_exception
from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.server_clock import is_wrong
from mountsea_desktop.gateway.transport import ProxyUnusableError, Route, TransportFactory
from mountsea_desktop.hosting.audio_file import content_type, ending_of, safe_name, unguessable
from mountsea_desktop.hosting.blocks import Blocks, in_time
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.network.certificates import CertificatesUnusableError
from mountsea_desktop.network.pac import PacError
from mountsea_desktop.network.pending_connection import PendingConnection, is_sending
from mountsea_desktop.network.proxy import is_signed_in
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.runtime.text import excerpt

log = logging.getLogger(__name__)

Method = Literal["PUT", "GET", "DELETE"]
Progress = Callable[[int], None]
Sign = Callable[[Method, str, timedelta], str]

VALID = timedelta(hours=24)
"""How long an address works that Mountsea is given."""
OWN = timedelta(minutes=15)
"""The same for one that is used here, at once."""
LARGEST = 5 * 1024**3
"""Bytes that S3 takes in one piece."""
ANSWER = 64 * 1024
"""Bytes of an answer that are read."""
DETAILS = 2_000
LEAST, MOST = 64 * 1024, 1024 * 1024
"""Bytes of the pieces that are sent: the larger, the less often the painting thread is woken; and yet small
enough for a slow line to take one within the time a write may need."""
MOMENT = 0.5
"""Seconds beyond which a piece was too large."""
REGION = "us-east-1"
"""What services without regions call theirs."""
PATIENCE = httpx.Timeout(connect=15.0, read=120.0, write=120.0, pool=15.0)
"""In seconds. A large file is put together at the other end after its last byte, which takes a while."""

_ONCE = httpx.Limits(max_connections=1, max_keepalive_connections=0)
_CODE = re.compile(rb"<Code>\s*([\w.-]{1,80})\s*</Code>")
_BY_CODE = {
    "InvalidAccessKeyId": StorageFault.KEY_REFUSED,
    "InvalidAccessKey": StorageFault.KEY_REFUSED,
    "SignatureDoesNotMatch": StorageFault.KEY_REFUSED,
    "InvalidToken": StorageFault.KEY_REFUSED,
    "ExpiredToken": StorageFault.KEY_REFUSED,
    "RequestTimeTooSkewed": StorageFault.CLOCK,
    "NoSuchBucket": StorageFault.NO_BUCKET,
    "InvalidBucketName": StorageFault.NO_BUCKET,
    "AuthorizationHeaderMalformed": StorageFault.WRONG_REGION,
    "AuthorizationQueryParametersError": StorageFault.WRONG_REGION,
    "PermanentRedirect": StorageFault.WRONG_REGION,
    "TemporaryRedirect": StorageFault.WRONG_REGION,
    "QuotaExceeded": StorageFault.FULL,
    "UserQuotaExceeded": StorageFault.FULL,
    "XMinioStorageFull": StorageFault.FULL,
    "XMinioAdminBucketQuotaExceeded": StorageFault.FULL,
    "InsufficientCapacity": StorageFault.FULL,
    "EntityTooLarge": StorageFault.FILE_TOO_LARGE,
    "RequestTimeout": StorageFault.LOST,
    "IncompleteBody": StorageFault.LOST,
    "SlowDown": StorageFault.BUSY,
}
_BY_STATUS = {
    401: StorageFault.KEY_REFUSED,
    403: StorageFault.NO_RIGHT,
    404: StorageFault.NO_BUCKET,
    408: StorageFault.LOST,
    413: StorageFault.FILE_TOO_LARGE,
    429: StorageFault.BUSY,
    507: StorageFault.FULL,
}
_SIGNATURES = frozenset({StorageFault.KEY_REFUSED, StorageFault.NO_RIGHT, StorageFault.REJECTED})
"""What a clock that is off may look like."""
_FROM_FAULT = {
    Fault.OFFLINE: StorageFault.OFFLINE,
    Fault.UNREACHABLE: StorageFault.UNREACHABLE,
    Fault.PROXY: StorageFault.PROXY,
    Fault.PROXY_LOGIN: StorageFault.PROXY,
    Fault.CERTIFICATE_UNTRUSTED: StorageFault.CERTIFICATE,
    Fault.CERTIFICATE_INVALID: StorageFault.CERTIFICATE,
}


class S3Storage:
    """Puts files into a bucket, gives their signed addresses, and takes them out again."""

    def __init__(
        self,
        bucket: Bucket,
        transport_factory: TransportFactory,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        patience: httpx.Timeout = PATIENCE,
    ) -> None:
        """`transport` takes the place of the network, for practice; it is never closed here."""
        self._bucket = bucket
        self._transport_factory = transport_factory
        self._transport = transport
        self._patience = patience
        self._sign: Sign | None = None
        """Set with the first address."""

    @property
    def id(self) -> str:
        """Which storage it is: a key means something in this one only."""
        return self._bucket.base

    async def new_key(self, file: LocalFile) -> str:
        """A name in the bucket that nothing has yet, for this file. Raises `StorageError`."""
        if file.size > LARGEST:
            raise StorageError(StorageFault.FILE_TOO_LARGE)
        return self.key_for(safe_name(file.path, await in_time(ending_of, file)))

    def key_for(self, name: str) -> str:
        """A name in the bucket that nothing has yet, ending like this."""
        prefix = self._bucket.prefix.strip("/")
        return "/".join(filter(None, (prefix, unguessable(), name)))

    async def put(self, file: LocalFile, key: str, progress: Progress = lambda _sent: None) -> None:
        """Send all of the file or nothing, telling `progress` of bytes that left. Raises `StorageError`."""
        headers = {"Content-Length": str(file.size), "Content-Type": content_type(key)}
        body = _Body(file, progress)
        try:
            await self._ask("PUT", key, headers, body)
        except StorageError as error:
            raise body.failed or error from None
        finally:
            await body.aclose()

    async def put_bytes(self, content: bytes, key: str) -> None:
        """The same for what is in memory."""
        headers = {"Content-Length": str(len(content)), "Content-Type": content_type(key)}
        await self._ask("PUT", key, headers, httpx.ByteStream(content))

    async def address(self, key: str) -> str:
        """Where everybody gets the file, for a day from now on. Raises `StorageError`; asks nobody."""
        return await self._signed("GET", key, VALID)

    async def delete(self, key: str) -> None:
        """Take it out of the bucket; that it is not there is fine. Raises `StorageError`."""
        with suppress(_NotThereError):
            await self._ask("DELETE", key)

    async def _signed(self, method: Method, key: str, valid: timedelta) -> str:
        try:
            if self._sign is None:
                self._sign = await run_in_daemon_thread(_signer, self._bucket)
            return self._sign(method, key, valid)
        except Exception as error:  # noqa: BLE001 - the library's own, about addresses and names it does not take
            details = redact(f"{type(error).__name__}: {error}", (self._bucket.secret,))
            raise StorageError(StorageFault.WRONG_SETTINGS, details[:DETAILS]) from None

    async def _ask(
        self,
        method: Method,
        key: str,
        headers: dict[str, str] | None = None,
        stream: httpx.AsyncByteStream | None = None,
    ) -> None:
        address = await self._signed(method, key, OWN)
        extensions = {"timeout": self._patience.as_dict()}
        request = httpx.Request(method, address, headers=headers, extensions=extensions)
        if stream is not None:
            request.stream = stream  # afterwards: given at once, it would do without the usual headers
        route = await self._route()
        pending, sent = PendingConnection(), False

        async def watch(event: str, info: dict[str, object]) -> None:
            nonlocal sent
            await pending.watch(event, info)
            sent = sent or is_sending(event, info)

        request.extensions["trace"] = watch
        try:
            response = await route.transport.handle_async_request(request)
            try:
                said = await _beginning(response)
            finally:
                await response.aclose()
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever the network library raises, the file was not taken
            raise self._lost(error, route, sent=sent or self._transport is not None) from None
        finally:
            await pending.close()
            await self._close(route)
        log.info("storage: %s %s", method, response.status_code)
        if not response.is_success:
            raise self._refused(response, said)

    async def _route(self) -> Route:
        if self._transport is not None:
            return Route(self._transport)
        try:
            return await self._transport_factory.open(self._bucket.base, _ONCE)
        except (ProxyUnusableError, PacError) as error:
            raise StorageError(StorageFault.PROXY, redact(str(error))) from None
        except CertificatesUnusableError as error:
            raise StorageError(StorageFault.CERTIFICATE, str(error)) from None

    async def _close(self, route: Route) -> None:
        if route.transport is not self._transport:
            with suppress(httpx.HTTPError, OSError):  # a connection that breaks while it is closed is closed
                await route.transport.aclose()

    def _lost(self, error: Exception, route: Route, *, sent: bool) -> StorageError:
        found = error_from_exception(error, sent=sent, proxied=bool(route.proxy))
        fault = _FROM_FAULT.get(found.fault, StorageFault.LOST)
        if fault is StorageFault.CERTIFICATE:
            self._transport_factory.forget_trust()
        elif not sent:
            self._transport_factory.forget_proxy()
        if found.fault is Fault.PROXY_LOGIN and is_signed_in(route.proxy):
            route.logins.refused(route.proxy)
        return StorageError(fault, redact(found.details, (self._bucket.secret,))[:DETAILS])

    def _refused(self, response: httpx.Response, said: bytes) -> StorageError:
        found = _CODE.search(said)
        code = found[1].decode() if found else ""
        status = response.status_code
        fault = _BY_CODE.get(code) or _BY_STATUS.get(status)
        if fault is None:
            fault = StorageFault.BUSY if status >= 500 else StorageFault.REJECTED
            fault = StorageFault.WRONG_REGION if 300 <= status < 400 else fault
        words = excerpt(said.decode("utf-8", "replace"), DETAILS, self._hide)
        details = f"{status} {code}\n{words}".strip()
        date = _date(response)
        if fault is StorageFault.CLOCK or (fault in _SIGNATURES and is_wrong(date)):
            facts = {FactKey.CLOCK: date.isoformat()} if date is not None else {}
            return StorageError(StorageFault.CLOCK, details, facts)
        if status == httpx.codes.NOT_FOUND and code == "NoSuchKey":
            return _NotThereError(StorageFault.REJECTED, details)
        return StorageError(fault, details)

    def _hide(self, text: str) -> str:
        return redact(text, (self._bucket.secret,))


def _signer(bucket: Bucket) -> Sign:
    """What signs addresses, at once; it is made in a thread, which takes a while."""
    import obstore  # noqa: PLC0415 - slow to import
    from obstore.store import S3Store  # noqa: PLC0415 - the same

    store = S3Store(
        bucket.name,
        endpoint=bucket.endpoint.rstrip("/") if bucket.is_in_path else bucket.base,
        region=bucket.region or REGION,
        access_key_id=bucket.key_id,
        secret_access_key=bucket.secret,
        virtual_hosted_style_request=not bucket.is_in_path,
        client_options={"allow_http": True},
    )
    return partial(obstore.sign, store)


class _Body(httpx.AsyncByteStream):
    """A file on its way, in pieces as large as the line takes in a moment.

    What went wrong with it is kept, since the network library makes an error of its own of it.
    """

    def __init__(self, file: LocalFile, progress: Progress) -> None:
        self._blocks = Blocks(file)
        self._block = b""
        self._at = 0
        """Where in the block what was not sent begins."""
        self._progress = progress
        self._sent = 0
        self._piece = LEAST
        self._handed_out = 0.0
        self.failed: StorageError | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        now = time.monotonic()
        if self._sent:  # whoever asks for more has sent that
            self._progress(self._sent)
            is_slow = now - self._handed_out > MOMENT
            self._piece = max(LEAST, self._piece // 2) if is_slow else min(MOST, self._piece * 2)
        if self._at >= len(self._block):
            self._block = b""  # not kept while the next one is waited for
            try:
                self._block, self._at = await anext(self._blocks), 0
            except StorageError as error:
                self.failed = error
                raise
        piece = self._block[self._at : self._at + self._piece]  # no copy where it is all of it
        self._at += len(piece)
        self._sent += len(piece)
        self._handed_out = time.monotonic()
        return piece

    async def aclose(self) -> None:
        """Let the file go."""
        await self._blocks.aclose()


class _NotThereError(StorageError):
    """There is nothing under this name."""


async def _beginning(response: httpx.Response) -> bytes:
    said = bytearray()
    if isinstance(response.stream, httpx.AsyncByteStream):
        async for piece in response.stream:
            said += piece[: ANSWER - len(said)]
    return bytes(said)


def _date(response: httpx.Response) -> datetime | None:
    try:
        date = parsedate_to_datetime(response.headers["date"])
    except (KeyError, ValueError, TypeError, OverflowError):
        return None
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)
