"""The log: what happened, in a file that a person may show to others. No secret gets into it.

Lines are written by a thread of their own. Every line is redacted on its way in: the token, whatever looks
like one, and the query of every address, which for a signed link is its key.
"""

import logging
import logging.handlers
import os
import queue
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from threading import Thread

from mountsea_desktop import PROGRAM
from mountsea_desktop.runtime.background import Background
from mountsea_desktop.runtime.redaction import redact

LARGEST = 512 * 1024
"""Bytes of one log file; with `OLDER_FILES` ones beside it."""
OLDER_FILES = 3
_PATIENCE = 5.0
FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback included, and takes the secrets out of the whole."""

    def __init__(self, secrets: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(FORMAT)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line as it is kept."""
        return redact(super().format(record), self._secrets())


class _RedactingQueueHandler(logging.handlers.QueueHandler):
    """Hands records over as finished lines, so that a secret is out before it can wait anywhere."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        line = self.format(record)
        return logging.LogRecord(
            record.name, record.levelno, record.pathname, record.lineno, line, None, None
        )


class _NoLock:
    """A lock that is always free. The library's own code locks, with nothing in its place from 3.13 on."""

    def acquire(self, *_: object) -> bool:
        return True

    def release(self) -> None:
        pass

    __enter__ = acquire

    def __exit__(self, *_: object) -> None:
        pass


class _LogFile(logging.handlers.RotatingFileHandler):
    """A full or vanished disk costs lines of the log, and nothing more.

    It never locks, since the interpreter's end would wait for the lock: one thread alone writes.
    """

    def createLock(self) -> None:  # noqa: N802 - the library's name
        self.lock = _NoLock()  # type: ignore[assignment]  # all of a lock that the library uses

    def _open(self) -> TextIOWrapper:
        """Open it, for its owner only; whoever could read an older one no longer can."""
        flags = os.O_CREAT | os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        descriptor = os.open(self.baseFilename, flags, 0o600)
        with suppress(OSError):
            Path(self.baseFilename).chmod(0o600)
        return open(descriptor, "a", encoding=self.encoding, errors=self.errors)  # noqa: PTH123 - a descriptor

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        pass


class Log:
    """The program's log file while it runs."""

    def __init__(self, folder: Path) -> None:
        """Begin to write into `folder`, which must be there. A disk that refuses costs the log alone."""
        self.file = folder / f"{PROGRAM}.log"
        self.secrets: Callable[[], tuple[str, ...]] = tuple
        """What to take out of every line, besides what looks secret; asked for each line."""
        lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        target = _LogFile(self.file, maxBytes=LARGEST, backupCount=OLDER_FILES, encoding="utf-8", delay=True)
        self._handler = _RedactingQueueHandler(lines)
        self._handler.setFormatter(RedactingFormatter(self._now_secret))
        self._writer = logging.handlers.QueueListener(lines, target)
        self._writer.start()
        root = logging.getLogger(PROGRAM.replace("-", "_"))
        root.setLevel(logging.INFO)
        root.addHandler(self._handler)
        self._root = root
        self._target = target

    def _now_secret(self) -> tuple[str, ...]:
        return self.secrets()

    async def text(self) -> str:
        """Return what has been written lately, for showing; empty where it cannot be read."""
        reader = Background("log")
        try:
            return await reader.run(self.file.read_text, "utf-8", "replace", timeout=_PATIENCE)
        except OSError:
            return ""
        finally:
            reader.close()

    def close(self) -> None:
        """Write what waits and let the file go, unless the disk hangs; twice does no harm."""
        if self._handler not in self._root.handlers:
            return
        self._root.removeHandler(self._handler)
        end = Thread(target=self._writer.stop, name="end of the log", daemon=True)
        end.start()
        end.join(_PATIENCE)
        if end.is_alive():
            self._target.stream = None  # nor may the interpreter's end wait for it
        self._target.close()
