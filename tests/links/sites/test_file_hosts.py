import pytest

from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.sites import find
from mountsea_desktop.links.verdict import Verdict

DRIVE = "https://drive.usercontent.google.com/download?id=1A-bC_dEfGhIjKlMnOpQrStUvWxYz0123&export=download&confirm=t"
ID = "1A-bC_dEfGhIjKlMnOpQrStUvWxYz0123"
BOX = "https://app.box.com/shared/static/abc123def456"

REWRITTEN = [
    # Dropbox
    (
        "https://www.dropbox.com/s/abc123/My%20Song.mp3?dl=0",
        "https://www.dropbox.com/s/abc123/My%20Song.mp3?dl=1",
    ),
    ("https://www.dropbox.com/s/abc123/song.mp3", "https://www.dropbox.com/s/abc123/song.mp3?dl=1"),
    ("http://dropbox.com/s/abc123/song.mp3?raw=1", "https://www.dropbox.com/s/abc123/song.mp3?dl=1"),
    ("https://m.dropbox.com/s/abc123/song.mp3?dl=0", "https://www.dropbox.com/s/abc123/song.mp3?dl=1"),
    ("https://dl.dropbox.com/s/abc123/song.mp3?dl=1&dl=0", "https://www.dropbox.com/s/abc123/song.mp3?dl=1"),
    (
        "www.dropbox.com/s/abc123/song.mp3?dl=0&utm_source=mail",
        "https://www.dropbox.com/s/abc123/song.mp3?dl=1",
    ),
    (
        "https://www.dropbox.com/scl/fi/abc/song.wav?dl=0&rlkey=k3y&e=1&st=s1",
        "https://www.dropbox.com/scl/fi/abc/song.wav?rlkey=k3y&dl=1",
    ),
    (
        "https://www.dropbox.com/scl/fo/abc/h/My/Bling.wav?rlkey=k3y&e=2&st=s1&dl=0",
        "https://www.dropbox.com/scl/fo/abc/h/My/Bling.wav?rlkey=k3y&dl=1",
    ),
    (
        "https://www.dropbox.com/scl/fo/p2x/AK6/Album/01%20Song.mp3?rlkey=k&dl=0",
        "https://www.dropbox.com/scl/fo/p2x/AK6/Album/01%20Song.mp3?rlkey=k&dl=1",
    ),
    (
        "https://www.dropbox.com/sh/abc/AAA/Song.MP3?dl=0",
        "https://www.dropbox.com/sh/abc/AAA/Song.MP3?dl=1",
    ),
    (
        "https://www.dropbox.com/l/scl/fi/abc/song.wav?raw=1&rlkey=k3y",
        "https://www.dropbox.com/scl/fi/abc/song.wav?rlkey=k3y&dl=1",
    ),
    (
        "https://www.dropbox.com/scl/fi/abc/晴天.mp3?rlkey=k",
        "https://www.dropbox.com/scl/fi/abc/%E6%99%B4%E5%A4%A9.mp3?rlkey=k&dl=1",
    ),
    # Sites for source code and models
    (
        "https://github.com/me/songs/blob/main/My%20Song.mp3",
        "https://github.com/me/songs/raw/main/My%20Song.mp3",
    ),
    (
        "https://github.com/me/songs/blob/main/a/blob/b.mp3?raw=true",
        "https://github.com/me/songs/raw/main/a/blob/b.mp3",
    ),
    ("https://gitee.com/me/songs/blob/master/a.mp3", "https://gitee.com/me/songs/raw/master/a.mp3"),
    (
        "https://huggingface.co/datasets/me/songs/blob/main/a.mp3",
        "https://huggingface.co/datasets/me/songs/resolve/main/a.mp3",
    ),
    ("https://huggingface.co/me/songs/blob/main/a.mp3", "https://huggingface.co/me/songs/resolve/main/a.mp3"),
    # Google Drive
    (f"https://drive.google.com/file/d/{ID}/view?usp=sharing", DRIVE),
    (f"https://drive.google.com/file/d/{ID}/view?usp=drive_link", DRIVE),
    (f"https://drive.google.com/file/d/{ID}", DRIVE),
    (f"https://drive.google.com/file/d/{ID}/edit", DRIVE),
    (f"https://drive.google.com/file/d/{ID}/preview", DRIVE),
    (f"https://drive.google.com/file/u/1/d/{ID}/view", DRIVE),
    (f"https://drive.google.com/a/school.edu/file/d/{ID}/view", DRIVE),
    (f"https://drive.google.com/open?id={ID}", DRIVE),
    (f"https://drive.google.com/open?usp=drive_fs&id={ID}&authuser=0", DRIVE),
    (f"https://drive.google.com/uc?export=download&id={ID}", DRIVE),
    (f"https://drive.google.com/u/0/uc?id={ID}&export=download", DRIVE),
    (f"https://docs.google.com/uc?id={ID}", DRIVE),
    (f"https://drive.usercontent.google.com/download?id={ID}&authuser=0", DRIVE),
    (f"drive.google.com/file/d/{ID}/view", DRIVE),
    (f"https://drive.google.com/file/d/{ID}/view?resourcekey=0-xY", f"{DRIVE}&resourcekey=0-xY"),
    # SharePoint and OneDrive for work
    (
        "https://acme.sharepoint.com/:u:/g/personal/jo_acme_com/EaBc?e=4f5g6h",
        "https://acme.sharepoint.com/:u:/g/personal/jo_acme_com/EaBc?e=4f5g6h&download=1",
    ),
    (
        "https://acme-my.sharepoint.com/:v:/p/jo/EaBc",
        "https://acme-my.sharepoint.com/:v:/p/jo/EaBc?download=1",
    ),
    (
        "https://acme.sharepoint.cn/:u:/s/team/EaBc?e=x&web=1&download=0",
        "https://acme.sharepoint.cn/:u:/s/team/EaBc?e=x&download=1",
    ),
    (
        "https://acme.sharepoint.com/sites/x/_layouts/15/guestaccess.aspx?docid=1&authkey=A",
        "https://acme.sharepoint.com/sites/x/_layouts/15/guestaccess.aspx?docid=1&authkey=A&download=1",
    ),
    # Box
    ("https://app.box.com/s/abc123def456", BOX),
    ("https://www.box.com/s/abc123def456", BOX),
    ("https://m.box.com/s/abc123def456?page=1", BOX),
    ("https://app.box.com/embed/s/abc123def456", BOX),
    ("https://app.box.com/s/abc123def456/song.mp3", f"{BOX}.mp3"),
    ("https://app.box.com/s/abc123def456.wav", f"{BOX}.wav"),
    ("https://acme.app.box.com/s/abc123def456", "https://acme.app.box.com/shared/static/abc123def456"),
    ("https://acme.box.com/v/OurSong", "https://acme.box.com/shared/static/OurSong"),
]


@pytest.mark.parametrize(("pasted", "direct"), REWRITTEN)
def test_a_share_link_becomes_the_direct_one(pasted: str, direct: str) -> None:
    parsed = parse_link(pasted)
    assert (parsed.link, parsed.verdict) == (direct, None)
    assert parsed.site in ("Dropbox", "Google Drive", "SharePoint", "Box", "GitHub", "Gitee", "Hugging Face")
    assert parse_link(direct).link == direct


@pytest.mark.parametrize(
    "link",
    [
        "https://dl.dropboxusercontent.com/scl/fi/abc/song.mp3?rlkey=k",
        "https://app.box.com/shared/static/abc.mp3",
        "https://github.com/me/songs/raw/main/a.mp3",
        "https://github.com/me/songs/releases/download/v1/blob/a.mp3",
        "https://huggingface.co/me/songs/resolve/main/a.mp3",
        "https://download2261.mediafire.com/abcdef/xyz/My+Song.mp3",
        "https://acme-my.sharepoint.com/personal/jo/Documents/song.mp3",
        "https://acme.sharepoint.com/_layouts/15/download.aspx?UniqueId=abc",
    ],
)
def test_a_direct_link_stays_as_it_is(link: str) -> None:
    parsed = parse_link(link)
    assert (parsed.link, parsed.verdict) == (link, None)


@pytest.mark.parametrize(
    ("link", "verdict", "site"),
    [
        ("https://www.dropbox.com/scl/fi/abc/song.mp3?dl=0", Verdict.INCOMPLETE, "Dropbox"),
        ("https://www.dropbox.com/scl/fi/abc/song.mp3?rlkey=&dl=0", Verdict.INCOMPLETE, "Dropbox"),
        ("https://www.dropbox.com/sh/abc/AAA?dl=0", Verdict.FOLDER, "Dropbox"),
        ("https://www.dropbox.com/scl/fo/abc/h?rlkey=k&dl=0", Verdict.FOLDER, "Dropbox"),
        ("https://www.dropbox.com/scl/fo/abc/h.mp3?rlkey=k&dl=0", Verdict.FOLDER, "Dropbox"),
        ("https://www.dropbox.com/scl/fo/abc/h/My/Album?rlkey=k&dl=0", Verdict.FOLDER, "Dropbox"),
        ("https://www.dropbox.com/scl/fo/abc/h/a.mp3?dl=0", Verdict.INCOMPLETE, "Dropbox"),
        ("https://www.dropbox.com/sh/abc/AAA/cover.jpg?dl=0", Verdict.FOLDER, "Dropbox"),
        ("https://www.dropbox.com/home/Music?preview=song.mp3", Verdict.WEB_PAGE, "Dropbox"),
        ("https://www.dropbox.com/t/abc", Verdict.WEB_PAGE, "Dropbox"),
        ("https://www.dropbox.com/", Verdict.WEB_PAGE, "Dropbox"),
        (f"https://drive.google.com/drive/folders/{ID}?usp=sharing", Verdict.FOLDER, "Google Drive"),
        (f"https://drive.google.com/drive/u/0/folders/{ID}", Verdict.FOLDER, "Google Drive"),
        (f"https://drive.google.com/drive/mobile/folders/{ID}", Verdict.FOLDER, "Google Drive"),
        (f"https://drive.google.com/embeddedfolderview?id={ID}", Verdict.FOLDER, "Google Drive"),
        ("https://drive.google.com/drive/my-drive", Verdict.WEB_PAGE, "Google Drive"),
        (f"https://docs.google.com/document/d/{ID}/edit", Verdict.WEB_PAGE, "Google Drive"),
        ("https://drive.google.com/file/d/", Verdict.INCOMPLETE, "Google Drive"),
        ("https://drive.google.com/file/d/1A…/view", Verdict.INCOMPLETE, "Google Drive"),
        ("https://drive.google.com/open?usp=sharing", Verdict.INCOMPLETE, "Google Drive"),
        ("https://acme.sharepoint.com/:f:/g/personal/jo/EaBc?e=1", Verdict.FOLDER, "SharePoint"),
        (
            "https://acme-my.sharepoint.com/personal/jo/_layouts/15/onedrive.aspx",
            Verdict.WEB_PAGE,
            "SharePoint",
        ),
        ("https://app.box.com/s/abc/folder/123", Verdict.FOLDER, "Box"),
        ("https://app.box.com/folder/123", Verdict.FOLDER, "Box"),
        ("https://app.box.com/file/123", Verdict.WEB_PAGE, "Box"),
    ],
)
def test_why_a_share_link_cannot_work(link: str, verdict: Verdict, site: str) -> None:
    told = parse_link(link).verdict
    assert told is not None
    assert (told.verdict, told.certain, told.facts) == (verdict, True, {"site": site})


def test_hosts_that_only_look_alike_are_not_the_site() -> None:
    assert find("notdropbox.com") is None
    assert find("dropbox.com.evil.example") is None
