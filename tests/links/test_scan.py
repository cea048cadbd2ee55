import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.scan import links_in, lone_link

A, B = "https://example.com/a.mp3", "https://example.com/b.wav"
PAN = "https://pan.baidu.com/s/1abcDEF"
FILTERED = "https://urldefense.com/v3/__https://b.example.com/a*20b.mp3?Expires=1&Signature=x__;JQ!!Org!s-g$"
SIGNED = "https://b.example.com/a.mp3?Expires=1&Signature=x"
TILDES = "https://b.example.com/a.mp3?Expires=1&Key-Pair-Id=K1&Signature=AB-cd~~ef~~~-GH__"


@pytest.mark.parametrize(
    ("line", "links"),
    [
        (A, [A]),
        (f"请下载{A}，谢谢", [A]),
        (f"请下载{A}谢谢大家", [A]),
        (f"{A}，另一首是b.mp3", [A]),
        (f"这是链接：{A}。", [A]),
        (f"【{A}】", [A]),
        (f"（{A}）、（{B}）", [A, B]),
        (f"“{A}”", [A]),
        (f"《歌》{A}！！！", [A]),
        (f"\u3000{A}\u3000{B}\u200b", [A, B]),
        (f"\ufeff{A}", [A]),
        (f"<{A}>", [A]),
        (f'"{A}"', [A]),
        (f"'{A}'", [A]),
        (f"`{A}`", [A]),
        (f"({A})", [A]),
        (f"[{A}]", [A]),
        (f"**{A}**", [A]),
        (f"[My song]({A}).", [A]),
        (f"[My song]({A})[other]({B})", [A, B]),
        (f'![x]({A} "title")', [A]),
        (f"1. {A};", [A]),
        (f"{A},{B}", [A, B]),
        (f"{A}, {B}, and more.", [A, B]),
        (f"{A}；{B}", [A, B]),
        (f"{A}{B}", [A, B]),
        (f"['{A}','{B}']", [A, B]),
        (f"{A}?", [A]),
        (f"{A}?x=1,My title,2020", [f"{A}?x=1"]),
        (f"link:{A}", [A]),
        (f"{A}\x00{B}", [A, B]),
        (f"[url]{A}[/url]", [A]),
        (f"[url={A}]Song[/url] [url]{B}[/url]", [A, B]),
        (f"[URL]{A}?dl=0[/URL][audio]{B}[/audio]", [f"{A}?dl=0", B]),
        (f"[url]{SIGNED}[/url]", [SIGNED]),
        ("https://example.com/[2024]/a.mp3", ["https://example.com/[2024]/a.mp3"]),
        ("https://example.com/[/a.mp3", ["https://example.com/[/a.mp3"]),
        (f"_{A}_", [A]),
        (f"__{A}__ x", [A]),
        (f"**_{A}_**", [A]),
        (f"_{A}_, _{B}_.", [A, B]),
        ("_https://example.com/id_", ["https://example.com/id_"]),
        (f"{A}_", [f"{A}_"]),
        (f"_{SIGNED}__", [f"{SIGNED}__"]),
        (f"{A}—my song", [A]),
        (f"①{A}②{B}", [A, B]),
        (f"{A}🎵🎵 {B}•", [A, B]),
        (f"«{B}» ‹{A}›", [B, A]),
        ("«https://example.com/a»", ["https://example.com/a"]),
        (f"{A}это", [A]),
        (f"{A}?dl=0→x", [f"{A}?dl=0→x"]),
        (f"{A}—my.mp3", [f"{A}—my.mp3"]),
        (f"{A}é/b", [f"{A}é/b"]),
        (f"{A}é?dl=0", [f"{A}é?dl=0"]),
        (f"{A}é?", [A]),
        (f"«{SIGNED}&title=«晴»»", [f"{SIGNED}&title=«晴»"]),
        (f"{SIGNED}&filename=a.mp3🎵", [f"{SIGNED}&filename=a.mp3"]),
        ("https://example.com/Übung—x.mp3🎵", ["https://example.com/Übung—x.mp3"]),
        ("https://example.com/эхо.mp3", ["https://example.com/эхо.mp3"]),
        ("https://example.com/a_(live).mp3", ["https://example.com/a_(live).mp3"]),
        ("(https://example.com/a_(live).mp3)", ["https://example.com/a_(live).mp3"]),
        ("https://example.com/a,b.mp3", ["https://example.com/a,b.mp3"]),
        ("https://example.com/a,b,c.mp3，谢谢", ["https://example.com/a,b,c.mp3"]),
        ("1. https://example.com/A,%20B,%20C.mp3, and", ["https://example.com/A,%20B,%20C.mp3"]),
        ("https://example.com/A,+B,+C.mp3", ["https://example.com/A,+B,+C.mp3"]),
        ("https://example.com/A,-B,-C.mp3?rlkey=a&dl=0", ["https://example.com/A,-B,-C.mp3?rlkey=a&dl=0"]),
        ("https://example.com/dl?file=a,b,c.mp3", ["https://example.com/dl?file=a,b,c.mp3"]),
        ("https://example.com/A,%20B,%20C/d.mp3,2020", ["https://example.com/A,%20B,%20C/d.mp3"]),
        ("https://example.com/a,Dawn,dawn.mp3,3:20", ["https://example.com/a"]),
        (
            "https://example.com/a,www.example.com/b,c.mp3",
            ["https://example.com/a", "www.example.com/b,c.mp3"],
        ),
        (
            "https://example.com/a,1,https://example.com/b.mp3",
            ["https://example.com/a", "https://example.com/b.mp3"],
        ),
        ("https://example.com/晴天，雨天.mp3", ["https://example.com/晴天，雨天.mp3"]),
        ("https://example.com/歌（现场版）.mp3", ["https://example.com/歌（现场版）.mp3"]),
        ("https://example.com/my歌曲.mp3，谢谢", ["https://example.com/my歌曲.mp3"]),
        ("https://example.com/Don't.mp3", ["https://example.com/Don't.mp3"]),
        ("https://example.com/My Song (live).mp3", ["https://example.com/My Song (live).mp3"]),
        (f"链接: {PAN} 提取码: 1234 --来自百度网盘", [PAN]),
        (f"链接：{PAN}提取码：1234", [PAN]),
        (f"{PAN}（提取码1234）", [PAN]),
        ("https://example.com?a=1", ["https://example.com?a=1"]),
        ("https://example.com谢谢", ["https://example.com"]),
        ("https://音乐.中国/歌.mp3，谢谢", ["https://音乐.中国/歌.mp3"]),
        ("https：//example.com/a.mp3", ["https：//example.com/a.mp3"]),
        (
            "下载ｈｔｔｐｓ：／／ｅｘ．ｃｏｍ／ａ．ｍｐ３？ｘ＝１，谢谢",
            ["ｈｔｔｐｓ：／／ｅｘ．ｃｏｍ／ａ．ｍｐ３？ｘ＝１"],
        ),
        ("https://example。com/a.mp3", ["https://example。com/a.mp3"]),
        ("www.dropbox.com/s/abc/a.mp3", ["www.dropbox.com/s/abc/a.mp3"]),
        ("请看www.dropbox.com/s/abc/a.mp3。", ["www.dropbox.com/s/abc/a.mp3"]),
        ("see example.com/song.mp3, please", ["example.com/song.mp3"]),
        ("see 192.168.1.5:8000/song.mp3", ["192.168.1.5:8000/song.mp3"]),
        ("file:///home/me/a.mp3", ["file:///home/me/a.mp3"]),
        ("smb://nas/a.mp3", ["smb://nas/a.mp3"]),
        ("javascript:alert(1)", ["javascript:alert(1)"]),
        ("data:audio/mpeg;base64,SUQz", ["data:audio/mpeg;base64,SUQz"]),
        ("https://[2606:4700::1111]/a.mp3", ["https://[2606:4700::1111]/a.mp3"]),
        (
            "https://b.cos.ap-x.myqcloud.com/a.mp3?q-sign-time=1;2&q-header-list=host;date&q-signature=a",
            ["https://b.cos.ap-x.myqcloud.com/a.mp3?q-sign-time=1;2&q-header-list=host;date&q-signature=a"],
        ),
        (f"{A}?x-oss-process=audio,vol_1&Signature=a%3D", [f"{A}?x-oss-process=audio,vol_1&Signature=a%3D"]),
        (f"https://web.archive.org/web/2020/{A}", [f"https://web.archive.org/web/2020/{A}"]),
        (f"https://r.example.com/go?u={A}", [f"https://r.example.com/go?u={A}"]),
        (f"{A}?referer=https://me.example/", [f"{A}?referer=https://me.example/"]),
        (f"{A}?dl=0;{B}?dl=0", [f"{A}?dl=0", f"{B}?dl=0"]),
        (f"{A}?dl=0;www.example.com/b.mp3", [f"{A}?dl=0", "www.example.com/b.mp3"]),
        (f"{A}|{B}", [A, B]),
        (f"A;{A};2020", [A]),
        (f"A|{A}|2020", [A]),
        ("B;https://drive.google.com/open?id=1A-b;2021", ["https://drive.google.com/open?id=1A-b"]),
        ("https://drive.google.com/open?id=1A-b;Song.mp3", ["https://drive.google.com/open?id=1A-b"]),
        ("https://drive.google.com/open?id=1A-b|Song.mp3", ["https://drive.google.com/open?id=1A-b"]),
        ("https://example.com/a;b.mp3", ["https://example.com/a;b.mp3"]),
        (
            "https://a.example/s?a=1）和www.b.example/c?d=1&e=2",
            ["https://a.example/s?a=1", "www.b.example/c?d=1&e=2"],
        ),
        (
            "https://a.example/s?a=1）和b.example/c?d=1&e=2",
            ["https://a.example/s?a=1", "b.example/c?d=1&e=2"],
        ),
        ("https://example.com/song;jsessionid=A1", ["https://example.com/song;jsessionid=A1"]),
        ("https://example.com/x?a=1;b=2;2020", ["https://example.com/x?a=1;b=2"]),
        ("ed2k://|file|song.mp3|1|abc|/", ["ed2k://|file"]),
        ("https://example.com/x?a=1;2&b=3", ["https://example.com/x?a=1;2&b=3"]),
        ("https://example.com/x?name=晴天&id=5，谢谢", ["https://example.com/x?name=晴天&id=5"]),
        (f"{SIGNED}&x-oss-process=audio,vol_1", [f"{SIGNED}&x-oss-process=audio,vol_1"]),
        (f"{SIGNED}&x-oss-process=audio,vol_1,{B}", [f"{SIGNED}&x-oss-process=audio,vol_1", B]),
        (f"{SIGNED}&filename=晴天.mp3", [f"{SIGNED}&filename=晴天.mp3"]),
        (f"{SIGNED}&filename=My晴天，雨天.mp3，谢谢", [f"{SIGNED}&filename=My晴天，雨天.mp3"]),
        (f"{SIGNED}&filename=晴天.mp3谢谢", [f"{SIGNED}&filename=晴天.mp3"]),
        (f"{SIGNED}&title=My晴天", [f"{SIGNED}&title=My晴天"]),
        (f"{SIGNED};www.example.com/b?c=1&d=2", [SIGNED, "www.example.com/b?c=1&d=2"]),
        (f"{SIGNED}&n=晴天", [f"{SIGNED}&n=晴天"]),
        (f"{SIGNED}&n=a;b", [f"{SIGNED}&n=a;b"]),
        (f"{SIGNED}&n=a|b", [f"{SIGNED}&n=a|b"]),
        (f"A|{SIGNED}&n=a|2020|", [f"{SIGNED}&n=a"]),
        (f"A;{SIGNED}&n=a,b;2020", [f"{SIGNED}&n=a,b"]),
        (f"{SIGNED}&region=cn谢谢", [f"{SIGNED}&region=cn"]),
        (f"{SIGNED},2020", [SIGNED]),
        (f"[a](https://example.com/a)[b]({SIGNED})", ["https://example.com/a", SIGNED]),
        (f"['https://example.com/a','{SIGNED}']", ["https://example.com/a", SIGNED]),
        (f"{SIGNED};{B}", [SIGNED, B]),
        (f"<{SIGNED}~>", [f"{SIGNED}~"]),
        (f"~~{SIGNED}~~", [SIGNED]),
        (f"~~{SIGNED}~~, x", [SIGNED]),
        (f"~~{SIGNED}~~)，", [SIGNED]),
        (f"~~{TILDES}~~.", [TILDES]),
        (f"({TILDES})", [TILDES]),
        (f"[a]({TILDES}).", [TILDES]),
        (f"{TILDES}，谢谢", [TILDES]),
        (f"{TILDES}.", [TILDES]),
        (
            "https://b.example.com/晴天，雨天)?Expires=1&Signature=x)",
            ["https://b.example.com/晴天，雨天)?Expires=1&Signature=x"],
        ),
        (
            "https://b.example.com/a?q-signature=a&q-sign-time=1;2;2020",
            ["https://b.example.com/a?q-signature=a&q-sign-time=1;2"],
        ),
        (
            "https://b.example.com/a?q-signature=a&q-sign-time=1%3B2，谢谢",
            ["https://b.example.com/a?q-signature=a&q-sign-time=1%3B2"],
        ),
        (
            "https://b.example.com/a?q-signature=a&q-header-list=host;date;2020",
            ["https://b.example.com/a?q-signature=a&q-header-list=host;date"],
        ),
        (
            "https://b.example.com/a?X-Amz-Signature=a&X-Amz-SignedHeaders=host;x-amz-date",
            ["https://b.example.com/a?X-Amz-Signature=a&X-Amz-SignedHeaders=host;x-amz-date"],
        ),
        (f"看 {FILTERED}，谢谢", [FILTERED]),
        ("https://example.com/a.mp3？rlkey=k&dl=0，谢谢", ["https://example.com/a.mp3？rlkey=k&dl=0"]),
        ("see ttps://example.com/a.mp3", ["ttps://example.com/a.mp3"]),
        ("看htps://example.com/a.mp3。", ["htps://example.com/a.mp3"]),
        ("看https//example.com/a.mp3。", ["https//example.com/a.mp3"]),
        ("https:/example.com/a.mp3", ["https:/example.com/a.mp3"]),
        ("http//example.com:8080/a.mp3", ["http//example.com:8080/a.mp3"]),
        ("http and https//, https:/ or https/ssl.html", []),
        ("use https:/port or http//a for it", []),
        ("hello world", []),
        ("mail me@example.com/x", []),
        ("https://", []),
        ("and/or, e.g. this", []),
        ("", []),
    ],
)
def test_links_are_freed_of_what_surrounds_them(line: str, links: list[str]) -> None:
    assert [link for _, link in links_in(line)] == links


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("example.com", "example.com"),
        ("《example.com》", "example.com"),
        ("音乐.中国/歌.mp3", "音乐.中国/歌.mp3"),
        ("localhost:8000", "localhost:8000"),
        ("192.168.1.5", "192.168.1.5"),
        ("song.mp3", "song.mp3"),
        ('"C:\\Users\\me\\My Song.mp3"', "C:\\Users\\me\\My Song.mp3"),
        ("\\\\nas\\music", "\\\\nas\\music"),
        ("/home/me/x", "/home/me/x"),
        ("Album/My Song.flac", "Album/My Song.flac"),
        ("hello world", ""),
        ("1.5", ""),
        ("Hello.", ""),
        ("", ""),
        ("，。", ""),
    ],
)
def test_a_line_may_mean_a_link_without_looking_like_one(line: str, link: str) -> None:
    assert lone_link(line) == link


@given(st.text(st.characters(), max_size=200), st.text(st.characters(), max_size=50))
def test_any_line_is_scanned(before: str, after: str) -> None:
    for line in (before, f"{before}https://{after}", f"{before} {A}{after}", f"www.{after}{before}"):
        lone_link(line)
        for place, link in links_in(line):
            assert line[place:].startswith(link)


@given(
    st.sampled_from(["", "看", "（", '"', "<", "[x](", "：", " "]),
    st.sampled_from(["", "，好", "）", '"', ">", ")", "。", " x"]),
)
def test_the_same_link_comes_out_of_any_wrapping(before: str, after: str) -> None:
    assert [link for _, link in links_in(before + A + after)] == [A]
