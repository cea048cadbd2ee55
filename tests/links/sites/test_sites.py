import pytest

from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.sites import SITES, find
from mountsea_desktop.links.verdict import Verdict

BROWSER = Verdict.NEEDS_BROWSER
SHORT, LISTEN = Verdict.SHORT_LIVED, Verdict.NOT_A_FILE_SITE


@pytest.mark.parametrize(
    ("link", "verdict", "site"),
    [
        ("https://1drv.ms/u/s!AbCdEf?e=xY", BROWSER, "OneDrive"),
        ("https://1drv.ms/u/c/abc/EaBc", BROWSER, "OneDrive"),
        ("https://onedrive.live.com/?id=ABC%21123&cid=ABC", BROWSER, "OneDrive"),
        ("https://onedrive.live.com/embed?resid=ABC%21123&authkey=%21A", BROWSER, "OneDrive"),
        ("https://mega.nz/file/abc#key", BROWSER, "MEGA"),
        ("https://www.icloud.com/iclouddrive/0abc#song", SHORT, "iCloud Drive"),
        ("https://www.icloud.com.cn/iclouddrive/0abc", SHORT, "iCloud Drive"),
        ("https://share.icloud.com/photos/0abc", SHORT, "iCloud Drive"),
        ("https://cvws.icloud-content.com/B/abc/song.mp3?o=1", SHORT, "iCloud Drive"),
        ("https://suno.com/song/1b2c3d4e-0000-4000-8000-000000000000", LISTEN, "Suno"),
        ("https://suno.com/s/AbCdEf?sh=1", LISTEN, "Suno"),
        ("https://www.suno.com/share/abc", LISTEN, "Suno"),
        ("https://app.suno.ai/song/1b2c", LISTEN, "Suno"),
        ("https://www.youtube.com/watch?v=abc&list=x&si=y", LISTEN, "YouTube"),
        ("https://m.youtube.com/watch?v=abc", LISTEN, "YouTube"),
        ("https://music.youtube.com/watch?v=abc", LISTEN, "YouTube"),
        ("https://youtu.be/abc?si=xyz&utm_source=share", LISTEN, "YouTube"),
        ("youtube.com/shorts/abc", LISTEN, "YouTube"),
        ("https://soundcloud.com/me/song?si=a&utm_medium=text", LISTEN, "SoundCloud"),
        ("https://on.soundcloud.com/abc", LISTEN, "SoundCloud"),
        ("https://m.soundcloud.com/me/song", LISTEN, "SoundCloud"),
        ("https://me.bandcamp.com/track/song", LISTEN, "Bandcamp"),
        ("https://open.spotify.com/track/abc?si=1", LISTEN, "Spotify"),
        ("https://open.spotify.com/intl-de/track/abc", LISTEN, "Spotify"),
        ("https://spotify.link/abc", LISTEN, "Spotify"),
        ("spotify:track:6rqhFgbbKwnb9MLmUQDhG6", LISTEN, "Spotify"),
        ("https://music.apple.com/cn/album/x/1?i=2", LISTEN, "Apple Music"),
        ("https://geo.music.apple.com/us/album/x/1", LISTEN, "Apple Music"),
        ("https://y.qq.com/n/ryqq/songDetail/0039MnYb0qxYhV", LISTEN, "QQ音乐"),
        ("https://i.y.qq.com/v8/playsong.html?songmid=0039", LISTEN, "QQ音乐"),
        ("https://c6.y.qq.com/base/fcgi-bin/u?__=abc", LISTEN, "QQ音乐"),
        ("https://music.163.com/#/song?id=186016", LISTEN, "网易云音乐"),
        ("https://music.163.com/song?id=186016&userid=1", LISTEN, "网易云音乐"),
        ("https://y.music.163.com/m/song?id=186016", LISTEN, "网易云音乐"),
        ("http://163cn.tv/abc", LISTEN, "网易云音乐"),
        ("https://soundcloud.app.goo.gl/abc", LISTEN, "SoundCloud"),
        ("https://we.tl/t-AbCdEf", BROWSER, "WeTransfer"),
        ("https://wetransfer.com/downloads/abc/def", BROWSER, "WeTransfer"),
        ("https://acme.wetransfer.com/downloads/abc", BROWSER, "WeTransfer"),
        ("https://www.mediafire.com/file/abc/song.mp3/file", BROWSER, "MediaFire"),
        ("https://www.mediafire.com/download/abc/song.mp3", BROWSER, "MediaFire"),
        ("https://pan.baidu.com/s/1abc?pwd=1234", BROWSER, "百度网盘"),
        ("https://yun.baidu.com/s/1abc", BROWSER, "百度网盘"),
        ("https://pan.quark.cn/s/abc", BROWSER, "夸克网盘"),
        ("https://www.alipan.com/s/abc", BROWSER, "阿里云盘"),
        ("https://www.aliyundrive.com/s/abc/folder/1", BROWSER, "阿里云盘"),
        ("https://www.123pan.com/s/abc.html", BROWSER, "123云盘"),
        ("https://cloud.189.cn/t/abc", BROWSER, "天翼云盘"),
        ("https://share.weiyun.com/abc", BROWSER, "腾讯微云"),
        ("https://115.com/s/abc?password=1234", BROWSER, "115网盘"),
        ("https://u.pcloud.link/publink/show?code=XZabc", BROWSER, "pCloud"),
        ("https://e1.pcloud.link/publink/show?code=XZabc", BROWSER, "pCloud"),
        ("https://wwi.lanzoup.com/iabc", BROWSER, "蓝奏云"),
        ("https://wwx.lanzoui.com/iabc", BROWSER, "蓝奏云"),
        ("https://pan.xunlei.com/s/abc?pwd=1234#", BROWSER, "迅雷云盘"),
        ("https://caiyun.139.com/m/i?abc", BROWSER, "中国移动云盘"),
        ("https://yun.139.com/shareweb/#/w/i/abc", BROWSER, "中国移动云盘"),
        ("https://www.jianguoyun.com/p/abc", BROWSER, "坚果云"),
        ("https://disk.yandex.ru/d/abc", BROWSER, "Yandex Disk"),
        ("https://yadi.sk/d/abc", BROWSER, "Yandex Disk"),
        ("HTTPS://YOUTU.BE/abc", LISTEN, "YouTube"),
        ("https://youtu.be./abc", LISTEN, "YouTube"),
    ],
)
def test_sites_whose_links_cannot_work_say_why(link: str, verdict: Verdict, site: str) -> None:
    told = parse_link(link).verdict
    assert told is not None
    assert (told.verdict, told.certain, told.facts) == (verdict, True, {"site": site})


@pytest.mark.parametrize(
    "link",
    [
        "https://cdn1.suno.ai/1b2c3d4e.mp3",
        "https://cdn-o.suno.com/1b2c3d4e.mp3",
        "https://audiopipe.suno.ai/?item_id=1b2c3d4e",
        "https://app.suno.ai/files/1b2c3d4e.mp3",
        "https://storage.udio.com/abc.mp3",
        "https://sharefs.kugou.com/abc/def.mp3",
        "https://er.sycdn.kuwo.cn/abc/def.flac",
        "https://vip.123pan.cn/1812/song.mp3",
        "https://download.wetransfer.com/abc/song.mp3?x=1",
        "https://t4.bcbits.com/stream/abc/mp3-128/1?p=0",
        "https://qq.com.example.org/a.mp3",
        "https://example.com/youtube.com/a.mp3",
        "https://163.com/a.mp3",
    ],
)
def test_hosts_that_hand_out_files_are_left_alone(link: str) -> None:
    assert (parse_link(link).link, parse_link(link).verdict) == (link, None)


def test_no_host_is_claimed_twice() -> None:
    hosts = [host for site in SITES for host in site.hosts]
    assert len(hosts) == len(set(hosts))
    assert all(find(host) is not None and host == host.lower() for host in hosts)
