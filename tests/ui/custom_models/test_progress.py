"""How far the songs are: in the words other programs rely on, and as pills that count what was chosen."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.progress import UploadProgress
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import LIGHT, Role
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.song_counts import SongCounts
from tests.fakes.still import Still
from tests.fakes.window import song

S = SongState


@pytest.fixture
def progress(qtbot: QtBot) -> UploadProgress:
    progress = UploadProgress(Icons())
    qtbot.addWidget(progress)
    progress.resize(228, 40)
    progress.show()
    return progress


def counts(uploaded: int, *, unchosen: int = 0, under_way: int = 0, ready: int = 0) -> SongCounts:
    states = [S.UPLOADED] * uploaded + [S.ACCEPTED] * under_way + [S.READY] * ready
    return SongCounts.of(
        song(state, number=number, chosen=number > unchosen) for number, state in enumerate(states, start=1)
    )


@pytest.mark.parametrize(
    ("uploaded", "words", "pills"),
    [
        (0, "0 of 6 songs uploaded", 0),
        (1, "1 of 6 songs uploaded", 1),
        (4, "4 of 6 songs uploaded", 4),
        (6, "6 songs uploaded", 6),
        (7, "7 songs uploaded", 6),
    ],
)
def test_the_words_and_the_pills(progress: UploadProgress, uploaded: int, words: str, pills: int) -> None:
    progress.set_counts(counts(uploaded))
    assert progress.label.text() == progress.pills.accessibleName() == words
    assert progress.pills.value() == pills


@pytest.mark.parametrize(
    ("songs", "more"),
    [
        (counts(4, under_way=2), ""),
        (counts(9, under_way=2), "2 on the way · 6 needed"),
        (counts(6, unchosen=1), "5 chosen"),
        (counts(74, under_way=120, ready=6), "of 200 · 120 on the way · 6 needed"),
    ],
)
def test_what_else_there_is_to_know(progress: UploadProgress, songs: SongCounts, more: str) -> None:
    progress.set_counts(songs)
    wide = progress.minimumSizeHint().width()
    progress.resize(600, 40)
    assert progress._more.text() == more
    assert progress._more.isVisible() is bool(more)
    progress.resize(228, 40)
    assert progress._more.text() == progress._more.fontMetrics().elidedText(
        more, Qt.TextElideMode.ElideRight, progress._more.width()
    )
    assert progress._more.accessibleName() == progress._more.toolTip() == more
    assert wide <= 228  # the button below keeps its width


def test_a_song_that_is_taken_out_takes_its_pill_along(progress: UploadProgress) -> None:
    progress.set_counts(counts(6))
    progress.set_counts(counts(6, unchosen=1))
    assert progress.pills.value() == 5


def colours(progress: UploadProgress) -> list[str]:
    """Of each pill, in its middle."""
    image = progress.pills.grab().toImage()
    step = image.width() / 6
    return [
        QColor(image.pixelColor(round((at + 0.45) * step), image.height() // 2)).name() for at in range(6)
    ]


def test_a_song_on_its_way_fills_a_part_of_the_next_pill(progress: UploadProgress) -> None:
    progress.set_counts(counts(1, under_way=2), [0.2, 0.9])
    accent, empty = LIGHT[Role.ACCENT], LIGHT[Role.PRESSED]
    assert colours(progress) == [accent, accent, empty, empty, empty, empty]


def test_the_sixth_song_turns_them_green_one_after_the_other(progress: UploadProgress, qtbot: QtBot) -> None:
    progress.set_counts(counts(5))
    progress.set_counts(counts(6))
    animation = progress.pills.animation
    assert animation.state() is QAbstractAnimation.State.Running
    animation.setCurrentTime(animation.duration() - 90)
    green = [colour == LIGHT[Role.SUCCESS] for colour in colours(progress)]
    assert green[0]
    assert not green[5]
    qtbot.waitUntil(lambda: animation.state() is QAbstractAnimation.State.Stopped)
    assert colours(progress) == [LIGHT[Role.SUCCESS]] * 6
    progress.set_counts(counts(7))
    assert animation.state() is QAbstractAnimation.State.Stopped  # once


def test_nothing_moves_where_nothing_is_to_move(progress: UploadProgress) -> None:
    style = Still()
    style.setParent(progress)
    progress.pills.setStyle(style)
    progress.set_counts(counts(5))
    progress.set_counts(counts(6))
    assert progress.pills.animation.state() is QAbstractAnimation.State.Stopped
    assert colours(progress) == [LIGHT[Role.SUCCESS]] * 6
