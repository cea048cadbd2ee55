"""The main job in the real window, with a real keyring and a real socket, driven as a screen reader would."""

from pathlib import Path

import pytest

from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.secret_store import account_name
from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess
from tests.e2e.steps import add, connect, create


def test_from_six_links_to_a_model_and_back(desktop: Desktop, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with GatewayProcess(tmp_path, upload_seconds=3.0, training_seconds=1.0) as gateway:
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        connect(program)
        add(program, gateway.songs(6))
        program.wait("label", "0 of 6 songs uploaded")
        program.wait("button", "Create model*", states=["!enabled"])
        program.wait("label", "Next: upload the songs.")

        program.press("button", "Upload 6 songs")
        program.wait_rows("Songs", "Status", "Uploaded", 6)
        program.wait("label", "6 songs uploaded")
        create(program)
        model_id = program.wait("text", "Model ID", states=["read-only"])["text"]
        program.press("button", "Copy model ID")
        program.wait("button", "Copied")
        program.close()
        assert program.ended() == 0

        seen = gateway.record()
        assert seen["counts"]["prepare"] == 1
        assert seen["counts"]["upload"] == 6
        assert seen["upload_tasks_at_once"] == 6
        assert seen["uploads_at_once"] <= 3
        assert seen["counts"]["create"] == 1
        assert seen["violations"] == []
        assert seen["balance"] == 900
        assert model_id.startswith("chirp-custom:")

        account = account_name((gateway.url, gateway.url), Folders.of_profile(profile).profile_id)
        assert desktop.secret("mountsea-desktop", account) == TOKEN
        assert desktop.files_with(TOKEN, profile) == []

        again = desktop.start("--profile", str(profile), environment=gateway.environment)
        assert again.wait("text", "Model ID", states=["read-only"])["text"] == model_id
        again.wait("button", "Account*")
        again.close()
        assert again.ended() == 0
        later = gateway.record()["counts"]
        assert later["upload"] == 6
        assert later["create"] == 1


def test_closed_in_the_middle_it_goes_on_where_it_was(desktop: Desktop, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with GatewayProcess(tmp_path, upload_seconds=8.0) as gateway:
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        connect(program)
        add(program, gateway.songs(6))
        program.press("button", "Upload 6 songs")
        program.wait_rows("Songs", "Status", "Mountsea is working on it*", 6)
        program.kill()

        again = desktop.start("--profile", str(profile), environment=gateway.environment)
        again.wait("label", "6 songs uploaded")
        again.close()
        assert again.ended() == 0
        counts = gateway.record()["counts"]
        assert counts["prepare"] == 1
        assert counts["upload"] == 6


def test_without_a_keyring_the_token_is_kept_after_a_yes_only(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Desktop(keyring=False) as desktop, GatewayProcess(tmp_path) as gateway:
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        program.press("button", "Connect*")
        program.write("password text", "API token", TOKEN)
        program.press("button", "Save token")
        program.wait("label", "This computer has no password store*")
        assert "credits" not in gateway.record()["counts"]
        program.press("button", "Keep until I close the program")
        program.wait("label", "Connected. You have 1,000 credits.")
        program.press("button", "Close")
        program.gone("dialog")
        program.wait("button", "Account*")
        program.close()
        assert program.ended() == 0
        assert desktop.files_with(TOKEN, profile) == []

        again = desktop.start("--profile", str(profile), environment=gateway.environment)
        again.wait("button", "Connect*")
        again.close()
        assert again.ended() == 0


def test_a_second_start_raises_the_first(desktop: Desktop, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    first = desktop.start("--profile", str(profile))
    first.wait("button", "Add links…")
    second = desktop.start("--profile", str(profile))
    assert second.ended() == 0
    assert second.output() == ""
    first.close()
    assert first.ended() == 0


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (
            [],
            {"MOUNTSEA_API_URL": "http://mountsea.example"},
            "The address in MOUNTSEA_API_URL cannot be used*",
        ),
        (
            ["--profile", "/proc/nothing"],
            {},
            "The folder “/proc/nothing” for settings and songs is not there*",
        ),
    ],
)
def test_what_is_wrong_from_the_start_is_said(
    desktop: Desktop, arguments: list[str], environment: dict[str, str], words: str
) -> None:
    program = desktop.start(*arguments, environment=environment)
    program.wait("label", words)
    program.press("button", "Close")
    assert program.ended() == 2
    assert words[:-1] in program.output()
