"""Songs are put into the musician's order by a real mouse and real keys, and back again."""

import time

import pytest

from tests.e2e import x11
from tests.e2e.desktop import PATIENCE, Desktop, Program

TITLES, ROW = 33, 36
"""Heights at ordinary text size, in px: of the columns' titles, and of a song."""


@pytest.fixture
def practice(desktop: Desktop) -> Program:
    program = desktop.start("--demo")
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
    program.activate()
    program.wait("frame", states=["active"])
    return program


def titles(program: Program) -> list[str]:
    return [row["Song"] for row in program.table("Songs")]


def wait_for(program: Program, order: list[str]) -> None:
    until = time.monotonic() + PATIENCE
    while (now := titles(program)) != order:
        assert time.monotonic() < until, f"the order stays {now}, not {order}"


def test_a_song_is_dragged_to_another_place_and_taken_back_by_keys(practice: Program) -> None:
    before = titles(practice)
    x, y, width, _height = practice.wait("table", "Songs")["extents"]
    middle, first = x + width // 3, y + TITLES
    fifth = first + 4 * ROW + ROW // 2
    x11.drag_mouse(
        practice.desktop.display,
        (middle, fifth),
        (middle + 5, fifth - ROW),
        (middle + 5, first + ROW),
        (middle + 5, first + 4),
    )
    moved = [before[4], *before[:4], before[5]]
    wait_for(practice, moved)
    practice.wait("label", before[4])  # it is what is selected, and spoken of below
    practice.keys("Control_L+z")
    wait_for(practice, before)
    practice.keys("Control_L+Shift_L+z")
    wait_for(practice, moved)
    practice.keys("Alt_L+Down")
    wait_for(practice, [before[0], before[4], *before[1:4], before[5]])
    for _ in range(2):
        practice.keys("Control_L+z")
    wait_for(practice, before)
