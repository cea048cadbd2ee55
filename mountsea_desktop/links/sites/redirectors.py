"""Rules of the sites that wrap links: to count clicks, to warn, to filter mail."""

import re
from base64 import urlsafe_b64decode
from string import ascii_lowercase, ascii_uppercase, digits
from urllib.parse import SplitResult, unquote

from mountsea_desktop.links.sites.site import Rule, RuleResult, WrappedLink, values
from mountsea_desktop.links.verdict import Verdict

_MAIL = re.compile(r"/v3/__(.+)__;([\w-]*)(?:!|$)", re.ASCII)
_TAKEN = re.compile(r"\*\*([\w-])|\*", re.ASCII)
_LENGTHS = ascii_uppercase + ascii_lowercase + digits + "-_"


def parameter(path: str, *names: str) -> Rule:
    """Make a rule: the link is a parameter's value; other pages are left alone where `path` is given."""

    def rule(parts: SplitResult) -> RuleResult:
        if path and parts.path != path:
            return None
        inside = next((value for name in names for value in values(parts, name)), "")
        if path and not re.match(r"https?(?::|%3a)", inside, re.IGNORECASE):
            return None
        return WrappedLink(unquote(inside)) if inside else Verdict.WEB_PAGE

    return rule


def after(path: str) -> Rule:
    """Make a rule: the link follows this pattern in the path, or is the query, written out or as it is."""
    pattern = re.compile(path)

    def rule(parts: SplitResult) -> RuleResult:
        whole = parts._replace(scheme="", netloc="").geturl().removeprefix("//")
        found = pattern.match(whole)
        inside = whole[found.end() :] if found else ""
        if not re.match(r"https?(?::|%3a)", inside, re.IGNORECASE):
            return None
        return WrappedLink(inside if "://" in inside else unquote(inside))

    return rule


def first_of(*rules: Rule) -> Rule:
    """Return what the first rule that knows the link says."""

    def rule(parts: SplitResult) -> RuleResult:
        return next((result for one in rules if (result := one(parts)) is not None), None)

    return rule


def old_proofpoint(parts: SplitResult) -> RuleResult:
    """Read the second version, with `-` for `%` and `_` for `/`, or the first, with percent signs only."""
    inside = next(iter(values(parts, "u")), "")
    if not inside:
        return Verdict.WEB_PAGE
    if parts.path.startswith("/v2/"):
        inside = inside.replace("-", "%").replace("_", "/")
    return WrappedLink(unquote(inside))


def proofpoint(parts: SplitResult) -> RuleResult:
    """Read the link between underscores; what was taken out of it follows, packed as base64.

    A star stands for one such sign, two stars and a letter for a run of them. As seen, and as its makers'
    own decoder has it.
    """
    found = _MAIL.match(parts._replace(scheme="", netloc="", fragment="").geturl())
    if found is None:
        return Verdict.WEB_PAGE
    try:
        taken = iter(urlsafe_b64decode(f"{found[2]}==").decode())
    except ValueError:
        return Verdict.INCOMPLETE

    def put_back(match: re.Match[str]) -> str:
        count = _LENGTHS.index(match[1]) + 2 if match[1] else 1
        return "".join(next(taken, "") for _ in range(count))

    return WrappedLink(_TAKEN.sub(put_back, found[1]))
