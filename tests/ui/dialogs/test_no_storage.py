from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from mountsea_desktop.ui.dialogs.no_storage import NoStorageDialog
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


def test_it_says_what_is_missing_and_who_can_do_what(dialog: NoStorageDialog) -> None:
    assert "Mountsea" in dialog._missing.text()
    for needed in ("S3", "s3:PutObject", "storage.base_url", "three days"):
        assert needed in dialog.text.toPlainText()


def test_setting_it_up_is_a_wish(dialog: NoStorageDialog) -> None:
    wanted = QSignalSpy(dialog.set_up_wanted)
    press(dialog.set_up)
    assert wanted.count() == 1
    assert dialog.isVisible(), "what there is to read stays"


def test_links_are_the_other_way(dialog: NoStorageDialog) -> None:
    press(dialog.paste)
    assert dialog.result()
