"""Words for why Mountsea could not use a song."""

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.fail_reasons import FailReason

Sentences = tuple[str, str, str]


class SongProblemWords(QObject):
    """One sentence each for: what happened to a song at Mountsea, why, what to do next."""

    def explain(self, reason: FailReason) -> Sentences:
        match reason:
            case FailReason.KNOWN_RECORDING | FailReason.COPYRIGHT | FailReason.ACCOUNT_BLOCKED:
                return self._rights(reason)
            case FailReason.ACCOUNT_FULL:
                return (
                    self.tr("There is no room for another model."),
                    self.tr(
                        "The Suno account that Mountsea chose for these uploads has as many models as it may; three are usual."
                    ),
                    self.tr(
                        "Start over: a new session may get another account. All songs are uploaded again, which may cost credits again."
                    ),
                )
            case FailReason.TOO_SHORT:
                return (
                    self.tr("Too short for training."),
                    self.tr("Mountsea wants longer songs."),
                    self.tr("Use the full-length song."),
                )
            case FailReason.TOO_LONG:
                return (
                    self.tr("Too long for training."),
                    self.tr("Songs of up to 8 minutes are known to work."),
                    self.tr("Use a shorter version."),
                )
            case FailReason.UNREADABLE:
                return (
                    self.tr("Mountsea could not read the audio."),
                    self.tr("The file may be damaged or of an unusual kind."),
                    self.tr("Export the song again as MP3 or WAV, and put the new link here."),
                )
            case FailReason.NOT_FETCHED:
                return (
                    self.tr("Mountsea could not download the song."),
                    self.tr("The link did not lead it straight to the audio file."),
                    self.tr("Make sure the link opens for everybody without signing in, then retry."),
                )
            case FailReason.CHECK_FAILED:
                return (
                    self.tr("Mountsea's own check took too long."),
                    self.tr("That passes by itself."),
                    self.tr("Retry in a minute."),
                )
            case FailReason.TOO_MANY:
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

    def _rights(self, reason: FailReason) -> Sentences:
        match reason:
            case FailReason.KNOWN_RECORDING:
                return (
                    self.tr("Recognised as a published recording."),
                    self.tr("It may well be your own release: the check cannot tell."),
                    self.tr("Use an unreleased version: a demo, another mix, an instrumental."),
                )
            case FailReason.COPYRIGHT:
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
