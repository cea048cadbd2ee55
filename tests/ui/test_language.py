"""The language of the window, Qt's own texts included, and how live widgets hear of another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import language as module
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import LANGUAGES, Language, Retranslated, system_language
from tests.fakes.languages import compiled_translations, some_language


class _UploadButton(Retranslated, QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(words.songs.upload(2))


@pytest.fixture
def language(
    qapp: QApplication,  # noqa: ARG001 - wanted for what it does
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Language]:
    monkeypatch.setattr(module, "_COMPILED", compiled_translations(tmp_path))
    with some_language() as language:
        yield language


def _system(monkeypatch: pytest.MonkeyPatch, *wanted: str) -> None:
    class System(QLocale):
        def uiLanguages(self) -> list[str]:  # type: ignore[override]  # Qt's stub has another type
            return list(wanted)

    monkeypatch.setattr(QLocale, "system", System)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hant-HK", "zh-HK"], "zh_TW"),
        (["zh-HK"], "zh_TW"),
        (["zh_TW"], "zh_TW"),
        (["zh-Hant"], "zh_TW"),
        (["zh-MO"], "zh_TW"),
        (["zh-CN"], "zh_CN"),
        (["zh-Hans-HK", "zh-HK"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "de"], "en"),
        (["de-DE", "zh-Hans-CN"], "zh_CN"),
        ([], "en"),
    ],
)
def test_the_systems_language_is_followed(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], spoken: str
) -> None:
    _system(monkeypatch, *wanted)
    assert system_language() == spoken


@pytest.mark.parametrize(
    ("system", "spoken"), [("zh_CN", "zh_CN"), ("zh_TW", "zh_TW"), ("zh_HK", "zh_TW"), ("fr_FR", "en")]
)
def test_it_reads_what_qt_says_of_a_system(monkeypatch: pytest.MonkeyPatch, system: str, spoken: str) -> None:
    _system(monkeypatch, *QLocale(system).uiLanguages())
    assert system_language() == spoken


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_words_for_the_program_and_for_qt(language: Language, name: str) -> None:
    language.use(name)
    assert language.complete
    assert language.current == name


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_checkout_that_was_not_built_is_not_complete(
    language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setattr(module, "_COMPILED", tmp_path)
    language.use(name)
    assert not language.complete


@pytest.mark.parametrize(("name", "cancel"), [("en", "Cancel"), ("zh_CN", "取消"), ("zh_TW", "取消")])
def test_qts_own_texts_follow(language: Language, qtbot: QtBot, name: str, cancel: str) -> None:
    language.use(name)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == cancel


def test_a_live_widget_changes_with_the_language(language: Language, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = _UploadButton()
    QVBoxLayout(window).addWidget(button)
    for name, text in (
        ("zh_CN", "上传 2 首歌曲"),
        ("zh_TW", "上傳 2 首歌曲"),
        ("en", "Upload 2 songs"),
    ):
        language.use(name)
        QApplication.processEvents()  # the news is posted, not sent
        assert button.text() == text


def test_one_song_is_no_plural(language: Language) -> None:
    language.use("en")
    assert words.songs.upload(1) == "Upload 1 song"
    assert words.songs.upload(2) == "Upload 2 songs"


def test_numbers_and_dates_follow(language: Language) -> None:
    language.use("zh_TW")
    assert QLocale().territory() is QLocale.Country.Taiwan


def test_without_a_wish_it_is_the_systems(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    _system(monkeypatch, "zh-Hant-HK")
    language.use(None)
    assert language.current == "zh_TW"


def test_a_mixed_in_class_must_say_what_it_shows() -> None:
    with pytest.raises(NotImplementedError):
        Retranslated().retranslate()
