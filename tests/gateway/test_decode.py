import json
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway import decode
from mountsea_desktop.gateway.decode import NonsenseError
from mountsea_desktop.gateway.responses import Phase

MODEL = "chirp-custom:0f8fad5b-d9cb-469f-a165-70867728950e"

KEYS = st.sampled_from(
    ["status", "data", "result", "id", "clip_id", "clipId", "taskId", "sessionId", "credits", "failCode"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | KEYS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("word", "phase"),
    [
        ("queued", Phase.WAITING),
        ("ready", Phase.WAITING),
        ("running", Phase.WORKING),
        ("stream", Phase.WORKING),
        ("awaiting", Phase.WORKING),
        ("success", Phase.SUCCEEDED),
        ("SUCCESS ", Phase.SUCCEEDED),
        ("failed", Phase.FAILED),
        ("timeout", Phase.TIMED_OUT),
        ("something new", Phase.WORKING),
    ],
)
def test_status_words(word: str, phase: Phase) -> None:
    report = decode.report({"status": word}, "t")
    assert (report.phase, report.status, report.task_id) == (phase, word.strip(), "t")


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"id": "clip"}},
        {"result": {"id": "clip"}},
        {"data": [{"id": "clip"}, {"id": "other"}]},
        {"result": [{"clip_id": "clip"}]},
        {"data": {"clip_id": "clip"}},
        {"data": {"clipId": "clip"}},
        {"data": {"id": "clip", "clip_id": "other", "clipId": "other"}, "result": {"id": "other"}},
        {"data": None, "result": {"id": "clip"}},
        {"data": {"id": ""}, "result": {"id": "clip"}},
        {"data": {"id": 7, "clip_id": "clip"}},
        {"data": [], "result": {"id": "clip"}, "surprise": [1]},
    ],
)
def test_where_a_clip_is_found(answer: dict[str, Any]) -> None:
    assert decode.report({"status": "success"} | answer, "t").clip_id == "clip"


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": "x"},
        {"data": "x"},
        {"data": ["x"]},
        {"data": {"id": None}},
        {"data": {"id": 5}},
        {"data": {"id": MODEL}},
    ],
)
def test_where_no_clip_is(answer: dict[str, Any]) -> None:
    assert decode.report({"status": "success"} | answer, "t").clip_id == ""


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"id": MODEL}},
        {"data": MODEL},
        {"result": [{"model": {"ref": f"use {MODEL}, please"}}]},
        {"data": {}, "result": {"x": [[MODEL]]}},
    ],
)
def test_where_a_model_is_found(answer: dict[str, Any]) -> None:
    assert decode.report({"status": "success"} | answer, "t").model_ref == MODEL


def test_a_model_is_looked_for_in_the_result_alone() -> None:
    answer = {"status": "success", "asked": MODEL, "data": {"id": "chirp-custom:not-a-uuid"}}
    assert decode.report(answer, "t").model_ref == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [(4001, "4001"), (4001.0, "4001"), ("E_X", "E_X"), (None, ""), (1.5, "1.5"), ({"a": 1}, '{"a":1}')],
)
def test_fail_codes(code: object, text: str) -> None:
    report = decode.report({"status": "failed", "failCode": code, "failReason": "because"}, "t")
    assert (report.fail_code, report.fail_reason) == (text, "because")


@pytest.mark.parametrize("status", [None, 1, "", " ", ["success"]])
def test_no_status(status: object) -> None:
    with pytest.raises(NonsenseError):
        decode.report({"status": status, "data": {"id": "clip"}}, "t")


def test_identifiers() -> None:
    assert decode.session_id({"sessionId": "s", "more": 1}) == "s"
    assert decode.task_id({"data": {"taskId": "t"}}) == "t"
    for wrong in ({}, {"taskId": None}, {"taskId": 1}, {"taskId": ""}, {"taskId": ["t"]}, {"sessionId": "s"}):
        with pytest.raises(NonsenseError):
            decode.task_id(wrong)


@pytest.mark.parametrize(
    "value", ["x" * 201, "t1\n2026 INFO press ready", "t\x1b[31m", "t\u202e1", "two words", "tâche"]
)
def test_what_is_no_identifier(value: str) -> None:
    with pytest.raises(NonsenseError):
        decode.task_id({"taskId": value})
    assert decode.report({"status": "success", "data": {"id": value}}, "t").clip_id == ""
    assert decode.task_id({"taskId": value, "data": {"taskId": " t "}}) == "t"


def test_words_for_people_are_short_and_without_signs_that_are_not_seen() -> None:
    answer = {"status": "failed\n" * 50, "failReason": "a\u202e\x1b[1m\n" * 100_000, "failCode": "9" * 1_000}
    report = decode.report(answer, "t")
    assert report.fail_reason.startswith("a[1m a[1m")
    assert [len(text) for text in (report.fail_reason, report.fail_code, report.status)] == [1999, 40, 40]


def test_a_secret_is_hidden_also_where_signs_that_are_not_seen_divide_it() -> None:
    hide = lambda text: text.replace("secret", "•")  # noqa: E731
    answer = {"status": "failed", "failReason": "sec\u200bret" + "x" * 1_994 + "secret"}
    assert decode.report(answer, "t", hide).fail_reason == "•" + "x" * 1_994 + "•"


def test_balance() -> None:
    assert decode.balance({"credits": 12}) == 12.0
    assert decode.balance({"credits": 0.5}) == 0.5
    assert decode.balance({"data": {"credits": 3}}) == 3.0
    for wrong in ({}, {"credits": "12"}, {"credits": None}, {"credits": True}, {"credits": 10**400}):
        with pytest.raises(NonsenseError):
            decode.balance(wrong)


@given(st.binary() | st.text().map(str.encode) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_fields_or_nonsense(body: bytes) -> None:
    try:
        fields = decode.fields_of(body)
    except NonsenseError:
        return
    assert isinstance(fields, dict)


def test_deep_nesting_is_an_answer_or_nonsense() -> None:
    with pytest.raises(NonsenseError):
        decode.fields_of(b'{"a":' * 100_000)
    for depth in range(1, 1_100):
        body = b'{"status": "x", "failCode": %b, "data": %b}' % ((b"[" * depth + b"]" * depth,) * 2)
        with suppress(NonsenseError):
            decode.report(decode.fields_of(body), "t")


@given(st.dictionaries(KEYS | st.text(), JSON))
def test_any_fields_are_an_answer_or_nonsense(fields: dict[str, Any]) -> None:
    fields = decode.fields_of(msgspec.json.encode(fields))
    for read in (decode.session_id, decode.task_id, decode.balance, lambda it: decode.report(it, "t")):
        try:
            answer = read(fields)
        except NonsenseError:
            continue
        assert answer or answer == 0
