"""The .deb: Debian 12 and later, Ubuntu 22.04 and later."""

import hashlib
import shutil
from email.utils import formatdate
from pathlib import Path

from linux.tree import DOCUMENTS
from shared.archives import gz, xz
from shared.project import BUILD, DIST, MAINTAINER, NAME, PACKAGING, PAGE, epoch, run, version
from shared.tree import empty, settle, size

DEPENDS = (
    *(
        "libc6 (>= 2.35)",
        "libgcc-s1",
        "libstdc++6",
        "zlib1g",
        "libexpat1",
        "libffi8",
        "libuuid1",
        "libzstd1",
        "libbrotli1",
    ),
    *("libssl3 (>= 3.0.2)", "libsqlite3-0 (>= 3.36)", "ca-certificates"),
    *(
        "libglib2.0-0",
        "libdbus-1-3",
        "libfontconfig1",
        "libfreetype6",
        "libgssapi-krb5-2",
        "libegl1",
        "libgl1",
    ),
    *("libx11-6", "libx11-xcb1", "libxkbcommon0", "libxkbcommon-x11-0", "libxcb1", "libxcb-cursor0"),
    *("libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0"),
    *(
        "libxcb-render-util0",
        "libxcb-shape0",
        "libxcb-shm0",
        "libxcb-sync1",
        "libxcb-util1",
        "libxcb-xfixes0",
        "libxcb-xkb1",
    ),
    *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)
"""Whose libraries ours are linked to. What was renamed for 64-bit time provides the old name, too."""
RECOMMENDS = (
    "gnome-keyring | kwalletmanager | keepassxc",  # where the token is kept
    "fonts-noto-cjk | fonts-droid-fallback | fonts-wqy-microhei",  # songs have Chinese names too
)


def build(root: Path) -> Path:
    """Make the package of what `linux.tree` laid out."""
    tree = BUILD / "linux" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(root, tree, symlinks=True)
    _put_documents(tree)
    control = empty(tree / "DEBIAN")
    (control / "control").write_text(_control(size(tree) // 1024), "utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n"  # noqa: S324 - dpkg's own format
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink() and control not in path.parents
    ]
    (control / "md5sums").write_text("".join(sums), "utf-8")
    settle(tree, epoch())
    DIST.mkdir(exist_ok=True)
    target = DIST / f"{NAME}_{version()}_amd64.deb"
    _pack(tree, target)
    return target


def _pack(tree: Path, target: Path) -> None:
    """As dpkg-deb does, which reads all kinds of .xz and writes one that is larger."""
    parts = empty(BUILD / "linux" / "deb-parts")
    plain = parts / "plain.deb"
    run("dpkg-deb", "--root-owner-group", "-Znone", "--uniform-compression", "--build", tree, plain)
    run("ar", "x", plain, cwd=parts)
    for name in ("control.tar", "data.tar"):
        xz(parts / name, parts / f"{name}.xz")
    with target.open("wb") as archive:  # ar's own names end with a slash, dpkg's do not
        archive.write(b"!<arch>\n")
        for name in ("debian-binary", "control.tar.xz", "data.tar.xz"):
            content = (parts / name).read_bytes()
            archive.write(
                f"{name:16}{epoch():<12}{0:<6}{0:<6}{100644:<8}{len(content):<10}`\n".encode("ascii")
            )
            archive.write(content + b"\n" * (len(content) % 2))
    shutil.rmtree(parts)


def _control(kilobytes: int) -> str:
    return f"""\
Package: {NAME}
Version: {version()}
Architecture: amd64
Section: sound
Priority: optional
Maintainer: {MAINTAINER}
Installed-Size: {kilobytes}
Depends: {", ".join(DEPENDS)}
Recommends: {", ".join(RECOMMENDS)}
Homepage: {PAGE}
Description: train a custom Suno model from your own songs
 Paste links to six or more of your songs, watch each one while it is uploaded,
 and press one button to have a model trained. You are shown the price and
 asked before anything is charged; closing the program loses nothing.
 .
 This package brings its own Python and Qt.
"""


def _put_documents(tree: Path) -> None:
    """What Debian wants to find in every package."""
    changes = (
        f"{NAME} ({version()}) stable; urgency=medium\n\n  * See {PAGE} for what changed.\n\n"
        f" -- {MAINTAINER}  {formatdate(epoch())}\n"
    )
    (tree / DOCUMENTS / "changelog.gz").write_bytes(gz(changes))
    overrides = tree / "usr" / "share" / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / "lintian-overrides", overrides / NAME)
