"""How many of a model's songs stand where: counted as songs change, so that asking costs nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Self

from mountsea_desktop.workflow.problem import Code
from mountsea_desktop.workflow.song import ON_THE_WAY_TO_READY, UNDER_WAY, Song, SongState


class SongCounts:
    """Counts songs. With ten thousand of them, going through all for each change would stop the painting."""

    def __init__(self) -> None:
        self.total = 0
        self._titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """Of the songs that are uploaded and chosen: titles by the song's id, by Mountsea's identifier."""
        self._shared: dict[str, None] = {}
        """Mountsea's identifiers that several of those have."""
        self._clips: Counter[str] = Counter()
        """How many songs have each of Mountsea's identifiers, whether or not they are chosen."""
        self._states: Counter[SongState] = Counter()
        self._problems: Counter[Code] = Counter()
        self.wanted = 0
        """How many are uploaded as soon as they are found to be ready."""

    @classmethod
    def of(cls, songs: Iterable[Song]) -> Self:
        """Count these."""
        counts = cls()
        for song in songs:
            counts.add(song)
        return counts

    def add(self, song: Song) -> None:
        """A song is there."""
        self._count(song, 1)

    def subtract(self, song: Song) -> None:
        """A song, as it was added, is there no more."""
        self._count(song, -1)

    def _count(self, song: Song, one: int) -> None:
        self.total += one
        self._states[song.state] += one
        if song.clip_id:
            self._clips[song.clip_id] += one
        if song.state is SongState.UPLOADED and song.chosen:
            self._count_clip(song, one)
        if song.upload_wanted and song.state in ON_THE_WAY_TO_READY:
            self.wanted += one
        if song.problem is not None:
            self._problems[song.problem.code] += one

    def _count_clip(self, song: Song, one: int) -> None:
        clip = song.clip_id or song.id
        titles = self._titles[clip]
        if one > 0:
            titles[song.id] = song.title
        else:
            del titles[song.id]
        if len(titles) > 1:
            self._shared[clip] = None
        else:
            self._shared.pop(clip, None)
        if not titles:
            del self._titles[clip]

    @property
    def trainable(self) -> int:
        """How many can be trained on: uploaded, chosen, and not taken for another of them by Mountsea."""
        return len(self._titles)

    @property
    def repeated(self) -> int:
        """How many are taken for another one of those."""
        return sum(len(titles) - 1 for titles in self.taken_for_same)

    @property
    def taken_for_same(self) -> list[list[str]]:
        """The titles of the uploaded and chosen songs that Mountsea takes for the same, together."""
        return [list(self._titles[clip].values()) for clip in self._shared]

    def has_clip(self, clip_id: str) -> bool:
        """Return whether a song is this one at Mountsea."""
        return self._clips[clip_id] > 0

    def count(self, *states: SongState) -> int:
        """Return how many songs are in one of these states."""
        return sum(self._states[state] for state in states)

    @property
    def under_way(self) -> int:
        """How many move on by themselves."""
        return self.count(*UNDER_WAY)

    @property
    def stoppable(self) -> int:
        """How many wait here to be uploaded, and need not be."""
        return self.count(SongState.QUEUED) + self.wanted

    @property
    def to_be_charged(self) -> int:
        """How many are uploaded by themselves, or are at Mountsea and may not show in the balance yet."""
        return self.under_way + self.wanted

    def with_problem(self, codes: Iterable[Code]) -> int:
        """Return how many have a problem with one of these codes."""
        return sum(self._problems[code] for code in codes)

    def has_problem(self, codes: Iterable[Code]) -> bool:
        """Return whether any song has a problem with one of these codes."""
        return any(self._problems[code] > 0 for code in codes)


class SongList:
    """The songs of one model in the musician's order, with their counts."""

    def __init__(self) -> None:
        self.counts = SongCounts()
        self._songs: dict[str, Song] = {}
        self._ordered: list[Song] | None = []

    def __contains__(self, song: Song) -> bool:
        return song.id in self._songs

    def put(self, song: Song) -> None:
        """A song is new, or other than it was."""
        if (old := self._songs.get(song.id)) is not None:
            self.counts.subtract(old)
        self.counts.add(song)
        self._songs[song.id] = song
        self._ordered = None

    def drop(self, song: Song) -> None:
        """A song is gone."""
        self.counts.subtract(self._songs.pop(song.id))
        self._ordered = None

    def in_order(self) -> list[Song]:
        """Return a list of them, for the caller to keep."""
        if self._ordered is None:
            self._ordered = sorted(self._songs.values(), key=lambda song: song.position)
        return self._ordered.copy()
