import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.storage import log as log_module
from mountsea_desktop.storage.log import LARGEST, OLDER_FILES, Log

TOKEN = "plain-token-without-a-form"
log = logging.getLogger("mountsea_desktop.somewhere")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Log]:
    kept = Log(tmp_path)
    kept.secrets = lambda: (TOKEN,)
    yield kept
    kept.close()


async def test_what_is_logged_can_be_read(kept: Log) -> None:
    log.info("song %s uploaded", "0123")
    kept.close()
    assert "INFO    mountsea_desktop.somewhere: song 0123 uploaded" in await kept.text()


async def test_no_secret_gets_in(kept: Log) -> None:
    log.info("Authorization: Bearer %s", TOKEN)
    log.info("asked https://bucket.example/a.mp3?Signature=geheim for %s", TOKEN)
    try:
        raise ValueError(TOKEN)  # noqa: TRY301 - a traceback that shows it
    except ValueError:
        log.info("it failed", exc_info=True)
    kept.close()
    text = await kept.text()
    assert TOKEN not in text
    assert "geheim" not in text
    assert "ValueError" in text
    assert "https://bucket.example/a.mp3?…" in text


def test_its_lock_is_one_that_every_python_can_take(kept: Log) -> None:
    """From 3.13 on the library writes `with self.lock`, where there was a question before."""
    lock = kept._target.lock
    assert lock is not None
    with lock, lock:
        assert lock.acquire()
        lock.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards files by other means")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    older = tmp_path / "mountsea-desktop.log"
    older.touch(0o666)
    older.chmod(0o666)
    usual = os.umask(0)
    try:
        kept = Log(tmp_path)
        for _ in range(600):
            log.info("%s", "x" * 1_000)
        kept.close()
    finally:
        os.umask(usual)
    files = list(tmp_path.iterdir())
    assert len(files) == 2
    assert {file.stat().st_mode & 0o077 for file in files} == {0}


def test_it_never_grows_beyond_its_files(kept: Log, tmp_path: Path) -> None:
    for number in range(3_000):
        log.info("%s %s", number, "x" * 1_000)
    kept.close()
    files = list(tmp_path.iterdir())
    assert len(files) == OLDER_FILES + 1
    assert sum(file.stat().st_size for file in files) <= (OLDER_FILES + 1) * LARGEST


async def test_a_folder_that_vanished_costs_the_log_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = Log(tmp_path / "gone")
    log.info("nobody will read this")
    kept.close()
    assert await kept.text() == ""
    assert capfd.readouterr().err == ""


async def test_after_closing_nothing_is_written(kept: Log) -> None:
    kept.close()
    log.info("too late")
    assert "too late" not in await kept.text()


def test_the_end_waits_for_a_disk_that_hangs_only_so_long(kept: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "_PATIENCE", 0.05)
    writes, answers = threading.Event(), threading.Event()

    def hang(_record: logging.LogRecord) -> None:
        writes.set()
        answers.wait()

    monkeypatch.setattr(kept._target, "emit", hang)
    log.info("stuck")
    assert writes.wait(5)
    closing = threading.Thread(target=kept.close, daemon=True)
    closing.start()
    closing.join(5)
    closed = not closing.is_alive()
    answers.set()
    assert closed


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe stands for the disk")
@pytest.mark.parametrize("opens", [False, True])
def test_the_interpreter_ends_though_the_disk_hangs(tmp_path: Path, opens: bool) -> None:
    pipe = tmp_path / "mountsea-desktop.log"
    os.mkfifo(pipe)  # opening it hangs, unless somebody reads; writing hangs, since nobody goes on to read
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK) if opens else None
    program = (
        "import logging, sys; from pathlib import Path; from mountsea_desktop.storage import log; "
        "log._PATIENCE = 0.05; kept = log.Log(Path(sys.argv[1])); "
        "logging.getLogger('mountsea_desktop').info('x ' * 100_000); kept.close()"
    )
    try:
        ended = subprocess.run([sys.executable, "-c", program, tmp_path], timeout=20, check=False)  # noqa: S603 - our own
    finally:
        if reader is not None:
            os.close(reader)
    assert ended.returncode == 0
