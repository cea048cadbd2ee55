import pytest

from mountsea_desktop.runtime.device_names import is_device


@pytest.mark.parametrize("name", ["con", "AUX.wav", "Com1.x.mp3", "lpt9", "nul .flac", "COM¹.mp3", "CONIN$"])
def test_a_device_is_told_whatever_follows(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["", "console.wav", "My aux.wav", "com10", "auxiliary", "x.con"])
def test_a_name_is_let_be(name: str) -> None:
    assert not is_device(name)
