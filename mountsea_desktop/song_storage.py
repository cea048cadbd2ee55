"""Where songs on this computer are put by what the settings say: a bucket, a web folder, or nowhere."""

import asyncio
import os
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mountsea_desktop.hosting.blocks import in_time
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.links.verdict import PrivateNameError
from mountsea_desktop.runtime.ordinary_files import read_ordinary
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore, account_name
from mountsea_desktop.storage.settings import Settings, StorageKind

if TYPE_CHECKING:
    from mountsea_desktop.hosting.s3 import S3Storage
    from mountsea_desktop.hosting.web_folder import WebFolder

PROBE_SIZE = 1024
"""Bytes that are put there to see whether it works."""
PROBE = struct.pack(
    "<4sI4s4sIHHIIHH4sI",
    *(b"RIFF", PROBE_SIZE - 8, b"WAVE", b"fmt ", 16, 1, 1, 8_000, 8_000, 1, 8, b"data", PROBE_SIZE - 44),
)
"""How they begin: some servers give nothing but what they take for sound."""
LONGEST_SECRET = 4_096
"""Bytes of the file that holds the secret; a longer one is no such file."""


@dataclass(frozen=True, slots=True)
class _Setup:
    """What of the settings decides which storage it is."""

    kind: StorageKind
    endpoint: str
    region: str
    bucket: str
    prefix: str
    path_style: bool
    key_id: str
    secret_file: str
    folder: str
    base_url: str

    @classmethod
    def of(cls, settings: Settings) -> "_Setup":
        return cls(
            settings.storage_kind,
            settings.storage_endpoint,
            settings.storage_region,
            settings.storage_bucket,
            settings.storage_prefix,
            settings.storage_path_style,
            settings.storage_key_id,
            settings.storage_secret_file,
            settings.storage_folder,
            settings.storage_base_url,
        )

    def bucket_with(self, secret: str) -> Bucket:
        return Bucket(
            endpoint=self.endpoint,
            name=self.bucket,
            key_id=self.key_id,
            secret=secret,
            region=self.region,
            prefix=self.prefix,
            path_style=self.path_style,
        )


class SongStorage:
    """`FileStorage` by the settings, which may change meanwhile. It alone holds the key's secret."""

    def __init__(
        self,
        settings: Settings,
        profile_id: str,
        s3: "Callable[[Bucket], Awaitable[S3Storage]]",
        *,
        fixed: Bucket | None = None,
    ) -> None:
        """`s3` opens a bucket; `fixed`, in practice, is the one that counts whatever the settings say."""
        self._setup = _Setup.of(settings)
        self._profile_id = profile_id
        self._s3 = s3
        self._fixed = fixed
        self._storage: S3Storage | WebFolder | None = None
        self._secrets = self._open_secrets()
        self._preparing = asyncio.Lock()
        self._changes = 0
        """How often it became another one, or got another secret: what was begun before is not used."""
        self.changed: Callable[[], None] = lambda: None
        """Told when it is another one, or another secret is used."""

    @property
    def is_set_up(self) -> bool:
        """Whether there is one at all, working or not."""
        return bool(self.id)

    @property
    def needs_secret(self) -> bool:
        """Whether its secret is a person's to enter."""
        setup = self._setup
        return self._fixed is None and setup.kind == StorageKind.S3 and not setup.secret_file

    @property
    def id(self) -> str:
        """Which storage it is; empty for none."""
        if self._fixed is not None:
            return self._fixed.base
        match self._setup.kind:
            case StorageKind.S3:
                return self._setup.bucket_with("").base
            case StorageKind.FOLDER:
                return self._setup.base_url.rstrip("/")
        return ""

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        if (setup := _Setup.of(settings)) == self._setup:
            return
        self._setup = setup
        self._secrets.close()
        self._secrets = self._open_secrets()
        self._forget()

    async def keep_secret(self, secret: str, *, remember: bool = True) -> SecretAnswer:
        """Use this secret from now on; into the keyring with it, or only into memory."""
        if not remember:
            self._secrets.keep_for_this_run(secret)
            answer = SecretAnswer.SAVED
        else:
            answer = await self._secrets.save(secret)
        self._forget()
        return answer

    def secrets(self) -> tuple[str, ...]:
        """For taking it out of logs and reports."""
        secret = self._secrets.current()
        return (secret,) if secret else ()

    def close(self) -> None:
        """Forget the secret."""
        self._storage = None
        self._secrets.close()

    async def file_at(self, path: str) -> LocalFile:
        """The file that is there now."""
        return await in_time(LocalFile.at, Path(path))

    async def new_key(self, file: LocalFile) -> str:
        """A name that nothing in the storage has."""
        return await (await self._ready()).new_key(file)

    async def put(self, file: LocalFile, key: str, progress: Callable[[int], None]) -> None:
        """Send all of the file."""
        await (await self._ready()).put(file, key, progress)

    async def put_bytes(self, content: bytes, name: str) -> str:
        """Put something small there, and say under which key."""
        storage = await self._ready()
        key = storage.key_for(name)
        await storage.put_bytes(content, key)
        return key

    async def address(self, key: str) -> str:
        """Where everybody gets it, for a day from now on."""
        return await (await self._ready()).address(key)

    async def delete(self, key: str) -> None:
        """Take it out."""
        await (await self._ready()).delete(key)

    async def try_out(self, fetch: Callable[[str], Awaitable[bytes]]) -> None:
        """Put a kilobyte there, `fetch` it as anybody would, and take it out. Raises `StorageError`."""
        content = PROBE + os.urandom(PROBE_SIZE - len(PROBE))
        key = await self.put_bytes(content, "connection-check.wav")
        try:
            address = await self.address(key)
            try:
                found = await fetch(address)
            except PrivateNameError as error:
                raise StorageError(StorageFault.PRIVATE, redact(str(error))) from None
            except Exception as error:  # noqa: BLE001 - whatever a server or a library does, it is not to be had
                details = redact(f"{type(error).__name__}: {error}")
                raise StorageError(StorageFault.NOT_PUBLIC, details) from None
            if found[:PROBE_SIZE] != content:
                raise StorageError(StorageFault.DIFFERENT, f"{len(found)} bytes: {found[:16].hex(' ')}")
        finally:
            with suppress(StorageError):  # a key need not be allowed to
                await self.delete(key)

    async def _ready(self) -> "S3Storage | WebFolder":
        async with self._preparing:
            while self._storage is None:
                change = self._changes
                try:
                    opened = await self._open(self._setup, self._secrets)
                except StorageError:
                    if change == self._changes:
                        raise
                else:
                    if change == self._changes:
                        self._storage = opened
            return self._storage

    async def _open(self, setup: _Setup, secrets: SecretStore) -> "S3Storage | WebFolder":
        if self._fixed is not None:
            return await self._s3(self._fixed)
        match setup.kind:
            case StorageKind.S3:
                return await self._s3(setup.bucket_with(await self._secret(setup, secrets)))
            case StorageKind.FOLDER:
                from mountsea_desktop.hosting.web_folder import WebFolder  # noqa: PLC0415 - few have one

                return WebFolder(Path(setup.folder), setup.base_url)
        raise StorageError(StorageFault.NOT_SET_UP)

    @staticmethod
    async def _secret(setup: _Setup, secrets: SecretStore) -> str:
        if setup.secret_file:
            secret = await in_time(_read_secret, Path(setup.secret_file), silent=StorageFault.NO_SECRET)
            secrets.keep_for_this_run(secret)
        elif secrets.current() is None:
            answer = await secrets.load()
            if secrets.current() is None:
                raise StorageError(StorageFault.NO_SECRET, answer)
        return secrets.current() or ""

    def _open_secrets(self) -> SecretStore:
        setup = self._setup
        origins = (f"storage {self.id}", setup.key_id)
        return SecretStore(account_name(origins, self._profile_id))

    def _forget(self) -> None:
        self._storage = None
        self._changes += 1
        self.changed()


def _read_secret(path: Path) -> str:
    """The secret in the administrator's file, without the line end after it."""
    try:
        content = read_ordinary(path, LONGEST_SECRET)
        secret = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8").strip()
    except (OSError, ValueError) as error:
        raise StorageError(StorageFault.NO_SECRET, f"{path}: {type(error).__name__}") from None
    if not secret or not secret.isprintable():
        raise StorageError(StorageFault.NO_SECRET, str(path))
    return secret
