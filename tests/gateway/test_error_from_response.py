import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.error_from_response import (
    Reply,
    error_from_response,
    error_within_success,
    retry_after,
    words_of,
)
from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.runtime.redaction import redact

NOW = datetime(2026, 1, 1, tzinfo=UTC)


UNCLEAR = (Fault.SERVER, Fate.UNCLEAR)


def reply(status: int, body: bytes = b"", **headers: str) -> Reply:
    return Reply(status, headers, body, lambda text: redact(text, ["token"]))


@given(st.integers(300, 599), st.binary())
def test_only_a_certain_refusal_counts_as_refused(status: int, body: bytes) -> None:
    error = error_from_response(reply(status, body))
    assert error.status == status
    assert error.fate in (Fate.REFUSED, Fate.UNCLEAR)
    if status < 400 or status >= 500 or status in (408, 409, 499):
        assert error.fate is Fate.UNCLEAR


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"message": "no"}, "no"),
        ({"message": ["a", "b"], "error": "c"}, "a\nb"),
        ({"errorMessage": "e"}, "e"),
        ({"message": "", "error": "e"}, "e"),
        ({"error": {"code": 1, "message": "deep"}}, "deep"),
        ({"message": 5}, ""),
        ({}, ""),
    ],
)
def test_words(answer: dict[str, Any], words: str) -> None:
    assert words_of(answer) == words


@pytest.mark.parametrize(
    "words",
    [
        "Insufficient credits",
        "INSUFFICIENT_CREDITS",
        "insufficient balance.",
        "Not enough credits to do this",
        "You are out of credits",
        "Your credits are exhausted",
        "credits exhausted",
        "credit balance is too low",
        "no credits left",
        "insufficientPoints",
        "积分不足",
        "账户余额不足，请充值",
        "餘額不足",
        "积分已用完",
        "没有足够的积分",
    ],
)
def test_credits_exhausted_in_words(words: str) -> None:
    assert error_from_response(reply(400, f'{{"message": "{words}"}}'.encode())).fault is Fault.NO_CREDITS


@pytest.mark.parametrize(
    "words",
    [
        "No credits were charged",
        "This costs 100 credits",
        "credit card declined",
        "insufficient permissions",
        "the credits page is exhausting",
        "pointless",
        "not enough clips: 5 points to 6",
        "积分",
    ],
)
def test_other_words_about_credits(words: str) -> None:
    assert error_from_response(reply(400, f'{{"message": "{words}"}}'.encode())).fault is Fault.INVALID


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({}, None),
        ({"message": "created"}, None),
        ({"success": True}, None),
        ({"error": None, "errorMessage": ""}, None),
        ({"code": 4001, "message": "hm"}, UNCLEAR),
        ({"code": 4001, "message": "积分不足"}, (Fault.NO_CREDITS, Fate.REFUSED)),
        ({"code": 200, "message": "积分不足"}, None),
        ({"code": 0, "message": "积分不足"}, None),
        ({"status": True, "message": "积分不足"}, None),
        ({"message": "credits exhausted"}, None),
        ({"message": "Task created, not enough credits left for another model"}, None),
        ({"error": "bad clip"}, UNCLEAR),
        ({"errorMessage": "bad clip"}, UNCLEAR),
        ({"success": False, "message": "bad clip"}, UNCLEAR),
        ({"success": False}, UNCLEAR),
        ({"success": False, "message": "duplicate request, already processing"}, UNCLEAR),
        ({"error": "task already exists"}, UNCLEAR),
        ({"error": "connection reset by peer"}, UNCLEAR),
        ({"error": "Internal server error"}, UNCLEAR),
        ({"error": "请求超时"}, UNCLEAR),
        ({"statusCode": 401}, UNCLEAR),
        ({"status": 404}, UNCLEAR),
        ({"code": 429, "message": "model created"}, UNCLEAR),
        ({"code": 429, "error": "busy"}, (Fault.BUSY, Fate.UNCLEAR)),
        ({"code": 404, "error": "x"}, (Fault.NOT_FOUND, Fate.UNCLEAR)),
        ({"code": 409, "error": "x"}, (Fault.CONFLICT, Fate.UNCLEAR)),
        ({"code": 410, "error": "x"}, (Fault.REJECTED, Fate.UNCLEAR)),
        ({"code": 500, "message": "x"}, UNCLEAR),
        ({"code": 400, "error": "x"}, (Fault.INVALID, Fate.REFUSED)),
        ({"code": 401, "success": False}, (Fault.TOKEN_REFUSED, Fate.REFUSED)),
        ({"code": 402, "errorMessage": "x"}, (Fault.NO_CREDITS, Fate.REFUSED)),
        ({"code": 403, "error": "x"}, (Fault.FORBIDDEN, Fate.REFUSED)),
        ({"code": 422, "error": "x"}, (Fault.INVALID, Fate.REFUSED)),
        ({"code": 422, "error": "x", "success": True}, UNCLEAR),
        ({"code": 422, "error": "x", "data": {"id": 7}}, UNCLEAR),
        ({"code": 422, "error": "x", "data": {"id": None}}, (Fault.INVALID, Fate.REFUSED)),
        ({"error": "Insufficient credits"}, (Fault.NO_CREDITS, Fate.REFUSED)),
        ({"code": 500, "message": "积分不足"}, (Fault.NO_CREDITS, Fate.REFUSED)),
        ({"error": "Insufficient credits", "task_id": "x"}, UNCLEAR),
        ({"success": True, "message": "Task created, not enough credits left for another model"}, None),
        ({"success": True, "error": "not enough credits left for another model"}, UNCLEAR),
    ],
)
def test_a_success_whose_body_says_error(answer: dict[str, Any], expected: tuple[Fault, Fate] | None) -> None:
    error = error_within_success(reply(200), answer)
    assert (None if error is None else (error.fault, error.fate)) == expected


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("5", 5.0),
        (" 2.5 ", 2.5),
        ("inf", 900.0),
        ("-inf", 0.0),
        ("nan", None),
        ("", None),
        ("soon", None),
        ("Thu, 01 Jan 2026 00:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 00:00:30", 30.0),
        ("Thu, 01 Jan 2026 01:00:30 +0100", 30.0),
        ("Thu, 01 Jan 2026 02:00:00 GMT", 900.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thu, 99 Jan 2026 00:00:00 GMT", None),
    ],
)
def test_fault_23_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text())
def test_fault_23_any_retry_after_is_within_bounds(value: str) -> None:
    seconds = retry_after(value, NOW)
    assert seconds is None or 0 <= seconds <= 900


def test_details_are_short_and_without_secrets() -> None:
    details = reply(500, b"token " * 1_000 + b"\xff" * 9_000).details
    assert details.startswith("HTTP 500 Internal Server Error\n••• •••")
    assert "token" not in details
    assert len(details) < 2_100
    assert reply(599).details == "HTTP 599"


@pytest.mark.parametrize(
    "page", [b"<!DOCTYPE html>", b"\n <HTML lang=en>", b"\xef\xbb\xbf<!doctype HTML><html>", b"<head>"]
)
def test_fault_07_a_page_is_known_by_its_beginning(page: bytes) -> None:
    assert reply(200, page).is_page
    assert not reply(200, b'{"a": "<html>"}').is_page


def test_fault_07_a_page_is_known_by_its_type() -> None:
    assert Reply(200, {"content-type": "text/html; charset=utf-8"}, b"", str).is_page


def test_signs_that_are_not_seen_neither_show_nor_hide_a_secret() -> None:
    error = error_from_response(reply(400, b'{"message": "to\\u200bken \\u202eoN\\u001b[1m\\nmore"}'))
    assert error.said == "••• oN[1m\nmore"
    raw = reply(500, "\x1b[31mto\u200bken\r\nnext".encode())
    assert raw.details == "HTTP 500 Internal Server Error\n[31m•••\nnext"


@pytest.mark.parametrize("body", [b"%3f" * 349_000, b'{"message": "' + b"%3f" * 349_000 + b'"}'])
def test_of_an_answer_without_end_secrets_are_looked_for_in_the_beginning(body: bytes) -> None:
    lengths = []

    def hide(text: str) -> str:
        lengths.append(len(text))
        return text

    error = error_from_response(Reply(400, {}, body, hide))
    assert len(error.details) > 2_000
    assert max(lengths) < 40_000


@pytest.mark.parametrize(
    "fill", [b"insufficient" + b" " * 900_000, b"not " * 250_000, b"credit is " * 100_000]
)
def test_words_about_credits_are_looked_for_in_no_time(fill: bytes) -> None:
    began = time.process_time()
    error = error_from_response(reply(400, b'{"message": "' + fill + b'x"}'))
    assert error.fault is Fault.INVALID
    assert time.process_time() - began < 1
