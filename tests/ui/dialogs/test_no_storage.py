from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from mountsea_desktop.ui.dialogs.no_storage import NoStorageDialog
from mountsea_desktop.ui.pages import DRIVE, DROPBOX
from tests.fakes.window import bury, press


@pytest.fixture
def dialog(qapp: QApplication) -> Iterator[NoStorageDialog]:  # noqa: ARG001 - widgets need it
    window = QWidget()
    window.show()
    dialog = NoStorageDialog(window)
    dialog.open()
    yield dialog
    window.close()
    window.deleteLater()
    bury()


def test_it_shows_how_songs_get_links_and_leads_there(dialog: NoStorageDialog) -> None:
    assert "Mountsea" in dialog._missing.text()
    assert dialog.steps.isVisible()
    wanted = QSignalSpy(dialog.page_wanted)
    press(dialog.dropbox)
    press(dialog.drive)
    assert [wanted.at(number)[0] for number in range(2)] == [DROPBOX, DRIVE]


def test_the_technicians_part_is_folded_in(dialog: NoStorageDialog) -> None:
    assert not dialog.text.isVisible()
    press(dialog.directly)
    assert dialog.text.isVisible()
    assert dialog.set_up.visibleRegion().boundingRect() == dialog.set_up.rect(), "it is not below the edge"
    for needed in ("S3", "s3:PutObject", "storage.base_url", "three days"):
        assert needed in dialog.text.toPlainText()


def test_setting_it_up_is_a_wish(dialog: NoStorageDialog) -> None:
    wanted = QSignalSpy(dialog.set_up_wanted)
    press(dialog.directly)
    press(dialog.set_up)
    assert wanted.count() == 1
    assert dialog.isVisible(), "what there is to read stays"


def test_links_are_the_way_that_enter_takes(dialog: NoStorageDialog) -> None:
    QTest.keyClick(dialog.paste, Qt.Key.Key_Space)
    assert dialog.result()


def test_what_was_brought_is_named(dialog: NoStorageDialog) -> None:
    one = NoStorageDialog(dialog, ["Dawn\u202e.wav"])
    assert "“Dawn.wav” is on this computer" in one._missing.text()
    assert "2 songs are on this computer" in NoStorageDialog(dialog, ["a", "b"])._missing.text()
