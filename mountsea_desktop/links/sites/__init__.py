"""The sites that musicians paste links of. A new site is one entry in the table."""

from mountsea_desktop.links.sites import storage
from mountsea_desktop.links.sites.site import Ruling, Site, always, never
from mountsea_desktop.links.verdict import Verdict

__all__ = ["SIGN_IN_HOSTS", "SITES", "Ruling", "Site", "find"]

_page = always(Verdict.WEB_PAGE)
_browser = always(Verdict.NEEDS_BROWSER)
_short = always(Verdict.SHORT_LIVED)
_listen = always(Verdict.NOT_A_FILE_SITE)

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
    # Where it cannot.
    Site("OneDrive", ("1drv.ms", "onedrive.live.com", "onedrive.com", "api.onedrive.com"), _browser),
    Site("MEGA", ("mega.nz", "mega.io", "mega.co.nz"), _browser),
    Site(
        "iCloud Drive", ("icloud.com", "icloud.com.cn", "icloud-content.com", "icloud-content.com.cn"), _short
    ),
    Site("WeTransfer", ("wetransfer.com", "we.tl"), _page),
    Site("MediaFire", ("mediafire.com",), _page),
    Site("百度网盘", ("pan.baidu.com", "yun.baidu.com"), _page),
    Site("夸克网盘", ("pan.quark.cn",), _page),
    Site("阿里云盘", ("alipan.com", "aliyundrive.com"), _page),
    Site("123云盘", ("123pan.com", "123pan.cn", "123684.com", "123865.com"), _page),
    Site("天翼云盘", ("cloud.189.cn",), _page),
    Site("腾讯微云", ("weiyun.com",), _page),
    Site("115网盘", ("115.com", "115cdn.com"), _page),
    # Sites for listening.
    Site("Suno", ("suno.com", "suno.ai"), _listen),
    Site("Udio", ("udio.com",), _listen),
    Site("YouTube", ("youtube.com", "youtu.be", "youtube-nocookie.com"), _listen),
    Site("SoundCloud", ("soundcloud.com", "snd.sc"), _listen),
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
    Site("酷狗音乐", ("kugou.com",), _listen),
    Site("酷我音乐", ("kuwo.cn",), _listen),
    Site("全民K歌", ("kg.qq.com",), _listen),
    Site("哔哩哔哩", ("bilibili.com", "b23.tv"), _listen),
    Site("TikTok", ("tiktok.com",), _listen),
    Site("抖音", ("douyin.com",), _listen),
    # Hosts of the sites above that hand out files themselves.
    Site("Dropbox", ("dl.dropboxusercontent.com",), never),
    Site("Suno", ("cdn1.suno.ai", "cdn2.suno.ai", "cdn.suno.ai"), never),
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
