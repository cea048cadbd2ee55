import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import Problem


@pytest.mark.parametrize("fault", [Fault.INVALID, Fault.REJECTED, Fault.FORBIDDEN])
def test_mountseas_reason_is_passed_on(fault: Fault) -> None:
    assert "name too long" in words.problems.explain(Problem(fault, {FactKey.SAID: "name too long"})).why
    assert not words.problems.explain(Problem(fault)).why


def test_the_issuer_is_named_where_it_is_known() -> None:
    known = words.problems.explain(Problem(Fault.CERTIFICATE_UNTRUSTED, {FactKey.ISSUER: "Studio CA"})).why
    unknown = words.problems.explain(Problem(Fault.CERTIFICATE_UNTRUSTED)).why
    assert "Studio CA" in known
    assert unknown
    assert "{" not in unknown


def test_sentences_are_joined_as_the_language_does(language: str) -> None:
    todo = words.problems.explain(Problem(Fault.OFFLINE)).todo
    assert (". " in todo) is (language == "en")


def test_a_proxy_is_named_and_a_refused_login_told_from_one_that_was_not_given() -> None:
    asked = words.problems.explain(Problem(Fault.PROXY_LOGIN, {FactKey.PROXY: "p.example:1"}))
    refused = words.problems.explain(
        Problem(Fault.PROXY_LOGIN, {FactKey.PROXY: "p.example:1", FactKey.REFUSED: "yes"})
    )
    assert "p.example:1" in asked.why
    assert "p.example:1" in refused.why
    assert asked.what != refused.what
