"""Setting up the storage: what is asked, what is kept, and a test against a real bucket."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import keyring.core
import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.storage.settings_levels import Layer, Level, Resolved, resolve
from mountsea_desktop.ui.dialogs.storage import StorageDialog
from tests.fakes.fake_keyring import FakeKeyring
from tests.fakes.network import s3
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, s3_server
from tests.fakes.window import bury, press, until


class Setup:
    """The dialog with what it works on."""

    def __init__(self, settings: Settings, resolved: Resolved | None = None) -> None:
        self.errors: list[BaseException] = []
        self.storage = SongStorage(settings, "profile", s3)
        self.checker = LinkChecker(allow_loopback=True, proxy_for=lambda _address: "")
        self.tasks = Tasks(lambda _name, error: self.errors.append(error))
        self.window = QWidget()
        self.window.show()
        self.dialog = StorageDialog(
            self.window, settings, resolved or Resolved(), self.storage, self._try_out, self.tasks
        )
        self.dialog.changed.connect(self.storage.use)
        self.dialog.open()

    async def _try_out(self) -> None:
        await self.storage.try_out(self.checker.beginning)

    def choose(self, kind: str) -> None:
        combo = self.dialog.rows["storage.kind"].field
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(StorageKind(kind)))
        combo.activated.emit(combo.currentIndex())

    def write(self, key: str, text: str) -> None:
        line = self.dialog.rows[key].field
        assert isinstance(line, QLineEdit)
        line.setText(text)
        line.editingFinished.emit()

    async def tested(self) -> str:
        press(self.dialog.test)
        await until(self.dialog.test.isEnabled, "the end of the test")
        return self.dialog.status.text()


@pytest.fixture
async def setup(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Setup]:  # noqa: ARG001 - widgets need it
    monkeypatch.setattr(keyring.core, "_keyring_backend", FakeKeyring())
    accepted = f"{FakeKeyring.__module__}.{FakeKeyring.__qualname__}"
    monkeypatch.setattr(secret_store, "TRUSTED_KEYRINGS", frozenset({accepted}))
    setup = Setup(Settings())
    yield setup
    await setup.tasks.stop()
    setup.storage.close()
    setup.window.close()
    setup.window.deleteLater()
    bury()
    assert not setup.errors


async def test_it_asks_for_what_the_kind_needs(setup: Setup) -> None:
    dialog = setup.dialog
    assert not dialog.test.isVisible()
    assert not dialog.secret.isVisible()
    setup.choose("s3")
    assert dialog.rows["storage.endpoint"].field.isVisible()
    assert dialog.secret.isVisible()
    assert "Needed" in dialog.rows["storage.bucket"].note.text()
    setup.choose("folder")
    assert dialog.rows["storage.folder"].field.isVisible()
    assert not dialog.secret.isVisible()
    assert not dialog.rows["storage.endpoint"].field.isVisible()
    await asyncio.sleep(0)


async def test_a_bucket_is_set_up_and_tried(setup: Setup, tmp_path: Path) -> None:
    changed = QSignalSpy(setup.dialog.changed)
    with s3_server(tmp_path / "s3") as server:
        setup.choose("s3")
        setup.write("storage.endpoint", server.endpoint)
        setup.write("storage.bucket", BUCKET)
        assert changed.count() == 0, "half of it is no storage"
        setup.write("storage.key_id", KEY_ID)
        assert changed.count() == 1
        assert (await setup.tested()).startswith("The secret key of the storage is missing.")
        setup.dialog.secret.setText("wrong")
        assert (await setup.tested()).startswith("The storage does not accept the key.")
        setup.dialog.secret.setText(SECRET)
        assert (await setup.tested()).startswith("It works:")
        assert setup.dialog.secret.text() == "", "it is kept, and no longer on screen"
        assert not server.objects()
        setup.write("storage.bucket", "another")
        assert (await setup.tested()).startswith("The secret key of the storage is missing.")


async def test_without_a_password_store_the_secret_is_kept_for_this_run(
    setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_store, "TRUSTED_KEYRINGS", frozenset())
    with s3_server(tmp_path / "s3") as server:
        setup.choose("s3")
        for key, text in (("endpoint", server.endpoint), ("bucket", BUCKET), ("key_id", KEY_ID)):
            setup.write(f"storage.{key}", text)
        setup.dialog.secret.setText(SECRET)
        said = await setup.tested()
    assert said.startswith("It works:")
    assert said.endswith("the secret is kept until the program closes.")


async def test_what_an_administrator_enforces_cannot_be_changed(setup: Setup, tmp_path: Path) -> None:
    values = {
        "storage.kind": "folder",
        "storage.folder": str(tmp_path),
        "storage.base_url": "https://studio.example/",
    }
    resolved = resolve([Layer(Level.ENFORCED, "policies.toml", values)])
    other = Setup(resolved.settings, resolved)
    try:
        assert not other.dialog.rows["storage.folder"].field.isEnabled()
        assert other.dialog.test.isVisible(), "it can be tried all the same"
    finally:
        other.window.close()
        other.window.deleteLater()
        other.storage.close()
        bury()
    assert setup.dialog.isVisible()


async def test_a_secret_for_what_is_not_complete_takes_no_others_place(setup: Setup) -> None:
    setup.choose("s3")
    for key, text in (("endpoint", "https://s3.example"), ("bucket", BUCKET), ("key_id", KEY_ID)):
        setup.write(f"storage.{key}", text)
    setup.dialog.secret.setText(SECRET)
    assert not await setup.dialog.keep_secret()
    setup.write("storage.bucket", "")
    setup.dialog.secret.setText("of another key")
    assert not await setup.dialog.keep_secret()
    assert setup.storage.secrets() == (SECRET,)
