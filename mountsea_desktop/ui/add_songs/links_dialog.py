"""The link dialog: any text in, and line by line what was understood."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton, QWidget

from mountsea_desktop.links.extract import LINKS_LIMIT, ExtractedLink
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.link_field import LinkField
from mountsea_desktop.ui.add_songs.reader import LinkReader, has_verdict, to_add
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.workflow.checks import problem_of
from mountsea_desktop.workflow.model import SONGS_NEEDED
from mountsea_desktop.workflow.problem import Problem

TYPING_RESTS = 120
"""Milliseconds without a key before the text is read."""
MOST_SHOWN = 300
"""Lines that are told about one by one."""


class LinksDialog(Dialog):
    """Type, paste; accept with the button that counts. `found` is what was accepted."""

    import_wanted = Signal()
    files_given = Signal(list)
    """Paths of files that were dropped on the field or pasted into it."""

    def __init__(
        self,
        parent: QWidget,
        icons: Icons,
        known: Mapping[str, str],
        *,
        text: str = "",
        allow_loopback: bool = False,
        holds_secret: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._known = known
        self._allow_loopback = allow_loopback
        self._list_cut_short = False
        self._reader = LinkReader(self, holds_secret=holds_secret)
        self._reader.done.connect(self._show_result)
        self._intro = Label(wraps=True)
        self.field = LinkField()
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.field.files_given.connect(self.files_given)
        set_style(self.field, kind="code")
        self._summary = Label(wraps=True)
        self.understood = QListWidget()
        self.understood.setWordWrap(True)
        self.understood.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.understood.setResizeMode(QListWidget.ResizeMode.Adjust)
        for widget in (self._intro, self.field, self._summary, self.understood):
            self.contents.addWidget(widget)
        self.import_list = QPushButton(icons.icon("log"), "")
        self.import_list.setAutoDefault(False)
        self.import_list.clicked.connect(self.import_wanted)
        self.buttons.insertWidget(0, self.import_list)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.add = self.add_button("primary")
        self.add.clicked.connect(self._accept)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the number pad's
            QShortcut(QKeySequence(key), self).activated.connect(self.add.click)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_RESTS)
        self._typing.timeout.connect(self._read)
        self._accepting = False
        self.field.textChanged.connect(self._changed)
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * 96, letter.height() * 44)
        self.retranslate()
        if text:
            self.field.setPlainText(text)
            self._typing.stop()
            self._read()
        self.field.setFocus()

    @property
    def found(self) -> list[ExtractedLink]:
        """The links that are to be added."""
        return to_add(self._reader.found)

    @property
    def all_found(self) -> list[ExtractedLink]:
        """Everything that was understood or not, duplicates included."""
        return self._reader.found

    @property
    def text(self) -> str:
        """What is in the field."""
        return self.field.toPlainText()

    @property
    def cut_short(self) -> bool:
        """Whether there was more than is taken."""
        return self._reader.cut_short or self._list_cut_short

    def retranslate(self) -> None:
        self.set_title(words.links.title())
        self._intro.setText(words.links.intro())
        self.field.setAccessibleName(words.links.field())
        self.field.setPlaceholderText(words.links.placeholder())
        self.understood.setAccessibleName(words.links.understood_name())
        self.import_list.setText(words.links.import_file())
        self.close_button.setText(words.dialogs.close())
        self._show_result()

    def add_text(self, text: str, *, cut_short: bool = False) -> None:
        """Put more text below what is there; `cut_short` if it is from a list that had more than is taken."""
        self._list_cut_short |= cut_short
        before = self.field.toPlainText().rstrip()
        self.field.setPlainText(f"{before}\n{text}" if before else text)

    def _changed(self) -> None:
        self._typing.start()
        self.add.setEnabled(True)  # also while typing, so that an impatient press is not lost

    def _read(self) -> None:
        self._reader.read(self.field.toPlainText(), known=self._known, allow_loopback=self._allow_loopback)

    def _accept(self) -> None:
        """What was typed last counts too: read it first if that has not happened yet."""
        self._accepting = True
        if self._typing.isActive():
            self._typing.stop()
            self._read()
        elif not self._reader.busy:
            self._show_result()

    def _show_result(self) -> None:
        adding = len(self.found)
        if self._accepting and adding:
            self.accept()
            return
        self._accepting = False
        self.add.setText(words.links.add(adding))
        self.add.setEnabled(bool(adding) or self._typing.isActive())
        self._summary.setText(self._summarised(adding))
        self.add.setAccessibleDescription(self._summary.text())
        self.understood.clear()
        for one in self._reader.found[:MOST_SHOWN]:
            self.understood.addItem(self._item(one, line_about(one)))
        if (more := len(self._reader.found) - MOST_SHOWN) > 0:
            self.understood.addItem(words.links.and_more(more))
        self.understood.setVisible(bool(self._reader.found))

    def _summarised(self, adding: int) -> str:
        hopeless = sum(one.verdict is not None for one in self.found)
        usable = sum(one.usable for one in self._reader.found)
        parts = [
            words.links.fine(usable) if usable else "",
            words.links.cannot_work(hopeless) if hopeless else "",
            "" if adding else words.links.none_yet(),
        ]
        missing = SONGS_NEEDED - len(self._known) - usable
        if adding and missing > 0:
            parts.append(words.links.missing(missing))
        if self.cut_short:
            parts.append(words.links.too_much(LINKS_LIMIT))
        return words.problems.join(*parts)

    def _item(self, one: ExtractedLink, text: str) -> QListWidgetItem:
        if one.usable:
            icon = self._icons.icon("check", Role.SUCCESS)
        elif not one.link:
            icon = self._icons.icon("info", Role.MUTED)
        elif one.duplicate_of:
            icon = self._icons.icon("duplicate", Role.MUTED)
        else:
            icon = self._icons.icon("warning", Role.WARNING)
        item = QListWidgetItem(icon, plain(text))
        item.setToolTip(tooltip(one.link or one.pasted))
        return item


def line_about(one: ExtractedLink) -> str:
    """Return what was understood of one line."""
    if not one.link and has_verdict(one, Verdict.NOT_A_LINK):
        return words.links.nothing_in_line(one.line, plain(one.pasted, 60))
    return words.links.line(one.line, about(one))


def about(one: ExtractedLink) -> str:
    """Return what was understood of one link."""
    if one.duplicate_of:
        text = words.links.duplicate(one.duplicate_of, one.duplicate_line)
    elif has_verdict(one, Verdict.LOCAL_FILE):
        text = words.links.add_as_file(plain(one.pasted, 60))
    elif one.verdict is not None:
        problem = words.problems.explain(problem_of(one.verdict))
        text = words.links.understood(one.title or plain(one.pasted, 60), problem.what)
    elif one.rewritten and one.parsed.site:
        text = words.links.understood(one.title, words.links.rewritten(one.parsed.site))
    else:
        text = one.title
    for note in one.parsed.notes if one.usable else ():
        text = words.links.with_note(text, words.problems.explain(Problem(note)).what)
    return text
