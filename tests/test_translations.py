"""The translations are complete, fit their texts, and are written as people of each language write."""

import re
import runpy
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "packaging" / "translations.py"
FOLDER = ROOT / "resources" / "translations"
HAN = "[\u3400-\u9fff]"
FACT = re.compile(r"\{\w+\}|%n")
NAMES = re.compile(r"Mountsea|Desktop|Suno|Dropbox|Google|Drive|https://")

main: Callable[[list[str], Path], int] = runpy.run_path(str(SCRIPT))["main"]


@dataclass(frozen=True)
class Entry:
    language: str
    source: str
    forms: tuple[str, ...]


def _entries(language: str) -> Iterator[Entry]:
    for message in ET.parse(FOLDER / f"mountsea_{language}.ts").iter("message"):  # noqa: S314 - our own files
        translation = message.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.iter("numerusform"))
        yield Entry(language, message.findtext("source", ""), forms or (translation.text or "",))


ENGLISH, SIMPLIFIED, TRADITIONAL = (list(_entries(language)) for language in ("en", "zh_CN", "zh_TW"))
CHINESE = [*SIMPLIFIED, *TRADITIONAL]


def _wrong(entries: list[Entry], pattern: str) -> list[tuple[str, str]]:
    assert entries
    return [(one.source, form) for one in entries for form in one.forms if re.search(pattern, form)]


# -- As complete as the words ----------------------------------------------------------------------------


def test_they_match_the_words_and_are_finished() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert not done.returncode, done.stdout + done.stderr


def test_both_kinds_of_chinese_have_every_text() -> None:
    assert [one.source for one in SIMPLIFIED] == [one.source for one in TRADITIONAL]


def test_english_has_two_forms_of_each_count() -> None:
    assert {one.source for one in ENGLISH} == {one.source for one in SIMPLIFIED if "%n" in one.source}
    assert {len(one.forms) for one in ENGLISH} == {2}
    assert all(one.forms[1] == one.source for one in ENGLISH)


def test_facts_stay_facts() -> None:
    wrong = [
        (one.language, one.source, form)
        for one in [*ENGLISH, *CHINESE]
        for form in one.forms
        if sorted(FACT.findall(form)) != sorted(FACT.findall(one.source))
    ]
    assert not wrong


# -- As people write -------------------------------------------------------------------------------------


def test_what_has_words_is_translated() -> None:
    wrong = [
        (one.language, one.source)
        for one in CHINESE
        if re.search("[a-z]", NAMES.sub("", FACT.sub("", one.source))) and not re.search(HAN, one.forms[0])
    ]
    assert not wrong


def test_chinese_has_its_own_punctuation() -> None:
    assert not _wrong(CHINESE, rf"{HAN}[,.;:?!()'\"]|[,;:?!()'\"]{HAN}|[}}][,;?!]|\.\.\.")
    assert not _wrong(CHINESE, r"[，。；：？！、] ")


def test_quotation_marks_are_those_of_the_country() -> None:
    assert not _wrong(SIMPLIFIED, "[「」『』]")
    assert not _wrong(TRADITIONAL, "[“”‘’]")
    for entries, marks in ((SIMPLIFIED, "“”"), (TRADITIONAL, "「」")):
        assert not [
            one.source
            for one in entries
            if "“" in one.source and one.source.count("“") != one.forms[0].count(marks[0])
        ]


@pytest.mark.parametrize(("entries", "charset"), [(SIMPLIFIED, "gb2312"), (TRADITIONAL, "big5")])
def test_characters_are_those_of_the_country(entries: list[Entry], charset: str) -> None:
    characters = set(re.findall(HAN, "".join(form for one in entries for form in one.forms)))
    assert not [sign for sign in characters if sign.encode(charset, "ignore") == b""]


def test_taiwan_has_its_own_words() -> None:
    assert not _wrong(
        TRADITIONAL,
        "鏈接|網絡|軟件|文件|默認|登錄|服務器|設置|保存|粘貼|信息|視頻|音頻|導入|導出|打開|點擊|賬|密鑰",
    )


# -- The script for whoever changes words ----------------------------------------------------------------


WORDS = """
from PySide6.QtCore import QObject

class SongWords(QObject):
    def state(self) -> str:
        return self.tr("Uploaded")

    def count(self, count: int) -> str:
        return self.tr("%n songs", "", count)
"""


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two texts, translated."""
    for folder in ("mountsea_desktop/ui/words", "resources/translations"):
        (tmp_path / folder).mkdir(parents=True)
    _words(tmp_path).write_text(WORDS, "utf-8")
    assert main([], tmp_path) == 1
    assert _translate(tmp_path, capsys.readouterr().out) == 5
    return tmp_path


def _words(project: Path) -> Path:
    return project / "mountsea_desktop" / "ui" / "words" / "songs.py"


def _change_a_word(project: Path) -> None:
    _words(project).write_text(WORDS.replace("Uploaded", "There it is"), "utf-8")


def _files(project: Path) -> dict[str, str]:
    folder = project / "resources" / "translations"
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def _translate(project: Path, told: str) -> int:
    """Fill in what the script has named, at the line it has named; return how much that was."""
    named = re.findall(r"^(\S+\.ts):(\d+): SongWords: ", told, re.MULTILINE)
    for name, number in named:
        lines = (project / name).read_text("utf-8").split("\n")
        rest = "\n".join(lines[int(number) - 1 :])
        assert rest.lstrip().startswith('<translation type="unfinished">')
        rest = rest.replace(' type="unfinished"', "", 1)
        entry, end, others = rest.partition("</translation>")
        entry = re.sub(r"(<translation>|<numerusform>)[^<\s]*(?=<)", r"\1到了", entry + end)
        (project / name).write_text("\n".join(lines[: int(number) - 1]) + "\n" + entry + others, "utf-8")
    return len(named)


def test_nothing_changes_while_the_words_stay(project: Path) -> None:
    before = _files(project)
    assert main(["--check"], project) == 0
    assert main([], project) == 0
    assert _files(project) == before


def test_a_check_names_what_is_missing_and_touches_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change_a_word(project)
    before = _files(project)
    assert main(["--check"], project) == 1
    told = capsys.readouterr().out
    assert "mountsea_zh_CN.ts does not match the words" in told
    assert "SongWords: There it is" in told
    assert "mountsea_en.ts" not in told  # English has the texts that count, and none of those changed
    assert _files(project) == before


def test_what_is_new_is_named_until_it_is_filled_in(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change_a_word(project)
    assert main([], project) == 1
    assert _translate(project, capsys.readouterr().out) == 2
    assert main(["--check"], project) == 0
    assert not [name for name, text in _files(project).items() if "Uploaded" in text]


@pytest.mark.parametrize("left", ["<translation></translation>", "<translation/>"])
def test_a_translation_left_empty_is_found(
    project: Path, capsys: pytest.CaptureFixture[str], left: str
) -> None:
    file = project / "resources" / "translations" / "mountsea_zh_TW.ts"
    file.write_text(file.read_text("utf-8").replace("<translation>到了</translation>", left, 1), "utf-8")
    assert main(["--check"], project) == 1
    assert "zh_TW" in capsys.readouterr().out
