import pytest

from mountsea_desktop.gateway.reasons import Reason, recognise


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("match_audible_magic", Reason.KNOWN_RECORDING),
        ("Upload failed: MATCH_ACRCLOUD (1.0)", Reason.KNOWN_RECORDING),
        ("match_version_id", Reason.KNOWN_RECORDING),
        ("Audio matches existing work of art, copyright", Reason.KNOWN_RECORDING),
        ("Copyright lyrics", Reason.COPYRIGHT),
        ("check_failed", Reason.CHECK_FAILED),
        ("copyright_check_failed", Reason.COPYRIGHT),
        ("duration_short", Reason.TOO_SHORT),
        ("duration_long", Reason.TOO_LONG),
        ("decode_audio", Reason.UNREADABLE),
        ("fetch_audio", Reason.NOT_FETCHED),
        ("Audio source not found.", Reason.NOT_FETCHED),
        ("rate_limited", Reason.TOO_MANY),
        ("blocked_account", Reason.ACCOUNT_BLOCKED),
        ("", Reason.OTHER),
        ("the moon is full", Reason.OTHER),
    ],
)
def test_known_words(words: str, reason: Reason) -> None:
    assert recognise(words) is reason


def test_the_code_counts_where_the_words_say_nothing() -> None:
    assert recognise("", "4001") is Reason.NOT_FETCHED
    assert recognise("oops", "decode_audio") is Reason.UNREADABLE
    assert recognise("duration_short", "4001") is Reason.TOO_SHORT
    assert recognise("oops", "4999") is Reason.OTHER
