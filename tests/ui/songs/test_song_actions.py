"""What can be done with a song in each state, and nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.links.verdict import Note, Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.songs.song_actions import (
    ACTION_BY_REASON,
    HOPELESS,
    KEYS,
    SongAction,
    SongActions,
    can_try_anyway,
    first_action,
)
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import six, song

S = SongState
SHOWN = {
    S.FILE_WAITING: {"Pause", "Edit link…", "Remove"},
    S.FILE_SENDING: {"Pause", "Edit link…", "Remove"},
    S.FILE_PAUSED: {"Go on", "Edit link…", "Remove"},
    S.DRAFT: {"Edit link…", "Remove"},
    S.CHECKING: {"Edit link…", "Remove"},
    S.READY: {"Edit link…", "Remove"},
    S.NEEDS_ATTENTION: {"Edit link…", "Remove"},
    S.QUEUED: {"Remove"},
    S.SENDING: set(),
    S.ACCEPTED: set(),
    S.UPLOADED: {"Leave it out"},
    S.FAILED: {"Retry", "Edit link…", "Remove"},
    S.UNCLEAR: {"Send again", "Look for it", "Remove"},
}


@pytest.fixture
def actions(qapp: QApplication) -> Iterator[SongActions]:  # noqa: ARG001 - icons need it
    owner = QObject()
    yield SongActions(Icons(), owner)
    owner.deleteLater()


def shown(actions: SongActions) -> set[str]:
    assert all(action.isEnabled() == action.isVisible() for action in actions.all())
    return {action.text() for action in actions.all() if action.isVisible()}


@pytest.mark.parametrize("state", SongState)
def test_each_state_offers_what_the_product_says(actions: SongActions, state: SongState) -> None:
    actions.select([song(state)])
    assert shown(actions) == SHOWN[state] | {"Copy link", "Rename", "Open", "Listen"}


def test_a_file_is_given_another_file_and_no_link(actions: SongActions) -> None:
    a_file = song(S.FILE_WAITING, file="/home/ana/Dawn.wav", link="")
    actions.select([a_file])
    assert shown(actions) == {"Pause", "Choose another file…", "Rename", "Open", "Listen", "Remove"}
    refused = Problem(FailReason.TOO_SHORT)
    assert first_action(song(S.FAILED, problem=refused)) is SongAction.EDIT
    failed = song(S.FAILED, problem=refused, file="/home/ana/Dawn.wav", stored_as="a")
    assert first_action(failed) is SongAction.CHOOSE_FILE


def test_a_doubt_can_be_ignored_but_not_a_certainty(actions: SongActions) -> None:
    doubtful = song(S.NEEDS_ATTENTION, problem=Problem(Fault.UNREACHABLE))
    certain = song(S.NEEDS_ATTENTION, problem=Problem(Verdict.WEB_PAGE, {FactKey.CERTAIN: "1"}))
    assert can_try_anyway(doubtful)
    assert not can_try_anyway(certain)
    actions.select([doubtful])
    assert "Try anyway" in shown(actions)
    actions.select([certain])
    assert "Try anyway" not in shown(actions)


@pytest.mark.parametrize("link", ["file:///C:/x/song.exe", r"\\host\share\x.lnk", "vscode://x/song.mp3"])
def test_what_is_no_page_of_the_web_is_neither_opened_nor_heard(actions: SongActions, link: str) -> None:
    actions.select([song(S.NEEDS_ATTENTION, link=link)])
    assert not shown(actions) & {"Open", "Listen"}
    actions.select([song(S.NEEDS_ATTENTION, link="", file="/music/song.wav")])
    assert shown(actions) >= {"Open", "Listen"}


def test_nothing_selected_offers_nothing(actions: SongActions) -> None:
    actions.select([])
    assert not shown(actions)
    wanted = QSignalSpy(actions.wanted)
    actions.trigger(SongAction.REMOVE)
    assert wanted.count() == 0


def test_of_several_songs_it_is_meant_for_those_it_fits(actions: SongActions) -> None:
    actions.select([song(S.FAILED), song(S.UPLOADED, number=2), song(S.FAILED, number=3)])
    assert shown(actions) == {"Retry", "Leave it out", "Remove", "Copy link"}
    wanted = QSignalSpy(actions.wanted)
    actions.trigger(SongAction.RETRY)
    assert [wanted.at(i) for i in range(wanted.count())] == [[SongAction.RETRY, ["song1", "song3"]]]


CLOSED = Problem(Verdict.NO_ACCESS, {FactKey.CERTAIN: "yes"})


@pytest.mark.parametrize(
    ("state", "problem", "again"),
    [
        (S.NEEDS_ATTENTION, CLOSED, True),
        (S.READY, Problem(Verdict.UNREACHABLE), True),
        (S.READY, Problem(Note.LONG), False),
        (S.NEEDS_ATTENTION, Problem(Verdict.LOCAL_FILE, {FactKey.CERTAIN: "yes"}), False),
        (S.FAILED, CLOSED, False),
    ],
)
def test_a_link_is_looked_at_again_where_that_may_tell_something_else(
    actions: SongActions, state: SongState, problem: Problem, again: bool
) -> None:
    actions.select([song(state, problem=problem)])
    assert ("Check again" in shown(actions)) is again


def test_what_is_closed_to_others_is_most_likely_opened_elsewhere() -> None:
    assert first_action(song(S.NEEDS_ATTENTION, problem=CLOSED)) is SongAction.CHECK_AGAIN
    not_there = Problem(Verdict.NOT_THERE, {FactKey.CERTAIN: "yes"})
    assert first_action(song(S.NEEDS_ATTENTION, problem=not_there)) is SongAction.EDIT


def test_uploaded_songs_are_chosen_together(actions: SongActions) -> None:
    actions.select([song(S.UPLOADED), song(S.UPLOADED, number=2, chosen=False), song(S.READY, number=3)])
    assert {"Train on it", "Leave it out"} <= shown(actions)
    actions.select([song(S.UPLOADED, number=number, chosen=False) for number in (1, 2)])
    assert shown(actions) == {"Train on these 2 songs", "Copy link"}
    wanted = QSignalSpy(actions.wanted)
    actions.trigger(SongAction.TRAIN)
    assert wanted.at(0) == [SongAction.TRAIN, ["song1", "song2"]]
    actions.retranslate()
    assert "Train on these 2 songs" in shown(actions)


@pytest.mark.parametrize("state", SongState)
def test_a_model_that_takes_no_more_songs_offers_nothing_that_would_do_nothing(
    actions: SongActions, state: SongState
) -> None:
    actions.is_open = False
    actions.select([song(state, problem=Problem(Verdict.UNREACHABLE))])
    removable = {"Remove"} & SHOWN[state]
    assert shown(actions) == removable | {"Copy link", "Rename", "Open", "Listen"}


@pytest.mark.parametrize(
    ("reason", "helps"),
    [
        (FailReason.KNOWN_RECORDING, SongAction.EDIT),
        (FailReason.COPYRIGHT, SongAction.EDIT),
        (FailReason.TOO_SHORT, SongAction.EDIT),
        (FailReason.TOO_LONG, SongAction.EDIT),
        (FailReason.UNREADABLE, SongAction.EDIT),
        (FailReason.NOT_FETCHED, SongAction.RETRY),
        (FailReason.CHECK_FAILED, SongAction.RETRY),
        (FailReason.TOO_MANY, SongAction.RETRY),
        (FailReason.OTHER, SongAction.RETRY),
        (FailReason.ACCOUNT_BLOCKED, None),
        (FailReason.ACCOUNT_FULL, None),
    ],
)
def test_the_first_action_after_a_failure_is_the_one_that_helps(
    reason: FailReason, helps: SongAction | None
) -> None:
    failed = song(S.FAILED, problem=Problem(reason))
    assert first_action(failed) is helps
    assert (reason in HOPELESS) is (helps is not SongAction.RETRY)


def test_every_reason_has_its_action() -> None:
    assert set(ACTION_BY_REASON) == set(FailReason)
    assert first_action(song(S.FAILED, problem=Problem(Fault.SERVER))) is SongAction.RETRY


def test_what_cannot_be_done_now_speaks_of_no_0_songs(qapp: QApplication) -> None:  # noqa: ARG001 - icons need it
    owner = QObject()
    actions = SongActions(Icons(), owner)
    actions.select(six(SongState.UPLOADED))
    actions.select([song(SongState.FAILED), song(SongState.FAILED, number=2)])
    assert not [action.text() for action in actions.all() if "0" in action.text()]
    owner.deleteLater()


def test_a_menu_tells_the_keys_and_only_the_list_obeys_them(actions: SongActions) -> None:
    keys = {action.data(): action.shortcut().toString() for action in actions.all()}
    assert keys[SongAction.RENAME] == "F2"
    assert keys[SongAction.REMOVE] == "Del"
    for action in actions.all():
        if action.data() in KEYS:
            assert action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
