"""Reading links out of a text, a slice at a time, so that ten thousand lines never stop the painting."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from mountsea_desktop.links.extract import ExtractedLink, LinkExtractor, extract_links
from mountsea_desktop.links.find import find_links
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.checks import problem_of
from mountsea_desktop.workflow.new_song import NewSong

LONGEST_COUNTED = 10_000
"""Characters that are looked at to say how many links there are; what is pasted is read as a whole."""


class LinkReader(QObject):
    """Reads one text at a time; a new text replaces one that is still being read."""

    done = Signal()
    """The text is read; `found` holds everything."""

    def __init__(
        self, parent: QObject | None = None, *, holds_secret: Callable[[str], bool] | None = None
    ) -> None:
        """`holds_secret` says of a text whether the kept token is in it, which must not become a song."""
        super().__init__(parent)
        self._holds_secret = holds_secret
        self.found: list[ExtractedLink] = []
        self.cut_short = False
        """Whether the text had more than is taken."""
        self._extractor = LinkExtractor()
        self._batches: Iterator[list[ExtractedLink]] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether a text is still being read, so that `found` is not all there is."""
        return self._timer.isActive()

    def read(
        self,
        text: str,
        *,
        name: str = "",
        known: Mapping[str, str] | Iterable[str] = (),
        allow_loopback: bool = False,
    ) -> None:
        """Begin with a text; `name` is the file's it comes from, `known` the links that are there already."""
        self.found = []
        self._extractor = LinkExtractor(known, allow_loopback=allow_loopback, holds_secret=self._holds_secret)
        self._batches = self._extractor.batches(text, name)
        self._timer.start()

    def _step(self) -> None:
        batch = next(self._batches, None)
        if batch is not None:
            self.found += batch
            return
        self._timer.stop()
        self.cut_short = self._extractor.limit is not None
        self.done.emit()


def count_links(text: str, holds_secret: Callable[[str], bool] | None = None) -> int:
    """Return how many different links for songs a text has; none of those that the kept token is in."""
    found = extract_links(text[:LONGEST_COUNTED], allow_loopback=True, holds_secret=holds_secret)
    return len({one.link for one in found if one.usable})


def has_link(text: str) -> bool:
    """Return whether what was written for a name has a link in it: that is a song, wherever it is put."""
    return any(True for _ in find_links(text))


def to_add(found: Iterable[ExtractedLink]) -> list[ExtractedLink]:
    """Return what becomes a row: every link but those that are there already.

    A path of this computer is none: such a song is added as a file, or not at all.
    """
    return [
        one for one in found if one.link and not one.duplicate_of and not has_verdict(one, Verdict.LOCAL_FILE)
    ]


def has_verdict(found: ExtractedLink, verdict: Verdict) -> bool:
    """Return whether this is why it cannot work."""
    return found.verdict is not None and found.verdict.verdict is verdict


def new_song(found: ExtractedLink) -> NewSong:
    """Return a link that was understood, in the form the job takes."""
    return NewSong(
        link=found.link,
        pasted=found.pasted,
        title=found.title,
        has_own_title=found.has_own_title,
        problem=problem_of(found.verdict) if found.verdict is not None else None,
        expires_at=found.parsed.expires_at,
    )
