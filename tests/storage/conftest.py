"""A keyring and a journal for each test that wants one."""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import keyring
import pytest

from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.journal import SqliteJournal
from tests.fakes.fake_keyring import FakeKeyring

collect_ignore = [] if sys.platform == "win32" else ["test_policy_windows.py"]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeKeyring]:
    """The library's choice of keyring meanwhile, and accepted."""
    before = keyring.get_keyring()
    monkeypatch.setattr(
        secret_store, "TRUSTED_KEYRINGS", {*secret_store.TRUSTED_KEYRINGS, secret_store._path(FakeKeyring)}
    )
    fake = FakeKeyring()
    keyring.set_keyring(fake)
    yield fake
    fake.gate.set()
    keyring.set_keyring(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite3"


@pytest.fixture
async def journal(path: Path) -> AsyncIterator[SqliteJournal]:
    journal = await SqliteJournal.open(path)
    yield journal
    await journal.close()
