"""A window that files can be dragged from, as from a file manager; it ends when they were taken."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Begins to drag with the first move of a pressed mouse."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("files")
        self._paths = paths
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Hand the files to whoever is below the mouse when it is let go."""
        event.accept()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.destroyed.connect(QApplication.quit)  # when whoever took them has asked for them
        if drag.exec(Qt.DropAction.CopyAction) is not Qt.DropAction.CopyAction:
            QApplication.exit(1)


def main(left: str, top: str, *paths: str) -> None:
    """Show it there."""
    app = QApplication([])
    source = Source(list(paths))
    source.setGeometry(int(left), int(top), 60, 40)
    source.show()
    sys.exit(app.exec())


if __name__ == "__main__":
    main(*sys.argv[1:])
