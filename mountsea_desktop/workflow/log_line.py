"""The job's changes as lines for the log: what moved, under which of Mountsea's identifiers, and why."""

from mountsea_desktop.workflow.events import (
    Event,
    FileProgress,
    GenerationSaved,
    ModelSaved,
    OutageChanged,
    SongRemoved,
    SongSaved,
    SongsFound,
)
from mountsea_desktop.workflow.model import Model
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import UNSENT, UNSTORED, Song

_SHORT = 8
"""Letters of our own identifiers: enough to tell songs apart in one log."""


def log_line(event: Event) -> str:
    """One line without titles and links, which are nobody's business but the musician's.

    Empty for songs of which nothing has left this computer: there may be thousands, and nothing can be lost.
    """
    match event:
        case SongSaved(song) if song.state in UNSENT - UNSTORED:
            return ""
        case FileProgress():
            return ""
        case SongSaved(song):
            return f"song {song.id[:_SHORT]} {song.state}{_receipts(song)}{_because(song.problem)}"
        case SongRemoved(song):
            return f"song {song.id[:_SHORT]} removed"
        case ModelSaved(model):
            return f"model {model.id[:_SHORT]}{_attempt(model)}{_because(model.problem)}"
        case GenerationSaved(it):
            task = f" task {it.task_id}" if it.task_id else ""
            kept = sum(bool(song.present_file) for song in it.songs)
            songs = f" {kept} of {len(it.songs)} songs kept" if it.songs else ""
            return f"generation {it.id[:_SHORT]} {it.state}{task}{songs}{_because(it.problem)}"
        case SongsFound(model_id, count):
            return f"model {model_id[:_SHORT]}: {count} unclear songs found"
        case OutageChanged(outage) if outage is not None:
            return f"everything waits{_because(outage.problem)}"
        case _:
            return "the way is clear"


def _receipts(song: Song) -> str:
    task = f" task {song.task_id}" if song.task_id else ""
    return task + (f" clip {song.clip_id}" if song.clip_id else "")


def _attempt(model: Model) -> str:
    session = f" session {model.session_id}" if model.session_id else ""
    attempt = model.attempt
    if attempt is None:
        return session
    reference = f" as {model.model_ref}" if model.model_ref else ""
    return f"{session} attempt {attempt.id[:_SHORT]} {attempt.outcome}{reference}{_because(attempt.problem)}"


def _because(problem: Problem | None) -> str:
    if problem is None:
        return ""
    return f" because {problem.code}" + (f" ({problem.details})" if problem.details else "")
