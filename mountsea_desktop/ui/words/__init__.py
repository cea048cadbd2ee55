"""Every word a person reads or hears, and nothing else: each text is written here once and translated.

A text is `self.tr("…")` inside a method, so that Qt's tools find it and a change of language takes effect at
once; facts are filled in with `str.format`, counts with `%n`. Widgets ask again in their `retranslate`.
"""

from mountsea_desktop.ui.words.account import AccountWords
from mountsea_desktop.ui.words.connection_check import CheckWords
from mountsea_desktop.ui.words.credits import CreditWords
from mountsea_desktop.ui.words.dialogs import DialogWords
from mountsea_desktop.ui.words.files import FileWords
from mountsea_desktop.ui.words.links import LinkWords
from mountsea_desktop.ui.words.made_songs import MadeSongWords
from mountsea_desktop.ui.words.models import ModelWords
from mountsea_desktop.ui.words.notices import NoticeWords
from mountsea_desktop.ui.words.player import PlayerWords
from mountsea_desktop.ui.words.problems import Explanation, ProblemWords
from mountsea_desktop.ui.words.program import ProgramWords
from mountsea_desktop.ui.words.settings import SettingWords
from mountsea_desktop.ui.words.songs import SongWords

account = AccountWords()
check = CheckWords()
credits = CreditWords()  # noqa: A001 - a name of Python's own shell, not of programs
dialogs = DialogWords()
files = FileWords()
links = LinkWords()
made_songs = MadeSongWords()
models = ModelWords()
notices = NoticeWords()
player = PlayerWords()
problems = ProblemWords()
program = ProgramWords()
settings = SettingWords()
songs = SongWords()

__all__ = [
    "Explanation",
    "account",
    "check",
    "credits",
    "dialogs",
    "files",
    "links",
    "made_songs",
    "models",
    "notices",
    "player",
    "problems",
    "program",
    "settings",
    "songs",
]
