import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.encoding import decode_name, guess

NAMES = {
    "gb18030": ["晴天", "a歌b", "愛你", "稻香", "龙拳", "霍元甲", "蒲公英的约定", "周杰伦 - 夜曲", "…说，"],
    "shift_jis": ["さくら", "千本桜", "夜に駆ける", "アーティスト", "残酷な天使のテーゼ", "雪の華"],
    "cp949": ["봄날", "사랑했지만", "밤편지", "아이유 - 좋은 날", "강남스타일"],
    "big5": ["月亮代表我的心", "愛情轉移", "小幸運", "告白氣球", "青花瓷"],
    "mac_roman": ["Motörhead", "Für Elise", "Señorita", "Café", "Mädchen", "Beyoncé - Déjà Vu"],
    "cp1252": ["Motörhead", "Für Elise", "Señorita", "Größe", "Ängel", "It’s “me”", "synsprøve", "Çok güzel"],
    "cp1251": ["Привет", "Калинка", "Кино - Группа крови"],
}


@pytest.mark.parametrize(
    ("encoding", "name"), [(one, name) for one, names in NAMES.items() for name in names]
)
def test_a_short_name_is_enough(encoding: str, name: str) -> None:
    assert decode_name(name.encode(encoding)) == name


def test_utf_8_needs_no_guess() -> None:
    assert decode_name("晴天 é さくら".encode()) == "晴天 é さくら"


def test_what_is_no_text_of_any_language_is_not_sure() -> None:
    assert guess(bytes(range(0x80, 0xA0)))[1] is False


@given(st.binary(max_size=200))
def test_any_bytes_have_a_name(data: bytes) -> None:
    decode_name(data)
