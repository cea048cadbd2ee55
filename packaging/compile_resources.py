"""Turn `resources/` into what the program reads: `mountsea_desktop/ui/compiled/`.

    python packaging/compile_resources.py

Translations become .qm files, made by the lrelease inside the PySide6 wheel; icons are copied. Only what
is older than its source is made again, and what has lost its source is removed.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lrelease() -> Path:
    """The compiler for translations. PATH is no guide: it may hold another version, or none."""
    spec = find_spec("PySide6")
    for folder in (spec and spec.submodule_search_locations) or []:
        for name in ("lrelease", "lrelease.exe"):
            if (tool := Path(folder) / name).is_file():
                return tool
    sys.exit("lrelease is missing: PySide6-Essentials is not installed for this Python.")


def compile_resources(root: Path = ROOT) -> None:
    """Bring `ui/compiled` up to date; leaves the program with words when a translation is broken."""
    source, target = root / "resources", root / "mountsea_desktop" / "ui" / "compiled"
    made = {target}
    for original in sorted((source / "translations").glob("*.ts")):
        made |= _derive(original, (target / "translations" / original.name).with_suffix(".qm"), target)
    for original in sorted(path for path in (source / "icons").rglob("*") if path.is_file()):
        made |= _derive(original, target / original.relative_to(source), target)
    for leftover in sorted(set(target.rglob("*")) - made, reverse=True):
        leftover.rmdir() if leftover.is_dir() else leftover.unlink()


def _derive(original: Path, result: Path, target: Path) -> set[Path]:
    """Make `result` if it is older than `original`; return it and the folders it needs."""
    if not result.exists() or result.stat().st_mtime <= original.stat().st_mtime:
        result.parent.mkdir(parents=True, exist_ok=True)
        if result.suffix == ".qm":
            _translate(original, result)
        else:
            shutil.copyfile(original, result)
    return {result, *(folder for folder in result.parents if folder.is_relative_to(target))}


def _translate(original: Path, result: Path) -> None:
    done = subprocess.run(
        [lrelease(), "-silent", original, "-qm", result], capture_output=True, text=True, check=False
    )
    if done.returncode or not result.exists():
        result.unlink(missing_ok=True)
        sys.exit(f"lrelease could not compile {original}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    compile_resources()
