"""The list of faults has fifty rows, and each has its tests here."""

import re
from pathlib import Path

FAULTS = range(1, 51)


def test_each_fault_has_a_test_named_after_it() -> None:
    texts = [path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    names = re.compile(r"^(?:async )?def test_fault_(\d\d)_", re.MULTILINE)
    numbers = {int(number) for text in texts for number in names.findall(text)}
    assert numbers == set(FAULTS)
