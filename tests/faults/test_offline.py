"""A computer that is prepared without a network: it does by itself what is left to do once there is one."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, press, running, until
from tests.faults.crashable_program import TOKEN, CrashableProgram


def out_of_reach(run: Run) -> int:
    """How many songs in the table could not be looked at."""
    problems = [song.problem for song in run.songs() if song.problem is not None]
    return sum(problem.code == Verdict.UNREACHABLE for problem in problems)


async def prepare(run: Run, gateway: FaultGateway) -> AccountDialog:
    """What a technician does on a computer that is not plugged in."""
    links = [f"{gateway.url}/songs/{number}.mp3" for number in range(1, 7)]
    await run.add(*links)
    await until(lambda: out_of_reach(run) == 6, "the checks")
    press(run.window.account)
    account = await run.dialog(AccountDialog)
    account.token.setText(TOKEN)
    press(account.save)
    await until(lambda: account.status.text().startswith("Saved, not tested: no network."), "the word")
    return account


async def test_everything_is_prepared_offline_and_starts_when_the_network_does(
    qapp: QApplication, program: CrashableProgram, gateway: FaultGateway
) -> None:
    gateway.mountsea.tokens = {TOKEN}
    await gateway.refuse()
    async with running(qapp, program.folders, addresses=Addresses(gateway.url, gateway.url)) as run:
        account = await prepare(run, gateway)
        await gateway.listen()
        await until(lambda: account.status.text() == "Connected. You have 1,000 credits.", "the test")
        await until(lambda: not out_of_reach(run), "the checks")
        assert run.count(SongState.READY) == 6
        assert not gateway.record.prepares, "nothing is sent that nobody asked for"


async def test_uploads_that_were_wished_for_offline_start_when_the_network_does(
    qapp: QApplication, program: CrashableProgram, gateway: FaultGateway
) -> None:
    await gateway.refuse()
    async with running(qapp, program.folders, addresses=Addresses(gateway.url, gateway.url)) as run:
        account = await prepare(run, gateway)
        account.reject()
        press(run.page.upload)
        await until(run.window.banner.isVisible, "the notice")
        await gateway.listen()
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")


async def test_what_was_prepared_in_an_earlier_run_is_done_in_the_next(
    qapp: QApplication, program: CrashableProgram, gateway: FaultGateway
) -> None:
    await gateway.refuse()
    addresses = Addresses(gateway.url, gateway.url)
    async with running(qapp, program.folders, addresses=addresses) as run:
        (await prepare(run, gateway)).reject()
    async with running(qapp, program.folders, addresses=addresses) as run:
        await gateway.listen()
        await until(lambda: not out_of_reach(run), "the checks")
        await until(lambda: run.window.account.text() == "Account · 1,000 credits", "the balance")
    before = len(gateway.record.all)
    async with running(qapp, program.folders, addresses=addresses) as run:  # now nothing is left to do
        await until(lambda: run.controller.account.connected, "the token")
        await run.program.clock.sleep(100)
    assert len(gateway.record.all) == before


async def test_a_token_that_turns_out_wrong_is_told_in_the_notice(
    qapp: QApplication, program: CrashableProgram, gateway: FaultGateway
) -> None:
    gateway.mountsea.tokens = {"another"}
    await gateway.refuse()
    async with running(qapp, program.folders, addresses=Addresses(gateway.url, gateway.url)) as run:
        (await prepare(run, gateway)).reject()
        await gateway.listen()
        await until(run.window.banner.isVisible, "the notice")
        assert "does not accept" in run.window.banner.label.text()


async def test_no_request_at_a_start_with_nothing_left_to_do(
    qapp: QApplication, program: CrashableProgram, gateway: FaultGateway, tmp_path: Path
) -> None:
    model_id = await program.uploaded()
    assert await program.create(model_id, balance=1_000)
    await program.until(program.is_(Outcome.READY))
    await program.close()
    before = len(gateway.record.all)
    addresses = Addresses(gateway.url, gateway.url)
    async with running(qapp, program.folders, addresses=addresses) as run:
        await until(lambda: run.controller.account.connected, "the token")
        await run.program.clock.sleep(100)
    assert len(gateway.record.all) == before
    async with running(qapp, Folders.of_profile(tmp_path / "new"), addresses=addresses) as run:
        await run.program.clock.sleep(100)
    assert len(gateway.record.all) == before
