from mountsea_desktop.ui import words


def test_a_dialog_is_named_like_the_control_that_opens_it() -> None:
    for opener, title in (
        (words.dialogs.settings(), words.dialogs.settings_title()),
        (words.dialogs.help(), words.dialogs.help_title()),
    ):
        assert opener == f"{title}…"
    assert words.dialogs.about_title().startswith(words.dialogs.about().removesuffix("…"))


def test_help_names_the_button_it_sends_people_to() -> None:
    assert words.account.connect_button().removesuffix("…") in words.dialogs.help_token()
