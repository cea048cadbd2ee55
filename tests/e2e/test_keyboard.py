"""The whole job without a mouse: real keys in a real window, and the focus never lost."""

import sys
import time
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.e2e.desktop import PATIENCE, Desktop, Program
from tests.e2e.gateway import TOKEN, GatewayProcess

SCREEN = (1280, 900)
"""Width and height in px of the desktop's."""
TEXT_TWICE = {"QT_FONT_DPI": "192", "QT_ENABLE_HIGHDPI_SCALING": "0"}
ALL_TWICE = {"QT_SCALE_FACTOR": "2"}
SIZES = pytest.mark.parametrize("size", [{}, TEXT_TWICE, ALL_TWICE], ids=["ordinary", "text", "all"])
BALANCE = "Account · 500 credits"
"""In practice, once it is known."""
HOLDS_CLIPBOARD = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
app.clipboard().setText(sys.argv[1])
label = QLabel("copied")
label.show()
app.exec()
"""


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        yield gateway


def copy(program: Program, text: str) -> None:
    """Copy a text in another program, and come back."""
    other = program.desktop.start(text, command=(sys.executable, "-c", HOLDS_CLIPBOARD))
    other.wait("label", "copied")
    program.activate()
    program.wait("*", states=["active"])


def focused(program: Program, role: str = "*", name: str = "*") -> tuple[str, str]:
    """Wait until this has the keyboard; its role and name."""
    found = program.wait(role, name, states=["focused", "focusable"])
    return found["role"], found["name"]


def tab_to(program: Program, role: str, name: str, *, back: bool = False) -> list[str]:
    """Tab until it has the keyboard; the names of what had it on the way."""
    passed: list[str] = []
    now = focused(program)
    while not (now[0] == role and fnmatch(now[1], name)):
        passed.append(now[1])
        assert len(passed) < 30, f"{name} is not reached: {passed}"
        before, until = now, time.monotonic() + PATIENCE
        program.keys("Shift_L+Tab" if back else "Tab")
        while (now := focused(program)) == before:
            assert time.monotonic() < until, f"the keyboard stays at {now}: {passed}"
    in_sight(program, role, name)
    return passed


def in_sight(program: Program, role: str, name: str) -> None:
    """What has the keyboard is on screen as a whole, or as much of it as there is room for."""
    window = program.wait("*", states=["active"])["extents"]
    extents = program.wait(role, name, states=["focused", "focusable"])["extents"]
    assert not outside(extents, window), (role, name, extents, window)


def outside(extents: list[int], window: list[int]) -> bool:
    """Whether any of it is cut off by the edge of its window."""
    (x, y, width, height), (left, top, wide, high) = extents, window
    return x < left or y < top or x + width > left + wide or y + height > top + high


def screen(size: dict[str, str]) -> list[int]:
    """Its extents, in the px of programs that are shown in this size."""
    return [0, 0, *(side // int(size.get("QT_SCALE_FACTOR", 1)) for side in SCREEN)]


def opened(program: Program, name: str) -> None:
    """A dialog came up; a window manager gives it the keyboard."""
    program.wait("dialog", name)
    program.activate()
    program.wait("dialog", name, states=["active"])


def closed(program: Program) -> None:
    """The dialog went; the window has the keyboard again."""
    program.gone("dialog")
    program.activate()
    program.wait("frame", states=["active"])


@SIZES
def test_the_whole_job_by_keyboard(
    desktop: Desktop, gateway: GatewayProcess, tmp_path: Path, size: dict[str, str]
) -> None:
    environment = {**gateway.environment, **size}
    program = desktop.start("--profile", str(tmp_path / "profile"), environment=environment)
    height = program.wait("button", "Connect*")["extents"][3]
    assert height > 50 if size is TEXT_TWICE else height < 40
    program.activate()
    program.wait("frame", states=["active"])

    tab_to(program, "button", "Connect*")
    program.keys("space")
    opened(program, "Connect to Mountsea")
    focused(program, "password text", "API token")
    copy(program, TOKEN)
    program.keys("Control_L+v")
    program.keys("Return")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.keys("Escape")
    closed(program)
    focused(program, "button", "Account*")

    copy(program, "\n".join(gateway.songs(7)))
    program.keys("Control_L+v")
    program.wait_rows("Songs", "Status", "Ready to upload*", 7)

    tab_to(program, "table", "Songs")
    program.keys("End")
    program.keys("Delete")
    program.wait_rows("Songs", "Status", "Ready to upload*", 6)
    focused(program, "table", "Songs")
    tab_to(program, "button", "Upload 6 songs", back=True)
    program.keys("space")
    program.wait("label", "6 songs uploaded")

    tab_to(program, "button", "Create model*")
    program.keys("space")
    opened(program, "Create this model?")
    focused(program, "button", "Cancel")
    program.keys("Return")
    closed(program)
    focused(program, "button", "Create model*")
    assert "create" not in gateway.record()["counts"]

    program.keys("space")
    opened(program, "Create this model?")
    tab_to(program, "check box", "I own the rights to these songs", back=True)
    program.keys("space")
    program.keys("Return")  # from here, too, it is Cancel
    closed(program)
    assert "create" not in gateway.record()["counts"]

    program.keys("space")
    opened(program, "Create this model?")
    tab_to(program, "check box", "I own the rights to these songs", back=True)
    program.keys("space")
    tab_to(program, "button", "Spend 100 credits")
    program.keys("space")
    model_id = program.wait("text", "Model ID")["text"]
    closed(program)
    assert focused(program)[1]
    tab_to(program, "button", "Copy model ID", back=True)
    program.keys("space")
    program.wait("button", "Copied")
    assert gateway.record()["counts"]["create"] == 1
    assert model_id.startswith("chirp-custom:")


@pytest.fixture
def practice(desktop: Desktop) -> Program:
    program = desktop.start("--demo")
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
    program.wait("button", BALANCE)
    program.activate()
    program.wait("frame", states=["active"])
    return program


def test_the_keyboard_goes_as_one_reads_and_comes_round(practice: Program) -> None:
    assert focused(practice) == ("table", "Songs"), "where one goes on, and not where one begins anew"
    tab_to(practice, "button", "New model")
    practice.keys("Tab")
    focused(practice, "list", "Models")
    assert ["New model", *tab_to(practice, "button", "New model")] == [
        "New model", "Models", "Settings…", "Help…", "Log…", "About…", "Models", "Model name", "Credits…",
        BALANCE, "Add links…", "Add files…", "From a text file…", "Upload 6 songs", "Songs",
    ]  # fmt: skip


def test_escape_closes_every_dialog_and_gives_the_keyboard_back(practice: Program) -> None:
    for name in ("Settings…", "Help…", "Log…", "About…", "Account*", "Add links…"):
        tab_to(practice, "button", name)
        practice.keys("space")
        practice.wait("dialog")
        practice.activate()
        practice.wait("dialog", states=["active"])
        assert focused(practice)[1]
        practice.keys("Escape")
        closed(practice)
        focused(practice, "button", name)


def test_rows_are_removed_and_put_back_and_the_keyboard_stays(practice: Program) -> None:
    tab_to(practice, "table", "Songs")
    for key in ("Down", "Down", "Menu", "Up", "Up", "Return"):  # above the columns: remove
        practice.keys(key)
    practice.wait_rows("Songs", "Status", "Ready to upload", 5)
    focused(practice, "table", "Songs")
    tab_to(practice, "button", "Undo")
    practice.keys("space")
    practice.wait_rows("Songs", "Status", "Ready to upload", 6)
    assert focused(practice)[1]
    assert practice.table("Songs")[2]["Song"] == "海边的信"

    tab_to(practice, "table", "Songs", back=True)
    practice.keys("Control_L+a")
    practice.keys("Delete")
    practice.wait("label", "Add six songs to begin.")
    assert focused(practice)[1]
    tab_to(practice, "button", "Undo")
    practice.keys("space")
    practice.wait_rows("Songs", "Status", "Ready to upload", 6)
    assert focused(practice)[1]

    tab_to(practice, "button", "New model")
    practice.keys("space")
    practice.wait("label", "Add six songs to begin.")
    focused(practice, "button", "Add links…")  # where one goes on: another press makes no other model


@SIZES
def test_whatever_the_keyboard_reaches_comes_in_sight(desktop: Desktop, size: dict[str, str]) -> None:
    program = desktop.start("--demo", environment=size)
    program.wait_rows("Songs", "Status", "Ready to upload", 6)
    program.wait("button", BALANCE)
    program.activate()
    window = program.wait("frame", states=["active"])["extents"]
    assert not outside(window, screen(size))
    stops = program.tab_round("frame")
    assert {"Upload 6 songs", "Songs", BALANCE, "Settings…"} <= {stop["name"] for stop in stops}
    assert [stop for stop in stops if outside(stop["seen"], window)] == []
