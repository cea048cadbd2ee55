"""What is to be ticked is large enough to be hit."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.check_box import CheckBox
from tests.fakes.window import themed


def test_it_is_ticked_by_a_press_anywhere_on_it(qtbot: QtBot, qapp: QApplication) -> None:
    themed(qapp)
    dialog = CheckBox("I own the rights")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() >= 24
    for top in (0, dialog.height() // 2, dialog.height() - 1):
        dialog.setChecked(False)
        QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(8, top))
        assert dialog.isChecked(), top
