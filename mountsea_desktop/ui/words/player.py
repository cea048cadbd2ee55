"""Words for hearing songs in the window."""

from PySide6.QtCore import QObject

from mountsea_desktop.sound.decode import SoundFault


class PlayerWords(QObject):
    """What the player says."""

    def play(self) -> str:
        return self.tr("Play")

    def pause(self) -> str:
        return self.tr("Pause")

    def position(self) -> str:
        return self.tr("Position")

    def volume(self) -> str:
        return self.tr("Volume")

    def close(self) -> str:
        return self.tr("Close the player")

    def time(self, now: str, length: str) -> str:
        return self.tr("{now} of {length}").format(now=now, length=length)

    def loading(self) -> str:
        return self.tr("One moment: the song is being read.")

    def elsewhere(self) -> str:
        return self.tr("Open with your player")

    def no_device(self) -> str:
        return self.tr("This computer has no sound device for the program, so nothing is heard.")

    def no_answer(self) -> str:
        return self.tr(
            "The sound device does not answer, so nothing is heard. Press “Play” again in a moment, or open the song "
            "with your own player."
        )

    def fault(self, fault: SoundFault) -> str:
        match fault:
            case SoundFault.UNREADABLE:
                return self.tr("This is no sound that the program can play, or it is damaged.")
            case SoundFault.NOT_HERE:
                return self.tr("M4A, AAC, Opus and WMA are not played here, but by your own player.")
            case SoundFault.TOO_LONG:
                return self.tr("This is too long to be played here.")
            case SoundFault.EMPTY:
                return self.tr("There is no sound in this file.")
            case SoundFault.NO_LIBRARY:
                return self.tr("This copy of the program cannot play sound.")
            case SoundFault.GONE:
                return self.tr("The file is not where it was.")
            case SoundFault.NOT_NOW:
                return self.tr(
                    "The file cannot be read right now: its folder or drive is not there, or another program has "
                    "it open. Reconnect the drive or close that program, then press “Play” again."
                )
