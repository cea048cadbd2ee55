"""Six songs on this computer, dropped on the real window: through a real bucket, and through a web folder."""

import json
import sys
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from tests.e2e import x11
from tests.e2e.desktop import HERE, PATIENCE, Desktop, Program
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import connect, create
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, s3_server
from tests.fakes.web_server import web_server
from tests.links.sounds import wav

SOURCE = (sys.executable, str(HERE / "drag_source.py"))
CORNER = (1200, 840)
"""Where the files are dragged from, below and beside the window."""


@pytest.fixture
def songs(tmp_path: Path) -> list[Path]:
    """Six songs in a folder with a space and letters of another country in its name."""
    folder = tmp_path / "My 歌曲"
    folder.mkdir()
    paths = [folder / f"Song {number} é.wav" for number in range(1, 7)]
    for number, path in enumerate(paths, start=1):
        path.write_bytes(wav(10) + bytes(range(256)) * (2_000 + number))
    return paths


def _drop(desktop: Desktop, paths: list[Path]) -> None:
    """Drag the files from a window of their own to the middle of the program's."""
    source = desktop.start(*map(str, (*CORNER, *paths)), command=SOURCE)
    source.wait("label", "files")
    x11.drag(desktop.display, (CORNER[0] + 20, CORNER[1] + 20), (560, 450))
    assert source.ended() == 0


def _settle(profile: Path, values: Mapping[str, str]) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps(values), "utf-8")


def _whole_job(
    desktop: Desktop, program: Program, songs: list[Path], stored: Callable[[], Collection[object]]
) -> None:
    """From a drop to the model's ID. What was `stored` goes once Mountsea has it, beside everything else."""
    connect(program)
    _drop(desktop, songs)
    program.wait_rows("Songs", "Status", "Ready to upload*", 6)
    program.press("button", "Upload 6 songs")
    program.wait_rows("Songs", "Status", "Uploaded", 6)
    create(program)
    program.wait("text", "Model ID", states=["read-only"])
    until = time.monotonic() + PATIENCE
    while stored() and time.monotonic() < until:
        time.sleep(0.1)
    assert not stored(), "Mountsea has them, so the storage need not"
    program.close()
    assert program.ended() == 0


def test_six_dropped_songs_become_a_model_through_a_bucket(
    desktop: Desktop, tmp_path: Path, songs: list[Path]
) -> None:
    profile, secret = tmp_path / "profile", tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    with s3_server(tmp_path / "s3") as server, GatewayProcess(tmp_path) as gateway:
        _settle(
            profile,
            {
                "storage.kind": "s3",
                "storage.endpoint": server.endpoint,
                "storage.bucket": BUCKET,
                "storage.prefix": "studio",
                "storage.key_id": KEY_ID,
                "storage.secret_file": str(secret),
            },
        )
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        _whole_job(desktop, program, songs, server.objects)
        seen = gateway.record()
        assert (seen["counts"]["upload"], seen["counts"]["create"]) == (6, 1)
        assert seen["violations"] == []
    assert desktop.files_with(SECRET, profile) == []
    assert desktop.files_with("X-Amz-Signature", profile) == []


def test_six_dropped_songs_become_a_model_through_a_web_folder(
    desktop: Desktop, tmp_path: Path, songs: list[Path]
) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "www"
    folder.mkdir()
    with web_server(folder) as url, GatewayProcess(tmp_path) as gateway:
        _settle(
            profile,
            {"storage.kind": "folder", "storage.folder": str(folder), "storage.base_url": f"{url}/"},
        )
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        _whole_job(desktop, program, songs, lambda: [path for path in folder.rglob("*") if path.is_file()])
        seen = gateway.record()
        assert (seen["counts"]["upload"], seen["counts"]["create"]) == (6, 1)


def test_killed_while_files_are_sent_it_sends_them_whole(
    desktop: Desktop, tmp_path: Path, songs: list[Path]
) -> None:
    profile, secret = tmp_path / "profile", tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    large = songs[0]
    with large.open("r+b") as file:
        file.truncate(256 * 1024**2)  # sparse: it takes seconds, in which the program is killed
    with s3_server(tmp_path / "s3") as server, GatewayProcess(tmp_path) as gateway:
        _settle(
            profile,
            {
                "storage.kind": "s3",
                "storage.endpoint": server.endpoint,
                "storage.bucket": BUCKET,
                "storage.key_id": KEY_ID,
                "storage.secret_file": str(secret),
            },
        )
        program = desktop.start("--profile", str(profile), environment=gateway.environment)
        connect(program)
        _drop(desktop, [large])
        program.wait_rows("Songs", "Status", "Sending to the storage… · *", 1)
        program.kill()
        again = desktop.start("--profile", str(profile), environment=gateway.environment)
        again.wait_rows("Songs", "Status", "Ready to upload*", 1)
        (stored,) = server.objects().values()
        assert stored.stat().st_size == large.stat().st_size
        again.close()
        assert again.ended() == 0
