"""A model's row has two lines, large enough to hit, and says both."""

from itertools import groupby

import pytest
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.delegate import ModelDelegate
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.custom_models.list_view import ModelListView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role, contrast, from_platform
from mountsea_desktop.workflow.model import ModelState
from tests.fakes.window import model


@pytest.fixture
def view(qtbot: QtBot) -> ModelListView:
    view = ModelListView()
    table = ModelListModel(Icons(), lambda _id: ModelState.TRAINING)
    table.setParent(view)
    table.show([model()])
    view.setModel(table)
    view.setItemDelegate(ModelDelegate(Icons(), view))
    qtbot.addWidget(view)
    view.resize(240, 100)
    view.setCurrentIndex(table.index(0, 0))
    return view


def painted(view: ModelListView) -> QPixmap:
    return view.grab()


def test_a_row_grows_with_the_text(view: ModelListView) -> None:
    def height(points: float) -> int:
        option = QStyleOptionViewItem()
        option.font = QFont(view.font().family())
        option.font.setPointSizeF(points)
        return view.itemDelegate().sizeHint(option, view.model().index(0, 0)).height()

    assert height(9) >= 24
    assert height(18) > 1.5 * height(9)


def test_name_and_state_are_both_painted(view: ModelListView) -> None:
    with_both = painted(view).toImage()
    table = view.model()
    assert isinstance(table, ModelListModel)
    table.show([model(name="")])
    assert painted(view).toImage() != with_both
    table.show([model()])
    assert painted(view).toImage() == with_both
    table._state = lambda _id: ModelState.DRAFT
    table.show([model()])
    assert painted(view).toImage() != with_both


def test_a_selected_row_can_be_read_in_high_contrast(view: ModelListView) -> None:
    """Its ground is the desktop's highlight there, on which only one colour is sure to be seen."""
    desktop = QPalette(QColor("white"), QColor("black"))
    desktop.setColor(QPalette.ColorRole.Highlight, QColor("#8ee3f0"))
    desktop.setColor(QPalette.ColorRole.HighlightedText, QColor("#263b50"))
    icons = Icons()
    icons.scheme = from_platform(desktop)
    delegate = ModelDelegate(icons, view)
    option = QStyleOptionViewItem()
    assert delegate._ink(option, Role.TEXT).name() == icons.scheme[Role.TEXT]
    option.state |= QStyle.StateFlag.State_Selected
    for role in (Role.TEXT, Role.MUTED):
        assert contrast(delegate._ink(option, role).name(), icons.scheme[Role.SELECTION]) >= 4.5


def test_chinese_name_and_state_do_not_touch(view: ModelListView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its letters are higher than those the rows are measured by."""
    monkeypatch.setattr(words.models, "state", lambda _state: "正在收集歌曲")
    table = view.model()
    assert isinstance(table, ModelListModel)
    table.show([model(name="我的模型图书馆")])
    picture = painted(view).toImage()
    rect = view.visualRect(table.index(0, 0))
    columns = range(rect.left() + 60, rect.left() + 110)
    ground = picture.pixel(rect.right() - 12, rect.center().y())
    inked = [
        any(picture.pixel(x, y) != ground for x in columns) for y in range(rect.top() + 4, rect.bottom() - 4)
    ]
    runs = [(ink, len(list(lines))) for ink, lines in groupby(inked)]
    gaps = [length for ink, length in runs[1:-1] if not ink]
    assert len(gaps) == 1
    assert gaps[0] >= 2
