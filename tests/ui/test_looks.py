"""Nothing is cut off, covered, out of reach or too small to hit: in any language, at any size of text."""

import re
import runpy
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QTableView,
    QWidget,
)

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.storage.settings_levels import Resolved
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.custom_models.attempt_card import AttemptCard
from mountsea_desktop.ui.custom_models.list_model import STATE
from mountsea_desktop.ui.dialogs import base
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.cannot_start import CannotStartDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.no_storage import NoStorageDialog
from mountsea_desktop.ui.dialogs.page import PageDialog
from mountsea_desktop.ui.dialogs.proxy import ProxyDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.dialogs.report import ReportDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.dialogs.storage import StorageDialog
from mountsea_desktop.ui.language import LANGUAGES, Language
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.ui.songs.delegate import SongDelegate
from mountsea_desktop.ui.songs.empty import EmptyList
from mountsea_desktop.ui.songs.sort_note import SortNote
from mountsea_desktop.ui.songs.table_model import Column
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.upload_price import question
from mountsea_desktop.ui.widgets.toast import Toast
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.prices import UploadPrice
from mountsea_desktop.workflow.problem import Problem
from tests.fakes.account import AccountHarness
from tests.fakes.languages import some_language
from tests.fakes.network import s3
from tests.fakes.pseudo import Pseudo, speaking
from tests.fakes.window import bury, model, profile, running, six, themed, until

PICTURES = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "pictures.py"))
SCREEN = QSize(1280, 800)
SMALLEST_TARGET = 24
"""px, as WCAG 2.2 has it."""
SIZES = (1, 2, 3)
MOST_ROUNDS = 30
"""Of layouts; where they went on for ever, somebody would see it flicker."""
WORDS = re.compile(r"[^\s\u2e80-\uffef]+")
"""What a line cannot be broken in; between Chinese characters it can."""


# -- What is wrong with a window -------------------------------------------------------------------------


def faults(top: QWidget) -> Iterator[str]:
    """Each thing in a window that somebody could not read, see or hit."""
    if top.width() > SCREEN.width() or top.height() > SCREEN.height():
        yield f"{told(top)} is {top.width()} × {top.height()} px large"
    shown = [w for w in top.findChildren(QWidget) if w.isVisible() and w.window() is top and w.width()]
    for widget in shown:
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox):
            yield from (f"{told(widget)}: {fault}" for fault in (*cut_off(widget), *out_of_reach(widget)))
        if isinstance(widget, QAbstractItemView):
            yield from (f"{told(widget)}: {fault}" for fault in elided(widget))
        if is_target(widget) and min(widget.width(), widget.height()) < SMALLEST_TARGET:
            yield f"{told(widget)} is only {widget.width()} × {widget.height()} px"
    for one, other in combinations(shown, 2):
        beside = one.parent() is other.parent() and not is_own_part(one) and not is_own_part(other)
        if beside and not lies_over(one, other):
            both = one.geometry() & other.geometry()
            if both.width() > 0 and both.height() > 0:
                yield f"{told(one)} and {told(other)} overlap"


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def is_target(widget: QWidget) -> bool:
    """What is clicked on; not the parts a field has for itself."""
    parts = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
    return not parts and isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)


def is_own_part(widget: QWidget) -> bool:
    """A part that a field or a list has for itself, such as a viewport or a scroll bar."""
    return isinstance(widget.parent(), QAbstractScrollArea | QAbstractSpinBox | QComboBox | QLineEdit)


def lies_over(one: QWidget, other: QWidget) -> bool:
    """A message lies over a list, or over the empty page, and over nothing else; the sort's over a list."""
    kinds = {type(widget) for widget in (one, other)}
    return kinds - {Toast} <= {SongView, EmptyList, AttemptCard} or kinds == {SongView, SortNote}


def cut_off(widget: QWidget) -> Iterator[str]:
    """Where a text needs more room than it has."""
    if isinstance(widget, QLineEdit):
        if not is_own_part(widget) and widget.placeholderText() and not widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            if needed > widget.contentsRect().width():
                yield f"the placeholder needs {needed} px of {widget.contentsRect().width()}"
        return
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(map(widget.fontMetrics().horizontalAdvance, WORDS.findall(widget.text()) or [""]))
        if longest > widget.width():
            yield f"a word needs {longest} px of {widget.width()}"
        if widget.heightForWidth(widget.width()) > widget.height():
            yield f"it needs a height of {widget.heightForWidth(widget.width())} px, not {widget.height()}"
        return
    if isinstance(widget.parent(), QLineEdit):  # an icon, drawn in its middle
        return
    needs = widget.sizeHint()
    if isinstance(widget, QAbstractSpinBox):  # it holds a line edit, which has what it needs
        needs.setHeight(widget.fontMetrics().height())
    if needs.width() > widget.width() or needs.height() > widget.height() + 1:  # 漢字 are a little higher
        yield f"it needs {needs.width()} × {needs.height()} px, not {widget.width()} × {widget.height()}"


def elided(view: QAbstractItemView) -> Iterator[str]:
    """Where a list hides words of ours. What a musician calls a song may be elided: it is told elsewhere."""
    if isinstance(view, QTableView):
        header = view.horizontalHeader()
        for section in range(header.count()):
            if header.sectionSizeHint(section) > header.sectionSize(section):
                yield f"the title of column {section} is cut off"
        yield from badly_offered(view)
        if view.verticalHeader().defaultSectionSize() < SMALLEST_TARGET:
            yield "the rows are too low"
    elif isinstance(view, QListView):
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            text = index.data(STATE) if isinstance(index.data(STATE), str) else str(index.data())
            cut = view.fontMetrics().horizontalAdvance(text) > view.visualRect(index).width()
            told_elsewhere = text in str(index.data(Qt.ItemDataRole.ToolTipRole))
            if cut and not (view.wordWrap() or told_elsewhere or view.horizontalScrollBar().maximum()):
                yield f"{text!r} is cut off"


def badly_offered(view: QTableView) -> Iterator[str]:
    """Where the button of a row is cut off or hard to hit."""
    delegate = view.itemDelegate()
    if not isinstance(delegate, SongDelegate):
        return
    for row in range(view.model().rowCount()):
        index = view.model().index(row, Column.STATUS)
        cell = view.visualRect(index)
        button = delegate.action_rect(index, cell)
        if not button.isEmpty() and not cell.contains(button):
            yield "what to do is cut off"
        if not button.isEmpty() and min(button.width(), button.height()) < SMALLEST_TARGET:
            yield "what to do is hard to hit"


def out_of_reach(widget: QWidget) -> Iterator[str]:
    """Where it lies outside of what can be seen, or scrolled to."""
    inner, child = QRect(QPoint(), widget.size()), widget
    while (parent := child.parentWidget()) is not None and not child.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            return
        inner.translate(child.pos())
        if not parent.rect().contains(inner):
            yield f"it lies outside of {told(parent)}"
            return
        child = parent


# -- The looks -------------------------------------------------------------------------------------------


@pytest.fixture(params=SIZES, ids="text_x{}".format)
def text(
    qapp: QApplication, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[int]:
    """Text of ordinary size, of the double, and of three times it."""
    usual = qapp.font()
    large = qapp.font()
    large.setPointSizeF(usual.pointSizeF() * request.param)
    qapp.setFont(large)
    monkeypatch.setattr(base, "room_for", lambda _dialog: SCREEN)
    yield request.param
    qapp.setFont(usual)


def settled(top: QWidget) -> QWidget:
    """The window, once layouts have taken in what changed, and what that changed in turn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    before: list[QRect] = []
    for _ in range(MOST_ROUNDS):
        for _ in range(3):  # a layout passes its wish on to the one around it, which may find nothing to move
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        after = [widget.geometry() for widget in top.findChildren(QWidget)]
        if after == before:
            return top
        before = after
    raise AssertionError(f"the layouts of {told(top)} come to no end")


def looked_at(language: Language, text: int, *tops: QWidget) -> str:
    """What is wrong in any language, a line each; the widgets are there all the while."""
    found = []
    for name in LANGUAGES:
        language.use(name)
        found += [f"{name}: {fault}" for top in tops for fault in faults(settled(top))]
    if text < max(SIZES):  # no language needs the one on top of the other
        with speaking(Pseudo()):
            found += [f"pseudo: {fault}" for top in tops for fault in faults(settled(top))]
    language.use("en")
    return "\n".join(found)


@pytest.mark.parametrize("scene", PICTURES["SCENES"])
async def test_a_scene_can_be_read(qapp: QApplication, tmp_path: Path, text: int, scene: str) -> None:
    elsewhere = Addresses() if scene in PICTURES["NOT_PRACTICE"] else None
    async with running(qapp, profile(tmp_path), addresses=elsewhere) as run:
        run.window.resize(SCREEN)
        dialog = await PICTURES["SCENES"][scene](run.app_run)
        if dialog is not None:
            await until(dialog.isVisible)
        tops = [run.window] if dialog is None else [run.window, dialog]
        assert looked_at(run.app_run.preferences.language, text, *tops) == ""


def waiting_account(parent: QWidget) -> AccountDialog:
    """The account dialog at its fullest: a token was refused by the keyring."""
    dialog = AccountDialog(
        parent, AccountHarness().account, Tasks(lambda _name, error: pytest.fail(str(error)))
    )
    dialog.open()
    dialog._say(words.account.store(SecretAnswer.UNAVAILABLE), "danger")
    dialog.keep.show()
    return dialog


def poor(parent: QWidget) -> ConfirmDialog:
    """The question of somebody whose balance is too low."""
    dialog = ConfirmDialog(parent, "My model", six())
    dialog.show_outlook(Decimal(40))
    return dialog


def linked(parent: QWidget) -> LinksDialog:
    """The link dialog with links to remark on."""
    dialog = LinksDialog(parent, Icons(), {})
    dialog.field.setPlainText(PICTURES["MESSY"])
    dialog._typing.stop()
    dialog._read()
    while dialog._reader.busy:
        dialog._reader._step()
    return dialog


def storing(parent: QWidget, kind: StorageKind) -> StorageDialog:
    """The dialog for the storage, after a test that failed."""
    settings = Settings(storage_kind=kind)

    async def nothing() -> None:
        """Nobody tests here."""

    storage = SongStorage(settings, "looks", s3)
    parent.destroyed.connect(storage.close)
    tasks = Tasks(lambda _name, error: pytest.fail(str(error)))
    dialog = StorageDialog(parent, settings, Resolved(), storage, nothing, tasks)
    problem = Problem(StorageFault.NO_RIGHT, details="403 AccessDenied")
    dialog._say(words.problems.describe(problem), "danger", problem)
    return dialog


async def let_through(_login: Login) -> None:
    """A proxy that takes any name."""


def too_poor(parent: QWidget) -> ConfirmDialog:
    """The question before spending, with too few credits."""
    dialog = ConfirmDialog(parent, "My model", six())
    dialog.show_outlook(Decimal(95))
    return dialog


BOXES: dict[str, Callable[[QWidget], QDialog]] = {
    "about": AboutDialog,
    "account": waiting_account,
    "confirm": lambda parent: ConfirmDialog(parent, "My model", six()),
    "confirm short": too_poor,
    "page": lambda parent: PageDialog(parent, KEYS),
    "upload question": lambda parent: QuestionDialog(
        parent,
        words.songs.upload_question(202),
        question(UploadPrice(202, Decimal(2), Decimal(100), Decimal(450))),
        words.songs.upload(202),
    ),
    "confirm again": lambda parent: ConfirmDialog(
        parent, "My model", six(), after=model(Outcome.UNCLEAR).attempt
    ),
    "confirm, poor": poor,
    "help": HelpDialog,
    "links": linked,
    "log": lambda parent: LogDialog(parent, "a line\n" * 100),
    "no storage": NoStorageDialog,
    "proxy": lambda parent: ProxyDialog(
        parent, "proxy.studio.example:3128", let_through, Tasks(lambda *_: None)
    ),
    "question": lambda parent: QuestionDialog(
        parent, words.songs.send_again_question(), words.songs.send_again_risk(), words.songs.send_again()
    ),
    "report": lambda parent: ReportDialog(parent, "Traceback\n" * 40),
    "settings": lambda parent: SettingsDialog(parent, Settings()),
    "storage": lambda parent: storing(parent, StorageKind.S3),
    "storage, a folder": lambda parent: storing(parent, StorageKind.FOLDER),
    "stop": lambda _parent: CannotStartDialog(
        words.program.nothing_changed("The disk is full.", "Free some space.")
    ),
}


@pytest.mark.parametrize("make", BOXES.values(), ids=BOXES)
def test_a_dialog_can_be_read(qapp: QApplication, text: int, make: Callable[[QWidget], QDialog]) -> None:
    theme = themed(qapp)
    parent = QWidget()
    parent.show()
    try:
        with some_language() as language:
            dialog = make(parent)
            dialog.open()
            assert looked_at(language, text, dialog) == ""
    finally:
        parent.deleteLater()
        theme.deleteLater()
        bury()
