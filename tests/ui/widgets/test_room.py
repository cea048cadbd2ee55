from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui.widgets.room import keep_room


def test_what_is_hidden_keeps_its_room_until_told_otherwise(qapp: QApplication) -> None:  # noqa: ARG001
    parent, button = QWidget(), QPushButton("Save")
    layout = QVBoxLayout(parent)
    layout.addWidget(button)
    shown = layout.sizeHint()
    keep_room(button)
    button.hide()
    assert layout.sizeHint() == shown
    keep_room(button, keep=False)
    assert layout.sizeHint().height() < shown.height()
