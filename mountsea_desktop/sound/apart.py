"""Decoding in a process of its own, which a file may end or keep busy for ever without harm to anybody.

The library is C and reads what strangers made: a damaged Ogg file is enough to end its process, or to write
into memory that is not its own. This program holds a token, and may be sending something that costs.
"""

import os
import subprocess
import sys
import threading
from contextlib import suppress

from mountsea_desktop.options import SOUND_DECODER
from mountsea_desktop.runtime.own_process import command
from mountsea_desktop.sound.decode import Sound, SoundError, SoundFault, decode, peaks_of

PATIENCE = 45.0
"""Seconds for one file; twenty minutes of music take three."""
MOST_MEMORY = 2 * 1024**3
"""Bytes that one file may have the library take, where the operating system sets limits."""
REFUSED = 3
"""Exit status of a process that says why it cannot be decoded."""


def decode_apart(data: bytes, patience: float = PATIENCE) -> Sound:
    """Return the samples of a whole file. Blocks; raises `SoundError`."""
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            command(SOUND_DECODER),
            input=data,
            capture_output=True,
            timeout=patience,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SoundError(SoundFault.UNREADABLE, type(error).__name__) from error
    fault, _, details = done.stderr.decode("utf-8", "replace").partition("\n")
    if done.returncode == REFUSED and fault in set(SoundFault):
        raise SoundError(SoundFault(fault), details)
    if done.returncode:
        raise SoundError(SoundFault.UNREADABLE, f"the decoder ended with {done.returncode}")
    return Sound(done.stdout, peaks_of(done.stdout))


def serve() -> int:
    """Decode standard input to standard output; returns the exit status."""
    _limit()
    over = threading.Timer(PATIENCE, os._exit, (1,))  # whoever asked may be gone
    over.daemon = True
    over.start()
    try:
        sound = decode(sys.stdin.buffer.read())
    except SoundError as error:
        sys.stderr.buffer.write(f"{error.fault}\n{error.details}".encode())
        return REFUSED
    sys.stdout.buffer.write(sound.samples)
    return 0


def _limit() -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed there only

        no_box = 0x0001 | 0x0002  # that says this process has ended: nobody started it by hand
        ctypes.windll.kernel32.SetErrorMode(no_box)
    else:
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(ValueError, OSError):  # macOS knows of the limit, and does not always take it
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
