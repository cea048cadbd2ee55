from mountsea_desktop.gateway.tokens import TokenFault
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.ui import words

ERRORS = (
    SecretAnswer.LOCKED,
    SecretAnswer.UNAVAILABLE,
    SecretAnswer.TIMED_OUT,
    SecretAnswer.FAILED,
    SecretAnswer.TOO_LONG,
)
"""The other answers are no errors: what the dialog then shows tells of them."""


def test_each_flaw_of_a_token_is_told_apart() -> None:
    told = {fault: words.account.fault(fault) for fault in TokenFault}
    assert told[TokenFault.NOT_ASCII] == told[TokenFault.CONTROL]
    assert len(set(told.values())) == len(TokenFault) - 1


def test_each_error_of_the_password_store_has_words_of_its_own() -> None:
    assert len({words.account.store(answer) for answer in ERRORS}) == len(ERRORS)


def test_where_else_a_token_may_be_is_said_as_it_is_allowed() -> None:
    assert words.account.other_places(True) != words.account.other_places(allowed=False)


def test_the_buttons_begin_as_other_programs_expect(language: str) -> None:
    beginnings = {"en": ("Connect", "Account"), "zh_CN": ("连接", "账户"), "zh_TW": ("連線", "帳戶")}
    connect, account = beginnings[language]
    assert words.account.connect_button().startswith(connect)
    assert words.account.account_button("").startswith(account)
    assert words.account.account_button("120").startswith(account)
    assert "120" in words.account.account_button("120")
