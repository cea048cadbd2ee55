"""What the text of one link tells, without asking anybody."""

import re
import time
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, quote

from mountsea_desktop.links import address, signed, sites, title
from mountsea_desktop.links.sites import WrappedLink
from mountsea_desktop.links.verdict import Checked, Note, Verdict

LONGEST = 8192
"""Characters of the longest link that is taken: more than any server accepts."""
WRAPPINGS = 3
"""Links inside one another that are looked into, such as a click counter's in a mail filter's."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ".", 0xFF61: "."}
_WIDE_LETTER = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_FRONT = re.compile(r"([a-zａ-ｚ][a-z0-9+.\-ａ-ｚ]{1,15})[:：][/／\\]{2}([^/／\\?？#＃]*)", re.IGNORECASE)
_BROKEN = re.compile(
    # `ttps://`, `htttps://`, `httpss://`, `htsp://`
    r"\A(?:h{0,2}t{1,3}p{1,2}(?P<s1>s{0,2})|h{1,2}t{1,3}(?P<s2>s)p)(?:"
    # `https:/example.com`, `https//example.com`, `http:////example.com`, `https;//example.com`, `https: //…`
    r"\s?[:：;；.,]{0,2}\s?[/／\\]{1,6}\s?(?=[^/／\\?#:\s]+[.。．:])"
    # `https:www.example.com`
    r"|[:：](?=(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?]|\Z)))",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(r"\Ahttps?%(?:25)*3A(?:%(?:25)*2F|/){2}", re.IGNORECASE)
_ASCII_SIGN = re.compile(r"%([2-7][0-9a-f])", re.IGNORECASE)
_WRONG_SLASHES = re.compile(r"\A(?:https?[:;]?/{0,3})+\\", re.IGNORECASE)
_COMMA_IN_HOST = re.compile(
    r"\A(https?://[a-z0-9-]+(?:[.,][a-z0-9-]+)*),([a-z]{2,})(?=[/:?]|\Z)", re.IGNORECASE
)
_INVISIBLE_SIGN = re.compile(
    r"%(?:20|0[9AD]|C2%A[0D]|E2%80%(?:8[B-F]|A[89A-E])|E2%81%A0|EF%BB%BF|E3%80%80)\Z", re.IGNORECASE
)
"""A space or a sign nobody sees, which a browser or a shortener has written out at the end of a link."""
_LONGEST_SIGN = len("%E2%80%8B")
_WIDE_QUERY = re.compile(r"\A([^?]*?)？(?=[a-z][\w.\-]*=)", re.IGNORECASE)
_DOUBLED = re.compile(r"\A(?:https?[:;]?[/\\]{1,3})+(?=https?(?:[:;][/\\]|[/\\]{2}))", re.IGNORECASE)
_PATH = re.compile(r"[a-z]:[\\/]|\\\\[^\\]|~?/(?!/)|\.{1,2}[\\/]|~\\", re.IGNORECASE)
_SIGN = re.compile(r"[./:：．。｡／]")  # without one of these it is a word, not an address
_FILE = re.compile(
    rf"[^/:：／]*\.(?:{'|'.join((*title.AUDIO_ENDINGS, *title.OTHER_ENDINGS))})|[^/.:：／;；,]+/[^:]*",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]{1,15}):(?!\d{1,5}(?:[/?#]|$))", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|[gd]clid|[gw]braid|msclkid|yclid|twclid|ttclid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|spm)(?:=|$)",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r"[^!$&-;=?-Z_a-z~%]|%(?![0-9A-Fa-f]{2})")
"""What RFC 3986 lets stand neither in a path nor in a query."""
_SAFE = "!$&'()*+,-./:;=@_~%"
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_URI = re.compile(
    r"https?://(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)(?::\d*)?"
    r"(?:/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?",
    re.ASCII,
)
"""An absolute address as RFC 3986 has it, and the gateway demands."""


_ABOUT_THE_PATH = frozenset(
    {Verdict.NOT_A_LINK, Verdict.PRIVATE_ADDRESS, Verdict.MALFORMED, Verdict.INCOMPLETE, Verdict.WEB_PAGE}
)
"""What may come of an end that is missing."""
_ANYTHING = "Zz9"
"""Stands for an end that was left out: where it makes no difference, nothing that matters was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedLink:
    """One link, understood."""

    link: str
    """The address Mountsea is to be given: the direct one where it can be derived; else as it was pasted."""
    verdict: Checked | None = None
    """Why it certainly cannot work; None when nothing in its text speaks against it."""
    title: str = ""
    """The song's name where the link has one; see `title_or_number` for the rest."""
    site: str = ""
    """Display name of the site, where it is one that is known."""
    host: str = ""
    """The host of the pasted form."""
    expires_at: float | None = None
    """When a signed link stops working, in seconds of Unix time."""
    notes: tuple[Note, ...] = ()
    """Advice that stops nobody: `not_encrypted`, `expires_soon`."""
    is_signed: bool = False
    """Whether a signature covers it, so that no byte of it may be changed."""

    def title_or_number(self, number: int) -> str:
        """Return the song's name; without one, the site and a number."""
        return self.title or f"{self.site or self.host} {number}".strip()


def parse_link(
    pasted: str, *, now: float | None = None, allow_loopback: bool = False, is_cut: bool = False
) -> ParsedLink:
    """Understand one link: normalised, rewritten where a site needs it, judged by its text.

    Never raises. A signed link keeps every byte. `now` is in seconds of Unix time. `is_cut` is for one whose
    end was left out where it stood, as `…` says: it is only taken where what is missing makes no difference.
    """
    parsed = _unwrapped(pasted, now, allow_loopback)
    if not is_cut or (parsed.verdict is not None and parsed.verdict.verdict not in _ABOUT_THE_PATH):
        return parsed
    longer = _unwrapped(f"{pasted}{_ANYTHING}", now, allow_loopback)
    if longer.link == parsed.link and parsed.verdict is None and not parsed.is_signed:
        return parsed
    return replace(parsed, verdict=address.refused(Verdict.INCOMPLETE, site=parsed.site))


def _unwrapped(pasted: str, now: float | None, allow_loopback: bool) -> ParsedLink:
    """Return what the link tells, or the one that it only leads to."""
    text = pasted
    for _ in range(WRAPPINGS + 1):
        parsed = _parse(text, now, allow_loopback)
        if isinstance(parsed, ParsedLink):
            return parsed
        text = parsed.link
    return ParsedLink(link=pasted, verdict=address.refused(Verdict.WEB_PAGE, site=""))


def _parse(pasted: str, now: float | None, allow_loopback: bool) -> ParsedLink | WrappedLink:
    """Return what one link tells, or the link inside it."""
    text = pasted.strip()
    if len(text) > LONGEST or not _SIGN.search(text):
        return ParsedLink(link=text[:LONGEST], verdict=address.refused(Verdict.NOT_A_LINK))
    text = _with_good_front(text)
    if _PATH.match(text) or _FILE.fullmatch(text):
        return ParsedLink(link=text, verdict=address.refused(Verdict.LOCAL_FILE), title=title.tidy(text))
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


def _with_good_front(text: str) -> str:
    """With the scheme that was meant, where a slip of the hand or a program has broken it."""
    if text.startswith(("https://", "http://")) and text[8:9] not in "/\\ht":
        return _COMMA_IN_HOST.sub(_dotted, text) if "," in text else text
    if (written := _WRITTEN_OUT.match(text)) is not None:
        for _ in range(written[0].count("25", 0, 12) + 1):
            text = _ASCII_SIGN.sub(lambda sign: chr(int(sign[1], 16)), text)
    if _WRONG_SLASHES.match(text):
        text = text.replace("\\", "/")
    text = _DOUBLED.sub("", text, count=1)
    if text.startswith("://"):
        text = f"https{text}"
    if text[:1] in "hHtT":
        text = _BROKEN.sub(lambda found: "https://" if found["s1"] or found["s2"] else "http://", text)
    return _COMMA_IN_HOST.sub(_dotted, text)


def _dotted(found: re.Match[str]) -> str:
    return f"{found[1].replace(',', '.')}.{found[2]}"


def _judged(text: str, parts: SplitResult, now: float) -> ParsedLink | WrappedLink:
    """Return the rest of parsing, for an address that could be fetched."""
    host = (parts.hostname or "").rstrip(".")
    notes = (Note.NOT_ENCRYPTED,) if parts.scheme == "http" else ()
    site = sites.find(host) or sites.by_path(parts)
    label = site.name if site else ""
    signature = signed.read(parts.query)
    plain = parts if signature and not site else _plain(parts)
    result = site.rule(plain) if site else None
    if isinstance(result, WrappedLink):
        return result
    if signature is not None and (signature.sure or result is None):
        at = signature.expires_at
        verdict = None if _URI.fullmatch(text) else address.refused(Verdict.MALFORMED)
        if at is not None and at <= now:
            verdict = address.refused(Verdict.EXPIRED, at=str(int(at)))
        elif at is not None and at - now < signed.SHORT_LIFE:
            notes = (*notes, Note.EXPIRES_SOON)
        return ParsedLink(
            link=text,
            verdict=verdict,
            title=title.from_parts(parts),
            site=label,
            host=host,
            expires_at=at,
            notes=notes,
            is_signed=True,
        )
    name = title.from_parts(plain)
    if isinstance(result, Verdict):
        verdict = address.refused(result, site=label)
        return ParsedLink(
            link=plain.geturl(), verdict=verdict, title=name, site=label, host=host, notes=notes
        )
    if result is not None:
        notes = ()  # a rewritten link is always encrypted
    link = result or plain.geturl()
    verdict = None if _URI.fullmatch(link) else address.refused(Verdict.NOT_A_LINK)
    return ParsedLink(link=link, verdict=verdict, title=name, site=label, host=host, notes=notes)


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
        import idna  # noqa: PLC0415 - large tables, and few links need them

        name, colon, port = host.partition(":")
        try:
            host = idna.encode(name, uts46=True).decode() + colon + port
        except UnicodeError:
            return f"{scheme}://{host}{rest}"
    return f"{scheme}://{host}{rest}"


def _plain(parts: SplitResult) -> SplitResult:
    """Host in small letters, no fragment, no tracking, and percent signs where a strict reader wants them."""
    path, query = parts.path, parts.query
    query = "&".join(part for part in query.split("&") if not _TRACKING.match(part))
    if _UNSAFE.search(path):
        path = quote(_STRAY.sub("%25", path), safe=_SAFE, errors="replace")
    if query and _UNSAFE.search(query):
        query = quote(_STRAY.sub("%25", query), safe=_SAFE + "?", errors="replace")
    if query:
        query = _without_invisible_end(query)
    else:
        path = _without_invisible_end(path)
    return parts._replace(netloc=parts.netloc.lower(), path=path, query=query, fragment="")


def _without_invisible_end(text: str) -> str:
    """Look from the end: a search for the first of many signs would begin anew at each of them."""
    end = len(text)
    while (sign := _INVISIBLE_SIGN.search(text, max(0, end - _LONGEST_SIGN), end)) is not None:
        end = sign.start()
    return text[:end]
