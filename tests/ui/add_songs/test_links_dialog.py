"""The link box: any text in, line by line what was understood, and nothing that was typed is lost."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.add_songs.links_dialog import MOST_SHOWN, LinksBox
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import press, until

KNOWN = "https://host.example/known.mp3"


@pytest.fixture
def box(window: QWidget) -> LinksBox:
    box = LinksBox(window, Icons(), {KNOWN: "Known song"})
    box.open()
    return box


def links(count: int, start: int = 1) -> str:
    return "\n".join(f"https://host.example/{number}.mp3" for number in range(start, start + count))


def lines(box: LinksBox) -> list[str]:
    return [box.understood.item(row).text() for row in range(box.understood.count())]


async def told(box: LinksBox, count: int) -> None:
    await until(
        lambda: len(box.found) == count and not box._typing.isActive() and not box._reader.busy, "the count"
    )


def test_it_begins_with_the_keyboard_in_the_field_and_nothing_to_add(box: LinksBox) -> None:
    assert box.field.accessibleName() == "Song links"
    assert box.field.hasFocus()
    assert box.add.text().startswith("Add ")
    assert not box.add.isEnabled()
    assert not box.understood.isVisible()


async def test_the_button_counts(box: LinksBox) -> None:
    box.field.setPlainText(links(6))
    await told(box, 6)
    assert box.add.text() == "Add 6 songs"
    press(box.add)
    assert box.result() == LinksBox.DialogCode.Accepted
    assert len(box.found) == 6


async def test_each_line_says_what_was_understood(box: LinksBox) -> None:
    texts = [
        "https://www.dropbox.com/s/abc/Blue.mp3?dl=0",
        "https://host.example/1.mp3",
        "https://host.example/1.mp3",
        KNOWN,
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "just words",
    ]
    box.field.setPlainText("\n".join(texts))
    await told(box, 3)
    said = lines(box)
    assert len(said) == 6
    assert said[0].startswith("Line 1: Blue")
    assert "Dropbox" in said[0]
    assert said[1].startswith("Line 2: 1")
    assert said[2] == "Line 3: the same as line 2"
    assert said[3] == "Line 4: the same as “Known song”, which is in the list"
    assert "Spotify" in said[4]
    assert said[5] == "Line 6: no link in “just words”"
    assert not any(box.understood.item(row).icon().isNull() for row in range(6))


async def test_advice_is_given_where_one_types(box: LinksBox) -> None:
    end = int(time.time()) + 600
    box.field.setPlainText(f"http://host.example/1.mp3?Expires={end}&Signature=x")
    await told(box, 1)
    assert "not encrypted" in lines(box)[0]
    assert "expires soon" in lines(box)[0]


async def test_files_that_are_dropped_on_the_field_are_no_text(box: LinksBox) -> None:
    given = QSignalSpy(box.files_given)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/music/list.txt")])
    assert box.field.canInsertFromMimeData(data)
    box.field.insertFromMimeData(data)
    assert given.at(0) == [[Path("/music/list.txt")]]
    assert not box.text


async def test_fewer_than_six_say_how_many_are_missing(box: LinksBox) -> None:
    box.field.setPlainText(links(3))  # and one is in the list already
    await told(box, 3)
    assert "2 more and you have six." in box._summary.text()
    box.field.setPlainText(links(5))
    await told(box, 5)
    assert "more and you have six" not in box._summary.text()


async def test_an_impatient_press_loses_nothing(box: LinksBox) -> None:
    QTest.keyClicks(box.field, "https://host.example/1.mp3")
    press(box.add)
    await until(lambda: box.gone, "the end of the box")
    assert [one.link for one in box.found] == ["https://host.example/1.mp3"]


async def test_a_press_while_thousands_are_read_waits_for_the_last(box: LinksBox) -> None:
    box.field.setPlainText(links(6))
    await told(box, 6)
    box.field.setPlainText(links(8_000))
    await until(lambda: box._reader.busy and len(box._reader.found) > 10, "the first slices")
    press(box.add)
    await until(lambda: box.gone, "the end of the box")
    assert len(box.found) == 8_000


async def test_an_impatient_press_on_garbage_adds_nothing_and_says_so(box: LinksBox) -> None:
    QTest.keyClicks(box.field, "hello there")
    press(box.add)
    await until(lambda: not box.add.isEnabled(), "the answer")
    assert not box.gone
    assert box._summary.text() == "No link yet."
    QTest.keyClicks(box.field, " https://host.example/1.mp3")
    await told(box, 1)
    assert not box.gone  # the press before is forgotten


async def test_thousands_of_lines_are_counted_but_not_all_shown(box: LinksBox) -> None:
    box.field.setPlainText(links(2_000))
    await told(box, 2_000)
    assert box.understood.count() == MOST_SHOWN + 1
    assert lines(box)[-1] in {"and 1700 more lines", "and 1,700 more lines"}
    assert box.add.text() in {"Add 2000 songs", "Add 2,000 songs"}


async def test_a_text_it_opens_with_is_read_and_more_is_put_below(window: QWidget) -> None:
    box = LinksBox(window, Icons(), {}, text=links(2))
    box.open()
    await told(box, 2)
    box.add_text(links(1, start=3))
    await told(box, 3)
    assert box.field.toPlainText() == links(3)


@pytest.mark.parametrize("way", ["close", "escape"])
async def test_it_closes_without_adding(box: LinksBox, way: str) -> None:
    box.field.setPlainText(links(6))
    if way == "close":
        assert box.close_button.text() == "Close"
        press(box.close_button)
    else:
        QTest.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.gone
    assert box.result() == LinksBox.DialogCode.Rejected
    await until(lambda: not box._typing.isActive() and not box._reader.busy, "the end of reading")
    assert box.result() == LinksBox.DialogCode.Rejected


def test_the_tab_key_leaves_the_field(box: LinksBox) -> None:
    QTest.keyClick(box.field, Qt.Key.Key_Tab)
    assert not box.field.toPlainText()


def test_a_list_can_be_imported(box: LinksBox) -> None:
    wanted = QSignalSpy(box.import_wanted)
    press(box.import_list)
    assert wanted.count() == 1
