"""What is known about a link before anything is paid for."""

from dataclasses import dataclass, field
from enum import StrEnum

from mountsea_desktop.runtime.facts import NO_FACTS, Facts


class Verdict(StrEnum):
    """What a look at a link, or at its text alone, tells. The values are in journals: never rename one."""

    AUDIO = "audio"
    """It is a song."""
    NOT_A_LINK = "not_a_link"
    """There is no address in it, or one that is broken."""
    FOLDER = "folder"
    """A share of a whole folder; fact `site`."""
    INCOMPLETE = "incomplete"
    """A link whose end or key is missing; fact `site`, empty where it is none that is known."""
    MALFORMED = "malformed"
    """A signed link with signs that no address may have; nothing in it can be changed."""
    TOKEN = "looks_like_token"  # noqa: S105 - the code of a verdict
    """Not a link at all but, most likely, somebody's secret."""
    WEB_PAGE = "web_page"
    """It opens a page, not a file; fact `site` where known, empty otherwise; fact `add` where that at the
    link's end would give the file."""
    INDIRECT = "indirect"
    """It leads on to a share page, whose own link would work; fact `site`."""
    NEEDS_BROWSER = "needs_browser"
    """The site hands its files to browsers only; fact `site`."""
    SHORT_LIVED = "short_lived"
    """The site makes no link that lasts long enough; fact `site`."""
    NOT_A_FILE_SITE = "not_a_file_site"
    """A site for listening, not for fetching files; fact `site`."""
    LOCAL_FILE = "local_file"
    """A file or a share on this computer or its network."""
    PRIVATE_ADDRESS = "private_address"
    """An address, or a name that leads to one, that Mountsea cannot reach from outside."""
    FORBIDDEN_FORM = "forbidden_form"
    """`data:`, `javascript:`, a name and password in the address, or another scheme that is never fetched."""
    EXPIRED = "expired"
    """A signed link whose time is over; fact `at`, Unix seconds."""
    NO_ACCESS = "no_access"
    """401 or 403; fact `status`."""
    NOT_THERE = "not_there"
    """404 or 410; fact `status`."""
    NOT_AUDIO = "not_audio"
    """A file, but none that is known as audio; uncertain, since Mountsea may read more than we know."""
    UNREACHABLE = "link_unreachable"
    """No answer from here; fact `why`, an `UnreachableReason`. Uncertain."""


class DownloadFault(StrEnum):
    """Why a whole file could not be had. The values are kept in the journal: never rename one."""

    UNREACHABLE = "download_unreachable"
    """Nobody answered, the connection broke, or hardly anything came."""
    REFUSED = "download_refused"
    """There was an answer, and no file in it; fact `status`."""
    PRIVATE = "download_private"
    """The address leads to this computer or its network, or is none."""
    TOO_LARGE = "download_too_large"
    NOT_SOUND = "download_not_sound"
    """By its first bytes it is no sound file that is known here."""


class DownloadError(Exception):
    """A file that could not be had; `details` name no address, which may be as good as a key."""

    def __init__(self, fault: DownloadFault, details: str = "") -> None:
        super().__init__(fault, details)
        self.fault = fault
        self.details = details


class PrivateNameError(Exception):
    """A public name leads to this computer or its network."""


class UnreachableReason(StrEnum):
    """Why there was no answer that tells anything; the fact `why` of an unreachable link.

    The values are in journals: never rename one.
    """

    NAME = "name"
    """The host's name could not be resolved."""
    CONNECTION = "connection"
    """Connecting was refused, or the connection broke."""
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    """No trust in the certificate, or another failure of encryption."""
    PROXY = "proxy"
    SERVER = "server"
    """The server has an error of its own or is busy; fact `status`."""
    REDIRECTS = "redirects"
    ANSWER = "answer"
    """What came makes no sense."""


class Note(StrEnum):
    """Advice that stops nobody, the most telling first. The values are in journals: never rename one."""

    NO_LENGTH = "no_length"
    """Less than a second of sound."""
    SAME_SIZE = "same_size"
    """To the byte as large as another song of the model, so most likely the same one; fact `other`."""
    LONG = "long"
    """More than the 8 minutes that are known to work."""
    SHORT = "short"
    """Less than half a minute."""
    TINY = "tiny"
    """So few bytes that it can hardly be a song."""
    EXPIRES_SOON = "expires_soon"
    NOT_ENCRYPTED = "not_encrypted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The result of a check, or of reading a link's text.

    `certain` tells whether the link cannot work whatever Mountsea tries; only meaningful for verdicts other
    than `AUDIO`. `notes` never stop anyone.
    """

    verdict: Verdict
    certain: bool = False
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    title: str = ""
    """A good name for the song, where the answer had a better one than the address."""
    size: int | None = None
    """Bytes."""
    duration: float | None = None
    """Seconds."""
    notes: tuple[Note, ...] = ()
    details: str = ""
    """Raw text for those who ask."""
