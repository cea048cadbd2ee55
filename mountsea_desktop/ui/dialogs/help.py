"""Short answers to what people ask first, with a drawing where one says it sooner."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.dialogs.sharing_steps import SharingSteps, Text
from mountsea_desktop.ui.theme.illustration import Illustration
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.label import Label


class HelpDialog(Dialog):
    """Questions and answers, each on a card of its own, one below the other."""

    log_wanted = Signal()

    def __init__(self, parent: QWidget, *, offers_log: bool = False) -> None:
        super().__init__(parent)
        self._offers_log = offers_log
        self._spoken: list[tuple[Label, Text]] = []
        self._described: list[tuple[Illustration, Text]] = []
        self._first: QWidget | None = None
        self._scale = scale = Scale.of(self.font())
        self.contents.setContentsMargins(0, 0, scale(8), 0)
        self.contents.setSpacing(scale(12))
        self._answer()
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()  # else it would be the log's button, and the page at its end
        self.resize(scale(680), scale(640))
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.dialogs.help_title())
        for label, text in self._spoken:
            label.setText(text())
        for picture, text in self._described:
            picture.setAccessibleName(text())
        self.log.setText(words.dialogs.log())
        self.close_button.setText(words.dialogs.close())

    def _answer(self) -> None:
        say = words.dialogs
        token = self._card(say.help_token_title)
        token.addLayout(self._beside("help/token", say.help_token_picture, say.help_token))
        link = self._card(say.help_link_title)
        link.addLayout(self._beside("help/public", say.help_link_picture, say.help_link))
        share = self._card(say.help_share_title)
        self._sharing = share.parentWidget()
        share.addWidget(self._label(say.help_share))
        share.addWidget(SharingSteps())
        for question, answer in (
            (say.help_cost_title, say.help_cost),
            (say.help_time_title, say.help_time),
            (say.help_refused_title, say.help_refused),
            (say.help_model_title, say.help_model),
            (say.help_keys_title, say.help_keys),
        ):
            self._card(question).addWidget(self._label(answer))
        self.log = QPushButton()
        self.log.setAutoDefault(False)
        self.log.clicked.connect(self.log_wanted)
        if self._offers_log:
            problems = self._card(say.help_problems_title)
            problems.addWidget(self._label(say.help_problems))
            problems.addWidget(self.log, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            self.log.hide()

    def show_sharing(self) -> None:
        """Begin with how a song is shared."""
        self._first = self._sharing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first is not None:
            self.contents.activate()
            self._scroll.verticalScrollBar().setValue(self._first.y())

    def _label(self, text: Text, *, kind: str = "") -> Label:
        label = Label(wraps=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_style(label, kind=kind)
        self._spoken.append((label, text))
        return label

    def _card(self, question: Text) -> QVBoxLayout:
        card = QFrame()
        set_style(card, kind="card")
        inside = QVBoxLayout(card)
        set_margins(inside, horizontal=16, vertical=16, between=12)
        inside.addWidget(self._label(question, kind="heading"))
        self.contents.addWidget(card)
        return inside

    def _beside(self, name: str, description: Text, text: Text) -> QHBoxLayout:
        picture = Illustration(name)
        self._described.append((picture, description))
        row = QHBoxLayout()
        row.setSpacing(self._scale(16))
        row.addWidget(picture, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label(text), 1)
        return row
