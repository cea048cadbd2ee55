"""A window of its own for practice, beside the one that is open."""

import subprocess

from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from mountsea_desktop.runtime.own_process import command


async def practise(language: str) -> None:
    """Start the program once more, in practice, where nothing touches real data, and wait for its end.

    It stays when this program ends, or nobody waits any longer. Raises `OSError`.
    """
    await run_in_daemon_thread(_run, command("--demo", "--language", language))


def _run(arguments: list[str]) -> None:
    process = subprocess.Popen(  # noqa: S603 - this very program
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    process.wait()
