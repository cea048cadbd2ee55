"""The real window, killed again and again while it works: each time it goes on, and nothing is paid twice.

`TORTURE=long` takes several rounds with many kills each, otherwise one round with a few.
"""

import contextlib
import random
import secrets
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CI
from tests.e2e.desktop import Desktop, GoneWrongError, Program, missing
from tests.e2e.gateway import TOKEN, GatewayProcess
from tests.e2e.steps import add, connect
from tests.torture.conftest import LONG
from tests.torture.counts import TortureCounts

ROUNDS = 4 if LONG else 1
KILLS = 8 if LONG else 2
SONGS = 6

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(autouse=True)
def _can_open_desktops() -> None:
    if reason := missing():
        (pytest.fail if CI else pytest.skip)(reason)


class Musician:
    """Goes on pressing what the window offers, until the model is there."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.attempts = 0

    def go_on(self, until: float) -> bool:
        """Press what is offered until a moment; whether the model is there."""
        while time.monotonic() < until:
            if self._is_there("text", "Model ID"):
                return True
            self._upload()
            self._send_again()
            self._create()
        return False

    def _upload(self) -> None:
        for name in ("Upload*", "Retry all failed"):
            with contextlib.suppress(GoneWrongError):
                self.program.press("button", name, patience=0.1)

    def _send_again(self) -> None:
        rows = self.program.table("Songs")
        for number, row in enumerate(rows):
            if row["Status"].startswith("It may have been sent"):
                with contextlib.suppress(GoneWrongError):
                    self.program.select("Songs", number)
                    self.program.press("button", "Send again", patience=2)
                    self.program.press("button", "Send again", patience=2, within="*again*")

    def _create(self) -> None:
        with contextlib.suppress(GoneWrongError):
            self.program.press("button", "Create model*", patience=0.1)
            self.program.press("check box", "I own the rights to these songs", patience=5)
            self.program.press("button", "Spend 100 credits", patience=5)
            self.attempts += 1

    def _is_there(self, role: str, name: str) -> bool:
        try:
            self.program.wait(role, name, patience=0.1)
        except GoneWrongError:
            return False
        return True


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_while_it_works(tmp_path: Path, counts: TortureCounts, number: int) -> None:
    seed = secrets.randbits(32) if LONG else number
    print(f"seed {seed}")  # noqa: T201 - shown with a failure, to have the same kills again
    chance = random.Random(seed)  # noqa: S311 - so that they can be had again
    profile, attempts = tmp_path / "profile", 0
    options: dict[str, Any] = {"upload_seconds": 1.0, "training_seconds": 2.0}
    with Desktop() as desktop, GatewayProcess(tmp_path, **options) as gateway:
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        connect(program)
        add(program, gateway.songs(SONGS))
        for _ in range(KILLS):
            musician = Musician(program)
            musician.go_on(time.monotonic() + chance.uniform(0.0, 3.0))
            program.kill()
            attempts += musician.attempts
            program = desktop.start("--profile", str(profile), environment=gateway.environment)
            program.wait("table", "Songs")
        musician = Musician(program)
        assert musician.go_on(time.monotonic() + 90), program.table("Songs")
        attempts += musician.attempts
        assert len(program.table("Songs")) == SONGS
        program.close()
        assert program.ended() == 0
        seen = gateway.record()
        creates = seen["counts"].get("create", 0)
        leaked = len(desktop.files_with(TOKEN, profile))
        counts.faults_tried += KILLS
        counts.creates_sent += creates
        counts.confirmed_attempts += attempts
        counts.tokens_leaked += leaked
        counts.double_sends += max(0, creates - attempts) + max(0, len(seen["charges"]) - 1)
        assert leaked == 0
        assert creates <= attempts
        assert len(seen["charges"]) == 1
        assert seen["violations"] == []
