import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import files
from mountsea_desktop.links.files import FileError, FileFault, decode_file

TEXT = "晴天,https://example.com/晴天.mp3\r\nStück é,https://example.com/b.mp3\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("name", ["songs.txt", "Songs.CSV", "a.m3u", "列表.m3u8"])
def test_every_encoding_a_list_comes_in_is_read(encoding: str, name: str) -> None:
    assert decode_file(TEXT.encode(encoding), name) == TEXT


def test_a_mark_of_utf_16_in_either_order_is_no_part_of_the_text() -> None:
    assert decode_file(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT
    assert decode_file(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a.txt") == TEXT


def test_western_bytes_that_are_no_chinese_are_read_all_the_same() -> None:
    assert decode_file("Motörhead \xe0 https://example.com/a.mp3 \xe9".encode("cp1252"), "a.m3u").endswith(
        "é"
    )


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXTINF:1,Für Elise\nhttps://example.com/a.mp3\n",
        "Größe;https://example.com/Größe.mp3\n",
        "Léa,https://example.com/a.mp3\n",
        "Á la carte, ça va – 5€, mañana",
    ],
)
def test_western_letters_are_not_taken_for_chinese(text: str) -> None:
    assert decode_file(text.encode("cp1252"), "a.m3u") == text


@pytest.mark.parametrize("text", ["晴天", "a歌b", "https://example.com/歌.mp3，谢谢", "愛你", "…说，"])
def test_chinese_stays_chinese(text: str) -> None:
    assert decode_file(text.encode("gb18030"), "a.m3u") == text


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode_file(b"", "a.txt") == ""


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"https://example.com/a.mp3", "a.mp3", FileFault.WRONG_KIND),
        (b"https://example.com/a.mp3", "txt.", FileFault.WRONG_KIND),
        (b"a" * (files.FILE_LIMIT + 1), "a.txt", FileFault.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "a.txt", FileFault.NOT_TEXT),
        (b"ID3\x04" + bytes(5000), "a.m3u", FileFault.NOT_TEXT),
        (b"PK\x03\x04" + bytes(range(32)) * 50, "a.csv", FileFault.NOT_TEXT),
        (b"\xff\xfea", "a.txt", FileFault.NOT_TEXT),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, name: str, fault: FileFault) -> None:
    with pytest.raises(FileError) as refusal:
        decode_file(data, name)
    assert refusal.value.fault is fault


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(FileError):
        assert "\x00" not in decode_file(data, "a.txt")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "曲;Link\nさくら;https://example.com/さくら.mp3\n"),
        ("euc_kr", "노래;Link\n노래;https://example.com/노래.mp3\n"),
        ("big5", "歌曲,連結\n甜蜜蜜,https://example.com/甜蜜蜜.mp3\n"),
        ("mac_roman", "Künstler;Link\nMotörhead;https://example.com/Motörhead.mp3\n"),
        ("euc_jp", "曲名,リンク\n夜に駆ける,https://example.com/夜に駆ける.mp3\n"),
        ("cp1251", "Песня,Ссылка\nКалинка,https://example.com/Калинка.mp3\n"),
        ("gb18030", "歌名,链接\n七里香,https://example.com/七里香.mp3\n"),
        ("cp1252", "Titre,Lien\nDéjà vu,https://example.com/Déjà vu.mp3\n"),
    ],
)
def test_the_encodings_of_excel_are_told_apart(encoding: str, text: str) -> None:
    assert decode_file(text.encode(encoding), "x.csv") == text


def test_an_encoding_nobody_can_tell_is_asked_about() -> None:
    with pytest.raises(FileError) as refusal:
        decode_file("Łódź; Pieśń".encode("cp1250"), "a.txt")
    assert refusal.value.fault is FileFault.ENCODING
