"""The .msi: the same folder for all users of many computers, by Group Policy or `msiexec /i FILE /qn`.

It asks nothing and says little: people take setup.exe, which knows their language and waits for a running
copy. Here Windows itself closes the program or, where it may not, puts the new files in place when it starts
next.

Made by msitools' wixl. It packs with MSZIP, half as large again, since nothing in Debian writes the better
LZX. Its own identifier and time are new each time, so its bytes are, too.
"""

import re
import shutil
import uuid
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from shared.project import BUILD, DIST, NAME, TITLE, run, version
from windows.setup import APP_ID, KEY, sign

NAMESPACE = uuid.UUID("6f1d2c5e-6a0b-5d3a-9a7e-0c7f2b9d4e11")
"""What all identifiers are made of. They must never change: by them Windows knows what it may replace."""
UPGRADE = uuid.uuid5(NAMESPACE, "upgrade")
MENU = "ProgramMenuFolder"


def build(tree: Path) -> Path:
    """A few seconds."""
    target = DIST / f"{NAME}-{version()}-windows-x64.msi"
    scratch = BUILD / "windows"  # wixl finds files from where it runs
    shutil.copy(scratch / "launcher" / f"{NAME}.ico", scratch)
    source = scratch / f"{NAME}.wxs"
    ElementTree(_source(tree, scratch)).write(source, "utf-8", xml_declaration=True)
    target.unlink(missing_ok=True)
    run("wixl", "--arch", "x64", "--output", target, source.name, cwd=scratch)
    # The window names itself on the task bar; an entry of the same name is what it is pinned as.
    run(
        *("msibuild", target, "-q"),
        "CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, "
        "`Shortcut_` CHAR(72) NOT NULL, `PropertyKey` CHAR(255) NOT NULL, "
        "`PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)",
        "-q",
        "INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, "  # noqa: S608 - our own text
        f"`PropVariantValue`) VALUES ('AppId', 'Entry', 'System.AppUserModel.ID', '{APP_ID}')",
    )
    sign(target)
    return target


def _source(tree: Path, scratch: Path) -> Element:
    """WiX's description of what is installed, and where."""
    wix = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    package = SubElement(
        wix,
        "Product",
        Id=_id(f"product {version()}"),
        Name=TITLE,
        Language="1033",
        Version=version(),
        Manufacturer=f"{TITLE} contributors",
        UpgradeCode=str(UPGRADE),
    )
    SubElement(
        package,
        "Package",
        InstallerVersion="500",
        Compressed="yes",
        InstallScope="perMachine",
        Platform="x64",
    )
    SubElement(package, "MajorUpgrade", DowngradeErrorMessage=f"A newer version of {TITLE} is installed.")
    SubElement(package, "MediaTemplate", EmbedCab="yes", CompressionLevel="high")
    SubElement(package, "Icon", Id="Icon.ico", SourceFile=f"{NAME}.ico")
    SubElement(package, "Property", Id="ARPPRODUCTICON", Value="Icon.ico")
    SubElement(package, "Property", Id="ARPNOMODIFY", Value="1")
    other = SubElement(package, "Property", Id="BYSETUP")
    SubElement(other, "RegistrySearch", Id="BySetup", Root="HKLM", Key=KEY, Name="InstallLocation",
               Type="raw", Win64="yes")  # fmt: skip
    SubElement(
        package,
        "Condition",
        Message=f"{TITLE} was installed for all users by setup.exe. Please remove that; songs are kept.",
    ).text = "Installed OR NOT BYSETUP"

    root = SubElement(package, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = SubElement(root, "Directory", Id="ProgramFiles64Folder")
    folder = SubElement(programs, "Directory", Id="INSTALLDIR", Name=TITLE)
    SubElement(root, "Directory", Id=MENU)
    feature = SubElement(package, "Feature", Id="Everything", Level="1")
    _put(tree, tree, scratch, folder, feature)
    indent(wix)
    return wix


def _put(place: Path, tree: Path, scratch: Path, directory: Element, feature: Element) -> None:
    """A component for each file, as Windows wants it."""
    for path in sorted(place.iterdir()):
        inner = path.relative_to(tree).as_posix()
        name = _name(inner)
        if path.is_dir():
            below = SubElement(directory, "Directory", Id=f"d{name}", Name=path.name)
            _put(path, tree, scratch, below, feature)
            continue
        component = SubElement(directory, "Component", Id=f"c{name}", Guid=_id(inner), Win64="yes")
        source = path.relative_to(scratch).as_posix()
        SubElement(component, "File", Id=f"f{name}", Name=path.name, Source=source, KeyPath="yes")
        SubElement(feature, "ComponentRef", Id=f"c{name}")
        if path == tree / f"{NAME}.exe":
            SubElement(component, "Shortcut", Id="Entry", Directory=MENU, Name=TITLE, Icon="Icon.ico",
                       WorkingDirectory="INSTALLDIR", Target=f"[INSTALLDIR]{path.name}")  # fmt: skip


def _id(what: str) -> str:
    return str(uuid.uuid5(NAMESPACE, what)).upper()


def _name(inner: str) -> str:
    """An identifier for the file at this path: of few characters, and the same in every version."""
    return re.sub(r"\W", "", str(uuid.uuid5(NAMESPACE, inner)))
