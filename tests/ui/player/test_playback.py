import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import miniaudio
import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from mountsea_desktop.links.download import Downloader
from mountsea_desktop.links.fetch import Fetcher
from mountsea_desktop.practice.tune import tune
from mountsea_desktop.sound import player as player_module
from mountsea_desktop.sound.decode import Sound
from mountsea_desktop.ui.player.bar import PlayerBar
from mountsea_desktop.ui.player.playback import Playback, Track
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import themed, until

LINK = Track(key="1", title="Sea", link="https://songs.example/sea.wav")


class Player:
    """A bar and what plays behind it; links lead to a tune."""

    def __init__(self, bar: PlayerBar, answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.bar = bar
        self.parent = QObject()
        self.work: set[asyncio.Future[Any]] = set()
        fetcher = Fetcher(
            httpx.MockTransport(answer), allow_loopback=False, proxy_for=lambda _: "", look_up=None, tls=None
        )
        self.playback = Playback(bar, Downloader(fetcher), self._start, self.parent)

    def _start(self, work: Coroutine[Any, Any, object], _name: str) -> None:
        self.work.add(asyncio.gather(work))

    async def ended(self) -> None:
        """All work has ended, or was cancelled; raises what went wrong in it."""
        for one in await asyncio.gather(*self.work, return_exceptions=True):
            if isinstance(one, BaseException) and not isinstance(one, asyncio.CancelledError):
                raise one

    async def close(self) -> None:
        await self.playback.close()
        await self.ended()
        self.bar.close()


class Stuck(httpx.AsyncByteStream):
    """A song of which nothing comes after its beginning."""

    def __init__(self) -> None:
        self.begun, self.left = asyncio.Event(), asyncio.Event()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            yield tune("Sea")[:2_000]
            self.begun.set()
            await asyncio.Event().wait()
        finally:
            self.left.set()


def sound(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, stream=httpx.ByteStream(tune("Sea")))


@pytest.fixture
async def player(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Player]:
    monkeypatch.setattr(player_module, "_backends", list)
    themed(qapp)
    player = Player(PlayerBar(Icons()), sound)
    yield player
    await player.close()


async def test_a_link_is_fetched_decoded_and_played(player: Player) -> None:
    player.playback.play(LINK)
    await until(lambda: player.bar.wave.value() > 0, "a position that moves")
    assert player.bar.wave.maximum() == 8_000
    assert "no sound device" in player.bar._message.text()


async def test_it_stops_at_the_end_and_begins_anew(player: Player) -> None:
    player.playback.play(LINK)
    await until(lambda: player.bar.wave.value() > 0, "a position that moves")
    player.bar.seek_wanted.emit(7_900)
    await until(lambda: not player.playback.is_playing, "the end")
    assert player.bar.play.text() == "Play"
    player.playback.toggle()
    await until(lambda: 0 < player.bar.wave.value() < 4_000, "the beginning")


async def test_what_was_read_is_not_read_again(player: Player) -> None:
    player.playback.play(LINK)
    await until(lambda: player.playback.is_playing, "it plays")
    player.playback.toggle()
    sound_before = player.playback.player.sound
    player.playback.toggle()
    await until(lambda: player.playback.is_playing, "it plays")
    assert player.playback.player.sound is sound_before


async def test_another_song_takes_the_place_of_the_first(player: Player, tmp_path: Path) -> None:
    player.playback.play(LINK)
    await until(lambda: player.playback.is_playing, "it plays")
    file = tmp_path / "land.wav"
    file.write_bytes(tune("Land"))
    player.playback.play(Track(key="2", title="Land", file=file))
    await until(lambda: player.playback.is_playing, "the other plays")
    assert player.bar._title.text() == "Land"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"<!doctype html>", "no song"), (b"ID3" + bytes(2_000), "no sound that the program can play")],
)
async def test_what_cannot_be_heard_is_said(player: Player, content: bytes, said: str) -> None:
    other = Player(player.bar, lambda _: httpx.Response(200, stream=httpx.ByteStream(content)))
    other.playback.play(LINK)
    await until(lambda: said in other.bar._message.text(), said)
    assert not other.playback.is_playing
    await other.close()


async def test_a_file_that_is_gone_is_said(player: Player, tmp_path: Path) -> None:
    player.playback.play(Track(key="2", title="Land", file=tmp_path / "gone.wav"))
    await until(lambda: "not where it was" in player.bar._message.text(), "why not")


@pytest.mark.logs("does not answer")
async def test_a_device_that_does_not_answer_is_said_and_let_go_when_it_does(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, closed = Event(), Event()

    class Slow:
        def __init__(self, **_more: object) -> None:
            answer.wait()

        def start(self, _feed: object) -> None:
            pass

        def close(self) -> None:
            closed.set()

    monkeypatch.setattr(miniaudio, "PlaybackDevice", Slow)
    monkeypatch.setattr(player_module, "OPENING", 0.3)
    player.playback.play(LINK)
    await until(lambda: "does not answer" in player.bar._message.text(), "why nothing is heard")
    assert player.bar.play.text() == "Play"
    answer.set()
    await until(closed.is_set, "the device is let go")


def sounds() -> int:
    """How many decoded songs are held in memory."""
    return sum(type(it) is Sound and bool(it.samples) for it in gc.get_objects())


async def test_a_bar_that_is_closed_holds_no_samples(player: Player) -> None:
    player.playback.play(LINK)
    await until(lambda: player.playback.is_playing, "it plays")
    held = sounds()
    player.bar.close_wanted.emit()
    await until(lambda: sounds() == held - 1, "the samples are let go")
    player.playback.play(LINK)
    await until(lambda: player.playback.is_playing, "it plays again")


async def test_closed_while_it_is_read_nothing_plays(player: Player) -> None:
    player.playback.play(LINK)
    player.playback.dismiss()
    await player.ended()
    assert not player.playback.is_playing
    assert player.bar.isHidden()


@pytest.fixture
async def stuck(player: Player) -> AsyncIterator[tuple[Player, Stuck]]:
    """A player that is fetching `LINK` and gets no further; files are read as ever."""
    song = Stuck()
    other = Player(player.bar, lambda _: httpx.Response(200, stream=song))
    other.playback.play(LINK)
    await song.begun.wait()
    yield other, song
    await other.close()


async def test_another_song_is_heard_while_one_is_still_being_fetched(
    stuck: tuple[Player, Stuck], tmp_path: Path
) -> None:
    player, song = stuck
    assert "being read" in player.bar._message.text()
    file = tmp_path / "land.wav"
    file.write_bytes(tune("Land"))
    player.playback.play(Track(key="2", title="Land", file=file))
    await until(lambda: player.playback.is_playing, "the other plays")
    assert player.bar._title.text() == "Land"
    assert song.left.is_set()


@pytest.mark.parametrize("end", ["dismiss", "close", "offer"])
async def test_nothing_is_fetched_for_nobody(stuck: tuple[Player, Stuck], tmp_path: Path, end: str) -> None:
    player, song = stuck
    if end == "dismiss":
        player.playback.dismiss()
    elif end == "close":
        await player.playback.close()
    else:
        player.playback.offer(Track(key="2", title="Land", file=tmp_path / "land.wav"))
    await asyncio.wait_for(song.left.wait(), 5)
    assert not player.playback.is_playing


async def test_a_song_that_was_given_up_is_fetched_anew(stuck: tuple[Player, Stuck]) -> None:
    player, song = stuck
    player.playback.dismiss()
    song.begun.clear()
    player.playback.play(LINK)
    await asyncio.wait_for(song.begun.wait(), 5)
    assert "being read" in player.bar._message.text()


async def test_another_player_is_asked_to_open_it(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    for track in (LINK, Track(key="2", title="Land", file=tmp_path / "a b.wav")):
        player.playback.offer(track)
        player.bar.elsewhere_wanted.emit()
    assert opened == [QUrl(LINK.link), QUrl.fromLocalFile(str(tmp_path / "a b.wav"))]
