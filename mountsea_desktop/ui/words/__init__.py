"""Every word a person reads or hears, and nothing else: each text is written here once and translated.

A text is `self.tr("…")` inside a method, so that Qt's tools find it and a change of language takes effect at
once; facts are filled in with `str.format`, counts with `%n`. Widgets ask again in their `retranslate`.

Each kind of words is made when it is first asked for: the window opens without those for rare problems.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mountsea_desktop.ui.words.account import AccountWords
    from mountsea_desktop.ui.words.connection_check import CheckWords
    from mountsea_desktop.ui.words.credits import CreditWords
    from mountsea_desktop.ui.words.dialogs import DialogWords
    from mountsea_desktop.ui.words.download_problems import DownloadProblemWords
    from mountsea_desktop.ui.words.files import FileWords
    from mountsea_desktop.ui.words.link_problems import LinkProblemWords
    from mountsea_desktop.ui.words.links import LinkWords
    from mountsea_desktop.ui.words.made_songs import MadeSongWords
    from mountsea_desktop.ui.words.models import ModelWords
    from mountsea_desktop.ui.words.mountsea_problems import MountseaProblemWords
    from mountsea_desktop.ui.words.notices import NoticeWords
    from mountsea_desktop.ui.words.player import PlayerWords
    from mountsea_desktop.ui.words.problems import ProblemWords
    from mountsea_desktop.ui.words.program import ProgramWords
    from mountsea_desktop.ui.words.program_problems import ProgramProblemWords
    from mountsea_desktop.ui.words.settings import SettingWords
    from mountsea_desktop.ui.words.song_problems import SongProblemWords
    from mountsea_desktop.ui.words.songs import SongWords
    from mountsea_desktop.ui.words.storage_problems import StorageProblemWords

    account: AccountWords
    check: CheckWords
    credits: CreditWords  # noqa: A001 - a name of Python's own shell, not of programs
    dialogs: DialogWords
    download_problems: DownloadProblemWords
    files: FileWords
    link_problems: LinkProblemWords
    links: LinkWords
    made_songs: MadeSongWords
    models: ModelWords
    mountsea_problems: MountseaProblemWords
    notices: NoticeWords
    player: PlayerWords
    problems: ProblemWords
    program: ProgramWords
    program_problems: ProgramProblemWords
    settings: SettingWords
    song_problems: SongProblemWords
    songs: SongWords
    storage_problems: StorageProblemWords

_KINDS = {
    "account": ("account", "AccountWords"),
    "check": ("connection_check", "CheckWords"),
    "credits": ("credits", "CreditWords"),
    "dialogs": ("dialogs", "DialogWords"),
    "download_problems": ("download_problems", "DownloadProblemWords"),
    "files": ("files", "FileWords"),
    "link_problems": ("link_problems", "LinkProblemWords"),
    "links": ("links", "LinkWords"),
    "made_songs": ("made_songs", "MadeSongWords"),
    "models": ("models", "ModelWords"),
    "mountsea_problems": ("mountsea_problems", "MountseaProblemWords"),
    "notices": ("notices", "NoticeWords"),
    "player": ("player", "PlayerWords"),
    "problems": ("problems", "ProblemWords"),
    "program": ("program", "ProgramWords"),
    "program_problems": ("program_problems", "ProgramProblemWords"),
    "settings": ("settings", "SettingWords"),
    "song_problems": ("song_problems", "SongProblemWords"),
    "songs": ("songs", "SongWords"),
    "storage_problems": ("storage_problems", "StorageProblemWords"),
}
"""By the name they are asked for: their module here, and their class."""


class _Words(ModuleType):
    """The package itself: importing a module of it must not put that in place of the words of its name."""

    def __getattr__(self, name: str) -> object:
        """Make a kind of words, once."""
        if name not in _KINDS:
            raise AttributeError(f"there are no words for {name!r}")
        module, kind = _KINDS[name]
        made: object = getattr(import_module(f"{__name__}.{module}"), kind)()
        super().__setattr__(name, made)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _KINDS or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Words
