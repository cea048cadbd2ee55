"""Every text can be said: whatever facts it is given, nothing is left to fill in."""

import inspect
import itertools
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import QObject

from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.storage.folders import FoldersFault
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings_levels import Level, Origin, SettingProblem
from mountsea_desktop.storage.settings_table import BY_KEY, TABLE, Setting, SettingFault
from mountsea_desktop.ui import words
from mountsea_desktop.ui.words.download_problems import DownloadProblemWords
from mountsea_desktop.ui.words.link_problems import LinkProblemWords
from mountsea_desktop.ui.words.mountsea_problems import MountseaProblemWords
from mountsea_desktop.ui.words.program_problems import ProgramProblemWords
from mountsea_desktop.ui.words.song_problems import SongProblemWords
from mountsea_desktop.ui.words.storage_problems import StorageProblemWords

SPEAKERS: tuple[QObject, ...] = (
    words.account,
    words.credits,
    words.dialogs,
    words.files,
    words.links,
    words.made_songs,
    words.models,
    words.notices,
    words.check,
    words.player,
    words.program,
    words.settings,
    words.songs,
    DownloadProblemWords(),
    LinkProblemWords(),
    MountseaProblemWords(),
    ProgramProblemWords(),
    SongProblemWords(),
    StorageProblemWords(),
)
FACTS = dict.fromkeys(
    ("site", "said", "issuer", "before", "after", "task", "proxy", "refused", "why"), "FACT"
)
STEP_FACTS = dict.fromkeys(("host", "proxy", "issuer", "path", "balance", "keyring", "date", "drive"), "FACT")
LEFT_OVER = re.compile(r"[{}]|%n|%L")


def _values(kind: Any) -> list[Any]:
    if kind is Setting:
        return list(TABLE)
    if kind is Origin:
        return [Origin(level, "FACT") for level in Level]
    if kind is SettingProblem:
        return [SettingProblem(fault, "FACT", key) for fault in SettingFault for key in BY_KEY]
    if kind is CheckStep:
        found = [*Finding, *FoldersFault, *SecretAnswer]
        return [CheckStep(*step, STEP_FACTS) for step in itertools.product(StepName, StepOutcome, found)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    if kind is object:
        return ["FACT", True, 3]
    if kind is str:
        return ["FACT", ""]
    return [0, 1, 2, 7] if kind is int else [FACTS, {}]


def _said(speaker: QObject) -> Iterator[tuple[str, str]]:
    for name, method in inspect.getmembers(speaker, inspect.ismethod):
        if name in vars(type(speaker)) and not name.startswith("_"):
            kinds = get_type_hints(method, {"Mapping": Mapping})
            kinds.pop("return")
            for arguments in itertools.product(*map(_values, kinds.values())):
                answer = method(*arguments)
                for text in [answer] if isinstance(answer, str) else answer:
                    yield name, text


@pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda speaker: type(speaker).__name__)
def test_nothing_is_left_to_fill_in(speaker: QObject) -> None:
    said = list(_said(speaker))
    assert said
    assert not [(name, text) for name, text in said if LEFT_OVER.search(text)]


def test_nobody_is_left_out() -> None:
    speakers = {type(speaker) for speaker in SPEAKERS} | {type(words.problems)}
    assert {
        kind for kind in QObject.__subclasses__() if kind.__module__.startswith(words.__name__)
    } == speakers
