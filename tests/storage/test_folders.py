import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mountsea_desktop.storage import folders as folders_module
from mountsea_desktop.storage.folders import Folders, FoldersError, FoldersFault


def error_of(folders: Folders) -> FoldersError:
    with pytest.raises(FoldersError) as caught:
        folders.prepare()
    assert caught.value.details
    return caught.value


def test_a_profile_keeps_everything_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "profile"
    folders = Folders.of_profile(folder)
    assert not folder.exists()
    folders.prepare()
    for path in (folders.settings_file, folders.journal_file, folders.data_folder, folders.log_folder):
        assert path.is_relative_to(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["logs"]


def test_profiles_are_told_apart_by_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "one")
    one = Folders.of_profile(tmp_path / "one").profile_id
    assert one == Folders.of_profile(tmp_path / "one" / "." / "x" / "..").profile_id
    assert one == Folders.of_profile(tmp_path / "link").profile_id
    assert one != Folders.of_profile(tmp_path / "two").profile_id
    assert one != Folders.usual().profile_id


def test_the_usual_places_are_the_system_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    folders = Folders.usual()
    assert "mountsea-desktop" in folders.settings_file.parts
    assert "mountsea-desktop" in folders.journal_file.parts
    assert "mountsea-desktop" in folders.log_folder.parts
    assert list(tmp_path.iterdir()) == []


def test_new_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    folders = Folders.of_profile(tmp_path / "profile")
    folders.prepare()
    everybody = 0 if os.name != "nt" else 0o077  # Windows guards the person's folders by other means
    assert folders.data_folder.stat().st_mode & 0o077 & ~everybody == 0
    assert folders.log_folder.stat().st_mode & 0o077 & ~everybody == 0


def test_practice_leaves_nothing_behind() -> None:
    folders = Folders.temporary()
    folders.prepare()
    folders.journal_file.write_bytes(b"played")
    folders.close()
    assert not folders.data_folder.exists()


def test_closing_a_real_profile_deletes_nothing(tmp_path: Path) -> None:
    folders = Folders.of_profile(tmp_path)
    folders.prepare()
    folders.close()
    assert folders.log_folder.is_dir()


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path, below: str) -> None:
    (tmp_path / "profile").write_text("a letter")
    error = error_of(Folders.of_profile(tmp_path / "profile" / below))
    assert error.fault is FoldersFault.NOT_A_FOLDER
    assert error.path == tmp_path / "profile" / below


@pytest.mark.parametrize(
    ("call", "number", "fault"),
    [
        ("mkdir", errno.ENOENT, FoldersFault.MISSING),
        ("mkdir", errno.EACCES, FoldersFault.UNWRITABLE),
        ("mkdir", errno.EIO, FoldersFault.MISSING),
        ("listdir", errno.EACCES, FoldersFault.UNREADABLE),
        ("listdir", errno.ENOENT, FoldersFault.MISSING),
        ("write", errno.EACCES, FoldersFault.UNWRITABLE),
        ("write", errno.EROFS, FoldersFault.UNWRITABLE),
        ("write", errno.ENOSPC, FoldersFault.FULL),
        ("write", errno.EIO, FoldersFault.UNWRITABLE),
    ],
)
def test_the_system_s_refusals_get_a_code(
    tmp_path: Path, call: str, number: int, fault: FoldersFault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    owner, name = {
        "mkdir": (Path, "mkdir"),
        "listdir": (os, "listdir"),
        "write": (os, "open"),
    }[call]
    monkeypatch.setattr(owner, name, refuse)
    error = error_of(Folders.of_profile(tmp_path))
    assert error.fault is fault
    assert error.path == tmp_path
    assert os.strerror(number) in error.details


def test_a_disk_that_takes_a_name_but_no_content_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    assert error_of(Folders.of_profile(tmp_path)).fault is FoldersFault.FULL
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_new_files_is_told_at_once_on_windows_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the system's refusal looks like a name that is taken, which `tempfile` tries anew for ever."""
    tried: list[object] = []
    opens = os.open

    class Windows:
        name = "nt"

        def __getattr__(self, name: str) -> object:
            return getattr(os, name)

    def refuse(path: Path, *args: int, **more: int) -> int:
        if "probe" not in str(path):
            return opens(path, *args, **more)
        tried.append(path)
        if len(tried) > 100:
            raise KeyboardInterrupt
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr("tempfile._os", Windows())
    assert error_of(Folders.of_profile(tmp_path)).fault is FoldersFault.UNWRITABLE
    assert len(tried) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of the process stands for the disk")
def test_a_disk_that_takes_no_content_is_left_without_an_empty_file(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))
    try:
        error_of(Folders.of_profile(tmp_path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_for_temporary_files_there_is_no_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(folders_module, "gettempdir", none)
    with pytest.raises(FoldersError) as caught:
        Folders.temporary()
    assert caught.value.fault is FoldersFault.NO_TEMPORARY


def test_a_settings_folder_apart_is_tried_too(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a letter")
    folders = Folders.of_profile(tmp_path / "data")
    error = error_of(replace(folders, settings_file=tmp_path / "config" / "settings.json"))
    assert error.path == tmp_path / "config"


def test_a_disk_that_tells_no_upper_case_has_one_profile_for_both_spellings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On most Macs, say: the same folder is opened, so it has to be the same profile."""
    (tmp_path / "Music" / "Mine").mkdir(parents=True)
    exact = {path.name.casefold(): path for path in (tmp_path / "Music", tmp_path / "Music" / "Mine")}
    stat = os.stat

    def without_case(path: Path, **more: bool) -> os.stat_result:
        parts = [
            exact[part.casefold()].name if part.casefold() in exact else part for part in Path(path).parts
        ]
        return stat(Path(*parts), **more)

    monkeypatch.setattr(os, "stat", without_case)
    one, other = (Folders.of_profile(tmp_path / name) for name in ("Music/Mine", "mUSIC/mine"))
    assert one == other
    new = Folders.of_profile(tmp_path / "MUSIC" / "new")
    assert new.data_folder == tmp_path / "Music" / "new"


@pytest.mark.skipif(os.name == "nt", reason="Windows guards folders by other means")
def test_a_folder_that_others_can_write_to_is_told_and_its_links_are_refused(tmp_path: Path) -> None:
    folders = Folders.of_profile(tmp_path / "profile")
    folders.prepare()
    assert folders.shared is None
    folders.data_folder.chmod(0o777)
    folders.prepare()
    assert folders.shared == folders.data_folder
    folders.journal_file.symlink_to(tmp_path / "elsewhere")
    assert error_of(folders).fault is FoldersFault.UNSAFE
    folders.data_folder.chmod(0o700)
    folders.prepare()
    assert not (tmp_path / "elsewhere").exists()
