"""Starting the window: what is not in order is said, in a dialog and on the console, and ends with 2."""

import errno
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from mountsea_desktop.options import Options
from mountsea_desktop.runtime.interrupt import interrupt
from mountsea_desktop.storage import folders as folders_module
from mountsea_desktop.storage import profile_lock
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.profile_lock import ProfileLock
from mountsea_desktop.ui.app import single_instance, start
from mountsea_desktop.ui.app.run import AppRun
from mountsea_desktop.ui.dialogs.cannot_start import CannotStartDialog
from mountsea_desktop.ui.window import MainWindow
from tests.fakes.first_start import first_start
from tests.fakes.window import bury


class Person:
    """Closes whatever window there is, and remembers what it said."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.read: list[str] = []
        self.saw: list[Path] = []
        self.looks: Callable[[MainWindow], bool] = lambda _window: True
        """Whether the main window may be closed now."""
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in self._application.topLevelWidgets():
            if window.isVisible():
                self._close(window)

    def _close(self, window: QWidget) -> None:
        if isinstance(window, CannotStartDialog):
            self.read += [label.text() for label in window.findChildren(QLabel)]
            window.close()
        elif isinstance(window, MainWindow) and self.looks(window):
            window.close()

    def leave(self) -> None:
        self._timer.stop()


@pytest.fixture
def person(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    qapp.setQuitOnLastWindowClosed(False)
    monkeypatch.setattr(start, "make_application", lambda: qapp)  # there is one of them only
    person = Person(qapp)
    yield person
    person.leave()
    for window in qapp.topLevelWidgets():
        window.deleteLater()
    bury()


def stopped(person: Person, capsys: pytest.CaptureFixture[str], options: Options) -> str:
    """What is said when it cannot start."""
    assert start.run(options) == 2
    said = capsys.readouterr().err.strip()
    assert said in person.read
    assert "Traceback" not in said
    return said


def test_an_address_that_would_give_the_token_away(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOUNTSEA_API_URL", "http://gateway.example")
    said = stopped(person, capsys, Options(profile=tmp_path / "new"))
    assert "MOUNTSEA_API_URL" in said
    assert "http://gateway.example" in said
    assert not (tmp_path / "new").exists()


def test_a_profile_that_is_no_folder(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert str(file) in stopped(person, capsys, Options(profile=file))
    assert file.read_text() == "mine"


def test_a_profile_that_cannot_be_locked(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in-use.lock").mkdir()
    assert str(tmp_path) in stopped(person, capsys, Options(profile=tmp_path))


def test_a_drive_without_locks_is_refused_in_words_and_nothing_is_written(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(profile_lock, "_lock", refuse)
    said = stopped(person, capsys, Options(profile=tmp_path))
    assert str(tmp_path) in said
    assert "cannot lock files" in said
    assert [path.name for path in tmp_path.iterdir()] == ["in-use.lock"]


def test_words_are_in_the_language_that_was_asked_for(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOUNTSEA_API_URL", "http://gateway.example")
    assert "must begin" not in stopped(person, capsys, Options(profile=tmp_path, language="zh_CN"))


def test_a_second_start_raises_the_first_and_is_content(person: Person, tmp_path: Path) -> None:
    with first_start(tmp_path) as first:
        assert start.run(Options(profile=tmp_path)) == 0
        assert first.stdout is not None
        assert first.stdout.readline() == "raised\n"
    assert not person.read


def test_a_second_start_on_a_full_disk_raises_the_first_all_the_same(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with first_start(tmp_path), full_disk(monkeypatch):
        assert start.run(Options(profile=tmp_path)) == 0
    assert not person.read


@pytest.mark.skipif(sys.platform == "win32", reason="no signal stops a process there")
def test_a_first_one_that_hangs_has_not_answered(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 300)
    with first_start(tmp_path) as first:
        first.send_signal(signal.SIGSTOP)
        assert "already open" in stopped(person, capsys, Options(profile=tmp_path))


def test_a_first_one_that_does_not_answer_is_said(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 60)
    lock = ProfileLock.take(tmp_path)
    try:
        assert "already open" in stopped(person, capsys, Options(profile=tmp_path))
    finally:
        lock.release()


def test_a_first_one_that_ends_just_then_leaves_its_place(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = ProfileLock.take(tmp_path)

    def ends(_folders: Folders) -> bool:
        lock.release()
        return False

    monkeypatch.setattr(single_instance, "raise_other", ends)
    assert start.run(Options(profile=tmp_path, language="en")) == 0
    assert not person.read


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is there can be opened, and nothing can be written."""

    def create(_folder: Path, _prefix: str) -> tuple[int, Path]:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(folders_module, "create", create)
        yield


@pytest.mark.parametrize("chosen", [True, False])
def test_a_full_disk_is_called_full(
    person: Person,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    chosen: bool,
) -> None:
    with full_disk(monkeypatch):
        said = stopped(person, capsys, Options(profile=tmp_path if chosen else None, language="en"))
    assert "The disk is full" in said
    assert ("--profile" in said) is chosen
    ProfileLock.take(tmp_path).release()


def test_practice_without_a_place_for_its_files(
    person: Person, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folders_module, "create_folder", none)
    said = stopped(person, capsys, Options(demo=True, language="en"))
    assert "temporary files" in said


def test_a_bug_before_there_is_a_window_ends_in_words(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise RuntimeError("of https://files.example/a.mp3?Signature=abc")

    monkeypatch.setattr("mountsea_desktop.ui.app.run.Log", bug)
    said = stopped(person, capsys, Options(profile=tmp_path, language="en"))
    assert "RuntimeError: of https://files.example/a.mp3?… (test_start.py, " in said
    ProfileLock.take(tmp_path).release()


@pytest.mark.logs("the window could not be opened")
def test_a_bug_while_the_window_is_opened_ends_in_words_and_is_logged(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise RuntimeError("of a bug")

    monkeypatch.setattr(MainWindow, "restore_position", bug)
    assert "RuntimeError: of a bug" in stopped(person, capsys, Options(profile=tmp_path, language="en"))
    assert "of a bug" in (tmp_path / "logs" / "mountsea-desktop.log").read_text()


def test_a_bug_at_the_end_is_not_taken_for_one_at_the_start(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = AppRun._close

    async def bug(app_run: AppRun) -> None:
        await close(app_run)
        raise RuntimeError("of a bug")

    monkeypatch.setattr(AppRun, "_close", bug)
    with pytest.raises(RuntimeError, match="of a bug"):
        start.run(Options(profile=tmp_path, language="en"))
    assert not person.read


def test_a_window_that_is_closed_gives_its_profile_back(person: Person, tmp_path: Path) -> None:
    for _ in range(2):
        assert start.run(Options(profile=tmp_path, language="en")) == 0
    ProfileLock.take(tmp_path).release()
    assert not person.read


def test_practice_touches_nothing_of_the_persons_and_leaves_nothing(
    person: Person, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOUNTSEA_API_URL", "not even an address")
    made: list[Folders] = []
    temporary = Folders.temporary

    def noted() -> Folders:
        made.append(temporary())
        return made[-1]

    monkeypatch.setattr(Folders, "temporary", noted)
    person.looks = lambda window: len(window.page.table.songs()) == 6
    assert start.run(Options(demo=True, language="en")) == 0
    assert not [path for path in home.rglob("*") if path.is_file()]
    assert not made[0].data_folder.exists()


def test_what_qts_own_file_dialog_remembers_stays_in_the_profile(
    person: Person, tmp_path: Path, home: Path
) -> None:
    """Opened in the program, as when songs are chosen where the desktop has no dialog of its own."""

    def visit(_window: MainWindow) -> bool:
        dialog = QFileDialog(directory=str(tmp_path), options=QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        dialog.close()
        dialog.deleteLater()
        bury()
        return True

    person.looks = visit
    assert start.run(Options(profile=tmp_path / "profile", language="en")) == 0
    assert not list(home.rglob("QtProject*"))
    history = tmp_path / "profile" / "QtProject.conf"
    assert sys.platform != "linux" or history.exists()
    person.looks = lambda _window: True
    assert start.run(Options(profile=tmp_path / "profile", language="en")) == 0
    assert not history.exists()


def test_no_picture_of_the_memory_is_left(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched: list[bool] = []
    monkeypatch.setattr("mountsea_desktop.runtime.core_dumps.switch_off", lambda: switched.append(True))
    assert start.run(Options(profile=tmp_path, language="en")) == 0
    assert switched
    assert not person.read


def test_ctrl_c_before_there_is_a_window_is_no_error(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_folders: Folders) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Folders, "prepare", interrupted)
    with interrupt:
        assert start.run(Options(profile=tmp_path)) == 130
    assert not person.read
