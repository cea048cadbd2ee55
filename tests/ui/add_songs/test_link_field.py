import time

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mountsea_desktop.ui.add_songs.link_field import LinkField, broken

LINK = "https://songs.example/" + "a" * 3_000


@pytest.mark.parametrize("text", ["", "one\ntwo", f"{LINK}\n{LINK}", "x" * 5_000, "x" * 5_000 + "\n\nend"])
def test_what_people_usually_paste_stays_as_it_is(text: str) -> None:
    assert broken(text) == text


def test_far_too_long_lines_are_broken_at_spaces_and_nothing_is_lost() -> None:
    text = f"{LINK} " * 100
    lines = broken(text).split("\n")
    assert max(map(len, lines)) <= 10_001
    assert "".join(lines) == text
    assert sum(line.count(LINK) for line in lines) == 100


def test_a_line_without_spaces_is_broken_all_the_same() -> None:
    lines = broken("x" * 1_000_000).split("\n")
    assert max(map(len, lines)) <= 10_000


@pytest.mark.parametrize("paste", [True, False])
def test_ten_megabytes_in_one_line_do_not_stop_the_painting(qapp: QApplication, paste: bool) -> None:
    field = LinkField()
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.show()
    text = "word " * 2_000_000
    if paste:
        mime = QMimeData()
        mime.setText(text)
        field.insertFromMimeData(mime)
    else:
        field.setPlainText(text)
    began = time.thread_time()
    field.repaint()
    assert time.thread_time() - began < 0.5
    assert len(field.toPlainText().replace("\n", "")) == len(text)
    assert qapp is not None
