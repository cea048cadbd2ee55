"""The rules of the architecture that no linter knows, so that nobody has to remember them."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import (
    QIdentityProxyModel,
    QModelIndex,
    QStringListModel,
)

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging"))

import linux.runtime
import windows.runtime

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mountsea_desktop"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

TESTED_BY_OTHERS = {
    "storage/secret_answer.py": "plain data; the tests of the keyring produce it",
    "storage/schema.py": "SQL as text; the tests of the journal carry it out",
    "links/verdict.py": "plain data; the tests of the checks produce it",
}


def _syntax(module: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(module.read_text("utf-8"), str(module)))


def _imported(module: Path) -> set[str]:
    """What a module imports, inside functions too."""
    names: set[str] = set()
    for node in _syntax(module):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _imports(module: Path) -> set[str]:
    """The libraries a module imports."""
    return {name.partition(".")[0] for name in _imported(module)}


def test_every_module_has_its_tests() -> None:
    expected = {
        name: ROOT / "tests" / Path(name).parent / f"test_{path.stem.strip('_')}.py"
        for name, path in MODULES.items()
        if path.name != "__init__.py"
    }
    missing = {name for name, tests in expected.items() if not tests.exists()}
    assert sorted(missing) == sorted(TESTED_BY_OTHERS)


ABOUT_SEVERAL = {
    "e2e", "fakes", "faults", "packages", "torture",
    "gateway/test_faults.py", "gateway/test_open_connections.py",
    "links/sites/test_sites.py", "links/test_kinds.py", "links/test_uri.py",
    "test_architecture.py", "test_bootstrap.py", "test_conftest.py", "test_doubling.py",
    "test_other_pythons.py", "test_policy_templates.py", "test_resources.py",
    "test_translations.py",
    "ui/songs/test_strange_numbers.py", "ui/test_keyboard.py", "ui/test_looks.py", "ui/test_positions.py",
    "ui/test_strangers_texts.py",
    "ui/test_weight.py", "ui/test_words_in_one_place.py",
    "ui/words/test_every_text.py",
    "workflow/test_any_order.py", "workflow/test_torture.py",
}  # fmt: skip
"""Tests, or folders of them, that belong to no single module."""
TESTS = {path.relative_to(ROOT / "tests").as_posix(): path for path in (ROOT / "tests").rglob("test_*.py")}


def test_tests_lie_where_their_module_does() -> None:
    """Beside `test_training.py` there may be `test_training_failed.py`, where one file would be too long."""
    modules = {f"{Path(name).parent.as_posix()}/{Path(name).stem.strip('_')}" for name in MODULES}
    astray = {
        name
        for name in TESTS
        if not any(f"{Path(name).parent.as_posix()}/{part}" in modules for part in _beginnings(name))
        and ABOUT_SEVERAL.isdisjoint({name, *(parent.as_posix() for parent in Path(name).parents)})
    }
    assert not astray
    gone = {name for name in ABOUT_SEVERAL if not (ROOT / "tests" / name).exists()}
    assert not gone


def _beginnings(name: str) -> list[str]:
    """`training_failed`, `training` for `test_training_failed.py`."""
    parts = Path(name).stem.removeprefix("test_").split("_")
    return ["_".join(parts[:count]) for count in range(len(parts), 0, -1)]


def test_what_is_left_out_under_wine_exists() -> None:
    lines = (ROOT / "packaging/windows/wine-cannot.txt").read_text("utf-8").splitlines()
    left_out = [line.split("::") for line in lines if line.startswith("tests/")]
    assert len(left_out) > 5
    for path, name in left_out:
        function = name.partition("[")[0]  # of one with parameters, some may be left out
        assert f"def {function}(" in (ROOT / path).read_text("utf-8"), name


def test_no_package_leaves_out_a_part_of_python_that_is_imported() -> None:
    imported = {name for path in MODULES.values() for name in _imported(path)}
    assert len(imported & sys.stdlib_module_names) > 50
    for name in imported:
        file = name.replace(".", "/")
        assert not any(linux.runtime.LEFT_OUT.fullmatch(f"{file}{rest}.py") for rest in ("", "/__init__")), (
            name
        )
        assert not windows.runtime.MODULES_LEFT_OUT & {name.partition(".")[0], f"{name}.py"}, name


def test_no_test_imports_from_another() -> None:
    """What several tests take lives in `tests/fakes`, or beside them in a module that is no test."""
    importing = {
        f"{name}: {node.module}"
        for name, path in TESTS.items()
        for node in _syntax(path)
        if isinstance(node, ast.ImportFrom) and re.search(r"^tests\..*\btest_", node.module or "")
    }
    assert not importing


@pytest.mark.parametrize("package", ["gateway", "workflow", "links", "storage", "practice"])
def test_it_imports_without_qt(package: str) -> None:
    names = [
        "mountsea_desktop." + name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for name in MODULES
        if name.startswith(f"{package}/")
    ]
    assert names
    text = (
        "import importlib, sys\n"
        "sys.modules |= dict.fromkeys(['PySide6', 'shiboken6', 'qasync'])\n"  # None makes an import fail
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
    )
    subprocess.run([sys.executable, "-c", text, *names], check=True, cwd=ROOT)  # noqa: S603 - our own text


@pytest.mark.parametrize("library", ["keyring", "sqlite3"])
def test_one_file_touches_it(library: str) -> None:
    assert len([name for name, path in MODULES.items() if library in _imports(path)]) == 1


def _calls(module: Path) -> set[str]:
    """What a module calls by a dotted name, as written."""
    called = (ast.unparse(node.func) for node in _syntax(module) if isinstance(node, ast.Call))
    return {name for name in called if "." in name}


NESTED_LOOP = re.compile(
    r"\.(exec|exec_|processEvents|run_until_complete|run_forever)$|^Q(File|Input|Color|Font)Dialog\.get|^QMessageBox\."
)


WITHOUT_A_LOOP = {
    "ui/app/opening.py": "its loop of Qt's own has ended before the one for tasks is made",
    "ui/app/selftest.py": "ends before there is a loop, so nothing can be nested in it",
}


@pytest.mark.parametrize("name", sorted(set(MODULES) - set(WITHOUT_A_LOOP)))
def test_no_loop_runs_inside_the_loop(name: str) -> None:
    assert not {call for call in _calls(MODULES[name]) if NESTED_LOOP.search(call)}


def test_the_rule_about_loops_knows_them(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("menu.exec(p); QFileDialog.getOpenFileName(w); QMessageBox.question(w); a.b.exec()")
    assert {call for call in _calls(module) if NESTED_LOOP.search(call)} == _calls(module)


# -- What must not be written down -----------------------------------------------------------------------

NOT_OURS = {".git", ".venv", ".hypothesis", "build", "dist", "compiled", "__pycache__"}
TELLTALE = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", r"(?<![\w.~])/(?:root|work|opt/py)" + "/"])
)


def _texts() -> Iterator[tuple[Path, str]]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        for path in (Path(folder, name) for name in names if name not in NOT_OURS):
            try:
                yield path, path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture


def test_no_index_and_no_machine_is_named() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path, text in _texts()
        if path != Path(__file__)
        for number, line in enumerate(text.splitlines(), 1)
        if TELLTALE.search(line)
    ]
    assert not found


# -- What CONTRIBUTING.md says ---------------------------------------------------------------------------

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MADE = re.compile(r"^(?:build|dist|logs)/|^\.\w+")
"""Files that come of building and running, and endings."""


def test_each_file_it_names_exists() -> None:
    """Files are named from the root or from the package, or beside one that was."""
    files = [f"/{path.relative_to(ROOT).as_posix()}" for path, _ in _texts()]
    quoted = re.findall(r"`([\w./-]+?)/?`", CONTRIBUTING)
    named = {name for name in quoted if re.search(r"/|\.[a-z]{2,4}$", name) and not MADE.search(name)}
    named |= set(re.findall(r"[\w/]+\.py", CONTRIBUTING))
    assert len(named) > 50
    gone = {name for name in named if not any(f"/{name}/" in f"{file}/" for file in files)}
    assert not gone


def test_each_name_it_uses_is_one_of_the_code() -> None:
    named = set(re.findall(r"`([A-Za-z_]\w+)`", CONTRIBUTING))
    code = "\n".join(text for path, text in _texts() if path.suffix in {".py", ".toml", ".txt"})
    assert "SongState" in named
    assert not {name for name in named if re.search(rf"\b{name}\b", code) is None}


def test_each_error_is_on_its_map() -> None:
    errors = {
        node.name
        for module in MODULES.values()
        for node in _syntax(module)
        if isinstance(node, ast.ClassDef) and re.search(r"^[A-Z]\w*Error$", node.name)
    }
    assert errors == set(re.findall(r"\b\w+Error\b", CONTRIBUTING))


# -- Dependencies ----------------------------------------------------------------------------------------


def _pins() -> dict[str, str]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pins}


def test_the_pinned_versions_are_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["build-system"]["requires"] + project["project"]["dependencies"]
    requirements = [Requirement(text) for text in wanted + project["dependency-groups"]["dev"]]
    pins = _pins()
    assert len(requirements) > 10
    assert not [
        str(wish) for wish in requirements if pins[canonicalize_name(wish.name)] not in wish.specifier
    ]


@pytest.mark.parametrize("name", ["README.md", "README.zh_CN.md"])
def test_who_installs_with_pip_gets_the_versions_that_were_tried(name: str) -> None:
    commands = re.findall(r"pip install [^#\n]*", (ROOT / name).read_text("utf-8"))
    assert commands
    assert all("-c packaging/constraints.txt" in command for command in commands)


# -- PySide6 keeps count of None -------------------------------------------------------------------------

ROUNDS = 1000


class _Forwarder(QIdentityProxyModel):
    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]  # the stub knows less
        return None if index.isValid() else role


@pytest.mark.usefixtures("qapp")
def test_pyside_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 loses one in most calls from Qt into Python, until Python 3.11 aborts."""
    strings, ours, outer = QStringListModel(["a"]), _Forwarder(), QIdentityProxyModel()
    ours.setSourceModel(strings)
    outer.setSourceModel(ours)
    cell = outer.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        outer.data(cell, 0)
    assert before - sys.getrefcount(None) < ROUNDS / 10
