import re
import statistics
import time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import extract
from mountsea_desktop.links.extract import Limit, LinkExtractor, extract_links
from mountsea_desktop.links.verdict import Verdict
from tests.links.signed_forms import FORMS, OSS_V1

A, B = "https://example.com/a.mp3", "https://example.com/b.wav"
DRIVE = "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view"
DRIVE_2 = "https://drive.google.com/file/d/2AbCdEfGhIjKlMnOp/view"


def links(text: str, name: str = "") -> list[str]:
    return [found.link for found in extract_links(text, name)]


def test_one_link_a_line() -> None:
    found = extract_links(f"{A}\r\n\r\n{B}\n")
    assert [(one.line, one.pasted, one.link, one.title) for one in found] == [(1, A, A, "a"), (3, B, B, "b")]
    assert all(one.usable and not one.rewritten for one in found)


def test_every_line_is_accounted_for() -> None:
    found = extract_links(f"My songs:\n{A} and {B}\n   \nC:\\a.mp3\nhttps://youtu.be/x")
    assert [(one.line, one.link, one.verdict and one.verdict.verdict) for one in found] == [
        (1, "", Verdict.NOT_A_LINK),
        (2, A, None),
        (2, B, None),
        (4, "C:\\a.mp3", Verdict.LOCAL_FILE),
        (5, "https://youtu.be/x", Verdict.NOT_A_FILE_SITE),
    ]
    assert found[0].pasted == "My songs:"
    assert not found[0].usable


def test_what_is_known_of_a_link_is_passed_on() -> None:
    signed = "http://b.example.com/a.mp3?Expires=2000&Signature=x"
    (found,) = extract_links(signed, now=1000)
    assert (found.parsed.expires_at, found.parsed.notes, found.link) == (
        2000,
        ("not_encrypted", "expires_soon"),
        signed,
    )
    (found,) = extract_links(DRIVE)
    assert (found.parsed.site, found.rewritten, found.pasted, found.title) == (
        "Google Drive",
        True,
        DRIVE,
        "Google Drive 1",
    )
    (found,) = extract_links("http://127.0.0.1:1/a.mp3", allow_loopback=True)
    assert found.usable


def test_duplicates_are_compared_after_rewriting_and_named_as_the_list_shows_them() -> None:
    other = "https://drive.google.com/open?id=1AbCdEfGhIjKlMnOp"
    text = f"{DRIVE}\n{A}\n{other}\nEXAMPLE.com/a.mp3#x\n{B}\n{B}"
    found = extract_links(text, known={A: "Sunrise"})
    assert [(one.duplicate_of, one.duplicate_line) for one in found] == [
        ("", 0),
        ("Sunrise", 0),
        ("Google Drive 2", 1),
        ("Sunrise", 0),
        ("", 0),
        ("b", 5),
    ]
    assert [one.usable for one in found] == [True, False, False, False, True, False]


def test_without_titles_the_known_links_name_themselves() -> None:
    assert [one.duplicate_of for one in extract_links(A, known=[A])] == [A]
    assert [one.duplicate_of for one in extract_links(A, known={A: ""})] == [A]


def test_nameless_songs_are_numbered_on_from_those_that_are_known() -> None:
    assert [one.title for one in extract_links(DRIVE, known=[A, B])] == ["Google Drive 3"]


def test_duplicates_are_known_from_one_text_to_the_next() -> None:
    extractor = LinkExtractor()
    extractor.read(A)
    assert extractor.read(f"x\n{A}")[1].duplicate_of == "a"


def titles(text: str, name: str = "") -> list[tuple[int, str, bool]]:
    """Line, title and whether the musician gave it, of every link."""
    return [
        (found.line, found.title, found.has_own_title) for found in extract_links(text, name) if found.link
    ]


def test_a_file_name_above_a_link_is_the_songs_title() -> None:
    assert titles(f"Sunrise.mp3\n{DRIVE}\n“晴天 (live).wav”\n请看 {A} {B}\nC.mp3\nexample.com/c\n") == [
        (2, "Sunrise", True),
        (4, "晴天 (live)", True),
        (4, "b", False),
        (6, "C", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sunrise.mp3",
        "Sunrise.mp3\n",
        f"Sunrise.mp3\n\n{A}",
        f"Sunrise.mp3\nwords\n{A}",
        f"Sunrise.mp3\nC:\\b.mp3\n{A}",
        f"Sunrise.mp3\n#EXTM3U\n{A}",
        f"Sunrise.pdf\n{A}",
        f"Music/Sunrise.mp3\n{A}",
        f"C:\\Sunrise.mp3\n{A}",
    ],
)
def test_a_file_name_without_a_link_below_is_a_file_of_this_computer(text: str) -> None:
    first, *others = extract_links(text)
    assert first.line == 1
    assert first.verdict is not None
    assert first.verdict.verdict is Verdict.LOCAL_FILE
    assert not any(one.has_own_title for one in [first, *others])


def test_names_of_files_below_their_links_are_nobodys_titles() -> None:
    assert titles(f"{DRIVE}\nSunrise.mp3\n{DRIVE_2}\nSunset.mp3") == [
        (1, "Google Drive 1", False),
        (2, "Sunrise", False),
        (3, "Google Drive 3", False),
        (4, "Sunset", False),
    ]
    assert titles(f"{A}\nSunrise.mp3\n{DRIVE}") == [(1, "a", False), (3, "Sunrise", True)]


def test_a_link_that_is_followed_by_its_own_name_names_no_other() -> None:
    mine = "https://example.com/My%20Song.mp3"
    assert titles(f"{mine}\nMy song.MP3\n{B}\nb.wav\n{DRIVE}") == [
        (1, "My Song", False),
        (3, "b", False),
        (5, "Google Drive 3", False),
    ]
    assert titles(f"Dawn.mp3\n{mine}\nMy Song.mp3\n{DRIVE}")[1:] == [(4, "My Song", True)]
    assert titles(f"{mine}\n\nMy Song.mp3\n{DRIVE}")[1:] == [(4, "My Song", True)]
    assert titles("b.wav\nb.wav") == [(1, "b", False), (2, "b", False)]


def test_a_files_name_in_a_playlist_or_table_is_an_entry() -> None:
    assert titles(f"a.mp3\n{B}", "x.m3u") == [(1, "a", False), (2, "b", False)]
    assert titles(f"x,y\na.mp3\n{B}", "x.csv") == [(2, "a", False), (3, "b", False)]


def test_songs_of_a_playlist_keep_their_names() -> None:
    text = (
        "#EXTM3U\n#PLAYLIST:Mine\n#EXTINF:123,周杰伦 - 晴天\n"
        f'{A}\n#EXTINF:-1 tvg-name="x, y" group="z",Second\u202e song.mp3\n#EXTVLCOPT:x\n'
        "https://example.com/My Song.mp3\n"
        "#EXTINF:5,\nhttps://example.com/c.mp3\nMusic/d.mp3\n# a comment\n"
    )
    found = extract_links(text, "list.m3u8")
    for told in (found, extract_links(text)):
        assert [(one.link, one.title, one.has_own_title) for one in told] == [
            (A, "周杰伦 - 晴天", True),
            ("https://example.com/My%20Song.mp3", "Second song", True),
            ("https://example.com/c.mp3", "c", False),
            ("Music/d.mp3", "d", False),
        ]
    assert found[3].verdict is not None
    assert found[3].verdict.verdict is Verdict.LOCAL_FILE


def test_a_playlist_without_directives_is_known_by_its_name() -> None:
    assert links("# a comment\nhttps://example.com/a, b c.mp3\n", "x.m3u") == [
        "https://example.com/a,%20b%20c.mp3"
    ]


def test_a_line_of_a_playlist_is_an_entry_or_a_text_with_links() -> None:
    text = f"#EXTM3U\n1. {A}\nSong C: {B}，谢谢\nhttps://example.com/a, b.mp3\n歌曲 (live).mp3\n"
    assert links(text) == [A, B, "https://example.com/a,%20b.mp3", "歌曲 (live).mp3"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("column", [0, 1, 2])
def test_any_column_of_a_table_may_hold_the_link(delimiter: str, column: int) -> None:
    signed = "https://b.example.com/a.mp3?q-sign-time=1;9999999999&q-signature=x"
    rows = [["Title", "Link", "Year"]]
    for link in (A, f'"{B}?a=1,2;3"', signed if delimiter != ";" else f'"{signed}"'):
        row = ["晴天", "2003"]
        row.insert(column, link)
        rows.append(row)
    text = "\n".join(delimiter.join(row) for row in rows)
    assert links(text, "songs.csv") == [A, f"{B}?a=1,2;3", signed]


def test_the_commas_in_a_single_column_part_nothing() -> None:
    link = "https://example.com/Me,%20Myself"
    assert links(f"Link\n{link}\n{link},%20Irene", "a.csv") == [link, f"{link},%20Irene"]


def test_a_table_pasted_as_text() -> None:
    assert links(f'Title\tLink\n晴天\t{A}\t2003\nx,"{B}",2004') == [A, B]
    assert links(f"晴天\t{A}\t2003\nx\t{B}\t2004") == [A, B]


@pytest.mark.parametrize("sign", ["\t", ",", ";"])
@pytest.mark.parametrize("name", ["", "x.csv"])
def test_the_column_of_songs_names_them(sign: str, name: str) -> None:
    rows = [["Link", "Song", "Year"], [DRIVE, "晴天", "2003"], [DRIVE_2, "Sunset.wav", "2004"]]
    text = "\n".join(sign.join(row) for row in rows)
    assert titles(text, name) == [(2, "晴天", True), (3, "Sunset", True)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f'=HYPERLINK("{DRIVE}","Sunrise")', "Sunrise"),
        (f"[Sunrise]({DRIVE})", "Sunrise"),
        (f'<a href="{DRIVE}"><b>Sunrise</b></a>', "Sunrise"),
        (f"[url={DRIVE}]Sunrise[/url]", "Sunrise"),
        (f"<{DRIVE}|Sunrise>", "Sunrise"),
        (f"Sunrise.mp3: {DRIVE}", "Sunrise"),
        (f"{DRIVE} Sunrise.mp3", "Sunrise"),
        (f"{DRIVE},Sunrise.mp3", "Sunrise"),
        (f"- Sunrise.mp3\n{DRIVE}", "Sunrise"),
        (f"文件名称：晴天.mp3\n{DRIVE}", "晴天"),
        (f"通过网盘分享的文件：晴天.mp3\n链接: {DRIVE}", "晴天"),
        (f'{{"title":"Sunrise","url":"{DRIVE}"}}', "Sunrise"),
        (f"<title>Sunrise</title>\n<location>{DRIVE}</location>", "Sunrise"),
        (f"[click here]({DRIVE})", "Google Drive 1"),
        (f"curl -L '{A}?x=1' -o b.mp3", "a"),
    ],
)
def test_a_song_has_the_best_name_that_is_known(text: str, title: str) -> None:
    assert [one.title for one in extract_links(text) if one.link] == [title]


def test_six_messy_links_have_six_names() -> None:
    text = (
        f"https://a.example/1.mp3\nhttps://b.example/1.mp3\n{DRIVE}\n{DRIVE_2}\n"
        "https://c.example/download\nhttps://c.example/x/download?id=2"
    )
    assert len({one.title for one in extract_links(text)}) == 6


def test_a_row_of_a_table_without_a_link_is_told_but_not_its_head() -> None:
    assert [one.line for one in extract_links(f"Title,Link\n晴天,\nx,{A}", "a.csv")] == [2, 3]
    assert links(f'"{A}\nx,y,{B}', "a.csv") == [A, B]


def test_web_pages_are_read_for_their_links() -> None:
    text = f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">
<head><link rel="stylesheet" href="https://example.com/x.css"><script src='https://example.com/x.js'></script></head>
<body>
<!-- nothing -->
<p>My song: <a href="{A}?a=1&amp;b=2">{A}?a=1&amp;b=2</a>, <a class=x href='{B}'>other</a>
<audio controls><source src="https://example.com/c.ogg" type="audio/ogg"></audio>
<img src="https://example.com/logo.png">
</body></html>"""
    assert links(text) == [f"{A}?a=1&b=2", B, "https://example.com/c.ogg"]


@pytest.mark.parametrize("amp", ["&amp;", "&#38;", "&#038;", "&#x26;", "&#X0026;", "&AMP;"])
def test_an_ampersand_that_a_mail_or_a_page_wrote_out_is_undone(amp: str) -> None:
    assert links(f"{A}?a=1{amp}b=2") == [f"{A}?a=1&b=2"]
    query = amp.join(OSS_V1.split("&"))
    (found,) = extract_links(f"{A}?{query}", now=0)
    assert (found.link, found.parsed.expires_at) == (f"{A}?{OSS_V1}", 1_700_003_600)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("&lt;", "&gt;"),
        ("&quot;", "&QUOT;"),
        ("&#34;", "&#034;"),
        ("&#39;", "&apos;,"),
        ("&nbsp;", "&NBSP;x"),
        ("&#60;", "&#x3E; x"),
    ],
)
@pytest.mark.parametrize("link", [A, f"{A}?{OSS_V1}", f"{A}?a=1&lt=2&quot=3&gt", f"{A}?b=2&gt=1&{OSS_V1}"])
def test_signs_around_a_link_that_a_page_wrote_out_are_undone(before: str, after: str, link: str) -> None:
    assert [one.link for one in extract_links(before + link + after, now=0) if one.link] == [link]


def test_an_apostrophe_that_a_page_wrote_out_is_the_links() -> None:
    assert links('<a href="https://example.com/Don&#x27;t.mp3">') == ["https://example.com/Don't.mp3"]


WRAPPINGS = [
    ("", ""), ("<", ">"), ('"', '"'), ("《", "》"), ("“", "”"), ("（", "）"), ("【", "】"), ("「", "」"),
    ("(", ")"), ("'", "'"), ("`", "`"), ("**", "**"), ("[x](", ")"), ("[x](<", ">)"), ("<p>", "</p>"),
    ("<b>x</b> ", " <br>"), ('<a href="', '">x</a>'), ("链接：", "，谢谢"), ("看", "。"), ("", "."),
    ("", ", x"), ("", ";"), ("", "；"), ("", ")"), ("", "!"), ("", "谢谢大家"), ("> ", ""), ("a\t", "\tb"),
    ("| A | ", " | 2020 |"), ("|A|", "|2020|"), ("1. ", "\u200b"), ("&lt;", "&gt;"), ("&quot;", "&quot;"),
]  # fmt: skip
TABLES = [
    ("晴天,", ",2020", ""),
    ("晴天;", ";2020", ""),
    ("a,b,c\n晴天,", ",2020", "a.csv"),
    ("a;b;c\n晴天;", ";2020", "a.csv"),
]


PATHS = ["My%20Song.mp3", "a", "晴天.mp3", "a(b).mp3", "%E6%99%B4"]
BEFORE = ["", "timestamp=5&region=cn&", "copy=1&amplitude=2&lt=3&", "x-oss-process=audio,vol_1&"]
AFTER = ["", "&timestamp=5&region=cn", "&n=1&response-content-type=audio%2Fmpeg"]


@pytest.mark.one_python
@pytest.mark.parametrize(("before", "after", "name"), [*((*one, "") for one in WRAPPINGS), *TABLES])
def test_no_signed_link_is_altered_between_paste_and_row(before: str, after: str, name: str) -> None:
    extractor = LinkExtractor(now=0)
    for form, path, first, more in product(FORMS, PATHS, BEFORE, AFTER):
        if name and "," in first:
            continue  # a comma in a column has to be quoted
        link = f"https://bucket.example.com/{path}?{first}{form.rstrip('&') if more else form}{more}"
        found = [one for one in extractor.read(before + link + after, name) if one.link]
        assert [(one.link, one.pasted) for one in found] == [(link, link)]


@given(
    st.text(st.sampled_from("abcXYZ019-_~/%.+:@,;'!$*()晴歌，（）"), max_size=20),
    st.sampled_from(FORMS),
    st.sampled_from(WRAPPINGS),
    st.dictionaries(
        st.from_regex(r"\A[a-z][a-z_-]{2,9}\Z"), st.from_regex(r"\A[\w.~%+/-]{1,9}\Z"), max_size=3
    ),
)
def test_no_path_and_no_parameter_gets_a_signed_link_altered(
    path: str, form: str, wrapping: tuple[str, str], more: dict[str, str]
) -> None:
    query = "&".join((*(f"{name}={value}" for name, value in more.items()), form))
    link = f"https://bucket.example.com/{path}?{query}"
    found = [one.link for one in extract_links(wrapping[0] + link + wrapping[1], now=0) if one.link]
    assert found == [link]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_as_anybody_ends_them(ending: str) -> None:
    assert [one.line for one in extract_links(ending.join((A, "", B)))] == [1, 3]


def test_a_line_of_any_length_is_read_in_pieces() -> None:
    text = " ".join(f"https://example.com/{number}.mp3" for number in range(3000))
    found = extract_links(text)
    assert [one.link for one in found] == text.split()
    assert {one.line for one in found} == {1}


def test_a_long_line_without_a_link_is_told_once() -> None:
    assert [one.line for one in extract_links("x" * 100_000 + f"\n\n\n{A}")] == [1, 4]


def test_nul_bytes_are_no_reason_to_stop() -> None:
    assert links(f"\x00{A}\x00{B}\x00") == [A, B]
    assert links(f"\x00a,{A}\x00\n{B}", "a.csv") == [A, B]


@pytest.mark.one_python
def test_too_long_a_text_is_read_to_the_limit_and_says_so() -> None:
    extractor = LinkExtractor()
    found = extractor.read(f"{A}\n" + "x" * extract.TEXT_LIMIT)
    assert found[0].link == A
    assert extractor.limit is Limit.TEXT


@pytest.mark.one_python
def test_too_many_links_are_taken_to_the_limit_and_say_so() -> None:
    extractor = LinkExtractor()
    found = extractor.read("".join(f"https://example.com/{number}.mp3\n" for number in range(50_000)))
    assert len(found) == extract.LINKS_LIMIT
    assert extractor.limit is Limit.LINKS
    assert LinkExtractor().limit is None


def test_a_picture_pasted_as_text_is_taken_in_words() -> None:
    found = extract_links("\x89PNG\r\n\x1a\n" + "".join(map(chr, range(256))) * 20)
    assert all(one.verdict is not None and len(one.pasted) <= extract.SHOWN for one in found)


@given(st.text(st.characters(), max_size=300), st.sampled_from(["", "a.csv", "a.m3u"]))
def test_any_text_is_read(text: str, name: str) -> None:
    for whole in (
        text,
        f"#EXTINF:{text}\nhttps://{text}",
        f"<a href={text}https://example.com/{text}>",
        f"a,{A},{text}",
    ):
        for found in extract_links(whole, name):
            assert found.line >= 1
            assert found.link or found.verdict is not None


MIXED = (
    "https://www.dropbox.com/scl/fi/abc/Song{n}.mp3?rlkey=xyz&st=1&dl=0\n请下载https://example.com/{n}.mp3，谢谢\n"
    'www.dropbox.com/s/abc/{n}.mp3\n<p><a href="https://x.example.com/{n}.mp3?a=1&amp;b=2">x</a></p>\n'
    "链接: https://pan.baidu.com/s/1abc{n} 提取码: 1234\nC:\\Music\\My Song {n}.mp3\nnothing to see here\n"
    "https://b.oss.example.com/{n}.mp3?OSSAccessKeyId=x&Expires=1&Signature=y\n[x](https://example.com/{n}_(live).wav)\n"
    "https://drive.google.com/file/d/1AbCdEfGhIjKlMn{n}/view?usp=sharing\n"
)
PLAIN = re.compile(r"https?://[^\s<>\"]+")


@pytest.mark.one_python
def test_ten_thousand_lines_are_no_reason_to_freeze() -> None:
    text = "".join(MIXED.format(n=number) for number in range(1000))
    slices: list[float] = []
    count = 0
    start = before = time.thread_time()
    for batch in LinkExtractor().batches(text):
        count += len(batch)
        now = time.thread_time()
        slices.append(now - before)
        before = now
    assert count == 10_000
    assert time.thread_time() - start < 2.0  # of this thread, whatever else runs; 0.5 s is usual
    assert len(slices) > 5
    assert statistics.quantiles(slices, n=20)[-1] < 0.05
    assert [one for batch in LinkExtractor(now=0).batches(text) for one in batch] == LinkExtractor(
        now=0
    ).read(text)


@pytest.mark.one_python
@pytest.mark.parametrize(
    "text",
    [
        "\n" * 3_000_000,
        "x" * 3_000_000,
        "a." * 500_000,
        "http:" * 600_000,
        "，" * 3_000_000,
        "https://example.com/" + "(" * 3_000_000,
        "<a " * 1_000_000,
        "#EXTINF:" + '"' * 3_000_000,
        "www." * 250_000,
        "a,b" * 1_000_000,
        "https://example.com/a," * 26_000,
        ("https://example.com/" + ",a" * 8_000 + ".mp3 ") * 100,
        ("https://example.com/" + ",a.mp" * 3_000 + "3 ") * 100,
        ("https://example.com/" + ".mp3é" * 3_000 + "/ ") * 100,
        "[x](https://" * 50_000,
        "[" * 600_000,
        "https:" + "\\" * 600_000,
        "https://a&quot;" * 10_000,
        "https://a?b=3D" * 40_000,
        "https://a\u00ad" * 30_000,
        "<https://a\n" * 25_000,
        ("https://example.com/" + "a" * 50 + "\nb?c=d\n") * 4_000,
        "- " * 300_000,
        "." * 600_000,
        " \n" * 200_000 + "TRACK 01 AUDIO",
        '{"title":"a","url":"https://a.example/b"},' * 6_000,
    ],
    ids=range(26),
)
def test_no_text_is_a_trap(text: str) -> None:
    """Each of these once made some program's pattern search for minutes."""
    start = before = time.thread_time()
    slices = []
    for _ in LinkExtractor().batches(text):
        now = time.thread_time()
        slices.append(now - before)
        before = now
    assert time.thread_time() - start < 4.0
    assert statistics.median(slices) < 0.05
