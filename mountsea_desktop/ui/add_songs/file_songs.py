"""Songs on this computer: what was given is looked at, and asked about where it is a folder."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mountsea_desktop.hosting.audio_file import ENDINGS, AudioFile
from mountsea_desktop.hosting.audio_reader import AudioReader
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.links import title
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.widgets.toast import Toast
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song

FILTER = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
NAMED = 12
"""Songs of a folder that are named before they are taken."""
REFUSED = 2
"""Files that are named when they cannot be used."""


class FileSongs:
    """Reads what is given, and never keeps the window waiting for a drive."""

    def __init__(self, chooser: FileChooser, toast: Toast, window: QWidget) -> None:
        self._chooser = chooser
        self._toast = toast
        self._window = window
        self._reader = AudioReader()

    def close(self) -> None:
        """End the thread that reads files."""
        self._reader.close()

    async def choose(self, title: str, *, several: bool = True) -> list[Path]:
        """Ask for songs on this computer, or for one."""
        say = words.files
        filters = [f"{say.songs_filter()} ({FILTER})", f"{say.all_filter()} (*)"]
        return await self._chooser.open(self._window, title, filters, several=several)

    async def has_songs(self, paths: Sequence[Path]) -> bool:
        """Return whether any of these is a song, by its content, or a folder that has some, by name."""
        for path in paths:
            with suppress(StorageError):
                inside = await self._reader.songs_in(path)
                if inside is None:
                    await self._reader.look_at(path)
                if inside is None or inside:
                    return True
        return False

    async def unfold(self, paths: Sequence[Path]) -> list[Path]:
        """Return what of these is to be added: folders as the songs in them, after a yes."""
        files = list[Path]()
        for path in paths:
            try:
                inside = await self._reader.songs_in(path)
            except StorageError:
                inside = None  # what is wrong with it shows when it is looked at
            if inside is None:
                files.append(path)
            elif not inside:
                self._toast.say(words.files.folder_empty(path.name), tone="warning")
            elif await self._may_take(path, inside):
                files += inside
        return files

    async def _may_take(self, folder: Path, songs: Sequence[Path]) -> bool:
        say = words.files
        names = "\n".join(path.name for path in songs[:NAMED])
        question = QuestionDialog(
            self._window,
            say.folder_question(folder.name, len(songs)),
            say.folder_songs(names, max(0, len(songs) - NAMED)),
            say.folder_yes(len(songs)),
        )
        return await run_dialog(question)

    async def look_at(
        self, paths: Sequence[Path], present: Sequence[Song]
    ) -> tuple[list[NewSong], list[str]]:
        """Return the songs to be added, and what is to be said about the others.

        `present` are there already.
        """
        new, said, twins, refused = list[NewSong](), list[str](), list[str](), 0
        known = {song.file: song.title for song in present if song.file}
        for path in paths:
            try:
                found = await self._reader.look_at(path)
                song = _new_song(path, found)
            except StorageError as error:
                refused += 1
                if refused <= REFUSED:
                    what = words.problems.explain(Problem(error.fault)).what
                    said.append(words.files.refused(path.name, what))
                continue
            if found.file.path in known:
                twins.append(known[found.file.path])
                continue
            known[found.file.path] = song.title
            new.append(song)
        if refused > REFUSED:
            said.append(words.files.refused_more(refused - REFUSED))
        if len(twins) == 1:
            said.append(words.songs.left_out_one(twins[0]))
        elif twins:
            said.append(words.songs.left_out(len(twins)))
        return new, said


def _new_song(path: Path, found: AudioFile) -> NewSong:
    """Raises `StorageError` for a name that no text can hold, and so no journal."""
    name = title.tidy(path.name)
    try:
        found.file.path.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StorageError(StorageFault.FILE_UNREADABLE, "its name is no text") from error
    return NewSong(
        link="",
        pasted=found.file.path,
        title=name or path.stem,
        has_own_title=True,
        file=found.file,
        duration=found.duration,
    )
