"""Looks at what is behind a link, from this computer, before anything is paid for."""

import asyncio
import re
import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import httpx

from mountsea_desktop.links import address, audio, sites, title
from mountsea_desktop.links.fetch import Answer, Fetcher, NoAnswerError
from mountsea_desktop.links.parse import ParsedLink, parse_link
from mountsea_desktop.links.verdict import Checked, Note, PrivateNameError, UnreachableReason, Verdict
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.proxy import Logins
from mountsea_desktop.network.proxy_resolver import ProxyResolver
from mountsea_desktop.runtime.causes import causes
from mountsea_desktop.runtime.facts import FactKey, facts_of

DEADLINE = 10.0
"""Seconds that one check may take, redirects and all."""
REDIRECTS = 5
"""Redirects that are followed."""
SHORT, LONG, TINY = 30.0, 8 * 60.0, 10_000
"""Seconds and bytes beyond which a song deserves a word of advice."""

_PAGE = re.compile(rb"\s*(?:<[!?a-z]|\{\s*[\"}]|\[\s*[\[{\"\]])", re.IGNORECASE)
_OWN_CLOUDS = (
    ("Nextcloud", re.compile(rb"nextcloud|class=\"ng-csp\"|data-requesttoken=", re.IGNORECASE), "/download"),
    ("ownCloud", re.compile(rb"owncloud", re.IGNORECASE), "/download"),
    ("Seafile", re.compile(rb"seafile|seahub", re.IGNORECASE), "?dl=1"),
)
"""Programs that are known by their pages, and what is to be added to a share's link for the file itself."""
_PAGE_TYPES = ("text/html", "application/xhtml", "application/json", "application/xml", "text/xml")


class LinkChecker:
    """Gives a verdict on links by fetching their first kilobyte; never holds a token.

    `transport` takes the network's place, in practice mode and tests; it stays its owner's to close.
    `proxy_for` says which proxy a link wants, empty for none; it runs in a thread. `logins` know how to
    sign in to it, `trust` whose certificates are accepted. `deadline` is in seconds.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        allow_loopback: bool = False,
        deadline: float = DEADLINE,
        proxy_for: Callable[[str], str] | None = None,
        logins: Logins | None = None,
        trust: Trust | None = None,
        look_up: Callable[[str], list[str]] | None = None,
        tls: ssl.SSLContext | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.fetcher = Fetcher(
            transport,
            allow_loopback=allow_loopback,
            proxy_for=proxy_for or ProxyResolver().proxy_for,
            look_up=look_up,
            tls=tls,
            logins=logins,
            trust=trust,
        )
        self._allow_loopback = allow_loopback
        self._deadline = deadline
        self._now = now

    async def check(self, link: str) -> Checked:
        """Return the verdict on one link. Never raises but for cancellation: doubt is a verdict."""
        parsed = parse_link(link, now=self._now(), allow_loopback=self._allow_loopback)
        if parsed.verdict is not None:
            return parsed.verdict
        try:
            async with asyncio.timeout(self._deadline):
                return await self._fetch(parsed)
        except PrivateNameError as error:
            return address.refused(Verdict.PRIVATE_ADDRESS, host=str(error))
        except NoAnswerError as error:
            return _unreachable(error.reason, error.details)
        except Exception as error:  # noqa: BLE001 - whatever a server or a library does, doubt is a verdict
            return _unreachable(_reason(error), f"{type(error).__name__}: {error}"[:300])

    async def beginning(self, link: str) -> bytes:
        """The first kilobyte behind a direct link, as anybody gets it.

        Raises `NoAnswerError`, `PrivateNameError`, and what httpx raises.
        """
        if (verdict := address.judge(link, allow_loopback=self._allow_loopback)) is not None:
            raise PrivateNameError(verdict.verdict)
        async with asyncio.timeout(self._deadline):
            answer = await self.fetcher.start_of(httpx.URL(link))
        if not 200 <= answer.status < 300:
            raise NoAnswerError(UnreachableReason.SERVER, str(answer.status))
        return answer.head

    async def _fetch(self, parsed: ParsedLink) -> Checked:
        url, notes = httpx.URL(parsed.link), list(parsed.notes)
        for _ in range(REDIRECTS + 1):
            if (verdict := address.judge(str(url), allow_loopback=self._allow_loopback)) is not None:
                return verdict
            if url.scheme == "http" and Note.NOT_ENCRYPTED not in notes:
                notes.append(Note.NOT_ENCRYPTED)
            answer = await self.fetcher.start_of(url)
            if not answer.redirect:
                return _judged(parsed, url, answer, notes)
            url = url.join(answer.redirect)
        return _unreachable(UnreachableReason.REDIRECTS)


def _judged(parsed: ParsedLink, url: httpx.URL, answer: Answer, notes: list[Note]) -> Checked:
    """Return the verdict on the answer that came from `url`, at the end of all redirects."""
    site = parsed.site or getattr(sites.find(url.host), "name", "")
    status, details = str(answer.status), _details(url, answer)
    if url.host in sites.SIGN_IN_HOSTS or answer.status in (401, 403):
        return _certain(Verdict.NO_ACCESS, details, status=status, site=site)
    if answer.status in (404, 410):
        return _certain(Verdict.NOT_THERE, details, status=status, site=site)
    if answer.status == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        return _unreachable(UnreachableReason.PROXY, details, status=status)
    if not 200 <= answer.status < 300:
        return _unreachable(UnreachableReason.SERVER, details, status=status)
    name = _better_name(parsed, url, answer)
    sound = audio.recognise(answer.head, answer.size)
    if sound is not None:
        notes += _advice(sound.duration, answer.size)
        return Checked(
            verdict=Verdict.AUDIO,
            title=name,
            size=answer.size,
            duration=sound.duration,
            notes=tuple(notes),
            details=details,
        )
    if answer.headers.get("content-type", "").lower().startswith(_PAGE_TYPES) or _PAGE.match(
        answer.head.removeprefix(b"\xef\xbb\xbf")
    ):
        told = parse_link(str(url)).verdict
        if told is not None and told.facts.get(FactKey.SITE):
            return replace(told, details=details)
        if (shared := _share(url, parsed)) is not None:
            return _certain(Verdict.INDIRECT, details, site=shared.name)
        return _page(url, answer, details, site)
    if answer.cut is not None:
        return _unreachable(_reason(answer.cut), details)
    return Checked(
        verdict=Verdict.NOT_AUDIO, title=name, size=answer.size, notes=tuple(notes), details=details
    )


def _better_name(parsed: ParsedLink, url: httpx.URL, answer: Answer) -> str:
    """Return a name for the song where its link has none, or one that any file may have."""
    if not title.is_meaningless(parsed.title):
        return ""
    name = title.from_disposition(answer.raw(b"content-disposition"))
    name = name or title.from_parts(urlsplit(str(url)))
    return "" if name == parsed.title else name


def _page(url: httpx.URL, answer: Answer, details: str, site: str) -> Checked:
    """Call it a page, with what gives the file where it is one of a program people host themselves."""
    for program, mark, add in _OWN_CLOUDS:
        if mark.search(answer.head) and not str(url).endswith(add):
            return _certain(Verdict.WEB_PAGE, details, site=site or program, add=add)
    return _certain(Verdict.WEB_PAGE, details, site=site)


def _share(url: httpx.URL, parsed: ParsedLink) -> sites.Site | None:
    """Return the site whose share page a redirect has led to, where that page's link would be rewritten.

    Mountsea follows the redirect itself, so that it would get the page.
    """
    site, parts = sites.find(url.host), address.split(str(url))
    result = site.rule(parts) if site is not None and parts is not None else None
    rewritten = isinstance(result, str) and not isinstance(result, Verdict)
    return site if rewritten and result not in (str(url), parsed.link) else None


def _advice(duration: float | None, size: int | None) -> list[Note]:
    if duration is None:
        return [Note.TINY] if size is not None and size < TINY else []
    if duration < 1:
        return [Note.NO_LENGTH]
    if duration < SHORT:
        return [Note.SHORT]
    return [Note.LONG] if duration > LONG else []


def _certain(verdict: Verdict, details: str, **facts: str) -> Checked:
    return Checked(verdict=verdict, certain=True, facts=facts_of(**facts), details=details)


def _unreachable(reason: UnreachableReason, details: str = "", **facts: str) -> Checked:
    return Checked(verdict=Verdict.UNREACHABLE, facts=facts_of(why=reason.value, **facts), details=details)


def _reason(error: Exception) -> UnreachableReason:
    """Return why an error of the network library means that there was no answer."""
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return UnreachableReason.TIMEOUT  # also in a handshake, which is full of errors that only mean "wait"
    if any(isinstance(cause, ssl.SSLError) for cause in causes(error)):
        return UnreachableReason.CERTIFICATE
    match error:
        case httpx.ProxyError():
            return UnreachableReason.PROXY
        case httpx.RemoteProtocolError() if "illegal header" in str(error):
            return UnreachableReason.ANSWER
        case httpx.NetworkError() | httpx.RemoteProtocolError() | OSError():
            return UnreachableReason.CONNECTION
    return UnreachableReason.ANSWER


def _details(url: httpx.URL, answer: Answer) -> str:
    """Status, kind and host; not the address, which may be signed and so as good as a key."""
    return f"{answer.status} {answer.headers.get('content-type', '')} {url.host}"
