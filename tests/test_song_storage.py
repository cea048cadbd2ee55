import asyncio
import os
from pathlib import Path

import keyring.core
import msgspec
import pytest

from mountsea_desktop import song_storage
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings import Settings, StorageKind
from tests.fakes.fake_keyring import FakeKeyring
from tests.fakes.network import s3
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, s3_server
from tests.links.sounds import wav

S3 = Settings(
    storage_kind=StorageKind.S3,
    storage_endpoint="https://s3.example",
    storage_bucket=BUCKET,
    storage_key_id=KEY_ID,
)


def _storage(settings: Settings) -> SongStorage:
    return SongStorage(settings, "profile", s3)


async def _fault(storage: SongStorage) -> StorageError:
    with pytest.raises(StorageError) as error:
        await storage.address("a/b.wav")
    return error.value


async def test_none_is_set_up() -> None:
    storage = _storage(Settings())
    assert not storage.is_set_up
    assert not storage.needs_secret
    assert (await _fault(storage)).fault is StorageFault.NOT_SET_UP


async def test_the_secret_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", FakeKeyring())
    accepted = f"{FakeKeyring.__module__}.{FakeKeyring.__qualname__}"
    monkeypatch.setattr(secret_store, "TRUSTED_KEYRINGS", frozenset({accepted}))
    storage = _storage(S3)
    assert storage.needs_secret
    assert (await _fault(storage)).fault is StorageFault.NO_SECRET
    told: list[bool] = []
    storage.changed = lambda: told.append(True)
    assert await storage.keep_secret(SECRET) is SecretAnswer.SAVED
    assert told
    assert storage.secrets() == (SECRET,)
    address = await storage.address("a/b.wav")
    storage.close()
    again = _storage(S3)
    assert (await again.address("a/b.wav")).partition("&X-Amz-Date")[0] == address.partition("&X-Amz-Date")[0]
    other_key = _storage(msgspec.structs.replace(S3, storage_key_id="another"))
    assert (await _fault(other_key)).fault is StorageFault.NO_SECRET, "a secret belongs to its key"
    for one in (storage, again, other_key):
        one.close()


async def test_the_secret_comes_from_the_administrators_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    settings = msgspec.structs.replace(S3, storage_secret_file=str(path))
    storage = _storage(settings)
    assert not storage.needs_secret
    error = await _fault(storage)
    assert error.fault is StorageFault.NO_SECRET
    assert str(path) in error.details
    for content in (b"", b"\xff\xfe", b"x" * 5_000, b"two\nlines"):
        path.write_bytes(content)
        assert (await _fault(storage)).fault is StorageFault.NO_SECRET
    path.write_text(f"\ufeff{SECRET}\n", "utf-8")
    assert "X-Amz-Signature" in await storage.address("a/b.wav")
    assert storage.secrets() == (SECRET,)
    storage.close()


async def test_what_was_begun_by_other_settings_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A keyring, or the drive of the secret's file, may take its time; settings are changed meanwhile."""
    read, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(_function: object, _path: Path, **_how: object) -> str:
        read.set()
        await go_on.wait()
        return SECRET

    monkeypatch.setattr(song_storage, "in_time", slowly)
    storage = _storage(msgspec.structs.replace(S3, storage_secret_file=str(tmp_path / "secret")))
    asked = asyncio.get_running_loop().create_task(storage.address("a/b.wav"))
    await read.wait()
    storage.use(
        Settings(
            storage_kind=StorageKind.FOLDER,
            storage_folder=str(tmp_path),
            storage_base_url="https://studio.example/songs",
        )
    )
    go_on.set()
    assert await asked == await storage.address("a/b.wav") == "https://studio.example/songs/a/b.wav"
    storage.close()


async def test_it_follows_the_settings(tmp_path: Path) -> None:
    storage = _storage(Settings())
    web = tmp_path / "www"
    web.mkdir()
    folder = Settings(
        storage_kind=StorageKind.FOLDER,
        storage_folder=str(web),
        storage_base_url="https://studio.example/songs/",
    )
    storage.use(folder)
    assert storage.id == "https://studio.example/songs"
    song = tmp_path / "song.wav"
    song.write_bytes(wav(2) + bytes(5_000))
    file = await storage.file_at(str(song))
    key = await storage.new_key(file)
    await storage.put(file, key, lambda _sent: None)
    assert (web / key).read_bytes() == song.read_bytes()
    assert await storage.address(key) == f"https://studio.example/songs/{key}"
    await storage.delete(key)
    assert not list(web.iterdir())
    storage.use(S3)
    assert storage.id == f"https://{BUCKET}.s3.example"
    storage.close()


async def test_a_whole_round_through_a_real_bucket(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    with s3_server(tmp_path / "s3") as server:
        settings = msgspec.structs.replace(
            S3, storage_endpoint=server.endpoint, storage_secret_file=str(secret)
        )
        storage = _storage(settings)
        key = await storage.put_bytes(b"content", "probe.wav")
        assert server.objects()[key].read_bytes() == b"content"
        await storage.delete(key)
        assert not server.objects()
        storage.close()


async def test_a_file_is_looked_at_as_it_is_now(tmp_path: Path) -> None:
    storage, path = _storage(Settings()), tmp_path / "song.wav"
    with pytest.raises(StorageError) as error:
        await storage.file_at(str(path))
    assert error.value.fault is StorageFault.FILE_GONE
    path.write_bytes(b"1234")
    os.utime(path, ns=(5, 5))
    assert await storage.file_at(str(path)) == LocalFile(str(path), 4, 5)
