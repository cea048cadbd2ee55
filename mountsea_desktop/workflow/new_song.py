"""What is to be added, and the song it becomes."""

import secrets
from dataclasses import dataclass, replace
from typing import Self

from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSong:
    """A link, or a file, to be added; `problem` where a link's text alone shows that it cannot work."""

    link: str
    pasted: str
    title: str
    has_own_title: bool = False
    """Whether the title is the musician's own."""
    problem: Problem | None = None
    expires_at: float | None = None
    file: LocalFile | None = None
    """Where it is a file on this computer: `link` is empty then, and `pasted` its path."""
    duration: float | None = None
    """Seconds, where the file has told."""

    @classmethod
    def like(cls, song: Song) -> Self:
        """What a song was added as."""
        return cls(
            link=song.link,
            pasted=song.pasted,
            title=song.title,
            has_own_title=song.has_own_title,
            expires_at=song.expires_at,
            file=song.local_file,
            duration=song.duration if song.file else None,
        )


def drafted(item: NewSong, model_id: str, position: int, now: float) -> Song:
    """Return the song that this becomes."""
    song = Song(
        id=secrets.token_hex(16),
        model_id=model_id,
        position=position,
        link=item.link,
        pasted=item.link if item.pasted == item.link else item.pasted,  # mostly: one text for both
        title=item.title,
        has_own_title=item.has_own_title,
        state=SongState.DRAFT if item.problem is None else SongState.NEEDS_ATTENTION,
        since=now,
        problem=item.problem,
        expires_at=item.expires_at,
    )
    return _with_file(song, item)


def relinked(song: Song, item: NewSong, now: float) -> Song:
    """Return a song with this link, or file, in place of its own."""
    edited = replace(
        song,
        link=item.link,
        pasted=item.pasted,
        title=item.title,
        has_own_title=item.has_own_title,
        expires_at=item.expires_at,
        problem=item.problem,
        size=None,
        duration=None,
        task_id="",
        state=SongState.DRAFT if item.problem is None else SongState.NEEDS_ATTENTION,
        since=now,
        file="",
        file_size=0,
        file_modified=0,
        stored_in="",
        stored_as="",
    )
    return _with_file(edited, item)


def _with_file(song: Song, item: NewSong) -> Song:
    if item.file is None:
        return song
    return replace(song, state=SongState.FILE_WAITING, duration=item.duration).of_file(item.file)
