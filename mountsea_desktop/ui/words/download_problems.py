"""Words for sound that could not be fetched."""

from PySide6.QtCore import QObject

from mountsea_desktop.links.verdict import DownloadFault

Sentences = tuple[str, str, str]


class DownloadProblemWords(QObject):
    """One sentence each for: what happened, why, what to do next."""

    def explain(self, fault: DownloadFault) -> Sentences:
        match fault:
            case DownloadFault.UNREACHABLE:
                return (
                    self.tr("The song could not be fetched."),
                    self.tr(
                        "The place where it lies did not answer, was far too slow, or the connection broke."
                    ),
                    self.tr("Ask for it again in a few minutes; that costs nothing."),
                )
            case DownloadFault.REFUSED:
                return (
                    self.tr("The song is not where it should be."),
                    self.tr("There was an answer, and no song in it."),
                    self.tr("Ask for it again; that costs nothing."),
                )
            case DownloadFault.PRIVATE:
                return (
                    self.tr("The song was not fetched."),
                    self.tr("Its address leads to this computer or its own network, which is never asked."),
                    self.tr("Ask for it again later; that costs nothing."),
                )
            case DownloadFault.TOO_LARGE:
                return (
                    self.tr("The file is too large to be fetched."),
                    self.tr("It has more than 200 MB, which no song of this kind needs."),
                    self.tr("Open it in a browser instead."),
                )
            case DownloadFault.NOT_SOUND:
                return (
                    self.tr("What lies there is no song."),
                    self.tr("By its first bytes it is no sound file of a known kind."),
                    self.tr("Ask for it again later; that costs nothing."),
                )
