import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest

from mountsea_desktop.ui.player.wave import STEP, WaveSlider
from mountsea_desktop.ui.theme.icons import Icons

pytestmark = pytest.mark.usefixtures("qapp")


def shown() -> WaveSlider:
    wave = WaveSlider(Icons())
    wave.resize(400, 40)
    wave.show_wave([0.1, 0.9, 0.5], 100_000)
    return wave


def test_a_press_goes_where_it_is() -> None:
    wave = shown()
    wanted = QSignalSpy(wave.seek_wanted)
    QTest.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert abs(wanted.at(0)[0] - 50_000) < 500
    assert wave.value() == wanted.at(0)[0]


def test_keys_go_on_and_space_plays() -> None:
    wave = shown()
    wanted, toggled = QSignalSpy(wave.seek_wanted), QSignalSpy(wave.toggle_wanted)
    QTest.keyClick(wave, Qt.Key.Key_Right)
    assert wanted.at(0)[0] == STEP
    QTest.keyClick(wave, Qt.Key.Key_Space)
    assert toggled.count() == 1


def test_the_programs_own_steps_are_no_wish() -> None:
    wave = shown()
    wanted = QSignalSpy(wave.seek_wanted)
    wave.setValue(7_000)
    assert wanted.count() == 0


def test_the_wave_is_painted_and_what_was_played_in_another_colour() -> None:
    wave = shown()
    before = wave.grab().toImage()
    wave.setValue(50_000)
    after = wave.grab().toImage()
    left = [x for x in range(20, 180) if before.pixel(x, 20) != after.pixel(x, 20)]
    right = [x for x in range(220, 390) if before.pixel(x, 20) != after.pixel(x, 20)]
    assert left
    assert not right


def test_without_a_sound_there_is_nowhere_to_go() -> None:
    wave = WaveSlider(Icons())
    wave.resize(400, 40)
    wanted = QSignalSpy(wave.seek_wanted)
    QTest.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert wanted.count() == 0
    assert not wave.grab().isNull()
