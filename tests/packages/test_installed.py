"""What every installed copy has to do, driven as a person does: in its real window, with a real keyring."""

import subprocess
from pathlib import Path

from PySide6.QtGui import QImage

from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess
from tests.e2e.steps import add, connect, create


def test_it_has_what_it_needs(desktop: Desktop, command: list[str]) -> None:
    program = desktop.start("--selftest", command=command)
    assert program.ended(patience=60) == 0, program.output()
    lines = program.output().splitlines()
    assert all(line.startswith("ok ") for line in lines), program.output()
    assert len(lines) >= 5


def test_it_uses_nothing_but_its_own_python(desktop: Desktop, command: list[str], tmp_path: Path) -> None:
    (tmp_path / "httpx.py").write_text("raise SystemExit('not from here')")
    poison = {"PYTHONPATH": str(tmp_path), "PYTHONHOME": str(tmp_path), "PYTHONSTARTUP": str(tmp_path / "x")}
    program = desktop.start("--demo", "--autoplay", environment=poison, command=command)
    assert program.ended(patience=60) == 0, program.output()


def test_practice_ends_with_a_picture(desktop: Desktop, command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "demo.png"
    program = desktop.start("--demo", "--autoplay", "--screenshot", str(file), command=command)
    assert program.ended(patience=60) == 0, program.output()
    picture = QImage(str(file))
    assert picture.width() >= 600
    assert picture.height() >= 400
    spots = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    assert len({picture.pixel(x, y) for x, y in spots}) > 20  # an empty window has a handful of colours


def test_the_whole_job_with_a_kill_in_its_middle(
    desktop: Desktop, command: list[str], tmp_path: Path
) -> None:
    profile = tmp_path / "我的 歌曲"
    with GatewayProcess(tmp_path, upload_seconds=6.0, training_seconds=1.0) as gateway:
        options = ("--profile", str(profile))
        program = desktop.start(*options, environment=gateway.environment, command=command)
        connect(program)
        add(program, gateway.songs(6))
        program.press("button", "Upload 6 songs")
        program.wait_rows("Songs", "Status", "Mountsea is working on it*", 6)

        second = desktop.start(*options, environment=gateway.environment, command=command)
        assert second.ended() == 0
        assert second.output() == ""
        program.kill()

        again = desktop.start(*options, environment=gateway.environment, command=command)
        again.wait("label", "6 songs uploaded")
        create(again)
        again.wait("text", "Model ID", states=["read-only"])
        again.close()
        assert again.ended() == 0
        seen = gateway.record()
        assert (seen["counts"]["upload"], seen["counts"]["create"]) == (6, 1)
        assert seen["violations"] == []
        assert desktop.files_with(TOKEN, profile) == []


def test_a_person_without_rights_uses_it(command: list[str], tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o777)
    for folder in (home, *list(home.parents)[:3]):
        folder.chmod(0o777)
    anybody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    done = subprocess.run(  # noqa: S603 - the copy under test
        [*anybody, *command, "--demo", "--autoplay"],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
