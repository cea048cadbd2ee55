"""A language that finds what is cut off, put together or written outside `ui/words`.

with speaking(Pseudo()):
    ...  # every text is longer, in brackets and partly Chinese; Qt's own too
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

BEGIN, END = "⟦", "⟧"
_LONGER = 1.4
_FILLING = "漢字ÄÇgjpq "
"""High, deep and wide characters, and a space where a line may break."""
_FACTS = re.compile(r"\{\w+\}|%n|&")


class Pseudo(QTranslator):
    """Answers for every text there is: its own words, 40 % longer, in brackets, with CJK in it."""

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - the same
        n: int = -1,  # noqa: ARG002 - the same
    ) -> str:
        """The text, recognisably not English; facts to be filled in stay as they are."""
        return stretched(source)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never: Qt tells nobody of a translator without texts."""
        return False


def stretched(text: str) -> str:
    """The text as `Pseudo` says it."""
    visible = len(_FACTS.sub("", text))
    missing = max(round(visible * (_LONGER - 1)), 3) - len(BEGIN + END)
    filling = (_FILLING * (missing // len(_FILLING) + 1))[: max(missing, 1)]
    return f"{BEGIN}{text}{filling.rstrip()}{END}" if text else text


@contextmanager
def speaking(translator: QTranslator) -> Iterator[None]:
    """Every text in the words of this translator meanwhile; live widgets are told, as of any language."""
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
