"""Words live in `ui/words` and nowhere else, so that each is translated and none is written twice."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mountsea_desktop"
MODULES = [
    path for path in sorted(PACKAGE.rglob("*.py")) if not path.is_relative_to(PACKAGE / "ui" / "words")
]

SHOWN_BY = re.compile(
    r"^(set(Text|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|AccessibleName"
    r"|AccessibleDescription|HeaderLabels|HorizontalHeaderLabels|Prefix|Suffix|TabText|ItemText)"
    r"|add(Item|Items|Tab|Action|Menu|Row)"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget))$"
)


def _literals(node: ast.expr) -> Iterator[str]:
    """The text of a literal, or the parts of one that is put together; not what it is computed from."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _literals(part)
        case ast.BinOp(left=left, right=right):
            yield from (*_literals(left), *_literals(right))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_literals(body), *_literals(orelse))


def _misplaced(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            function = ast.unparse(node.func)
            name = function.rpartition(".")[2]
            shown = "".join(text for argument in node.args for text in _literals(argument))
            translated = name == "tr" or function.endswith("QCoreApplication.translate")
            if translated or (SHOWN_BY.match(name) and re.search(r"[^\W\d_]", shown)):
                found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_words_are_written_here(module: Path) -> None:
    assert not _misplaced(module.read_text("utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Ready")',
        'label.setText(f"{count} songs")',
        'label.setText(text if text else "none")',
        'label.setText("at " + place)',
        'QPushButton("Upload", self)',
        'QtWidgets.QLabel("Songs")',
        'self.setWindowTitle("Mountsea")',
        'self.tr("Songs")',
        'QCoreApplication.translate("Songs", "Song")',
    ],
)
def test_the_rule_knows_words(source: str) -> None:
    assert _misplaced(source)


@pytest.mark.parametrize(
    "source",
    ['label.setText("–")', "label.setText(words.songs.add())", 'text.translate({1: "a"})', "QLabel(self)"],
)
def test_the_rule_knows_what_is_no_word(source: str) -> None:
    assert not _misplaced(source)
