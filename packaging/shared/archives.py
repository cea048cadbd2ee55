"""Archives whose bytes depend on nothing but the names, rights and contents of their files."""

import gzip
import io
import lzma
import shutil
import tarfile
import time
import zipfile
from pathlib import Path

from shared.project import epoch

XZ = ({"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME})
"""How .xz is packed. The first filter has jumps in machine code name places instead of distances, so that the
same goal looks the same wherever one jumps from: our packages become 7 % smaller. All of liblzma reads it."""


def _files(tree: Path) -> list[Path]:
    return sorted(path for path in tree.rglob("*") if path.is_symlink() or not path.is_dir())


def tar_xz(tree: Path, name: str, target: Path) -> None:
    """Pack `tree` as folder `name`."""
    with lzma.open(target, "wb", filters=XZ) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        for path in _files(tree):
            entry = archive.gettarinfo(path, f"{name}/{path.relative_to(tree).as_posix()}")
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch()
            archive.addfile(entry, path.open("rb") if entry.isreg() else None)


def xz(source: Path, target: Path) -> None:
    """Pack one file."""
    with source.open("rb") as plain, lzma.open(target, "wb", filters=XZ) as packed:
        shutil.copyfileobj(plain, packed)


def zipped(tree: Path, name: str, target: Path) -> None:
    """Pack `tree` as folder `name`."""
    when = time.gmtime(epoch())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _files(tree):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(tree).as_posix()}", when)
            entry.external_attr = path.stat().st_mode << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def gz(text: str) -> bytes:
    """Compressed as Debian wants its change logs."""
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=9, mtime=0, filename="") as packed:
        packed.write(text.encode())
    return stream.getvalue()
