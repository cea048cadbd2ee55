from pathlib import Path

import pytest

from mountsea_desktop.storage import portable


def test_without_the_file_nothing_is_kept_beside_the_program(tmp_path: Path) -> None:
    assert portable.settings_file(tmp_path) is None
    assert portable.data_folder(tmp_path) is None


def test_with_the_file_everything_is(tmp_path: Path) -> None:
    folder = tmp_path / "母带 studio 1"
    folder.mkdir()
    file = folder / portable.FILE
    file.touch()
    assert portable.settings_file(folder) == file
    assert portable.data_folder(folder) == folder / "mountsea-desktop-data"


@pytest.mark.parametrize(
    ("environ", "executable", "frozen", "folder"),
    [
        ({"APPIMAGE": "/media/stick/Mountsea.AppImage"}, "/run/mounted/usr/bin/x", True, "/media/stick"),
        ({}, "/opt/mountsea-desktop/mountsea-desktop", True, "/opt/mountsea-desktop"),
        ({}, "/Volumes/S/Mountsea Desktop.app/Contents/MacOS/mountsea", True, "/Volumes/S"),
    ],
)
def test_where_a_person_sees_the_program(
    environ: dict[str, str], executable: str, frozen: bool, folder: str
) -> None:
    assert portable.program_folder(environ, executable, frozen=frozen) == Path(folder)


def test_an_installed_package_is_where_its_command_is() -> None:
    assert portable.program_folder({}, frozen=False).is_dir()


def test_a_folder_that_cannot_be_looked_into_holds_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert portable.settings_file(tmp_path) is None
