"""Rules of the sites that keep files and share them: where the direct address can be derived, derive it."""

import re
from urllib.parse import SplitResult

from mountsea_desktop.links.sites.site import Rule, RuleResult, changed, unless_audio, values
from mountsea_desktop.links.title import AUDIO_ENDINGS
from mountsea_desktop.links.verdict import Verdict

_IN_FOLDER = re.compile(rf"/(?:sh|scl/fo)/[^/]+/[^/]+/.*\.(?:{'|'.join(AUDIO_ENDINGS)})$", re.IGNORECASE)
_DRIVE_FILE = re.compile(r"/file/(?:u/\d+/)?d/([^/]*)")
_DRIVE_FOLDER = re.compile(r"/folders?(?:/|$)|/(?:embeddedfolderview|folderview)(?:/|$)")
_DRIVE_ID = re.compile(r"[\w-]{10,}", re.ASCII)
_CUT_DRIVE_ID = re.compile(r"(?!.{28}$)[\w-]{20,32}", re.ASCII)
"""Ids have 33 signs, those of old files 28; one that ends the link short of that was cut."""
_CUT_DROPBOX_KEY = re.compile(r"[a-z0-9]{4,24}", re.IGNORECASE)
"""Keys have 25 signs; one that ends the link short of that was cut."""
_BOX_SHARE = re.compile(r"/(?:s|v|embed/s)/([\w.-]+)(?:/(.*))?")
_ENDING = re.compile(r"\.[a-z0-9]{2,4}$", re.IGNORECASE)
_BLOB = re.compile(r"((?:/datasets|/spaces)?/[^/]+/[^/]+)/blob/")
_ARCHIVE = re.compile(r"/details/([^/]+/[^/].*)")
_NEXTCLOUD = re.compile(r"(.*/index\.php/s/[\w-]+)/?", re.ASCII)
_SEAFILE_FILE = re.compile(r"(?:/[\w-]+)?/f/[0-9a-f]{10,40}/?", re.ASCII)
_SHAREPOINT = re.compile(r"/:([a-z]):/")


def dropbox(parts: SplitResult) -> RuleResult:
    """`/s/…`, `/scl/fi/…` and what ends like a song in `/sh/…`, `/scl/fo/…` are files; `dl=1` gives the file.

    `st` and `e` are new with each copy of the same link.
    """
    path = parts.path.removeprefix("/l") if parts.path.startswith(("/l/s/", "/l/scl/")) else parts.path
    if path.startswith(("/sh/", "/scl/fo/")):
        if not _IN_FOLDER.match(path):
            return Verdict.FOLDER
    elif not path.startswith(("/s/", "/scl/fi/")):
        return Verdict.WEB_PAGE
    if path.startswith("/scl/"):
        keys = values(parts, "rlkey")
        last = parts.query.rpartition("&")[2].removeprefix("rlkey=")
        if not keys or (last == keys[-1] and _CUT_DROPBOX_KEY.fullmatch(last)):
            return Verdict.INCOMPLETE
    parts = parts._replace(path=path)
    return changed(parts, host="www.dropbox.com", drop=("raw", "st", "e"), add="dl=1")


def google_drive(parts: SplitResult) -> RuleResult:
    """Take the file's id, which every form of its link carries; old files need their resource key, too."""
    if _DRIVE_FOLDER.search(parts.path):
        return Verdict.FOLDER
    found = _DRIVE_FILE.search(parts.path)
    by_id = parts.path.rstrip("/").endswith(("/open", "/uc", "/download", "/thumbnail"))
    if found is None and not by_id:
        return Verdict.WEB_PAGE
    file_id = found[1] if found else next(iter(values(parts, "id")), "")
    ends_with_id = parts.geturl().endswith(file_id)
    if not _DRIVE_ID.fullmatch(file_id) or (ends_with_id and _CUT_DRIVE_ID.fullmatch(file_id)):
        return Verdict.INCOMPLETE
    link = f"https://drive.usercontent.google.com/download?id={file_id}&export=download&confirm=t"
    keys = values(parts, "resourcekey")
    return f"{link}&resourcekey={keys[0]}" if keys else link


def sharepoint(parts: SplitResult) -> RuleResult:
    """Tell by the letter that an "Anyone" link has for the kind of thing it shares; `f` is a folder."""
    kind = _SHAREPOINT.match(parts.path)
    if kind is None:
        page = parts.path.lower().rpartition("/")[2]
        if page == "guestaccess.aspx":  # what "Anyone" links looked like before
            return changed(parts, add="download=1")
        return None if page == "download.aspx" else unless_audio(Verdict.WEB_PAGE)(parts)
    if kind[1] == "f":
        return Verdict.FOLDER
    return changed(parts, drop=("web",), add="download=1")


def box(parts: SplitResult) -> RuleResult:
    """`/s/TOKEN` is a share; its direct form wants the file's ending where that is known."""
    if parts.path.startswith("/shared/static/") or "rm=box_download_shared_file" in parts.query:
        return None
    share = _BOX_SHARE.match(parts.path)
    if share is None:
        return Verdict.FOLDER if "/folder/" in parts.path else Verdict.WEB_PAGE
    token, rest = share[1], share[2] or ""
    if rest.startswith("folder"):
        return Verdict.FOLDER
    ending = "" if _ENDING.search(token) else _ENDING.search(rest)
    host = "app.box.com" if parts.netloc in ("box.com", "www.box.com", "m.box.com") else parts.netloc
    return f"https://{host}/shared/static/{token}{ending[0] if ending else ''}"


def archive(parts: SplitResult) -> RuleResult:
    """`details` has the page around an item, or around one file of it; `download` the file itself."""
    if (page := _ARCHIVE.match(parts.path)) is None:
        return None
    return changed(parts._replace(path=f"/download/{page[1]}", query=""))


def pixeldrain(parts: SplitResult) -> RuleResult:
    """`/u/` is a file's page, `/l/` a list of several."""
    if parts.path.startswith("/l/"):
        return Verdict.FOLDER
    if (page := re.fullmatch(r"/u/([\w-]+)/?", parts.path)) is None:
        return None
    return changed(parts._replace(path=f"/api/file/{page[1]}", query=""))


def moved(page: str, direct: str) -> Rule:
    """Return the rule of a site whose page around a file and the file itself differ by one part of the path.

    `page` is a pattern, whose first group is kept.
    """
    pattern = re.compile(page)

    def rule(parts: SplitResult) -> RuleResult:
        if (found := pattern.match(parts.path)) is None:
            return None
        path = f"{found[1]}{direct}{parts.path[found.end() :]}"
        return changed(parts._replace(path=path, query=""))

    return rule


def nextcloud(parts: SplitResult) -> RuleResult:
    """Nextcloud and ownCloud: `/download` after a share's token gives the file."""
    share = _NEXTCLOUD.fullmatch(parts.path)
    return None if share is None else changed(parts._replace(path=f"{share[1]}/download"))


def seafile(parts: SplitResult) -> RuleResult:
    """`/f/` and hexadecimal digits is a file's page; `/d/` a folder's, or that of a file within it."""
    if _SEAFILE_FILE.fullmatch(parts.path) or (parts.path.endswith("/files/") and values(parts, "p")):
        return changed(parts, add="dl=1")
    return None


def mediafire(parts: SplitResult) -> RuleResult:
    """Pages, but for the hosts called `download` and a number."""
    return None if parts.netloc.startswith("download") else Verdict.NEEDS_BROWSER


def blob(direct: str) -> Rule:
    """Return the rule of a site for source code.

    Its pages around files say `blob`, the files' links do not.
    """

    def rule(parts: SplitResult) -> RuleResult:
        if (page := _BLOB.match(parts.path)) is None:
            return None
        path = f"{page[1]}/{direct}/{parts.path[page.end() :]}"
        return changed(parts._replace(path=path, query=""))

    return rule
