import pytest

from mountsea_desktop.links.hosts import is_plausible


@pytest.mark.parametrize(
    ("host", "rest"),
    [
        ("example.com", "/"),
        ("EXAMPLE.COM", "/"),
        ("a.b.co.uk", "/"),
        ("x.example", ":"),
        ("nas.local", "/"),
        ("音乐.中国", "/"),
    ],
)
def test_hosts(host: str, rest: str) -> None:
    assert is_plausible(host, rest)


@pytest.mark.parametrize("host", ["feat.Anna", "Mr.Big", "feat.jo", "1.in", "guthi.lhttnsyaosu", "R.E.M"])
def test_words(host: str) -> None:
    assert not is_plausible(host, "/")


@pytest.mark.parametrize(
    ("host", "is_host"),
    [("example.com", True), ("example.de", True), ("www.example.band", True), ("ok.thanks", False),
     ("Mr.Blue", False),
     ("readme.md", False), ("will.i.am", False)],
)  # fmt: skip
def test_alone_only_what_is_certain_counts(host: str, is_host: bool) -> None:
    assert is_plausible(host, "", is_alone=True) is is_host
