"""The check on the command line: a line for each step, a status that sums up, and no secret."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.connection_check import StepOutcome
from mountsea_desktop.gateway.addresses import API_VARIABLE, CREDITS_VARIABLE
from mountsea_desktop.options import Options
from mountsea_desktop.ui.app import check_connection as command
from mountsea_desktop.ui.app.check_connection import check_connection
from tests.fakes.fault_gateway import FaultGateway


@pytest.fixture(autouse=True)
def switched_off(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether pictures of the memory were; of the tests' own they need not be."""
    switched: list[bool] = []
    monkeypatch.setattr("mountsea_desktop.runtime.core_dumps.switch_off", lambda: switched.append(True))
    return switched


async def test_each_step_gets_a_line(
    qapp: QApplication,  # noqa: ARG001 - the application that it would make
    tmp_path: Path,
    gateway: FaultGateway,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for variable in (API_VARIABLE, CREDITS_VARIABLE):
        monkeypatch.setenv(variable, gateway.url)
    options = Options(profile=tmp_path / "配置 1", check_connection=True, language="en")
    status = await asyncio.to_thread(check_connection, options)  # noqa: TID251 - it has a loop of its own
    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    failed = [line.partition(":")[0] for line in lines if line.startswith("✗")]
    assert failed == ["✗ Password store"]
    given = "given for this run, by the environment or the command line"
    assert f"  gateway.api_url: {gateway.url} ({given})" in lines
    assert {(seen.method, seen.target) for seen in gateway.record.all} == {("HEAD", "/")}


@pytest.mark.usefixtures("qapp")
def test_an_address_that_cannot_be_used_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    switched_off: list[bool],
) -> None:
    monkeypatch.setenv(API_VARIABLE, "http://gateway.example")
    assert check_connection(Options(profile=tmp_path, check_connection=True, language="en")) == 1
    assert "The address in MOUNTSEA_API_URL cannot be used" in capsys.readouterr().out
    assert switched_off, "the token is in the memory of this one, too"


def test_where_a_tick_cannot_be_written_it_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        encoding = "ascii"

    monkeypatch.setattr("sys.stdout", Old())
    assert [command._mark(outcome) for outcome in StepOutcome] == ["ok", "FAILED", "-"]
