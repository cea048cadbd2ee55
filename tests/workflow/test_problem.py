from typing import get_args

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.problem import Code, JobFault, LaterCode, Problem, parse_code


def test_a_problem_has_what_its_sentence_needs() -> None:
    error = GatewayError(Fault.INVALID, Fate.REFUSED, said="name too long", details="HTTP 422", status=422)
    assert Problem.from_error(error) == Problem(Fault.INVALID, {FactKey.SAID: "name too long"}, "HTTP 422")
    untrusted = GatewayError(
        Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT, facts={FactKey.ISSUER: "Studio Proxy"}
    )
    assert Problem.from_error(untrusted).facts == {"issuer": "Studio Proxy"}
    assert Problem.from_error(GatewayError(Fault.LOST, Fate.UNCLEAR)).facts == {}


CODES = [code for codes in get_args(Code) if codes is not LaterCode for code in codes]


@pytest.mark.parametrize("code", CODES, ids=repr)
def test_a_code_means_one_thing_whatever_list_it_is_of(code: Code) -> None:
    assert parse_code(str(code)) is code


def test_a_code_of_a_later_version_is_told_apart_and_stays_what_it_is() -> None:
    later = parse_code("haunted")
    assert isinstance(later, LaterCode)
    assert str(later) == "haunted"


def test_kept_values_are_never_renamed() -> None:
    assert [fault.value for fault in JobFault] == [
        "interrupted", "no_identifier", "receipt_unknown", "upload_timed_out", "session_unclear",
        "session_gone", "mountsea_down", "charged", "refunded", "not_charged", "charge_unknown",
        "training_failed", "song_unclear", "song_failed", "song_without_sound", "song_not_kept",
    ]  # fmt: skip
