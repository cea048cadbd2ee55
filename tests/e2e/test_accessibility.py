"""What a screen reader finds in every window: in three languages, light and dark."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import LANGUAGES
from mountsea_desktop.workflow.song import SongState
from tests.e2e import x11
from tests.e2e.desktop import Desktop, Program
from tests.e2e.gateway import TOKEN, GatewayProcess
from tests.e2e.steps import add
from tests.fakes.languages import some_language

Thing = dict[str, Any]
SMALLEST = 24
"""Width and height in px of what can be pressed (WCAG 2.2, 2.5.8)."""
TALKS = {"label", "image"}
"""Takes the keyboard or a press in places, but only so that its text can be read or copied."""
MEASURED_ELSEWHERE = "check box"
"""Qt tells of its mark and words alone; `tests/ui/widgets/test_check_box.py` shows where it is hit."""


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        yield gateway


def brief(thing: Thing) -> str:
    """For the report of a failure."""
    return f"{thing['role']} {thing['name']!r} at {thing['extents']}"


def nameless(things: list[Thing]) -> list[str]:
    """What takes the keyboard and does not say what it is."""
    return [
        brief(thing)
        for thing in things
        if "focusable" in thing["states"]
        and not (thing["labels"] if thing["role"] in {"combo box", "spin button"} else thing["name"])
    ]


def too_small(things: list[Thing]) -> list[str]:
    """What can be pressed or typed into, and is hard to hit."""
    return [
        brief(thing)
        for thing in things
        if "focusable" in thing["states"]
        and thing["role"] not in TALKS | {MEASURED_ELSEWHERE}
        and min(thing["extents"][2:]) < SMALLEST
    ]


def unexplained(things: list[Thing]) -> list[str]:
    """Buttons that cannot be pressed, where nothing that shows says why."""
    said = {thing["name"] for thing in things if thing["role"] in {"label", "check box"}}
    return [
        brief(thing)
        for thing in things
        if thing["role"] == "button" and "enabled" not in thing["states"] and thing["description"] not in said
    ]


def out_of_order(stops: list[Thing]) -> list[tuple[str, ...]]:
    """Where the keyboard goes against the reading: neither on in the line, nor down, nor on to a column."""
    found: list[tuple[str, ...]] = []
    right = 0
    for before, after in pairwise(stops):
        (x, y, width, height), (new_x, new_y, _, new_height) = before["extents"], after["extents"]
        right = max(right, x + width)
        down = new_y + new_height / 2 >= y + height
        # In a card beside it there may be a field above the button that stands in line.
        along = new_x >= x + width and new_y < y + height and y < new_y + new_height + height
        over = x <= new_x and y <= new_y and new_y + new_height <= y + height  # a message over the list
        if not (down or along or over or new_x >= right):
            found.append((brief(before), brief(after)))
    return found


def look(program: Program, window: str, name: str = "*") -> list[Thing]:
    """Whatever shows in a window, which is found to be in order."""
    program.wait(window, name)
    program.activate()
    program.wait(window, name, states=["active"])
    things = program.everything(window, name)
    assert things[0]["name"]
    assert nameless(things) == []
    assert too_small(things) == []
    assert unexplained(things) == []
    # A page that scrolls takes the keyboard for it, before what is on it.
    # What shows for a while may be gone by the end of the round: what counts is where each was.
    went = program.tab_round(window, name)
    stops = [stop | {"extents": stop["seen"]} for stop in went if stop["role"] != "filler"]
    # It goes round, wherever the reading begins.
    rounds = [out_of_order(stops[at:] + stops[:at]) for at in range(len(stops))]
    assert min(rounds, key=len) == []
    reached = {(stop["role"], stop["name"]) for stop in stops}
    missed = [
        brief(thing)
        for thing in things
        if {"focusable", "enabled"} <= set(thing["states"])
        and thing["role"] not in TALKS | {"filler"}
        and (thing["role"], thing["name"]) not in reached
    ]
    assert missed == []
    return things


def test_every_control_is_found_by_its_name(
    desktop: Desktop, gateway: GatewayProcess, tmp_path: Path
) -> None:
    program = desktop.start("--profile", str(tmp_path / "profile"), environment=gateway.environment)
    program.press("button", "Connect*")
    dialog = "Connect to Mountsea"
    program.wait("dialog", dialog)
    for name in ("Test connection", "Close"):
        program.wait("button", name, within=dialog, states=["enabled"])
    program.wait("button", "Remove token", within=dialog, states=["!enabled"])
    program.write("password text", "API token", TOKEN)
    program.press("button", "Save token")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")
    program.wait("button", "Account*")

    program.press("button", "Add links…")
    program.wait("text", "Song links", states=["multi-line", "editable"])
    program.wait("button", "Add *", within="Add songs", states=["!enabled"])
    program.press("button", "Close", within="Add songs")
    program.gone("dialog")
    add(program, gateway.songs(6))
    assert {"Song", "Length", "Status"} <= set(program.table("Songs")[0])
    assert program.wait("text", "Model name", states=["editable"])["text"]
    program.wait("label", "*0 of 6 songs uploaded*")
    create = program.wait("button", "Create model*", states=["!enabled"])
    reason = program.wait("label", create["description"])
    assert reason["name"] == "Next: upload the songs."
    for name in ("Settings*", "Models*", "Log*", "About*", "Help*"):
        program.wait("check box" if name == "Models*" else "button", name)


LOOKS = {"en": ("light", "dark"), "zh_CN": ("light",), "zh_TW": ("dark",)}
"""What is found depends on the language, and hardly on the look: each look is there in two languages."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_window_can_be_read_and_reached(
    desktop: Desktop,
    gateway: GatewayProcess,
    tmp_path: Path,
    qapp: QApplication,  # noqa: ARG001 - whose words these are
    language: str,
) -> None:
    with some_language() as spoken:
        spoken.use(language)
        gateway.options(failures={"/2.mp3": {"reason": "Audio source not found."}})
        # Light and dark at once, because both spend most of their time waiting for songs and models.
        tours = [Tour(desktop, gateway, tmp_path, language, look).go() for look in LOOKS[language]]
        for _ in zip(*tours, strict=True):
            pass


class Tour:
    """From the empty window to the finished model, with every dialog on the way."""

    def __init__(
        self, desktop: Desktop, gateway: GatewayProcess, folder: Path, language: str, appearance: str
    ) -> None:
        self._gateway = gateway
        self._dark = appearance == "dark"
        folders = Folders.of_profile(folder / appearance)
        folders.settings_file.parent.mkdir(parents=True)
        folders.settings_file.write_text(json.dumps({"language": language, "appearance": appearance}))
        self._start = partial(
            desktop.start, "--profile", str(folder / appearance), environment=gateway.environment
        )

    def go(self) -> Iterator[None]:
        """Stops wherever there is something to wait for."""
        self._program = program = self._start()
        self._empty()
        self._account()
        for opener in (
            words.dialogs.settings(),
            words.dialogs.log(),
            words.dialogs.help(),
            words.dialogs.about(),
        ):
            with self._dialog(opener):
                look(program, "dialog")
        self._links()
        self._banner()
        yield
        self._failed()
        self._confirm()
        yield
        program.wait("text", words.models.model_id(), states=["read-only"])
        program.gone("dialog")
        self._rows(8)
        look(program, "frame")

    def _empty(self) -> None:
        self._program.wait("button", words.account.connect_button())
        left, top, width, height = look(self._program, "frame")[0]["extents"]
        bright = x11.brightness(self._program.desktop.display, left + width - 4, top + height - 4)
        assert bright < 64 if self._dark else bright > 192

    def _account(self) -> None:
        program = self._program
        with self._dialog(words.account.connect_button()):
            look(program, "dialog")
            program.write("password text", words.account.token(), TOKEN)
            program.press("button", words.account.save())
            program.wait("label", words.account.connected("1,000"))
            look(program, "dialog")

    def _links(self) -> None:
        """One that cannot work, and seven of which one will fail."""
        program, gateway = self._program, self._gateway
        body = {"type": "Answer", "body": "PK", "headers": {"Content-Type": "application/zip"}}
        gateway.script("song", body)
        program.press("button", words.songs.add())
        look(program, "dialog")
        page = f"{gateway.url}/songs/page.html"
        program.write("text", words.links.field(), f"{page}\n{page}\nno link")
        program.wait("list", words.links.understood_name())
        look(program, "dialog")
        program.press("button", words.links.add(1))
        program.gone("dialog")
        self._wait_rows(SongState.NEEDS_ATTENTION, 1)
        program.press("button", words.songs.add())
        program.write("text", words.links.field(), "\n".join(gateway.songs(7)))
        program.press("button", words.links.add(7))
        program.gone("dialog")
        self._wait_rows(SongState.READY, 7)
        program.select(words.songs.list_name(), 0)
        program.wait("button", words.songs.remove())
        self._rows(8)
        look(program, "frame")

    def _banner(self) -> None:
        """A limit holds all songs back; the program's message is there as well."""
        program = self._program
        limit = {"statusCode": 429, "message": "Too many requests"}
        answer = {"type": "Answer", "status": 429, "body": limit, "headers": {"Retry-After": "600"}}
        self._gateway.script("prepare", answer)
        program.press("button", words.songs.upload(7))
        program.wait("button", words.notices.try_now())
        program.wait("button", words.songs.stop(), states=["enabled"])  # it rests first, for a double click
        things = look(program, "frame")
        for name in (words.notices.name(), words.notices.message_name()):
            (told,) = (thing for thing in things if thing["name"] == name)
            assert told["role"] == "label"
            assert told["description"]
        program.press("button", words.notices.try_now())

    def _failed(self) -> None:
        program = self._program
        program.wait("label", words.songs.progress(6, 6))
        self._wait_rows(SongState.FAILED, 1)
        rows = self._rows(8)
        failed = next(at for at, row in enumerate(rows) if row[words.songs.column_song()] == "2")
        program.select(words.songs.list_name(), failed)
        program.wait("label", "2")
        program.press("*", words.songs.details())
        program.wait("text", words.songs.details_name())
        look(program, "frame")

    def _confirm(self) -> None:
        program = self._program
        program.press("button", words.models.create(100))
        program.wait("label", words.models.credits("*"))
        cancel = next(t for t in look(program, "dialog") if t["name"] == words.dialogs.cancel())
        assert "is-default" in cancel["states"]
        program.press("check box", words.models.rights())
        program.press("button", words.models.spend(100), states=["!is-default"])

    @contextmanager
    def _dialog(self, opener: str) -> Iterator[None]:
        self._program.press("button", opener)
        yield
        self._program.press("button", words.dialogs.close())
        self._program.gone("dialog")

    def _wait_rows(self, state: SongState, count: int) -> None:
        songs = words.songs
        self._program.wait_rows(songs.list_name(), songs.column_status(), f"{songs.state(state)}*", count)

    def _rows(self, count: int) -> list[dict[str, str]]:
        """Each says its state in words, whatever its colour."""
        rows = self._program.table(words.songs.list_name())
        assert len(rows) == count
        assert all(row[words.songs.column_song()] and row[words.songs.column_status()] for row in rows)
        return rows
