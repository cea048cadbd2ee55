"""Translations and icons reach the program and the package built from it."""

import os
import runpy
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[1]
WORDS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>Songs</name>
<message><source>Uploaded</source><translation>{word}</translation></message></context></TS>
"""

compile_resources: Callable[[Path], None] = runpy.run_path(str(ROOT / "packaging" / "compile_resources.py"))[
    "compile_resources"
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    words, icon = (
        tmp_path / "resources/translations/desktop_zh_CN.ts",
        tmp_path / "resources/icons/app/song.svg",
    )
    for file, text in ((words, WORDS.format(word="已上传")), (icon, "<svg/>")):
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return tmp_path


def compiled(project: Path) -> set[str]:
    folder = project / "mountsea_desktop/ui/compiled"
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def word(project: Path) -> str:
    translator = QTranslator()
    assert translator.load(str(project / "mountsea_desktop/ui/compiled/translations/desktop_zh_CN.qm"))
    return translator.translate("Songs", "Uploaded") or ""


def test_they_are_compiled_once_and_again_when_they_change(project: Path) -> None:
    compile_resources(project)
    assert compiled(project) == {"translations/desktop_zh_CN.qm", "icons/app/song.svg"}
    assert word(project) == "已上传"
    made = project / "mountsea_desktop/ui/compiled/translations/desktop_zh_CN.qm"
    first = made.stat().st_mtime_ns
    compile_resources(project)
    assert made.stat().st_mtime_ns == first
    source = project / "resources/translations/desktop_zh_CN.ts"
    source.write_text(WORDS.format(word="完成"), "utf-8")
    os.utime(source, ns=(first + 1, first + 1))
    compile_resources(project)
    assert word(project) == "完成"


def test_what_lost_its_source_goes(project: Path) -> None:
    compile_resources(project)
    shutil.rmtree(project / "resources/icons")
    compile_resources(project)
    assert compiled(project) == {"translations/desktop_zh_CN.qm"}
    assert not (project / "mountsea_desktop/ui/compiled/icons").exists()


def test_a_broken_translation_stops_with_words(project: Path) -> None:
    (project / "resources/translations/desktop_zh_CN.ts").write_text("<TS><context>", "utf-8")
    with pytest.raises(SystemExit, match=r"could not compile .*desktop_zh_CN\.ts"):
        compile_resources(project)
    assert compiled(project) == set()


def test_the_wheel_holds_them(project: Path) -> None:
    """Built as `pip install .` does, but for the download of what builds it."""
    (project / "README.md").touch()
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, project)
    for folder in ("packaging", "mountsea_desktop"):
        shutil.copytree(
            ROOT / folder,
            project / folder,
            ignore=shutil.ignore_patterns("compiled", "__pycache__"),
            dirs_exist_ok=True,
        )
    build = "import hatchling.build as b, sys; print(b.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, "."], cwd=project, check=True)  # noqa: S603 - our own text
    (wheel,) = project.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"mountsea_desktop/ui/compiled/{name}" for name in compiled(project)} <= names
    assert len(compiled(project)) == 2
    assert "mountsea_desktop/__main__.py" in names
    assert not [name for name in names if name.startswith(("tests", "resources", "packaging"))]
