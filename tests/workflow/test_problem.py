from itertools import chain

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.ports import JournalFault
from mountsea_desktop.workflow.problem import JobFault, Problem


def test_a_problem_has_what_its_sentence_needs() -> None:
    error = GatewayError(Fault.INVALID, Fate.REFUSED, said="name too long", details="HTTP 422", status=422)
    assert Problem.from_error(error) == Problem("invalid", {"said": "name too long"}, "HTTP 422")
    untrusted = GatewayError(Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT, facts={"issuer": "Studio Proxy"})
    assert Problem.from_error(untrusted).facts == {"issuer": "Studio Proxy"}
    assert Problem.from_error(GatewayError(Fault.LOST, Fate.UNCLEAR)).facts == {}


def test_a_code_means_one_thing_whatever_list_it_is_of() -> None:
    codes = [code.value for code in chain[Fault | FailReason](Fault, FailReason)]
    codes += [
        code.value for code in chain[Verdict | JobFault | JournalFault](Verdict, JobFault, JournalFault)
    ]
    twice = {code for code in codes if codes.count(code) > 1}
    assert twice == set()


def test_kept_values_are_never_renamed() -> None:
    assert [hitch.value for hitch in JobFault] == [
        "interrupted", "no_identifier", "receipt_unknown", "upload_timed_out", "session_unclear",
        "session_gone", "mountsea_down", "charged", "refunded", "not_charged", "charge_unknown",
        "training_failed",
    ]  # fmt: skip
