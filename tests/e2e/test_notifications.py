"""Who looks elsewhere is told by the desktop's own notifications, and led back by a click on one."""

import time
from pathlib import Path
from typing import Any

import pytest

from mountsea_desktop.ui.notifications.freedesktop import PATIENCE
from tests.e2e.desktop import Desktop, Program
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import PROBE, add, connect, create

NOT_FETCHED = {"/2.mp3": {"reason": "Audio source not found.", "times": 1}}
SIX = "Six songs uploaded. Your model can be created now."


def start(desktop: Desktop, gateway: GatewayProcess, profile: Path) -> Program:
    program = desktop.start("--profile", str(profile), environment=gateway.environment)
    connect(program)
    add(program, gateway.songs(6))
    return program


def look_elsewhere(program: Program) -> Program:
    """Another program comes to the front, and gets the keyboard."""
    other = program.desktop.start(command=PROBE)
    other.wait("button", "Count")
    other.activate()
    program.wait("frame", states=["!active"])
    assert other.on_top
    return other


def only(notes: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(notes) == 1
    return notes[0]


def test_a_song_fails_and_a_click_leads_to_it(desktop: Desktop, tmp_path: Path) -> None:
    service = desktop.notification_service()
    with GatewayProcess(tmp_path, upload_seconds=0.2, failures=NOT_FETCHED) as gateway:
        program = start(desktop, gateway, tmp_path / "profile")
        program.press("button", "Upload 6 songs")
        note = only(service.wait("Notify"))
        assert (note["program"], note["title"], note["replaces"]) == (
            "Mountsea Desktop",
            "Mountsea Desktop",
            0,
        )
        assert note["body"] == "1 song needs your attention."
        assert note["actions"][0] == "default"
        assert note["hints"] == {"desktop-entry": "mountsea-desktop"}
        assert Path(note["icon"].removeprefix("file://")).is_file()

        program.press("button", "New model")
        program.wait("frame", "My model 2 *")
        look_elsewhere(program)
        assert service.click(note["number"], "a token") == []
        program.wait("frame", "My model – *")
        assert program.on_top
        program.wait("label", "Mountsea could not download the song. *")
        program.wait("label", "2")

        # What was answered is forgotten: the next one is a new one, and the click on it leads to the model.
        look_elsewhere(program)
        program.press("button", "Retry")
        program.wait("label", "6 songs uploaded")
        note = only(service.wait("Notify", 2))
        assert (note["body"], note["replaces"]) == (SIX, 0)
        program.close()
        assert program.ended() == 0
        assert service.wait("CloseNotification") == []


def test_a_newer_one_replaces_the_older_and_its_text_is_plain(desktop: Desktop, tmp_path: Path) -> None:
    service = desktop.notification_service()
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        program = start(desktop, gateway, tmp_path / "profile")
        program.write("text", "Model name", "Rock & <b>Roll</b>")
        program.press("button", "Upload 6 songs")
        older = only(service.wait("Notify"))
        assert older["body"] == SIX
        create(program)
        newer = only(service.wait("Notify", 2))
        assert newer["body"] == "Rock &amp; &lt;b&gt;Roll&lt;/b&gt;: Ready"
        assert newer["number"] == newer["replaces"] == older["number"]
        assert service.close(newer["number"]) == []
        program.wait("text", "Model ID")


def test_markup_is_for_services_that_read_it(desktop: Desktop, tmp_path: Path) -> None:
    service = desktop.notification_service(capabilities=["body"])
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        program = start(desktop, gateway, tmp_path / "profile")
        program.write("text", "Model name", "R&B")
        program.press("button", "Upload 6 songs")
        assert service.close(only(service.wait("Notify"))["number"]) == []
        create(program)
        note = only(service.wait("Notify", 2))
        assert (note["body"], note["replaces"]) == ("R&B: Ready", 0)


@pytest.mark.parametrize("service", ["hangs", "is missing"])
def test_nothing_waits_for_a_service_that(desktop: Desktop, tmp_path: Path, service: str) -> None:
    hanging = desktop.notification_service(hangs=True) if service == "hangs" else None
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        program = start(desktop, gateway, tmp_path / "profile")
        program.press("button", "Upload 6 songs")
        if hanging is not None:
            hanging.wait("GetCapabilities")
            began = time.monotonic()
            program.wait("button", "Create model*", states=["enabled"])
            assert time.monotonic() - began < PATIENCE / 1_000 / 2
        create(program)
        program.wait("text", "Model ID")
        program.close()
        assert program.ended() == 0
        assert program.output() == ""


def test_closing_in_the_middle_says_what_goes_on(desktop: Desktop, tmp_path: Path) -> None:
    service = desktop.notification_service()
    with GatewayProcess(tmp_path, upload_seconds=60) as gateway:
        program = start(desktop, gateway, tmp_path / "profile")
        program.press("button", "Upload 6 songs")
        program.wait_rows("Songs", "Status", "Mountsea is working on it*", 6)
        program.close()
        assert program.ended() == 0
        note = only(service.wait("Notify"))
        assert note["body"] == "6 songs go on at Mountsea. Open the program again to see what became of it."
