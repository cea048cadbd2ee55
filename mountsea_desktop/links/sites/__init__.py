"""The sites that musicians paste links of. A new site is one entry in the table."""

from string import ascii_lowercase
from urllib.parse import SplitResult

from mountsea_desktop.links.sites import file_hosts, redirectors
from mountsea_desktop.links.sites.site import RuleResult, Site, WrappedLink, always, leave_alone, unless_audio
from mountsea_desktop.links.verdict import Verdict

__all__ = ["SIGN_IN_HOSTS", "SITES", "RuleResult", "Site", "WrappedLink", "by_path", "find"]

_needs_browser = always(Verdict.NEEDS_BROWSER)
_short_lived = always(Verdict.SHORT_LIVED)
_listening_page = always(Verdict.NOT_A_FILE_SITE)
_listening_page_or_file = unless_audio(Verdict.NOT_A_FILE_SITE)
_needs_browser_or_file = unless_audio(Verdict.NEEDS_BROWSER)
_gitea = file_hosts.moved(r"(/[^/]+/[^/]+/)src/(?=(?:branch|commit|tag)/)", "raw/")
_IN_REPOSITORY = r"(?:/datasets|/spaces)?/[^/]+/[^/]+/(?:blob|raw|resolve|src|releases)/"
_GOOGLE_LANDS = (
    "de", "fr", "es", "it", "nl", "pl", "ru", "ca", "ch", "at", "be", "se", "no", "dk", "fi", "pt", "cz",
    "gr", "hu", "ie", "ro", "cn", "co.uk", "co.jp", "co.kr", "co.in", "co.id", "co.nz", "co.th", "co.za",
    "com.hk", "com.tw", "com.sg", "com.au", "com.br", "com.mx", "com.ar", "com.tr", "com.vn", "com.my",
    "com.ph", "com.ua",
)  # fmt: skip

SITES: tuple[Site, ...] = (
    # Where a song's own link can be made out of the shared one.
    Site(
        "Dropbox", ("dropbox.com",), file_hosts.dropbox, r"(?:/l)?/(?:s|scl/fi|sh/[^/]+|scl/fo/[^/]+)/[^/]+/"
    ),
    Site(
        "Google Drive",
        ("drive.google.com", "docs.google.com", "drive.usercontent.google.com"),
        file_hosts.google_drive,
    ),
    Site("SharePoint", ("sharepoint.com", "sharepoint.cn"), file_hosts.sharepoint, r"/(?:personal|sites)/"),
    Site("Box", ("box.com",), file_hosts.box),
    Site("GitHub", ("github.com",), file_hosts.blob("raw"), _IN_REPOSITORY),
    Site(
        "Gitee",
        ("gitee.com",),
        redirectors.first_of(file_hosts.blob("raw"), redirectors.parameter("/link", "target")),
        _IN_REPOSITORY,
    ),
    Site("Hugging Face", ("huggingface.co", "hf.co"), file_hosts.blob("resolve"), _IN_REPOSITORY),
    Site("Hugging Face", ("hf-mirror.com",), file_hosts.blob("resolve"), _IN_REPOSITORY),
    Site("Internet Archive", ("archive.org",), file_hosts.archive, r"/(?:download|details)/[^/]+/"),
    Site("Pixeldrain", ("pixeldrain.com", "pixeldrain.net"), file_hosts.pixeldrain),
    Site("tmpfiles.org", ("tmpfiles.org",), file_hosts.moved(r"(/)(?=\d+/.)", "dl/"), r"/(?:dl/)?\d+/"),
    Site("Storj", ("storjshare.io",), file_hosts.moved(r"(/)s/", "raw/"), r"/(?:s|raw)/"),
    Site("GitLab", ("gitlab.com",), file_hosts.moved(r"(.*?/-/)blob/", "raw/"), r"/.*/-/"),
    Site("Codeberg", ("codeberg.org",), _gitea, _IN_REPOSITORY),
    Site("Bitbucket", ("bitbucket.org",), file_hosts.moved(r"(/[^/]+/[^/]+/)src/(?=[^/]+/.)", "raw/")),
    # Where it is inside: mail filters.
    Site(
        "Outlook",
        ("safelinks.protection.outlook.com", "safelinks.protection.office365.us"),
        redirectors.parameter("", "url"),
    ),
    Site("Teams", ("statics.teams.cdn.office.net",), redirectors.parameter("", "url")),
    Site("Proofpoint", ("urldefense.com",), redirectors.proofpoint),
    Site("Proofpoint", ("urldefense.proofpoint.com", "urldefense.us"), redirectors.old_proofpoint),
    Site("Barracuda", ("linkprotect.cudasvc.com",), redirectors.parameter("", "a")),
    Site(
        "Symantec", ("clicktime.symantec.com", "urlsand.esvalabs.com"), redirectors.parameter("", "u", "url")
    ),
    Site("Cisco", ("secure-web.cisco.com",), redirectors.after(r"/.*/(?=https?%3A)")),
    Site(
        "GMX", ("deref-gmx.net", "deref-web.de", "deref-mail.com"), redirectors.parameter("", "redirectUrl")
    ),
    # Counters and warners.
    Site(
        "Google",
        ("google.com", *(f"google.{land}" for land in _GOOGLE_LANDS)),
        redirectors.parameter("/url", "q", "url"),
    ),
    Site(
        "Facebook",
        (
            "l.facebook.com",
            "lm.facebook.com",
            "l.instagram.com",
            "l.messenger.com",
            "l.threads.net",
            "l.threads.com",
            "l.workplace.com",
            "l.wl.co",
        ),
        redirectors.parameter("", "u"),
    ),
    Site("Facebook", ("www.facebook.com",), redirectors.parameter("/l.php", "u")),
    Site("DuckDuckGo", ("duckduckgo.com",), redirectors.parameter("/l/", "uddg")),
    Site("VK", ("vk.com", "away.vk.com", "vk.ru"), redirectors.parameter("/away.php", "to")),
    Site("Slack", ("slack-redir.net",), redirectors.parameter("", "url")),
    Site("Reddit", ("out.reddit.com",), redirectors.parameter("", "url")),
    Site("Tumblr", ("t.umblr.com",), redirectors.parameter("/redirect", "z")),
    Site("Steam", ("steamcommunity.com",), redirectors.parameter("/linkfilter/", "u", "url")),
    Site(
        "LinkedIn",
        ("linkedin.com",),
        redirectors.first_of(
            redirectors.parameter("/safety/go", "url"),
            redirectors.parameter("/redir/redirect", "url"),
        ),
    ),
    Site("Telegram", ("t.me",), redirectors.parameter("/iv", "url")),
    Site("Disqus", ("disq.us",), redirectors.parameter("/url", "url")),
    Site("Pixiv", ("pixiv.net",), redirectors.after(r"/jump\.php\?(?:url=)?")),
    Site("href.li", ("href.li", "anonym.to", "dereferer.me", "nullrefer.com"), redirectors.after(r"/?\?")),
    Site("QQ", ("c.pc.qq.com",), redirectors.parameter("", "pfurl", "url")),
    Site("腾讯文档", ("docs.qq.com",), redirectors.parameter("/scenario/link.html", "url")),
    Site(
        "QQ邮箱",
        ("mail.qq.com", "wx.mail.qq.com"),
        redirectors.first_of(
            redirectors.parameter("/cgi-bin/readtemplate", "gourl"),
            redirectors.parameter("/xmspamcheck/xmsafejump", "url"),
        ),
    ),
    Site("微信", ("weixin110.qq.com",), redirectors.parameter("", "url", "midpagecode")),
    Site("腾讯云", ("cloud.tencent.com",), redirectors.parameter("/developer/tools/blog-entry", "target")),
    Site("知乎", ("link.zhihu.com",), redirectors.parameter("", "target")),
    Site("掘金", ("link.juejin.cn", "link.juejin.im"), redirectors.parameter("", "target")),
    Site("CSDN", ("link.csdn.net",), redirectors.parameter("", "target")),
    Site("简书", ("links.jianshu.com", "link.jianshu.com"), redirectors.parameter("", "to", "t")),
    Site("简书", ("www.jianshu.com",), redirectors.parameter("/go-wild", "url")),
    Site("豆瓣", ("douban.com",), redirectors.parameter("/link2/", "url")),
    Site("少数派", ("sspai.com",), redirectors.parameter("/link", "target")),
    Site("爱发电", ("afdian.net", "afdian.com"), redirectors.parameter("/link", "target")),
    Site("语雀", ("yuque.com",), redirectors.parameter("/r/goto", "url")),
    Site("开源中国", ("oschina.net",), redirectors.parameter("/action/GoToLink", "url")),
    Site("51CTO", ("blog.51cto.com",), redirectors.after(r"/transfer\?")),
    Site("微博", ("weibo.cn", "weibo.com"), redirectors.parameter("/sinaurl", "u", "url", "toasturl")),
    Site("贴吧", ("jump.bdimg.com", "jump2.bdimg.com"), redirectors.parameter("", "url")),
    # Where it cannot.
    Site("OneDrive", ("1drv.ms", "onedrive.live.com", "onedrive.com", "api.onedrive.com"), _needs_browser),
    Site("MEGA", ("mega.nz", "mega.io", "mega.co.nz"), _needs_browser),
    Site(
        "iCloud Drive",
        ("icloud.com", "icloud.com.cn", "icloud-content.com", "icloud-content.com.cn"),
        _short_lived,
    ),
    Site("WeTransfer", ("wetransfer.com", "we.tl"), _needs_browser),
    Site("MediaFire", ("mediafire.com",), file_hosts.mediafire),
    Site("pCloud", ("pcloud.link", "pcloud.com"), _needs_browser),
    Site(
        "Yandex Disk",
        (
            "disk.yandex.ru",
            "disk.yandex.com",
            "disk.yandex.com.tr",
            "disk.yandex.by",
            "disk.yandex.kz",
            "disk.yandex.uz",
            "disk.yandex.net",
            "disk.360.yandex.ru",
            "disk.360.yandex.com",
            "yadi.sk",
            "yadisk.cc",
        ),
        _needs_browser,
    ),
    Site(
        "Yandex Disk",
        ("downloader.disk.yandex.ru", "downloader.disk.yandex.com", "downloader.disk.yandex.net"),
        _short_lived,
    ),
    Site(
        "百度网盘", ("pan.baidu.com", "yun.baidu.com", "eyun.baidu.com", "wangpan.baidu.com"), _needs_browser
    ),
    Site("夸克网盘", ("pan.quark.cn", "drive.quark.cn"), _needs_browser),
    Site("UC网盘", ("drive.uc.cn", "fast.uc.cn", "yun.uc.cn"), _needs_browser),
    Site("飞书", ("feishu.cn", "larksuite.com", "larkoffice.com"), _needs_browser),
    Site("奶牛快传", ("cowtransfer.com", "c-t.work"), _needs_browser),
    Site("文叔叔", ("wenshushu.cn", "wss.ink", "wss1.cn", "ws28.cn"), _needs_browser),
    Site(
        "城通网盘",
        ("ctfile.com", "pipipan.com", "400gb.com", "ct.ghpym.com", "ctfile.net", "089u.com"),
        _needs_browser,
    ),
    Site("阿里云盘", ("alipan.com", "aliyundrive.com", "aliyundrive.net"), _needs_browser),
    Site(
        "123云盘",
        (
            "123pan.com",
            "123pan.cn",
            "123684.com",
            "123865.com",
            "123912.com",
            "123952.com",
            "123592.com",
            "123957.com",
            "123278.com",
            "123295.com",
            "123624.com",
            "123635.com",
            "123242.com",
            "123773.com",
        ),
        unless_audio(Verdict.NEEDS_BROWSER),  # it sells direct links, too
    ),
    Site("天翼云盘", ("cloud.189.cn",), _needs_browser),
    Site("腾讯微云", ("weiyun.com",), _needs_browser),
    Site("115网盘", ("115.com", "115cdn.com", "anxia.com"), _needs_browser),
    Site(
        "蓝奏云",
        (
            "lanzou.com",
            "lanzn.com",
            "lanzv.com",
            "lanpw.com",
            "lanpv.com",
            "lanosso.com",
            "lanzog.com",
            "lanrar.com",
            *(f"lanzou{letter}.com" for letter in ascii_lowercase),
        ),
        _needs_browser,
    ),
    Site("迅雷云盘", ("pan.xunlei.com",), _needs_browser),
    Site("中国移动云盘", ("yun.139.com", "caiyun.139.com"), _needs_browser),
    Site("坚果云", ("jianguoyun.com", "nutstore.net"), _needs_browser),
    Site(
        "TeraBox",
        ("terabox.com", "1024tera.com", "teraboxapp.com", "4funbox.com", "mirrobox.com", "1024terabox.com"),
        _needs_browser,
    ),
    Site("SwissTransfer", ("swisstransfer.com",), _needs_browser),
    Site("Smash", ("fromsmash.com",), _needs_browser),
    Site("Filemail", ("filemail.com",), _needs_browser_or_file),
    Site("TransferNow", ("transfernow.net",), _needs_browser),
    Site("Gofile", ("gofile.io",), _needs_browser_or_file),
    Site("kDrive", ("kdrive.infomaniak.com",), _needs_browser),
    Site("Proton Drive", ("drive.proton.me",), _needs_browser),
    Site("Koofr", ("koofr.net", "koofr.eu", "k00.fr"), _needs_browser_or_file),
    Site("Internxt", ("internxt.com",), _needs_browser),
    Site("Sync", ("sync.com",), _needs_browser),
    Site("Jottacloud", ("jottacloud.com",), _needs_browser),
    Site("Mail.ru", ("cloud.mail.ru",), _needs_browser),
    Site("Telegram", ("telegram.me", "telegram.dog"), _needs_browser),
    Site("Slack", ("slack.com",), _needs_browser),
    Site("DISCO", ("disco.ac",), _needs_browser),
    Site("untitled", ("untitled.stream",), _needs_browser),
    Site("Samply", ("samply.app",), _needs_browser),
    Site("Notion", ("notion.so", "notion.site"), _needs_browser),
    # Sites for listening.
    Site("Suno", ("suno.com", "suno.ai"), _listening_page_or_file),
    Site("Udio", ("udio.com",), _listening_page_or_file),
    Site(
        "YouTube",
        ("youtube.com", "youtu.be", "youtube-nocookie.com"),
        redirectors.first_of(redirectors.parameter("/redirect", "q"), _listening_page),
    ),
    Site("SoundCloud", ("soundcloud.com", "soundcloud.app.goo.gl", "snd.sc"), _listening_page),
    Site("SoundCloud", ("gate.sc", "exit.sc"), redirectors.parameter("", "url")),
    Site("Vocaroo", ("vocaroo.com", "voca.ro"), _listening_page_or_file),
    Site("BandLab", ("bandlab.com", "bandlab.app.link"), _listening_page_or_file),
    Site("Audiomack", ("audiomack.com",), _listening_page_or_file),
    Site("Mixcloud", ("mixcloud.com",), _listening_page_or_file),
    Site("Instagram", ("instagram.com",), _listening_page),
    Site("喜马拉雅", ("ximalaya.com",), _listening_page_or_file),
    Site("荔枝", ("lizhi.fm",), _listening_page_or_file),
    Site("5sing", ("5sing.kugou.com",), _listening_page_or_file),
    Site("Bandcamp", ("bandcamp.com",), _listening_page),
    Site("Spotify", ("spotify.com", "spotify.link"), _listening_page),
    Site("Apple Music", ("music.apple.com", "itunes.apple.com"), _listening_page),
    Site(
        "Amazon Music",
        ("music.amazon.com", "music.amazon.co.uk", "music.amazon.co.jp", "music.amazon.de"),
        _listening_page,
    ),
    Site("TIDAL", ("tidal.com",), _listening_page),
    Site("Deezer", ("deezer.com", "deezer.page.link"), _listening_page),
    Site("QQ音乐", ("y.qq.com",), _listening_page),
    Site("网易云音乐", ("music.163.com", "163cn.tv"), _listening_page),
    Site("酷狗音乐", ("kugou.com",), _listening_page_or_file),
    Site("酷我音乐", ("kuwo.cn",), _listening_page_or_file),
    Site("全民K歌", ("kg.qq.com",), _listening_page),
    Site("哔哩哔哩", ("bilibili.com", "b23.tv"), _listening_page),
    Site("TikTok", ("tiktok.com",), _listening_page),
    Site("抖音", ("douyin.com",), _listening_page),
    # Hosts of the sites above that hand out files themselves.
    Site("Dropbox", ("dl.dropboxusercontent.com",), leave_alone),
    Site(
        "Suno",
        ("cdn1.suno.ai", "cdn2.suno.ai", "cdn.suno.ai", "cdn-o.suno.com", "audiopipe.suno.ai"),
        leave_alone,
    ),
    Site("WeTransfer", ("download.wetransfer.com",), leave_alone),
    Site("Bandcamp", ("bcbits.com",), leave_alone),
    Site("Vocaroo", ("media.vocaroo.com", "media1.vocaroo.com"), leave_alone),
    Site("Internet Archive", ("web.archive.org",), leave_alone),
    Site("Notion", ("file.notion.so",), leave_alone),
    Site("Slack", ("files.slack.com",), _needs_browser),
    # Hosts of the sites above whose direct links last for minutes.
    Site("OneDrive", ("1drv.com", "microsoftpersonalcontent.com"), _short_lived),
    Site("百度网盘", ("baidupcs.com", "pcs.baidu.com"), _short_lived),
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


_BY_PATH = (
    # Programs that anybody may run on a host of their own, known by the form of their links.
    Site("Nextcloud", (), file_hosts.nextcloud),
    Site("Seafile", (), file_hosts.seafile),
    Site("GitLab", (), file_hosts.moved(r"(.*?/-/)blob/", "raw/")),
    Site("Forgejo", (), _gitea),
)


def by_path(parts: SplitResult) -> Site | None:
    """Return the program behind a host that is nobody's in particular, where the link's form tells which."""
    return next((site for site in _BY_PATH if site.rule(parts) is not None), None)


def find(host: str) -> Site | None:
    """Return the site that a host, in small letters, belongs to."""
    while host:
        if (site := _BY_HOST.get(host)) is not None:
            return site
        host = host.partition(".")[2]
    return None
