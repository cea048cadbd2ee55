"""What the player's bar wishes, done: files and links are read, decoded and played, one at a time."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from mountsea_desktop.links.verdict import DownloadError
from mountsea_desktop.sound.decode import Sound, SoundError, SoundFault
from mountsea_desktop.sound.player import Player
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.pages import open_song
from mountsea_desktop.ui.player.bar import PlayerBar
from mountsea_desktop.workflow.ports import Downloader
from mountsea_desktop.workflow.problem import Problem

EVERY = 100
"""Milliseconds between two looks at how far it is."""


@dataclass(frozen=True, slots=True)
class Track:
    """Something that can be heard."""

    key: str
    """What it is known by: a song's id, or a clip's."""
    title: str
    file: Path | None = None
    link: str = ""


class Playback(QObject):
    """Joins a bar to a player. `start` begins work of a name."""

    gone = Signal(str)
    """A track, by its key, whose file is not there, though its folder is."""

    def __init__(
        self,
        bar: PlayerBar,
        downloader: Downloader,
        start: Callable[[Coroutine[Any, Any, object], str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._downloader = downloader
        self._start = start
        self.player = Player()
        self.player.volume = bar.loudness
        self.track: Track | None = None
        """What the bar speaks of."""
        self._loaded: Track | None = None
        self._loading: asyncio.Task[Any] | None = None
        """Fetches what the bar speaks of."""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        bar.toggle_wanted.connect(self.toggle)
        bar.seek_wanted.connect(self._seek)
        bar.volume_wanted.connect(self._set_volume)
        bar.elsewhere_wanted.connect(self._open_elsewhere)
        bar.close_wanted.connect(self.dismiss)

    @property
    def is_playing(self) -> bool:
        """Whether something is heard."""
        return self.player.is_playing

    def offer(self, track: Track | None) -> None:
        """Speak of this; what is heard of something else stops."""
        if track == self.track:
            return
        self.track = track
        if track is None:
            self.dismiss()
            return
        self._stop()
        self._cancel_loading()
        self._bar.show_title(track.title)
        if track == self._loaded:
            self._bar.show_sound(self.player.sound)
            self._bar.show_position(self.player.position)

    def play(self, track: Track) -> None:
        """Have this heard."""
        self.offer(track)
        if not self.is_playing:
            self.toggle()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.is_playing:
            self._stop()
        elif self.track is not None and self._loading is None:
            self._start(self._play(self.track), "play")

    def dismiss(self) -> None:
        """Hear no more, and take the bar away."""
        self.track = None
        self._stop()
        self._cancel_loading()
        self._unload()
        self._bar.hide()

    async def close(self) -> None:
        """Let the device go."""
        self._timer.stop()
        self._cancel_loading()
        await self.player.close()

    async def _play(self, track: Track) -> None:
        if self.track != track or self._loading is not None:
            return  # before this came to begin
        if track != self._loaded and not await self._load(track):
            return
        if self.track != track:
            return  # something else was chosen meanwhile
        self._bar.show_playing(True)
        self._timer.start()
        if not await self.player.play():
            if self.track == track:
                self._stop()
                self._bar.show_message(words.player.no_answer(), elsewhere=True)
            return
        if self.player.is_silent and self.is_playing:
            self._bar.show_message(words.player.no_device(), elsewhere=True)

    async def _load(self, track: Track) -> bool:
        """Fetch its samples; return whether that worked. What went wrong is said in the bar."""
        self._loading = asyncio.current_task()
        self._bar.show_message(words.player.loading())
        try:
            sound = await self._sound(track)
        except SoundError as error:
            self._refuse(track, words.player.fault(error.fault), elsewhere=True)
            if error.fault is SoundFault.GONE:
                self.gone.emit(track.key)
            return False
        except DownloadError as error:
            told = words.problems.explain(Problem(error.fault))
            return self._refuse(track, words.problems.join(told.what, told.why), elsewhere=False)
        finally:
            if self._loading is asyncio.current_task():  # and not the next one's
                self._loading = None
        if self.track != track:
            return False
        await self.player.load(sound)
        self._loaded = track
        if self.track != track:
            if self.track is None:
                self._unload()
            return False
        self._bar.show_message("")
        self._bar.show_sound(sound)
        return True

    def _unload(self) -> None:
        self.player.unload()
        self._loaded = None

    def _cancel_loading(self) -> None:
        task, self._loading = self._loading, None
        if task is not None:
            task.cancel()

    async def _sound(self, track: Track) -> Sound:
        if track.file is not None:
            return await self.player.read(track.file)
        data = bytearray()

        async def take(portion: bytes) -> None:
            data.extend(portion)

        await self._downloader.download(track.link, take)
        return await self.player.decode(bytes(data))

    def _refuse(self, track: Track, text: str, *, elsewhere: bool) -> bool:
        if self.track == track:
            self._bar.show_message(text, elsewhere=elsewhere)
        return False

    def _stop(self) -> None:
        self._timer.stop()
        self._bar.show_playing(False)
        if self.is_playing:
            self.player.is_playing = False  # at once; the device follows
            self._start(self.player.pause(), "pause")

    def _look(self) -> None:
        self._bar.show_position(self.player.position)
        if self.player.has_ended:
            self._stop()

    def _seek(self, milliseconds: int) -> None:
        if self.track == self._loaded:
            self.player.seek(milliseconds / 1_000)
            self._bar.show_position(self.player.position)

    def _set_volume(self, volume: float) -> None:
        self.player.volume = volume

    def _open_elsewhere(self) -> None:
        if self.track is not None:
            file = self.track.file
            if file is not None:
                open_song(file)
            else:
                open_or_show(self.track.link, self._bar.window())
