# ruff: noqa: ASYNC110 - the device goes on by itself and tells nobody
import asyncio
import os
from array import array
from collections.abc import AsyncIterator
from pathlib import Path

import miniaudio
import pytest

from mountsea_desktop.practice.tune import SECONDS, tune
from mountsea_desktop.sound import player as player_module
from mountsea_desktop.sound.decode import SoundError, SoundFault
from mountsea_desktop.sound.player import Player


@pytest.fixture
async def player(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Player]:
    """On the device that plays into nothing, with a tune loaded."""
    monkeypatch.setattr(player_module, "_backends", list)
    player = Player()
    await player.load(await player.decode(tune("Sea")))
    yield player
    await player.close()


async def past(player: Player, position: float) -> None:
    while player.position <= position:
        await asyncio.sleep(0.01)


async def test_time_goes_on_while_it_plays_and_stands_still_while_it_does_not(player: Player) -> None:
    assert player.position == 0
    await player.play()
    assert player.is_silent
    await past(player, 0.3)
    await player.pause()
    there = player.position
    await asyncio.sleep(0.25)
    assert player.position == there > 0
    await player.play()
    await past(player, there)


async def test_it_ends_and_begins_anew(player: Player) -> None:
    player.seek(SECONDS - 0.2)
    await player.play()
    while not player.has_ended:
        await asyncio.sleep(0.01)
    assert player.position == player.sound.seconds
    await player.pause()
    await player.play()
    await past(player, 0.0)
    assert player.position < SECONDS / 2


async def test_it_goes_where_it_is_told_to(player: Player) -> None:
    for wanted, there in ((3.5, 3.5), (-1.0, 0.0), (1_000.0, player.sound.seconds)):
        player.seek(wanted)
        assert abs(player.position - there) < 0.001


async def test_another_sound_begins_at_its_beginning(player: Player) -> None:
    await player.play()
    await past(player, 0.1)
    await player.load(await player.decode(tune("Land")))
    assert (player.position, player.is_playing) == (0, False)


async def test_paused_before_the_device_is_open(player: Player) -> None:
    playing = asyncio.gather(player.play())
    await asyncio.sleep(0)
    await player.pause()
    await playing
    there = player.position
    await asyncio.sleep(0.2)
    assert (player.position, player.is_playing) == (there, False)


def test_the_volume_is_applied_to_the_samples() -> None:
    samples = array("h", [1000, -1000]).tobytes()
    assert player_module._at_volume(samples, 1.0) is samples
    assert array("h", player_module._at_volume(samples, 0.5)).tolist() == [250, -250]
    assert array("h", player_module._at_volume(samples, 0.0)).tolist() == [0, 0]


async def test_the_volume_has_its_limits(player: Player) -> None:
    for wanted, there in ((0.25, 0.25), (-1, 0), (7, 1)):
        player.volume = wanted
        assert player.volume == there


async def test_nothing_to_play(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "_backends", list)
    player = Player()
    await player.play()
    assert not player.is_playing
    await player.close()
    await player.play()


async def test_a_device_that_does_not_open_is_none(monkeypatch: pytest.MonkeyPatch, player: Player) -> None:
    """As where a sound card is there and taken by somebody else."""
    monkeypatch.setattr(player_module, "_backends", lambda: [miniaudio.Backend.WASAPI])
    await player.play()
    assert player.is_silent
    await past(player, 0.1)


async def test_a_file_is_read(player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "海.wav"
    file.write_bytes(tune("Sea"))
    assert (await player.read(file)).seconds == pytest.approx(SECONDS, abs=0.01)
    with pytest.raises(SoundError) as caught:
        await player.read(tmp_path / "gone.wav")
    assert caught.value.fault is SoundFault.GONE
    monkeypatch.setattr(player_module, "LARGEST", 1_000)
    with pytest.raises(SoundError) as caught:
        await player.read(file)
    assert caught.value.fault is SoundFault.TOO_LONG


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
async def test_a_pipe_is_not_waited_for(player: Player, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "song.wav")
    with pytest.raises(SoundError) as caught:
        await asyncio.wait_for(player.read(tmp_path / "song.wav"), 5)
    assert caught.value.fault is SoundFault.UNREADABLE


async def test_without_its_folder_a_file_is_not_gone(player: Player, tmp_path: Path) -> None:
    with pytest.raises(SoundError) as caught:
        await player.read(tmp_path / "drive" / "song.wav")
    assert caught.value.fault is SoundFault.NOT_NOW
