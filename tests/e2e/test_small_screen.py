"""A small screen and large text: what begins to scroll there must not end the program while it is read."""

from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import add


@pytest.mark.parametrize("dots_per_inch", [96, 192], ids=["usual_text", "text_of_double_size"])
def test_pages_that_begin_to_scroll_are_read_to_their_end(tmp_path: Path, dots_per_inch: int) -> None:
    text = {"QT_FONT_DPI": str(dots_per_inch)}
    with Desktop(size="640x480") as desktop, GatewayProcess(tmp_path) as gateway:
        program = desktop.start(
            "--profile", str(tmp_path / "profile"), environment=gateway.environment | text
        )
        program.wait("button", "Connect*")  # the job is open
        for _ in range(3):
            program.press("button", "Add links…")
            program.write("text", "Song links", "https://open.spotify.com/track/1\nnothing\n" * 10)
            assert program.everything("dialog")
            program.press("button", "Close", within="Add songs")
            program.gone("dialog")
            assert program.everything("frame")
        add(program, gateway.songs(6))
        assert len(program.table("Songs")) == 6
        for row in range(6):
            program.select("Songs", row)
            assert program.wait("label", f"{row + 1}")
            assert program.everything("frame")
        program.close()
        assert program.ended() == 0
