import time

import pytest

from mountsea_desktop.gateway.session_gone import says_session_is_gone


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
