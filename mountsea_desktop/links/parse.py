"""What the text of one link tells, without asking anybody."""

import re
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, quote

import idna

from mountsea_desktop.links import address, signed, sites, title
from mountsea_desktop.links.sites import Wrapped
from mountsea_desktop.links.verdict import Checked, Note, Verdict

LONGEST = 8192
"""Characters of the longest link that is taken: more than any server accepts."""
WRAPPINGS = 3
"""Links inside one another that are looked into, such as a click counter's in a mail filter's."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ".", 0xFF61: "."}
_WIDE_LETTER = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_FRONT = re.compile(r"([a-zａ-ｚ][a-z0-9+.\-ａ-ｚ]{1,15})[:：][/／\\]{2}([^/／\\?？#＃]*)", re.IGNORECASE)
_BROKEN = re.compile(
    r"\A(?:h{0,2}t{1,3}p{1,2}(s{0,2})://|h{1,2}t{1,3}(s)p://|http(s?)(?::/|//)(?=[^/\\?#]+\.))(?=[^/\\])",
    re.IGNORECASE,
)
_WIDE_QUERY = re.compile(r"\A([^?]*?)？(?=[a-z][\w.\-]*=)", re.IGNORECASE)
_DOUBLED = re.compile(r"^https?://(?=https?://)", re.IGNORECASE)
_PATH = re.compile(r"[a-z]:[\\/]|\\\\[^\\]|~?/(?!/)|\.{1,2}[\\/]|~\\", re.IGNORECASE)
_SIGN = re.compile(r"[./:：．。｡／]")  # without one of these it is a word, not an address
_FILE = re.compile(
    rf"[^/\\:：／]*\.(?:{'|'.join((*title.AUDIO_ENDINGS, *title.OTHER_ENDINGS))})|[^/.:：／]+/[^:]*",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]{1,15}):(?!\d{1,5}(?:[/?#]|$))", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|[gd]clid|[gw]braid|msclkid|yclid|twclid|ttclid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|spm)(?:=|$)",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r"[^!#-;=?-\[\]_a-z~]")
_SAFE = "!$&'()*+,-./:;=@[]_~%"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedLink:
    """One link, understood."""

    link: str
    """The address Mountsea is to be given: the direct one where it can be derived; else as it was pasted."""
    verdict: Checked | None = None
    """Why it certainly cannot work; None when nothing in its text speaks against it."""
    title: str = ""
    """The song's name where the link has one; see `named` for the rest."""
    site: str = ""
    """Display name of the site, where it is one that is known."""
    host: str = ""
    """The host of the pasted form."""
    expires_at: float | None = None
    """When a signed link stops working, in seconds of Unix time."""
    notes: tuple[Note, ...] = ()
    """Advice that stops nobody: `not_encrypted`, `expires_soon`."""

    def named(self, number: int) -> str:
        """The song's name; without one, the site and a number."""
        return self.title or f"{self.site or self.host} {number}".strip()


def parse_link(pasted: str, *, now: float | None = None, allow_loopback: bool = False) -> ParsedLink:
    """Understand one link: normalised, rewritten where a site needs it, judged by its text.

    Never raises. A signed link keeps every byte. `now` is in seconds of Unix time.
    """
    text = pasted
    for _ in range(WRAPPINGS + 1):
        parsed = _parse(text, now, allow_loopback)
        if isinstance(parsed, ParsedLink):
            return parsed
        text = parsed.link
    return ParsedLink(link=pasted, verdict=address.refused(Verdict.WEB_PAGE, site=""))


def _parse(pasted: str, now: float | None, allow_loopback: bool) -> ParsedLink | Wrapped:
    """What one link tells, or the link inside it."""
    text = pasted.strip()
    if len(text) > LONGEST or not _SIGN.search(text):
        return ParsedLink(link=text[:LONGEST], verdict=address.refused(Verdict.NOT_A_LINK))
    if text[0] in "hHtT" and not text.startswith(("https://", "http://")):
        text = _BROKEN.sub(lambda found: "https://" if any(found.groups()) else "http://", text)
    if _PATH.match(text) or _FILE.fullmatch(text):
        return ParsedLink(link=text, verdict=address.refused(Verdict.LOCAL_FILE), title=title.tidy(text))
    text = _DOUBLED.sub("", text, count=1)
    if not text.startswith(("https://", "http://")) or not text.isascii():
        text = _repaired(text)
    parts = address.split(text)
    if parts is None:
        return ParsedLink(link=text, verdict=address.refused(Verdict.NOT_A_LINK))
    if (verdict := address.judge(parts, allow_loopback=allow_loopback)) is not None:
        if parts.scheme == "spotify":
            verdict = address.refused(Verdict.NOT_A_FILE_SITE, site="Spotify")
        name = title.from_parts(parts) if verdict.verdict is Verdict.LOCAL_FILE else ""
        return ParsedLink(link=text, verdict=verdict, title=name, host=parts.hostname or "")
    return _judged(text, parts, time.time() if now is None else now)


def _judged(text: str, parts: SplitResult, now: float) -> ParsedLink | Wrapped:
    """The rest of parsing, for an address that could be fetched."""
    host = (parts.hostname or "").rstrip(".")
    notes = (Note.NOT_ENCRYPTED,) if parts.scheme == "http" else ()
    site = sites.find(host)
    label = site.name if site else ""
    signature = signed.read(parts.query)
    plain = parts if signature and not site else _plain(parts)
    ruling = site.rule(plain) if site else None
    if isinstance(ruling, Wrapped):
        return ruling
    if signature is not None and (signature.sure or ruling is None):
        verdict, at = None, signature.expires_at
        if at is not None and at <= now:
            verdict = address.refused(Verdict.EXPIRED, at=str(int(at)))
        elif at is not None and at - now < signed.SOON:
            notes = (*notes, Note.EXPIRES_SOON)
        name = title.from_parts(parts)
        return ParsedLink(
            link=text, verdict=verdict, title=name, site=label, host=host, expires_at=at, notes=notes
        )
    name = title.from_parts(plain)
    if isinstance(ruling, Verdict):
        verdict = address.refused(ruling, site=label)
        return ParsedLink(
            link=plain.geturl(), verdict=verdict, title=name, site=label, host=host, notes=notes
        )
    if ruling is not None:
        notes = ()  # a rewritten link is always encrypted
    return ParsedLink(link=ruling or plain.geturl(), title=name, site=label, host=host, notes=notes)


def _repaired(text: str) -> str:
    """With a scheme, and with ASCII where an input method left full-width signs or an international name.

    Beyond the host, full-width signs are only touched when the host or scheme was typed that way too, or when
    one clearly begins the query: in the name of a file they may be meant.
    """
    front = _FRONT.match(text)
    if front is None:
        if _OTHER_SCHEME.match(text):
            return text
        text = f"https://{text.lstrip('/')}"
        front = _FRONT.match(text)
        if front is None:
            return text
    scheme, host, rest = front[1].translate(_WIDE).lower(), front[2].translate(_WIDE), text[front.end() :]
    if _WIDE_LETTER.search(front[0]):
        rest = rest.translate(_WIDE)
    elif rest[:1] in ("／", "\\"):
        rest = "/" + rest[1:]
    if "？" in rest:
        rest = _WIDE_QUERY.sub(r"\1?", rest)
    if not host.isascii() and "@" not in host:
        name, colon, port = host.partition(":")
        try:
            host = idna.encode(name, uts46=True).decode() + colon + port
        except UnicodeError:
            return f"{scheme}://{host}{rest}"
    return f"{scheme}://{host}{rest}"


def _plain(parts: SplitResult) -> SplitResult:
    """Host in small letters, no fragment, no tracking, and percent signs where a strict reader wants them."""
    path, query = parts.path, parts.query
    if query and _TRACKING.search(query):
        query = "&".join(part for part in query.split("&") if not _TRACKING.match(part))
    if _UNSAFE.search(path):
        path = quote(path, safe=_SAFE, errors="replace")
    if query and _UNSAFE.search(query):
        query = quote(query, safe=_SAFE + "?", errors="replace")
    return parts._replace(netloc=parts.netloc.lower(), path=path, query=query, fragment="")
