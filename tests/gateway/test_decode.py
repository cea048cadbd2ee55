import json
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway import decode
from mountsea_desktop.gateway.decode import NonsenseError
from mountsea_desktop.gateway.responses import Clip, Entry, Phase, SpendingPage

MODEL = "chirp-custom:0f8fad5b-d9cb-469f-a165-70867728950e"

KEYS = st.sampled_from(
    [
        *("status", "data", "result", "id", "clip_id", "clipId", "taskId", "sessionId", "credits"),
        *("audio_url", "media_urls", "url", "metadata", "duration", "title", "audioIds", "clipIds"),
        *("failCode", "items", "meta", "totalItems", "totalPages", "finalAmount", "createdAt"),
    ]
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
    [
        (4001, "4001"), (Decimal("4001.0"), "4001"), ("E_X", "E_X"), (None, ""), (Decimal("1.5"), "1.5"),
        (Decimal("1e999"), "1E+999"), ({"a": 1}, '{"a":1}'),
    ],
)  # fmt: skip
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
    hide = lambda text: text.replace("secret", "•")  # noqa: E731 - a name for it reads better
    answer = {"status": "failed", "failReason": "sec\u200bret" + "x" * 1_994 + "secret"}
    assert decode.report(answer, "t", hide).fail_reason == "•" + "x" * 1_994 + "•"


def test_of_words_without_end_secrets_are_looked_for_in_the_beginning() -> None:
    lengths = []

    def hide(text: str) -> str:
        lengths.append(len(text))
        return text

    answer = {"status": "failed", "failReason": "%3f" * 349_000, "failCode": "%3f" * 349_000}
    report = decode.report(answer, "t", hide)
    assert report.fail_reason == ("%3f" * 1_000)[:2_000]
    assert len(lengths) == 2
    assert max(lengths) < 40_000


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("12", "12"), ("0.5", "0.5"), ("100.0", "100"), ("1E2", "100"), ("1234567.89", "1234567.89"),
        ("50.69999999999999", "50.7"), ("999999999999.99", "999999999999.99"), ("1e-999999999", "0"),
        ("-3.25", "-3.25"), ("0.0", "0"),
    ],
)  # fmt: skip
def test_a_balance_is_exact_but_for_the_noise_of_binary_numbers(told: str, amount: str) -> None:
    balance = decode.balance(decode.fields_of(b'{"credits": %b}' % told.encode()))
    assert format(balance, "f") == amount
    assert Decimal(repr(float(balance))) == balance, "a journal keeps it as a binary number"


@pytest.mark.parametrize(
    "told", ['"12"', "null", "true", "1" + "0" * 400, "1e12", "1e400", "-1e999999999", "[1]"]
)
def test_what_is_no_balance(told: str) -> None:
    with pytest.raises(NonsenseError):
        decode.balance(decode.fields_of(b'{"credits": %b}' % told.encode()))
    assert decode.balance({"data": {"credits": 3}}) == 3


ITEM = {
    "id": "e1", "serviceName": "suno", "apiPath": "/suno/v2/customModel/create", "apiMethod": "POST",
    "finalAmount": 100, "beforeCredits": 500, "afterCredits": 400, "traceId": "t1",
    "createdAt": "2026-11-28T12:03:04.500Z",
}  # fmt: skip
META = {"totalItems": 7, "itemCount": 1, "itemsPerPage": 5, "totalPages": 2, "currentPage": 1}


def test_spending() -> None:
    page = decode.spending({"items": [ITEM], "meta": META})
    at = datetime(2026, 11, 28, 12, 3, 4, 500_000, UTC).timestamp()
    assert page == SpendingPage(
        entries=(Entry(id="e1", path="/suno/v2/customModel/create", spent=Decimal(100), at=at, trace="t1"),),
        total=7,
        pages=2,
    )
    assert decode.spending({"data": {"items": [], "meta": META}}).entries == ()


@pytest.mark.parametrize(
    ("amounts", "spent"),
    [
        ({}, "100"),
        ({"finalAmount": -100}, "100"),
        ({"beforeCredits": 400, "afterCredits": 500}, "-100"),
        ({"finalAmount": Decimal("0.1"), "beforeCredits": None}, "0.1"),
        ({"finalAmount": 0, "afterCredits": 500}, "0"),
    ],
)
def test_what_is_taken_and_what_is_given_back(amounts: dict[str, Any], spent: str) -> None:
    [entry] = decode.spending({"items": [ITEM | amounts], "meta": META}).entries
    assert entry.spent == Decimal(spent)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"items": [ITEM]},
        {"items": {}, "meta": META},
        {"items": [ITEM], "meta": META | {"totalPages": None}},
        {"items": [ITEM], "meta": META | {"totalItems": -1}},
        {"items": [None], "meta": META},
        {"items": [ITEM | {"finalAmount": "100"}], "meta": META},
        {"items": [ITEM | {"createdAt": "2026-11-28T12:03:04"}], "meta": META},  # in which zone?
        {"items": [ITEM | {"createdAt": 1_700_000_000_000}], "meta": META},
        {"items": [ITEM | {"createdAt": "yesterday"}], "meta": META},
    ],
)
def test_spending_that_is_not_told_in_full_is_not_told(answer: dict[str, Any]) -> None:
    with pytest.raises(NonsenseError):
        decode.spending(answer)


@given(st.binary() | st.text().map(str.encode) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_fields_or_nonsense(body: bytes) -> None:
    try:
        fields = decode.fields_of(body)
    except NonsenseError:
        return
    assert isinstance(fields, dict)


@pytest.mark.parametrize("number", [b"1e99999999999999999999", b"1e-99999999999999999999", b"9" * 5_000])
def test_a_number_beyond_all_bounds_is_nonsense(number: bytes) -> None:
    with pytest.raises(NonsenseError):
        decode.fields_of(b'{"status": "x", "n": %b}' % number)


@pytest.mark.parametrize("value", [b"[]", b"{}", b"1.5", b'""'])
def test_of_a_great_many_values_none_is_read(value: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "_JSON", None)
    with pytest.raises(NonsenseError):
        decode.fields_of(b'{"status": "x", "data": [%b]}' % b",".join([value] * 200_000))


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
    for read in (
        decode.session_id,
        decode.task_id,
        decode.balance,
        decode.spending,
        lambda it: decode.report(it, "t"),
    ):
        try:
            answer = read(fields)
        except NonsenseError:
            continue
        assert answer or answer == 0


SOUND = "https://sounds.example/{}.mp3"


@pytest.mark.parametrize("wrapping", ["data", "result"])
@pytest.mark.parametrize("wrap", [lambda it: it, lambda it: {"clips": it}, lambda it: [{"songs": it}]])
def test_made_songs_are_found_wherever_they_stand(wrapping: str, wrap: Any) -> None:
    clips = [
        {
            "id": "a",
            "audio_url": SOUND.format("a"),
            "title": "Sea",
            "metadata": {"duration": 95.5, "tags": "x"},
        },
        {"clip_id": "b", "audioUrl": SOUND.format("b"), "duration": 3},
    ]
    report = decode.report(
        decode.fields_of(msgspec.json.encode({"status": "success", wrapping: wrap(clips)})), "t"
    )
    assert report.clips == (
        Clip(id="a", addresses=(SOUND.format("a"),), title="Sea", duration=95.5),
        Clip(id="b", addresses=(SOUND.format("b"),), duration=3.0),
    )


def test_a_decoy_is_no_address_and_the_true_one_stands_elsewhere() -> None:
    decoy, true = "https://cdn.example/Forbidden.mp3", SOUND.format("a")
    clip = {"id": "a", "audio_url": decoy, "media_urls": [{"url": true}, {"url": decoy}, "x", {"url": 3}]}
    assert decode.report({"status": "success", "data": [clip]}, "t").clips == (
        Clip(id="a", addresses=(true,)),
    )
    report = decode.report({"status": "success", "data": [{"id": "a", "audio_url": decoy}]}, "t")
    assert [clip.addresses for clip in report.clips] == []


@pytest.mark.parametrize(
    "address", ["", "file:///etc/passwd", "sound.mp3", 3, None, "https://a/" + "x" * 5_000]
)
def test_what_is_no_address_is_none(address: object) -> None:
    assert decode.report({"status": "success", "data": [{"id": "a", "audio_url": address}]}, "t").clips == ()


@pytest.mark.parametrize("name", ["audioIds", "audio_ids", "clipIds", "clip_ids"])
def test_lists_of_clips_of_a_session(name: str) -> None:
    ids = (Clip(id="a"), Clip(id="b"))
    assert decode.report({"status": "success", name: ["a", "b", "b", 3, "", "a b"]}, "t").clips == ids
    assert decode.report({"status": "success", "data": {name: ["a", "b"]}}, "t").clips == ids
    both = {name: ["a", "b"], "clips": [{"id": "a", "audio_url": SOUND.format("a")}]}
    clips = decode.report({"status": "success", "data": both}, "t").clips
    assert {clip.id: clip.addresses for clip in clips} == {"a": (SOUND.format("a"),), "b": ()}


def test_no_more_clips_are_listed_than_anybody_has() -> None:
    report = decode.report({"status": "success", "data": {"audioIds": [str(it) for it in range(5_000)]}}, "t")
    assert len(report.clips) == 200
