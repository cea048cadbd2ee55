"""An installed copy tests itself: a line for each thing it needs, and a status that sums up."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from mountsea_desktop.sound import apart
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore
from mountsea_desktop.ui.app import selftest
from mountsea_desktop.ui.app.selftest import CHECKS, LackingError
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, s3_server


@pytest.fixture
def _keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    async def absent(_store: SecretStore) -> SecretAnswer:
        return SecretAnswer.ABSENT

    monkeypatch.setattr(SecretStore, "load", absent)


@pytest.mark.usefixtures("_keyring", "qapp")
def test_each_thing_gets_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    status = selftest.selftest()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS) == 10
    assert all(line.startswith(("ok       ", "MISSING  ")) for line in lines)
    assert status == int(any(line.startswith("MISSING") for line in lines))
    assert lines[0] == "ok       window: Qt platform offscreen"


@pytest.mark.usefixtures("qapp")
def test_without_a_keyring_it_says_so_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.selftest() == 1
    (missing,) = [line for line in capsys.readouterr().out.splitlines() if "password store:" in line]
    assert missing.startswith("MISSING  password store: This computer has no password store")


def test_a_proxy_script_is_run_by_the_program_started_once_more(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CHECKS["proxy scripts"](qapp, None) == "they run"

    # A copy without Qt's engine ends at once; one that is started wrongly, too.
    monkeypatch.setattr(selftest, "script_runner", lambda: [sys.executable, "-c", "raise SystemExit(2)"])
    with pytest.raises(LackingError):
        CHECKS["proxy scripts"](qapp, None)


def test_a_proxy_script_that_is_understood_wrongly_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "PROXY_SCRIPT", "function FindProxyForURL() { return 'PROXY a:1'; }")
    with pytest.raises(LackingError, match="PROXY a:1"):
        CHECKS["proxy scripts"](qapp, None)


def test_a_copy_without_the_library_for_storages_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CHECKS["storage"](qapp, None)
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    with pytest.raises(LackingError):
        CHECKS["storage"](qapp, None)


def test_a_copy_without_the_library_for_sound_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CHECKS["sound"](qapp, None)
    without = "import sys; sys.modules['miniaudio'] = None; from mountsea_desktop.sound.apart import serve; "
    process = [sys.executable, "-c", f"{without}sys.exit(serve())"]
    monkeypatch.setattr(apart, "command", lambda _flag: process)
    with pytest.raises(LackingError, match="no_library"):
        CHECKS["sound"](qapp, None)


def test_on_other_computers_songs_cannot_be_heard_and_that_is_no_fault(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    assert CHECKS["sound"](qapp, None) == "not on this kind of computer"


def test_a_folder_that_cannot_be_made_is_missing(qapp: QApplication, home: Path) -> None:
    (home / ".config").write_text("a file")
    with pytest.raises(LackingError, match="need a folder at"):
        CHECKS["folder"](qapp, None)


def test_a_computer_without_chinese_fonts_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CHECKS["fonts"](qapp, None).startswith("Chinese in ")
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    with pytest.raises(LackingError, match="No font"):
        CHECKS["fonts"](qapp, None)


def test_the_versions_are_those_of_the_about_dialog(qapp: QApplication) -> None:
    told = CHECKS["versions"](qapp, None)
    assert "Python 3." in told
    assert "PySide6_Essentials 6." in told
    assert "\n" not in told


def test_a_language_without_words_is_missing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mountsea_desktop.ui.language._COMPILED", tmp_path)
    with pytest.raises(LackingError, match="no words in"):
        CHECKS["translations"](qapp, None)


def test_certificates_are_those_of_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHECKS["certificates"](qapp, None)

    def refuse(*_arguments: object) -> None:
        raise OSError("no store")

    monkeypatch.setattr("mountsea_desktop.ui.app.selftest.truststore.SSLContext", refuse)
    with pytest.raises(LackingError, match="no store"):
        CHECKS["certificates"](qapp, None)


def test_a_profile_that_is_named_is_what_is_looked_at(qapp: QApplication, tmp_path: Path) -> None:
    assert CHECKS["folder"](qapp, tmp_path / "mine").startswith(str(tmp_path / "mine"))
    (tmp_path / "file").touch()
    with pytest.raises(LackingError, match="need a folder at"):
        CHECKS["folder"](qapp, tmp_path / "file")


def test_a_portable_copy_looks_beside_itself(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mountsea_desktop.storage.portable.data_folder", lambda: tmp_path / "beside")
    assert CHECKS["folder"](qapp, None).startswith(str(tmp_path / "beside"))


def test_a_system_without_certificates_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with pytest.raises(LackingError, match="no certificates"):
        CHECKS["certificates"](qapp, None)


def test_without_a_screen_it_says_so_instead_of_breaking_off(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mountsea_desktop.ui.app.selftest.screen.is_missing", lambda _environ: True)
    assert selftest.selftest() == 1
    assert capsys.readouterr().out.startswith("MISSING  window: There is no screen")


def test_a_storage_is_tried_where_there_is_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOUNTSEA_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("MOUNTSEA_CREDITS_URL", "http://127.0.0.1:1")
    assert CHECKS["storage"](qapp, tmp_path) == "none is set up; addresses can be signed"
    secret = tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    with s3_server(tmp_path / "s3") as server:
        values = {
            "storage.kind": "s3",
            "storage.endpoint": server.endpoint,
            "storage.bucket": BUCKET,
            "storage.key_id": KEY_ID,
            "storage.secret_file": str(secret),
        }
        (tmp_path / "settings.json").write_text(json.dumps(values), "utf-8")
        assert CHECKS["storage"](qapp, tmp_path) == f"{server.endpoint}/{BUCKET}"
        assert not server.objects()
        secret.write_text("another", "utf-8")
        with pytest.raises(LackingError):
            CHECKS["storage"](qapp, tmp_path)
