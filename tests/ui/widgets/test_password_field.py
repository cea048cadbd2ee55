"""Nothing of a secret is told, in whatever way the text is changed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from mountsea_desktop.ui.widgets import password_field
from mountsea_desktop.ui.widgets.password_field import PasswordField
from tests.fakes.window import bury

SECRET = "s3cret-w0rd"
UI = Path(password_field.__file__).parents[1]


class Accessibility:
    """Stands for Qt's, which is never active off-screen."""

    active = True

    @classmethod
    def isActive(cls) -> bool:
        return cls.active

    @classmethod
    def setActive(cls, active: bool) -> None:
        cls.active = active


@pytest.fixture
def field(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[PasswordField]:
    qapp.clipboard().setText(SECRET)
    monkeypatch.setattr(password_field, "QAccessible", Accessibility)
    Accessibility.active = True
    field = PasswordField()
    field.add_clear_button()
    field.setText("before")
    field.show()
    yield field
    field.deleteLater()
    bury()


def menu_entry(name: str) -> Callable[[PasswordField], None]:
    def choose(field: PasswordField) -> None:
        field.selectAll()
        QApplication.sendEvent(
            field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )
        (menu,) = field.findChildren(QMenu)
        next(action for action in menu.actions() if action.objectName() == name).trigger()
        menu.close()

    return choose


def drop(field: PasswordField) -> None:
    data = QMimeData()
    data.setText(SECRET)
    where, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


def compose(field: PasswordField) -> None:
    event = QInputMethodEvent()
    event.setCommitString(SECRET)
    QApplication.sendEvent(field, event)


def undo(field: PasswordField) -> None:
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


WAYS: dict[str, Callable[[PasswordField], object]] = {
    "typed": lambda field: QTest.keyClicks(field, SECRET),
    "deleted": lambda field: QTest.keyClick(field, Qt.Key.Key_Backspace),
    "pasted": lambda field: QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    "undone": undo,
    "composed": compose,
    "dropped": drop,
    "set": lambda field: field.setText(SECRET),
    "cleared": lambda field: field.clear(),
    "cleared by the button": lambda field: field.findChildren(QAction)[0].trigger(),
    "pasted by the menu": menu_entry("edit-paste"),
    "deleted by the menu": menu_entry("edit-delete"),
}


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # menus, off-screen
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nobody_hears_of_a_change_but_that_there_was_one(
    field: PasswordField, way: Callable[[PasswordField], object]
) -> None:
    while_it_changes: list[bool] = []
    afterwards: list[bool] = []
    field.textChanged.connect(lambda: while_it_changes.append(Accessibility.active))
    field.changed.connect(lambda: afterwards.append(Accessibility.active))
    way(field)
    assert while_it_changes
    assert set(while_it_changes) == {False}
    assert set(afterwards) == {True}
    assert Accessibility.active


def test_what_enter_does_is_heard(field: PasswordField) -> None:
    heard: list[bool] = []
    field.returnPressed.connect(lambda: heard.append(Accessibility.active))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [True]


def test_where_nobody_listens_nothing_is_switched(
    field: PasswordField, monkeypatch: pytest.MonkeyPatch
) -> None:
    Accessibility.active = False
    monkeypatch.setattr(Accessibility, "setActive", lambda _active: pytest.fail("switched"))
    changed = QSignalSpy(field.changed)
    QTest.keyClicks(field, "ab")
    assert changed.count() == 2


def test_its_text_cannot_be_taken_out(field: PasswordField) -> None:
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SECRET


def test_every_secret_is_entered_here() -> None:
    fields = {
        path.name for path in UI.rglob("*.py") if re.search(r"EchoMode\.Password", path.read_text("utf-8"))
    }
    assert fields == {"password_field.py"}


def test_the_button_that_empties_it_stands_in_its_middle(field: PasswordField) -> None:
    field.resize(300, 34)
    button = field.findChild(QToolButton)
    assert button is not None
    assert abs(button.geometry().center().y() - field.rect().center().y()) <= 1
    assert field.rect().contains(button.geometry())
