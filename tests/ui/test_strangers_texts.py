"""What a stranger wrote is shown as it is: never as markup, never steering, never more than anybody reads."""

import ast
import itertools
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel
from PySide6.QtGui import QAccessible, Qt, QTextDocument  # this Qt has more
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget

from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.links.verdict import Note, Verdict
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.folders import FoldersFault
from mountsea_desktop.storage.secret_store import SecretLocation
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Level, Origin, Resolved, SettingProblem
from mountsea_desktop.storage.settings_table import TABLE, SettingFault
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.custom_models.list_model import ModelListModel
from mountsea_desktop.ui.custom_models.page import ModelPage
from mountsea_desktop.ui.custom_models.songs_made import SongsMade
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.cannot_start import CannotStartDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.connection_check import ConnectionCheckDialog
from mountsea_desktop.ui.dialogs.credits import CreditsDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.make_song import MakeSongDialog
from mountsea_desktop.ui.dialogs.proxy import ProxyDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.dialogs.report import ReportDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.notifications.announcer import Announcer
from mountsea_desktop.ui.notifications.notifier import Notifier
from mountsea_desktop.ui.player.bar import PlayerBar
from mountsea_desktop.ui.songs.table_model import SongTableModel
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.widgets.banner import OutageBanner
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.toast import Toast
from mountsea_desktop.workflow.events import (
    Event,
    GenerationSaved,
    ModelSaved,
    Outage,
    OutageChanged,
    Remedy,
    SongSaved,
)
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.problem import JobFault, LaterCode, Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.account import AccountHarness
from tests.fakes.window import bury, model, song, themed, until

HOSTILE = [
    '<img src="/dev/zero">',
    'hello <img src="file:///tmp/fifo"> you',
    '<img src="file://attacker.example/share/x.png"> & <b>loud</b>',
    "<img src='http://attacker.example/x.png'/>",
    "a\n<img src=/dev/zero>\nb",
    "&lt;img src=/dev/zero&gt;",
    "<table><tr><td>x</td></tr></table>",
    "\u202emp3.exe\u202c \u2066x\u2069 \x1b[31m \x00\x07 \ufeff",
    "x" * 200_000,
    "<" * 200_000,
]
STEERING = set("\x00\x07\x1b\u202e\u202c\u2066\u2069\ufeff")
LONGEST = 5_000
"""Characters that one text on screen may have."""


def refused(text: str) -> str:
    """Why a text must not be handed to Qt as it is; empty where it may."""
    if len(text) > LONGEST:
        return f"{len(text)} characters"
    if steering := STEERING & set(text):
        return f"it steers: {steering}"
    return ""


def refused_tip(text: str) -> str:
    """The same for a tooltip, where Qt guesses whether it is markup."""
    if why := refused(text):
        return why
    if not Qt.mightBeRichText(text):
        return ""
    document = QTextDocument()
    document.setHtml(text)
    formats = {
        piece.fragment().charFormat().isImageFormat()
        for block in _blocks(document)
        for piece in block.begin()
        if piece.fragment().isValid()
    }
    return "an image" if True in formats or "<img" in text or "<table" in text else ""


def _blocks(document: QTextDocument) -> Iterator[Any]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def wrongs(shown: QWidget | QAbstractItemModel) -> Iterator[str]:
    """Everything that a widget with all its parts, or a model with all its cells, hands to Qt wrongly."""
    if isinstance(shown, QAbstractItemModel):
        yield from _wrongs_in_cells(shown)
        return
    for widget in (shown, *shown.findChildren(QWidget)):
        texts = [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLabel):
            texts.append(widget.text())
            if widget.textFormat() is not Qt.TextFormat.PlainText:
                yield f"{widget}: not plain"
        if isinstance(widget, QListWidget):
            yield from _wrongs_in_cells(widget.model())
        for why in filter(None, [*map(refused, texts), refused_tip(widget.toolTip())]):
            yield f"{widget}: {why}"


def _wrongs_in_cells(model: QAbstractItemModel) -> Iterator[str]:
    roles = Qt.ItemDataRole
    checks = dict.fromkeys((roles.DisplayRole, roles.AccessibleTextRole), refused)
    checks |= dict.fromkeys((roles.ToolTipRole, roles.StatusTipRole, roles.WhatsThisRole), refused_tip)
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row, column in itertools.product(range(model.rowCount()), range(columns)):
        for role, check in checks.items():
            text = model.index(row, column).data(role)
            if isinstance(text, str) and (why := check(text)):
                yield f"{role} {column}: {why}"


def _songs(text: str) -> list[Song]:
    said = Problem(
        Fault.SERVER,
        {
            FactKey.SAID: text,
            FactKey.SITE: text,
            FactKey.OTHER: text,
            FactKey.PROXY: text,
            FactKey.ISSUER: text,
        },
        text,
    )
    return [
        song(SongState.READY, number=1, title=text, problem=Problem(Note.SAME_SIZE, {FactKey.OTHER: text})),
        song(
            SongState.FAILED,
            number=2,
            title=text,
            problem=Problem(FailReason.OTHER, {FactKey.SAID: text}, text),
        ),
        song(SongState.FAILED, number=3, title=text, problem=said),
        song(
            SongState.NEEDS_ATTENTION,
            number=4,
            title=text,
            pasted=text,
            problem=Problem(Verdict.FOLDER, {FactKey.SITE: text}),
        ),
        song(SongState.UNCLEAR, number=5, title=text, link=f"https://host.example/{text}", problem=said),
    ]


def _page(text: str, outcome: Outcome) -> ModelPage:
    said = Problem(FailReason.OTHER, {FactKey.SAID: text, FactKey.REASON: text}, text)
    page = ModelPage(Icons(), lambda: 0.0)
    page.resize(900, 700)
    page.show()
    page.show_model(model(outcome, name=text[:80], attempt_problem=said), _songs(text))
    page.view.go_to(1)
    return page


def _banner(text: str) -> OutageBanner:
    banner = OutageBanner(Icons(), lambda: 0.0)
    banner.show_outage(
        Outage(
            Problem(Fault.CERTIFICATE_UNTRUSTED, {FactKey.ISSUER: text, FactKey.PROXY: text}, text),
            Remedy.WAIT,
        )
    )
    return banner


def _toast(text: str) -> Toast:
    toast = Toast(Icons())
    toast.say(f"“{text}” was removed", button="Undo", do=lambda: None)
    return toast


def _details(text: str) -> Details:
    details = Details()
    details.set_problem(Problem(LaterCode(text), {FactKey.SAID: text, FactKey.TASK: text}, text))
    assert len(details.toPlainText()) <= 4 * LONGEST
    return details


def _asked(parent: QWidget, text: str, *, obstacle: bool) -> QWidget:
    said = Problem(FailReason.OTHER, {FactKey.SAID: text, FactKey.REASON: text}, text)
    before = model(Outcome.FAILED, name=text, attempt_problem=said).attempt
    dialog = ConfirmDialog(parent, text, _songs(text), same=text, after=before)
    problem = Problem(Fault.CERTIFICATE_UNTRUSTED, {FactKey.ISSUER: text}, text)
    dialog.show_outlook(None, problem if obstacle else None, unknown=problem)
    return dialog


async def _never(_login: Login) -> None:
    raise AssertionError


def _proxy(parent: QWidget, text: str) -> QWidget:
    return ProxyDialog(parent, text, _never, Tasks(lambda _name, _error: None))


def _credits(parent: QWidget, text: str) -> QWidget:
    dialog = CreditsDialog(parent, text)
    dialog.show_problem(Problem(Fault.REJECTED, {FactKey.SAID: text}, text))
    return dialog


def _settings(parent: QWidget, text: str) -> QWidget:
    given = Origin(Level.ENFORCED, text)
    resolved = Resolved(origins={setting.key: given for setting in TABLE})
    return SettingsDialog(parent, Settings(proxy_url=text, no_proxy=text), resolved)


def _account(parent: QWidget, text: str) -> QWidget:
    harness = AccountHarness(addresses=Addresses(api=f"https://{'x' * 200}.example"))
    harness.tokens.keyring_name = text
    harness.tokens.token, harness.tokens.location = "good", SecretLocation.KEYRING
    dialog = AccountDialog(parent, harness.account, Tasks(lambda _name, _error: None))
    said = Problem(Fault.PROXY_LOGIN, {FactKey.PROXY: text, FactKey.SAID: text}, text)
    dialog._say(words.problems.describe(said), "danger")
    return dialog


def _steps(text: str) -> list[CheckStep]:
    """Every step, passed and failed, of which a stranger has said all that can be said."""
    facts = dict.fromkeys(("host", "proxy", "issuer", "path", "balance", "keyring", "date", "drive"), text)
    said = Problem(Fault.CERTIFICATE_UNTRUSTED, {FactKey.ISSUER: text, FactKey.SAID: text}, text)
    passed = [CheckStep(name, StepOutcome.PASSED, facts=facts, details=text) for name in StepName]
    failed = [
        CheckStep(StepName.GATEWAY, StepOutcome.FAILED, found, facts, details=text)
        for found in (Finding.NO_NAME, Finding.BAD_CA_FILE, Finding.WRONG_CLOCK, FoldersFault.FULL)
    ]
    wrong = SettingProblem(SettingFault.UNKNOWN_KEY, text, text, text)
    return [
        *passed,
        *failed,
        CheckStep(StepName.CERTIFICATE, StepOutcome.FAILED, problem=said, details=text),
        CheckStep(StepName.SETTINGS, StepOutcome.FAILED, settings=(wrong,)),
    ]


def _player(text: str) -> QWidget:
    bar = PlayerBar(Icons())
    bar.show_title(text)
    return bar


def _generation(text: str, state: GenerationState, *songs: MadeSong) -> Generation:
    said = Problem(JobFault.SONG_FAILED, {FactKey.SAID: text}, text)
    return Generation(
        id=state,
        model_id="m",
        confirmed_at=1.0,
        state=state,
        since=1.0,
        description=text,
        title=text,
        songs=songs,
        problem=None if songs else said,
    )


def _songs_made(text: str) -> QWidget:
    made = SongsMade(Icons(), lambda: 0.0)
    lost = Problem(JobFault.SONG_NOT_KEPT, {FactKey.WHY: text}, text)
    songs = (MadeSong(clip_id=text, title=text, problem=lost), MadeSong(title=text, file=text))
    ready = _generation(text, GenerationState.READY, *songs)
    made.show_generations([ready, _generation(text, GenerationState.FAILED)])
    return made


SHOWN: dict[str, Callable[[QWidget, str], QWidget | QAbstractItemModel]] = {
    "failed": lambda _parent, text: _page(text, Outcome.FAILED),
    "unclear": lambda _parent, text: _page(text, Outcome.UNCLEAR),
    "ready": lambda _parent, text: _page(text, Outcome.READY),
    "banner": lambda _parent, text: _banner(text),
    "toast": lambda _parent, text: _toast(text),
    "details": lambda _parent, text: _details(text),
    "confirm, in doubt": lambda parent, text: _asked(parent, text, obstacle=False),
    "confirm, stopped": lambda parent, text: _asked(parent, text, obstacle=True),
    "make a song": MakeSongDialog,
    "credits": _credits,
    "question": lambda parent, text: QuestionDialog(parent, text, f"{text}\n{text}", text[:20]),
    "proxy": _proxy,
    "account": _account,
    "player": lambda _parent, text: _player(text),
    "songs made": lambda _parent, text: _songs_made(text),
    "settings": _settings,
    "log": LogDialog,
    "report": ReportDialog,
    "cannot start": lambda _parent, text: CannotStartDialog(text),
}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("part", SHOWN)
def test_no_widget_hands_it_on(qapp: QApplication, part: str, text: str) -> None:
    themed(qapp)
    began = time.process_time()
    parent = QWidget()
    shown = SHOWN[part](parent, text)
    assert isinstance(shown, QWidget)
    shown.grab()
    shown.resize(shown.width() - 40, shown.height())
    shown.grab()
    took = time.process_time() - began
    assert not list(wrongs(shown))
    assert took < 2  # seconds of work; a text of 200 KB in full takes ten times as long
    assert shown.minimumSizeHint().width() < 1_000
    shown.close()
    shown.deleteLater()
    parent.deleteLater()
    bury()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_model_hands_it_on(qapp: QApplication, text: str) -> None:  # noqa: ARG001 - icons need it
    table = SongTableModel(Icons(), lambda: 0.0)
    table.show(_songs(text))
    assert not list(wrongs(table))
    names = ModelListModel(Icons(), lambda _id: ModelState.DRAFT)
    names.show([model(name=text)])
    assert not list(wrongs(names))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_the_link_dialog_does_not_hand_it_on(qapp: QApplication, text: str) -> None:
    themed(qapp)
    parent = QWidget()
    dialog = LinksDialog(parent, Icons(), {}, text=f"{text}\nhttps://host.example/{text[:500]}.mp3")
    await until(lambda: not dialog._reader.busy, "the end of reading")
    assert dialog.understood.count() > 0
    assert not list(wrongs(dialog))
    parent.deleteLater()
    bury()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_the_connection_check_does_not_hand_it_on(qapp: QApplication, text: str) -> None:
    async def walk() -> AsyncIterator[CheckStep]:
        for step in _steps(text):
            yield step

    themed(qapp)
    parent, tasks = QWidget(), Tasks(lambda _name, error: pytest.fail(str(error)))
    dialog = ConnectionCheckDialog(parent, walk, [], lambda text: text, tasks)
    await until(dialog.again.isEnabled, "the end")
    assert not list(wrongs(dialog))
    lines = dialog.report.toPlainText().splitlines()
    assert not list(filter(None, map(refused, lines)))
    await tasks.stop()
    parent.deleteLater()
    bury()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_neither_a_notification_nor_a_screen_reader_is_told_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Notifier, "_show_on_desktop", lambda _self, said, *_about: told.append(said))
    monkeypatch.setattr(Notifier, "_show_in_tray", lambda _self, said, *_about: told.append(said))
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    themed(qapp)
    window, state = QWidget(), ViewState()
    state.apply([ModelSaved(model(name=text))])
    announcer = Announcer(window, state)
    said = Problem(Fault.CERTIFICATE_UNTRUSTED, {FactKey.ISSUER: text, FactKey.PROXY: text}, text)
    events: list[Event] = [
        *(SongSaved(one) for one in _songs(text)),
        ModelSaved(model(Outcome.FAILED, name=text, attempt_problem=said)),
        OutageChanged(Outage(said, Remedy.ENTER_TOKEN)),
        GenerationSaved(_generation(text, GenerationState.FAILED)),
    ]
    state.apply(events)
    announcer.handle_events(events)
    assert len(told) >= 4
    assert not list(filter(None, map(refused, told)))
    window.deleteLater()
    bury()


def test_a_tip_says_what_was_written(qapp: QApplication) -> None:  # noqa: ARG001 - the widget's
    tip = SongTableModel(Icons(), lambda: 0.0)
    tip.show([song(title="a < b & <i>c</i>")])
    document = QTextDocument()
    document.setHtml(tip.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert document.toPlainText() == "a < b & <i>c</i>"


UI = Path(__file__).parents[2] / "mountsea_desktop" / "ui"


@pytest.mark.parametrize("module", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_there_is_one_way_in(module: Path) -> None:
    """A label of Qt's own, or a tooltip as it is, would guess whether a text is markup."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            assert name != "QLabel"
            if name.endswith((".setToolTip", ".setWhatsThis", ".setStatusTip")):
                assert ast.unparse(node.args[0]).startswith("tooltip(")
