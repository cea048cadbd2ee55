import time
import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import title


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b'attachment; filename="My Song.mp3"', "My Song"),
        (b"attachment; filename=song.wav; size=5", "song"),
        (b"attachment; filename*=UTF-8''%E6%99%B4%E5%A4%A9.mp3", "晴天"),
        (b"attachment; filename=\"x.mp3\"; filename*=utf-8'zh'%E6%99%B4%E5%A4%A9.mp3", "晴天"),
        (b"attachment; filename*=GBK''%C7%E7%CC%EC.mp3", "晴天"),
        (b"attachment; filename*=martian''%E6%99%B4%E5%A4%A9.mp3", "晴天"),
        ('attachment; filename="晴天.mp3"'.encode(), "晴天"),
        ('attachment; filename="晴天.mp3"'.encode("gbk"), "晴天"),
        (b'attachment; filename="%E6%99%B4%E5%A4%A9.mp3"', "晴天"),
        (b'attachment; filename="=?UTF-8?B?5pm05aSpLm1wMw==?="', "晴天"),
        (b'attachment; filename="=?nonsense?Q?a?="', ""),
        (b'attachment; filename="Live \\"at\\" home.flac"', 'Live "at" home'),
        (b'attachment; filename="C:\\\\music\\\\a.mp3"', "a"),
        (b'attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="\u202egpj.mp3\u200b\r\nX: y"'.encode(), "gpj.mp3 X: y"),
        (b'attachment; filename="unended', "unended"),
        (b"attachment", ""),
        (b"inline; filename=", ""),
        (b"", ""),
    ],
)
def test_the_name_in_a_header(header: bytes, name: str) -> None:
    assert title.from_disposition(header) == name


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://example.com/a/My%20Song.mp3", "My Song"),
        ("https://example.com/a/Salt+and+Cedar.wav", "Salt and Cedar"),
        ("https://example.com/%E6%99%B4%E5%A4%A9.flac", "晴天"),
        ("https://example.com/%C7%E7%CC%EC.mp3", "晴天"),
        ("https://example.com/晴天.mp3?x=1", "晴天"),
        ("https://example.com/music%2Fa%2Fsong.wav", "song"),
        ("https://example.com/Track.01", "Track.01"),
        ("https://example.com/%FF%FE%01", "яю"),
        (
            "https://example.com/x?response-content-disposition=attachment%3B%20filename%3D%22Hey%20You.mp3%22",
            "Hey You",
        ),
        ("https://example.com/x?response-content-disposition=inline", "x"),
        ("https://example.com/download?id=5", ""),
        ("https://example.com/", ""),
        ("https://example.com", ""),
        ("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", ""),
        ("https://1drv.ms/u/s!AbC-dEf_9", ""),
        ("https://suno.com/song/0f9a3f6c-6b1e-4b62-9d53-0c1f1a2b3c4d", ""),
        ("https://example.com/4uLU6hMCjMI75M1A2tKUQC.mp3", "4uLU6hMCjMI75M1A2tKUQC"),
        ("https://example.com/SupercalifragilisticExpialidocious", "SupercalifragilisticExpialidocious"),
    ],
)
def test_the_name_in_a_link(link: str, name: str) -> None:
    assert title.from_parts(urlsplit(link)) == name


def shown_safely(name: str) -> bool:
    return len(name) <= title.LENGTH and all(unicodedata.category(sign)[0] != "C" for sign in name)


@given(
    st.binary(max_size=100),
    st.sampled_from([b"", b"filename=", b"filename*=UTF-8''", b'filename="=?', b"filename*=gbk''"]),
)
def test_no_header_brings_signs_that_cannot_be_seen(data: bytes, opening: bytes) -> None:
    assert shown_safely(title.from_disposition(opening + data))


@given(st.text(st.characters(), max_size=300))
def test_no_link_brings_signs_that_cannot_be_seen(text: str) -> None:
    parts = urlsplit("https://example.com/")
    assert shown_safely(title.from_parts(parts._replace(path=text)))
    assert shown_safely(title.from_parts(parts._replace(query=f"response-content-disposition={text}")))


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b'attachment; filename="w\xf6chentlich.mp3"', "wöchentlich"),
        (b'attachment; filename="F\xfcr Elise.mp3"', "Für Elise"),
        (b'attachment; filename="Ausf\xfcllen_V01.mp3"', "Ausfüllen_V01"),
        (b'attachment; filename="Se\xf1orita.mp3"', "Señorita"),
        (b"attachment; filename='My Song.mp3'", "My Song"),
        (b"attachment; filename='My Song.mp3'; size=5", "My Song"),
        (b"attachment; filename=Don't.mp3", "Don't"),
        ('attachment; filename="七里香.mp3"'.encode("gbk"), "七里香"),
        ('attachment; filename="さくら.mp3"'.encode("shift_jis"), "さくら"),
        ('attachment; filename="노래.mp3"'.encode("euc_kr"), "노래"),
    ],
)
def test_a_header_in_whatever_encoding(header: bytes, name: str) -> None:
    assert title.from_disposition(header) == name


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://b.s3.eu-central-1.amazonaws.com/My+Song.mp3", "My Song"),
        ("https://f002.backblazeb2.com/file/b/My+Song.mp3", "My Song"),
        ("https://example.com/F%FCr%20Elise.mp3", "Für Elise"),
        ("https://example.com/Me+You", "Me+You"),
        ("https://example.com/get?file=My+Song.mp3", "My Song"),
        ("https://example.com/get?f=5", ""),
        ("https://example.com/watch?v=5", ""),
    ],
)
def test_a_link_names_its_song(link: str, name: str) -> None:
    assert title.from_parts(urlsplit(link)) == name


@pytest.mark.parametrize(
    "name", ["", "1", "01", "track 3", "Audio", "recording_12", "未命名", "download (3)"]
)
def test_names_that_any_file_may_have(name: str) -> None:
    assert title.is_meaningless(name)


@pytest.mark.parametrize("name", ["99 Problems", "Sunrise", "a", "7 Rings", "晴天", "1979 (live)"])
def test_names_that_say_something(name: str) -> None:
    assert not title.is_meaningless(name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("- Sunrise.mp3", "Sunrise"),
        ("1. Sunrise", "Sunrise"),
        ("文件名称：晴天", "晴天"),
        ("通过网盘分享的文件：晴天.mp3", "晴天"),
        ("Title: Sunrise", "Sunrise"),
        ("• 3) Sunrise", "Sunrise"),
        ("7 Rings", "7 Rings"),
        ("3:45", ""),
        ("click here", ""),
        ("点击下载", ""),
        ("https://example.com/a…", ""),
        ("drive.google.com/file/d/1A", ""),
        ("My Song", "My Song"),
    ],
)
def test_words_beside_a_link_are_freed_of_signs_and_labels(words: str, name: str) -> None:
    assert title.from_label(words) == name


def test_no_header_keeps_anybody_waiting() -> None:
    """This one once took ten seconds, and nothing could interrupt it."""
    start = time.thread_time()
    title.from_disposition(b'attachment; filename="' + b"=?a?b? " * 14_000 + b'"')
    assert time.thread_time() - start < 1.0


@pytest.mark.parametrize("charset", ["punycode", "idna", "undefined", "zlib", "unicode_escape"])
def test_only_charsets_of_texts_are_decoded(charset: str) -> None:
    assert title.from_disposition(f"attachment; filename*={charset}''Sunrise.mp3".encode()) == "Sunrise"
    assert title.from_disposition(f'attachment; filename="=?{charset}?q?Sunrise?="'.encode()) == ""
