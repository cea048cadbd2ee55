from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from tests.fakes.pseudo import BEGIN, END, Pseudo, speaking, stretched


class _Title(Retranslated, QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(words.program.name())


def test_a_text_is_longer_and_keeps_its_facts() -> None:
    text = "Your balance went from {before} to {after} credits, so it most likely does."
    longer = stretched(text)
    assert longer.startswith(BEGIN + text)
    assert longer.endswith(END)
    assert 1.3 * len(text) < len(longer) < 1.6 * len(text)


def test_words_are_said_in_it_meanwhile(qapp: QApplication) -> None:
    plain = words.songs.upload(7)
    with speaking(Pseudo(qapp)):
        assert words.songs.upload(7).startswith(f"{BEGIN}Upload 7 songs")
        assert words.links.line(3, "x").startswith(f"{BEGIN}Line 3: x")
    assert words.songs.upload(7) == plain


def test_live_widgets_are_told(qapp: QApplication, qtbot: QtBot) -> None:
    title = _Title()
    qtbot.addWidget(title)
    with speaking(Pseudo(qapp)):
        QApplication.processEvents()
        assert title.text().startswith(BEGIN)
    QApplication.processEvents()
    assert not title.text().startswith(BEGIN)
