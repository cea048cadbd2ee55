"""One banner for what stops everything, and a message with a way back."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.banner import Message, Notice
from mountsea_desktop.workflow.events import Remedy, Trouble
from mountsea_desktop.workflow.problem import Problem
from tests.fakes.window import press


class Watch:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def notice(qtbot: QtBot, watch: Watch) -> Notice:
    notice = Notice(Icons(), watch)
    qtbot.addWidget(notice)
    notice.resize(600, 60)
    return notice


@pytest.fixture
def message(qtbot: QtBot) -> Message:
    window = QWidget()
    message = Message(window)
    qtbot.addWidget(window, before_close_func=lambda _window: None)
    window.show()
    message._window = window  # type: ignore[attr-defined]  # kept alive with it
    return message


def test_nothing_to_say_is_nothing_to_see(notice: Notice) -> None:
    assert not notice.isVisible()
    notice.tell(Trouble(Problem("offline"), Remedy.WAIT, 114.0))
    assert notice.isVisible()
    notice.tell(None)
    assert not notice.isVisible()
    assert not notice.counts_time()


def test_a_countdown_goes_down_and_ends(notice: Notice, watch: Watch) -> None:
    notice.tell(Trouble(Problem("offline"), Remedy.WAIT, 114.0))
    assert notice.counts_time()
    assert notice.label.text().startswith("No connection to Mountsea.")
    assert "0:14" in notice.label.text()
    watch.now = 101.0
    notice.retranslate()
    assert "0:13" in notice.label.text()
    watch.now = 115.0
    notice.retranslate()
    assert notice.label.text().endswith("Trying again…")


def test_a_new_try_is_promised_where_there_will_be_one(notice: Notice) -> None:
    for trouble, promised in (
        (Trouble(Problem("journal_gone"), Remedy.WAIT, None), True),
        (Trouble(Problem("journal_full"), Remedy.WAIT, 105.0), True),
        (Trouble(Problem("token_refused"), Remedy.ENTER_TOKEN, None), False),
    ):
        notice.tell(trouble)
        said = notice.label.text()
        assert ("Trying again in" in said or "tried again by itself" in said) is promised


@pytest.mark.parametrize(
    ("code", "remedy", "button"),
    [
        ("token_refused", Remedy.ENTER_TOKEN, "Enter token…"),
        ("no_credits", Remedy.ADD_CREDITS, "I have credits now"),
        ("busy", Remedy.WAIT, "Try now"),
    ],
)
def test_it_offers_what_ends_the_trouble(notice: Notice, code: str, remedy: Remedy, button: str) -> None:
    notice.tell(Trouble(Problem(code), remedy, None))
    wanted = QSignalSpy(notice.remedy_wanted)
    assert not notice.counts_time()
    assert notice.button.text() == button
    press(notice.button)
    assert wanted.at(0) == [remedy]


def test_a_screen_reader_finds_it_by_name(notice: Notice) -> None:
    notice.tell(Trouble(Problem("offline"), Remedy.WAIT, None))
    assert notice.label.accessibleName() == "Notice"
    assert notice.label.accessibleDescription() == notice.label.text()


def test_a_message_goes_by_itself_and_takes_its_way_back_with_it(message: Message, qtbot: QtBot) -> None:
    undone: list[bool] = []
    message.say("2 songs removed", button="Undo", do=lambda: undone.append(True))
    assert message.isVisible()
    press(message.button)
    assert undone == [True]
    assert not message.isVisible()
    message.say("3 songs added")
    message._timer.setInterval(0)
    message._timer.start()
    qtbot.waitUntil(lambda: not message.isVisible())
    assert undone == [True]


def test_an_old_way_back_is_not_offered_with_a_new_message(message: Message) -> None:
    undone: list[bool] = []
    message.say("2 songs removed", button="Undo", do=lambda: undone.append(True))
    message.say("Something else")
    assert message.button.text() == "Close"
    press(message.button)
    assert not undone


def test_what_is_wrong_stays(message: Message) -> None:
    message.say("3 songs added")
    message.say("That was not done", tone="danger")
    assert not message._timer.isActive()
    assert message.isVisible()


def test_what_is_wrong_comes_back_after_something_that_passes(message: Message) -> None:
    message.say("The record was damaged", tone="warning")
    message.say("6 songs added", button="Undo", do=lambda: None)
    press(message.button)
    assert message.label.text() == "The record was damaged"
    assert message.property("tone") == "warning"
    message.say("7 songs added")
    message._timer.timeout.emit()
    assert message.label.text() == "The record was damaged"
    press(message.button)
    assert not message.isVisible()


def test_an_offer_is_withdrawn_and_a_plain_message_is_not(message: Message) -> None:
    undone: list[bool] = []
    message.say("6 songs added", button="Undo", do=lambda: undone.append(True))
    message.withdraw_offer()
    assert not message.isVisible()
    assert not undone
    message.say("Something happened")
    message.withdraw_offer()
    assert message.isVisible()


def test_the_button_does_not_lie_at_the_far_end(message: Message) -> None:
    message.window().resize(1_000, 100)
    message.resize(1_000, 60)
    message.say("6 songs added.", button="Undo", do=lambda: None)
    message._layout.activate()
    assert message.button.geometry().right() < 400
    message.say("words " * 100, tone="warning")
    message._layout.activate()
    assert message.label.wordWrap()
    assert message.button.geometry().right() > 900


def test_the_keyboard_does_not_get_lost_with_the_button(message: Message) -> None:
    left = QSignalSpy(message.left)
    message.say("6 songs added", button="Undo", do=lambda: None)
    message.button.click()
    assert left.count() == 0
    message.say("6 songs added", button="Undo", do=lambda: None)
    message.window().activateWindow()
    message.button.setFocus()
    message.button.click()
    assert left.count() == 1


@pytest.mark.parametrize("width", [900, 260])
def test_the_icon_stands_beside_the_first_line(notice: Notice, width: int) -> None:
    notice.tell(Trouble(Problem("offline"), Remedy.WAIT))
    notice.resize(width, notice.heightForWidth(width))
    notice.show()
    label = notice.label
    top = label.y() + label.contentsMargins().top()
    icon, button = notice._icon.geometry().center().y(), notice.button.geometry().center().y()
    assert icon == pytest.approx(top + label.fontMetrics().height() / 2, abs=1)
    assert icon == pytest.approx(button, abs=1)
