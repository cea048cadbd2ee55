"""The client of Mountsea's gateway.

It speaks to a transport directly and not through `httpx.AsyncClient`: redirects, cookies, default headers and
netrc, which could all carry the token elsewhere, then do not exist. Nothing is ever sent twice.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

import httpx
import msgspec

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.gateway import decode
from mountsea_desktop.gateway.addresses import Addresses, origin_of
from mountsea_desktop.gateway.error_from_exception import error_from_exception
from mountsea_desktop.gateway.error_from_response import Reply, error_from_response, error_within_success
from mountsea_desktop.gateway.errors import LONGEST_DETAILS, Fate, Fault, GatewayError
from mountsea_desktop.gateway.exchange import Connected, ConnectionProbe, Exchange
from mountsea_desktop.gateway.issuer import issuer_of
from mountsea_desktop.gateway.responses import Report, SpendingPage
from mountsea_desktop.gateway.server_clock import is_wrong, server_date
from mountsea_desktop.gateway.tokens import TokenFormError, clean_token
from mountsea_desktop.gateway.transport import ProxyUnusableError, Route, TransportFactory
from mountsea_desktop.network.bounded_stream import TooMuchError
from mountsea_desktop.network.certificates import CertificatesUnusableError
from mountsea_desktop.network.proxy import Logins, host_port_of, is_signed_in
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.redaction import redact, secrets_of
from mountsea_desktop.runtime.text import excerpt

log = logging.getLogger(__name__)

T = TypeVar("T")
Parse = Callable[[decode.Fields], T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds, for each stage of a request and for the whole of it."""

    connect: float = 10.0
    read: float = 30.0
    write: float = 30.0
    pool: float = 10.0
    total: float = 60.0

    def stages(self) -> dict[str, float | None]:
        """As the transport wants them."""
        return httpx.Timeout(connect=self.connect, read=self.read, write=self.write, pool=self.pool).as_dict()


ENTRIES_A_PAGE = 50
READS = Patience(read=15.0, total=30.0)
"""A read is repeated anyway, so it may give up early."""
POSTS = Patience(read=60.0, total=90.0)
"""A POST given up is unclear, which costs the musician more than waiting."""

# Below the 5 s after which servers on Node drop an idle connection: a dropped one costs a failed request.
_POOL = httpx.Limits(max_connections=8, max_keepalive_connections=8, keepalive_expiry=4.0)
_ONCE = httpx.Limits(max_connections=1, max_keepalive_connections=0)

_CERTIFICATES = frozenset({Fault.CERTIFICATE_UNTRUSTED, Fault.CERTIFICATE_INVALID})

_HEADERS = {
    "Accept": "application/json",
    # An answer is small; what is not packed cannot swell.
    "Accept-Encoding": "identity",
    "User-Agent": f"{PROGRAM}/{__version__}",
}


class GatewayClient:
    """Asks Mountsea. Every method raises `GatewayError`, and nothing else, when there is no usable answer.

    `token` is asked for each request and may return `None`. Each POST goes out once, over a connection of its
    own: a kept one may be dropped just then, and nobody could tell whether the request was read. Reads share
    a few connections. `transport` takes the place of the network, for practice; it is never closed here.
    """

    def __init__(
        self,
        addresses: Addresses,
        token: Callable[[], str | None],
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        transport_factory: TransportFactory | None = None,
        reads: Patience = READS,
        posts: Patience = POSTS,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._addresses = addresses
        self._token = token
        self._transport = transport
        self._transport_factory = transport_factory or TransportFactory()
        self._reads = reads
        self._posts = posts
        self._pools: dict[str, Route] = {}
        self._unknown: set[str] = set()
        self._now = now
        self.clock_ahead: float | None = None
        """Seconds by which Mountsea's clock is ahead of this computer's, by its latest answer."""

    def with_token(self, token: str) -> "GatewayClient":
        """Another client of the same gateway, for a token that is not in use yet; to be closed by itself."""
        return GatewayClient(
            self._addresses,
            lambda: token,
            transport=self._transport,
            transport_factory=self._transport_factory,
            reads=self._reads,
            posts=self._posts,
        )

    async def prepare(self) -> str:
        """Open a session and return its id."""
        return await self._post("/suno/v2/customModel/prepare", None, decode.session_id)

    async def upload(self, session_id: str, link: str) -> str:
        """Ask Mountsea to fetch a song; return the task id."""
        fields = {"sessionId": session_id, "audioUrl": link}
        return await self._post("/suno/v2/customModel/upload", fields, decode.task_id, secrets_of(link))

    async def status(self, task_id: str) -> Report:
        """Return how a task stands. Safe to repeat."""
        path = f"/suno/v2/status?{httpx.QueryParams(taskId=task_id)}"
        hide = partial(redact, secrets=(self._token() or "",))
        report = await self._get(
            self._addresses.api, path, _BEARER, lambda it: decode.report(it, task_id, hide)
        )
        self._note_unknown(report.status)
        return report

    async def create(self, session_id: str, clip_ids: Sequence[str], name: str) -> str:
        """Spend 100 credits; return the task id."""
        fields = {"sessionId": session_id, "clipIds": list(clip_ids), "name": name}
        return await self._post("/suno/v2/customModel/create", fields, decode.task_id)

    async def generate(self, model_ref: str, description: str, title: str, *, instrumental: bool) -> str:
        """Spend credits on songs made with a model; return the task id."""
        fields: dict[str, Any] = {
            "task": "create",
            "model": model_ref,
            "gpt_description_prompt": description,
            "make_instrumental": instrumental,
        }
        if title:
            fields["title"] = title
        return await self._post("/suno/v2/generate", fields, decode.task_id)

    async def credits(self) -> Decimal:
        """Return the balance. Safe to repeat."""
        return await self._get(self._addresses.credits, "/api-user/credits", _API_KEY, decode.balance)

    async def spending(self, start: float, end: float, page: int) -> SpendingPage:
        """One page, from 1 on, of what was spent between two moments (Unix time) at most 90 days apart.

        Sent as a POST, and yet a question: safe to repeat.
        """
        fields = {
            "dateRange": {"start": int(start * 1000), "end": int(end * 1000)},
            "page": page,
            "limit": ENTRIES_A_PAGE,
        }
        return await self._get(
            self._addresses.credits, "/api-user/points/search", _API_KEY, decode.spending, fields
        )

    async def reach(self, trial: Logins | None = None) -> None:
        """See whether the way to Mountsea is clear; nothing is sent to it, the token least of all.

        `trial` stands in for the usual logins, with one that is not known to be right and nobody else uses.
        """
        base = self._addresses.api
        until = self._until(self._reads)
        request = httpx.Request("HEAD", base, extensions={"timeout": self._reads.stages()})
        route, probe = await self._route(base, _ONCE, until, trial), ConnectionProbe(request, redact)
        try:
            with suppress(Connected):
                await probe.run(route.transport, until)
        except Exception as error:  # noqa: BLE001 - whatever stops it is said in the same words as always
            raise await self._failure(error, route, probe) from None
        finally:
            await self._close(route)

    async def renew(self) -> None:
        """Drop the connections of reads and start afresh; a read under way fails as lost.

        After cancelling many requests, since httpx loses the connections of cancelled ones, and after the
        computer slept. A POST under way is left alone: it has its own connection, and its answer counts.
        """
        old, self._pools = list(self._pools.values()), {}
        for route in old:
            await self._close(route)

    async def aclose(self) -> None:
        """Close every connection."""
        await self.renew()

    async def _get(
        self, base: str, path: str, secret: "_Secret", parse: Parse[T], fields: dict[str, Any] | None = None
    ) -> T:
        """Ask something that may be asked any number of times, with a body if there are `fields`."""
        until = self._until(self._reads)
        method = "GET" if fields is None else "POST"
        exchange = self._exchange(method, base, path, secret, self._reads, fields)
        if base not in self._pools:
            route = await self._route(base, _POOL, until)
            self._pools.setdefault(base, route)
        pool = self._pools[base]
        pool.users += 1
        try:
            return await self._ask(pool, exchange, until, parse, level=logging.DEBUG)
        finally:
            pool.users -= 1
            if not pool.users and self._pools.get(base) is not pool:
                await self._close(pool)  # dropped meanwhile, and perhaps connected once more

    async def _post(
        self, path: str, fields: dict[str, Any] | None, parse: Parse[T], secrets: tuple[str, ...] = ()
    ) -> T:
        base, until = self._addresses.api, self._until(self._posts)
        exchange = self._exchange("POST", base, path, _BEARER, self._posts, fields, secrets)
        route = await self._route(base, _ONCE, until)
        try:
            return await self._ask(route, exchange, until, parse)
        finally:
            await self._close(route)

    def _exchange(
        self,
        method: str,
        base: str,
        path: str,
        secret: "_Secret",
        patience: Patience,
        fields: dict[str, Any] | None = None,
        secrets: tuple[str, ...] = (),
    ) -> Exchange:
        """Return a request ready to go, with the token on it if it goes where the token may go.

        `secrets` are to be hidden, as the token is, in whatever is told of it.
        """
        try:
            token = clean_token(self._token() or "")
        except TokenFormError as error:
            raise GatewayError(Fault.NO_TOKEN, Fate.NOT_SENT, details=error.code) from None
        headers = dict(_HEADERS)
        if fields is not None:
            headers["Content-Type"] = "application/json"
        try:
            content = None if fields is None else msgspec.json.encode(fields)
            request = httpx.Request(method, f"{base}{path}", headers=headers, content=content)
        except (UnicodeEncodeError, httpx.InvalidURL) as error:
            raise GatewayError(Fault.INVALID, Fate.NOT_SENT, details=type(error).__name__) from None
        # The address was read by the standard library when it was allowed, and by httpx now: they must agree.
        if origin_of(str(request.url)) != origin_of(base):
            raise GatewayError(Fault.INVALID, Fate.NOT_SENT, details=f"the address {base} is ambiguous")
        request.headers[secret.header] = secret.prefix + token
        request.extensions["timeout"] = patience.stages()
        # A transport from outside may not tell when it sends: then it always may have.
        return Exchange(
            request, partial(redact, secrets=(token,), whole=secrets), sent=self._transport is not None
        )

    @staticmethod
    def _until(patience: Patience) -> float:
        """Return when the whole of a request that begins now is over, by the loop's clock."""
        return asyncio.get_running_loop().time() + patience.total

    async def _route(
        self, base: str, limits: httpx.Limits, until: float, trial: Logins | None = None
    ) -> Route:
        if self._transport is not None:
            return Route(self._transport)
        try:
            async with asyncio.timeout_at(until):
                return await self._transport_factory.open(base, limits, trial)
        except ProxyUnusableError as error:
            raise GatewayError(Fault.PROXY, Fate.NOT_SENT, details=redact(str(error))) from None
        except CertificatesUnusableError as error:
            raise GatewayError(Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT, details=str(error)) from None
        except Exception as error:  # noqa: BLE001 - the system's look-ups may hang, and raise what they like
            found = error_from_exception(error, sent=False, proxied=False)
            found.details = redact(found.details)
            raise found from None

    async def _close(self, route: Route) -> None:
        if route.transport is not self._transport:
            # A connection that breaks while it is closed is closed.
            with suppress(httpx.HTTPError, OSError):
                await route.transport.aclose()

    async def _ask(
        self, route: Route, exchange: Exchange, until: float, parse: Parse[T], *, level: int = logging.INFO
    ) -> T:
        started = time.monotonic()
        broken: Exception | None = None
        try:
            await exchange.run(route.transport, until)
        except Exception as error:  # noqa: BLE001 - whatever ends a request that may spend is an unclear fate
            broken = error
        _note(exchange, time.monotonic() - started, broken, level)
        if exchange.status is not None and not exchange.succeeded:
            raise error_from_response(exchange.reply)
        if isinstance(broken, decode.NonsenseError | TooMuchError):
            raise _unreadable(exchange, broken)
        if broken is not None:
            raise await self._failure(broken, route, exchange)
        answer = _understood(exchange.reply, parse)
        if exchange.server_time is not None:
            self.clock_ahead = exchange.server_time - self._now()
        return answer

    async def _failure(self, broken: Exception, route: Route, exchange: Exchange) -> GatewayError:
        error = error_from_exception(broken, sent=exchange.sent, proxied=bool(route.proxy))
        error.details = excerpt(error.details, LONGEST_DETAILS, exchange.hide, lines=True)
        self._note_failure(error, broken, route)
        if error.fault is Fault.CERTIFICATE_UNTRUSTED:
            issuer = await issuer_of(origin_of(str(exchange.request.url)), route.proxy)
            error.facts = {FactKey.ISSUER: issuer} if issuer else {}
        elif error.fault is Fault.CERTIFICATE_INVALID:
            date = await server_date(origin_of(str(exchange.request.url)), route.proxy)
            error.facts = {FactKey.CLOCK: date.isoformat()} if date is not None and is_wrong(date) else {}
        elif error.fault is Fault.PROXY_LOGIN:
            facts = {FactKey.PROXY: host_port_of(route.proxy)}
            if is_signed_in(route.proxy):
                facts[FactKey.REFUSED] = "yes"
                route.logins.refused(route.proxy)
            error.facts = facts
        return error

    def _note_failure(self, error: GatewayError, broken: Exception, route: Route) -> None:
        """Whoever asks next looks for the way anew when this one did not lead out of this computer.

        Somebody may put right the proxy or the certificates at any time, and is promised that all goes on.
        """
        if error.fate is Fate.NOT_SENT and not isinstance(broken, httpx.PoolTimeout):
            self._pools = {base: pool for base, pool in self._pools.items() if pool is not route}
            self._transport_factory.forget_proxy()
        if error.fault in _CERTIFICATES:
            self._transport_factory.forget_trust()

    def _note_unknown(self, status: str) -> None:
        word = status.lower()
        if word not in decode.KNOWN_STATUSES and word not in self._unknown and len(self._unknown) < 20:
            self._unknown.add(word)
            log.info("Mountsea gave a status that is not documented: %r; it counts as working", word)


@dataclass(frozen=True, slots=True)
class _Secret:
    """How an address wants the token."""

    header: str
    prefix: str = ""


_BEARER = _Secret("Authorization", "Bearer ")
_API_KEY = _Secret("X-API-Key")


def _understood(reply: Reply, parse: Parse[T]) -> T:
    """Return what a 2xx answer says; nothing short of what was asked for counts as accepted."""
    if reply.is_page:
        raise reply.error(Fault.SIGN_IN_PAGE, Fate.UNCLEAR)
    try:
        answer = decode.fields_of(reply.body)
    except decode.NonsenseError as missing:
        raise _nonsense(reply, missing) from None
    try:
        return parse(answer)
    except decode.NonsenseError as missing:
        raise error_within_success(reply, answer) or _nonsense(reply, missing) from None


def _unreadable(exchange: Exchange, why: Exception) -> GatewayError:
    """Return an answer that did not end where answers do; its status may not even have come."""
    if exchange.status is not None:
        return _nonsense(exchange.reply, why)
    fate = Fate.UNCLEAR if exchange.sent else Fate.NOT_SENT
    return GatewayError(Fault.NONSENSE, fate, details=str(why))


def _nonsense(reply: Reply, missing: Exception) -> GatewayError:
    error = reply.error(Fault.NONSENSE, Fate.UNCLEAR)
    error.details = f"{missing}\n{error.details}"
    return error


def _note(exchange: Exchange, seconds: float, broken: Exception | None, level: int) -> None:
    """A line in the log: questions are too frequent to be of interest to everybody."""
    request = exchange.request
    outcome = exchange.status if exchange.status is not None else type(broken).__name__
    log.log(level, "%s %s: %s after %.2f s", request.method, request.url.path, outcome, seconds)
    if exchange.status is not None and log.isEnabledFor(logging.DEBUG):
        log.debug("%s", exchange.reply.details)
