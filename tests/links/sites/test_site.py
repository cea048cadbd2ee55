from urllib.parse import urlsplit

import pytest

from mountsea_desktop.links.sites.site import Rule, always, changed, leave_alone, values
from mountsea_desktop.links.verdict import Verdict


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("", "?dl=1"),
        ("dl=0", "?dl=1"),
        ("dl=1&dl=0", "?dl=1"),
        ("b=%2F+x&raw=1&a", "?b=%2F+x&a&dl=1"),
        ("&&dlx=1", "?dlx=1&dl=1"),
    ],
)
def test_only_named_parameters_are_touched(query: str, rest: str) -> None:
    parts = urlsplit(f"http://m.example.com/a?{query}#top")
    assert changed(parts, host="example.com", drop=("raw",), add="dl=1") == f"https://example.com/a{rest}"


def test_values_are_raw_and_never_empty() -> None:
    assert values(urlsplit("https://example.com/?id=%41&id=&idx=1&id=b"), "id") == ["%41", "b"]


def test_rules_for_all_links_of_a_site() -> None:
    parts = urlsplit("https://example.com/")
    assert always(Verdict.WEB_PAGE)(parts) is Verdict.WEB_PAGE
    leave: Rule = leave_alone
    assert leave(parts) is None
