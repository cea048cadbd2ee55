import os
import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest

from mountsea_desktop.storage import administrator, portable
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Layer, Level, resolve
from mountsea_desktop.storage.settings_table import SettingFault


def test_linux_has_two_files(tmp_path: Path) -> None:
    (tmp_path / "policies.toml").write_text("[uploads]\nparallel = 2\n")
    (tmp_path / "defaults.toml").write_text('[uploads]\nparallel = 7\n[ui]\nlanguage = "zh_CN"\n')
    resolved = resolve(administrator.on_linux(tmp_path))
    assert resolved.settings == Settings(parallel_uploads=2, language="zh_CN")
    assert resolved.is_enforced("uploads.parallel")
    assert resolved.origin("ui.language").where == str(tmp_path / "defaults.toml")


def test_without_files_nobody_says_anything(tmp_path: Path) -> None:
    assert administrator.on_linux(tmp_path) == []
    assert administrator.on_mac(tmp_path, "ana") == []


@pytest.mark.parametrize("content", [b"[ui\n", b"\xff"])
def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "policies.toml"
    path.write_bytes(content)
    resolved = resolve(administrator.on_linux(tmp_path))
    assert resolved.settings == Settings()
    assert [(problem.fault, problem.where) for problem in resolved.problems] == [
        (SettingFault.UNREADABLE, str(path))
    ]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def _folder(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither the files nor these places")
@pytest.mark.parametrize("put", [_pipe, _device, _huge, _folder, _loop])
def test_whatever_lies_in_place_of_a_file_is_told_and_never_waited_for(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    managed = tmp_path / "Managed Preferences"
    managed.mkdir()
    for path in (tmp_path / "policies.toml", managed / "ai.mountsea.desktop.plist"):
        put(path)
    layers = [*administrator.on_linux(tmp_path), *administrator.on_mac(tmp_path, "ana")]
    resolved = resolve(layers)
    assert resolved.settings == Settings()
    assert [problem.fault for problem in resolved.problems] == [SettingFault.UNREADABLE] * 2
    assert all(problem.details for problem in resolved.problems)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_who_runs_the_program_is_not_asked_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd  # noqa: PLC0415 - not there on Windows

    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "somebody-without-policies")
    assert administrator.account_name() == pwd.getpwuid(os.getuid()).pw_name

    def unknown(_number: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert administrator.account_name() == ""
    assert administrator.on_mac(Path("/nowhere"), "") == []


def test_the_place_on_linux_is_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "mountsea-desktop"
    other.mkdir()
    (other / "policies.toml").write_text("[uploads]\nparallel = 2\n")
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert Path("/etc/xdg/mountsea-desktop") == administrator.LINUX
    assert str(other) not in repr(administrator.layers("linux"))


def test_macs_have_managed_preferences(tmp_path: Path) -> None:
    name = "ai.mountsea.desktop.plist"
    managed = tmp_path / "Managed Preferences"
    (managed / "ana").mkdir(parents=True)
    (tmp_path / "Preferences").mkdir()
    (managed / "ana" / name).write_bytes(plistlib.dumps({"uploads.parallel": 2, "PayloadUUID": "x"}))
    (managed / name).write_bytes(plistlib.dumps({"uploads.parallel": 3, "ui.appearance": "dark"}))
    (tmp_path / "Preferences" / name).write_bytes(plistlib.dumps({"ui": {"language": "zh_TW"}}))
    resolved = resolve(administrator.on_mac(tmp_path, "ana"))
    assert resolved.settings.parallel_uploads == 2
    assert resolved.settings.language == "zh_TW"
    assert resolved.is_enforced("ui.appearance")
    assert resolved.origin("ui.language").level is Level.DEFAULT
    assert not resolved.problems


@pytest.mark.parametrize("content", [b"", b"<plist", plistlib.dumps(["a"])])
def test_managed_preferences_that_cannot_be_read_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Managed Preferences" / "ai.mountsea.desktop.plist"
    path.parent.mkdir()
    path.write_bytes(content)
    resolved = resolve(administrator.on_mac(tmp_path, "ana"))
    assert [(problem.fault, problem.where) for problem in resolved.problems] == [
        (SettingFault.UNREADABLE, str(path))
    ]


def test_a_portable_copy_has_defaults_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / portable.FILE
    file.write_text('[network]\nca_file = "studio.pem"\n')
    (tmp_path / "policies.toml").write_text("[uploads]\nparallel = 2\n")
    (tmp_path / "defaults.toml").write_text('[network]\nca_file = "/etc/ca.pem"\n')
    monkeypatch.setattr(administrator, "LINUX", tmp_path)
    monkeypatch.setattr(portable, "program_folder", lambda: tmp_path)
    layers: list[Layer] = administrator.layers("linux")
    assert [layer.level for layer in layers] == [Level.ENFORCED, Level.DEFAULT, Level.DEFAULT]
    resolved = resolve(layers)
    assert resolved.settings.ca_file == os.fspath(tmp_path / "studio.pem")
    assert resolved.origin("network.ca_file").where == str(file)
