"""What an entry in the table of sites is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult

from mountsea_desktop.links.title import AUDIO_ENDINGS
from mountsea_desktop.links.verdict import Verdict


@dataclass(frozen=True, slots=True)
class WrappedLink:
    """A link that only leads to another one, which is to be read instead."""

    link: str


RuleResult = str | WrappedLink | Verdict | None
"""The direct address; or another link inside; or why there is none; or None: leave the link as it is."""
Rule = Callable[[SplitResult], RuleResult]

_ENDINGS = tuple(f".{ending}" for ending in AUDIO_ENDINGS)


@dataclass(frozen=True, slots=True)
class Site:
    """A site that musicians share songs from.

    `hosts` stand for themselves and for everything under them; the longest match among all sites counts.
    """

    name: str
    hosts: tuple[str, ...]
    rule: Rule
    before_file_name: str = ""
    """A pattern for what stands before the name of a file in its links; only such names may hold spaces."""


def always(verdict: Verdict) -> Rule:
    """Return the rule of a site none of whose links can work."""
    return lambda _: verdict


def unless_audio(verdict: Verdict) -> Rule:
    """Return the rule of a site of pages whose hosts also hand out files.

    The check judges what ends like one.
    """
    return lambda parts: None if parts.path.lower().endswith(_ENDINGS) else verdict


def leave_alone(_: SplitResult) -> None:
    """The rule of a host that hands out files: leave its links alone."""


def values(parts: SplitResult, name: str) -> list[str]:
    """Return the raw values of one parameter, empty ones left out."""
    pairs = (part.partition("=") for part in parts.query.split("&"))
    return [value for key, _, value in pairs if key == name and value]


def changed(parts: SplitResult, *, host: str = "", drop: Iterable[str] = (), add: str = "") -> str:
    """Return the link with some parameters dropped and one added at the end.

    The others keep bytes and order.
    """
    gone = {*drop, add.partition("=")[0]}
    kept = [part for part in parts.query.split("&") if part and part.partition("=")[0] not in gone]
    query = "&".join([*kept, add] if add else kept)
    return parts._replace(scheme="https", netloc=host or parts.netloc, query=query, fragment="").geturl()
