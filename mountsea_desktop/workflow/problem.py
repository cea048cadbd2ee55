"""A reason why something is not going on, in a form that can be kept, compared and put into any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_FACTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """A code with the facts its sentence needs, and raw text for those who ask for details.

    The code is a value of one of the program's closed lists (`Fault`, `Reason`, `Verdict`, `Trouble` …); the
    window has words for each. `details` is redacted raw text, shown as it is and never translated.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=lambda: NO_FACTS)
    details: str = ""
