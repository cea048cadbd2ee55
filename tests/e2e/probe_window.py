"""A window of the tests' own: a table, a password field, a button and a label. It proves the harness."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget


class Window(QWidget):
    """The button copies the field's length into the label a moment later, and is disabled until then."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Probe")
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Secret")
        self.button = QPushButton("Count")
        self.button.clicked.connect(self.count)
        self.answer = QLabel("nothing yet")
        self.model = QStandardItemModel(0, 2, self)
        self.model.setHorizontalHeaderLabels(["Song", "Status"])
        for number in range(3):
            self.model.appendRow([QStandardItem(f"歌 {number}"), QStandardItem("Ready")])
        table = QTableView()
        table.setAccessibleName("Songs")
        table.setModel(self.model)
        layout = QVBoxLayout(self)
        for widget in (table, self.field, self.button, self.answer):
            layout.addWidget(widget)

    def count(self) -> None:
        """Answer late, as a network would."""
        self.button.setEnabled(False)
        QTimer.singleShot(200, self, self.show_answer)

    def show_answer(self) -> None:
        """Say how long the secret is, in label and table."""
        self.answer.setText(f"{len(self.field.text())} characters")
        self.model.item(1, 1).setText("Counted")
        self.button.setEnabled(True)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Window()
    window.show()
    sys.exit(application.exec())
