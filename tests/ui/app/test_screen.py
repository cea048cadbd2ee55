import pytest

from mountsea_desktop.ui.app.screen import is_missing


@pytest.mark.parametrize(
    ("environ", "platform", "missing"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_a_screen_is_missing_only_where_it_is_something_to_connect_to(
    environ: dict[str, str], platform: str, missing: bool
) -> None:
    assert is_missing(environ, platform) is missing
