"""The command line. Fixed: other programs rely on it."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mountsea_desktop import PROGRAM, __version__

SCRIPT_RUNNER = "--run-proxy-scripts"
"""Makes the program the process that runs proxy scripts for another one. Not for people."""
SOUND_DECODER = "--decode-sound"
"""The same for the process that decodes a song."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for on the command line."""

    profile: Path | None = None
    demo: bool = False
    autoplay: bool = False
    screenshot: Path | None = None
    language: str | None = None
    selftest: bool = False
    check_connection: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line; ends the program with a sentence where it cannot be understood."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Train a custom Suno model from your own songs.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help="keep settings and songs in DIR instead of the usual places",
    )
    parser.add_argument("--demo", action="store_true", help="practise: nothing is sent, nothing is charged")
    parser.add_argument("--autoplay", action="store_true", help="with --demo: do the whole job and end")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="with --autoplay: save the window as PNG at the end"
    )
    parser.add_argument(
        "--language", choices=("en", "zh_CN", "zh_TW"), help="instead of the system's language"
    )
    parser.add_argument("--selftest", action="store_true", help="check what an installed copy needs")
    parser.add_argument(
        "--check-connection", action="store_true", help="walk the way to Mountsea step by step; costs nothing"
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    chosen = parser.parse_args(arguments)
    if chosen.autoplay and not chosen.demo:
        parser.error("--autoplay works in practice mode only: add --demo, and nothing is sent or charged")
    if chosen.screenshot is not None and not chosen.autoplay:
        parser.error("--screenshot is taken at the end of --autoplay: add --demo --autoplay")
    return Options(**vars(chosen))
