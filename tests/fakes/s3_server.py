"""A real server that speaks S3 and checks signatures, on this computer: `rclone serve s3`."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEY_ID, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
BUCKET = "studio-songs"
STARTS = 20.0
"""Seconds it may take to listen."""


@dataclass(frozen=True)
class S3Server:
    """Listens for as long as the `with` block lasts; its buckets are folders."""

    port: int
    folder: Path

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def objects(self) -> dict[str, Path]:
        """What is in the bucket, by key."""
        bucket = self.folder / BUCKET
        return {path.relative_to(bucket).as_posix(): path for path in bucket.rglob("*") if path.is_file()}


def program() -> str | None:
    """Where rclone is: beside the Python that runs the tests, where the project's own wheel puts it."""
    return shutil.which(
        "rclone", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    )


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Serve an empty bucket from the folder."""
    rclone = program()
    assert rclone, "no rclone: packaging/bootstrap.py --tests installs it"
    (folder / BUCKET).mkdir(parents=True)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [
        *(rclone, "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY_ID},{SECRET}"),
        *("--config", "", "--vfs-cache-mode", "off", str(folder)),
    ]
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603 - rclone
        try:
            _wait(port, process, log)
            yield S3Server(port, folder)
        finally:
            process.terminate()
            process.wait(30)


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + STARTS
    while True:
        assert process.poll() is None, log.read_text("utf-8")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert time.monotonic() < until, f"rclone does not listen: {log.read_text('utf-8')}"
        time.sleep(0.02)
