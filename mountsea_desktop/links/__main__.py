"""Which links a text holds, one JSON object a line: `python -m mountsea_desktop.links`."""

import argparse
import json
import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mountsea_desktop.links.extract import ExtractedLink, LinkExtractor
from mountsea_desktop.links.files import LIST_ENDINGS, FileError, FileFault, decode_file

_PASTED = "pasted.txt"
"""The name under which a text is decoded that was pasted, not imported."""
_SENTENCES = {
    FileFault.WRONG_KIND: f"A list's name has to end in one of: {', '.join(sorted(LIST_ENDINGS))}.",
    FileFault.TOO_LARGE: "This is too large for a list of links.",
    FileFault.NOT_TEXT: "This is not a text in a known encoding.",
    FileFault.ENCODING: "Its encoding cannot be told for certain: save the list as UTF-8.",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with one sentence instead of a page of usage."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is in the text; 2 when it cannot be read, with one sentence on standard error."""
    options = _options().parse_args(arguments)
    try:
        data = Path(options.file).read_bytes() if options.file else sys.stdin.buffer.read()
        text = decode_file(data, options.name or _PASTED)
    except OSError as error:
        return _refuse(f"{options.file or 'Standard input'} cannot be read: {error.strerror or error}.")
    except FileError as error:
        return _refuse(_SENTENCES[error.fault])
    try:
        for found in LinkExtractor(now=options.now).read(text, options.name):
            _print(_described(found))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has had enough; nor may the interpreter's own flush complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _options() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m mountsea_desktop.links",
        description="Print the links in a text, one JSON object a line, as if it were pasted.",
    )
    parser.add_argument("--name", default="", metavar="list.csv", help="read it as a list of this name")
    parser.add_argument("--now", type=_moment, metavar="SECONDS", help="judge signed links at this Unix time")
    parser.add_argument("file", nargs="?", default="", metavar="FILE", help="the text; else standard input")
    return parser


def _moment(text: str) -> float:
    try:
        moment = float(text)
    except ValueError:
        moment = math.nan
    if not math.isfinite(moment):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds")
    return moment


def _described(found: ExtractedLink) -> dict[str, object]:
    return {
        "line": found.line,
        "pasted": found.pasted,
        "link": found.link,
        "title": found.title,
        "verdict": found.verdict.verdict.value if found.verdict else None,
        "duplicate_of": found.duplicate_of,
        "expires_at": found.parsed.expires_at,
    }


def _print(described: dict[str, object]) -> None:
    """One line of UTF-8, whatever the console's own encoding and line end are."""
    line = json.dumps(described, ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
