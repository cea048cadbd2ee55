import pytest

from mountsea_desktop.gateway.fail_reasons import FailReason, recognise


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
        ("Custom model limit reached (3/3)", FailReason.ACCOUNT_FULL),
        ("You have reached the maximum number of custom models", FailReason.ACCOUNT_FULL),
        ("custom_model_limit_exceeded", FailReason.ACCOUNT_FULL),
        ("This account already has 3 models.", FailReason.ACCOUNT_FULL),
        ("自定义模型数量已达上限", FailReason.ACCOUNT_FULL),
        ("rate limit for this model", FailReason.OTHER),
        ("model name exceeds the maximum length", FailReason.OTHER),
        ("clipIds: at most 24. The model was not created", FailReason.OTHER),
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
