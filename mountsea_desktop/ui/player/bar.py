"""The player: what is heard, play and pause, the wave, how loud it is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from mountsea_desktop.sound.decode import Sound
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.player.wave import WaveSlider
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.ui.widgets.room import keep_room

LOUDEST = 100
"""Steps of the volume."""
VOLUME_WIDE = 80
"""Width of its slider; px at ordinary text size."""


class PlayerBar(Retranslated, QFrame):
    """Shown while there is something to hear. It wishes and never does."""

    toggle_wanted = Signal()
    seek_wanted = Signal(int)
    """Milliseconds from the beginning."""
    volume_wanted = Signal(float)
    elsewhere_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="card")
        self._icons = icons
        self._is_playing = False
        scale = Scale.of(self.font())
        self.play = QPushButton()
        self.play.clicked.connect(self.toggle_wanted)
        self._title, self._time, self._message = Label(), Label(), Label(wraps=True)
        set_style(self._title, kind="heading")
        self._title.setMinimumWidth(1)  # a long one is cut, and does not make the window as wide
        set_style(self._time, kind="muted")
        set_style(self._message, kind="muted")
        self.wave = WaveSlider(icons)
        self.wave.seek_wanted.connect(self.seek_wanted)
        self.wave.toggle_wanted.connect(self.toggle_wanted)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, LOUDEST)
        self.volume.setValue(LOUDEST)
        self.volume.setFixedWidth(scale(VOLUME_WIDE))
        self.volume.valueChanged.connect(lambda _value: self.volume_wanted.emit(self.loudness))
        self._loudness = Label()
        self.elsewhere = QPushButton()
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        keep_room(self.elsewhere)  # and with it that of the message: neither moves what can be pressed
        self.close_button = QPushButton(icons.icon("close"), "")
        set_style(self.close_button, kind="quiet")
        self.close_button.clicked.connect(self.close_wanted)
        row, told = QHBoxLayout(), QHBoxLayout()
        for part in (self.play, self.wave, self._time, self._loudness, self.volume, self.close_button):
            row.addWidget(part, 1 if part is self.wave else 0)
        told.addWidget(self._message, 1)
        told.addWidget(self.elsewhere)
        layout = QVBoxLayout(self)
        set_margins(layout, horizontal=12, vertical=8, between=4)
        layout.addWidget(self._title)
        layout.addLayout(row)
        layout.addLayout(told)
        self._title.setText("–")  # a title has the height of a line before there is one
        self.show_message("")
        self.retranslate()
        self.hide()

    @property
    def loudness(self) -> float:
        """How loud it is to be, from 0 to 1."""
        return self.volume.value() / LOUDEST

    def retranslate(self) -> None:
        say = words.player
        self.wave.setAccessibleName(say.position())
        self.volume.setAccessibleName(say.volume())
        self._draw_loudness()
        self._loudness.setAccessibleName(say.volume())
        self.elsewhere.setText(say.elsewhere())
        self.close_button.setAccessibleName(say.close())
        self.close_button.setToolTip(tooltip(say.close()))
        widest = max((say.play(), say.pause()), key=self.fontMetrics().horizontalAdvance)
        self.play.setText(widest)
        self.play.setIcon(self._icons.icon("play"))
        self.play.setMinimumWidth(self.play.sizeHint().width())
        self.show_playing(self._is_playing)
        self.show_position(self.wave.value() / 1_000)

    def changeEvent(self, event: QEvent) -> None:
        """A button's icon follows the colours by itself, a label's picture does not."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_loudness"):
            self._draw_loudness()

    def _draw_loudness(self) -> None:
        self._loudness.setPixmap(self._icons.icon("volume").pixmap(Scale.of(self.font()).icon))

    def show_title(self, title: str) -> None:
        """Speak of a song; its sound is shown when it is there."""
        self._title.setText(format.plain(title, 120))
        self._title.setToolTip(tooltip(title))
        self.wave.show_wave((), 0)
        self.show_position(0.0)
        self.show_message("")
        self.show()

    def show_sound(self, sound: Sound) -> None:
        """Show that its sound is there."""
        self.wave.show_wave(sound.peaks, round(sound.seconds * 1_000))
        self.show_position(0.0)

    def show_playing(self, is_playing: bool) -> None:
        """Show whether it plays or stands still."""
        self._is_playing = is_playing
        self.play.setText(words.player.pause() if is_playing else words.player.play())
        self.play.setIcon(self._icons.icon("pause" if is_playing else "play"))

    def show_position(self, seconds: float) -> None:
        """Show where it is by now."""
        if not self.wave.isSliderDown():
            self.wave.setValue(round(seconds * 1_000))
        length = self.wave.maximum() / 1_000
        text = words.player.time(format.elapsed(seconds), format.elapsed(length)) if length else ""
        self._time.setText(text)
        self.wave.setAccessibleDescription(text)

    def show_message(self, text: str, *, elsewhere: bool = False) -> None:
        """Say what is in the way, or nothing; offer another player where that helps."""
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self.elsewhere.setVisible(elsewhere)
