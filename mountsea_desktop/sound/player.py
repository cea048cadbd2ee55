"""Playing one sound at a time. No Qt: whoever paints asks for the position as often as it likes."""

import logging
import stat
from array import array
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from mountsea_desktop.runtime.background import Background, ClosedError, StuckError
from mountsea_desktop.sound.apart import decode_apart
from mountsea_desktop.sound.decode import CHANNELS, FRAME, RATE, Sound, SoundError, SoundFault

log = logging.getLogger(__name__)

OPENING = 10.0
"""Seconds after which a device that does not open counts as none."""
CLOSING = 1.0
DECODING = 60.0
BUFFER = 100
"""Milliseconds that the device is ahead of what is heard."""
LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read."""

_NOTHING = Sound(b"", ())


class Player:
    """Everything that may take a while happens on a thread of its own; used from one loop."""

    def __init__(self) -> None:
        self._background = Background("sound")
        self._lock = Lock()
        self._sound = _NOTHING
        self._frame = 0
        self._volume = 1.0
        self._device: Any = None
        self.is_silent = False
        """Whether there is no device, so that time goes on and nothing is heard."""
        self.is_playing = False

    @property
    def sound(self) -> Sound:
        """What is played, or would be."""
        return self._sound

    @property
    def position(self) -> float:
        """Seconds from the beginning."""
        return self._frame / RATE

    @property
    def has_ended(self) -> bool:
        """Whether all of it was played."""
        return self._frame >= self._sound.frames

    @property
    def volume(self) -> float:
        """From 0 to 1."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = min(max(volume, 0.0), 1.0)

    async def read(self, path: Path) -> Sound:
        """What is in a file. Raises `SoundError`."""
        try:
            data = await self._background.run(_read, path, timeout=DECODING)
        except (StuckError, ClosedError) as error:
            raise SoundError(SoundFault.NOT_NOW, type(error).__name__) from error
        except FileNotFoundError as error:
            raise SoundError(SoundFault.GONE, type(error).__name__) from error
        except OSError as error:
            raise SoundError(SoundFault.NOT_NOW, type(error).__name__) from error
        return await self.decode(data)

    async def decode(self, data: bytes) -> Sound:
        """The sound of a file's bytes. Raises `SoundError`."""
        try:
            return await self._background.run(decode_apart, data, timeout=DECODING)
        except (StuckError, ClosedError) as error:
            raise SoundError(SoundFault.UNREADABLE, type(error).__name__) from error

    async def load(self, sound: Sound) -> None:
        """Have this played from its beginning, at the next `play`."""
        await self.pause()
        with self._lock:
            self._sound, self._frame = sound, 0

    def unload(self) -> None:
        """Hold nothing that could be played: the samples of a long song take 200 MB."""
        with self._lock:
            self._sound, self._frame = _NOTHING, 0

    async def play(self) -> bool:
        """Go on from where it is, from the beginning when it has ended; return whether the device answers."""
        if self.is_playing or not self._sound.frames:
            return True
        if self.has_ended:
            self.seek(0.0)
        self.is_playing = True
        with suppress(ClosedError):
            try:
                await self._background.run(self._open, timeout=OPENING)
            except StuckError:
                log.warning("the sound device does not answer")
                self.is_playing = False
                return False
        return True

    async def pause(self) -> None:
        """Stand still."""
        self.is_playing = False
        with suppress(StuckError, ClosedError):
            await self._background.run(self._close_device, timeout=OPENING)

    def seek(self, seconds: float) -> None:
        """Go on from there."""
        with self._lock:
            self._frame = min(max(int(seconds * RATE), 0), self._sound.frames)

    async def close(self) -> None:
        """Let the device go; whoever closes the program waits for no file that is still being read."""
        self.is_playing = False
        if self._device is not None:
            with suppress(StuckError, ClosedError):
                await self._background.run(self._close_device, timeout=CLOSING)
        self._background.close()

    # On the thread

    def _open(self) -> None:
        """Open the device, or the one that plays into nothing where there is none."""
        import miniaudio  # noqa: PLC0415 - what is to be played was decoded by it

        if not self._wants_device():
            return
        silent = miniaudio.Backend.NULL
        for backends in filter(None, (_backends(), [silent])):
            feed = self._feed()
            next(feed)
            try:
                device = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.SIGNED16,
                    nchannels=CHANNELS,
                    sample_rate=RATE,
                    buffersize_msec=BUFFER,
                    backends=backends,
                )
                device.start(feed)
            except miniaudio.MiniaudioError as error:
                log.info("no sound by %s: %s", [backend.name for backend in backends], error)
                continue
            if not self._wants_device():  # it took so long that nobody waits for it
                device.close()
                return
            self._device, self.is_silent = device, backends == [silent]
            return

    def _wants_device(self) -> bool:
        return self.is_playing and self._device is None

    def _close_device(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _feed(self) -> Generator[bytes, int, None]:
        """Hand the device as many frames as it asks for, on its own thread; at the end, silence."""
        wanted = yield b""
        while True:
            with self._lock:
                start = self._frame
                self._frame = min(start + wanted, self._sound.frames)
                portion = self._sound.samples[start * FRAME : self._frame * FRAME]
            wanted = yield _at_volume(portion, self._volume)


def _backends() -> list[Any]:
    """The ways to a device that this computer may have, the best first."""
    import miniaudio  # noqa: PLC0415 - as above

    kinds = miniaudio.Backend
    # Without a sound card ALSA says so in forty lines on the terminal, and JACK without its server likewise.
    left_out = {kinds.NULL, kinds.CUSTOM, kinds.JACK} | (set() if _has_card() else {kinds.ALSA})
    there = miniaudio.get_enabled_backends() - left_out
    return [kind for kind in kinds if kind in there]


def _has_card() -> bool:
    return any(Path("/dev/snd").glob("pcm*p"))


def _at_volume(samples: bytes, volume: float) -> bytes:
    if volume >= 1.0:
        return samples
    by = round(volume * volume * 256)  # as loudness is heard
    return array("h", [sample * by >> 8 for sample in array("h", samples)]).tobytes()


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for somebody at its other end
            raise SoundError(SoundFault.UNREADABLE, "no ordinary file")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        if path.parent.is_dir():
            raise
        raise SoundError(SoundFault.NOT_NOW, "no folder") from error  # a drive that is not connected, mostly
    if len(data) > LARGEST:
        raise SoundError(SoundFault.TOO_LONG)
    return data
