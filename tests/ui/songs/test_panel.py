"""What is said about a selected song: what happened, why, what next; raw words on demand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.songs.panel import ROOMY, SongPanel, explanation
from mountsea_desktop.ui.songs.song_actions import SongActions
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.window import six, song


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SongPanel]:
    owner = QObject()
    panel = SongPanel(SongActions(Icons(), owner))
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    owner.deleteLater()


def buttons(panel: SongPanel) -> set[str]:
    return {button.text() for button in panel.findChildren(QToolButton) if button.isVisible()}


def test_a_failure_has_three_parts() -> None:
    failed = song(SongState.FAILED, problem=Problem(Fault.INVALID, {FactKey.SAID: "no such file"}))
    text = explanation(failed)
    assert text == (
        "Mountsea did not accept it. It says: “no such file”. Correct what it names and try again."
    )


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"state": SongState.UNCLEAR, "problem": Problem(Fault.LOST)}, "Mountsea may already have it."),
        ({"state": SongState.UPLOADED}, "The model will be trained on this song."),
        ({"state": SongState.UPLOADED, "chosen": False}, "The model will not be trained on this song."),
        ({"state": SongState.ACCEPTED}, "It goes on at Mountsea even when you close the program."),
    ],
)
def test_a_state_is_explained(changes: dict[str, object], part: str) -> None:
    assert part in explanation(song(**changes))  # type: ignore[arg-type]  # state among the changes


def test_it_is_always_of_one_height_and_says_so_while_nothing_is_selected(panel: SongPanel) -> None:
    panel.show()
    panel.select([])
    assert panel._title.text() == "Select a song to see more about it."
    assert buttons(panel) == set()
    height = panel.height()
    panel.select([song(SongState.FAILED, problem=Problem(Fault.INVALID, {FactKey.SAID: "word " * 400}))])
    assert panel.height() == height
    panel.select([])
    panel.select([song()])
    assert panel.height() == height
    assert buttons(panel) == {"Edit link", "Listen", "Copy link", "Remove"}
    assert panel._scroll.accessibleName() == "Song 1"  # it takes the keyboard where there is more to read


def places(panel: SongPanel) -> dict[str, tuple[int, int, bool]]:
    """Where each button begins in the window, and whether it can be pressed."""
    for _ in range(5):  # a layout that is settled asks the one around it to be
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = [button for button in panel.findChildren(QToolButton) if button.isVisible()]
    at = {button: button.mapTo(panel, QPoint()) for button in found}
    return {button.text(): (at[button].x(), at[button].y(), button.isEnabled()) for button in found}


@pytest.mark.parametrize("width", [900, 420])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    "later",
    [
        song(SongState.FAILED, problem=Problem(Fault.REJECTED, details="HTTP 400")),
        song(SongState.UPLOADED, clip_id="a"),
        song(SongState.UNCLEAR, problem=Problem(Fault.LOST)),
    ],
)
def test_what_becomes_of_the_selected_song_moves_no_button(
    panel: SongPanel, later: Song, direction: Qt.LayoutDirection, width: int
) -> None:
    panel.setLayoutDirection(direction)
    panel.resize(width, panel.height())
    panel.select([song(SongState.SENDING)])
    before = places(panel)
    panel.select([later])
    now = places(panel)
    assert len(now) > len(before)
    assert {text: place[:2] for text, place in before.items()} == {text: now[text][:2] for text in before}
    panel.select([song(SongState.SENDING)])
    assert {text for text, (_x, _y, enabled) in places(panel).items() if enabled} == set(before)
    stopped = [one for one in panel.findChildren(QToolButton) if one.isVisible() and not one.isEnabled()]
    assert {one.accessibleDescription() for one in stopped} == {"Song 1"}
    panel.select([])
    panel.select([song(SongState.SENDING)])
    assert places(panel) == before  # what is selected anew is laid out anew


def test_what_helps_stands_first(panel: SongPanel) -> None:
    panel.resize(1_200, panel.height())
    panel.select([song(SongState.FAILED, problem=Problem(FailReason.COPYRIGHT))])
    left_to_right = sorted(places(panel), key=lambda text: places(panel)[text][0])
    assert (left_to_right[0], left_to_right[-1]) == ("Edit link", "Remove")


def test_where_words_would_take_the_texts_room_icons_do(panel: SongPanel) -> None:
    panel.show()
    panel.select([song(SongState.FAILED, problem=Problem(Fault.REJECTED, details="HTTP 400"))])
    for width, style in (
        (ROOMY, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (ROOMY - 1, Qt.ToolButtonStyle.ToolButtonIconOnly),
        (420, Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        panel.resize(width, panel.height())
        at = places(panel)
        assert len({top for _left, top, _enabled in at.values()}) == 1, width
        buttons = [
            one for one in panel.findChildren(QToolButton) if one.isVisible() and not one.icon().isNull()
        ]
        assert {one.toolButtonStyle() for one in buttons} == {style}
        assert all(one.toolTip() for one in buttons)


def test_raw_words_wait_behind_details(panel: SongPanel) -> None:
    failed = song(SongState.FAILED, problem=Problem(Fault.REJECTED, details="HTTP 400 {…}"))
    panel.show()
    panel.select([failed])
    assert "Details" in buttons(panel)
    assert not panel._details.isVisible()
    panel._details.button.click()
    assert panel._details.isVisible()
    assert panel._details.toPlainText() == "rejected\nHTTP 400 {…}"
    panel.select([failed])  # progress elsewhere closes nothing
    assert panel._details.isVisible()
    panel.select([song(number=2)])
    assert not panel._details.isVisible()
    assert "Details" not in buttons(panel)


def test_of_several_songs_it_says_how_many(panel: SongPanel) -> None:
    panel.select(six())
    assert panel._title.text() == "6 songs selected"
    assert not panel._text.text()


def test_a_title_is_never_taken_for_markup(panel: SongPanel) -> None:
    panel.select([song(title="<b>loud</b>")])
    assert panel._title.text() == "<b>loud</b>"
    assert panel._title.textFormat().name == "PlainText"


@pytest.mark.parametrize(
    ("clip", "text"),
    [("a", "The model was trained on this song."), ("z", "The model was not trained on this song.")],
)
def test_of_a_finished_model_it_says_what_was_used(panel: SongPanel, clip: str, text: str) -> None:
    panel.trained_on = frozenset("abcdef")
    panel.select([song(SongState.UPLOADED, clip_id=clip)])
    assert panel._text.text() == text


@pytest.mark.parametrize(
    ("seconds", "state", "said"),
    [
        (8 * 60, SongState.READY, ""),
        (9 * 60, SongState.READY, "It is longer than 8 minutes"),
        (31 * 60, SongState.READY, "It is longer than 30 minutes"),
        (31 * 60, SongState.UPLOADED, "The model will be trained"),
    ],
)
def test_a_long_song_is_advised_against_while_there_is_time(
    seconds: float, state: SongState, said: str
) -> None:
    text = explanation(song(state, duration=seconds))
    assert text.startswith(said)
    assert bool(text) is bool(said)
