import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.storage.log import LARGEST, OLDER, Log

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


def test_it_never_grows_beyond_its_files(kept: Log, tmp_path: Path) -> None:
    for number in range(3_000):
        log.info("%s %s", number, "x" * 1_000)
    kept.close()
    files = list(tmp_path.iterdir())
    assert len(files) == OLDER + 1
    assert sum(file.stat().st_size for file in files) <= (OLDER + 1) * LARGEST


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
