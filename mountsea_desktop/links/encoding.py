"""Which encoding a text is in that is not UTF-8, told by the characters that its language has most of."""

import unicodedata
from dataclasses import dataclass

SAMPLE = 65_536
"""Bytes that are looked at."""
CERTAIN_FROM = 0.3
"""Of the best possible 1.0: what the best reading must have, so that nobody needs to be asked."""

_SIMPLIFIED = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已"
    "工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信"
    "表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才"
    "结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像"
    "难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔歌曲音乐爱梦夜"
    "雨风花雪星云飞唱听红蓝绿黑春夏秋冬晴阴阳爸妈哥姐弟妹朋友快慢远近早晚泪笑哭吻想忘念离别聚散城乡村河湖江岛船车站街灯窗床"
    "房屋树叶草鸟鱼猫狗虎龙凤谢请链接下载标题链接专辑版本伴奏现场录音试听目录列表网址备注序号编号未命名无第首张周林李陈王刘杨拳霍甲菊台稻香双截棍静简单破奔蛋糕枫珊瑚"
    "赵黄吴徐孙胡朱郭何罗宋郑梁谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
)
_TRADITIONAL = frozenset(
    "這個們來為國說時會對過發後裡經麼學現當沒動還進樣開從實軍無與長機業將兩間問並應戰頭體見產話號門東聲員論處義幾認條氣題爾變總電數"
    "報結務場計資統區隊決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識導爭運筆樂愛夢風雲飛紅藍綠陰陽媽遠淚離別鄉島車燈樹葉"
    "鳥魚貓龍鳳謝請鏈連結下載標題專輯現場錄試目網備註編號無首陳劉楊趙黃吳孫羅鄭韓馮蕭鄧許呂歌曲聯絡歡戀憶願銀錢鐘鋼鐵雙靜點齊園圓圖團"
    "單歲歷寫實寶寫導層屬幫師廣廳彈後徑從復"
)
_JAPANESE = frozenset(
    "曲歌名桜雪月花空夢恋愛心夜朝春夏秋冬星風雨海道日本人時君僕私彼女男子今明音楽題年作者編集版気会社東京駅前後"
)
_HANGUL = frozenset(
    "가각간갈감갑강같개거건걸검것게겨결경계고곡공과관광구국군그근글금기길김까꽃꿈끝나날남내너널네노녀년늘는능니님다달당대더던데도"
    "동되된두드든들등디때또라람랑래러런럼레려력로록료루르른를름리린림마막만많말맘망매머먼메면명모목못무문물미민바박반받발밤방배버번"
    "법별보복본봄부북분불비빛사산살삶상새색생서석선설성세소속손송수술숨스슬승시식신실심싶아악안않알았앞애야약양어언얼엄없에여역연열"
    "영예오온올와완왜외요용우운울움원월위유은을음의이인일임있잊자작잔잘장재저적전절점정제조족종좋주준중즐지직진질집차찬참창찾채처천"
    "청체초총최추축춘출충취치친카코크타태터토통트특파판패편평포표품프피하학한할함합항해행향허험헤현협형호혼화환활황회효후훈휴흐흔희힘링벚딩텀펀픈핑핸갤넷놀놓눌델돌둘뜨뜻띠렌뮤밍밴볼빅샤섬셀쇼싱썸쏘씨앨엔엘왕육윤잎젊짝콘쿠큼텔톤튼팔팝폴픽핀핫햇홀홍"
)
_KANA = range(0x3041, 0x30FF)
_HALF_KANA = range(0xFF61, 0xFFA0)
_WESTERN = frozenset("äöüßéèàçñáíóúêâôîûëïãõåæøÄÖÜÉÅØœ")
_CENTRAL = frozenset("ąćęłńśźżŁŚŻčďěňřšťůžýáéíóúČŘŠŽőűăţşâî")
_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")
_MARKS = frozenset("“”‘’„–—…•·«»©®™€£°¿¡№、。，！？：；（）「」『』《》【】・ー")


@dataclass(frozen=True, slots=True)
class _Candidate:
    encoding: str
    common: frozenset[str]
    """Characters that no text of its language does without."""
    prior: float = 0.0
    """What it has ahead of the others: how much more often lists come in it."""
    frequent: range = range(0)
    """First bytes of the characters that its makers held for frequent; none where a character is one byte."""


_CANDIDATES = (
    _Candidate("gb18030", _SIMPLIFIED | _TRADITIONAL, 0.12, range(0xB0, 0xD8)),
    _Candidate("cp1252", _WESTERN, 0.1),
    _Candidate("shift_jis", _JAPANESE, 0.0, range(0x88, 0x98)),
    _Candidate("cp949", _HANGUL, 0.0, range(0xB0, 0xC9)),
    _Candidate("big5", _TRADITIONAL | _SIMPLIFIED, 0.0, range(0xA4, 0xC7)),
    _Candidate("euc_jp", _JAPANESE, 0.0, range(0xB0, 0xD0)),
    _Candidate("mac_roman", _WESTERN),
    _Candidate("cp1251", _CYRILLIC | frozenset("".join(_CYRILLIC).upper())),
    _Candidate("cp1250", _CENTRAL),
)
"""In the order in which they are believed where nothing tells them apart."""


def guess(data: bytes) -> tuple[str, bool]:
    """Return the encoding of bytes that are not UTF-8, and whether there can hardly be a doubt."""
    sample = data[:SAMPLE]
    if len(data) > SAMPLE:  # so that no character is cut
        sample = sample[: max(sample.rfind(b"\n"), 0) or SAMPLE]
    best, encoding, sure = -2.0, "", False
    for candidate in _CANDIDATES:
        try:
            text = sample.decode(candidate.encoding)
        except UnicodeDecodeError:
            continue
        score = _score(text, candidate)
        if score + candidate.prior > best:
            best, encoding, sure = score + candidate.prior, candidate.encoding, score >= CERTAIN_FROM
    return encoding, sure


def decode_name(raw: bytes) -> str:
    """Return a short name, in the encoding that fits best; nothing is asked about a name."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        encoding, _ = guess(raw)
        return raw.decode(encoding or "latin-1", "replace")


def _score(text: str, candidate: _Candidate) -> float:
    """From -1 to 1: how much of what is not ASCII is what texts in this encoding are made of."""
    odd = [position for position, sign in enumerate(text) if sign > "\x7f"]
    if not odd:
        return 1.0
    if candidate.frequent:
        return sum(_wide_sign(text[position], candidate) for position in odd) / len(odd)
    return sum(_narrow_sign(text, position, candidate.common) for position in odd) / len(odd)


def _wide_sign(sign: str, candidate: _Candidate) -> float:
    if sign in candidate.common or (ord(sign) in _KANA and "日" in candidate.common):
        return 1.0
    if ord(sign) in _HALF_KANA:
        return -0.5
    if sign in _MARKS:
        return 0.5
    if "\uac00" <= sign <= "\ud7a3" or "\u4e00" <= sign <= "\u9fff":
        return 0.4 if sign.encode(candidate.encoding)[0] in candidate.frequent else 0.0
    if ord(sign) in _KANA or "\uff01" <= sign <= "\uff5e":
        return 0.3
    return -1.0 if unicodedata.category(sign) in ("Co", "Cn", "Cc", "So") else -0.2


def _narrow_sign(text: str, position: int, common: frozenset[str]) -> float:
    sign, before, behind = text[position], text[position - 1 : position], text[position + 1 : position + 2]
    beside = [one for one in (before, behind) if one.isalpha()]
    if not sign.isalpha():
        if sign == "’" and before.isalpha():
            return 1.0
        if (sign in "“‘" and not before.isalnum()) or (sign in "”…" and not behind.isalnum()):
            return 1.0
        if sign in _MARKS:
            return -1.0 if len(beside) == 2 and sign not in "·–—" else 0.5
        return -1.0 if beside or unicodedata.category(sign) == "Cc" else -0.3
    if sign.isupper() and before.islower():
        return -1.0
    if sign.isupper() and before.isupper() and before > "\x7f":
        return 0.1
    if "ß" not in (sign, *beside) and any(one > "\x7f" for one in beside) and not _is_cyrillic(sign):
        return -0.5
    if _is_cyrillic(sign) and any(one < "\x7f" for one in beside):
        return -1.0  # Cyrillic and Latin letters do not make a word
    if _is_cyrillic(sign) and not beside:
        return 0.2
    return 1.0 if sign in common else 0.2


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u04ff"
