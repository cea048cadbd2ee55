"""A copy is confirmed where it was asked for."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.copy_button import CopyButton
from tests.fakes.window import press


def test_it_copies_says_so_and_says_its_own_words_again(qtbot: QtBot) -> None:
    texts = iter(("first", "second"))
    button = CopyButton(lambda: next(texts))
    qtbot.addWidget(button)
    button.set_title("Copy log")
    button.show()
    press(button)
    assert QGuiApplication.clipboard().text() == "first"
    assert button.text() == "Copied"
    button.set_title("Copy the log")  # the language was changed meanwhile
    assert button.text() == "Copied"
    press(button)
    assert QGuiApplication.clipboard().text() == "second"
    button._says_so.timeout.emit()
    button._says_so.stop()
    assert button.text() == "Copy the log"
