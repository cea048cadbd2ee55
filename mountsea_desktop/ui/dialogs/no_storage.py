"""How songs on this computer get a link, where nobody has set up a storage for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.dialogs.sharing_steps import SharingSteps
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.pages import DRIVE, DROPBOX
from mountsea_desktop.ui.theme.style import Scale
from mountsea_desktop.ui.widgets.copy_button import CopyButton
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label

LONGEST_NAME = 60


class NoStorageDialog(Dialog):
    """Accepted by the wish to paste links. What only a technician understands is folded in."""

    set_up_wanted = Signal()
    page_wanted = Signal(str)
    """The page of a site where songs can be put; its address."""

    def __init__(self, parent: QWidget, names: Sequence[str] = ()) -> None:
        """`names` are those of the songs, and folders, that were brought."""
        super().__init__(parent)
        self._names = [plain(name, LONGEST_NAME) for name in names]
        self._missing, self._how = Label(wraps=True), Label(wraps=True)
        scale = Scale.of(self.font())
        self.dropbox, self.drive = QPushButton(), QPushButton()
        for button, address in ((self.dropbox, DROPBOX), (self.drive, DRIVE)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, address=address: self.page_wanted.emit(address))
        sites = Flow(scale(8))
        sites.add(self.dropbox, self.drive)
        self.steps = SharingSteps()
        self.directly = QPushButton()
        self.directly.setCheckable(True)
        self.directly.setAutoDefault(False)
        self._technical = self._for_technicians(scale)
        self._technical.hide()
        self.directly.toggled.connect(self._unfold)
        for part in (self._missing, self._how, sites, self.steps):
            self.contents.addWidget(part)
        self._fold = Flow(scale(8))
        self._fold.add(self.directly)
        self.contents.addWidget(self._fold)
        self.contents.addWidget(self._technical)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.paste = self.add_button("primary")
        self.paste.clicked.connect(self.accept)
        self.paste.setFocus()
        self.resize(scale(680), scale(640))
        self.retranslate()

    def _for_technicians(self, scale: Scale) -> QWidget:
        part = QWidget()
        self._label = Label(wraps=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setMinimumHeight(self.fontMetrics().height() * 9)
        self.copy = CopyButton(self.text.toPlainText)
        self.set_up = QPushButton()
        self.set_up.setAutoDefault(False)
        self.set_up.clicked.connect(self.set_up_wanted)
        tools = Flow(scale(8))
        tools.add(self.copy, self.set_up)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale(8))
        for widget in (self._label, self.text, tools):
            layout.addWidget(widget)
        return part

    def _unfold(self, unfolded: bool) -> None:
        self._technical.setVisible(unfolded)
        if unfolded:
            self.contents.activate()
            self._scroll.verticalScrollBar().setValue(self._fold.y())

    def retranslate(self) -> None:
        say = words.files
        self.set_title(say.no_storage_title())
        self._missing.setText(say.no_storage(self._names))
        self._how.setText(say.no_storage_how())
        self.dropbox.setText(say.open_dropbox())
        self.drive.setText(say.open_drive())
        self.directly.setText(say.without_links())
        self._label.setText(say.for_administrator())
        self.text.setPlainText(say.administrator_text())
        self.text.setAccessibleName(say.for_administrator())
        self.copy.set_title(say.copy_text())
        self.set_up.setText(say.set_up())
        self.paste.setText(say.paste_links())
        self.close_button.setText(words.dialogs.close())
