"""One file that runs on any Linux of the last years, from any folder, without rights: unpack it and start it.

It brings along the libraries that not every desktop has; those of the system come first, see launch.py.
"""

import shutil
from pathlib import Path

from linux import runtime
from linux.tree import HOME
from shared.archives import tar_xz
from shared.project import BUILD, DIST, NAME, PACKAGING, epoch, version
from shared.tree import settle


def build(root: Path, *, accept_updates: bool) -> Path:
    """Make the archive of what `linux.tree` laid out."""
    tree = BUILD / "linux" / "archive"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(root / "usr", tree, symlinks=True)
    fallback = tree / HOME.relative_to("usr") / "fallback"
    _put_libraries(fallback, accept_updates=accept_updates)
    (tree / NAME).symlink_to(f"bin/{NAME}")
    shutil.copy(PACKAGING / "linux" / "add-to-menu.sh", tree / "add-to-menu")
    (tree / "add-to-menu").chmod(0o755)
    settle(tree, epoch())
    target = DIST / f"{NAME}-{version()}-linux-x86_64.tar.xz"
    tar_xz(tree, f"{NAME}-{version()}", target)
    return target


def _put_libraries(fallback: Path, *, accept_updates: bool) -> None:
    """Lay them side by side, with the order in which one needs the other."""
    files = runtime.debs(accept_updates=accept_updates)
    fallback.mkdir()
    order = []
    for package in runtime.FOR_THE_ARCHIVE:
        system = runtime.unpack(files, (package,), BUILD / "linux" / "library")
        # libcrypto before libssl
        for link in sorted(
            path for path in system.rglob("lib*.so.*") if path.is_symlink() or _is_own_name(path)
        ):
            shutil.copy(link.resolve(), fallback / link.name)
            order.append(link.name)
        licence = system / "usr" / "share" / "doc" / package / "copyright"
        shutil.copy(licence.resolve(), fallback / f"{package}.copyright")
    (fallback / "order.txt").write_text("\n".join(order) + "\n", "ascii")


def _is_own_name(path: Path) -> bool:
    """OpenSSL's files bear the name that others ask for; the rest have links of that name."""
    return path.name.count(".") == 2  # libssl.so.3
