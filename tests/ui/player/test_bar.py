from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from mountsea_desktop.sound.decode import FRAME, RATE, Sound
from mountsea_desktop.ui.player.bar import PlayerBar
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import DARK, LIGHT
from mountsea_desktop.ui.theme.style import palette
from tests.fakes.window import themed

SOUND = Sound(bytes(FRAME * RATE * 75), (0.5, 1.0))


def shown(app: QApplication) -> PlayerBar:
    themed(app)
    bar = PlayerBar(Icons())
    bar.show_title("Sea")
    return bar


def test_it_is_there_once_there_is_something_to_hear(qapp: QApplication) -> None:
    themed(qapp)
    bar = PlayerBar(Icons())
    assert bar.isHidden()
    bar.show_title("Sea")
    assert not bar.isHidden()
    bar.close()


def test_its_names_are_what_others_rely_on(qapp: QApplication) -> None:
    bar = shown(qapp)
    assert (bar.play.text(), bar.wave.accessibleName()) == ("Play", "Position")
    bar.show_playing(True)
    assert bar.play.text() == "Pause"
    bar.close()


def test_the_button_keeps_its_width(qapp: QApplication) -> None:
    bar = shown(qapp)
    widths = []
    for is_playing in (False, True):
        bar.show_playing(is_playing)
        widths.append(max(bar.play.sizeHint().width(), bar.play.minimumWidth()))
    assert widths[0] == widths[1]
    bar.close()


def test_time_and_length(qapp: QApplication) -> None:
    bar = shown(qapp)
    bar.show_sound(SOUND)
    bar.show_position(61.2)
    assert bar._time.text() == "1:01 of 1:15"
    assert bar.wave.value() == 61_200
    assert bar.wave.accessibleDescription() == "1:01 of 1:15"
    bar.close()


def test_the_volume_is_told_as_a_share(qapp: QApplication) -> None:
    bar = shown(qapp)
    wanted = QSignalSpy(bar.volume_wanted)
    bar.volume.setValue(25)
    assert wanted.at(0) == [0.25]
    bar.close()


def test_what_is_in_the_way_is_said_with_a_way_out(qapp: QApplication) -> None:
    bar = shown(qapp)
    assert bar.elsewhere.isHidden()
    bar.show_message("No device", elsewhere=True)
    assert not bar._message.isHidden()
    assert not bar.elsewhere.isHidden()
    bar.show_title("Land")
    assert bar._message.isHidden()
    bar.close()


def test_the_loudspeaker_follows_the_colours(qapp: QApplication) -> None:
    themed(qapp)
    icons = Icons(LIGHT)
    bar = PlayerBar(icons)
    bar.show_title("Sea")
    light = bar._loudness.pixmap().toImage()
    icons.scheme = DARK
    bar.setPalette(palette(DARK))
    dark = bar._loudness.pixmap().toImage()
    assert dark != light
    bar.close()
