"""Giving one song another link."""

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QWidget

from mountsea_desktop.links.intake import Found, read_text
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Box
from mountsea_desktop.ui.dialogs.links_box import about
from mountsea_desktop.ui.label import Label
from mountsea_desktop.ui.theme.style import dress
from mountsea_desktop.workflow.song import Song


class EditBox(Box):
    """One field with the link as it was pasted; says at once what is understood. `found` is the result."""

    def __init__(
        self, parent: QWidget, song: Song, known: Collection[str], *, allow_loopback: bool = False
    ) -> None:
        super().__init__(parent)
        self._song = song
        self._known = [link for link in known if link != song.link]
        self._allow_loopback = allow_loopback
        self.found: Found | None = None
        self._hint = Label(wraps=True)
        self.field = QLineEdit(song.pasted)
        dress(self.field, kind="code")
        self._hint.setBuddy(self.field)
        self._about = Label(wraps=True)
        for widget in (self._hint, self.field, self._about):
            self.contents.addWidget(widget)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.use = self.add_button("primary")
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        self.field.textChanged.connect(self._read)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)
        self.retranslate()
        self.field.selectAll()

    def retranslate(self) -> None:
        """Set the texts again."""
        self.entitle(words.songs.edit_title())
        self._hint.setText(words.songs.edit_hint(self._song.title))
        self.field.setAccessibleName(words.songs.edit_field())
        self.cancel.setText(words.boxes.cancel())
        self.use.setText(words.songs.edit_accept())
        self._read()

    def _read(self) -> None:
        text = self.field.text()[:10_000]
        found = read_text(text, known=self._known, allow_loopback=self._allow_loopback)
        self.found = next((one for one in found if one.link and not one.duplicate_of), None)
        told = self.found or (found[0] if found else None)
        good = told is not None and told.usable
        self._about.setText(_said(told) if told is not None else words.links.none_yet())
        dress(self._about, tone="success" if good else "warning")
        self.use.setEnabled(self.found is not None)


def _said(found: Found) -> str:
    return words.links.already_there(found.title) if found.duplicate_of else about(found)
