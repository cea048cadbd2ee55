"""Ways for songs into a model: the link box, pasting, dropping, list files. Each can be undone."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from mountsea_desktop.links.files import FileError, decode_file
from mountsea_desktop.links.intake import Found, read_text
from mountsea_desktop.program import Program
from mountsea_desktop.storage.lists import ListReader
from mountsea_desktop.ui import words
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.base import shown
from mountsea_desktop.ui.dialogs.links_box import LinksBox
from mountsea_desktop.ui.notice import Message
from mountsea_desktop.ui.songs.reader import LinkReader, new_song, to_add
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.model import ModelClosedError

LIST_FILES = "*.txt *.csv *.m3u *.m3u8"


class Adding(QObject):
    """Songs go into the model that was shown when the person acted, whatever is shown when they come."""

    def __init__(
        self, program: Program, actions: Actions, icons: Icons, message: Message, window: QWidget
    ) -> None:
        super().__init__(window)
        self._studio = program.studio
        self._allow_loopback = program.allow_loopback
        self._actions = actions
        self._icons = icons
        self._message = message
        self._window = window
        self._lists = ListReader()

    def open_box(self) -> None:
        """Open the link box."""
        self._actions.start(self._from_box(self._actions.model_id, ""), "link box")

    def add_samples(self, links: Sequence[str]) -> None:
        """Fill in practice's own songs; nobody did anything that could be undone."""
        found = read_text("\n".join(links))
        new = [new_song(one) for one in to_add(found)]
        self._actions.start(self._studio.add_songs(self._actions.model_id, new), "samples")

    def add_text(self, text: str, name: str = "") -> None:
        """Add the links of a pasted or dropped text at once, without a question; it can be undone.

        Only a text without any new link opens the link box, which says line by line why there is none.
        """
        self._actions.start(self._from_text(self._actions.model_id, text, name), "add songs")

    def add_file(self, path: Path) -> None:
        """Add the links of a list file."""
        self._actions.start(self._from_file(self._actions.model_id, path), "read list")

    def import_list(self) -> None:
        """Choose a list file and add its links."""
        self._actions.start(self._from_chosen(self._actions.model_id), "import")

    def close(self) -> None:
        """End the thread that reads files."""
        self._lists.close()

    async def _from_box(self, model_id: str, text: str) -> None:
        known = self._known(model_id)
        box = LinksBox(self._window, self._icons, known, text=text, allow_loopback=self._allow_loopback)
        box.import_wanted.connect(lambda: self._actions.start(self._into(box), "import"))
        if await shown(box):
            await self._add(model_id, box.all_found)

    async def _from_text(self, model_id: str, text: str, name: str) -> None:
        reader = LinkReader(self)
        read = asyncio.Event()
        reader.done.connect(read.set)
        reader.read(text, name=name, known=self._known(model_id), allow_loopback=self._allow_loopback)
        await read.wait()
        reader.deleteLater()
        if to_add(reader.found):
            await self._add(model_id, reader.found)
        else:
            await self._from_box(model_id, text)

    async def _from_chosen(self, model_id: str) -> None:
        if (path := await self._choose(self._window)) is not None:
            await self._from_file(model_id, path)

    async def _from_file(self, model_id: str, path: Path) -> None:
        if text := await self._read(path):
            await self._from_text(model_id, text, path.name)

    async def _into(self, box: LinksBox) -> None:
        path = await self._choose(box)
        if path is not None and (text := await self._read(path)) and not box.gone:
            box.add_text(text)

    async def _choose(self, parent: QWidget) -> Path | None:
        chooser = QFileDialog(parent, words.links.import_file())
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(f"{words.links.file_kinds()} ({LIST_FILES})")
        chosen: list[str] = []
        chooser.fileSelected.connect(chosen.append)
        await shown(chooser)
        return Path(chosen[0]) if chosen else None

    async def _read(self, path: Path) -> str:
        """The text of a list file; empty, and said in words, where it is none."""
        try:
            return decode_file(await self._lists.read(path), path.name)
        except (OSError, FileError):
            self._message.say(words.links.file_unreadable(path.name), tone="danger")
            return ""

    async def _add(self, model_id: str, found: Sequence[Found]) -> None:
        new = [new_song(one) for one in to_add(found)]
        left_out = sum(bool(one.duplicate_of) for one in found)
        said = [words.songs.left_out(left_out)] if left_out else []
        try:
            added = await self._studio.add_songs(model_id, new)
        except ModelClosedError:
            model_id = await self._actions.make_model()
            added = await self._studio.add_songs(model_id, new)
            said.append(words.songs.into_a_new_model())
        ids = [song.id for song in added]
        self._message.say(
            words.problems.join(words.songs.added(len(added)), *said),
            button=words.songs.undo(),
            do=lambda: self._take_away(ids),
        )

    def _take_away(self, song_ids: Sequence[str]) -> None:
        self._actions.start(self._studio.remove(song_ids), "undo adding")

    def _known(self, model_id: str) -> list[str]:
        return [song.link for song in self._studio.songs(model_id)]
