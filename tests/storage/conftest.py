"""A keyring for each test that wants one."""

from collections.abc import Iterator

import keyring
import pytest

from mountsea_desktop.storage import secret_store
from tests.fakes.fake_keyring import FakeKeyring


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
