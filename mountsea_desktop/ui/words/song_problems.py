"""Words for why Mountsea could not use a song."""

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.fail_reasons import Reason

Sentences = tuple[str, str, str]


class SongProblemWords(QObject):
    """One sentence each for: what happened to a song at Mountsea, why, what to do next."""

    def explain(self, reason: Reason) -> Sentences:
        match reason:
            case Reason.KNOWN_RECORDING | Reason.COPYRIGHT | Reason.ACCOUNT_BLOCKED:
                return self._rights(reason)
            case Reason.TOO_SHORT:
                return (
                    self.tr("Too short for training."),
                    self.tr("Mountsea wants longer songs."),
                    self.tr("Use the full-length song."),
                )
            case Reason.TOO_LONG:
                return (
                    self.tr("Too long for training."),
                    self.tr("Songs of up to 8 minutes are known to work."),
                    self.tr("Use a shorter version."),
                )
            case Reason.UNREADABLE:
                return (
                    self.tr("Mountsea could not read the audio."),
                    self.tr("The file may be damaged or of an unusual kind."),
                    self.tr("Export the song again as MP3 or WAV, and put the new link here."),
                )
            case Reason.NOT_FETCHED:
                return (
                    self.tr("Mountsea could not download the song."),
                    self.tr("The link did not lead it straight to the audio file."),
                    self.tr("Make sure the link opens for everybody without signing in, then retry."),
                )
            case Reason.CHECK_FAILED:
                return (
                    self.tr("Mountsea's own check took too long."),
                    self.tr("That passes by itself."),
                    self.tr("Retry in a minute."),
                )
            case Reason.TOO_MANY:
                return (
                    self.tr("Too many songs at once for Mountsea."),
                    self.tr("That passes by itself."),
                    self.tr("Retry in a few minutes."),
                )
            case _:
                return (
                    self.tr("Mountsea could not use this song."),
                    self.tr("Its own words are under Details."),
                    self.tr("Retry, or use another version of the song."),
                )

    def _rights(self, reason: Reason) -> Sentences:
        match reason:
            case Reason.KNOWN_RECORDING:
                return (
                    self.tr("Recognised as a published recording."),
                    self.tr("It may well be your own release: the check cannot tell."),
                    self.tr("Use an unreleased version: a demo, another mix, an instrumental."),
                )
            case Reason.COPYRIGHT:
                return (
                    self.tr("Refused for copyright."),
                    self.tr("The lyrics or the recording are taken for somebody else's."),
                    self.tr("Use another song, or a version without the lyrics."),
                )
            case _:
                return (
                    self.tr("Mountsea's side of this upload is blocked."),
                    self.tr("It is about the place your songs were sent to, not about the song."),
                    self.tr("Start over with these songs, which asks for a new place."),
                )
