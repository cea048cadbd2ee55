from mountsea_desktop.ui import words


def test_a_box_is_named_like_the_control_that_opens_it() -> None:
    for opener, title in (
        (words.boxes.settings(), words.boxes.settings_title()),
        (words.boxes.help(), words.boxes.help_title()),
    ):
        assert opener == f"{title}…"
    assert words.boxes.about_title().startswith(words.boxes.about().removesuffix("…"))


def test_help_names_the_button_it_sends_people_to() -> None:
    assert words.account.connect_button().removesuffix("…") in words.boxes.help_token()
