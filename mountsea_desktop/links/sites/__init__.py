"""The sites that musicians paste links of. A new site is one entry in the table."""

from string import ascii_lowercase

from mountsea_desktop.links.sites import storage, wrapped
from mountsea_desktop.links.sites.site import Ruling, Site, Wrapped, always, never, unless_audio
from mountsea_desktop.links.verdict import Verdict

__all__ = ["SIGN_IN_HOSTS", "SITES", "Ruling", "Site", "Wrapped", "find"]

_browser = always(Verdict.NEEDS_BROWSER)
_short = always(Verdict.SHORT_LIVED)
_listen = always(Verdict.NOT_A_FILE_SITE)
_listen_or_file = unless_audio(Verdict.NOT_A_FILE_SITE)

SITES: tuple[Site, ...] = (
    # Where a song's own link can be made out of the shared one.
    Site("Dropbox", ("dropbox.com",), storage.dropbox),
    Site(
        "Google Drive",
        ("drive.google.com", "docs.google.com", "drive.usercontent.google.com"),
        storage.google_drive,
    ),
    Site("SharePoint", ("sharepoint.com", "sharepoint.cn"), storage.sharepoint),
    Site("Box", ("box.com",), storage.box),
    Site("GitHub", ("github.com",), storage.blob("raw")),
    Site("Gitee", ("gitee.com",), storage.blob("raw")),
    Site("Hugging Face", ("huggingface.co", "hf.co"), storage.blob("resolve")),
    # Where it is inside.
    Site("Outlook", ("safelinks.protection.outlook.com",), wrapped.parameter("", "url")),
    Site("Google", ("www.google.com", "www.google.com.hk"), wrapped.parameter("/url", "q", "url")),
    Site("Facebook", ("l.facebook.com", "lm.facebook.com", "l.instagram.com"), wrapped.parameter("", "u")),
    Site("Proofpoint", ("urldefense.com",), wrapped.proofpoint),
    # Where it cannot.
    Site("OneDrive", ("1drv.ms", "onedrive.live.com", "onedrive.com", "api.onedrive.com"), _browser),
    Site("MEGA", ("mega.nz", "mega.io", "mega.co.nz"), _browser),
    Site(
        "iCloud Drive", ("icloud.com", "icloud.com.cn", "icloud-content.com", "icloud-content.com.cn"), _short
    ),
    Site("WeTransfer", ("wetransfer.com", "we.tl"), _browser),
    Site("MediaFire", ("mediafire.com",), storage.mediafire),
    Site("pCloud", ("pcloud.link", "pcloud.com"), _browser),
    Site("Yandex Disk", ("disk.yandex.ru", "disk.yandex.com", "yadi.sk"), _browser),
    Site("百度网盘", ("pan.baidu.com", "yun.baidu.com"), _browser),
    Site("夸克网盘", ("pan.quark.cn",), _browser),
    Site("阿里云盘", ("alipan.com", "aliyundrive.com"), _browser),
    Site(
        "123云盘",
        ("123pan.com", "123pan.cn", "123684.com", "123865.com"),
        unless_audio(Verdict.NEEDS_BROWSER),  # it sells direct links, too
    ),
    Site("天翼云盘", ("cloud.189.cn",), _browser),
    Site("腾讯微云", ("weiyun.com",), _browser),
    Site("115网盘", ("115.com", "115cdn.com"), _browser),
    Site("蓝奏云", ("lanzou.com", *(f"lanzou{letter}.com" for letter in ascii_lowercase)), _browser),
    Site("迅雷云盘", ("pan.xunlei.com",), _browser),
    Site("中国移动云盘", ("yun.139.com", "caiyun.139.com"), _browser),
    Site("坚果云", ("jianguoyun.com",), _browser),
    # Sites for listening.
    Site("Suno", ("suno.com", "suno.ai"), _listen_or_file),
    Site("Udio", ("udio.com",), _listen_or_file),
    Site("YouTube", ("youtube.com", "youtu.be", "youtube-nocookie.com"), _listen),
    Site("SoundCloud", ("soundcloud.com", "soundcloud.app.goo.gl", "snd.sc"), _listen),
    Site("Bandcamp", ("bandcamp.com",), _listen),
    Site("Spotify", ("spotify.com", "spotify.link"), _listen),
    Site("Apple Music", ("music.apple.com", "itunes.apple.com"), _listen),
    Site(
        "Amazon Music",
        ("music.amazon.com", "music.amazon.co.uk", "music.amazon.co.jp", "music.amazon.de"),
        _listen,
    ),
    Site("TIDAL", ("tidal.com",), _listen),
    Site("Deezer", ("deezer.com", "deezer.page.link"), _listen),
    Site("QQ音乐", ("y.qq.com",), _listen),
    Site("网易云音乐", ("music.163.com", "163cn.tv"), _listen),
    Site("酷狗音乐", ("kugou.com",), _listen_or_file),
    Site("酷我音乐", ("kuwo.cn",), _listen_or_file),
    Site("全民K歌", ("kg.qq.com",), _listen),
    Site("哔哩哔哩", ("bilibili.com", "b23.tv"), _listen),
    Site("TikTok", ("tiktok.com",), _listen),
    Site("抖音", ("douyin.com",), _listen),
    # Hosts of the sites above that hand out files themselves.
    Site("Dropbox", ("dl.dropboxusercontent.com",), never),
    Site(
        "Suno", ("cdn1.suno.ai", "cdn2.suno.ai", "cdn.suno.ai", "cdn-o.suno.com", "audiopipe.suno.ai"), never
    ),
    Site("WeTransfer", ("download.wetransfer.com",), never),
    Site("Bandcamp", ("bcbits.com",), never),
)

SIGN_IN_HOSTS = frozenset(
    {
        "accounts.google.com",
        "login.microsoftonline.com",
        "login.live.com",
        "account.box.com",
        "login.partner.microsoftonline.cn",
    }
)
"""Hosts to which sites send a visitor who may not have the file."""

_BY_HOST = {host: site for site in SITES for host in site.hosts}


def find(host: str) -> Site | None:
    """The site that a host, in small letters, belongs to."""
    while host:
        if (site := _BY_HOST.get(host)) is not None:
            return site
        host = host.partition(".")[2]
    return None
