"""Pages as programs put them on the clipboard: no more links in them than a person sees."""

# ruff: noqa: E501 - pages as they were copied

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.extract import extract_links
from mountsea_desktop.links.page import readable, text_of

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<title>Songs</title>
<link rel=themeData
href="file:///C:/Users/Tom/AppData/Local/Temp/msohtmlclip1/01/clip_themedata.thmx">
<!--[if gte mso 9]><xml>
 <w:View>Normal</w:View>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal, li.MsoNormal
\t{margin:0cm;}
-->
</style>
</head>
<body lang=EN-US>
<!--StartFragment-->
<p class=MsoNormal>First:<![if !x]> <![endif]><a href="https://host.example/a.mp3?a=1&amp;times=2">My
Song</a>, the
slow one<o:p></o:p></p>
<p class=MsoNormal><a
href="https://host.example/b.mp3">B</a></p>
<p class=MsoNormal>R&amp;B</p>
<!--EndFragment-->
</body></html>
"""
EXCEL = """<html xmlns="http://www.w3.org/TR/REC-html40"><style><!--td {padding:1px;}--></style>
<table><tr height=20>
  <td class=xl65><a href='https://host.example/a.mp3'
  target="_parent">Song A</a></td>
  <td>3:20</td>
</tr></table>"""
SHEETS = (
    '<google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style>'
    '<table xmlns="http://www.w3.org/1999/xhtml"><tbody><tr><td data-sheets-hyperlink="https://host.example/a.mp3">'
    '<a class="in-cell-link" href="https://host.example/a.mp3">My Song</a></td></tr><tr>'
    '<td data-sheets-formula="=HYPERLINK(&quot;https://host.example/b.mp3&quot;)">'
    '<a href="https://host.example/b.mp3">B</a></td></tr></tbody></table>'
)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            WORD,
            "First: [My Song](<https://host.example/a.mp3?a=1&times=2>) , the slow one\n[B](<https://host.example/b.mp3>)\nR&B",
        ),
        (EXCEL, "[Song A](<https://host.example/a.mp3>) 3:20"),
        (SHEETS, "[My Song](<https://host.example/a.mp3>)\n[B](<https://host.example/b.mp3>)"),
        (
            "<a title='x > y' href=https://host.example/a.mp3>A</a>b<br>c",
            "[A](<https://host.example/a.mp3>) b\nc",
        ),
        ("<A HREF=' HTTPS://host.example/My Song.mp3 '>A", "[A](<HTTPS://host.example/My%20Song.mp3>)"),
        ("<a href='https://host.example/x?a=1&times=2'>A</a>", "[A](<https://host.example/x?a=1&times=2>)"),
        ("<a href='/x'>A</a> <a href='mailto:me'>B</a> <a name=x>C</a>", "A B C"),
        ("<audio controls src='https://host.example/a.ogg'></audio>", "https://host.example/a.ogg"),
        ("<audio><source src='https://host.example/a.ogg'></audio>", "https://host.example/a.ogg"),
        ("<img src='https://host.example/a.png'><script>'https://x.example'</script>1 < 2", "1 < 2"),
        ("a<a b", "a"),
        ("", ""),
    ],
)
def test_what_is_seen_is_read_with_the_addresses_that_are_hidden(page: str, text: str) -> None:
    assert readable(page) == text


@given(st.text(st.sampled_from("<>/!-\"'= abhrefstyle&;#\n"), max_size=200))
def test_any_page_is_read(page: str) -> None:
    readable(page)


@pytest.mark.one_python
@pytest.mark.parametrize(
    "piece",
    ["<!--", "<a ", "<a href='", '<a href="', "<", "&", "<style>", "<![", "</", "<a href=", "<a href='x'>"],
)
def test_no_page_is_a_trap(piece: str) -> None:
    start = time.thread_time()
    readable(piece * 200_000)
    assert time.thread_time() - start < 5.0


@pytest.mark.parametrize(
    ("text", "page", "links"),
    [
        pytest.param(
            "Hi!\nSong one\nSong two\n\nJo\nwww.jomusic.example",
            '<p>Hi!</p><p><a href="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view">Song one</a></p><p><a href="https://drive.google.com/file/d/2AbCdEfGhIjKlMnOp/view">Song two</a></p><p>Jo<br><a href="http://www.jomusic.example">www.jomusic.example</a></p>',
            [
                "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
                "https://drive.usercontent.google.com/download?id=2AbCdEfGhIjKlMnOp&export=download&confirm=t",
                "http://www.jomusic.example",
            ],
            id="titles hide links",
        ),
        pytest.param(
            "Song one\nhttps://example.com/b.mp3",
            '<p><a href="https://example.com/a.mp3">Song one</a></p><p><a href="https://example.com/b.mp3">https://example.com/b.mp3</a></p>',
            ["https://example.com/a.mp3", "https://example.com/b.mp3"],
            id="one of two is hidden",
        ),
        pytest.param(
            "drive.google.com/file/d/1AbCd…\nhttps://www.dropbox.com/scl/fi/9ab…",
            '<p><a href="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view">drive.google.com/file/d/1AbCd…</a></p><p><a href="https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&amp;dl=0">https://www.dropbox.com/scl/fi/9ab…</a></p>',
            [
                "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
                "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=1",
            ],
            id="shown shortened",
        ),
        pytest.param(
            "Song one",
            '<table><tbody><tr><td data-sheets-value="x" data-sheets-hyperlink="https://example.com/a.mp3">Song one</td></tr></tbody></table>',
            ["https://example.com/a.mp3"],
            id="a cell of Google Sheets",
        ),
        pytest.param(
            "https://host.example/a",
            "<a href='https://host.example/a/'>x</a>",
            ["https://host.example/a"],
            id="nothing is hidden",
        ),
        pytest.param(
            "Sunrise.wav",
            "<a href='https://host.example/1'>Sunrise.wav</a>",
            ["https://host.example/1"],
            id="file's name",
        ),
        pytest.param(
            "x",
            "<iframe src='https://host.example/1.mp3'></iframe>",
            ["https://host.example/1.mp3"],
            id="embedded",
        ),
        pytest.param(
            "a b",
            "<td data-sheets-hyperlink='https://host.example/1'><b>a</b></td><td>b</td>",
            ["https://host.example/1"],
            id="cell",
        ),
    ],
)
def test_the_clipboard_has_text_and_page(text: str, page: str, links: list[str]) -> None:
    assert [one.link for one in extract_links(text_of(text, page)) if one.link] == links


def test_the_words_of_a_hidden_link_are_its_title() -> None:
    page = "<p><a href='https://host.example/1'>Sunrise.wav</a> <a href='https://host.example/2'>Click here</a></p>"
    found = extract_links(text_of("Sunrise.wav Click here", page))
    assert [one.title for one in found] == ["Sunrise", "2"]
    (found_in_brackets,) = extract_links(text_of("x", "<a href='https://host.example/1'>Dawn [live]</a>"))
    assert found_in_brackets.title == "Dawn (live)"
