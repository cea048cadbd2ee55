"""Settings, log, help and about open from the side; what is set there takes effect and is kept."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage import settings_toml
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.settings import Appearance
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.connection_check import ConnectionCheckDialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.launcher import LONGEST_PROBLEM, import_lines
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.theme.palette import DARK
from mountsea_desktop.ui.widgets.label import Label
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, press, profile, running, until


async def test_settings_take_effect_at_once_and_are_kept(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    folders = profile(tmp_path)
    async with running(qapp, folders, addresses=at(gateway)) as run:
        press(run.window.settings)
        dialog = await run.dialog(SettingsDialog)
        dialog.appearance.setCurrentIndex(dialog.appearance.findData(Appearance.DARK))
        dialog.appearance.activated.emit(dialog.appearance.currentIndex())
        assert run.app_run.preferences.theme.scheme == DARK
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
async def test_a_dialog_opens_from_the_side(
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
        chooser.fileSelected.emit(str(tmp_path / "mine.toml"))
        chooser.accept()
        await until((tmp_path / "mine.toml").exists, "the file")
        await until(lambda: "mine.toml" in run.window.toast.label.text(), "the words")
        assert "sk-made-up" not in (tmp_path / "mine.toml").read_text()
        press(dialog.close_button)
        await run.closed(dialog)


def said(run: Run, text: str) -> bool:
    return text in run.window.toast.label.text()


def says(run: Run, text: str) -> bool:
    return text in run.window.toast.label.text()


async def choose_file(run: Run, path: Path) -> None:
    chooser = await run.dialog(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.done(QFileDialog.DialogCode.Accepted)


GATEWAY = (
    "Another gateway is used from the next start on. The token of the old one stays behind: you will be "
    "asked for a new one."
)


async def test_an_import_shows_what_changes_and_asks(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    path = tmp_path / "from the other 电脑.toml"
    path.write_text(
        '[uploads]\nparallel = 7\n[network]\nproxy = "none"\nporxy = 1\n'
        '[gateway]\napi_url = "https://gateway.studio.lan"\n[ui]\nappearance = "system"\n'
    )
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        for answer in ("no", "yes"):
            press(run.window.settings)
            dialog = await run.dialog(SettingsDialog)
            press(dialog.import_button)
            await choose_file(run, path)
            question = await run.dialog(QuestionDialog)
            assert question._text.text().splitlines() == [
                "Mountsea's address: https://api.mountsea.ai → https://gateway.studio.lan",
                GATEWAY,
                "Proxy: As the system says → None",
                "Songs uploaded at the same time: 3 → 7",
                plain(f"network.porxy in {path} is not a setting. Look for a typing error.", LONGEST_PROBLEM),
            ]
            press(question.yes if answer == "yes" else question.cancel)
            await run.closed(question)
            if answer == "no":
                assert run.app_run.preferences.settings.parallel_uploads == 3
                press(dialog.close_button)
            await until(lambda: not run.window.findChildren(SettingsDialog), "the end of the dialog")
        settings = run.app_run.preferences.settings
        assert (settings.parallel_uploads, settings.proxy) == (7, ProxyMode.NONE)
        connections = (await run.program.clients.get()).connections
        await until(lambda: connections.proxies.choice.mode is ProxyMode.NONE, "the new way")


async def test_an_import_that_changes_nothing_or_cannot_be_read_is_told(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    same, broken = tmp_path / "same.toml", tmp_path / "broken.toml"
    same.write_text("[uploads]\nparallel = 3\n")
    broken.write_text("[uploads\n")
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        press(run.window.settings)
        dialog = await run.dialog(SettingsDialog)
        tries = {same: "Nothing in “same.toml” differs", broken: "“broken.toml” could not be read"}
        for path, told in tries.items():
            press(dialog.import_button)
            await choose_file(run, path)
            await until(partial(says, run, told), "the words")


async def test_the_connection_is_checked_from_the_settings(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up-for-this-test")
        press(run.window.settings)
        press((await run.dialog(SettingsDialog)).check)
        check = await run.dialog(ConnectionCheckDialog)
        await until(check.again.isEnabled, "the end of the check")
        text = check.report.toPlainText()
        assert "✓ Credits: 1000" in text
        assert "✗ Password store" in text
        assert "sk-made-up-for-this-test" not in text
        press(check.close_button)


def test_no_file_can_hide_that_it_changes_the_gateway(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001 - labels
    path = tmp_path / "studio.toml"
    path.write_text(
        '[network]\nproxy = "manual"\n'
        f'proxy_url = "http://{"a." * 900}example:3128"\nno_proxy = "{"x.example, " * 190}"\n'
        f'ca_file = "/tmp/{"c" * 1900}"\n'
        + "".join(f"typo{number} = 1\n" for number in range(300))
        + "[gateway]\n"
        'api_url = "https://evil.example"\ncredits_url = "https://evil.example"\n'
    )
    found = LayeredSettings(tmp_path / "settings.json").compare(path, settings_toml.read(path))
    lines = import_lines(found)
    shown = Label("\n".join(lines)).text().replace("\u200b", "")
    assert shown.split("\n") == lines
    assert [("evil.example" in line) for line in lines[:3]] == [True, True, False]
    assert lines[2].startswith("Another gateway is used from the next start on.")
    assert lines[-1].startswith("and ")
