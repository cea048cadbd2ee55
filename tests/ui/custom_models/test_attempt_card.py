"""What became of an attempt: each outcome has its words, and only what makes sense then."""

import json
import math

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mountsea_desktop.practice.samples import PRACTICE_MODEL
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.attempt_card import (
    NARROW,
    USUAL_TRAINING,
    AttemptCard,
    share_trained,
)
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from tests.fakes.window import model, press

REF = "chirp-custom:0f7a0c9e-3c1e-4d5e-8a55-000000000001"


@pytest.fixture
def card(qtbot: QtBot) -> AttemptCard:
    card = AttemptCard(Icons())
    qtbot.addWidget(card)
    card.resize(700, 200)
    return card


def offered(card: AttemptCard) -> set[str]:
    return {button.text() for button in card.findChildren(QPushButton) if button.isVisible()}


@pytest.mark.parametrize("outcome", [None, Outcome.FAILED, Outcome.ABANDONED])
def test_without_a_live_attempt_there_is_no_card(card: AttemptCard, outcome: Outcome | None) -> None:
    card.set_model(model(outcome), 1_000.0)
    assert not card.isVisible()
    assert not card.counts_time()


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, 1e300, -1e300])
@pytest.mark.parametrize("outcome", Outcome)
def test_no_number_is_too_strange_to_be_shown(card: AttemptCard, outcome: Outcome, number: float) -> None:
    facts = {key: str(number) for key in FactKey}
    for code in JobFault:
        strange = model(
            outcome, finished_at=number, attempt_since=number, attempt_problem=Problem(code, facts)
        )
        card.set_model(strange, 1_000.0)
    assert 0 <= share_trained(number, USUAL_TRAINING) <= 1


def test_sending_offers_nothing(card: AttemptCard) -> None:
    card.set_model(model(Outcome.SENDING), 1_000.0)
    assert card._title.text() == "Asking Mountsea to create the model…"
    assert card._busy.isVisible()
    assert offered(card) == set()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (34, "Training · 0:34 · about 2 minutes left."),
        (120, "Training · 2:00 · less than a minute left."),
        (3_723, "Training · 1:02:03. That is longer than"),
    ],
)
def test_training_counts_and_never_offers_to_send_again(card: AttemptCard, seconds: int, said: str) -> None:
    card.set_model(model(Outcome.TRAINING), 1_000.0 + seconds)
    assert card._title.text() == "“Model 1” is being trained"
    assert card._text.text().startswith(said)
    assert "ou may close the program" in card._text.text()
    assert card.counts_time()
    assert offered(card) == set()


def test_in_practice_it_is_said_how_long_it_takes_there_and_really(qtbot: QtBot) -> None:
    card = AttemptCard(Icons(), practice=True)
    qtbot.addWidget(card)
    card.set_model(model(Outcome.TRAINING), 1_004.0)
    assert card._text.text().startswith(
        "Training · 0:04. In practice it takes half a minute, at Mountsea 2 to 3"
    )


@pytest.mark.parametrize("width", [NARROW, NARROW - 1])
def test_while_one_waits_there_is_no_hole_where_the_cards_stand_below_each_other(
    card: AttemptCard, width: int
) -> None:
    heights = []
    for outcome in (Outcome.TRAINING, Outcome.READY):
        card.set_model(model(outcome, model_ref=REF, finished_at=0.0), 1_000.0)
        card.resize(width, 200)
        card.show()
        heights.append(card._below.totalHeightForWidth(width))
    assert (heights[0] == heights[1]) is (width >= NARROW)
    assert heights[0] < card.fontMetrics().height() * 16


def test_a_finished_model_is_there_to_be_copied(card: AttemptCard, qtbot: QtBot) -> None:
    card.set_model(model(Outcome.READY, model_ref=REF, finished_at=0.0), 1_000.0, ["One", "Two"])
    assert card._title.text() == "“Model 1” is ready"
    assert card._learned.text() == "Songs: One · Two"
    assert "6 of your songs" in card._text.text()
    assert card.identifier.isReadOnly()
    assert card.identifier.text() == REF
    others = {words.models.copy_request(), words.models.from_these(), words.made_songs.hear()}
    assert offered(card) == {"Copy model ID", *others}
    buttons = [b for b in card.findChildren(QPushButton) if b.isVisible()]
    primary = [b.text() for b in buttons if b.property("kind") == "primary"]
    assert primary == ["Hear it…"]
    press(card.copy)
    assert QGuiApplication.clipboard().text() == REF
    assert card.copy.text() == "Copied"
    card.copy._says_so.setInterval(0)
    card.copy._says_so.start()
    qtbot.waitUntil(lambda: card.copy.text() == "Copy model ID")
    press(card._request)
    request = json.loads(QGuiApplication.clipboard().text())
    assert (request["model"], request["task"]) == (REF, "create")
    wanted = QSignalSpy(card.duplicate_wanted)
    press(card._duplicate)
    assert wanted.count() == 1


def test_an_unclear_attempt_says_so_and_only_then_offers_to_send_again(card: AttemptCard) -> None:
    problem = Problem(JobFault.NOT_CHARGED, {FactKey.BEFORE: "500", FactKey.AFTER: "500"})
    card.set_model(model(Outcome.UNCLEAR, attempt_problem=problem), 1_000.0)
    assert card._title.text() == "It is not clear whether the model is being created"
    assert "Your balance is 500 credits, as before" in card._text.text()
    assert offered(card) == {"Ask again now", "Send again…"}
    wanted = QSignalSpy(card.again_wanted)
    press(card.again)
    assert wanted.count() == 1
    assert not card.counts_time()


def test_a_practice_model_is_taken_for_no_real_one(card: AttemptCard) -> None:
    card.set_model(model(Outcome.READY, model_ref=f"{PRACTICE_MODEL}000000000001", finished_at=1.0), 0.0)
    assert words.models.ready_practice() in card._text.text()
    card.set_model(model(Outcome.READY, model_ref="chirp-custom:1", finished_at=1.0), 0.0)
    assert words.models.ready_practice() not in card._text.text()


def test_nothing_below_moves_when_the_model_is_ready(card: AttemptCard) -> None:
    card.set_model(model(Outcome.TRAINING), 1_000.0, ["One"])
    card.resize(NARROW, card.heightForWidth(NARROW))
    QApplication.sendPostedEvents()
    waiting = card.heightForWidth(NARROW)
    card.set_model(model(Outcome.READY, model_ref=REF, finished_at=0.0), 1_000.0, ["One"])
    assert card.heightForWidth(NARROW) == pytest.approx(waiting, abs=8)


def test_the_bar_is_at_nine_tenths_when_others_were_done_and_never_at_its_end() -> None:
    times = [-5.0, 0.0, USUAL_TRAINING / 2, USUAL_TRAINING, USUAL_TRAINING * 2, USUAL_TRAINING * 9]
    shares = [share_trained(seconds, USUAL_TRAINING) for seconds in times]
    assert shares == sorted(shares)
    assert shares[3] == pytest.approx(0.9)
    assert shares[-1] < 1


def test_what_earlier_models_took_says_how_long_this_one_takes(card: AttemptCard) -> None:
    card.usual = 600.0
    card.set_model(model(Outcome.TRAINING), 1_120.0)
    assert "about 8 minutes left" in card._text.text()


CHARGED = Problem(JobFault.CHARGED, {FactKey.AMOUNT: "100", FactKey.AT: "1700000000"})


def test_what_was_paid_for_is_waited_for_and_sent_again_only_on_a_second_thought(card: AttemptCard) -> None:
    card.set_model(model(Outcome.UNCLEAR, attempt_problem=CHARGED), 1_000.0)
    assert card._title.text() == "Paid; waiting for Mountsea"
    assert "show that 100 credits were charged" in card._text.text()
    assert offered(card) == {"Ask again now", "More"}
    assert card.ask.property("kind") == "primary"
    asked = QSignalSpy(card.ask_wanted)
    press(card.ask)
    assert asked.count() == 1
    press(card.more)
    assert offered(card) == {"Ask again now", "More", "Send again…"}
    card.set_model(model(Outcome.UNCLEAR, attempt_problem=CHARGED), 1_001.0)
    assert card.again.isVisible()
    card.set_model(model(Outcome.UNCLEAR, number=2, attempt_problem=CHARGED), 1_001.0)
    assert not card.again.isVisible()
