"""Short answers to what people ask first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mountsea_desktop.ui.dialogs.help_box import HelpBox
from tests.fakes.window import press


def test_every_question_has_its_answer_and_all_can_be_reached(window: QWidget) -> None:
    box = HelpBox(window)
    box.open()
    assert box.windowTitle() == "Help"
    texts = [label.text() for label in box._scroll.findChildren(QLabel)]
    assert len(texts) == len(set(texts)) >= 8
    assert all(texts)
    assert any("100 credits" in text for text in texts)
    assert box._scroll.widgetResizable()
    press(box.close_button)
    assert box.gone
    again = HelpBox(window)
    again.open()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.gone
