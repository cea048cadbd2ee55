"""Ten thousand lines are read while the window goes on painting."""

import asyncio
import time
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from mountsea_desktop.links.extract import LINKS_LIMIT
from mountsea_desktop.ui.add_songs.reader import LinkReader, has_link, to_add

LONGEST_STALL = 0.05


async def read(reader: LinkReader, text: str, **about: object) -> None:
    done = asyncio.Event()
    reader.done.connect(done.set)
    reader.read(text, **about)  # type: ignore[arg-type]  # handed on
    async with asyncio.timeout(30):
        await done.wait()
    reader.done.disconnect(done.set)


async def stall_while_reading(text: str) -> float:
    """The longest time, in seconds, for which nothing else had its turn while the text was read."""
    reader, turns = LinkReader(), [time.thread_time()]
    done = asyncio.Event()
    reader.done.connect(done.set)
    reader.read(text)
    while not done.is_set():
        await asyncio.sleep(0)
        turns.append(time.thread_time())
    assert len(reader.found) == 10_000
    return max(after - before for before, after in pairwise(turns))


async def test_ten_thousand_lines_never_hold_the_loop(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    text = "\n".join(f"https://host{n % 50}.example/some/folder/{n}.mp3?dl=0&x={n}" for n in range(10_000))
    # What other programs do to this computer meanwhile is not ours: the best of three counts.
    assert min([await stall_while_reading(text) for _ in range(3)]) < LONGEST_STALL


async def test_a_new_text_replaces_one_that_is_being_read(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    reader = LinkReader()
    reader.read("\n".join(f"https://old.example/{n}.mp3" for n in range(5_000)))
    await asyncio.sleep(0)
    await read(reader, "https://new.example/1.mp3")
    assert [one.link for one in reader.found] == ["https://new.example/1.mp3"]
    assert not reader._timer.isActive()


async def test_what_is_there_already_is_not_added_twice(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    reader = LinkReader()
    text = "https://a.example/1.mp3\nhttps://a.example/2.mp3\nhttps://a.example/2.mp3\nhello"
    await read(reader, text, known=["https://a.example/1.mp3"])
    assert [one.link for one in to_add(reader.found)] == ["https://a.example/2.mp3"]
    assert len(reader.found) == 4


async def test_too_much_is_cut_and_told(qtbot: QtBot) -> None:  # noqa: ARG001 - the window's loop
    reader = LinkReader()
    await read(reader, "\n".join(f"h.io/{n}.mp3" for n in range(LINKS_LIMIT + 5)))
    assert len(reader.found) == LINKS_LIMIT
    assert reader.cut_short
    await read(reader, "https://a.example/1.mp3")
    assert not reader.cut_short


@pytest.mark.parametrize(
    "text",
    [
        "https://songs.example/1.mp3",
        "see https://songs.example/1.mp3",
        "www.songs.example/1.mp3",
        "dropbox.com/s/abc/Blue.mp3",
        "drive.google.com/file/d/1",
    ],
)
def test_a_link_is_no_name(text: str) -> None:
    assert has_link(text)


@pytest.mark.parametrize(
    "text", ["", "Blue", "AC/DC", "feat.Anna/Ben", "St.Louis/Blues", "Vol.2", "Mr. Smith goes/comes", "C://x"]
)
def test_a_name_is_no_link(text: str) -> None:
    assert not has_link(text)
