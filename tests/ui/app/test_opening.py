"""The window is on screen before what stands behind it, and more is loaded only when it is used.

What is loaded before it is a list that may only shrink; what is not loaded a second after it, one that may
only grow.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.ui.app import opening as module
from mountsea_desktop.ui.app.opening import Opening
from tests.fakes.window import bury

LIST = """
import os, sys
from mountsea_desktop.__main__ import main
from mountsea_desktop.ui.app.opening import Opening

def told(_opening):
    print(*sys.modules, flush=True)
    os._exit(0)

Opening.load = told
main(["--language", "en", "--profile", sys.argv[1]])
"""

LIST_LATER = """
import asyncio, os, sys
from mountsea_desktop.__main__ import main
from mountsea_desktop.ui.app.opening import Opening

load = Opening.load

def loaded(opening):
    load(opening)
    from mountsea_desktop.ui.app.run import AppRun
    opened = AppRun._open

    async def told(run):
        await opened(run)
        await asyncio.sleep(1)
        print(*sys.modules, flush=True)
        os._exit(0)

    AppRun._open = told

Opening.load = loaded
main(["--language", "en", "--profile", sys.argv[1]])
"""

BEFORE_THE_WINDOW = Path(__file__).with_name("before_the_window.txt")
"""The program's own modules that are imported before the window is on screen, one a line.

Everybody waits for them at every start. Take off what is not there any more; before you add one, see whether
the window can do without it until somebody presses something.
"""
LIBRARIES = {
    "PySide6", "msgspec", "platformdirs", "shiboken6", "shibokensupport", "signature_bootstrap",
    "typing_extensions",
}  # fmt: skip
LATER = {"asyncio", "concurrent", "email", "http", "multiprocessing", "socket", "sqlite3", "ssl"}
"""Parts of Python's own library that cost most, and that no picture needs."""
NEVER_UNASKED = {"email", "http", "multiprocessing", "urllib.request", "xml"}
"""The same for a window in which nobody has done anything yet."""


ROOT = Path(__file__).parents[3]
NOT_YET = Path(__file__).with_name("not_yet.txt")
"""Those that are not there a second after the window opened an empty model: they wait until they are used.

Take off only what is gone. Add whatever else can wait: in most windows most of it is never used.
"""
LIBRARIES_LATER = LIBRARIES | {"qasync"}


def modules(script: str, profile: Path) -> set[str]:
    command = [sys.executable, "-c", script, str(profile)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return set(told.stdout.split())


def ours(imported: set[str]) -> set[str]:
    return {name for name in imported if name.partition(".")[0] == "mountsea_desktop"}


def libraries(imported: set[str]) -> set[str]:
    names = {name.partition(".")[0] for name in imported} - {"mountsea_desktop", "__main__"}
    return {name for name in names if name not in sys.stdlib_module_names and not name.startswith("_")}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a start has imported when its window is on screen."""
    return modules(LIST, tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def imported_later(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The same a second later, at the second start: the first looks for a token of an earlier profile."""
    profile = tmp_path_factory.mktemp("profile")
    assert "keyring" in modules(LIST_LATER, profile)
    return modules(LIST_LATER, profile)


def test_the_window_needs_no_more_of_the_program_than_before(imported: set[str]) -> None:
    listed = set(BEFORE_THE_WINDOW.read_text().split())
    assert sorted(ours(imported) - listed) == []
    assert sorted(listed - ours(imported)) == []


def test_the_window_needs_no_more_libraries_than_before(imported: set[str]) -> None:
    others = libraries(imported)
    assert others - LIBRARIES == set()
    assert LIBRARIES - others <= {"typing_extensions"}  # for an older Python
    assert imported & LATER == set()


def test_nothing_is_loaded_that_an_empty_model_does_not_need(imported_later: set[str]) -> None:
    assert sorted(ours(imported_later) & set(NOT_YET.read_text().split())) == []


def test_what_is_not_loaded_yet_exists() -> None:
    for name in NOT_YET.read_text().split():
        path = ROOT / name.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__init__.py").exists(), name


def test_an_empty_model_needs_no_more_libraries_than_before(imported_later: set[str]) -> None:
    others = libraries(imported_later)
    assert others - LIBRARIES_LATER == set()
    assert LIBRARIES_LATER - others <= {"typing_extensions"}
    assert imported_later & NEVER_UNASKED == set()


def opened(app: QApplication, folder: Path) -> Opening:
    settings = LayeredSettings(folder / "settings.json", language="en")
    return Opening(app, Options(), Addresses(), settings)


def test_what_stands_behind_is_loaded_while_the_window_paints(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool]] = []
    opening = opened(qapp, tmp_path)
    window = opening.window
    monkeypatch.setattr(module, "import_module", lambda name: asked.append((name, window.isVisible())))
    opening.show()
    opening.load()
    assert asked == [("mountsea_desktop.ui.app.run", True)]
    assert not opening.close_wanted
    window.deleteLater()
    bury()


def test_the_first_picture_says_nothing_that_is_not_so(qapp: QApplication, tmp_path: Path) -> None:
    opening = opened(qapp, tmp_path)
    opening.show()
    page = opening.window.page
    assert page.bar.reason.text() == "Add six songs to begin."
    assert not page.bar.button.isEnabled()
    assert page.empty.isVisible()
    for part in (page.retry_all, page.upload, page.panel, page.bar.start_over, opening.window.credits):
        assert not part.isVisible()
    opening.window.deleteLater()
    bury()


def test_a_wish_to_close_meanwhile_is_not_forgotten(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = opened(qapp, tmp_path)
    monkeypatch.setattr(module, "import_module", lambda _name: None)
    opening.show()
    opening.window.came_to_front.connect(opening.window.close)
    opening.window.activateWindow()
    opening.load()
    opening.window.hide()
    assert opening.close_wanted
    opening.window.deleteLater()
    bury()


def test_what_cannot_be_imported_is_raised_where_it_can_be_told(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str) -> None:
        raise ImportError("of a damaged installation")

    opening = opened(qapp, tmp_path)
    monkeypatch.setattr(module, "import_module", broken)
    opening.show()
    with pytest.raises(ImportError, match="damaged"):
        opening.load()
    opening.window.deleteLater()
    bury()
