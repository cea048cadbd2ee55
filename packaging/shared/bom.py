"""What is inside a package: a bill of materials (CycloneDX 1.5, JSON) and the text of all licences."""

import json
import sys
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path

from shared.pins import sha256
from shared.project import NAME, ROOT, TITLE, epoch, version

COMMON = Path("/usr/share/common-licenses")
"""Debian's copies of the texts that the wheels refer to and leave out."""
BY_CLASSIFIER = {"License :: OSI Approved :: MIT License": "MIT"}
MIT = Path(__file__).with_name("MIT.txt")
WITHOUT_TEXT = {"obstore": MIT}
"""Wheels that name a licence and do not bring its text."""
QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"


@dataclass(frozen=True, slots=True, order=True)
class Component:
    """One thing that somebody else made, or the program itself."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    purl: str = ""
    texts: tuple[Path, ...] = ()
    inside: str = ""
    """The component that brings it along."""


def python_libraries(site_packages: Path) -> list[Component]:
    """Those that pip would list."""
    found = []
    for folder in sorted(site_packages.glob("*.dist-info")):
        told = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
        name, number = told["Name"], told["Version"]
        licence = told["License-Expression"] or told["License"] or "UNKNOWN"
        if licence == "UNKNOWN":
            classified = [BY_CLASSIFIER.get(text) for text in told.get_all("Classifier") or []]
            licence = next(filter(None, classified), "")
        if not licence:
            sys.exit(f"{name} {number} names no licence: look it up before it is shipped.")
        texts = tuple(
            path
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
        )
        if licence == QT:
            texts = (COMMON / "LGPL-3", COMMON / "GPL-3")
        if not texts and name in WITHOUT_TEXT:
            texts = (WITHOUT_TEXT[name],)
        found.append(Component(name, number, licence, f"pkg:pypi/{name.lower()}@{number}", texts))
        found += _compiled_in(folder, name)
    return found


def _compiled_in(folder: Path, name: str) -> list[Component]:
    """What is inside a library in C or Rust, as far as its own bill of materials says."""
    parts = [
        part for file in folder.glob("sboms/*.json") for part in json.loads(file.read_bytes())["components"]
    ]
    return [
        Component(part["name"], part["version"], part["licenses"][0]["expression"], part["purl"], (), name)
        for part in parts
        if part.get("purl", "").startswith("pkg:cargo/") and "expression" in part.get("licenses", [{}])[0]
    ]


def write(target: Path, package: Path, components: Iterable[Component]) -> None:
    """The bill of materials of one package."""
    ordered = sorted(components)
    for component in ordered:
        if not component.texts and not component.inside:
            sys.exit(f"{component.name} comes without the text of its licence.")
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        # The same for the same package, as everything else in it.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{package.name}:{sha256(package)}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": TITLE,
                "version": version(),
                "licenses": [{"license": {"id": "MIT"}}],
                "hashes": [{"alg": "SHA-256", "content": sha256(package)}],
                "properties": [{"name": "file", "value": package.name}],
            },
        },
        "components": [_entry(component) for component in ordered if component.name != NAME],
    }
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _entry(component: Component) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{component.inside}/{component.name}@{component.version}".removeprefix("/"),
        "name": component.name,
        "version": component.version,
        "licenses": [{"expression": component.licence}],
    }
    if component.purl:
        entry["purl"] = component.purl
    if component.inside:
        entry["properties"] = [{"name": "comes with", "value": component.inside}]
    return entry


def licences(components: Iterable[Component]) -> str:
    """The texts of all licences, one after the other; each text once."""
    blocks = [f"{TITLE} {version()}\n\n{(ROOT / 'LICENSE').read_text('utf-8').strip()}\n"]
    seen: dict[str, str] = {}
    ordered = sorted(component for component in components if component.name != NAME)
    for component in ordered:
        title = f"{component.name} {component.version}: {component.licence}"
        if component.inside:
            title += f" (comes with {component.inside})"
        lines = [title]
        for file in component.texts:
            text = file.read_text("utf-8", "replace").strip()
            where = seen.setdefault(text, component.name)
            lines.append(text if where == component.name else f"(the text above, at {where})")
        blocks.append("\n\n".join(lines) + "\n")
    return f"\n{'-' * 78}\n\n".join(blocks)
