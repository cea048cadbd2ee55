"""What became of pressing "Create model": training, unclear, or the finished model and what to do with it."""

import json
import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedLayout,
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
from mountsea_desktop.ui.widgets.cover import Cover, own_colour
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.charges import is_charge_found
from mountsea_desktop.workflow.model import Model, Outcome

USUAL_TRAINING = 150.0
"""Seconds, as long as no model of one's own has shown it; the documentation says two to three minutes."""
PRACTICE_TRAINING = 25.0
"""Seconds in practice, where somebody watches."""
LONGER = 1.5
"""Of the usual time; what takes longer than that is said to be unusual."""
NARROW = 960
"""Width of the window, in px at ordinary text size, below which the cards stand below each other."""
LONGEST_SHOWN = 32
"""Characters of a model's name in letters of this size; the page's title has all of it."""
READY_PAGE, WAITING_PAGE = range(2)
"""What is below the title, while the model is trained and later."""
STEPS = 1_000
"""Of the bar."""


class AttemptCard(Retranslated, QFrame):
    """Shown from the moment an attempt was made; hidden before. It is as high while training as later."""

    ask_wanted = Signal()
    again_wanted = Signal()
    duplicate_wanted = Signal()
    hear_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None, *, practice: bool = False) -> None:
        super().__init__(parent)
        set_style(self, kind="card")
        self._icons = icons
        self._model: Model | None = None
        self._now = 0.0
        self._titles: Sequence[str] = ()
        self._is_practice = practice
        self.usual = USUAL_TRAINING
        """Seconds that earlier models took to be trained."""
        self._cover = Cover(96)
        self._title, self._text, self._learned = (Label(wraps=True) for _ in range(3))
        set_style(self._title, kind="display")
        set_style(self._learned, kind="muted")
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, STEPS)
        self.ask = QPushButton(icons.icon("search", Role.ON_ACCENT), "")
        set_style(self.ask, kind="primary")
        self.ask.clicked.connect(self.ask_wanted)
        self.more = QPushButton()
        self.more.setCheckable(True)
        set_style(self.more, kind="quiet")
        self.more.toggled.connect(self.retranslate)
        self.again = QPushButton()
        self.again.clicked.connect(self.again_wanted)
        self.details = Details()
        below = QWidget()
        self._below = QStackedLayout(below)
        """Of one height, but in a narrow window: nothing under it moves when the model is ready."""
        self._ready_cards: list[QFrame] = []
        for part in (self._next_things(icons), self._waiting()):
            self._below.addWidget(part)
        self._next = below
        layout = QVBoxLayout(self)
        set_margins(layout, horizontal=16, vertical=16, between=12)
        layout.addLayout(self._head())
        layout.addWidget(self.details)
        layout.addWidget(self._next)
        self.hide()

    def _head(self) -> QHBoxLayout:
        scale = Scale.of(self.font())
        buttons = Flow(scale(8))
        buttons.add(self.ask, self.details.button, self.more, self.again)
        column = QVBoxLayout()
        column.setSpacing(scale(4))
        column.addStretch()
        for widget in (self._title, self._text, self._learned):
            column.addWidget(widget)
        column.addSpacing(scale(4))
        for part in (self._busy, buttons):
            column.addWidget(part)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(scale(16))
        row.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return row

    def _waiting(self) -> QWidget:
        """Make what is there meanwhile: as high as its words, in the room of the cards to come."""
        page, card = QWidget(), QFrame()
        set_style(card, kind="inset")
        self._waiting_title, self._waiting_text = Label(wraps=True), Label(wraps=True)
        set_style(self._waiting_title, kind="heading")
        set_style(self._waiting_text, kind="muted")
        column = QVBoxLayout(card)
        set_margins(column, horizontal=12, vertical=8, between=4)
        column.addWidget(self._waiting_title)
        column.addWidget(self._waiting_text)
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        around.addStretch()
        return page

    def _next_things(self, icons: Icons) -> QWidget:
        """Make a card for each thing that can be done with a finished model."""
        self.identifier = QLineEdit(readOnly=True)
        set_style(self.identifier, kind="code")
        self.copy = CopyButton(self.identifier.text, icons.icon("copy"))
        self._request = CopyButton(self._request_text, icons.icon("copy"))
        set_style(self._request, kind="quiet")
        self._duplicate = QPushButton(icons.icon("duplicate"), "")
        self._duplicate.clicked.connect(self.duplicate_wanted)
        self.hear = QPushButton(icons.icon("play", Role.ON_ACCENT), "")
        set_style(self.hear, kind="primary")
        self.hear.clicked.connect(self.hear_wanted)
        self._titles_of_cards = [Label(wraps=True) for _ in range(3)]
        self._texts_of_cards = [Label(wraps=True) for _ in range(3)]
        scale = Scale.of(self.font())
        hear, use, another = (Flow(scale(8)) for _ in range(3))
        hear.add(self.hear)
        use.add(self.copy, self._request)
        another.add(self._duplicate)
        both = QWidget()
        self._cards = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale(12))
        for number, (things, share) in enumerate(((hear, 5), (use, 12), (another, 5))):
            card = QFrame()
            set_style(card, kind="inset")
            column = QVBoxLayout(card)
            set_margins(column, horizontal=12, vertical=8, between=4)
            set_style(self._titles_of_cards[number], kind="heading")
            set_style(self._texts_of_cards[number], kind="muted")
            column.addWidget(self._titles_of_cards[number])
            column.addWidget(self._texts_of_cards[number])
            if things is use:
                column.addWidget(self.identifier)
            column.addStretch()
            column.addWidget(things)
            row.addWidget(card, share)
            self._ready_cards.append(card)
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where there is no room beside each other."""
        super().resizeEvent(event)
        # By the window's width: its own is as much as the cards need beside each other, be there room or not.
        narrow = self.window().width() < Scale.of(self.font())(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(down if narrow else across)
        self._size_pages()

    def _size_pages(self) -> None:
        """Beside each other the cards keep their height while one waits; below each other, that is a hole."""
        is_down = self._cards.direction() is QBoxLayout.Direction.TopToBottom
        for card in self._ready_cards:
            card.setHidden(is_down and self._below.currentIndex() == WAITING_PAGE)

    def set_model(self, model: Model, now: float, titles: Sequence[str] = ()) -> None:
        """Show what became of this model's attempt; `titles` are those of the songs it learns from."""
        if self._model is None or self._model.id != model.id:
            self.more.setChecked(False)
        self._model, self._now, self._titles = model, now, titles
        self.retranslate()

    def counts_time(self) -> bool:
        """Return whether a time is shown that goes on."""
        attempt = self._model.attempt if self._model is not None else None
        return attempt is not None and attempt.outcome is Outcome.TRAINING

    def retranslate(self) -> None:
        attempt = self._model.attempt if self._model is not None else None
        outcome = attempt.outcome if attempt is not None else None
        self._next.setVisible(outcome is not Outcome.UNCLEAR)
        self._below.setCurrentIndex(READY_PAGE if outcome is Outcome.READY else WAITING_PAGE)
        self._size_pages()
        self._busy.setVisible(outcome in {Outcome.SENDING, Outcome.TRAINING})
        is_unclear = outcome is Outcome.UNCLEAR
        is_paid = is_unclear and attempt is not None and is_charge_found(attempt.problem)
        self.ask.setVisible(is_unclear)
        self.more.setVisible(is_paid)  # what was paid for is not sent again in passing
        self.again.setVisible(is_unclear and (self.more.isChecked() or not is_paid))
        self.details.set_problem(
            attempt.problem if attempt is not None and outcome is Outcome.UNCLEAR else None
        )
        self._label_buttons()
        if self._model is not None and attempt is not None:
            self._cover.show_model(self._model.id)
            self._colour(self._model.id)
            self._describe(self._model, outcome)
            self._text.setVisible(bool(self._text.text()))
            self._learned.setVisible(bool(self._learned.text()))
        self.setVisible(outcome in {Outcome.SENDING, Outcome.TRAINING, Outcome.READY, Outcome.UNCLEAR})

    def _colour(self, model_id: str) -> None:
        """Give the bar the model's own colour, where the desktop's do not have to do."""
        scheme = self._icons.scheme
        own = "" if scheme.high_contrast else own_colour(model_id, scheme[Role.PRESSED]).name()
        sheet = f"QProgressBar::chunk {{ background: {own} }}" if own else ""
        if self._busy.styleSheet() != sheet:
            self._busy.setStyleSheet(sheet)

    def _describe(self, model: Model, outcome: Outcome | None) -> None:
        attempt = model.attempt
        if attempt is None:
            return
        self._learned.setText(words.models.learned_from(" · ".join(self._titles)) if self._titles else "")
        match outcome:
            case Outcome.READY:
                date = format.date(model.finished_at or 0.0)
                self._title.setText(words.models.ready_title(format.plain(model.name, LONGEST_SHOWN)))
                self._text.setText(_learned(model, date, len(attempt.clip_ids)))
                self.identifier.setText(model.model_ref)
                self.identifier.setCursorPosition(0)
            case Outcome.TRAINING:
                self._show_training(model.name, self._now - attempt.since)
            case Outcome.UNCLEAR:
                is_paid = is_charge_found(attempt.problem)
                self._title.setText(words.models.paid_title() if is_paid else words.models.unclear_title())
                self._text.setText(words.problems.describe(attempt.problem) if attempt.problem else "")
                self._learned.clear()
            case _:
                self._title.setText(words.models.sending())
                self._text.setText(words.models.sending_close())
                self._busy.setValue(0)

    def _label_buttons(self) -> None:
        say, made = words.models, words.made_songs
        titles = made.hear_title(), say.use_title(), say.another_title()
        texts = made.hear_text(), say.ready_use(), say.another_text()
        for labels, said in ((self._titles_of_cards, titles), (self._texts_of_cards, texts)):
            for label, text in zip(labels, said, strict=True):
                label.setText(text)
        self.hear.setText(made.hear())
        self._waiting_title.setText(say.waiting_title())
        self._waiting_text.setText(words.songs.not_kept() if self._is_practice else say.waiting_text())
        self.copy.set_title(say.copy_id())
        self._request.set_title(say.copy_request())
        self.identifier.setAccessibleName(say.model_id())
        self._duplicate.setText(say.from_these())
        self._duplicate.setAccessibleName(say.duplicate())
        self.ask.setText(say.ask_again())
        self.more.setText(say.more())
        self.again.setText(say.send_again())
        self._busy.setAccessibleName(say.training_name())

    def _show_training(self, name: str, elapsed: float) -> None:
        elapsed = max(0.0, elapsed)
        say, time = words.models, format.elapsed(elapsed)
        is_long = elapsed > self.usual * LONGER
        left = say.minutes_left(_whole_minutes(self.usual - elapsed))
        self._title.setText(say.training_title(format.plain(name, LONGEST_SHOWN)))
        if self._is_practice:
            self._text.setText(say.training_practice(time))
        else:
            self._text.setText(say.training_long(time) if is_long else say.training(time, left))
        self._busy.setValue(round(STEPS * share_trained(elapsed, self.usual)))

    def _request_text(self) -> str:
        """Return the documented body of Mountsea's "generate", with the words still to be filled in."""
        body = {"task": "create", "model": self.identifier.text(), "prompt": "", "tags": "", "title": ""}
        return json.dumps(body, indent=2)


def _learned(model: Model, date: str, count: int) -> str:
    """Return when and from what it learned; of a practice model also that it is none of Mountsea's."""
    say = words.models
    learned = say.ready_text(date, count) if count else say.ready_found(date)
    is_practice = model.model_ref.startswith(PRACTICE_MODEL)
    return words.problems.join(learned, say.ready_practice() if is_practice else "")


def _whole_minutes(seconds: float) -> int:
    """Return minutes as people say them: none below one, and rounded from there."""
    return round(seconds / 60) if seconds >= 60 else 0


def share_trained(elapsed: float, usual: float) -> float:
    """Return how far a bar is: nine tenths after the usual time, slower from there, and never at its end."""
    elapsed = max(0.0, elapsed)
    if elapsed <= usual:
        return 0.9 * elapsed / usual
    return 1.0 - 0.1 * math.exp(1.0 - elapsed / usual)
