"""One banner for what stops everything."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.banner import OutageBanner
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


def test_nothing_to_say_is_nothing_to_see(banner: OutageBanner) -> None:
    assert not banner.isVisible()
    banner.show_outage(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, 114.0))
    assert banner.isVisible()
    banner.show_outage(None)
    assert not banner.isVisible()
    assert not banner.counts_time()


def test_a_countdown_goes_down_and_ends(banner: OutageBanner, watch: Watch) -> None:
    banner.show_outage(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, 114.0))
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
        banner.show_outage(outage)
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
def test_it_offers_what_ends_the_outage(
    banner: OutageBanner, code: Code, remedy: Remedy, button: str
) -> None:
    banner.show_outage(Outage(Problem(code), remedy, None))
    wanted = QSignalSpy(banner.remedy_wanted)
    assert not banner.counts_time()
    assert banner.button.text() == button
    press(banner.button)
    assert wanted.at(0) == [remedy]


def test_a_screen_reader_finds_it_by_name(banner: OutageBanner) -> None:
    banner.show_outage(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, None))
    assert banner.label.accessibleName() == "Notice"
    assert banner.label.accessibleDescription() == banner.label.text()


@pytest.mark.parametrize("width", [900, 260])
def test_icon_words_and_button_stand_side_by_side(banner: OutageBanner, width: int) -> None:
    banner.show_outage(Outage(Problem(Fault.OFFLINE), Remedy.WAIT))
    banner.resize(width, banner.heightForWidth(width))
    banner.show()
    middles = [one.geometry().center().y() for one in (banner._icon, banner.label, banner.button)]
    assert middles == pytest.approx([banner.rect().center().y()] * 3, abs=1)
