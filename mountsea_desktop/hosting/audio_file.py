"""A sound file on this computer: its kind by its first bytes, how long it lasts, what it is to be called."""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePath

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile, reading
from mountsea_desktop.links import audio
from mountsea_desktop.runtime.device_names import is_device

HEAD = 64 * 1024
"""Bytes from the beginning that are looked at."""
ENDINGS = ("wav", "wave", "mp3", "flac", "m4a", "mp4", "aac", "ogg", "oga", "opus", "aif", "aiff", "aifc")
"""How the names of files end that are looked for in a folder, and offered first."""

_LONGEST_NAME = 60
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_TYPES = {
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "aiff": "audio/aiff",
}


@dataclass(frozen=True, slots=True)
class AudioFile:
    """What is known of one."""

    file: LocalFile
    ending: str
    """The one that belongs to its kind, whatever its name ends with."""
    duration: float | None = None
    """Seconds."""


def look_at(path: Path) -> AudioFile:
    """Read what a file is. Blocks; raises `StorageError`."""
    with reading():
        is_file = path.is_file()
        path.stat()  # says why, where it is none
    if not is_file:
        raise StorageError(StorageFault.FILE_NOT_AUDIO, "no file")
    file = LocalFile.at(path)
    if not file.size:
        raise StorageError(StorageFault.FILE_EMPTY)
    with reading(), file.open() as stream:
        head = stream.read(HEAD)
    found = audio.recognise(head, file.size)
    if found is None:
        raise StorageError(StorageFault.FILE_NOT_AUDIO, head[:16].hex(" "))
    return AudioFile(file, _ending(found, head), found.duration or _duration(path))


def ending_of(file: LocalFile) -> str:
    """The ending for a file that was looked at before. Blocks; raises `StorageError`."""
    with reading(), file.open() as stream:
        head = stream.read(HEAD)
    found = audio.recognise(head, file.size)
    if found is None:
        raise StorageError(StorageFault.FILE_NOT_AUDIO, head[:16].hex(" "))
    return _ending(found, head)


def content_type(name: str) -> str:
    """What a name with such an ending is served as."""
    return _TYPES.get(name.rpartition(".")[2], "application/octet-stream")


def safe_name(path: str, ending: str) -> str:
    """A name for the file in letters that survive every server, with the ending of its kind."""
    plain = unicodedata.normalize("NFKD", PurePath(path).stem).encode("ascii", "ignore").decode()
    stem = _UNSAFE.sub("-", plain).strip("-._")[:_LONGEST_NAME].rstrip("-._")
    return f"{'song-' if is_device(stem) else ''}{stem or 'song'}.{ending}"


def unguessable() -> str:
    """A folder's name that nobody guesses: what is in it is open to whoever knows the address."""
    return secrets.token_urlsafe(16).replace("_", "a").replace("-", "b")


def _ending(found: audio.Audio, head: bytes) -> str:
    match found.kind:
        case "mp4":
            return "m4a"
        case "ogg" if b"OpusHead" in head[:512]:
            return "opus"
    return found.kind


def _duration(path: Path) -> float | None:
    """Where the first bytes do not tell: by what stands elsewhere in the file."""
    from tinytag import TinyTag  # noqa: PLC0415 - large, and few files need it

    try:
        return TinyTag.get(path, tags=False).duration or None
    except Exception:  # noqa: BLE001 - a length is nothing to fail for, whatever a file does to its reader
        return None
