"""Rows show what they are told, tell views of what changed only, and count time only where it runs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.ui.songs.table_model import (
    ACTION_ROLE,
    PROGRESS_ROLE,
    SONG_ROLE,
    SORT_ROLE,
    Column,
    SongTableModel,
    readable,
    share_done,
    status_text,
)
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import six, song

ROLE = Qt.ItemDataRole
TICKED, UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def table(qtmodeltester: ModelTester) -> SongTableModel:
    table = SongTableModel(Icons(), lambda: 1_034.0)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # the plugin has no types
    return table


def titles(table: SongTableModel) -> list[str]:
    return [table.index(row, Column.SONG).data() for row in range(table.rowCount())]


def ranges(spy: QSignalSpy) -> list[tuple[int, int, int, int]]:
    """What each `dataChanged` covered: first and last row, first and last column."""
    signals: list[tuple[QModelIndex, QModelIndex]] = [
        (spy.at(i)[0], spy.at(i)[1]) for i in range(spy.count())
    ]
    return [(a.row(), b.row(), a.column(), b.column()) for a, b in signals]


def test_a_song_that_changed_is_all_that_views_hear_of(table: SongTableModel) -> None:
    table.show(six())
    changed, reset = QSignalSpy(table.dataChanged), QSignalSpy(table.modelReset)
    inserted, removed = QSignalSpy(table.rowsInserted), QSignalSpy(table.rowsRemoved)
    table.put([song(SongState.QUEUED, number=3)])
    assert ranges(changed) == [(2, 2, 0, len(Column) - 1)]
    assert [s.count() for s in (reset, inserted, removed)] == [0, 0, 0]
    assert table.songs()[2].state is SongState.QUEUED


def test_new_songs_come_at_the_end_in_one_piece(table: SongTableModel) -> None:
    table.put([song(number=1)])
    inserted = QSignalSpy(table.rowsInserted)
    table.put([song(number=2), song(number=3), song(SongState.QUEUED, number=2)])
    assert inserted.count() == 1
    assert titles(table) == ["Song 1", "Song 2", "Song 3"]
    assert table.songs()[1].state is SongState.QUEUED


def test_a_removed_song_comes_back_to_its_place(table: SongTableModel) -> None:
    table.show(six())
    table.drop(["song2", "song5", "nobody"])
    assert titles(table) == ["Song 1", "Song 3", "Song 4", "Song 6"]
    table.put([song(number=5), song(number=2)])
    assert titles(table) == [f"Song {number}" for number in range(1, 7)]
    assert [table.row_of(f"song{number}") for number in range(1, 7)] == list(range(6))
    table.put([song(SongState.FAILED, number=5)])
    assert table.songs()[4].state is SongState.FAILED


def test_a_second_repaints_the_status_of_timed_rows_only(table: SongTableModel) -> None:
    songs = six()
    songs[1] = song(SongState.SENDING, number=2)
    songs[4] = song(SongState.ACCEPTED, number=5)
    table.show(songs)
    changed = QSignalSpy(table.dataChanged)
    assert table.counts_time()
    table.tick()
    assert sorted(ranges(changed)) == [
        (1, 1, Column.SONG, Column.STATUS),
        (4, 4, Column.SONG, Column.STATUS),
    ]
    assert ROLE.DisplayRole in changed.at(0)[2]
    table.show(six(SongState.UPLOADED))
    assert not table.counts_time()


def test_a_link_counts_its_last_hour_only_and_only_until_it_is_sent(table: SongTableModel) -> None:
    later, soon, sent = 1_034.0 + 2 * 3_600, 1_034.0 + 20 * 60, SongState.ACCEPTED
    table.show(
        [song(expires_at=later), song(number=2, expires_at=soon), song(sent, number=3, expires_at=soon)]
    )
    changed = QSignalSpy(table.dataChanged)
    table.tick()
    assert sorted(first for first, *_ in ranges(changed)) == [1, 2]
    assert table.index(0, Column.STATUS).data() == "Ready to upload"
    assert "expires in 20 minutes" in table.index(1, Column.STATUS).data()
    assert "expires" not in table.index(2, Column.STATUS).data()


def test_only_an_uploaded_song_can_be_ticked_and_the_row_waits_for_the_disk(table: SongTableModel) -> None:
    table.show([song(SongState.UPLOADED), song(SongState.READY, number=2)])
    wishes = QSignalSpy(table.choosing)
    uploaded, ready = table.index(0, Column.SONG), table.index(1, Column.SONG)
    assert uploaded.data(ROLE.CheckStateRole) == TICKED
    assert ready.data(ROLE.CheckStateRole) is None
    assert table.setData(uploaded, UNTICKED, ROLE.CheckStateRole)
    assert not table.setData(ready, UNTICKED, ROLE.CheckStateRole)
    assert not table.setData(uploaded, "another name")
    assert wishes.count() == 1
    assert wishes.at(0) == ["song1", False]
    assert uploaded.data(ROLE.CheckStateRole) == TICKED
    table.put([song(SongState.UPLOADED, chosen=False)])
    assert uploaded.data(ROLE.CheckStateRole) == UNTICKED
    table.is_open = False
    assert uploaded.data(ROLE.CheckStateRole) is None
    assert not uploaded.flags() & Qt.ItemFlag.ItemIsUserCheckable


@pytest.mark.parametrize("state", SongState)
def test_every_state_has_words_and_a_picture(table: SongTableModel, state: SongState) -> None:
    table.show([song(state)])
    index = table.index(0, Column.STATUS)
    assert index.data()
    assert index.data() == index.data(ROLE.AccessibleTextRole)
    icon = index.data(ROLE.DecorationRole)
    assert isinstance(icon, QIcon)
    assert not icon.isNull()
    colour = index.data(ROLE.ForegroundRole)
    assert colour is None or isinstance(colour, QColor)


def test_a_row_hands_out_its_song_and_what_to_sort_by(table: SongTableModel) -> None:
    table.show([song(SongState.UPLOADED, title="ÄTHER")])
    assert table.index(0, Column.LINK).data(SONG_ROLE) == table.songs()[0]
    assert table.index(0, Column.SONG).data(SORT_ROLE) == "äther"
    assert table.index(0, Column.STATUS).data(SORT_ROLE) == list(SongState).index(SongState.UPLOADED)
    headers = [table.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headers == ["Song", "Length", "Status", "Link"]


def test_a_row_that_stopped_names_what_to_do(table: SongTableModel) -> None:
    doubtful = Problem(Verdict.NOT_AUDIO)
    certain = Problem(Verdict.FOLDER, {FactKey.CERTAIN: "yes", FactKey.SITE: "Dropbox"})
    table.show(
        [
            song(SongState.FAILED, number=1),
            song(SongState.UNCLEAR, number=2),
            song(SongState.NEEDS_ATTENTION, number=3, problem=doubtful),
            song(SongState.NEEDS_ATTENTION, number=4, problem=certain),
            song(SongState.UPLOADED, number=5),
        ]
    )
    cells = [table.index(row, Column.STATUS) for row in range(5)]
    heard = [cell.data(ROLE.AccessibleDescriptionRole) for cell in cells]
    assert heard == ["Retry", "Look for it", "Try anyway", "Edit link…", ""]
    assert [cell.data(ACTION_ROLE) for cell in cells] == [
        SongAction.RETRY,
        SongAction.LOOK_FOR,
        SongAction.TRY_ANYWAY,
        SongAction.EDIT,
        None,
    ]


def test_the_rows_are_counted_as_they_change(table: SongTableModel) -> None:
    table.show(six())
    table.put([song(SongState.UPLOADED, number=1), song(number=7)])
    assert (table.counts.total, table.counts.count(SongState.UPLOADED)) == (7, 1)
    table.drop([table.songs()[0].id])
    table.put([song(SongState.UPLOADED, number=1)])
    assert (table.counts.total, table.counts.trainable) == (7, 1)


def test_a_rewritten_link_shows_what_was_pasted(table: SongTableModel) -> None:
    table.show([song(pasted="https://share.example/x"), song(number=2)])
    assert table.index(0, Column.LINK).data(ROLE.ToolTipRole) == "Pasted as https://share.example/x"
    assert table.index(1, Column.LINK).data(ROLE.ToolTipRole) == "https://host.example/2.mp3"


def test_a_link_is_spelled_out_only_where_that_can_be_read() -> None:
    assert readable("https://h/%E6%B5%B7%E8%BE%B9.mp3") == "https://h/海边.mp3"
    for hidden in ("https://h/a%0Ab.mp3", "https://h/%E2%80%AEgpm.mp3", "https://h/%FF%00"):
        assert readable(hidden).isprintable()


@pytest.mark.parametrize(
    ("state", "problem", "text"),
    [
        (SongState.ACCEPTED, None, "Mountsea is working on it · 0:34"),
        (SongState.SENDING, None, "Sending… · 0:34"),
        (SongState.UPLOADED, None, "Uploaded"),
        (SongState.UPLOADED, Problem(JobFault.INTERRUPTED), "Uploaded"),
        (
            SongState.UNCLEAR,
            Problem(JobFault.INTERRUPTED),
            "It may have been sent: The program was closed while",
        ),
        (SongState.READY, Problem(Fault.UNREACHABLE), "Ready to upload · "),
    ],
)
def test_the_status_says_the_time_or_the_reason(state: SongState, problem: Problem | None, text: str) -> None:
    assert status_text(song(state, problem=problem), 1_034.0).startswith(text)


def test_a_clock_that_was_set_back_shows_no_time_below_zero() -> None:
    assert status_text(song(SongState.ACCEPTED), 0.0).endswith("· 0:00")


def test_in_a_closed_model_a_row_offers_nothing(table: SongTableModel) -> None:
    table.show([song(SongState.FAILED)])
    assert table.index(0, Column.STATUS).data(ACTION_ROLE) is SongAction.RETRY
    assert table.can_edit_link("song1")
    table.is_open = False
    assert table.index(0, Column.STATUS).data(ACTION_ROLE) is None
    assert not table.index(0, Column.STATUS).data(ROLE.AccessibleDescriptionRole)
    assert not table.can_edit_link("song1")


def test_the_address_is_heard_with_the_song_also_while_its_column_is_hidden(table: SongTableModel) -> None:
    table.show([song()])
    heard = table.index(0, Column.SONG).data(ROLE.AccessibleDescriptionRole)
    assert heard == "https://host.example/1.mp3"


def test_a_length_is_seen_where_it_is_known(table: SongTableModel) -> None:
    table.show([song(duration=222.4), song(number=2)])
    assert [table.index(row, Column.LENGTH).data() for row in range(2)] == ["3:42", ""]


def test_what_is_on_its_way_says_how_far_and_never_that_it_is_done(table: SongTableModel) -> None:
    table.show([song(state, number=n, since=1_000.0) for n, state in enumerate(SongState, start=1)])
    shares = {one.state: table.index(row, 0).data(PROGRESS_ROLE) for row, one in enumerate(table.songs())}
    assert {state for state, share in shares.items() if share is not None} == {
        SongState.FILE_WAITING, SongState.FILE_SENDING,
        SongState.QUEUED, SongState.SENDING, SongState.ACCEPTED,
    }  # fmt: skip
    accepted = song(SongState.ACCEPTED)
    later = [share_done(accepted, accepted.since + seconds) or 0.0 for seconds in (-5, 0, 10, 60, 9_999)]
    assert later == sorted(later)
    assert later[-1] < 1


def test_a_finished_model_says_which_songs_it_did_not_learn_from(table: SongTableModel) -> None:
    table.show(
        [
            song(SongState.UPLOADED, clip_id="a"),
            song(SongState.UPLOADED, number=2, clip_id="b"),
            song(number=3),
        ]
    )
    table.trained_on = frozenset("a")
    told = [table.index(row, Column.STATUS).data() for row in range(3)]
    assert told == ["Uploaded", "Uploaded · not used", "Ready to upload"]


def test_another_order_keeps_what_views_hold_on_to(table: SongTableModel) -> None:
    table.show(six())
    held = QPersistentModelIndex(table.index(4, Column.STATUS))
    table.put([song(number=5, position=0), song(number=1, position=7)])
    assert titles(table) == [f"Song {number}" for number in (5, 2, 3, 4, 6, 1)]
    assert (held.row(), held.column()) == (0, Column.STATUS)
    assert [table.row_of(f"song{number}") for number in (5, 1)] == [0, 5]


def test_a_file_on_its_way_to_the_storage_says_how_far_it_is(table: SongTableModel) -> None:
    sending = replace(
        song(SongState.FILE_SENDING, since=1_000.0), link="", file="/music/Dawn.wav", file_size=1_000_000
    )
    table.show([sending])

    def status() -> object:
        return table.index(0, Column.STATUS).data()

    assert status() == "Sending to the storage…"
    table._now = lambda: 1_001.0
    table.set_sent(sending.id, 250_000)
    assert status() == "Sending to the storage… · 25%"
    table._now = lambda: 1_010.0
    assert status() == "Sending to the storage… · 25% · 0:30 left"
    assert table.index(0, 0).data(PROGRESS_ROLE) == 0.25
    assert table.index(0, Column.LINK).data() == "/music/Dawn.wav"
    waiting = replace(sending, state=SongState.FILE_WAITING, problem=Problem(StorageFault.OFFLINE))
    table.put([waiting])
    assert status() == "Waiting to be sent to the storage: There is no way to the storage."
    table.set_sent(sending.id, 999)
    table.put([sending])
    assert status() == "Sending to the storage…", "what was sent of an earlier try does not count"
