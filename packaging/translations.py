"""Bring the translations up to date with the words: `resources/translations/mountsea_<language>.ts`.

    python packaging/translations.py            after changing words: lists what is to be translated now
    python packaging/translations.py --check    changes nothing; fails where something is missing

A translation is done once its text is filled in and `type="unfinished"` is gone. English has only the texts
that count something, because one song is not "1 songs".
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "zh_CN", "zh_TW")

_PIECES = re.compile(
    r"<name>(?P<context>.*?)</name>"
    r"|<source>(?P<source>.*?)</source>.*?(?P<translation><translation.*?)(?=</message>)",
    re.DOTALL,
)
_MISSING = re.compile(r'type="unfinished"|<(translation|numerusform)[^>]*>\s*</\1>')


def update(target: Path, root: Path) -> None:
    """Make the file name exactly the texts that `ui/words` has now; what is translated already stays."""
    # The tool inside the wheel. PATH is no guide: it may hold another version, or none.
    tool = shutil.which("lupdate", path=Path(PySide6.__path__[0]))
    if tool is None:
        sys.exit("lupdate is missing: PySide6-Essentials is not installed for this Python.")
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    if target.stem == "mountsea_en":
        options.append("-pluralonly")
    words = sorted((root / "mountsea_desktop" / "ui" / "words").glob("*.py"))
    done = subprocess.run(
        [tool, *options, "-warnings-are-errors", *words, "-ts", target],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"lupdate could not read the words:\n{done.stdout}{done.stderr}")


def unfinished(target: Path) -> Iterator[str]:
    """Each text that waits for its translation: line in the file, class of the words, text."""
    text, context = target.read_text("utf-8"), ""
    for piece in _PIECES.finditer(text):
        context = piece["context"] or context
        if piece["translation"] and _MISSING.search(piece["translation"]):
            line = text.count("\n", 0, piece.start("translation")) + 1
            yield f"{line}: {context}: {unescape(piece['source'])}"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Update or check; 0 where nothing is left to do."""
    parser = argparse.ArgumentParser(description="Bring the translations up to date with the words.")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is missing"
    )
    check = parser.parse_args(arguments).check
    changed, waiting = False, []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            original = root / "resources" / "translations" / f"mountsea_{language}.ts"
            updated, name = Path(folder, original.name), original.relative_to(root)
            before = original.read_bytes() if original.exists() else b""
            if before:
                updated.write_bytes(before)
            update(updated, root)
            if updated.read_bytes() != before:
                changed = True
                print(f"{name} does not match the words." if check else f"{name} was brought up to date.")
                if not check:
                    shutil.copyfile(updated, original)
            waiting += [f"{name}:{entry}" for entry in unfinished(updated)]
    if waiting:
        print(*waiting, sep="\n")
        print(f'{len(waiting)} to translate: fill them in and take away type="unfinished".')
    if check and changed:
        print("Run: python packaging/translations.py")
    return 1 if waiting or (check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
