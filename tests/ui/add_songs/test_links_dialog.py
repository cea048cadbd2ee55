"""The link dialog: any text in, line by line what was understood, and nothing that was typed is lost."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.add_songs.links_dialog import MOST_SHOWN, LinksDialog
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import press, until

KNOWN = "https://host.example/known.mp3"


@pytest.fixture
def dialog(window: QWidget) -> LinksDialog:
    dialog = LinksDialog(window, Icons(), {KNOWN: "Known song"})
    dialog.open()
    return dialog


def links(count: int, start: int = 1) -> str:
    return "\n".join(f"https://host.example/{number}.mp3" for number in range(start, start + count))


def lines(dialog: LinksDialog) -> list[str]:
    return [dialog.understood.item(row).text() for row in range(dialog.understood.count())]


async def told(dialog: LinksDialog, count: int) -> None:
    await until(
        lambda: len(dialog.found) == count and not dialog._typing.isActive() and not dialog._reader.busy,
        "the count",
    )


def test_it_begins_with_the_keyboard_in_the_field_and_nothing_to_add(dialog: LinksDialog) -> None:
    assert dialog.field.accessibleName() == "Song links"
    assert dialog.field.hasFocus()
    assert dialog.add.text().startswith("Add ")
    assert not dialog.add.isEnabled()
    assert not dialog.understood.isVisible()


async def test_the_button_counts(dialog: LinksDialog) -> None:
    dialog.field.setPlainText(links(6))
    await told(dialog, 6)
    assert dialog.add.text() == "Add 6 songs"
    press(dialog.add)
    assert dialog.result() == LinksDialog.DialogCode.Accepted
    assert len(dialog.found) == 6


async def test_each_line_says_what_was_understood(dialog: LinksDialog) -> None:
    texts = [
        "https://www.dropbox.com/s/abc/Blue.mp3?dl=0",
        "https://host.example/1.mp3",
        "https://host.example/1.mp3",
        KNOWN,
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "just words",
    ]
    dialog.field.setPlainText("\n".join(texts))
    await told(dialog, 3)
    said = lines(dialog)
    assert len(said) == 6
    assert said[0].startswith("Line 1: Blue")
    assert "Dropbox" in said[0]
    assert said[1].startswith("Line 2: 1")
    assert said[2] == "Line 3: the same as line 2"
    assert said[3] == "Line 4: the same as “Known song”, which is in the list"
    assert "Spotify" in said[4]
    assert said[5] == "Line 6: no link in “just words”"
    assert not any(dialog.understood.item(row).icon().isNull() for row in range(6))


async def test_advice_is_given_where_one_types(dialog: LinksDialog) -> None:
    end = int(time.time()) + 600
    dialog.field.setPlainText(f"http://host.example/1.mp3?Expires={end}&Signature=x")
    await told(dialog, 1)
    assert "not encrypted" in lines(dialog)[0]
    assert "expires soon" in lines(dialog)[0]


async def test_files_that_are_dropped_on_the_field_are_no_text(dialog: LinksDialog) -> None:
    given = QSignalSpy(dialog.files_given)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/music/list.txt")])
    assert dialog.field.canInsertFromMimeData(data)
    dialog.field.insertFromMimeData(data)
    assert given.at(0) == [[Path("/music/list.txt")]]
    assert not dialog.text


async def test_fewer_than_six_say_how_many_are_missing(dialog: LinksDialog) -> None:
    dialog.field.setPlainText(links(3))  # and one is in the list already
    await told(dialog, 3)
    assert "2 more and you have six." in dialog._summary.text()
    dialog.field.setPlainText(links(5))
    await told(dialog, 5)
    assert "more and you have six" not in dialog._summary.text()


async def test_an_impatient_press_loses_nothing(dialog: LinksDialog) -> None:
    QTest.keyClicks(dialog.field, "https://host.example/1.mp3")
    press(dialog.add)
    await until(lambda: dialog.gone, "the end of the dialog")
    assert [one.link for one in dialog.found] == ["https://host.example/1.mp3"]


async def test_a_press_while_thousands_are_read_waits_for_the_last(dialog: LinksDialog) -> None:
    dialog.field.setPlainText(links(6))
    await told(dialog, 6)
    dialog.field.setPlainText(links(8_000))
    await until(lambda: dialog._reader.busy and len(dialog._reader.found) > 10, "the first slices")
    press(dialog.add)
    await until(lambda: dialog.gone, "the end of the dialog")
    assert len(dialog.found) == 8_000


async def test_an_impatient_press_on_garbage_adds_nothing_and_says_so(dialog: LinksDialog) -> None:
    QTest.keyClicks(dialog.field, "hello there")
    press(dialog.add)
    await until(lambda: not dialog.add.isEnabled(), "the answer")
    assert not dialog.gone
    assert dialog._summary.text() == "No link yet."
    QTest.keyClicks(dialog.field, " https://host.example/1.mp3")
    await told(dialog, 1)
    assert not dialog.gone  # the press before is forgotten


async def test_thousands_of_lines_are_counted_but_not_all_shown(dialog: LinksDialog) -> None:
    dialog.field.setPlainText(links(2_000))
    await told(dialog, 2_000)
    assert dialog.understood.count() == MOST_SHOWN + 1
    assert lines(dialog)[-1] in {"and 1700 more lines", "and 1,700 more lines"}
    assert dialog.add.text() in {"Add 2000 songs", "Add 2,000 songs"}


async def test_a_text_it_opens_with_is_read_and_more_is_put_below(window: QWidget) -> None:
    dialog = LinksDialog(window, Icons(), {}, text=links(2))
    dialog.open()
    await told(dialog, 2)
    dialog.add_text(links(1, start=3))
    await told(dialog, 3)
    assert dialog.field.toPlainText() == links(3)


@pytest.mark.parametrize("way", ["close", "escape"])
async def test_it_closes_without_adding(dialog: LinksDialog, way: str) -> None:
    dialog.field.setPlainText(links(6))
    if way == "close":
        assert dialog.close_button.text() == "Close"
        press(dialog.close_button)
    else:
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.gone
    assert dialog.result() == LinksDialog.DialogCode.Rejected
    await until(lambda: not dialog._typing.isActive() and not dialog._reader.busy, "the end of reading")
    assert dialog.result() == LinksDialog.DialogCode.Rejected


def test_the_tab_key_leaves_the_field(dialog: LinksDialog) -> None:
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert not dialog.field.toPlainText()


def test_a_list_can_be_imported(dialog: LinksDialog) -> None:
    wanted = QSignalSpy(dialog.import_wanted)
    press(dialog.import_list)
    assert wanted.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_a_key_accepts_while_one_writes(dialog: LinksDialog, key: Qt.Key) -> None:
    dialog.field.setPlainText(links(2))
    await told(dialog, 2)
    QTest.keyClick(dialog.field, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == LinksDialog.DialogCode.Accepted


async def test_what_can_be_uploaded_and_what_cannot_are_counted_apart(dialog: LinksDialog) -> None:
    hopeless = "https://open.spotify.com/track/1\nhttps://open.spotify.com/track/2"
    dialog.field.setPlainText(f"{links(2)}\n{hopeless}")
    await told(dialog, 4)
    said = dialog._summary.text()
    assert said.startswith("2 songs can be uploaded. 2 links cannot work yet: they come into the list")
    dialog.field.setPlainText(hopeless)
    await told(dialog, 2)
    assert dialog._summary.text().startswith("2 links cannot work yet")
