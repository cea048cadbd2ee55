"""The packages for Windows, under Wine: each test begins where the one before it ended."""

import json
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mountsea_desktop.ui.app import win32
from tests.e2e import x11
from tests.e2e.desktop import ROOT, Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess

sys.path.insert(0, str(ROOT / "packaging"))

from shared.project import BUILD, NAME, version
from windows import msi, setup
from windows.wine import Running, Wine, windows_path

DONE, CANNOT_WRITE, RUNNING, NEWER, NO_SPACE, NOT_WHOLE = 0, 4, 5, 6, 7, 2
PATIENCE = 150.0
"""Seconds until something counts as not happening: ample, for Wine on a machine that is busy."""
HANDS = Path(__file__).with_name("hands.py")
PYTHON = BUILD / "windows" / "python" / "cp313" / "python.exe"
KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\MountseaDesktop"
EVERYBODYS_KEY = KEY.replace("HKCU", "HKLM")
MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
PICTURES = ROOT / "build" / "packages" / "pictures"


class Machine:
    """A Windows of its own, on a display of its own."""

    def __init__(self, wine: Wine, packages: Path, display: str) -> None:
        self.wine = wine
        self._display = display
        (self.setup,) = packages.glob("*-setup.exe")
        (self.msi,) = packages.glob("*.msi")
        (self.archive,) = packages.glob("*-windows-x64.zip")
        self.folder = wine.home / "AppData/Local/Programs/Mountsea Desktop"
        self.songs = wine.home / "AppData/Local/mountsea-desktop"

    @property
    def program(self) -> Path:
        return self.folder / "program" / "mountsea-desktop.exe"

    def install(self, folder: str = "", setup: Path | None = None, options: str = "") -> int:
        line = f"{windows_path(setup or self.setup)} /S {options}" + (f" /D={folder}" if folder else "")
        return self.wine.run("cmd", "/c", line).returncode  # /D= may not be quoted, as Wine would

    def uninstall(self, folder: Path | None = None) -> int:
        """From elsewhere: by itself it goes on in a copy of its own, and nobody can wait for that."""
        folder = folder or self.folder
        shutil.copy(folder / "uninstall.exe", self.wine.drive)
        line = rf"C:\uninstall.exe /S _?={self.on_c(folder)}"
        return self.wine.run("cmd", "/c", line).returncode  # _?= may not be quoted either

    def msiexec(self, what: str, *properties: str, msi: Path | None = None) -> int:
        return self.wine.run("msiexec", what, windows_path(msi or self.msi), *properties, "/qn").returncode

    @property
    def everybodys(self) -> Path:
        return self.wine.drive / "Program Files" / "Mountsea Desktop"

    def versions_by_msi(self) -> list[str]:
        """What Windows lists as installed by an .msi."""
        listed = self.wine.run("reg", "query", EVERYBODYS_KEY.rpartition("\\")[0], "/s").stdout
        return re.findall(r"DisplayVersion\s+REG_SZ\s+(\S+)", listed)

    def on_c(self, path: Path) -> str:
        """As programs name it that look where they really are."""
        return "C:\\" + str(path.relative_to(self.wine.drive)).replace("/", "\\")

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.wine.run(windows_path(self.program), *arguments)

    def wait_for_window(self) -> None:
        """Until one shows. Wine has no accessibility that would tell."""
        deadline = time.monotonic() + PATIENCE
        while x11.on_top(self._display) is None:
            assert time.monotonic() < deadline, "no window"
            time.sleep(0.2)

    def registered(self, value: str, key: str = KEY) -> str:
        """Empty where there is none; Windows' own words about that are not asked for."""
        done = self.wine.run("reg", "query", key, "/v", value)
        return done.stdout if done.returncode == 0 else ""


@pytest.fixture(scope="module")
def machine(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with Desktop(keyring=False) as desktop:
        wine = Wine(tmp_path_factory.mktemp("wine") / "prefix", DISPLAY=desktop.display)
        try:
            wine.create()
            yield Machine(wine, packages, desktop.display)
        finally:
            wine.stop()


def all_is_there(machine: Machine) -> None:
    done = machine.run("--selftest")
    assert done.returncode == 0, done.stdout
    assert "Qt platform windows" in done.stdout
    assert "WinVault" in done.stdout
    assert "MISSING" not in done.stdout


def test_a_broken_download_installs_nothing(machine: Machine, tmp_path: Path) -> None:
    broken = tmp_path / "broken.exe"
    data = bytearray(machine.setup.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    assert machine.install(setup=broken) == NOT_WHOLE
    broken.write_bytes(data[: len(data) // 2])
    assert machine.install(setup=broken) == NOT_WHOLE
    assert not machine.folder.exists()


def test_it_is_installed_for_this_person(machine: Machine) -> None:
    assert machine.install() == DONE
    assert machine.program.is_file()
    assert list(machine.wine.home.glob(f"{MENU}/Mountsea*.lnk"))
    assert "Mountsea Desktop" in machine.registered("DisplayName")
    assert machine.run("--version").stdout.startswith("mountsea-desktop ")
    all_is_there(machine)


def test_what_policies_enforce_counts_whatever_the_environment_says(machine: Machine, tmp_path: Path) -> None:
    wine, policies = machine.wine, r"HKLM\Software\Policies\Mountsea Desktop"
    with GatewayProcess(tmp_path) as gateway:
        address = gateway.environment["MOUNTSEA_API_URL"]
        for name, value in (("gateway.api_url", address), ("gateway.credits_url", address)):
            wine.check("reg", "add", policies, "/v", name, "/d", value, "/f")
        wine.check("reg", "add", policies, "/v", "practice.offered", "/t", "REG_DWORD", "/d", "0", "/f")
        evil = {"MOUNTSEA_API_URL": "https://evil.example", "MOUNTSEA_CREDITS_URL": "https://evil.example"}
        done = wine.run(windows_path(machine.program), "--check-connection", environment=evil)
        wine.check("reg", "delete", policies, "/f")
    assert "evil" not in done.stdout
    assert rf"gateway.api_url: {address}" in done.stdout
    assert policies in done.stdout
    assert "practice.offered: " in done.stdout


def test_a_folder_for_settings_that_was_moved_is_followed(machine: Machine) -> None:
    wine, moved = machine.wine, machine.wine.drive / "重定向 data"
    moved.mkdir()
    shell = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
    usual = r"%USERPROFILE%\AppData\Local"
    for place in (r"C:\重定向 data", usual):
        wine.check("reg", "add", shell, "/v", "Local AppData", "/t", "REG_EXPAND_SZ", "/d", place, "/f")
        said = machine.run("--check-connection").stdout
        assert (r"C:\重定向 data\mountsea-desktop" in said) is (place != usual)
    assert (moved / "mountsea-desktop").is_dir()


def test_practice_ends_with_a_picture(machine: Machine) -> None:
    file = machine.wine.drive / "演示 demo.png"
    done = machine.run("--demo", "--autoplay", "--screenshot", "C:\\演示 demo.png", "--language", "zh_CN")
    assert done.returncode == 0, done.stdout
    picture = QImage(str(file))
    spots = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    assert len({picture.pixel(x, y) for x, y in spots}) > 20  # an empty window has a handful of colours
    PICTURES.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, PICTURES / "windows.png")


def test_its_entry_is_named_as_its_window_is() -> None:
    """Wine keeps no such names in an entry: that they are the same is all that can be seen here."""
    assert setup.APP_ID == win32.APP_ID


@pytest.mark.timeout(600)  # Wine starts the program five times, and may share the machine
def test_the_whole_job_with_a_kill_in_its_middle(machine: Machine, tmp_path: Path) -> None:
    wine, profile = machine.wine, "C:\\我的 歌曲"
    python = machine.program.with_name("python.exe")  # reads what the launcher reads
    shutil.copy(PYTHON, python)

    def by_hand(*steps: list[str]) -> Running:
        hands = [windows_path(python), windows_path(HANDS), json.dumps(steps), "--profile", profile]
        return wine.start(hands, gateway.environment)

    with GatewayProcess(tmp_path, upload_seconds=600.0, training_seconds=1.0) as gateway:
        first = by_hand(
            ["press", "Connect*"],
            ["write", "API token", TOKEN],
            ["press", "Save token"],
            ["wait", "Connected. You have 1,000 credits."],
            ["press", "Close"],
            ["press", "Add links…"],
            ["write", "Song links", "\n".join(gateway.songs(6))],
            ["press", "Add 6 songs"],
            ["press", "Upload 6 songs"],
            # Only a song that is known to have arrived goes on by itself: one that may have is asked about.
            ["rows", "Songs", "Mountsea is working on it*", "6"],
            ["say", "sent"],
        )
        first.wait_for("sent\n", PATIENCE)
        first.kill()
        gateway.options(upload_seconds=1.0)

        again = by_hand(
            ["wait", "6 songs uploaded"],
            ["press", "Create model*"],
            ["press", "I own the rights to these songs"],
            ["press", "Spend 100 credits"],
            ["wait", "Model ID"],
            ["say", "trained"],
        )
        again.wait_for("trained\n", PATIENCE)
        second = by_hand().wait(PATIENCE)
        assert (second.returncode, second.stdout) == (0, "")
        again.kill()

        alone = wine.start([windows_path(machine.program), "--profile", profile], gateway.environment)
        machine.wait_for_window()
        assert machine.install() == RUNNING
        assert machine.uninstall() == RUNNING
        assert wine.run("taskkill", "/IM", "mountsea-desktop.exe").returncode == 0
        assert alone.wait(PATIENCE).returncode == 0

        seen = gateway.record()
        assert (seen["counts"]["upload"], seen["counts"]["create"]) == (6, 1)
        assert seen["violations"] == []
    for file in (wine.drive / "我的 歌曲").rglob("*"):
        assert file.is_dir() or TOKEN.encode() not in file.read_bytes()


def test_installing_again_repairs(machine: Machine) -> None:
    lost = machine.program.parent / "site-packages" / "PySide6" / "Qt6Core.dll"
    lost.unlink()
    stale = machine.program.parent / "site-packages" / "mountsea_desktop" / "of_an_earlier_version.py"
    stale.touch()
    mine = machine.folder / "mine.txt"
    mine.touch()
    assert machine.install() == DONE
    assert not stale.exists()
    assert mine.exists()
    all_is_there(machine)


def test_an_older_one_does_not_replace_a_newer(machine: Machine) -> None:
    machine.wine.check("reg", "add", KEY, "/v", "DisplayVersion", "/d", "99.0.0", "/f")
    assert machine.install() == NEWER
    machine.wine.check("reg", "add", KEY, "/v", "DisplayVersion", "/d", "0.0.1", "/f")
    assert machine.install() == DONE


@pytest.mark.parametrize(("options", "status"), [("size=20m", NO_SPACE), ("ro", CANNOT_WRITE)])
def test_where_it_cannot_be_installed_nothing_changes(
    machine: Machine, tmp_path: Path, options: str, status: int
) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(tmp_path)]
    subprocess.run(mount, check=True)  # noqa: S603 - in a sandbox
    drive = machine.wine.prefix / "dosdevices" / "d:"
    drive.symlink_to(tmp_path)
    try:
        assert machine.install("D:\\Mountsea") == status
        assert list(tmp_path.iterdir()) == []
    finally:
        drive.unlink()
        subprocess.run(["/bin/umount", tmp_path], check=True)  # noqa: S603 - in a sandbox
    all_is_there(machine)


def test_one_for_everybody_stands_beside_ones_own(machine: Machine) -> None:
    assert machine.install(options="/AllUsers") == DONE
    everybodys = machine.everybodys
    assert (everybodys / "program" / "mountsea-desktop.exe").is_file()
    assert machine.registered("InstallLocation", EVERYBODYS_KEY)
    assert machine.msiexec("/i") != DONE  # it would lie in the same folder
    assert machine.uninstall(everybodys) == DONE
    assert not everybodys.exists()
    assert not machine.registered("InstallLocation", EVERYBODYS_KEY)
    all_is_there(machine)


def test_administrators_install_it_by_msi(machine: Machine) -> None:
    assert machine.msiexec("/i") == DONE
    program = windows_path(machine.everybodys / "mountsea-desktop.exe")
    assert machine.wine.run(program, "--selftest").returncode == 0
    assert len(machine.versions_by_msi()) == 1


def test_the_msi_repairs(machine: Machine) -> None:
    lost = machine.everybodys / "LICENSES.txt"
    hurt = machine.everybodys / "site-packages" / "PySide6" / "Qt6Core.dll"
    lost.unlink()
    hurt.write_bytes(hurt.read_bytes()[:100_000])
    program = windows_path(machine.everybodys / "mountsea-desktop.exe")
    assert machine.wine.run(program, "--selftest").returncode != 0
    # What `msiexec /fa` asks for; Wine's does not take it from the command line.
    assert machine.msiexec("/i", "REINSTALL=ALL", "REINSTALLMODE=amus") == DONE
    assert lost.is_file()
    assert machine.wine.run(program, "--selftest").returncode == 0


@pytest.mark.timeout(400)  # packs a whole .msi
def test_a_newer_msi_replaces_an_older_and_not_the_other_way_round(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIGN_WINDOWS", raising=False)
    monkeypatch.setattr(msi, "version", lambda: "99.0.0")
    monkeypatch.setattr(msi, "DIST", tmp_path)
    tree = BUILD / "windows" / "newer"  # wixl finds files from the folder above
    shutil.copytree(BUILD / "windows" / NAME, tree, dirs_exist_ok=True)
    try:
        (tree / "LICENSES.txt").rename(tree / "LICENCES.txt")
        newer = msi.build(tree)
    finally:
        shutil.rmtree(tree)
    before = machine.versions_by_msi()
    assert machine.msiexec("/i", msi=newer) == DONE
    assert [before, machine.versions_by_msi()] == [[version()], ["99.0.0"]]
    assert not (machine.everybodys / "LICENSES.txt").exists()
    assert (machine.everybodys / "LICENCES.txt").is_file()
    program = windows_path(machine.everybodys / "mountsea-desktop.exe")
    assert machine.wine.run(program, "--selftest").returncode == 0

    assert machine.msiexec("/i") != DONE
    assert machine.versions_by_msi() == ["99.0.0"]

    assert machine.msiexec("/x", msi=newer) == DONE
    assert not machine.everybodys.exists()
    assert machine.versions_by_msi() == []
    assert machine.songs.is_dir()
    all_is_there(machine)


def test_a_profile_may_lie_on_another_drive_and_be_read_only(machine: Machine, tmp_path: Path) -> None:
    drive = machine.wine.prefix / "dosdevices" / "e:"
    drive.symlink_to(tmp_path)
    folders = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
    machine.wine.check("reg", "add", folders, "/v", "Local AppData", "/d", "E:\\公司 profile", "/f")
    try:
        all_is_there(machine)
        assert (tmp_path / "公司 profile" / "mountsea-desktop").is_dir()

        read_only = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(tmp_path)]
        subprocess.run(read_only, check=True)  # noqa: S603 - in a sandbox
        told = machine.run("--selftest")
        assert told.returncode == 1
        assert "MISSING  folder: " in told.stdout
    finally:
        subprocess.run(["/bin/umount", tmp_path], check=False)  # noqa: S603 - in a sandbox
        machine.wine.check("reg", "delete", folders, "/v", "Local AppData", "/f")
        drive.unlink()
    all_is_there(machine)


def test_it_goes_and_leaves_the_songs(machine: Machine) -> None:
    assert machine.uninstall() == DONE
    assert sorted(file.name for file in machine.folder.iterdir()) == ["mine.txt"]
    assert machine.songs.is_dir()
    assert (machine.wine.drive / "我的 歌曲").is_dir()
    assert "Mountsea" not in machine.registered("DisplayName")
    assert not list(machine.wine.home.glob(f"{MENU}/Mountsea*"))


def test_a_folder_with_spaces_and_chinese(machine: Machine) -> None:
    place = machine.wine.drive / "我的 程序" / "海"
    assert machine.install("C:\\我的 程序\\海") == DONE
    machine.folder = place
    all_is_there(machine)
    assert machine.uninstall(place) == DONE
    assert not place.exists()


def test_the_portable_folder_needs_no_installation(machine: Machine, tmp_path: Path) -> None:
    with zipfile.ZipFile(machine.archive) as archive:
        archive.extractall(tmp_path / "移动 硬盘")
    (program,) = tmp_path.rglob("mountsea-desktop.exe")
    program.with_name("mountsea-desktop-portable.toml").touch()
    done = machine.wine.run(windows_path(program), "--selftest")
    assert done.returncode == 0, done.stdout
    assert windows_path(program.with_name("mountsea-desktop-data")) in done.stdout


@pytest.mark.timeout(900)  # twice an environment, and all of Qt's files
def test_the_wheels_install_by_their_own_script(machine: Machine, packages: Path) -> None:
    (archive,) = packages.glob("*-windows-3.13-wheels.zip")
    # Not deep down: what Qt's wheel unpacks has paths that come near to the longest that Windows likes.
    shutil.unpack_archive(archive, machine.wine.drive / "轮子 wheels")
    (folder,) = (machine.wine.drive / "轮子 wheels").iterdir()
    python = machine.wine.drive / "python"
    shutil.copytree(PYTHON.parent, python)
    # What pip and `venv` ask of Windows and Wine 8 has not.
    lacking = "import sys, _winapi\ndel _winapi.CopyFile2\nsys.modules['_wmi'] = None\n"
    (python / "Lib" / "sitecustomize.py").write_text(lacking)

    def install() -> "subprocess.CompletedProcess[str]":
        script = (machine.on_c(folder / "install.bat"), machine.on_c(python / "python.exe"))
        return machine.wine.run("cmd", "/c", *script, timeout=400)

    changed = next(folder.glob("httpx-*.whl"))
    whole = changed.read_bytes()
    changed.write_bytes(whole + b"changed on its way")
    refused = install()
    assert refused.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in refused.stdout
    changed.write_bytes(whole)
    done = install()
    assert done.returncode == 0, done.stdout
    program = folder / "program" / "Scripts" / "mountsea-desktop.exe"
    done = machine.wine.run(windows_path(program), "--selftest")
    assert done.returncode == 0, done.stdout
