"""Settings, log, help and about open from the side; what is set there takes effect and is kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.settings import Appearance
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.theme.palette import DARK
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import at, press, profile, running, until


async def test_settings_take_effect_at_once_and_are_kept(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    folders = profile(tmp_path)
    async with running(qapp, folders, addresses=at(gateway)) as run:
        press(run.window.settings)
        dialog = await run.dialog(SettingsDialog)
        dialog.appearance.setCurrentIndex(dialog.appearance.findData(Appearance.DARK))
        dialog.appearance.activated.emit(dialog.appearance.currentIndex())
        assert run.session.preferences.theme.scheme == DARK
        dialog.language.setCurrentIndex(dialog.language.findData("zh_CN"))
        dialog.language.activated.emit(dialog.language.currentIndex())
        await until(lambda: run.page.add.text() != "Add links…", "the other language in the window behind")
        assert run.page.name.text() == "My model"  # what the musician wrote, or might have, stays
        dialog.parallel.setValue(5)
        press(dialog.close_button)
        await run.closed(dialog)
        await until(folders.settings_file.exists, "the file")
        kept = LayeredSettings(folders.settings_file).settings
        assert (kept.language, kept.appearance, kept.parallel_uploads) == ("zh_CN", Appearance.DARK, 5)
        await until(lambda: run.program.job._uploads.limiter.total_tokens == 5, "the new limit")


@pytest.mark.parametrize(("opener", "kind"), [("help", HelpDialog), ("about", AboutDialog)])
async def test_a_box_opens_from_the_side(
    qapp: QApplication,
    tmp_path: Path,
    gateway: FaultGateway,
    opener: str,
    kind: type[HelpDialog | AboutDialog],
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        press(getattr(run.window, opener))
        dialog = await run.dialog(kind)
        press(dialog.close_button)
        await run.closed(dialog)


async def test_the_log_tells_what_happened_and_no_secret(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up-for-this-test")
        await run.add(f"{gateway.song('1.mp3')}?Signature=abcdefgh12345678&Expires=4102444800")
        press(run.window.log)
        text = (await run.dialog(LogDialog))._text.toPlainText()
        assert "mountsea-desktop" in text
        assert "sk-made-up-for-this-test" not in text
        assert "abcdefgh12345678" not in text


async def test_settings_can_be_taken_to_another_computer(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        press(run.window.settings)
        dialog = await run.dialog(SettingsDialog)
        press(dialog.export)
        chooser = await run.dialog(QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "mine.json"))
        chooser.accept()
        await until((tmp_path / "mine.json").exists, "the file")
        await until(lambda: "mine.json" in run.window.toast.label.text(), "the words")
        assert "sk-made-up" not in (tmp_path / "mine.json").read_text()
        press(dialog.close_button)
        await run.closed(dialog)
