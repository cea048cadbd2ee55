"""What this is, and versions to copy."""

from importlib.metadata import PackageNotFoundError

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop import __version__
from mountsea_desktop.ui.dialogs.about import LIBRARIES, AboutDialog, versions
from tests.fakes.window import press


def test_a_library_that_nothing_is_said_of_has_an_unknown_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert "httpx unknown" in versions().splitlines()


def test_the_versions_can_be_copied(window: QWidget) -> None:
    dialog = AboutDialog(window)
    dialog.open()
    press(dialog.copy)
    assert QGuiApplication.clipboard().text() == versions()
    lines = versions().splitlines()
    assert lines[0] == f"mountsea-desktop {__version__}"
    assert all(any(line.startswith(f"{name} ") for line in lines) for name in ("Python", *LIBRARIES))
    press(dialog.close_button)
    assert dialog.gone
