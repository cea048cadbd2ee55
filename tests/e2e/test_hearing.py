"""A finished model is heard in the real window, and the records show what was paid."""

import sys
from pathlib import Path

from tests.e2e.desktop import Desktop, Program
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import add, connect, create

HURRIED = """
import sys
from mountsea_desktop.__main__ import main
from mountsea_desktop.ui.app import run
run.WATCHED_PRACTICE = run.UNWATCHED_PRACTICE
sys.exit(main())
"""
"""Practice as nobody would watch it: a minute of waiting takes six seconds."""


def hear(program: Program) -> None:
    """From a finished model to a song that plays, on a computer without a sound device."""
    program.press("button", "Hear it…")
    program.wait("button", "Make the song", states=["!enabled"])
    program.write("text", "Describe the song", "A song about the sea")
    program.wait("button", "Make the song", states=["enabled"])
    program.press("button", "Make the song")
    program.wait_rows("Songs made", "Status", "Ready to be heard", 2)
    program.press("button", "Play")
    program.wait("button", "Pause")
    program.gone("label", "0:00 of*")
    program.press("button", "Pause")
    program.wait("button", "Play")


def spent(program: Program) -> dict[str, str]:
    """What the records show, by what for."""
    program.press("button", "Credits…")
    program.wait("table", "Spending")
    rows = program.table("Spending")
    program.press("button", "Close")
    program.gone("table", "Spending")
    return {row["For"]: row["Credits"] for row in rows}


def test_a_finished_model_is_heard(desktop: Desktop, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with GatewayProcess(tmp_path, upload_seconds=0.5, training_seconds=1.0) as gateway:
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        connect(program)
        add(program, gateway.songs(6))
        program.press("button", "Upload 6 songs")
        program.wait("label", "6 songs uploaded")
        create(program)
        hear(program)
        assert spent(program) == {"Creating a model": "100", "Having songs made": "10"}
        program.close()
        assert program.ended() == 0

        again = desktop.start("--profile", str(profile), environment=gateway.environment)
        again.wait_rows("Songs made", "Status", "Ready to be heard", 2)
        again.close()
        assert again.ended() == 0
        seen = gateway.record()
        assert seen["generated"] == ["A song about the sea"]
        assert seen["violations"] == []


def test_in_practice_a_finished_model_is_heard(desktop: Desktop) -> None:
    program = desktop.start("--demo", command=(sys.executable, "-c", HURRIED))
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
    program.press("button", "Upload 6 songs")
    program.wait("label", "6 songs uploaded")
    program.press("button", "Create model*")
    program.press("check box", "I own the rights to these songs")
    program.wait("button", "Spend 100 credits", states=["enabled"])
    program.press("button", "Spend 100 credits")
    program.wait("text", "Model ID", states=["read-only"])
    hear(program)
    assert spent(program) == {"Creating a model": "100", "Having songs made": "10"}
    program.close()
    assert program.ended() == 0
