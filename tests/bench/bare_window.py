"""What a window costs at least with this Python and this Qt: a bare one, with a table and a button."""

import sys

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)


def open_box() -> None:
    """As the program does at "Add links…"."""
    box = QDialog(window)
    field = QPlainTextEdit()
    field.setAccessibleName("Song links")
    QVBoxLayout(box).addWidget(field)
    box.open()


app = QApplication([])
window = QMainWindow()
page, button = QWidget(), QPushButton("Add links…")
button.clicked.connect(open_box)
column = QVBoxLayout(page)
column.addWidget(button)
column.addWidget(QTableWidget(0, 4))
window.setCentralWidget(page)
window.resize(1120, 720)
window.show()
sys.exit(app.exec())
