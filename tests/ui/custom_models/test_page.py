"""A model's page shows what is next, locks what was sent, and counts seconds only while something runs."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.custom_models.page import ModelPage
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.ui.songs.table_model import Column
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.generation import GenerationState, MadeSong
from mountsea_desktop.workflow.model import Model, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.hearing import generation, made
from tests.fakes.window import model, press, six, song


@pytest.fixture
def page(qtbot: QtBot) -> ModelPage:
    page = ModelPage(Icons(), lambda: 1_034.0)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


def show(page: ModelPage, songs: list[Song], shown: Model | None = None) -> None:
    page.show_model(shown or model(), songs)


def test_without_songs_it_says_what_to_do_first(page: ModelPage) -> None:
    show(page, [])
    assert page.empty.isVisible()
    assert not page.view.isVisible()
    assert not page.add.isVisible()  # the empty list offers it already
    assert page.bar.reason.text() == "Add six songs to begin."


def test_one_button_is_the_obvious_one(page: ModelPage) -> None:
    show(page, six()[:3])
    assert (page.add.property("kind"), page.upload.property("kind")) == ("primary", "")
    show(page, six())
    assert (page.add.property("kind"), page.upload.property("kind")) == ("", "primary")
    assert page.upload.text() == "Upload 6 songs"


def test_failed_songs_make_retrying_the_obvious_next_thing(page: ModelPage) -> None:
    show(page, [*six(SongState.UPLOADED)[:4], *six(SongState.FAILED)[4:]])
    buttons = (page.add, page.upload, page.retry_all)
    assert [button.property("kind") for button in buttons] == ["", "", "primary"]


def test_the_second_press_of_a_double_click_is_neither_stop_nor_upload(
    page: ModelPage, qapp: QApplication, qtbot: QtBot
) -> None:
    show(page, six())
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(60_000)
    try:
        show(page, six(SongState.QUEUED))
        assert page.stop.isVisible()
        assert not page.stop.isEnabled()
        qapp.setDoubleClickInterval(1)
        show(page, six())
        qtbot.waitUntil(page.upload.isEnabled)
        show(page, six(SongState.QUEUED))
        qtbot.waitUntil(page.stop.isEnabled)
        qapp.setDoubleClickInterval(60_000)
        show(page, six())
        assert page.upload.isVisible()
        assert not page.upload.isEnabled()
    finally:
        qapp.setDoubleClickInterval(usual)


def test_a_list_can_be_imported_while_the_model_is_open(page: ModelPage) -> None:
    wanted = QSignalSpy(page.import_wanted)
    show(page, [])
    page.empty.import_wanted.emit()
    show(page, six())
    press(page.import_list)
    assert wanted.count() == 2
    show(page, six(SongState.UPLOADED), model(Outcome.READY))
    assert not page.import_list.isVisible()
    assert not page.progress.isVisible()


def test_what_a_finished_model_learned_from_is_seen(page: ModelPage) -> None:
    used, other = (song(SongState.UPLOADED, number=n, clip_id=clip) for n, clip in ((1, "a"), (2, "z")))
    show(page, [used, other], model(Outcome.TRAINING))
    page.view.go_to(1)
    page.update_model(model(Outcome.READY))
    assert page.table.index(1, Column.STATUS).data() == "Uploaded · not used"
    assert page.panel._text.text() == "The model was not trained on this song."
    page.update_model(model(Outcome.READY), [song(SongState.UPLOADED, number=3, clip_id="b")])
    assert page.songs_fold.text() == "Its 2 songs · 1 not used"
    page.update_model(model(Outcome.READY), gone=[other])
    assert page.songs_fold.text() == "Its 2 songs"
    page.show_model(model(), [song()])
    assert page.panel._title.text() == "Select a song to see more about it."
    assert page.table.trained_on is None


def test_a_song_of_a_closed_model_offers_no_change(page: ModelPage) -> None:
    show(page, [song(SongState.FAILED)])
    page.view.go_to(0)
    page.update_model(model(Outcome.UNCLEAR))
    offered = {action.data() for action in page.actions_for_songs.all() if action.isVisible()}
    assert offered == {
        SongAction.RENAME,
        SongAction.LISTEN,
        SongAction.OPEN_LINK,
        SongAction.COPY_LINK,
        SongAction.REMOVE,
    }


def test_the_sixth_song_lights_the_button(page: ModelPage) -> None:
    songs = [*six(SongState.UPLOADED)[:5], song(SongState.ACCEPTED, number=6)]
    show(page, songs)
    assert page.progress.label.text() == "5 of 6 songs uploaded"
    assert not page.bar.button.isEnabled()
    assert not page.upload.isEnabled()
    sixth = song(SongState.UPLOADED, number=6)
    page.update_model(model(), [sixth], [])
    assert page.progress.label.text() == "6 songs uploaded"
    assert page.bar.button.isEnabled()


def test_retrying_is_offered_only_where_something_failed(page: ModelPage) -> None:
    show(page, six())
    assert not page.retry_all.isVisible()
    wanted = QSignalSpy(page.retry_all_wanted)
    show(page, [song(SongState.FAILED)])
    press(page.retry_all)
    assert wanted.count() == 1


@pytest.mark.parametrize("outcome", [Outcome.SENDING, Outcome.TRAINING, Outcome.READY, Outcome.UNCLEAR])
def test_what_was_sent_cannot_be_changed_any_more(page: ModelPage, outcome: Outcome) -> None:
    show(page, six(SongState.UPLOADED), model(outcome))
    assert not page.bar.isVisible()
    assert not page.add.isVisible()
    assert page.name.isReadOnly() is (outcome is Outcome.SENDING)
    assert not page.table.is_open
    assert page.attempt.isVisible()


def test_an_attempt_that_failed_says_why_and_may_be_repeated(page: ModelPage) -> None:
    show(page, six(SongState.UPLOADED), model(Outcome.FAILED, attempt_problem=Problem(Fault.NO_CREDITS)))
    assert page.bar.reason.text().startswith("The model was not created. There are not enough credits")
    assert page.bar.button.isEnabled()


def test_a_session_that_is_gone_offers_to_start_over(page: ModelPage) -> None:
    wanted = QSignalSpy(page.start_over_wanted)
    show(page, six(SongState.UPLOADED), model(problem=Problem(JobFault.SESSION_GONE)))
    assert page.bar.reason.text().startswith("Mountsea no longer knows these uploads.")
    press(page.bar.start_over)
    assert wanted.count() == 1


def test_seconds_are_counted_only_while_something_runs(page: ModelPage) -> None:
    show(page, six())
    assert not page._seconds.isActive()
    show(page, [song(SongState.ACCEPTED)])
    assert page._seconds.isActive()
    show(page, six(SongState.UPLOADED))
    assert not page._seconds.isActive()
    show(page, six(SongState.UPLOADED), model(Outcome.TRAINING))
    assert page._seconds.isActive()
    assert "0:34" in page.attempt._text.text()
    page._now = lambda: 1_035.0
    page._tick()
    assert "0:35" in page.attempt._text.text()


def test_the_explanation_follows_the_selected_song(page: ModelPage) -> None:
    show(page, six(SongState.QUEUED))
    page.view.go_to(0)
    assert page.panel.isVisible()
    failed = song(SongState.FAILED, problem=Problem(Fault.SERVER))
    page.update_model(model(), [failed], [])
    assert "Mountsea had trouble of its own." in page.panel._text.text()
    page.update_model(model(), [], [failed])
    assert page.panel._title.text() == "Select a song to see more about it."


def test_a_name_is_wished_for_when_it_is_finished(page: ModelPage) -> None:
    show(page, six())
    wishes = QSignalSpy(page.name_wanted)
    page.name.selectAll()
    QTest.keyClicks(page.name, "Night")
    assert wishes.count() == 0
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert [wishes.at(i) for i in range(wishes.count())] == [["Night"]]


@pytest.mark.parametrize(
    ("typed", "fault"), [("", "Give the model a name."), ("x" * 81, "At most 80 characters")]
)
def test_a_name_that_cannot_be_is_said_and_the_last_one_stays(
    page: ModelPage, typed: str, fault: str
) -> None:
    show(page, six())
    wishes = QSignalSpy(page.name_wanted)
    page.name.selectAll()
    QTest.keyClick(page.name, Qt.Key.Key_Delete)
    QTest.keyClicks(page.name, typed)
    if not typed:
        QTest.keyClicks(page.name, "a")
        QTest.keyClick(page.name, Qt.Key.Key_Backspace)
    assert page._name_fault.text().startswith(fault)
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert page.name.text() == "Model 1"
    assert not page._name_fault.text()
    assert wishes.count() == 0


def test_progress_does_not_type_over_a_name_that_is_being_written(page: ModelPage) -> None:
    show(page, six())
    page.activateWindow()
    page.name.setFocus()
    page.name.setText("half a na")
    page.update_model(model(), six(), [])
    assert page.name.hasFocus()
    assert page.name.text() == "half a na"


def test_a_long_name_is_advised_against_and_stops_nobody(page: ModelPage) -> None:
    show(page, six(SongState.UPLOADED), model(name="Night Drives, all of them"))
    assert "more than 16 characters" in page.bar._advice.text()
    assert page.bar.button.isEnabled()
    show(page, six(SongState.UPLOADED))
    assert "characters" not in page.bar._advice.text()


def test_a_name_that_nobody_typed_is_no_wish(page: ModelPage) -> None:
    """It came from the program, from an undone renaming say, and the next may come at once."""
    wanted = QSignalSpy(page.name_wanted)
    show(page, six())
    page.take_keyboard()
    page.update_model(model(name="Night Drives"))
    page.update_model(model(name="Harbour"))
    assert page.name.text() == "Harbour"
    assert not page._name_rests.isActive()
    assert wanted.count() == 0


def test_too_few_credits_are_told_of_before_anything_is_uploaded(page: ModelPage) -> None:
    show(page, six())
    page.set_balance(Decimal(95))
    assert page.bar._advice.text().startswith(
        "Mountsea may charge credits for each upload; you will see how much. "
        "You have 95 credits, and creating a model costs 100."
    )
    show(page, six(SongState.UPLOADED))
    assert page.bar.button.isEnabled()  # the question tells the balance of that moment
    assert page.bar.property("tone") == "warning"
    assert not page.bar._title.isVisible()
    page.set_balance(Decimal(100))
    assert page.bar.property("tone") == "success"
    assert page.bar._title.isVisible()
    assert "credits" not in page.bar._advice.text()


def test_a_link_is_no_name_of_a_model(page: ModelPage) -> None:
    page.has_link = lambda text: text == "a link"
    given = QSignalSpy(page.links_given)
    show(page, six())
    page.name.setText("a name")
    assert page.name.text() == "a name"
    page.name.setText("a link")
    assert given.count() == 1
    assert page.name.text() != "a link"


def places(page: ModelPage) -> dict[str, QRect]:
    """Where everything is that can be pressed, once the layouts have settled."""
    QApplication.processEvents()
    QApplication.processEvents()
    buttons = [
        button for button in page.findChildren(QAbstractButton) if button.isVisible() and button.text()
    ]
    parts = [*buttons, page.songs_made.table]
    return {
        part.property("text") or "table": QRect(part.mapTo(page, QPoint()), part.size())
        for part in parts
        if part is not page.player.play
    }


def moved(before: dict[str, QRect], after: dict[str, QRect]) -> dict[str, tuple[QRect, QRect]]:
    return {
        name: (place, after[name]) for name, place in before.items() if name in after and after[name] != place
    }


@pytest.mark.parametrize("spare", [0, 300])
def test_nothing_moves_when_a_song_gets_ready_or_is_heard(page: ModelPage, spare: int) -> None:
    show(page, six(SongState.UPLOADED), model(Outcome.READY))
    older = generation(number=1, songs=made(2))
    page.show_generations([older, generation(GenerationState.WORKING, number=2)])
    page.songs_made.table.select(0)
    places(page)
    page.resize(900, page.heightForWidth(900) + spare)
    waiting = places(page)
    assert {"table", page.songs_fold.text()} <= waiting.keys()
    row_below = page.songs_made.table.rowViewportPosition(1)
    page.show_generations([older, generation(number=2, songs=(MadeSong(clip_id="x"), MadeSong(clip_id="y")))])
    page.songs_made.table.select(0)
    saving = places(page)
    assert not moved(waiting, saving)
    assert page.songs_made.table.rowViewportPosition(2) == row_below
    page.show_generations([older, generation(number=2, songs=made(2))])
    page.player.show_title("Sea")
    ready = places(page)
    assert not moved(saving, ready)
    play = page.player.play.mapTo(page, QPoint())
    page.player.show_message("This computer has no sound device", elsewhere=True)
    assert not moved(ready, places(page))
    assert page.player.play.mapTo(page, QPoint()) == play
    page.player.hide()
    assert not moved(ready, places(page))


def test_play_stays_where_it_is_beside_a_list_of_songs(page: ModelPage) -> None:
    show(page, six())
    page.player.show_title("Sea")
    before, play = places(page), page.player.play.mapTo(page, QPoint())
    page.player.show_message("This computer has no sound device", elsewhere=True)
    assert not moved(before, places(page))
    assert page.player.play.mapTo(page, QPoint()) == play


@pytest.mark.parametrize("practice", [True, False])
def test_practice_says_that_nothing_is_kept_where_one_may_close_the_program(
    qtbot: QtBot, practice: bool
) -> None:
    page = ModelPage(Icons(), lambda: 1_034.0, practice=practice)
    qtbot.addWidget(page)
    show(page, six(SongState.ACCEPTED))
    page.view.selectRow(0)
    told = "In practice nothing is kept"
    assert "You may close the program" in page.bar.reason.text()
    assert (told in page.bar._advice.text()) is practice
    assert (told in page.panel._text.text()) is practice
    assert (told in page.attempt._waiting_text.text()) is practice
