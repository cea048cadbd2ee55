"""The translations as they are in the sources, in force for a test, however old the compiled ones are."""

import runpy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from mountsea_desktop.ui.language import Language

ROOT = Path(__file__).parents[2]


def compiled_translations(folder: Path) -> Path:
    """Compile them below `folder`, as the build does; return where they then are."""
    shutil.copytree(ROOT / "resources" / "translations", folder / "resources" / "translations")
    script = runpy.run_path(str(ROOT / "packaging" / "compile_resources.py"))
    script["compile_resources"](folder)
    return folder / "mountsea_desktop" / "ui" / "compiled" / "translations"


@contextmanager
def some_language() -> Iterator[Language]:
    """A `Language` to be changed at will; afterwards everything is as it was."""
    locale, language = QLocale(), Language()
    try:
        yield language
    finally:
        for translator in language._translators:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(locale)
