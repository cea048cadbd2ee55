"""Texts that musicians copy, gathered from public reports, by what makes them hard; the right value of each."""

# ruff: noqa: E501 - texts as they were copied

from typing import NamedTuple


class Case(NamedTuple):
    why: str
    """In a word, what the case is about."""
    text: str
    expected: str
    """Links with their verdicts, in their order; empty for none."""
    name: str = ""
    """Under which it is imported; empty where it is pasted."""


KINDS: dict[str, list[Case]] = {
    "enclosed": [
        Case("Markdown's title", '[x](https://example.com/a b.mp3 "title")', "https://example.com/a%20b.mp3"),
        Case("Slack", "<https://example.com/a b.mp3|x>", "https://example.com/a%20b.mp3"),
        Case(
            "WordPress", '[audio mp3="https://example.com/a b.mp3"][/audio]', "https://example.com/a%20b.mp3"
        ),
        Case("stars", "**https://example.com/a b.mp3**", "https://example.com/a%20b.mp3"),
        Case("no scheme", "www.example.com/a b.mp3", "https://www.example.com/a%20b.mp3"),
        Case("line end", "https://example.com/a.mp3\\nNext song", "https://example.com/a.mp3"),
        Case("Chinese label", "名:example.com/a.mp3", "https://example.com/a.mp3"),
        Case(
            "mail filter",
            "https://example.com/a.mp3<https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa.mp3>",
            "https://example.com/a.mp3",
        ),
    ],
    "glued-word": [
        Case(
            "word",
            "Sunrisehttps://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view",
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
        ),
        Case("http", "Songhttp://example.com/a.mp3", "http://example.com/a.mp3"),
        Case("file name", "Take2.mp3https://example.com/a.mp3", "https://example.com/a.mp3"),
        Case(
            "capitals",
            "DOWNLOADhttps://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=0",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=1",
        ),
        Case(
            "file name",
            "My-Song.wavhttps://www.dropbox.com/s/abc/a.mp3?dl=0",
            "https://www.dropbox.com/s/abc/a.mp3?dl=1",
        ),
        Case("http", "Sunrisehttp://example.com/a.mp3", "http://example.com/a.mp3"),
        Case("colon", "Sunrise:https://example.com/a.mp3", "https://example.com/a.mp3"),
        Case("Chinese", "曲名https://example.com/a.mp3", "https://example.com/a.mp3"),
        Case("still another scheme", "ftp://example.com/a.mp3", "ftp://example.com/a.mp3 !forbidden_form"),
    ],
    "bare-after-colon": [
        Case("www", "Link:www.dropbox.com/s/abc/a.mp3", "https://www.dropbox.com/s/abc/a.mp3?dl=1"),
        Case("equals", "test=www.example.com/a.mp3", "https://www.example.com/a.mp3"),
        Case("host", "URL:example.com/song.mp3", "https://example.com/song.mp3"),
        Case("hyphen", "-www.example.com/a.mp3", "https://www.example.com/a.mp3"),
        Case("Chinese", "链接:www.example.com/a.mp3", "https://www.example.com/a.mp3"),
        Case("equals", "URL=www.example.com/a.mp3", "https://www.example.com/a.mp3"),
        Case("underlined", "_www.example.com/a.mp3_", "https://www.example.com/a.mp3"),
        Case("site", "Download:dropbox.com/s/abc/a.mp3", "https://www.dropbox.com/s/abc/a.mp3?dl=1"),
        Case("still a mail", "mail me@example.com/x", ""),
    ],
    "broken-front": [
        Case("no slashes", "https:www.example.com/a.mp3", "https://www.example.com/a.mp3"),
        Case("four slashes", "http:////example.com/a.mp3", "http://example.com/a.mp3"),
        Case("twice, backslashes", "http://https:\\\\example.com\\a.mp3", "https://example.com/a.mp3"),
        Case("written out", "https%3A%2F%2Fexample.com%2Fa.mp3", "https://example.com/a.mp3"),
        Case("no colon", "http://https//example.com/a.mp3", "https://example.com/a.mp3"),
        Case("semicolon", "https;//example.com/a.mp3", "https://example.com/a.mp3"),
        Case("dot", "https.//example.com/a.mp3", "https://example.com/a.mp3"),
        Case("comma in the host", "https://example,com/a.mp3", "https://example.com/a.mp3"),
        Case("three slashes", "https:///example.com/a.mp3", "https://example.com/a.mp3"),
        Case("space", "https: //example.com/a.mp3", "https://example.com/a.mp3"),
        Case("space behind", "https:// example.com/a.mp3", "https://example.com/a.mp3"),
        Case("written out", "see https%3A%2F%2Fexample.com%2Fa%20b.mp3 ok", "https://example.com/a%20b.mp3"),
        Case("written out twice", "https%253A%252F%252Fexample.com%252Fa.mp3", "https://example.com/a.mp3"),
        Case("no slashes", "https:example.com/a.mp3", "https://example.com/a.mp3"),
        Case("no scheme", "://example.com/a.mp3", "https://example.com/a.mp3"),
        Case("twice", "https://http://example.com/a.mp3", "http://example.com/a.mp3"),
    ],
    "spaces": [
        Case(
            "list sign",
            "1. https://link.example.io/abc/music/04 - Some Song Of Mine.flac",
            "https://link.example.io/abc/music/04%20-%20Some%20Song%20Of%20Mine.flac",
        ),
        Case(
            "forum tag",
            "[audio]https://example.com/Artist - Song.mp3[/audio]",
            "https://example.com/Artist%20-%20Song.mp3",
        ),
        Case(
            "brackets",
            "<https://up.example.com/f/uuid/first second.mp3>",
            "https://up.example.com/f/uuid/first%20second.mp3",
        ),
        Case(
            "attribute",
            '<a href="https://example.com/podcast/2016-04-03 Test 1.mp3">Test</a>',
            "https://example.com/podcast/2016-04-03%20Test%201.mp3",
        ),
        Case(
            "comma",
            "https://cloud.example.com/me/Parent name/file name.mp3,",
            "https://cloud.example.com/me/Parent%20name/file%20name.mp3",
        ),
        Case(
            "label",
            "External file: https://example.com/2016-04-03 Test1.mp3",
            "https://example.com/2016-04-03%20Test1.mp3",
        ),
        Case(
            "download",
            "https://cloud.example.com/s/AbCdEf/download Sunrise.mp3",
            "https://cloud.example.com/s/AbCdEf/download",
        ),
        Case(
            "number of a page", "https://example.com/listen/77 - Sunrise.mp3", "https://example.com/listen/77"
        ),
        Case("number", "1) https://example.com/04 My Song.mp3", "https://example.com/04%20My%20Song.mp3"),
        Case("bullet", "• https://example.com/My Song.mp3", "https://example.com/My%20Song.mp3"),
        Case("quotes", "'https://example.com/a b.mp3'", "https://example.com/a%20b.mp3"),
        Case("curly quotes", "“https://example.com/a b.mp3”", "https://example.com/a%20b.mp3"),
        Case("Markdown", "[x](https://example.com/a b.mp3)", "https://example.com/a%20b.mp3"),
        Case("Markdown, brackets", "[x](<https://example.com/a b.mp3>)", "https://example.com/a%20b.mp3"),
        Case("forum", "[url]https://example.com/a b.mp3[/url]", "https://example.com/a%20b.mp3"),
        Case("parentheses", "(https://example.com/a b.mp3)", "https://example.com/a%20b.mp3"),
        Case(
            "Dropbox",
            "https://www.dropbox.com/scl/fi/abc/My Song.mp3?rlkey=x&dl=0",
            "https://www.dropbox.com/scl/fi/abc/My%20Song.mp3?rlkey=x&dl=1",
        ),
        Case(
            "GitHub",
            "https://github.com/me/songs/raw/main/My Song.mp3",
            "https://github.com/me/songs/raw/main/My%20Song.mp3",
        ),
        Case(
            "Chinese label",
            "链接：https://example.com/我的 歌.mp3",
            "https://example.com/%E6%88%91%E7%9A%84%20%E6%AD%8C.mp3",
        ),
        Case("artist", "https://example.com/Artist - Song.mp3", "https://example.com/Artist%20-%20Song.mp3"),
        Case("page", "https://example.com/watch/AbC123x - Song.mp3", "https://example.com/watch/AbC123x"),
        Case("cell", "<td>https://example.com/a b.mp3</td>", "https://example.com/a%20b.mp3"),
        Case("whole first", '"https://example.com/a.mp3 my song"', "https://example.com/a.mp3"),
        Case("two quotes", 'Here is "https://example.com/a" and "Song.mp3"', "https://example.com/a"),
        Case(
            "two links",
            "https://example.com/a b.mp3 https://example.com/c d.mp3",
            "https://example.com/a%20b.mp3 | https://example.com/c%20d.mp3",
        ),
    ],
    "wrapped-lines": [
        Case(
            "brackets",
            "<https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3y\nk3yk3yk3y&dl=0>",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3yk3yk3yk3y&dl=1",
        ),
        Case(
            "equals signs",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=3Dk3y&st=3Dabc&dl=3D0",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=1",
        ),
        Case(
            "soft break",
            '<a href=3D"https://example.com/music/a-very-long-name-of-a-so=\nng.mp3?x=3D1">',
            "https://example.com/music/a-very-long-name-of-a-song.mp3?x=1",
        ),
        Case(
            "reply",
            "> https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3y\n> k3yk3yk3y&dl=0",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3yk3yk3yk3y&dl=1",
        ),
        Case(
            "id",
            "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrSt\nUvWxYz0123456/view?usp=sharing",
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOpQrStUvWxYz0123456&export=download&confirm=t",
        ),
        Case(
            "brackets",
            "<https://example.com/music/a-very-long-name-of-a-so\nng.mp3>",
            "https://example.com/music/a-very-long-name-of-a-song.mp3",
        ),
        Case(
            "reply",
            "> <https://www.dropbox.com/scl/fi/9abcdefghijkl/my.wav?rlkey=k3yk3y\n> k3y&dl=0>",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my.wav?rlkey=k3yk3yk3y&dl=1",
        ),
        Case("three lines", "<https://example.com/a/\nb/\nc.mp3>", "https://example.com/a/b/c.mp3"),
        Case("Markdown", "[x](https://example.com/a-\nb.mp3)", "https://example.com/a-b.mp3"),
        Case(
            "name",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my-so\nng.wav?rlkey=k3y&dl=0",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my-song.wav?rlkey=k3y&dl=1",
        ),
        Case(
            "soft break",
            "<https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3y=\nk3yk3yk3y&dl=0>",
            "https://www.dropbox.com/scl/fi/9abcdefghijkl/my-long-song.wav?rlkey=k3yk3yk3yk3yk3y&dl=1",
        ),
        Case(
            "mail",
            "Go: https://www.dropbox.com/scl/fi/9abc/my-long-song.wav?=\nrlkey=3Dk3yk3yk3y&dl=3D0\nThanks=2C Jo",
            "https://www.dropbox.com/scl/fi/9abc/my-long-song.wav?rlkey=k3yk3yk3y&dl=1",
        ),
        Case(
            "nobody knows",
            "https://example.com/music/a-very-long-name-of-a-song-that-goes-on-and-on-and\n-on/x?y=1",
            "https://example.com/music/a-very-long-name-of-a-song-that-goes-on-and-on-and !incomplete",
        ),
        Case(
            "signed and whole",
            "https://b.s3.amazonaws.com/a.mp3?X-Amz-Date=20250601T000000Z&X-Amz-Expires=9999999&X-Amz-Signature=ab=\nSunrise",
            "https://b.s3.amazonaws.com/a.mp3?X-Amz-Date=20250601T000000Z&X-Amz-Expires=9999999&X-Amz-Signature=ab=",
        ),
        Case(
            "a band",
            "https://acme.sharepoint.com/:u:/g/personal/jo/EaBc?e=4f5g6h\nAC/DC",
            "https://acme.sharepoint.com/:u:/g/personal/jo/EaBc?e=4f5g6h&download=1",
        ),
        Case("no mail", "https://example.com/a.mp3?x=3D1", "https://example.com/a.mp3?x=3D1"),
        Case(
            "two links",
            "https://example.com/a.mp3\nhttps://example.com/b.mp3",
            "https://example.com/a.mp3 | https://example.com/b.mp3",
        ),
        Case(
            "key cut",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3yk3yk3y",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3yk3yk3y !incomplete",
        ),
    ],
    "backslash-escapes": [
        Case(
            "slashes", '{"message":"OK","url":"https:\\/\\/example.com\\/a.mp3"}', "https://example.com/a.mp3"
        ),
        Case(
            "unicode",
            '{"url":"https://example.com/a.mp3?x=1\\u0026y=2"}',
            "https://example.com/a.mp3?x=1&y=2",
        ),
        Case("Markdown", "https://example.com/my\\_song.mp3", "https://example.com/my_song.mp3"),
        Case("shell", "mpv --loop https://example.com/get\\?f\\=a.mp3", "https://example.com/get?f=a.mp3"),
        Case("twice", '"https:\\\\/\\\\/example.com\\\\/a.mp3"', "https://example.com/a.mp3"),
        Case("Markdown", "https://example.com/a\\-b\\(live\\).mp3", "https://example.com/a-b(live).mp3"),
        Case("shell", "https://example.com/a\\ b.mp3", "https://example.com/a%20b.mp3"),
        Case(
            "line end",
            "https://example.com/a.mp3\\nhttps://example.com/b.mp3\\n",
            "https://example.com/a.mp3 | https://example.com/b.mp3",
        ),
        Case("JavaScript", "https://example.com/x?a=1\\x26b=2", "https://example.com/x?a=1&b=2"),
        Case("quotes", '{\\"url\\":\\"https://example.com/a.mp3\\"}', "https://example.com/a.mp3"),
        Case("still a path", "C:\\new\\my_song.mp3", "C:\\new\\my_song.mp3 !local_file"),
        Case("still slashes", "https:\\\\example.com\\a.mp3", "https://example.com/a.mp3"),
    ],
    "entities": [
        Case(
            "slashes",
            "This is your song: https:&#x2F;&#x2F;example.com&#x2F;a.mp3",
            "https://example.com/a.mp3",
        ),
        Case("equals", "https://example.com/get?file&#x3D;a.mp3", "https://example.com/get?file=a.mp3"),
        Case(
            "quotes in a name",
            "https://ia8.example/x/For%20You%20-%20&quot;Doc&quot;%20L.mp3",
            "https://ia8.example/x/For%20You%20-%20%22Doc%22%20L.mp3",
        ),
        Case(
            "twice",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&amp;amp;dl=0",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=1",
        ),
        Case("decimal", "https:&#47;&#47;example.com&#47;a.mp3", "https://example.com/a.mp3"),
        Case("names", "https&colon;&sol;&sol;example.com&sol;a.mp3", "https://example.com/a.mp3"),
        Case("quotes around", "&quot;https://example.com/a.mp3&quot;", "https://example.com/a.mp3"),
        Case("name", "https://example.com/get?file&equals;a.mp3", "https://example.com/get?file=a.mp3"),
        Case("still a parameter", "https://example.com/a?x=1&times=2", "https://example.com/a?x=1&times=2"),
        Case("three times", "https://example.com/a?x=1&amp;amp;amp;y=2", "https://example.com/a?x=1&y=2"),
    ],
    "invisible-signs": [
        Case("zero width", "https://example.com/so\u200bng.mp3", "https://example.com/song.mp3"),
        Case("written out", "https://example.com/a.mp3%E2%80%8B", "https://example.com/a.mp3"),
        Case("no-break space", "https://example.com/a.mp3%C2%A0", "https://example.com/a.mp3"),
        Case("space", "https://example.com/a.mp3%20", "https://example.com/a.mp3"),
        Case("soft hyphen", "https://exam\xadple.com/a.mp3", "https://example.com/a.mp3"),
        Case("joiner", "https://example.com/a\u200d.mp3", "https://example.com/a.mp3"),
        Case("words behind", "https://example.com/a.mp3\u200b谢谢", "https://example.com/a.mp3"),
        Case(
            "link behind",
            "https://example.com/a.mp3\u200bhttps://example.com/b.mp3",
            "https://example.com/a.mp3 | https://example.com/b.mp3",
        ),
        Case("mark", "https://example.com/a.mp3%E2%80%8E", "https://example.com/a.mp3"),
        Case("query", "https://example.com/a.mp3?x=1%20", "https://example.com/a.mp3?x=1"),
        Case("line end", "https://example.com/a.mp3%0A", "https://example.com/a.mp3"),
        Case(
            "signed",
            "https://b.example.com/a?Expires=9999999999&Signature=x%20",
            "https://b.example.com/a?Expires=9999999999&Signature=x%20",
        ),
    ],
    "wrapped-links": [
        Case(
            "Proofpoint 2",
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.dropbox.com_s_abc_My-2520Song.mp3-3Fdl-3D0&d=DwMFaQ&c=x&r=y&m=z&s=w&e=",
            "https://www.dropbox.com/s/abc/My%20Song.mp3?dl=1",
        ),
        Case(
            "Proofpoint 1",
            "https://urldefense.proofpoint.com/v1/url?u=https://example.com/a.mp3&k=abc%0A",
            "https://example.com/a.mp3",
        ),
        Case(
            "QQ",
            "https://c.pc.qq.com/middleb.html?pfurl=https%3A%2F%2Fexample.com%2Fa.mp3&pfuin=1",
            "https://example.com/a.mp3",
        ),
        Case(
            "QQ",
            "https://c.pc.qq.com/ios.html?url=https%3A%2F%2Fexample.com%2Fa.mp3&level=14",
            "https://example.com/a.mp3",
        ),
        Case(
            "Zhihu",
            "https://link.zhihu.com/?target=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "YouTube",
            "https://www.youtube.com/redirect?event=video_description&redir_token=x&q=https%3A%2F%2Fexample.com%2Fa.mp3&v=x",
            "https://example.com/a.mp3",
        ),
        Case(
            "Google",
            "https://www.google.de/url?q=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "no www",
            "https://google.com/url?q=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "DuckDuckGo",
            "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "腾讯文档",
            "https://docs.qq.com/scenario/link.html?url=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "掘金",
            "https://link.juejin.cn/?target=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "Barracuda",
            "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.com%2fa.mp3&c=E",
            "https://example.com/a.mp3",
        ),
        Case(
            "VK", "https://vk.com/away.php?to=https%3A%2F%2Fexample.com%2Fa.mp3", "https://example.com/a.mp3"
        ),
        Case(
            "Slack",
            "https://slack-redir.net/link?url=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "Messenger",
            "https://l.messenger.com/l.php?u=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "SoundCloud",
            "https://gate.sc/?url=https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
        Case(
            "still YouTube",
            "https://www.youtube.com/watch?v=abc",
            "https://www.youtube.com/watch?v=abc !not_a_file_site",
        ),
        Case("still a page", "https://docs.qq.com/sheet/abc", "https://docs.qq.com/sheet/abc"),
        Case(
            "51CTO", "https://blog.51cto.com/transfer?https://example.com/a.mp3", "https://example.com/a.mp3"
        ),
        Case(
            "Cisco",
            "https://secure-web.cisco.com/1abc/https%3A%2F%2Fexample.com%2Fa.mp3",
            "https://example.com/a.mp3",
        ),
    ],
    "shortened": [
        Case(
            "ellipsis",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=ab…",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=ab&dl=1 !incomplete",
        ),
        Case(
            "dots",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=ab...",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=ab&dl=1 !incomplete",
        ),
        Case("nobody's", "https://example.com/some/long/pa…", "https://example.com/some/long/pa !incomplete"),
        Case("whole", "https://example.com/a.mp3…", "https://example.com/a.mp3"),
        Case(
            "id",
            "https://drive.google.com/file/d/1AbCdEfGhIjKlM...",
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlM&export=download&confirm=t !incomplete",
        ),
        Case(
            "nothing that matters",
            "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view?usp=sha…",
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
        ),
        Case(
            "nothing that matters",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=abc&dl=0…",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=abc&dl=1",
        ),
        Case(
            "name", "https://www.dropbox.com/s/abc/So...", "https://www.dropbox.com/s/abc/So?dl=1 !incomplete"
        ),
        Case("token", "https://app.box.com/s/abc…", "https://app.box.com/shared/static/abc !incomplete"),
        Case("inside", "https://example.com/…/a.mp3", "https://example.com/%E2%80%A6/a.mp3 !incomplete"),
        Case("Chinese dots", "看 https://example.com/abc……谢谢", "https://example.com/abc"),
        Case(
            "id cut",
            "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStU",
            "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStU !incomplete",
        ),
    ],
    "repeated-address": [
        Case(
            "Markdown", "[https://example.com/a.mp3](https://example.com/a.mp3)", "https://example.com/a.mp3"
        ),
        Case("Slack", "<http://example.com/a.mp3|example.com/a.mp3>", "http://example.com/a.mp3"),
        Case("mail", "https://example.com/a.mp3 <https://example.com/a.mp3>", "https://example.com/a.mp3"),
        Case("no gap", "https://example.com/a.mp3<https://example.com/a.mp3>", "https://example.com/a.mp3"),
        Case(
            "shown bare",
            "[www.example.com/a.mp3](http://www.example.com/a.mp3)",
            "http://www.example.com/a.mp3",
        ),
        Case(
            "shortened",
            "https://www.dropbox.com/scl/fi/9ab… <https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=0>",
            "https://www.dropbox.com/scl/fi/9abc/take.wav?rlkey=k3y&dl=1",
        ),
        Case(
            "forum",
            "[url=https://example.com/a.mp3]https://example.com/a.mp3[/url]",
            "https://example.com/a.mp3",
        ),
        Case("Jira", "[https://example.com/a.mp3|https://example.com/a.mp3]", "https://example.com/a.mp3"),
        Case(
            "parentheses",
            "https://example.com/a.mp3 (https://example.com/a.mp3)",
            "https://example.com/a.mp3",
        ),
    ],
    "cjk-parameter": [
        Case(
            "Chinese",
            "https://example.com/download?file=晴天",
            "https://example.com/download?file=%E6%99%B4%E5%A4%A9",
        ),
        Case(
            "kana",
            "https://example.com/a.mp3?name=さくら",
            "https://example.com/a.mp3?name=%E3%81%95%E3%81%8F%E3%82%89",
        ),
        Case(
            "Chinese",
            "https://example.com/download?name=我的歌",
            "https://example.com/download?name=%E6%88%91%E7%9A%84%E6%AD%8C",
        ),
        Case(
            "words behind", "https://example.com/?q=晴天，谢谢", "https://example.com/?q=%E6%99%B4%E5%A4%A9"
        ),
        Case("still thanks", "https://example.com/a.mp3?dl=0谢谢大家", "https://example.com/a.mp3?dl=0"),
    ],
    "sites": [
        Case(
            "Box",
            "https://app.box.com/index.php?rm=box_download_shared_file&shared_name=740pmk3f&file_id=f_123",
            "https://app.box.com/index.php?rm=box_download_shared_file&shared_name=740pmk3f&file_id=f_123",
        ),
        Case(
            "Yandex",
            "https://downloader.disk.yandex.ru/disk/abc/def/a.mp3?uid=0&filename=a.mp3",
            "https://downloader.disk.yandex.ru/disk/abc/def/a.mp3?uid=0&filename=a.mp3 !short_lived",
        ),
        Case("Dropbox", "https://dl-web.dropbox.com/", "https://dl-web.dropbox.com/ !web_page"),
    ],
    "derivable-not-derived": [
        Case(
            "Internet Archive",
            "https://archive.org/details/my-item/Sunrise.mp3",
            "https://archive.org/download/my-item/Sunrise.mp3",
        ),
        Case(
            "Nextcloud",
            "https://cloud.example.com/index.php/s/niKCpgZ4kWFefJM",
            "https://cloud.example.com/index.php/s/niKCpgZ4kWFefJM/download",
        ),
        Case("Pixeldrain", "https://pixeldrain.com/u/AbCdEf12", "https://pixeldrain.com/api/file/AbCdEf12"),
        Case(
            "Storj",
            "https://link.storjshare.io/s/abc/bucket/a.mp3",
            "https://link.storjshare.io/raw/abc/bucket/a.mp3",
        ),
        Case(
            "GitLab",
            "https://gitlab.com/me/songs/-/blob/main/a.wav",
            "https://gitlab.com/me/songs/-/raw/main/a.wav",
        ),
        Case(
            "Codeberg",
            "https://codeberg.org/me/songs/src/branch/main/a.wav",
            "https://codeberg.org/me/songs/raw/branch/main/a.wav",
        ),
        Case("tmpfiles", "https://tmpfiles.org/123/a.mp3", "https://tmpfiles.org/dl/123/a.mp3"),
        Case(
            "Seafile",
            "https://seafile.example.com/f/0123456789abcdef0123/",
            "https://seafile.example.com/f/0123456789abcdef0123/?dl=1",
        ),
        Case(
            "mirror",
            "https://hf-mirror.com/me/songs/blob/main/a.wav",
            "https://hf-mirror.com/me/songs/resolve/main/a.wav",
        ),
        Case(
            "own GitLab",
            "https://git.example.com/me/songs/-/blob/main/a.wav",
            "https://git.example.com/me/songs/-/raw/main/a.wav",
        ),
        Case(
            "own Forgejo",
            "https://git.example.com/me/songs/src/branch/main/a.wav",
            "https://git.example.com/me/songs/raw/branch/main/a.wav",
        ),
        Case(
            "not certain",
            "https://cloud.example.com/s/niKCpgZ4kWFefJM",
            "https://cloud.example.com/s/niKCpgZ4kWFefJM",
        ),
        Case(
            "direct",
            "https://cloud.example.com/index.php/s/niKCpgZ4kWFefJM/download",
            "https://cloud.example.com/index.php/s/niKCpgZ4kWFefJM/download",
        ),
        Case("item", "https://archive.org/details/my-item", "https://archive.org/details/my-item"),
        Case(
            "still the archive",
            "https://web.archive.org/web/2020/https://example.com/a.mp3",
            "https://web.archive.org/web/2020/https://example.com/a.mp3",
        ),
    ],
    "site-aliases": [
        Case("Yandex", "https://disk.yandex.com.tr/d/abc", "https://disk.yandex.com.tr/d/abc !needs_browser"),
        Case(
            "123云盘",
            "https://www.123912.com/s/duk9-wkQAd",
            "https://www.123912.com/s/duk9-wkQAd !needs_browser",
        ),
        Case(
            "蓝奏云",
            "https://wwl.lanzn.com/i22iY224uw1c",
            "https://wwl.lanzn.com/i22iY224uw1c !needs_browser",
        ),
        Case(
            "UC网盘",
            "https://drive.uc.cn/s/ab7dabef14d54",
            "https://drive.uc.cn/s/ab7dabef14d54 !needs_browser",
        ),
        Case(
            "SwissTransfer",
            "https://www.swisstransfer.com/d/abc",
            "https://www.swisstransfer.com/d/abc !needs_browser",
        ),
        Case("Gofile", "https://gofile.io/d/abc", "https://gofile.io/d/abc !needs_browser"),
        Case("飞书", "https://acme.feishu.cn/file/abc", "https://acme.feishu.cn/file/abc !needs_browser"),
        Case("奶牛快传", "https://cowtransfer.com/s/abc", "https://cowtransfer.com/s/abc !needs_browser"),
        Case("123云盘", "https://www.123592.com/s/abc", "https://www.123592.com/s/abc !needs_browser"),
        Case("Vocaroo", "https://vocaroo.com/abc", "https://vocaroo.com/abc !not_a_file_site"),
        Case("Proton", "https://drive.proton.me/urls/abc", "https://drive.proton.me/urls/abc !needs_browser"),
        Case(
            "Mail.ru",
            "https://cloud.mail.ru/public/abc/def",
            "https://cloud.mail.ru/public/abc/def !needs_browser",
        ),
        Case("direct", "https://vip.123pan.cn/1812/song.mp3", "https://vip.123pan.cn/1812/song.mp3"),
    ],
    "embed-code": [
        Case(
            "Drive",
            '<iframe src="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/preview" width="640" height="480"></iframe>',
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
        ),
        Case(
            "Drive",
            '<iframe src="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/preview"></iframe>',
            "https://drive.usercontent.google.com/download?id=1AbCdEfGhIjKlMnOp&export=download&confirm=t",
        ),
        Case(
            "SoundCloud",
            '<iframe width="100%" src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1"></iframe>',
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1 !not_a_file_site",
        ),
        Case("embed", '<embed src="https://example.com/a.mp3">', "https://example.com/a.mp3"),
    ],
    "expiry-not-read": [
        Case(
            "AList",
            "https://alist.example.com/d/115/a.m4a?sign=yU4HunLitj7P_UiEjqMUa5quR4TWi96soVFjd6ELaoo=:1726843564",
            "https://alist.example.com/d/115/a.m4a?sign=yU4HunLitj7P_UiEjqMUa5quR4TWi96soVFjd6ELaoo=:1726843564 !expired",
        ),
        Case(
            "Notion",
            "https://file.notion.so/f/s/c/a.mp3?id=1&table=block&spaceId=9&expirationTimestamp=1682528539982&signature=TaFx",
            "https://file.notion.so/f/s/c/a.mp3?id=1&table=block&spaceId=9&expirationTimestamp=1682528539982&signature=TaFx !expired",
        ),
        Case(
            "for ever", "https://example.com/a.mp3?sign=abcDEF=:0", "https://example.com/a.mp3?sign=abcDEF=:0"
        ),
        Case(
            "Akamai",
            "https://example.com/a.mp3?hdnts=exp=1700000000~acl=/*~hmac=ab",
            "https://example.com/a.mp3?hdnts=exp=1700000000~acl=/*~hmac=ab !expired",
        ),
        Case(
            "Alibaba",
            "https://example.com/a.mp3?auth_key=1700000000-0-0-abc",
            "https://example.com/a.mp3?auth_key=1700000000-0-0-abc !expired",
        ),
        Case(
            "Tencent",
            "https://example.com/a.mp3?txSecret=ab&txTime=65000000",
            "https://example.com/a.mp3?txSecret=ab&txTime=65000000 !expired",
        ),
        Case(
            "Wangsu",
            "https://example.com/a.mp3?wsSecret=ab&wsTime=1700000000",
            "https://example.com/a.mp3?wsSecret=ab&wsTime=1700000000 !expired",
        ),
        Case(
            "UPYUN",
            "https://example.com/a.mp3?_upt=abcd12341700000000",
            "https://example.com/a.mp3?_upt=abcd12341700000000 !expired",
        ),
        Case(
            "nginx",
            "https://example.com/a.mp3?md5=ab&expires=1700000000",
            "https://example.com/a.mp3?md5=ab&expires=1700000000 !expired",
        ),
        Case(
            "still good",
            "https://example.com/a.mp3?expirationTimestamp=1999999999999&signature=x",
            "https://example.com/a.mp3?expirationTimestamp=1999999999999&signature=x",
        ),
    ],
    "csv-multiline-cell": [
        Case(
            "two lines",
            'Title,Links\nA,"https://example.com/a.mp3\nhttps://example.com/b.mp3"\nC,https://example.com/c.mp3\n',
            "https://example.com/a.mp3 | https://example.com/b.mp3 | https://example.com/c.mp3",
            "x.csv",
        ),
        Case(
            "signed",
            'Title,Links\nA,"https://b.s3.amazonaws.com/a.mp3?AWSAccessKeyId=x&Expires=1760100000&Signature=a%3D\nhttps://b.s3.amazonaws.com/b.mp3?AWSAccessKeyId=x&Expires=1760100000&Signature=b%3D"\n',
            "https://b.s3.amazonaws.com/a.mp3?AWSAccessKeyId=x&Expires=1760100000&Signature=a%3D | https://b.s3.amazonaws.com/b.mp3?AWSAccessKeyId=x&Expires=1760100000&Signature=b%3D",
            "x.csv",
        ),
        Case(
            "three lines",
            'Title,Link\nA,"https://example.com/a, b.mp3"\nB,"https://example.com/c.mp3\nhttps://example.com/d.mp3\nhttps://example.com/e.mp3",2020\n',
            "https://example.com/a,%20b.mp3 | https://example.com/c.mp3 | https://example.com/d.mp3 | https://example.com/e.mp3",
            "x.csv",
        ),
        Case(
            "words",
            'Title,Link\nA,"note\nhttps://example.com/c.mp3, live",2020\nB,https://example.com/d.mp3',
            "https://example.com/c.mp3 | https://example.com/d.mp3",
            "x.csv",
        ),
    ],
    "csv-signed-tail": [
        Case(
            "next column",
            "Title;Link;Year\nA;https://b.s3.amazonaws.com/a.mp3?X-Amz-Signature=abc&X-Amz-SignedHeaders=host;2020\n",
            "https://b.s3.amazonaws.com/a.mp3?X-Amz-Signature=abc&X-Amz-SignedHeaders=host",
            "x.csv",
        ),
        Case(
            "headers",
            "a;b\nx;https://b.s3.amazonaws.com/a.mp3?X-Amz-Date=20300101T000000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host;x-amz-date&X-Amz-Signature=abc;2020",
            "https://b.s3.amazonaws.com/a.mp3?X-Amz-Date=20300101T000000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host;x-amz-date&X-Amz-Signature=abc",
            "x.csv",
        ),
        Case(
            "COS",
            "a;b\nx;https://b.cos.com/a.mp3?q-sign-time=1;9999999999&q-header-list=host;date&q-signature=x;2020",
            "https://b.cos.com/a.mp3?q-sign-time=1;9999999999&q-header-list=host;date&q-signature=x",
            "x.csv",
        ),
    ],
    "tables": [
        Case(
            "pasted",
            "Link,File\nhttps://cloud.example.com/s/AbC/download,Sunrise.mp3",
            "https://cloud.example.com/s/AbC/download",
        ),
        Case(
            "no heading",
            "https://cloud.example.com/s/AbC/download,Sunrise.mp3\nhttps://cloud.example.com/s/AbD/download,Sunset.mp3",
            "https://cloud.example.com/s/AbC/download | https://cloud.example.com/s/AbD/download",
        ),
        Case("semicolons", "Song;Link\nSunrise;https://example.com/a;b.mp3", "https://example.com/a;b.mp3"),
        Case("still a name", "https://example.com/a,b.mp3", "https://example.com/a,b.mp3"),
    ],
    "playlists": [
        Case(
            "namespace",
            '<?xml version="1.0" encoding="UTF-8"?>\n<playlist version="1" xmlns="http://xspf.org/ns/0/">\n<trackList><track><title>External</title>\n<location>http://www.example.com/music/bar.ogg</location></track></trackList></playlist>',
            "http://www.example.com/music/bar.ogg",
        ),
        Case(
            "picture",
            "<track><location>https://example.com/a.mp3</location><image>https://example.com/a.png</image></track>",
            "https://example.com/a.mp3",
        ),
        Case(
            "PLS",
            "[playlist]\nFile1=https://example.com/a.mp3\nTitle1=Sunrise\nFile2=Music\\b.mp3\nNumberOfEntries=2\nVersion=2",
            "https://example.com/a.mp3 | Music\\b.mp3 !local_file",
        ),
        Case(
            "iTunes",
            '<!DOCTYPE plist PUBLIC "x" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<key>Music Folder</key><string>file://localhost/Users/jo/Music/</string>\n<key>Location</key><string>file://localhost/Users/jo/a.mp3</string>',
            "file://localhost/Users/jo/a.mp3 !local_file",
        ),
        Case(
            "Rekordbox",
            '<TRACK TrackID="1" Name="Sunrise" Location="file://localhost/C:/a.mp3">',
            "file://localhost/C:/a.mp3 !local_file",
        ),
        Case(
            "cue sheet",
            'FILE "album.wav" WAVE\n  TRACK 01 AUDIO\n    TITLE "Sunrise.mp3"\n    REM URL https://example.com/x',
            "album.wav !local_file",
        ),
        Case(
            "JSON",
            '[{"title":"Sunrise","cover":"https://example.com/c.jpg","url":"https://example.com/1.mp3"}]',
            "https://example.com/1.mp3",
        ),
    ],
    "spurious-rows": [
        Case("words", "ok.thanks", ""),
        Case("name", "Mr.Blue", ""),
        Case("featured", "01. Sunrise feat.Anna/Bob", ""),
        Case("number", "1.Intro", ""),
        Case("featured", "feat.Jo", ""),
        Case("name", "Mr.Big/Song", ""),
        Case("name", "Dr.Dre", ""),
        Case("words", "hello.world", ""),
        Case("date", "10.12.2024", ""),
        Case("band", "R.E.M", ""),
        Case("still a host", "example.com", "https://example.com"),
        Case("still a host", "sub.example.com:8080", "https://sub.example.com:8080"),
    ],
    "project-files": [
        Case("MIDI", "song.mid", "song.mid !local_file"),
        Case("Pro Tools", "session.ptx", "session.ptx !local_file"),
        Case("picture", "cover.webp", "cover.webp !local_file"),
        Case("sheet", "list.xlsx", "list.xlsx !local_file"),
        Case("Live", "demo.als", "demo.als !local_file"),
        Case("FL Studio", "beat.flp", "beat.flp !local_file"),
        Case("Reaper", "mix.rpp", "mix.rpp !local_file"),
        Case("text", "lyrics.rtf", "lyrics.rtf !local_file"),
        Case("book", "song.m4b", "song.m4b !local_file"),
    ],
}
