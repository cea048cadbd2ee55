"""The fifty faults: each has tests, and what it does, or is called, stands in one of them."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.problem import JournalFault

FAULTS = {
    1: ("the name cannot be resolved", "Fault.OFFLINE"),
    2: ("the connection is refused", "Fault.UNREACHABLE"),
    3: ("connecting takes too long", "Fault.UNREACHABLE"),
    4: ("the certificate is not trusted", "Fault.CERTIFICATE_UNTRUSTED"),
    5: ("the certificate is not valid", "Fault.CERTIFICATE_INVALID"),
    6: ("the proxy wants a login", "Fault.PROXY_LOGIN"),
    7: ("a network with a sign-in page", "Fault.SIGN_IN_PAGE"),
    8: ("502 or 504", "Fault.SERVER"),
    9: ("a reset while the request is written", "Reset"),
    10: ("a reset after it was written", "Reset"),
    11: ("a kept connection is dropped", "CloseAfter"),
    12: ("no answer in time", "Hang"),
    13: ("an answer that drips", "Drip"),
    14: ("half an answer", "Truncated"),
    15: ("400 or 422", "Fault.INVALID"),
    16: ("401", "Fault.TOKEN_REFUSED"),
    17: ("a token that is revoked in the middle", "tokens"),
    18: ("402, or too little left", "Fault.NO_CREDITS"),
    19: ("403", "Fault.FORBIDDEN"),
    20: ("404", "Fault.NOT_FOUND"),
    21: ("408 or 409", "Fault.CONFLICT"),
    22: ("413", "Fault.TOO_LARGE"),
    23: ("429", "Fault.BUSY"),
    24: ("500", "Fault.SERVER"),
    25: ("503", "Fault.SERVER"),
    26: ("a redirect", "Redirect"),
    27: ("no JSON", "Fault.NONSENSE"),
    28: ("JSON of another form", "Fault.NONSENSE"),
    29: ("an error with a good status", "Fault.SERVER"),
    30: ("a status nobody knows", "pondering"),
    31: ("success without an identifier", "JobFault.NO_IDENTIFIER"),
    32: ("a status that goes backwards", "upload_path"),
    33: ("an answer without end", "Endless"),
    34: ("killed before the intent is written", "killing"),
    35: ("killed before the answer", "JobFault.INTERRUPTED"),
    36: ("killed before the answer is written", "killing"),
    37: ("two attempts at once", "gather"),
    38: ("a second start", "create_subprocess_exec"),
    39: ("closed while a request is on its way", "close"),
    40: ("the disk is full before the intent", "full_disk"),
    41: ("the disk is full after the answer", "full_disk"),
    42: ("the journal is locked, read-only, damaged or newer", "JournalFault.LOCKED"),
    43: ("the keyring hangs, fails or is locked", "keyring"),
    44: ("the clock jumps", "jump"),
    45: ("the computer sleeps, or changes its network", "jump"),
    46: ("an upload or training that takes hours", "clock"),
    47: ("a token with something around it, or none", "AccountDialog"),
    48: ("a name that cannot be sent", "_name_fault"),
    49: ("anything is pasted", "_paste"),
    50: ("the profile's folder vanishes", "JournalFault.GONE"),
}
"""What goes wrong, and what has to be named by the tests of it."""
ELSEWHERE: dict[Fault | JournalFault, str] = {
    Fault.NO_TOKEN: "gateway/test_client.py",
    Fault.PROXY: "gateway/test_transport.py",
    Fault.REJECTED: "gateway/test_error_from_response.py",
    JournalFault.CORRUPT: "storage/test_journal_damage.py",
    JournalFault.NO_FILE: "storage/test_journal_disk.py",
}
"""Codes that are brought about by the tests of what raises them only."""


def _tests() -> dict[int, set[str]]:
    """For each number, the names and texts in the tests that are named after it, decorators included."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for path in Path(__file__).parent.glob("test_*.py"):
        for test in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(test, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if (named := re.match(r"test_fault_(\d\d)(?:_and_(\d\d))?_", test.name)) is None:
                continue
            parts = {part for node in ast.walk(test) for part in _named(node)}
            for number in filter(None, named.groups()):
                found[int(number)] |= parts
    return found


def _named(node: ast.AST) -> list[str]:
    match node:
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return [f"{owner}.{name}", name]
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return [name]
        case ast.Constant(value=str(text)):
            return [text]
    return []


def test_each_fault_has_its_tests_and_no_test_another_number() -> None:
    assert set(_tests()) == set(FAULTS)


@pytest.mark.parametrize("number", FAULTS)
def test_its_tests_bring_it_about(number: int) -> None:
    what, evidence = FAULTS[number]
    assert evidence in _tests()[number], f"no test of fault {number} names {evidence}: {what}"


def test_each_code_of_the_gateway_and_the_journal_is_brought_about() -> None:
    here = set().union(*_tests().values())
    left = {code for code in (*Fault, *JournalFault) if _name_of(code) not in here}
    assert left == set(ELSEWHERE)
    for code, name in ELSEWHERE.items():
        assert _name_of(code) in (Path(__file__).parents[1] / name).read_text("utf-8")


def _name_of(code: Fault | JournalFault) -> str:
    return f"{type(code).__name__}.{code.name}"
