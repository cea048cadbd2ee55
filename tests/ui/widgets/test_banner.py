"""One banner for what stops everything, and a message with a way back."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.banner import OutageBanner, Toast
from mountsea_desktop.workflow.events import Outage, Remedy
from mountsea_desktop.workflow.problem import Code, JournalFault, Problem
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
def banner(qtbot: QtBot, watch: Watch) -> OutageBanner:
    banner = OutageBanner(Icons(), watch)
    qtbot.addWidget(banner)
    banner.resize(600, 60)
    return banner


@pytest.fixture
def message(qtbot: QtBot) -> Toast:
    window = QWidget()
    message = Toast(window)
    qtbot.addWidget(window, before_close_func=lambda _window: None)
    window.show()
    message._window = window  # type: ignore[attr-defined]  # kept alive with it
    return message


def test_nothing_to_say_is_nothing_to_see(banner: OutageBanner) -> None:
    assert not banner.isVisible()
    banner.tell(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, 114.0))
    assert banner.isVisible()
    banner.tell(None)
    assert not banner.isVisible()
    assert not banner.counts_time()


def test_a_countdown_goes_down_and_ends(banner: OutageBanner, watch: Watch) -> None:
    banner.tell(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, 114.0))
    assert banner.counts_time()
    assert banner.label.text().startswith("No connection to Mountsea.")
    assert "0:14" in banner.label.text()
    watch.now = 101.0
    banner.retranslate()
    assert "0:13" in banner.label.text()
    watch.now = 115.0
    banner.retranslate()
    assert banner.label.text().endswith("Trying again…")


def test_a_new_try_is_promised_where_there_will_be_one(banner: OutageBanner) -> None:
    for outage, promised in (
        (Outage(Problem(JournalFault.GONE), Remedy.WAIT, None), True),
        (Outage(Problem(JournalFault.FULL), Remedy.WAIT, 105.0), True),
        (Outage(Problem(Fault.TOKEN_REFUSED), Remedy.ENTER_TOKEN, None), False),
    ):
        banner.tell(outage)
        said = banner.label.text()
        assert ("Trying again in" in said or "tried again by itself" in said) is promised


@pytest.mark.parametrize(
    ("code", "remedy", "button"),
    [
        (Fault.TOKEN_REFUSED, Remedy.ENTER_TOKEN, "Enter token…"),
        (Fault.NO_CREDITS, Remedy.ADD_CREDITS, "I have credits now"),
        (Fault.BUSY, Remedy.WAIT, "Try now"),
    ],
)
def test_it_offers_what_ends_the_trouble(
    banner: OutageBanner, code: Code, remedy: Remedy, button: str
) -> None:
    banner.tell(Outage(Problem(code), remedy, None))
    wanted = QSignalSpy(banner.remedy_wanted)
    assert not banner.counts_time()
    assert banner.button.text() == button
    press(banner.button)
    assert wanted.at(0) == [remedy]


def test_a_screen_reader_finds_it_by_name(banner: OutageBanner) -> None:
    banner.tell(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, None))
    assert banner.label.accessibleName() == "Notice"
    assert banner.label.accessibleDescription() == banner.label.text()


def test_a_message_goes_by_itself_and_takes_its_way_back_with_it(message: Toast, qtbot: QtBot) -> None:
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


def test_an_old_way_back_is_not_offered_with_a_new_message(message: Toast) -> None:
    undone: list[bool] = []
    message.say("2 songs removed", button="Undo", do=lambda: undone.append(True))
    message.say("Something else")
    assert message.button.text() == "Close"
    press(message.button)
    assert not undone


def test_what_is_wrong_stays(message: Toast) -> None:
    message.say("3 songs added")
    message.say("That was not done", tone="danger")
    assert not message._timer.isActive()
    assert message.isVisible()


def test_what_is_wrong_comes_back_after_something_that_passes(message: Toast) -> None:
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


def test_an_offer_is_withdrawn_and_a_plain_message_is_not(message: Toast) -> None:
    undone: list[bool] = []
    message.say("6 songs added", button="Undo", do=lambda: undone.append(True))
    message.withdraw_offer()
    assert not message.isVisible()
    assert not undone
    message.say("Something happened")
    message.withdraw_offer()
    assert message.isVisible()


def test_the_button_does_not_lie_at_the_far_end(message: Toast) -> None:
    message.window().resize(1_000, 100)
    message.resize(1_000, 60)
    message.say("6 songs added.", button="Undo", do=lambda: None)
    message._layout.activate()
    assert message.button.geometry().right() < 400
    message.say("words " * 100, tone="warning")
    message._layout.activate()
    assert message.label.wordWrap()
    assert message.button.geometry().right() > 900


def test_the_keyboard_does_not_get_lost_with_the_button(message: Toast) -> None:
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
def test_the_icon_stands_beside_the_first_line(banner: OutageBanner, width: int) -> None:
    banner.tell(Outage(Problem(Fault.OFFLINE), Remedy.WAIT))
    banner.resize(width, banner.heightForWidth(width))
    banner.show()
    label = banner.label
    top = label.y() + label.contentsMargins().top()
    icon, button = banner._icon.geometry().center().y(), banner.button.geometry().center().y()
    assert icon == pytest.approx(top + label.fontMetrics().height() / 2, abs=1)
    assert icon == pytest.approx(button, abs=1)
