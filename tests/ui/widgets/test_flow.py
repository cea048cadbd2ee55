"""A row of controls breaks into lines where it must, and never cuts one off."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets import flow
from mountsea_desktop.ui.widgets.flow import Flow

GAP = 10


class Brick(QWidget):
    """A widget of a known size."""

    def __init__(self, width: int, height: int = 30) -> None:
        super().__init__()
        self.hint = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self.hint


@pytest.fixture
def bricks() -> list[Brick]:
    return [Brick(100), Brick(50, 40), Brick(70)]


@pytest.fixture
def top(qtbot: QtBot, bricks: list[Brick]) -> QWidget:
    top = QWidget()
    qtbot.addWidget(top)
    flow = Flow(GAP)
    flow.add(*bricks)
    column = QVBoxLayout(top)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(flow)
    column.addStretch()
    return top


def row(bricks: list[Brick]) -> Flow:
    flow = bricks[0].parentWidget()
    assert isinstance(flow, Flow)
    return flow


def folders(top: QWidget, bricks: list[Brick], width: int) -> list[tuple[int, int, int]]:
    top.resize(width, 300)
    top.show()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    flow = row(bricks)
    assert all(flow.rect().contains(brick.geometry()) for brick in bricks if brick.isVisible())
    return [(brick.x(), brick.y(), brick.width()) for brick in bricks]


def test_what_finds_no_room_goes_on_the_next_line(top: QWidget, bricks: list[Brick]) -> None:
    assert folders(top, bricks, 240) == [(0, 0, 100), (110, 0, 50), (170, 0, 70)]
    assert folders(top, bricks, 239) == [(0, 0, 100), (110, 0, 50), (0, 50, 70)]
    assert folders(top, bricks, 120) == [(0, 0, 100), (0, 40, 50), (0, 90, 70)]


def test_what_is_hidden_or_grows_makes_the_others_move(top: QWidget, bricks: list[Brick]) -> None:
    folders(top, bricks, 240)
    bricks[1].hide()
    assert folders(top, bricks, 240)[2] == (110, 0, 70)
    bricks[2].hint = QSize(200, 30)
    bricks[2].updateGeometry()
    assert folders(top, bricks, 240)[2] == (0, 40, 200)


def test_what_came_while_it_was_hidden_has_its_place(top: QWidget, bricks: list[Brick]) -> None:
    bricks[2].hide()
    folders(top, bricks, 240)
    row(bricks).hide()
    bricks[2].show()
    row(bricks).show()
    assert [brick.x() for brick in bricks] == [0, 110, 170]


def test_the_rest_of_a_line_goes_to_whom_it_serves(top: QWidget, bricks: list[Brick]) -> None:
    bricks[2].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    assert folders(top, bricks, 400)[2] == (170, 0, 230)


def told_to_ask_again(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    told: list[QWidget] = []
    tell = QWidget.updateGeometry

    def counted(one: Flow) -> None:
        told.append(one)
        tell(one)

    monkeypatch.setattr(Flow, "updateGeometry", counted)
    return told


def test_where_nothing_changes_nothing_is_laid_out(
    top: QWidget, bricks: list[Brick], monkeypatch: pytest.MonkeyPatch
) -> None:
    folders(top, bricks, 240)
    bricks[1].updateGeometry()
    folders(top, bricks, 240)
    told, found = told_to_ask_again(monkeypatch), flow._places.cache_info().misses
    row(bricks).show_only(bricks)
    bricks[1].updateGeometry()
    assert folders(top, bricks, 240)
    assert row(bricks).heightForWidth(240) == 40
    assert not told
    assert flow._places.cache_info().misses == found
    bricks[1].hint = QSize(60, 40)
    bricks[1].updateGeometry()
    assert folders(top, bricks, 240)[2][:2] == (0, 50)
    assert told == [row(bricks)]


def test_who_asked_in_between_asks_again(
    top: QWidget, bricks: list[Brick], monkeypatch: pytest.MonkeyPatch
) -> None:
    folders(top, bricks, 240)
    bricks[1].updateGeometry()
    folders(top, bricks, 240)
    told = told_to_ask_again(monkeypatch)
    bricks[1].hint = QSize(60, 40)
    assert row(bricks).heightForWidth(240) == 80
    bricks[1].hint = QSize(50, 40)
    bricks[1].updateGeometry()
    folders(top, bricks, 240)
    assert told == [row(bricks)]


def test_it_is_mirrored_with_the_writing(top: QWidget, bricks: list[Brick]) -> None:
    top.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [x for x, _y, _width in folders(top, bricks, 300)] == [200, 140, 60]


def test_it_wants_one_line_and_needs_its_widest(top: QWidget, bricks: list[Brick]) -> None:
    flow = row(bricks)
    top.show()
    assert flow.sizeHint() == QSize(240, 40)
    assert flow.minimumSizeHint() == QSize(100, 40)
    assert Flow(GAP).sizeHint() == QSize(0, 0)
