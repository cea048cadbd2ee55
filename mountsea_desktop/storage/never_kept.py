"""Whether a keyring has to be asked at all: it is slow, large, and may put a question to the person."""

import os
from contextlib import suppress
from pathlib import Path

NAME = "no-token-yet"


class NeverKept:
    """A file in a profile that says that no secret of it was ever put into a keyring.

    It begins with a new profile, once a keyring has said that it has nothing, or that it is not there, and
    ends for good before one is first written to. It cannot tell what a keyring holds: a profile may be used
    on several computers, and each has a keyring of its own.
    """

    def __init__(self, path: Path | None = None, *, is_new: bool = False) -> None:
        """Without a path there is nothing to rely on, and every keyring is asked."""
        self._path = path
        self._may_begin = is_new

    def holds(self) -> bool:
        """Return whether no keyring needs to be asked."""
        return self._path is not None and self._path.exists()

    def begin(self) -> None:
        """Nothing was found in a keyring; where that cannot be noted, it is asked again."""
        if self._path is not None and self._may_begin:
            with suppress(OSError):
                os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))

    def end(self) -> None:
        """A secret is about to be put into a keyring. Raises `OSError`; it would not be found again."""
        self._may_begin = False
        if self._path is not None:
            self._path.unlink(missing_ok=True)
