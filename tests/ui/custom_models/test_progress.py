"""How far the songs are, in the words other programs rely on."""

import pytest
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.progress import UploadProgress


@pytest.mark.parametrize(
    ("uploaded", "words", "bar"),
    [
        (0, "0 of 6 songs uploaded", 0),
        (1, "1 of 6 songs uploaded", 1),
        (4, "4 of 6 songs uploaded", 4),
        (6, "6 songs uploaded", 6),
        (7, "7 songs uploaded", 6),
    ],
)
def test_the_words_and_the_bar(qtbot: QtBot, uploaded: int, words: str, bar: int) -> None:
    progress = UploadProgress()
    qtbot.addWidget(progress)
    progress.set_uploaded(uploaded)
    assert progress.label.text() == progress._bar.accessibleName() == words
    assert progress._bar.value() == bar
