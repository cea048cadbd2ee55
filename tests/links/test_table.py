import time

import pytest

from mountsea_desktop.links.table import Table

A, B = "https://example.com/a.mp3", "https://example.com/b.wav"


def read(text: str, ending: str = "csv") -> list[tuple[str, str]]:
    """Links and their names, row by row."""
    table = Table.of(text, ending)
    assert table is not None
    return [(one.text, one.label) for row in text.split("\n") for one in table.links_in(row)]


@pytest.mark.parametrize(
    "text", [A, f"Sunrise,{A}", "Title,Link", f"{A},Link\nx,{B}", "Dear Jo, Tom\nhello, you"]
)
def test_a_text_without_headings_is_no_table(text: str) -> None:
    assert Table.of(text, "txt") is None


@pytest.mark.parametrize("sign", ["\t", ",", ";"])
def test_headings_tell_a_table_and_the_names_of_its_songs(sign: str) -> None:
    assert read(f"Link{sign}Song\n{A}{sign}Sunrise", "") == [(A, "Sunrise")]


def test_a_cell_may_have_lines_of_its_own() -> None:
    assert read(f'x,"{A}\n{B}",y\nz,{A}') == [(A, ""), (B, ""), (A, "")]


def test_more_cells_than_headings_are_a_sign_in_a_link() -> None:
    assert read("Song;Link\nx;https://example.com/a;b.mp3", "") == [("https://example.com/a;b.mp3", "")]


def test_only_names_of_headers_go_on_with_a_signature() -> None:
    signed = "https://b.example.com/a.mp3?X-Amz-SignedHeaders=host;x-amz-date&X-Amz-Signature=a"
    assert read(f"a;b\nx;{signed};2020") == [(signed, "")]
    assert read(f"a;b\nx;{A}?X-Amz-Signature=a&X-Amz-SignedHeaders=host;2020") == [
        (f"{A}?X-Amz-Signature=a&X-Amz-SignedHeaders=host", "")
    ]


def test_thousands_of_columns_are_no_reason_to_freeze() -> None:
    text = f"a;b\nhttps://e.example/a?X-Amz-SignedHeaders=host{';host' * 50_000}"
    start = time.thread_time()
    read(text)
    assert time.thread_time() - start < 2.0
