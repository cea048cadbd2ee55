"""What is to be ticked is large enough to be hit."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.check_box import CheckBox
from tests.fakes.window import themed


def test_it_is_ticked_by_a_press_anywhere_on_it(qtbot: QtBot, qapp: QApplication) -> None:
    themed(qapp)
    box = CheckBox("I own the rights")
    qtbot.addWidget(box)
    box.show()
    assert box.height() >= 24
    for top in (0, box.height() // 2, box.height() - 1):
        box.setChecked(False)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, top))
        assert box.isChecked(), top
