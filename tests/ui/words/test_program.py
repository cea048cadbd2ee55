from mountsea_desktop.ui import words


def test_what_cannot_be_used_is_named() -> None:
    address = words.program.bad_address("MOUNTSEA_API_URL", "http://example.org")
    assert "MOUNTSEA_API_URL" in address
    assert "http://example.org" in address
    assert "/media/stick" in words.program.bad_profile("/media/stick")


def test_the_windows_title_begins_with_the_model() -> None:
    assert words.program.window_title("Night songs").startswith("Night songs")
    assert words.program.name() in words.program.window_title("Night songs")
