import pytest

from mountsea_desktop.links.extract import extract_links
from tests.links.kinds import KINDS

NOW = 1_750_000_000
CASES = [
    pytest.param(case.text, case.name, case.expected, id=f"{kind}: {case.why}")
    for kind, cases in KINDS.items()
    for case in cases
]


@pytest.mark.parametrize(("text", "name", "expected"), CASES)
def test_whatever_is_copied_is_read(text: str, name: str, expected: str) -> None:
    found = [one for one in extract_links(text, name, now=NOW) if one.link]
    assert not any(one.duplicate_of for one in found)
    told = [f"{one.link} !{one.verdict.verdict}" if one.verdict else one.link for one in found]
    assert " | ".join(told) == expected
