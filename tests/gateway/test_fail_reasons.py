import time

import pytest

from mountsea_desktop.gateway.fail_reasons import FailReason, recognise, says_session_is_gone


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("match_audible_magic", FailReason.KNOWN_RECORDING),
        ("Upload failed: MATCH_ACRCLOUD (1.0)", FailReason.KNOWN_RECORDING),
        ("match_version_id", FailReason.KNOWN_RECORDING),
        ("Audio matches existing work of art, copyright", FailReason.KNOWN_RECORDING),
        ("Copyright lyrics", FailReason.COPYRIGHT),
        ("check_failed", FailReason.CHECK_FAILED),
        ("copyright_check_failed", FailReason.COPYRIGHT),
        ("duration_short", FailReason.TOO_SHORT),
        ("duration_long", FailReason.TOO_LONG),
        ("decode_audio", FailReason.UNREADABLE),
        ("fetch_audio", FailReason.NOT_FETCHED),
        ("Audio source not found.", FailReason.NOT_FETCHED),
        ("rate_limited", FailReason.TOO_MANY),
        ("blocked_account", FailReason.ACCOUNT_BLOCKED),
        ("", FailReason.OTHER),
        ("the moon is full", FailReason.OTHER),
    ],
)
def test_known_words(words: str, reason: FailReason) -> None:
    assert recognise(words) is reason


def test_the_code_counts_where_the_words_say_nothing() -> None:
    assert recognise("", "4001") is FailReason.NOT_FETCHED
    assert recognise("oops", "decode_audio") is FailReason.UNREADABLE
    assert recognise("duration_short", "4001") is FailReason.TOO_SHORT
    assert recognise("oops", "4999") is FailReason.OTHER


@pytest.mark.parametrize(
    "words",
    [
        "Session not found",
        "Session not found or expired",
        "session 0f8fad5b-dead-beef-a165-70867728950e does not exist",
        "sessionId is invalid",
        "The session id 'a7' doesn't exist.",
        "Session has already expired, please prepare again",
        "Unknown session",
        "Invalid sessionId: 7",
        "No such session",
        "session_id could not be found",
        "This session is no longer available",
        "Could not find the session",
        "会话不存在",
        "会话已过期，请重新开始",
        "無效的會話",
        "session 无效",
        "会话ID 0f8f-1 已失效",
        "sessionId不存在或已过期",
    ],
)
def test_words_that_a_session_is_over(words: str) -> None:
    assert says_session_is_gone(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "sessionId must be a UUID",
        "Audio source not found in this session",
        "This session already holds a song with an invalid name",
        "session expires in 5 minutes",
        "会话中的歌曲不存在",
        "the moon is full",
    ],
)
def test_words_that_a_session_is_not_over(words: str) -> None:
    assert not says_session_is_gone(words)


def test_recognising_a_session_takes_little_time() -> None:
    began = time.process_time()
    for piece in ("-1", "session ", "session-1", " is", "session 1a", "a"):
        says_session_is_gone("session" + piece * 500)
        says_session_is_gone(piece * 1_000)
    assert time.process_time() - began < 1
