"""What goes wrong, as a musician meets it: said in words, and mended with what the window offers."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop import Desktop, Program
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import add, connect

Start = Callable[..., tuple[Program, GatewayProcess]]
NOT_FETCHED = {"reason": "Audio source not found.", "times": 1}


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Iterator[Start]:
    """The program, connected to a gateway with these options."""
    with ExitStack() as stack:

        def begin(**options: Any) -> tuple[Program, GatewayProcess]:
            process: AbstractContextManager[GatewayProcess] = GatewayProcess(
                tmp_path, **{"upload_seconds": 0.2, **options}
            )
            gateway = stack.enter_context(process)
            profile = str(tmp_path / "profile")
            program = desktop.start("--profile", profile, environment=gateway.environment)
            connect(program)
            return program, gateway

        yield begin


def row(program: Program, song: str) -> dict[str, str]:
    """A song's row; it is selected with that."""
    rows = program.table("Songs")
    at = next(at for at, cells in enumerate(rows) if cells["Song"] == song)
    program.select("Songs", at)
    program.wait("label", song)
    return rows[at]


def test_failed_songs_say_why_and_are_retried(start: Start) -> None:
    program, gateway = start(failures={f"/{number}.mp3": NOT_FETCHED for number in (2, 3, 4)})
    add(program, gateway.songs(6))
    program.press("button", "Upload 6 songs")
    program.wait_rows("Songs", "Status", "Failed: Mountsea could not download the song.", 3)
    reason = "3 songs failed: retry them, or add others."
    program.wait("label", reason)
    program.wait("button", "Create model*", states=["!enabled"], description=reason)
    row(program, "2")
    program.wait("label", "Mountsea could not download the song. *")
    program.press("*", "Details", states=["focusable"])
    assert "Audio source not found." in program.wait("text", "Details")["text"]
    program.press("button", "Retry")
    program.wait_rows("Songs", "Status", "Uploaded", 4)
    program.press("button", "Retry all failed")
    program.wait("label", "6 songs uploaded")
    program.gone("button", "Retry all failed")
    program.wait("button", "Create model*", states=["enabled"])
    assert gateway.record()["counts"]["upload"] == 9


def test_an_unclear_song_is_sent_again_after_a_warning_only(start: Start) -> None:
    program, gateway = start()
    add(program, gateway.songs(6))
    gateway.script("upload", {"type": "Reset", "when": "processed"})
    program.press("button", "Upload 6 songs")
    program.wait_rows("Songs", "Status", "Uploaded", 5)
    program.wait_rows("Songs", "Status", "It may have been sent*", 1)
    assert gateway.record()["counts"]["upload"] == 6
    unclear = next(cells for cells in program.table("Songs") if cells["Status"].startswith("It may"))
    row(program, unclear["Song"])

    program.press("button", "Send again", within="My model*")
    program.wait("label", "*it may count twice*", within="Send this song again?")
    program.press("button", "Cancel")
    program.gone("dialog")
    assert gateway.record()["counts"]["upload"] == 6
    program.press("button", "Send again", within="My model*")
    program.press("button", "Send again", within="Send this song again?")
    program.wait("label", "6 songs uploaded")
    assert gateway.record()["counts"]["upload"] == 7


def test_links_that_need_attention_are_edited_tried_or_removed(start: Start) -> None:
    program, gateway = start()
    good, base = gateway.songs(5), f"{gateway.url}/songs"
    add(program, good)
    gateway.script("song", {"type": "Answer", "body": "PK", "headers": {"Content-Type": "application/zip"}})
    for link in (f"{base}/songs.zip.mp3", f"{base}/page.html"):
        program.press("button", "Add links…")
        program.write("text", "Song links", link)
        program.press("button", "Add 1 song")
        program.gone("dialog")
        program.wait_rows("Songs", "Status", "Checking*", 0)
    program.wait_rows("Songs", "Status", "Needs attention: *", 2)

    row(program, "page.html")
    program.activate()
    program.press("button", "Edit link")
    program.wait("text", "Song link", text=f"{base}/page.html", states=["focused", "editable"])
    program.write("text", "Song link", good[0])
    program.keys("Return")
    program.wait("label", "Message", description="*is in the list already")
    program.write("text", "Song link", f"{base}/6.mp3")
    program.keys("Return")
    program.gone("text", "Song link")
    program.wait_rows("Songs", "Status", "Ready to upload*", 6)

    row(program, "songs.zip")
    program.press("button", "Remove")
    program.wait_rows("Songs", "Status", "Needs attention: *", 0)
    program.press("button", "Undo")
    program.wait_rows("Songs", "Status", "Needs attention: *", 1)
    row(program, "songs.zip")
    program.press("button", "Try anyway")
    program.wait("button", "Upload 7 songs")


def test_six_of_seven_have_to_be_chosen(start: Start) -> None:
    program, gateway = start()
    add(program, gateway.songs(7))
    program.press("button", "Upload 7 songs")
    program.wait("label", "7 songs uploaded")
    program.wait("button", "Create model*", states=["enabled"])
    program.focus("table", "Songs")
    for key in ("Down", "Home", "space", "Down", "space"):  # those that were added are all selected at first
        program.keys(key)
    reason = "Tick 1 more uploaded song to train on."
    program.wait("label", reason)
    program.wait("button", "Create model*", states=["!enabled"], description=reason)
    program.keys("space")
    program.wait("button", "Create model*", states=["enabled"])
    program.press("button", "Create model*")
    program.wait("label", "“My model” will learn from these 6 songs:")


def test_a_refused_token_is_asked_for_once_and_then_all_goes_on(start: Start) -> None:
    program, gateway = start(upload_seconds=600.0)
    add(program, gateway.songs(6))
    program.press("button", "Upload 6 songs")
    program.wait_rows("Songs", "Status", "Mountsea is working on it*", 6)
    gateway.options(tokens=["another"])
    program.wait("label", "Notice", description="*token*")
    program.press("button", "Enter token…")
    program.write("password text", "API token", "another")
    program.press("button", "Save token")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")
    program.gone("label", "Notice")
    gateway.options(upload_seconds=0.2)
    program.wait("label", "6 songs uploaded")
    assert gateway.record()["counts"]["upload"] == 6


def test_a_lost_network_comes_back_and_a_limit_counts_down(start: Start) -> None:
    program, gateway = start()
    add(program, gateway.songs(6))
    body = {"statusCode": 429, "message": "Too many requests"}
    gateway.script("upload", {"type": "Answer", "status": 429, "body": body, "headers": {"Retry-After": "3"}})
    gateway.refuse(3.0)
    program.press("button", "Upload 6 songs")
    program.wait("label", "Notice", description="*Trying again in 0:0*")
    program.wait("button", "Try now")
    program.wait("label", "Notice", description="*Trying again in 0:03.")
    program.wait("label", "Notice", description="*Trying again in 0:02.")
    program.wait("label", "6 songs uploaded")
    program.gone("label", "Notice")
    assert gateway.record()["counts"]["prepare"] == 1
    assert gateway.record()["counts"]["upload"] == 7
