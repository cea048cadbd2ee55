"""What is said aloud and what is notified of: the sixth song, what is stuck, what became of an attempt."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.notifications import announcer as module
from mountsea_desktop.ui.notifications.announcer import Announcer
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.workflow.events import Event, ModelSaved, Outage, OutageChanged, Remedy, SongSaved
from mountsea_desktop.workflow.model import Model, Outcome
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.window import model, six, song


class Stage:
    """An announcer over what a test tells of, and what it said."""

    def __init__(self, window: QWidget, monkeypatch: pytest.MonkeyPatch, songs: list[Song]) -> None:
        self.aloud: list[str] = []
        self.notified: list[tuple[str, str, str]] = []
        self.counted: list[int] = []
        self._state = ViewState()
        self._state.apply([ModelSaved(model()), *(SongSaved(one) for one in songs)])
        monkeypatch.setattr(module, "announce", lambda _window, text: self.aloud.append(text))
        self.announcer = Announcer(window, self._state)
        monkeypatch.setattr(self.announcer.notifier, "notify", self._notify)
        monkeypatch.setattr(self.announcer.notifier, "set_badge", self.counted.append)

    def _notify(self, text: str, model_id: str, song_id: str = "") -> None:
        self.notified.append((text, model_id, song_id))

    def ends(self, *songs: Song) -> None:
        self._tell(*(SongSaved(one) for one in songs))

    def becomes(self, new: Model) -> None:
        self._tell(ModelSaved(new))

    def _tell(self, *events: Event) -> None:
        self._state.apply(events)
        self.announcer.handle_events(events)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_sixth_song_is_news_once(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(
        window,
        monkeypatch,
        [*six(SongState.UPLOADED)[:5], *[song(SongState.ACCEPTED, number=n) for n in (6, 7)]],
    )
    stage.ends(song(SongState.UPLOADED, number=6))
    (only,) = stage.notified
    assert only[0].startswith("Six songs uploaded.")
    assert stage.counted == [1]
    stage.ends(song(SongState.UPLOADED, number=7))
    assert len(stage.notified) == 1
    assert stage.aloud[-1] == "Song 7: Uploaded"


def test_what_is_stuck_is_told_when_nothing_else_goes_on(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(window, monkeypatch, [song(SongState.ACCEPTED), song(SongState.ACCEPTED, number=2)])
    stage.ends(song(SongState.FAILED))
    assert stage.notified == []
    assert stage.aloud == ["Song 1: Failed"]
    stage.ends(song(SongState.UPLOADED, number=2))
    assert [(model_id, song_id) for _text, model_id, song_id in stage.notified] == [("model1", "song1")]


@pytest.mark.parametrize("outcome", [Outcome.READY, Outcome.FAILED, Outcome.UNCLEAR])
def test_what_became_of_an_attempt_is_announced_once(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, outcome: Outcome
) -> None:
    stage = Stage(window, monkeypatch, six(SongState.UPLOADED))
    stage.becomes(model(Outcome.TRAINING))
    assert stage.notified == []
    stage.becomes(model(outcome))
    stage.becomes(model(outcome))
    assert len(stage.notified) == 1
    assert stage.notified[0][0].startswith("Model 1: ")


def test_an_outage_is_announced_where_only_the_person_can_end_it(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(window, monkeypatch, [])
    stage.announcer.handle_events([OutageChanged(Outage(Problem(Fault.OFFLINE), Remedy.WAIT, 5.0))])
    assert stage.notified == []
    stage.announcer.handle_events([OutageChanged(Outage(Problem(Fault.TOKEN_REFUSED), Remedy.ENTER_TOKEN))])
    assert stage.notified[0][0] == "Mountsea does not accept the API token."


def test_what_was_so_already_is_no_news(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(window, monkeypatch, six(SongState.UPLOADED))
    stage.ends(song(SongState.UPLOADED, number=6))
    assert stage.notified == []
