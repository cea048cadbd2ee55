import pytest

from mountsea_desktop.storage.folders import FoldersFault
from mountsea_desktop.ui import words


def test_what_cannot_be_used_is_named() -> None:
    address = words.program.bad_address("MOUNTSEA_API_URL", "http://example.org")
    assert "MOUNTSEA_API_URL" in address
    assert "http://example.org" in address


FOLDERS = [fault for fault in FoldersFault if fault is not FoldersFault.NO_TEMPORARY]


def test_each_fault_of_a_folder_has_words_of_its_own() -> None:
    said = {words.program.bad_folder(fault, "/media/stick", chosen=True) for fault in FOLDERS}
    assert len(said) == len(FOLDERS)


@pytest.mark.parametrize("fault", FOLDERS)
def test_a_folder_that_cannot_be_used_is_named_and_its_option_only_to_those_who_used_it(
    fault: FoldersFault,
) -> None:
    for chosen in (True, False):
        said = words.program.bad_folder(fault, "/media/stick", chosen=chosen)
        assert "/media/stick" in said
        assert ("--profile" in said) is chosen


def test_the_windows_title_begins_with_the_model() -> None:
    assert words.program.window_title("Night songs").startswith("Night songs")
    assert words.program.name() in words.program.window_title("Night songs")
