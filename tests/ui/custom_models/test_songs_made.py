from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.links.verdict import DownloadFault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.custom_models.songs_made import SongsMade, rows_of
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong
from mountsea_desktop.workflow.problem import JobFault, Problem
from tests.fakes.hearing import generation
from tests.fakes.hearing import made as made_songs
from tests.fakes.window import themed

NOW = 1_034.0


def shown(app: QApplication, *generations: Generation) -> SongsMade:
    themed(app)
    made = SongsMade(Icons(), lambda: NOW)
    made.show_generations(generations)
    return made


def texts(made: SongsMade, column: int) -> list[str]:
    return [made.table.cell(row, column).text() for row in range(made.table.rowCount())]


def test_nothing_made_nothing_shown(qapp: QApplication) -> None:
    assert shown(qapp).isHidden()


def test_each_state_says_where_it_stands(qapp: QApplication) -> None:
    problem = Problem(JobFault.SONG_FAILED, {FactKey.SAID: "No"})
    made = shown(
        qapp,
        generation(GenerationState.SENDING, number=1),
        generation(GenerationState.WORKING, number=2),
        generation(GenerationState.FAILED, number=3, problem=problem),
        generation(GenerationState.UNCLEAR, number=4, problem=Problem(JobFault.SONG_UNCLEAR)),
        generation(number=5, songs=made_songs(2)),
        generation(number=6, songs=(MadeSong(clip_id="a"),)),
    )
    assert texts(made, 2) == [
        "Made; being saved here…",
        "Ready to be heard",
        "Ready to be heard",
        "Mountsea never said whether it makes the song.",
        "Mountsea made no song.",
        "Mountsea is making it · 0:34",
        "Asking Mountsea…",
    ]
    assert texts(made, 0)[1:3] == ["the sea (1)", "the sea (2)"]
    assert texts(made, 1)[1] == "0:08"
    assert made.counts_time()


def test_what_can_be_done_fits_what_is_selected(qapp: QApplication) -> None:
    gone = MadeSong(clip_id="b", problem=Problem(DownloadFault.UNREACHABLE))
    made = shown(
        qapp,
        generation(GenerationState.WORKING, number=1),
        generation(number=2, songs=(gone,)),
        generation(number=3, songs=made_songs(1)),
    )

    def offered(row: int) -> list[bool]:
        made.table.selectRow(row)
        return [not button.isHidden() for button in (made.save, made.folder, made.fetch, made.delete)]

    assert [offered(row) for row in range(3)] == [
        [True, True, False, True],
        [False, False, True, True],
        [False, False, False, False],
    ]


def test_an_order_that_may_be_asked_about_can_be_fetched_again(qapp: QApplication) -> None:
    problem = Problem(JobFault.SONG_WITHOUT_SOUND, {FactKey.TASK: "task"})
    made = shown(qapp, generation(GenerationState.FAILED, problem=problem))
    wanted = QSignalSpy(made.fetch_wanted)
    made.fetch.click()
    assert wanted.at(0)[0].generation.id == "order1"


def test_what_is_selected_stays_selected(qapp: QApplication) -> None:
    first = generation(number=1, songs=made_songs(2))
    made = shown(qapp, first)
    made.table.selectRow(1)
    made.show_generations([first, generation(GenerationState.WORKING, number=2)])
    row = made.row()
    assert row is not None
    assert (row.generation.id, row.number) == ("order1", 2)


def test_keys_play_and_delete(qapp: QApplication) -> None:
    made = shown(qapp, generation(songs=made_songs(1)))
    played, deleted = QSignalSpy(made.play_wanted), QSignalSpy(made.delete_wanted)
    made.show()
    QTest.keyClick(made.table, Qt.Key.Key_Space)
    QTest.keyClick(made.table, Qt.Key.Key_Delete)
    assert (played.count(), deleted.count()) == (1, 1)
    made.close()


def test_what_is_put_away_is_not_listed() -> None:
    assert rows_of([generation(GenerationState.FAILED, hidden=True)]) == []


def test_the_first_is_selected_also_where_one_reads_from_right_to_left(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert shown(qapp, generation(songs=made_songs(2))).row() is not None
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
