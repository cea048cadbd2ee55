"""The .rpm: Fedora, RHEL 10, openSUSE Leap 15.6 and later, all of which have a C library of 2.35 or later.

What it needs is named by the libraries' own names, as rpmbuild finds them, since the distributions call the
packages differently.
"""

import shutil
from pathlib import Path

from linux.tree import DOCUMENTS, HOME
from shared.project import BUILD, DIST, NAME, PAGE, epoch, run, version
from shared.tree import empty

SPEC = """\
Name: {name}
Version: {version}
Release: 1
Summary: Train a custom Suno model from your own songs
License: MIT AND LGPL-3.0-only AND Python-2.0 AND BSD-3-Clause AND Apache-2.0 AND MPL-2.0
URL: {page}
Group: Productivity/Multimedia/Sound/Utilities
Requires: ca-certificates
Recommends: (gnome-keyring or kwalletmanager5 or keepassxc)
Recommends: google-noto-sans-cjk-fonts

%description
Paste links to six or more of your songs, watch each one while it is uploaded,
and press one button to have a model trained. You are shown the price and
asked before anything is charged; closing the program loses nothing.

This package brings its own Python and Qt.

# Its libraries are its own: nobody else may count on them, and it asks nobody for them.
%global __provides_exclude_from ^/{home}/.*$
%global __requires_exclude ^lib(Qt6|icu|pyside6|shiboken6).*$
# Nothing is compiled here, so nothing is stripped, split or compiled again.
%global debug_package %{{nil}}
%global __os_install_post %{{nil}}
%global _build_id_links none

%install
cp -a {root}/. %{{buildroot}}

%files
/usr/bin/{name}
/{home}
/usr/share/applications/{name}.desktop
/usr/share/icons/hicolor/*/apps/{name}.*
/usr/share/metainfo/ai.mountsea.desktop.metainfo.xml
%doc /usr/share/man/man1/{name}.1.gz
%license /{documents}
"""


def build(root: Path) -> Path:
    """Make the package of what `linux.tree` laid out."""
    top = empty(BUILD / "linux" / "rpm")
    laid = BUILD / "linux" / "rpm-root"
    shutil.rmtree(laid, ignore_errors=True)
    shutil.copytree(root, laid, symlinks=True)
    spec = top / f"{NAME}.spec"
    spec.write_text(
        SPEC.format(name=NAME, version=version(), page=PAGE, home=HOME, root=laid, documents=DOCUMENTS),
        "utf-8",
    )
    run(
        *("rpmbuild", "-bb", "--target=x86_64"),
        *(f"--define=_topdir {top}", f"--define=_rpmdir {top}", "--define=_buildhost reproducible"),
        "--define=use_source_date_epoch_as_buildtime 1",
        "--define=clamp_mtime_to_source_date_epoch 1",
        "--define=_binary_payload w9.xzdio",
        spec,
        environment={"SOURCE_DATE_EPOCH": str(epoch())},
    )
    (made,) = top.rglob("*.rpm")
    target = DIST / f"{NAME}-{version()}-1.x86_64.rpm"
    shutil.move(made, target)
    return target
