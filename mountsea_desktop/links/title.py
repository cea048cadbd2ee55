"""The name of a song, from an answer's header or from its link."""

import contextlib
import re
import unicodedata
from urllib.parse import SplitResult, unquote_to_bytes

from mountsea_desktop.links.encoding import decode_name

AUDIO_ENDINGS = (
    "mp3", "wav", "wave", "flac", "m4a", "aac", "ogg", "oga", "opus", "aif", "aiff", "aifc", "wma", "mp4",
    "mov", "webm", "mp2", "amr", "ape", "caf", "alac", "mka", "m4b", "m4r", "wv", "dsf", "mpc", "3gp",
)  # fmt: skip
"""Endings of names of sound files."""
OTHER_ENDINGS = (
    "txt", "csv", "pdf", "doc", "docx", "zip", "rar", "7z", "jpg", "jpeg", "png", "m3u", "m3u8",
    # Projects and notes of music programs.
    "mid", "midi", "kar", "ptx", "ptf", "pts", "als", "alp", "flp", "logicx", "logic", "cpr", "npr",
    "rpp", "aup",
    "aup3", "bandproj", "band", "sesx", "ses", "song", "reason", "rns", "ardour", "bwproject", "mmpz",
    "mscz", "mscx",
    "musx", "sib", "gp5", "gpx", "gp", "gp4", "gp3", "syx", "fxp", "nki", "sf2", "sfz", "rex", "rx2",
    "omf", "aaf",
    "dmsd", "wrk", "cwp", "xrns", "lrc", "cue",
    # Lists, texts, pictures, films and archives.
    "pls", "xspf", "wpl", "xls", "xlsx", "xlsm", "ods", "odt", "rtf", "ppt", "pptx", "pages", "numbers",
    "epub",
    "tsv", "json", "xml", "html", "htm", "log", "gif", "bmp", "webp", "svg", "tif", "tiff", "heic",
    "psd", "raw",
    "avi", "mkv", "wmv", "flv", "mpg", "mpeg", "m4v", "srt", "tar", "gz", "tgz", "dmg", "iso", "exe",
    "apk", "torrent",
)  # fmt: skip
"""Endings of names of files that musicians paste by mistake; hardly any ends the name of a host."""
LENGTH = 200
"""Most characters a title has."""

_ENDING = re.compile(rf"\.(?:{'|'.join(AUDIO_ENDINGS)})$", re.IGNORECASE)
_EXTENDED = re.compile(rb"filename\*\s*=\s*\"?([\w.-]*)'[\w-]*'([^;\"]+)", re.IGNORECASE)
_PLAIN = re.compile(
    rb"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"?|'([^']*)'(?=\s*(?:;|$))|([^;]+))", re.IGNORECASE
)
_LONGEST_HEADER = 2048
"""Bytes of a header that are read: `decode_header` takes seconds for long ones (CPython issue 136063)."""
_CHARSETS_TEXT = """
utf-8 utf8 us-ascii ascii iso-8859-1 iso-8859-2 iso-8859-15 latin-1 latin1 windows-1250 windows-1251
windows-1252 koi8-r gbk gb2312 gb18030 big5 big5-hkscs shift_jis shift-jis sjis iso-2022-jp euc-jp
euc-kr ks_c_5601-1987
"""
_CHARSETS = frozenset(_CHARSETS_TEXT.split())
"""What a header may name; others have decoders that take their time, or are none for texts."""
_NAMELESS_TEXT = """
view edit open uc download downloads file files stream audio play preview song share d s f u watch
listen get dl raw media content index default track link player embed track.mp3 output untitled
unnamed download.php index.php file.php get.php download.aspx 下载 播放 试听 链接
"""
_NAMELESS = frozenset(_NAMELESS_TEXT.split())
"""What sites call their pages."""
_MEANINGLESS = re.compile(
    r"\d{1,4}|(?:audio|track|song|file|download|untitled|new recording|recording|voice|music|output"
    r"|record|take|unknown|noname|temp|tmp|test|录音|新录音|音频|音轨|歌曲|文件|下载|未命名|无标题)"
    r"[ _-]?\(?\d{0,4}\)?",
    re.IGNORECASE,
)
"""Names that any file may have, so that whatever else is known is better."""
_HIDING = re.compile(
    r"(?:click|tap|download|listen|play|open|here|link|this|file|audio|url|watch|view|more|mp3|wav|the|to|now|hear"
    r"|it|and|get|go|your|a|please|hier|ici|aqui|klick|点击|點擊|这里|此处|這裡|下载|下載|链接|連結|播放|试听"
    r"|收听|打开|查看|地址|网盘|在线|立即|歌曲|音频|[\W\d_])+",
    re.IGNORECASE,
)
"""Words of links that only say that they are links."""
_LABEL = re.compile(
    r"\s*(?:(?:[-*+•·–—▪►▶●○◆#>]|\(?\d{1,3}[.)、:：](?!\d)|[①-⑳]|\[[ xX]?\])\s*)*"
    r"(?:[^:：\d\W]{0,12}(?:文件|名称|名稱|歌名|歌曲|曲名|标题|標題|文件名|分享的文件"
    r"|[Ff]ile(?:\s?name)?|[Tt]itle|[Nn]ame|[Ss]ong|[Tt]rack(?:\s?\d+)?)\s*[:：]\s*)?"
)
"""A list's sign and a label before a name: `- Sunrise`, `1. Sunrise`, `文件名称：晴天`."""
_IDENTIFIER = re.compile(
    r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{16,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"
    r"|s![A-Za-z0-9_-]+"  # OneDrive's
)
"""What sites call their pages, and nobody a song."""
_ADDRESS = re.compile(r"https?:|www\.|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
_NAMED = re.compile(r"(?:file_?name|file|f|fn|path|name|title|response-content-disposition)=", re.IGNORECASE)
"""Parameters with the name of a file."""
_SPACE = re.compile(r"\s+")


def from_disposition(header: bytes) -> str:
    """Return the name in a `Content-Disposition` header, or nothing.

    The header's bytes are wanted as they came: servers write UTF-8, GBK, percent signs and RFC 2047 words
    where the standard (RFC 6266, RFC 5987) has other ideas.
    """
    header = header[:_LONGEST_HEADER]
    if (found := _EXTENDED.search(header)) is not None and (
        name := tidy(_decoded(unquote_to_bytes(found[2].strip()), found[1].decode("ascii", "replace")))
    ):
        return name
    found = _PLAIN.search(header)
    if found is None:
        return ""
    raw = (
        re.sub(rb"\\(.)", rb"\1", found[1]) if found[1] is not None else (found[2] or found[3] or b"").strip()
    )
    if raw.startswith(b"=?"):
        return tidy(_words(raw))
    return tidy(_decoded(unquote_to_bytes(raw)))


def from_parts(parts: SplitResult) -> str:
    """Return the name in a link, or nothing.

    What it asks the server to call the file, or its path's last part.
    """
    for part in parts.query.split("&") if "content-disposition=" in parts.query.lower() else ():
        key, _, value = part.partition("=")
        if key.lower() == "response-content-disposition" and (
            name := from_disposition(unquote_to_bytes(value.replace("+", " ").encode("utf-8", "replace")))
        ):
            return name
    for part in parts.query.split("&") if _NAMED.search(parts.query) else ():
        key, _, value = part.partition("=")
        if (
            _NAMED.match(f"{key}={value}")
            and (name := _from_last(value))
            and _ENDING.search(_unquoted(value))
        ):
            return name
    last = parts.path.rstrip("/").rpartition("/")[2]
    return _from_last(last)


def is_meaningless(name: str) -> bool:
    """Return whether any file may be called so, so that whatever else is known is a better title."""
    return not name or _MEANINGLESS.fullmatch(name) is not None


def without_label(line: str) -> str:
    """Return a line without the sign of a list and a label such as `File name:` before its name."""
    label = _LABEL.match(line)
    return line[label.end() :] if label else line


def from_label(words: str) -> str:
    """Return the name in the words that stand for a link, or beside it.

    Nothing where they only say it is a link.
    """
    if not words or _ADDRESS.match(words.strip()):
        return ""
    name = tidy(without_label(words))
    is_file = _ENDING.search(words.strip()) is not None
    return "" if is_meaningless(name) or (not is_file and _HIDING.fullmatch(name)) else name


def _from_last(last: str) -> str:
    """Return the name in the last part of a path."""
    if not last or last.lower() in _NAMELESS or _IDENTIFIER.fullmatch(last):
        return ""
    if "+" in last and _ENDING.search(last):
        last = last.replace("+", " ")  # as forms write a space, and the consoles of stores do
    if "%" not in last and last.isascii() and last.isprintable():
        return _ENDING.sub("", last)[:LENGTH].strip()
    return tidy(_unquoted(last))


def _unquoted(text: str) -> str:
    return decode_name(unquote_to_bytes(text.encode("utf-8", "replace")))


def tidy(name: str) -> str:
    """Make a name fit to be shown: no folders, ending, control characters, or marks that turn text around."""
    if not name:
        return ""
    name = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    visible = "".join(
        sign if unicodedata.category(sign)[0] != "C" else " " if sign in "\t\n\r" else "" for sign in name
    )
    return _ENDING.sub("", _SPACE.sub(" ", visible).strip())[:LENGTH].strip()


def _decoded(raw: bytes, charset: str = "") -> str:
    if charset.lower() in _CHARSETS:
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            return raw.decode(charset)
    return decode_name(raw)


def _words(raw: bytes) -> str:
    from email.errors import HeaderParseError  # noqa: PLC0415 - large, and few servers write as mails do
    from email.header import decode_header  # noqa: PLC0415 - the same

    try:
        parts = decode_header(raw.decode("ascii", "replace"))
        if not all((charset or "ascii").lower() in _CHARSETS for _, charset in parts):
            return ""
        return "".join(
            part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part
            for part, charset in parts
        )
    except (HeaderParseError, LookupError, ValueError):
        return ""
