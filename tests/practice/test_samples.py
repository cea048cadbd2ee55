from urllib.parse import unquote, urlsplit

from mountsea_desktop.practice.samples import FAILING_LINK, OUT_OF_REACH, SAMPLE_LINKS, SONG_HOST
from mountsea_desktop.workflow.model import SONGS_NEEDED


def test_the_samples_are_just_enough_for_a_model() -> None:
    assert len(set(SAMPLE_LINKS)) == SONGS_NEEDED


def test_every_sample_lies_on_a_host_that_never_exists() -> None:
    assert SONG_HOST.endswith(".example")
    assert {urlsplit(link).hostname for link in (*SAMPLE_LINKS, FAILING_LINK)} == {SONG_HOST}


def test_only_the_extra_one_fails() -> None:
    assert OUT_OF_REACH in FAILING_LINK
    assert not any(OUT_OF_REACH in link for link in SAMPLE_LINKS)


def test_some_have_chinese_names_and_all_are_plain_ascii_links() -> None:
    assert all(link.isascii() for link in SAMPLE_LINKS)
    assert sum(not unquote(link).isascii() for link in SAMPLE_LINKS) == 2
