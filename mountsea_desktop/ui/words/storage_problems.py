"""Words for what goes wrong with a song's file, and with the storage that it is put into."""

from datetime import datetime

from PySide6.QtCore import QObject

from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.runtime.facts import FactKey, Facts
from mountsea_desktop.ui import format

Sentences = tuple[str, str, str]


class StorageProblemWords(QObject):
    """One sentence each for: what happened, why, what to do next."""

    def explain(self, fault: StorageFault, facts: Facts) -> Sentences:
        match fault:
            case (
                StorageFault.FILE_GONE
                | StorageFault.FILE_CHANGED
                | StorageFault.FILE_LOCKED
                | StorageFault.FILE_UNREADABLE
                | StorageFault.FILE_NOT_AUDIO
                | StorageFault.FILE_EMPTY
                | StorageFault.FILE_TOO_LARGE
            ):
                return self._file(fault)
            case (
                StorageFault.OFFLINE
                | StorageFault.UNREACHABLE
                | StorageFault.PROXY
                | StorageFault.LOST
                | StorageFault.BUSY
                | StorageFault.CERTIFICATE
            ):
                return self._way(fault)
            case (
                StorageFault.INCOMPLETE
                | StorageFault.DIFFERENT
                | StorageFault.NOT_PUBLIC
                | StorageFault.PRIVATE
            ):
                return self._address(fault)
            case StorageFault.CLOCK:
                return (
                    self.tr("The storage refused it because this computer's clock is wrong."),
                    self.tr("There it is {date}.").format(date=_date(facts))
                    if FactKey.CLOCK in facts
                    else "",
                    self.tr("Set date, time and time zone of this computer, and send it again."),
                )
            case _:
                return self._storage(fault)

    def _file(self, fault: StorageFault) -> Sentences:
        match fault:
            case StorageFault.FILE_GONE:
                return (
                    self.tr("The file is no longer where it was."),
                    self.tr("It was moved, renamed or deleted, or its drive is not connected."),
                    self.tr("Put it back or connect the drive, and retry; or add the song anew."),
                )
            case StorageFault.FILE_CHANGED:
                return (
                    self.tr("The file was changed since it was added."),
                    self.tr("Half of the old and half of the new one would be of no use to anybody."),
                    self.tr("When it is finished, retry: it is sent as it is then."),
                )
            case StorageFault.FILE_LOCKED:
                return (
                    self.tr("The file cannot be opened."),
                    self.tr("Another program has it open, or you may not read it."),
                    self.tr("Close it elsewhere, and retry."),
                )
            case StorageFault.FILE_UNREADABLE:
                return (
                    self.tr("The file cannot be read."),
                    self.tr("Its drive does not answer, or is damaged."),
                    self.tr("Copy the song to another drive and add it from there."),
                )
            case StorageFault.FILE_EMPTY:
                return (
                    self.tr("The file is empty."),
                    "",
                    self.tr("Export the song once more from your music program."),
                )
            case StorageFault.FILE_TOO_LARGE:
                return (
                    self.tr("The file is too large for the storage."),
                    self.tr("Five gigabytes are the most."),
                    self.tr("Export the song as FLAC, or with a lower resolution."),
                )
            case _:
                return (
                    self.tr("The file is no song that can be used."),
                    self.tr("By what is in it, it is none of WAV, MP3, FLAC, M4A, AAC, OGG, Opus and AIFF."),
                    self.tr("Export the song as WAV or MP3."),
                )

    def _way(self, fault: StorageFault) -> Sentences:
        by_itself = self.tr("Nothing needs to be done; it is sent again by itself.")
        match fault:
            case StorageFault.OFFLINE:
                return (
                    self.tr("There is no way to the storage."),
                    self.tr("The network is gone, or the storage's address is wrong."),
                    by_itself,
                )
            case StorageFault.UNREACHABLE:
                return (self.tr("The storage does not answer."), "", by_itself)
            case StorageFault.PROXY:
                return (
                    self.tr("The proxy does not let the file through."),
                    "",
                    self.tr(
                        "Sign in to the proxy in the account window, or check the proxy in the settings."
                    ),
                )
            case StorageFault.CERTIFICATE:
                return (
                    self.tr("This computer does not trust the storage's certificate."),
                    self.tr("It comes from somebody it does not know, is out of date, or for another host."),
                    self.tr("Whoever looks after this computer can add the certificate in the settings."),
                )
            case StorageFault.LOST:
                return (
                    self.tr("The connection to the storage broke."),
                    self.tr("Nobody has half of the song: only whole files count."),
                    by_itself,
                )
            case _:
                return (self.tr("The storage has trouble of its own."), "", by_itself)

    def _address(self, fault: StorageFault) -> Sentences:
        who = self.tr("Whoever set up the storage can put that right.")
        match fault:
            case StorageFault.INCOMPLETE:
                return (
                    self.tr("Not all of the song is to be had from the storage."),
                    self.tr("What everybody gets at its address has another length than the file."),
                    self.tr("Retry: the file is sent again."),
                )
            case StorageFault.DIFFERENT:
                return (
                    self.tr("The storage gives something else than what was put there."),
                    self.tr(
                        "A sign-in page may stand in front of it, or the address belongs to another folder."
                    ),
                    who,
                )
            case StorageFault.PRIVATE:
                return (
                    self.tr("Nobody outside of this network can reach the storage."),
                    self.tr("Mountsea has to fetch the songs from there."),
                    who,
                )
            case _:
                return (
                    self.tr("What was put into the storage cannot be fetched from there."),
                    self.tr("Reading it from outside, without signing in, has to be possible."),
                    who,
                )

    def _storage(self, fault: StorageFault) -> Sentences:
        who = self.tr("Whoever set up the storage can put that right.")
        match fault:
            case StorageFault.NOT_SET_UP:
                return (
                    self.tr("No storage for songs is set up."),
                    self.tr("Mountsea fetches songs from the web and cannot see this computer."),
                    self.tr("Set one up in the settings, or give the song a link."),
                )
            case StorageFault.NOT_STORED:
                return (
                    self.tr("The song is not in the storage."),
                    self.tr("It was put into another one, or taken out of it."),
                    self.tr("Retry: the file is sent again."),
                )
            case StorageFault.NO_SECRET:
                return (
                    self.tr("The secret key of the storage is missing."),
                    self.tr("The password store does not have it, or its file cannot be read."),
                    self.tr("Enter it in the settings, under “Storage for songs”."),
                )
            case StorageFault.WRONG_SETTINGS:
                return (
                    self.tr("The storage cannot be used as it is set up."),
                    self.tr("Its address, its bucket or its region are no such thing."),
                    who,
                )
            case StorageFault.KEY_REFUSED:
                return (
                    self.tr("The storage does not accept the key."),
                    self.tr("The key is unknown there, or the secret does not belong to it."),
                    who,
                )
            case StorageFault.NO_RIGHT:
                return (
                    self.tr("The key may not put songs into the storage."),
                    self.tr("It needs the right to write, and the right to read for the addresses it signs."),
                    who,
                )
            case StorageFault.NO_BUCKET:
                return (self.tr("The storage has no such bucket."), "", who)
            case StorageFault.WRONG_REGION:
                return (
                    self.tr("The bucket is elsewhere."),
                    self.tr("Its region, or its address, is another one."),
                    who,
                )
            case StorageFault.FULL:
                return (
                    self.tr("The storage is full."),
                    "",
                    self.tr("Take out what is no longer needed, and retry."),
                )
            case StorageFault.FOLDER_GONE:
                return (
                    self.tr("The folder that is published on the web is not there."),
                    self.tr("Its drive is not connected, or it was moved."),
                    self.tr("Connect the drive, and retry."),
                )
            case StorageFault.FOLDER_READ_ONLY:
                return (
                    self.tr("Nothing may be written to the folder that is published on the web."),
                    "",
                    who,
                )
            case _:
                return (
                    self.tr("The storage refused the song."),
                    self.tr("Its own words are under Details."),
                    self.tr("Retry, or ask whoever set up the storage."),
                )


def _date(facts: Facts) -> str:
    try:
        return format.date(datetime.fromisoformat(facts.get(FactKey.CLOCK, "")).timestamp())
    except ValueError:
        return facts.get(FactKey.CLOCK, "")
