"""How far a model's songs are: in words, and as a bar of as many parts as are needed."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.model import SONGS_NEEDED


class UploadProgress(Retranslated, QWidget):
    """Says "4 of 6 songs uploaded", and with six or more just how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uploaded = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label = Label()
        set_style(self.label, kind="muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, SONGS_NEEDED)
        self._bar.setFixedWidth(Scale.of(self.font())(160))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch()
        layout.addWidget(self.label)
        layout.addWidget(self._bar)
        self.retranslate()

    def set_uploaded(self, uploaded: int) -> None:
        """So many songs are at Mountsea."""
        self._uploaded = uploaded
        self.retranslate()

    def retranslate(self) -> None:
        text = words.songs.progress(self._uploaded, SONGS_NEEDED)
        self.label.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setValue(min(self._uploaded, SONGS_NEEDED))
