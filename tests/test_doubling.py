"""Texts of strangers take time in step with their length: each regex and each reader, with twice as much.

A limit in seconds would be one for one machine. Where twice the text takes four times as long, a clipboard
or a header of some kilobytes holds the window up for minutes.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import re._constants as ops  # type: ignore[import-not-found]  # typeshed has no stubs for the parser
import re._parser as parser  # type: ignore[import-not-found]  # the same
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice, pairwise
from types import ModuleType
from typing import Any

import pytest

import mountsea_desktop
from mountsea_desktop.gateway.error_from_response import retry_after, words_of
from mountsea_desktop.gateway.fail_reasons import recognise
from mountsea_desktop.gateway.tokens import TokenFormError, clean_token
from mountsea_desktop.links.extract import LinkExtractor, extract_links
from mountsea_desktop.links.page import readable, text_of
from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.secrets import is_secret
from mountsea_desktop.links.title import from_disposition
from mountsea_desktop.network.no_proxy import bypasses
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.runtime.text import tidy
from mountsea_desktop.ui.add_songs.link_field import broken
from mountsea_desktop.ui.add_songs.reader import count_links
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.widgets.label import tooltip

SIGNS = 600
QUICK = 3e-7
"""Seconds a sign may take, whatever the ratio: of a thousand in step with their square each takes longer."""
TOO_MUCH = 3.0
"""Times as long for twice as much: 2 is in step with the length, 4 with its square."""


def _is_in_step(act: Callable[[int], object], signs: int = SIGNS, quick: float = QUICK) -> bool:
    """Return whether twice as much takes about twice as long; what is quick anyway is not measured twice."""
    once, twice = float("inf"), float("inf")
    for _ in range(5):  # the quickest of some: what else the machine does only ever adds
        twice = min(twice, _seconds(act, 2 * signs))
        if twice < 2 * signs * quick:
            return True
        once = min(once, _seconds(act, signs))
        if twice < (TOO_MUCH - 0.5) * once:
            return True
    return twice < TOO_MUCH * once


def _seconds(act: Callable[[int], object], signs: int) -> float:
    start = time.thread_time()
    act(signs)
    return time.thread_time() - start


def test_what_is_out_of_step_is_seen() -> None:
    assert not _is_in_step(lambda signs: re.search("a+b", "a" * signs))
    assert not _is_in_step(lambda signs: re.search("(?:%20)+$", "%20" * (signs // 3) + "!"))
    assert _is_in_step(lambda signs: re.search("a++b", "b" * signs))
    assert _is_in_step(lambda signs: [re.match("a{0,300}c", "a" * signs) for _ in range(signs)])


# -- Each regex, as it is used ---------------------------------------------------------------------------

OURS = "mountsea_desktop."
METHODS = {"search", "match", "fullmatch", "sub", "finditer", "findall", "split"}
MODULES = {
    found.name: importlib.import_module(found.name)
    for found in pkgutil.walk_packages(mountsea_desktop.__path__, OURS)
    if not found.name.endswith("__main__") and ".compiled" not in found.name
}


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield those in a module's value: by itself, or in a table."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | Mapping) and depth < 3:
        for inner in value.values():
            yield from _patterns(inner, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        for inner in value:
            yield from _patterns(inner, depth + 1)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type) and depth < 3:
        for name in value.__dataclass_fields__:
            yield from _patterns(getattr(value, name, None), depth + 1)


def _uses(module: ModuleType) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and node.attr in METHODS and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


def _used() -> dict[str, tuple[re.Pattern[Any], set[str]]]:
    """Return each regex by its name, with the methods by which it is used; in a table, by searching."""
    used: dict[str, tuple[re.Pattern[Any], set[str]]] = {}
    for name, module in MODULES.items():
        uses = list(_uses(module))
        for variable, value in vars(module).items():
            for number, pattern in enumerate(_patterns(value)):
                methods = {method for user, method in uses if user == variable}
                if methods or not isinstance(value, re.Pattern):
                    used[f"{name.removeprefix(OURS)}.{variable}.{number}"] = pattern, methods or {"search"}
    return used


USED = _used()


def _examples(tree: Any) -> list[str]:
    """Return some texts, each of which a part of a regex takes."""
    texts = [""]
    for op, argument in tree:
        texts = [text + one for text in texts[:4] for one in _takes(op, argument)[:6]]
    return texts


def _takes(op: Any, argument: Any) -> list[str]:
    if op is ops.LITERAL:
        return [chr(argument)]
    if op in (ops.NOT_LITERAL, ops.ANY):
        return ["x"]
    if op is ops.IN:
        return _of_class(argument)
    if op is ops.BRANCH:
        return [text for branch in argument[1] for text in _examples(branch)[:2]]
    if op is ops.SUBPATTERN:
        return _examples(argument[3])
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return _examples(argument[2])
    if op is ops.ATOMIC_GROUP:
        return _examples(argument)
    return [""]


def _of_class(members: list[tuple[Any, Any]]) -> list[str]:
    categories = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "x"}
    signs: Mapping[Any, Callable[[Any], str]] = {
        ops.LITERAL: chr,
        ops.RANGE: lambda ends: chr(ends[0]),
        ops.CATEGORY: lambda category: categories.get(category.name, "\u2014"),
        ops.NEGATE: lambda _nothing: "\u2014",
    }
    return [signs[kind](value) for kind, value in members]


def _pieces(tree: Any) -> Iterator[str]:
    """Yield what may be repeated against this regex: each sign in it, and what each of its repeats takes."""
    for op, argument in tree:
        yield from _takes(op, argument)
        if isinstance(argument, parser.SubPattern):
            yield from _pieces(argument)
        elif isinstance(argument, tuple | list):
            for part in argument:
                if isinstance(part, parser.SubPattern):
                    yield from _pieces(part)
                elif isinstance(part, list):
                    for branch in part:
                        if isinstance(branch, parser.SubPattern):
                            yield from _pieces(branch)


def test_the_pieces_are_what_a_regex_repeats() -> None:
    assert {"%20", "%0d"} <= set(_pieces(parser.parse(r"(?:%(?:20|0[da]))+\Z")))
    assert {" ", "\u200b"} <= set(_pieces(parser.parse(r"[ \u200b]+(?=a)")))


@pytest.mark.parametrize("name", sorted(USED))
def test_each_regex_is_in_step(name: str) -> None:
    pattern, methods = USED[name]
    tree = parser.parse(pattern.pattern, pattern.flags)
    single = [piece for piece in dict.fromkeys([*_pieces(tree), " ", "a", "1", "!"]) if piece]
    pieces = dict.fromkeys([*single, *("".join(two) for two in pairwise(single))])
    fronts = dict.fromkeys(["", *_examples(tree)[:5]])
    for piece in islice(pieces, 80):
        for front in fronts:
            for end in ("", "\n", "\x00"):
                for method in methods:

                    def act(signs: int) -> None:
                        text: Any = front + piece * (signs // len(piece)) + end  # noqa: B023 - called at once
                        if isinstance(pattern.pattern, bytes):
                            text = text.encode("latin-1", "replace")
                        _use(pattern, method, text)  # noqa: B023 - called at once

                    assert _is_in_step(act), (method, front, piece, end)


def _use(pattern: re.Pattern[Any], method: str, text: Any) -> None:
    if method == "sub":
        pattern.sub(text[:0], text)
    elif method == "finditer":
        sum(1 for _found in pattern.finditer(text))
    else:
        getattr(pattern, method)(text)


# -- Each reader, whose loops no regex tells of ----------------------------------------------------------

SECRET = "sk-abcdefgh12345"


def _cleaned(text: str) -> None:
    with suppress(TokenFormError):
        clean_token(text)


READERS: Mapping[str, Callable[[str], object]] = {
    "links": extract_links,
    "table": lambda text: list(LinkExtractor().batches(text, "a.csv")),
    "json": lambda text: list(LinkExtractor().batches('{"a":"' + text, "a.json")),
    "playlist": lambda text: list(LinkExtractor().batches("<?xml ?>" + text, "a.xspf")),
    "page": readable,
    "clipboard": lambda text: text_of(text, text),
    "count": count_links,
    "link": lambda text: parse_link(f"https://dropbox.com/{text}", now=0.0),
    "query": lambda text: parse_link(f"https://dropbox.com/a?{text}", now=0.0),
    "disposition": lambda text: from_disposition(text.encode("utf-8", "replace")),
    "secret": is_secret,
    "token": _cleaned,
    "redaction": lambda text: redact(text, (SECRET,)),
    "tidy": tidy,
    "answer": lambda text: words_of({"message": [text, {"error": text}]}),
    "no_proxy": lambda text: bypasses(text, "https://example.com"),
    "wait": lambda text: retry_after(text, datetime(2026, 1, 1, tzinfo=UTC)),
    "reason": recognise,
    "plain": plain,
    "tooltip": tooltip,
    "field": broken,
}
PIECES = (
    "http://", "https://a.com/", "www.", "://", ".mp3", "a", "1", "é", "晴", ".", ",", ":", ";", "-", "_",
    "~", "/", "\\", "?", "&", "=", "%", "%25", "%20", "@", "#", "+", "*", "|", "`", "!", "$", "^", "'",
    '"', "(", ")", "[", "](", "<", ">", "{", "}", " ", "\t", "\n", "\u3000", "\xa0", "\xad", "\u200b",
    "\u202e", "\ufe0f", "\u0301", "a\u200b", "晴\u200b", "utm_a", "thumb", "eyJ", "sk-", "bearer ",
    "#EXTINF:-1,", "File1=", '<a href="', "<!--", "&amp;", "&#", "feat.", "C:\\", '"a":', "=?a?b?",
)  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_each_reader_is_in_step(name: str) -> None:
    for piece in PIECES:
        for front in ("", "http://"):

            def act(signs: int) -> None:
                READERS[name](front + piece * (signs // len(piece)) + "!")  # noqa: B023 - called at once

            assert _is_in_step(act, 2000, 3e-6), (front, piece)
