"""Ways for songs into a model: the link dialog, pasting, dropping, list files. Each can be undone."""

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtWidgets import QWidget

from mountsea_desktop.links.extract import LINKS_LIMIT, ExtractedLink, extract_links
from mountsea_desktop.links.files import LIST_ENDINGS, FileError
from mountsea_desktop.links.title import AUDIO_ENDINGS
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.program import Program
from mountsea_desktop.storage.lists import ListReader
from mountsea_desktop.ui import words
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.add_songs.clipboard import leads_elsewhere
from mountsea_desktop.ui.add_songs.file_songs import FileSongs
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.add_songs.reader import LinkReader, has_verdict, new_song, to_add
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.dialogs.no_storage import NoStorageDialog
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.toast import Toast
from mountsea_desktop.workflow.checks import problem_of
from mountsea_desktop.workflow.model import ModelClosedError
from mountsea_desktop.workflow.new_song import NewSong

LIST_FILES = " ".join(f"*.{ending}" for ending in sorted(LIST_ENDINGS))
Text = tuple[str, str]
"""A text, and the name of the file it comes from, if it comes from one."""


class SongImporter(QObject):
    """Songs go into the model that was shown when the person acted, whatever is shown when they come."""

    def __init__(
        self,
        program: Program,
        actions: Actions,
        chooser: FileChooser,
        icons: Icons,
        toast: Toast,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._job = program.job
        self._allow_loopback = program.allow_loopback
        self._holds_secret = program.tokens.holds_token
        self._actions = actions
        self._icons = icons
        self._toast = toast
        self._window = window
        self._lists = ListReader()
        self._files = FileSongs(chooser, toast, window)
        self._storage = program.song_storage
        self.set_up_storage: Callable[[QWidget], None] = lambda _parent: None
        """Opens the dialog for that in front of another one."""
        self._reading = asyncio.Lock()
        self._drafts: dict[str, str] = {}
        """What was typed into the link dialog and not added, by model."""

    def open_links_dialog(self) -> None:
        """Open the link dialog, with what was typed into it before it was closed."""
        self._actions.start(self._from_dialog(self._actions.model_id), "link dialog")

    def add_samples(self, links: Sequence[str]) -> None:
        """Fill in practice's own songs; nobody did anything that could be undone."""
        found = extract_links("\n".join(links))
        new = [new_song(one) for one in to_add(found)]
        self._actions.start(self._job.add_songs(self._actions.model_id, new), "samples")

    def add_text(self, text: str) -> None:
        """Add the links of a pasted or dropped text at once, without a question; it can be undone.

        Only a text without any new link opens the link dialog, which says line by line why there is none.
        """
        self._actions.start(self._from_texts(self._actions.model_id, [(text, "")]), "add songs")

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add songs on this computer, those in folders too, and the links of list files."""
        self._actions.start(self._from_files(self._actions.model_id, paths), "read files")

    def choose_files(self) -> None:
        """Choose songs on this computer and add them."""
        self._actions.start(self._from_chosen_files(self._actions.model_id), "choose files")

    def choose_another(self, song_id: str) -> None:
        """Choose another file for a song."""
        self._actions.start(self._choose_another(self._actions.model_id, song_id), "choose another file")

    def import_list(self) -> None:
        """Choose a list file and add its links."""
        self._actions.start(self._from_chosen(self._actions.model_id), "import")

    def close(self) -> None:
        """End the thread that reads files."""
        self._lists.close()
        self._files.close()

    async def _from_dialog(self, model_id: str, pasted: str = "") -> None:
        """Open the link dialog with what was typed into it before; below it a pasted text."""
        known = self._known(model_id)
        text = "\n".join(filter(None, (self._drafts.get(model_id), pasted)))
        dialog = LinksDialog(
            self._window,
            self._icons,
            known,
            text=text,
            allow_loopback=self._allow_loopback,
            holds_secret=self._holds_secret,
        )
        dialog.import_wanted.connect(lambda: self._actions.start(self._import_into(dialog), "import"))
        dialog.files_given.connect(lambda paths: self._actions.start(self._into(dialog, paths), "import"))
        opened = dialog.text
        accepted = await run_dialog(dialog)
        if accepted or dialog.text != opened:
            # What was typed is lost to no key that closes a dialog.
            self._drafts[model_id] = "" if accepted else dialog.text
        if accepted:
            await self._add(model_id, dialog.all_found, cut_short=dialog.cut_short)

    async def _from_texts(self, model_id: str, texts: Sequence[Text]) -> None:
        async with self._reading:  # what comes next must know what this one adds
            found, cut_short = await self._understood(model_id, texts)
            here = [one for one in found if has_verdict(one, Verdict.LOCAL_FILE)]
            paths = [path for one in here if (path := _path_of(one.pasted)) is not None]
            if here and not to_add(found) and not paths:
                self._toast.say(_where_files_belong(map(_file_name_of, here)), tone="warning")
                return
            secret = next((one for one in found if has_verdict(one, Verdict.TOKEN)), None)
            if secret is not None and secret.verdict is not None and not to_add(found):
                self._toast.say(
                    words.problems.describe(problem_of(secret.verdict)),
                    tone="warning",
                    button=words.account.connect_button(),
                    do=self._actions.open_account,
                )
                return
            if to_add(found):
                await self._add(model_id, found, cut_short=cut_short)
        if paths:
            await self._from_files(model_id, paths)
        elif not to_add(found):
            await self._from_dialog(model_id, "\n".join(text for text, _ in texts))

    async def _understood(self, model_id: str, texts: Sequence[Text]) -> tuple[list[ExtractedLink], bool]:
        """Return what is in these texts, one after the other, and whether they had more than is taken."""
        known, found, cut_short = self._known(model_id), list[ExtractedLink](), False
        reader = LinkReader(self, holds_secret=self._holds_secret)
        for text, name in texts:
            read = asyncio.Event()
            reader.done.connect(read.set)
            reader.read(text, name=name, known=known, allow_loopback=self._allow_loopback)
            await read.wait()
            reader.done.disconnect(read.set)
            found += reader.found
            known |= {one.link: one.title for one in to_add(reader.found)}
            cut_short = cut_short or reader.cut_short
        reader.deleteLater()
        return found, cut_short

    async def _from_chosen(self, model_id: str) -> None:
        if (path := await self._choose(self._window)) is not None:
            await self._from_files(model_id, [path])

    async def _from_files(self, model_id: str, paths: Sequence[Path]) -> None:
        lists = [path for path in paths if _is_a_list(path)]
        if others := [path for path in paths if path not in lists]:
            await self._from_songs(model_id, others)
        if texts := await self._read(lists):
            await self._from_texts(model_id, texts)

    async def _from_chosen_files(self, model_id: str) -> None:
        if not self._storage.is_set_up:
            await self._explain_storage(model_id)
        elif paths := await self._files.choose(words.files.choose()):
            await self._from_files(model_id, paths)

    async def _choose_another(self, model_id: str, song_id: str) -> None:
        paths = await self._files.choose(words.files.choose_another(), several=False)
        songs = {song.id: song for song in self._job.songs(model_id)}
        song = songs.pop(song_id, None)
        if not paths or song is None:
            return
        # The same file is taken, too: it may be another one by now.
        new, said = await self._files.look_at(paths, list(songs.values()))
        if new:
            await self._actions.give_file(song, new[0])
        else:
            self._toast.say(words.problems.join(*said), tone="warning")

    async def _from_songs(self, model_id: str, paths: Sequence[Path]) -> None:
        if not self._storage.is_set_up and await self._files.has_songs(paths):
            await self._explain_storage(model_id, paths)
            return
        files = await self._files.unfold(paths)
        async with self._reading:
            new, said = await self._files.look_at(files, self._job.songs(model_id) if model_id else [])
            if new:
                await self._add_songs(model_id, new, said)
            elif said:
                self._toast.say(words.problems.join(*said), tone="warning")

    async def _explain_storage(self, model_id: str, paths: Sequence[Path] = ()) -> None:
        """Say how these get links, and what would spare them: no row is made that could go nowhere."""
        dialog = NoStorageDialog(self._window, [path.name for path in paths])
        dialog.page_wanted.connect(lambda address: open_or_show(address, dialog))
        dialog.set_up_wanted.connect(lambda: self.set_up_storage(dialog))
        if await run_dialog(dialog):
            await self._from_dialog(model_id)

    async def _import_into(self, dialog: LinksDialog) -> None:
        if (path := await self._choose(dialog)) is not None:
            await self._into(dialog, [path])

    async def _into(self, dialog: LinksDialog, paths: Sequence[Path]) -> None:
        texts = await self._read(paths)
        found, cut_short = await self._understood("", texts)
        if not dialog.gone and texts:
            lines = (
                f"#EXTINF:-1,{one.title}\n{one.pasted}" if one.has_own_title else one.pasted for one in found
            )
            dialog.add_text("\n".join(lines), cut_short=cut_short)

    async def _choose(self, parent: QWidget) -> Path | None:
        say, usual = words.links, QStandardPaths.StandardLocation.DownloadLocation
        filters = [f"{say.file_kinds()} ({LIST_FILES})"]
        paths = await self._chooser.open(parent, say.import_file(), filters, usual=usual)
        return paths[0] if paths else None

    async def _read(self, paths: Sequence[Path]) -> list[Text]:
        """Return the texts of list files, with their names; which ones are none is said in words."""
        texts: list[Text] = []
        songs = [path for path in paths if path.suffix.lower().removeprefix(".") in AUDIO_ENDINGS]
        if songs:
            self._toast.say(_where_files_belong(path.name for path in songs), tone="warning")
        for path in paths:
            if path in songs:
                continue
            try:
                texts.append((await self._lists.read(path), path.name))
            except IsADirectoryError:
                self._toast.say(words.links.folder_on_this_computer(path.name), tone="warning")
            except (OSError, FileError) as error:
                fault = error.fault if isinstance(error, FileError) else None
                self._toast.say(words.links.file_refused(fault, path.name), tone="danger")
        return texts

    async def _add(self, model_id: str, found: Sequence[ExtractedLink], *, cut_short: bool) -> None:
        new = [new_song(one) for one in to_add(found)]
        hopeless = sum(one.problem is not None for one in new)
        said = [words.songs.cannot_work_yet(hopeless)] if hopeless else []
        said += self._left_out(found)
        if cut_short:
            said.append(words.links.too_much(LINKS_LIMIT))
        await self._add_songs(model_id, new, said)

    async def _add_songs(self, model_id: str, new: Sequence[NewSong], said: Sequence[str]) -> None:
        said = list(said)
        try:
            added = await self._job.add_songs(model_id, new)
        except ModelClosedError:
            model_id = await self._actions.make_model()
            added = await self._job.add_songs(model_id, new)
            said.append(words.songs.into_a_new_model())
        self._actions.added(model_id, added, *said)

    @staticmethod
    def _left_out(found: Sequence[ExtractedLink]) -> list[str]:
        """Return what did not become a row, and why."""
        twice = [one for one in found if one.duplicate_of]
        secrets = sum(has_verdict(one, Verdict.TOKEN) for one in found)
        elsewhere = [
            one for one in found if has_verdict(one, Verdict.LOCAL_FILE) and _path_of(one.pasted) is None
        ]
        without = sum(not one.link for one in found) - secrets
        said = []
        if secrets:
            said.append(words.songs.secrets_left_out(secrets))
        if elsewhere:
            said.append(_where_files_belong(map(_file_name_of, elsewhere)))
        if len(twice) == 1:
            said.append(words.songs.left_out_one(twice[0].duplicate_of))
        elif twice:
            said.append(words.songs.left_out(len(twice)))
        if without:
            said.append(words.songs.without_a_link(without))
        return said

    def _known(self, model_id: str) -> dict[str, str]:
        """Return the links that are in the list already, with the titles of their songs."""
        songs = self._job.songs(model_id) if model_id else []
        return {song.link: song.title for song in songs if song.link}


def _is_a_list(path: Path) -> bool:
    return path.suffix.lower().removeprefix(".") in LIST_ENDINGS


def _path_of(pasted: str) -> Path | None:
    """Return where a pasted path leads on this computer itself."""
    url = QUrl(pasted)
    text = url.toLocalFile() if url.isLocalFile() and not url.host() else pasted
    return Path(text) if Path(text).is_absolute() and not leads_elsewhere(text) else None


def _file_name_of(one: ExtractedLink) -> str:
    return re.split(r"[/\\]", one.pasted.rstrip("/\\"))[-1] or one.pasted


def _where_files_belong(names: Iterable[str]) -> str:
    names, say = list(names), words.links
    return say.song_on_this_computer(names[0]) if len(names) == 1 else say.songs_on_this_computer(len(names))
