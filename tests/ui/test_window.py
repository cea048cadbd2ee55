"""The window as a whole: names, sizes, order of the keyboard, drops and pastes, and rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, bury, model, press, profile, running, six, themed, until

SMALLEST = 24
"""Pixels of a target's smaller side (WCAG 2.2)."""
TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(themed(qapp).icons, ViewState(), practice=True)
    window.show()
    yield window
    window.deleteLater()
    bury()


def name(widget: QWidget) -> str:
    """What a screen reader says; the interface is the one it asks."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def reached(inside: QWidget) -> list[QWidget]:
    """What the keyboard reaches, in its order."""
    found: list[QWidget] = []
    widget = inside.nextInFocusChain()
    while widget is not None and widget is not inside:
        if (
            widget.window() is inside.window()
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def judge(inside: QWidget) -> None:
    """Everything that can be reached has a name, and is large enough to hit."""
    widgets = reached(inside)
    assert widgets
    nameless = [widget for widget in widgets if not name(widget).strip()]
    assert not nameless
    small = [
        (name(widget), widget.size())
        for widget in widgets
        if isinstance(widget, TARGETS) and min(widget.width(), widget.height()) < SMALLEST
    ]
    assert not small


# -- Names and sizes ---------------------------------------------------------------------------------------


async def test_everything_in_the_window_has_a_name_and_a_size(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        run.page.view.go_to(0)
        judge(run.window)
        page = run.page
        assert name(page.view) == "Songs"
        interface = QAccessible.queryAccessibleInterface(page.view)
        assert interface.role() is QAccessible.Role.Table
        assert name(page.add) == "Add links…"
        assert name(page.upload) == "Upload 6 songs"
        assert name(page.name) == "Model name"
        assert name(page.bar.button).startswith("Create model")
        assert page.name.text()
        assert name(page.progress.label) == "0 of 6 songs uploaded"
        assert name(run.window.settings).startswith("Settings")
        assert name(run.window.log).startswith("Log")
        assert name(run.window.help).startswith("Help")
        assert name(run.window.about).startswith("About")
        assert name(run.window.models).startswith("Models")
        assert name(run.window.account).startswith("Account")
        press(page.upload)
        await until(page.bar.button.isEnabled, "the sixth song")
        press(page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        judge(dialog)
        assert [name(dialog.rights), name(dialog.spend), name(dialog.cancel)] == [
            "I own the rights to these songs", "Spend 100 credits", "Cancel",
        ]  # fmt: skip
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(page.attempt.identifier.isVisible, "the identifier")
        assert [name(page.attempt.identifier), name(page.attempt.copy)] == ["Model ID", "Copy model ID"]
        judge(run.window)


@pytest.mark.parametrize(
    "kind", [AccountDialog, LinksDialog, SettingsDialog, LogDialog, HelpDialog, AboutDialog]
)
async def test_everything_in_a_dialog_has_a_name_and_a_size(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, kind: type[QDialog]
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "the row")
        run.page.view.go_to(0)
        opener = {
            AccountDialog: run.window.account.click, SettingsDialog: run.window.settings.click,
            LogDialog: run.window.log.click, HelpDialog: run.window.help.click,
            AboutDialog: run.window.about.click, LinksDialog: run.page.add.click,
        }[kind]  # fmt: skip
        opener()
        dialog = await run.dialog(kind)
        judge(dialog)
        assert dialog.accessibleName() == dialog.windowTitle() != ""
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await run.closed(dialog)


async def test_the_keyboard_goes_as_one_reads(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        run.page.view.go_to(0)
        order = [widget for widget in reached(run.window) if run.page.isAncestorOf(widget)]
        tops = [widget.mapTo(run.window, widget.rect().center()).y() for widget in order]
        rows = [top // 24 for top in tops]
        assert rows == sorted(rows), [name(widget) for widget in order]


# -- What comes from outside --------------------------------------------------------------------------------


def drop(window: MainWindow, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_text_that_is_dropped_is_text_and_files_are_files(window: MainWindow, tmp_path: Path) -> None:
    pasted, dropped = QSignalSpy(window.pasted), QSignalSpy(window.files_given)
    text, files = QMimeData(), QMimeData()
    text.setText("https://host.example/1.mp3")
    drop(window, text)
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.m3u")])
    drop(window, files)
    web = QMimeData()
    web.setUrls([QUrl("https://host.example/2.mp3")])
    drop(window, web)
    assert [pasted.at(i)[0] for i in range(pasted.count())] == [
        "https://host.example/1.mp3",
        "https://host.example/2.mp3",
    ]
    assert [dropped.at(i)[0] for i in range(dropped.count())] == [[tmp_path / "a.txt", tmp_path / "b.m3u"]]


def test_a_pasted_picture_is_refused_in_words(window: MainWindow) -> None:
    pasted = QSignalSpy(window.pasted)
    window.activateWindow()
    QGuiApplication.clipboard().setImage(QImage(1, 1, QImage.Format.Format_RGB32))
    QTest.keyClick(window.account, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.label.text() == words.links.picture()
    assert pasted.count() == 0


def test_a_paste_anywhere_is_taken_but_a_field_keeps_its_own(window: MainWindow) -> None:
    pasted = QSignalSpy(window.pasted)
    window.activateWindow()
    QGuiApplication.clipboard().setText("https://host.example/1.mp3")
    window.page.name.setFocus()
    QTest.keyClick(window.page.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.count() == 0
    assert window.page.name.text() == "https://host.example/1.mp3"
    window.account.setFocus()
    QTest.keyClick(window.account, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.count() == 1
    QGuiApplication.clipboard().setText("  \n")
    QTest.keyClick(window.account, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.count() == 1


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_O, "import_wanted"), (Qt.Key.Key_N, "new_wanted")])
def test_the_usual_shortcuts(window: MainWindow, key: Qt.Key, signal: str) -> None:
    window.activateWindow()
    spy = QSignalSpy(getattr(window if signal == "import_wanted" else window.sidebar, signal))
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert spy.count() == 1


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_usual_keys_close_it(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    closing = QSignalSpy(window.closing)
    QTest.keyClick(window, key, modifier)
    assert closing.count() == 1


def test_the_usual_key_asks_for_help(window: MainWindow) -> None:
    window.activateWindow()
    asked = QSignalSpy(window.help.clicked)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert asked.count() == 1


def test_a_narrow_window_folds_the_side_and_nothing_vanishes(window: MainWindow) -> None:
    window.resize(1_120, 700)
    wide = window.sidebar.width()
    before = {name(button) for button in window.sidebar.findChildren(QAbstractButton) if button.isVisible()}
    window.resize(800, 700)
    assert window.sidebar.width() < wide / 2
    assert not window.models.isChecked()
    after = {name(button) for button in window.sidebar.findChildren(QAbstractButton) if button.isVisible()}
    assert after == before
    press(window.models)
    assert window.sidebar.width() == wide
    window.resize(1_120, 700)
    press(window.models)
    assert window.sidebar.width() < wide / 2


def test_the_first_song_is_near_the_top_also_in_practice(window: MainWindow) -> None:
    window.resize(1_120, 720)
    window.page.show_model(model(), six())
    view = window.page.view
    QApplication.sendPostedEvents()
    first = view.viewport().mapTo(window, view.visualRect(view.model().index(0, 0)).topLeft())
    assert first.y() <= 130


def test_what_is_dragged_lights_the_frame(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("https://host.example/a.mp3")
    enter = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    frame = window.page.empty._frame
    QApplication.sendEvent(window, enter)
    assert frame.property("tone") == "info"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert frame.property("tone") == ""


def test_closing_is_a_wish(window: MainWindow) -> None:
    closing = QSignalSpy(window.closing)
    assert not window.close()
    assert closing.count() == 1
    assert window.isVisible()


def test_practice_is_said_for_as_long_as_it_lasts(window: MainWindow) -> None:
    assert window._practice.isVisible()
    window.resize(1_300, 720)
    assert window._practice.text() == "Practice · nothing is charged"
    window.page.name.setText("Night Drives")
    window.retitle()
    assert window.windowTitle() == "Night Drives – practice – Mountsea Desktop"
    window.resize(800, 700)
    assert window._practice.text() == "Practice · free"
    assert name(window._practice).startswith("Practice mode: nothing is sent, nothing is charged")


# -- Rest --------------------------------------------------------------------------------------------------


def ticking(run: Run) -> list[QObject]:
    """The timers of ours that run; in the window and beside it."""
    owners: list[QObject] = [run.window, run.app_run.events, run.app_run.preferences]
    return [timer for owner in owners for timer in owner.findChildren(QTimer) if timer.isActive()]


async def test_a_window_at_rest_runs_no_timer_of_ours(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(1, 7)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        run.window.toast.hide()
        run.window.toast._timer.stop()  # ends by itself after some seconds
        await until(lambda: not ticking(run), "rest")
        assert run.program.job.outage is None


def test_a_gateway_that_is_not_mountseas_is_named(qapp: QApplication) -> None:
    for hosts, practice in (("gateway.example", False), ("", False), ("gateway.example", True)):
        window = MainWindow(themed(qapp).icons, ViewState(), practice=practice, elsewhere=hosts)
        window.show()
        assert window._elsewhere.isVisible() is (bool(hosts) and not practice)
        if hosts:
            assert hosts in window._elsewhere.text()
        window.deleteLater()
        bury()


async def test_the_bar_has_room_for_its_buttons_in_the_smallest_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    """What leaves first are words that are said elsewhere."""
    async with running(qapp, profile(tmp_path)) as run:
        window, bar = run.window, run.window.account
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        window.resize(window.minimumSize())
        await until(lambda: bar.mapTo(window, bar.rect().bottomRight()).x() < window.width(), "the room")
        assert name(window.credits) == "Credits…"
        assert not window.page._chip.isVisible()
        window.resize(1_200, 700)
        assert window.page._chip.isVisible()
        assert window.credits.text() == "Credits…"


def test_nothing_at_the_top_wanders_with_what_the_account_says(window: MainWindow) -> None:
    window.resize(1_200, 720)
    window.credits.show()
    seen = set()
    for text in ("Connect…", "Account…", "Account · 7 credits", "Account · 12,345 credits"):
        window.name_account(text, "Account · 88,888 credits")
        QApplication.sendPostedEvents()
        seen.add((window.account.geometry().getRect(), window.credits.geometry().getRect()))
    assert len(seen) == 1


@pytest.mark.parametrize("width", [700, 780, 859, 860, 999, 1_000, 1_024, 1_120, 1_240])
def test_a_models_name_is_seen_whole_whatever_else_is_at_the_top(window: MainWindow, width: int) -> None:
    window.page.show_model(model(name="Night Drives"), six())
    window.credits.show()
    window.name_account("Account · 400 credits", "Account · 8,888 credits")
    window.resize(width, 600)
    QApplication.sendPostedEvents()
    assert window.page.name.shown_text() == "Night Drives"
