"""Which of the clips in a session are songs whose upload is unclear: said only where it is certain."""

from collections.abc import Iterable, Sequence

from mountsea_desktop.gateway.responses import Clip
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import Song, SongState

_ON_THE_WAY = frozenset({SongState.SENDING, SongState.ACCEPTED})


def may_have_arrived(song: Song) -> bool:
    """Return whether a clip of a song that has none may be in its session, now or later.

    Of one that was accepted and failed, too: Mountsea may list a clip all the same.
    """
    timed_out = song.problem is not None and song.problem.code == JobFault.UPLOAD_TIMED_OUT
    failed = song.state is SongState.FAILED and (timed_out or bool(song.task_id))
    return song.state is SongState.UNCLEAR or failed


def certain_clips(songs: Sequence[Song], clips: Iterable[Clip], *, all_are_ours: bool) -> dict[str, str]:
    """The clip of each unclear song that is certainly in the session, by the song's id.

    A clip with a song's own link for its address is that song's, where no other song has the link. The one
    clip that is left over is the one unclear song's that is left over; but only if `all_are_ours`: if no song
    of the session was ever removed here or sent again, none is on its way or may still come late, and none
    was accepted and failed: Mountsea may list a clip of it all the same.
    """
    unclear = [song for song in songs if song.state is SongState.UNCLEAR]
    taken = {song.clip_id for song in songs if song.clip_id}
    free = {clip.id: clip for clip in clips if clip.id and clip.id not in taken}
    found: dict[str, str] = {}
    for song in unclear:
        own = [clip.id for clip in free.values() if song.link and song.link in clip.addresses]
        if len(own) == 1 and sum(other.link == song.link for other in songs) == 1:
            found[song.id] = own[0]
    left = [song for song in unclear if song.id not in found]
    others = [clip for clip in free.values() if clip.id not in found.values()]
    known = [song for song in songs if song.state is not SongState.UNCLEAR]
    is_quiet = not any(song.state in _ON_THE_WAY or may_have_arrived(song) for song in known)
    if all_are_ours and is_quiet and len(left) == len(others) == 1 and not others[0].addresses:
        found[left[0].id] = others[0].id
    return found
