"""What became of pressing "Create model": training, unclear, or the finished model with its identifier."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mountsea_desktop.practice.samples import PRACTICE_MODEL
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.copy_button import CopyButton
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.model import Model, Outcome

USUAL_TRAINING = 180.0
"""Seconds; the documentation says two to three minutes."""


class AttemptCard(Retranslated, QFrame):
    """Shown from the moment a press was sent; hidden before."""

    again_wanted = Signal()
    duplicate_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="banner")
        self._model: Model | None = None
        self._now = 0.0
        self._title, self._text = Label(), Label(wraps=True)
        set_style(self._title, kind="heading")
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, 0)
        self.identifier = QLineEdit(readOnly=True)
        set_style(self.identifier, kind="code")
        self.copy = CopyButton(self.identifier.text, icons.icon("copy", Role.ON_ACCENT))
        set_style(self.copy, kind="primary")
        self._request = CopyButton(self._request_text, icons.icon("copy"))
        self._duplicate = QPushButton(icons.icon("duplicate"), "")
        self._duplicate.clicked.connect(self.duplicate_wanted)
        self.again = QPushButton()
        self.again.clicked.connect(self.again_wanted)
        first, second = QHBoxLayout(), Flow(Scale.of(self.font())(8))
        first.addWidget(self.identifier, 1)
        first.addWidget(self.copy)
        self.details = Details()
        second.add(self._request, self._duplicate, self.again, self.details.button)
        layout = QVBoxLayout(self)
        set_margins(layout)
        for widget in (self._title, self._text, self._busy):
            layout.addWidget(widget)
        layout.addLayout(first)
        layout.addWidget(second)
        layout.addWidget(self.details)
        self.hide()

    def set_model(self, model: Model, now: float) -> None:
        """Show what became of this model's press."""
        self._model, self._now = model, now
        self.retranslate()

    def counts_time(self) -> bool:
        """Whether a time is shown that goes on."""
        attempt = self._model.attempt if self._model is not None else None
        return attempt is not None and attempt.outcome is Outcome.TRAINING

    def retranslate(self) -> None:
        attempt = self._model.attempt if self._model is not None else None
        outcome = attempt.outcome if attempt is not None else None
        ready = outcome is Outcome.READY
        self.setVisible(outcome in {Outcome.SENDING, Outcome.TRAINING, Outcome.READY, Outcome.UNCLEAR})
        for widget in (self.identifier, self.copy, self._request, self._duplicate):
            widget.setVisible(ready)
        self._busy.setVisible(outcome in {Outcome.SENDING, Outcome.TRAINING})
        self.again.setVisible(outcome is Outcome.UNCLEAR)
        self.details.set_problem(
            attempt.problem if attempt is not None and outcome is Outcome.UNCLEAR else None
        )
        self._label_buttons()
        if self._model is None or attempt is None:
            return
        match outcome:
            case Outcome.READY:
                self._show_ready(self._model, len(attempt.clip_ids))
            case Outcome.TRAINING:
                self._show_training(self._now - attempt.since)
            case Outcome.UNCLEAR:
                self._show_unclear()
            case _:
                self._title.setText(words.models.sending())
                self._text.setText(words.models.sending_close())
                set_style(self, tone="info")
        self._text.setVisible(bool(self._text.text()))

    def _label_buttons(self) -> None:
        self.copy.set_title(words.models.copy_id())
        self._request.set_title(words.models.copy_request())
        self.identifier.setAccessibleName(words.models.model_id())
        self._duplicate.setText(words.models.duplicate())
        self.again.setText(words.models.send_again())
        self._busy.setAccessibleName(words.models.training_name())

    def _show_ready(self, model: Model, count: int) -> None:
        date = format.date(model.finished_at or 0.0)
        say = words.models
        learned = say.ready_text(date, count) if count else say.ready_found(date)
        is_practice = model.model_ref.startswith(PRACTICE_MODEL)
        self._title.setText(words.models.ready_title())
        use = say.ready_practice() if is_practice else say.ready_use()
        self._text.setText(words.problems.join(learned, use))
        self.identifier.setText(model.model_ref)
        self.identifier.setCursorPosition(0)
        set_style(self, tone="success")

    def _show_training(self, elapsed: float) -> None:
        say = words.models.training if elapsed <= USUAL_TRAINING else words.models.training_long
        self._title.setText(words.models.training_title())
        self._text.setText(say(format.elapsed(elapsed)))
        set_style(self, tone="info")

    def _show_unclear(self) -> None:
        attempt = self._model.attempt if self._model is not None else None
        self._title.setText(words.models.unclear_title())
        self._text.setText(words.problems.describe(attempt.problem) if attempt and attempt.problem else "")
        set_style(self, tone="warning")

    def _request_text(self) -> str:
        """The documented body of Mountsea's "generate", with the words still to be filled in."""
        body = {"task": "create", "model": self.identifier.text(), "prompt": "", "tags": "", "title": ""}
        return json.dumps(body, indent=2)
