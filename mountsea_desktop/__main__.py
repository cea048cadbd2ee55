"""Starts the program. Imports little until it is clear what is asked for."""

import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from mountsea_desktop.options import SCRIPT_RUNNER, SOUND_DECODER, parse
from mountsea_desktop.runtime.interrupt import interrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with these arguments, or the command line's; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # none in a window's program on Windows
            # Into a file, Windows writes a code page that does not have every letter.
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == [SCRIPT_RUNNER]:
        from mountsea_desktop.ui.app.pac_worker import serve  # noqa: PLC0415 - each way imports its own

        return serve()
    if list(arguments) == [SOUND_DECODER]:
        from mountsea_desktop.sound.apart import serve as decode  # noqa: PLC0415 - the same

        return decode()
    options = parse(arguments)
    if options.selftest:
        from mountsea_desktop.ui.app.selftest import selftest  # noqa: PLC0415 - each way imports its own

        return selftest(options.profile)
    if options.check_connection:
        from mountsea_desktop.ui.app.check_connection import check_connection  # noqa: PLC0415 - the same

        return check_connection(options)
    gc.disable()  # a start makes no garbage, and looking for some takes a tenth of it; `MainThreadGc` goes on
    try:
        with interrupt:  # before anything of Qt is imported
            from mountsea_desktop.ui.app.start import run  # noqa: PLC0415 - each way imports its own

            return run(options)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
