"""Nothing that can be pressed moves because of something that was not pressed for that."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.options import Options
from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.ui.language import LANGUAGES
from mountsea_desktop.ui.songs.table_model import Column
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, profile, running, until

SONGS = 12
NO_KEY = Qt.KeyboardModifier.NoModifier


def positions(run: Run) -> dict[str, QRect]:
    """Where everything is that can be pressed, but for the panel's own buttons and the toast's."""
    window = run.window
    pressable = [*window.findChildren(QAbstractButton), run.page.view, run.page.panel, run.page.name]
    return {
        f"{type(one).__name__} {one.accessibleName() or getattr(one, 'text', str)()}": QRect(
            one.mapTo(window, QPoint()), one.size()
        )
        for one in pressable
        if one.isVisible()
        and not (one is not run.page.panel and run.page.panel.isAncestorOf(one))
        and not window.toast.isAncestorOf(one)
    }


PRESSED = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.ColumnHeader,
        QAccessible.Role.Cell,
    }
)


def told(run: Run, *, with_panel: bool = True) -> dict[tuple[QObject | None, int], QRect]:
    """Where a screen reader finds everything that can be pressed, the cells of the list among it."""
    found: dict[tuple[QObject | None, int], QRect] = {}

    def look(at: QAccessibleInterface, table: QObject | None, number: int) -> None:
        widget: QObject | None = at.object()
        if at.state().invisible or (widget is run.page.panel and not with_panel):
            return
        if at.role() in PRESSED and at.rect().isValid():
            found[widget or table, number] = at.rect()
        for child in range(at.childCount()):
            if (below := at.child(child)).isValid():
                look(below, widget or table, child)

    look(QAccessible.queryAccessibleInterface(run.window), None, 0)
    return found


def told_elsewhere(
    before: dict[tuple[QObject | None, int], QRect], run: Run, *, with_panel: bool = True
) -> list[tuple[str, QRect, QRect]]:
    """What is still there and not where it was."""
    return [
        (f"{getattr(key[0], 'text', str)()} {key}", place, now[key])
        for now in [told(run, with_panel=with_panel)]
        for key, place in before.items()
        if key in now and now[key].topLeft() != place.topLeft()
    ]


async def with_songs(run: Run, gateway: FaultGateway) -> None:
    run.window.resize(1_120, 720)
    await run.add(*(gateway.song(f"{number}.mp3") for number in range(SONGS)))
    await until(lambda: run.count(SongState.READY) == SONGS, "good links")


@pytest.mark.parametrize("width", [1_120, 800])
async def test_selecting_and_saying_something_moves_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, width: int
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await with_songs(run, gateway)
        run.window.resize(width, 720)
        run.window.toast.hide()
        qapp.sendPostedEvents()
        before, heard = positions(run), told(run, with_panel=False)
        assert len(before) > 8
        run.page.view.go_to(0)
        assert positions(run) == before
        run.page.view.selectAll()
        assert positions(run) == before
        assert told_elsewhere(heard, run, with_panel=False) == []
        run.window.toast.say("Something has happened, which takes words. " * 7, tone="warning")
        qapp.sendPostedEvents()
        assert positions(run) == before
        assert told_elsewhere(heard, run, with_panel=False) == []
        assert not run.window.toast.geometry().intersects(before[f"QPushButton {run.page.bar.button.text()}"])


async def test_a_double_click_on_any_row_removes_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await with_songs(run, gateway)
        run.window.toast.hide()
        view = run.page.view
        for row in range(SONGS):
            index = view.model().index(row, Column.SONG)
            view.scrollTo(index)
            view.clearSelection()
            place = view.viewport().mapTo(run.window, view.visualRect(index).center())
            for click in (QTest.mouseClick, QTest.mouseDClick):
                under = run.window.childAt(place)
                assert under is not None
                click(
                    under,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                    under.mapFrom(run.window, place),
                )
            assert len(run.program.job.songs(run.page.model_id)) == SONGS, row
            QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Escape)


def moved(before: dict[str, QRect], after: dict[str, QRect]) -> dict[str, tuple[QRect, QRect]]:
    """What is in both, and is not where it was."""
    return {
        name: (place, after[name])
        for name, place in before.items()
        if name in after and not name.startswith("SongView") and after[name].topLeft() != place.topLeft()
    }


LOOKS = [
    (language, appearance) for language in LANGUAGES for appearance in (Appearance.LIGHT, Appearance.DARK)
]


@pytest.mark.parametrize(("language", "appearance"), LOOKS)
@pytest.mark.parametrize("size", [(1_120, 720), (1_024, 560)], ids=["usual", "small"])
async def test_what_happens_by_itself_moves_nothing(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], language: str, appearance: Appearance
) -> None:
    """Songs on their way, the sixth, an outage and its end: what is to be pressed waits where it was."""
    options = Options(demo=True, language=language)
    look = msgspec.convert({"language": language, "appearance": appearance}, Settings)
    async with running(qapp, profile(tmp_path), options=options) as run:
        run.app_run.preferences.choose(look)
        run.window.resize(*size)
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        qapp.sendPostedEvents()
        page, job = run.page, run.program.job
        page.upload.click()
        await until(lambda: run.count(SongState.ACCEPTED, SongState.UPLOADED) > 0, "songs on their way")
        qapp.sendPostedEvents()
        before, heard = positions(run), told(run)
        assert len(heard) > 30  # six rows of cells, too
        rows = page.view.visualRect(page.view.model().index(0, 0))
        await until(page.bar.button.isEnabled, "the sixth song")
        qapp.sendPostedEvents()
        assert moved(before, positions(run)) == {}
        assert told_elsewhere(heard, run) == []
        job.connectivity.record_failure(GatewayError(Fault.OFFLINE, Fate.NOT_SENT, retry_after=300.0))
        await until(run.window.banner.isVisible, "the outage")
        qapp.sendPostedEvents()
        assert moved(before, positions(run)) == {}
        assert told_elsewhere(heard, run) == []
        job.try_now()
        await until(lambda: not run.window.banner.isVisible(), "its end")
        qapp.sendPostedEvents()
        assert moved(before, positions(run)) == {}
        assert told_elsewhere(heard, run) == []
        assert page.view.visualRect(page.view.model().index(0, 0)) == rows
