"""Words of the program as a whole: its name, its start, its end."""

from PySide6.QtCore import QObject

from mountsea_desktop.storage.folders import FoldersFault


class ProgramWords(QObject):
    """The window's title, what is said when it cannot start, the self-test."""

    def name(self) -> str:
        return self.tr("Mountsea Desktop")

    def window_title(self, model: str) -> str:
        return self.tr("{model} – Mountsea Desktop").format(model=model)

    def practice_title(self, model: str) -> str:
        return self.tr("{model} – practice – Mountsea Desktop").format(model=model)

    def practice_chip(self) -> str:
        return self.tr("Practice · nothing is charged")

    def practice_chip_short(self) -> str:
        return self.tr("Practice · free")

    def try_samples(self) -> str:
        return self.tr("Try with sample songs")

    def practice_opens(self) -> str:
        return self.tr("Practice opens in a window of its own.")

    def no_practice(self) -> str:
        return self.tr("The practice window could not be opened.")

    def practice(self) -> str:
        return self.tr("Practice mode: nothing is sent, nothing is charged, and nothing is kept.")

    def elsewhere(self, hosts: str) -> str:
        return self.tr(
            "This program is set up to send everything, your token too, to {hosts}. Not all of these are Mountsea's own addresses."
        ).format(hosts=hosts)

    def cannot_start(self) -> str:
        return self.tr("Mountsea Desktop cannot start")

    def bad_address(self, variable: str, value: str) -> str:
        return self.tr(
            "The address in {variable} cannot be used: “{value}”. "
            "It must begin with https:// and name a host, for example https://api.mountsea.ai. "
            "Correct it, or remove {variable} to use the usual address."
        ).format(variable=variable, value=value)

    def bad_folder(self, fault: FoldersFault, path: str, chosen: bool) -> str:
        """`chosen`: whether it is the folder named by --profile."""
        if fault is FoldersFault.NO_TEMPORARY:
            return self.tr(
                "Practice mode needs a folder for temporary files, and none can be written to. Free some space "
                "on this computer, or allow writing to that folder, and start again."
            )
        if chosen:
            todo = self.tr("Put that right, choose another folder, or start without --profile.")
        elif fault is FoldersFault.NO_LOCKS:
            todo = self.tr("Ask whoever set up this computer for a folder on the computer itself.")
        else:
            todo = self.tr("Put that right and start again.")
        return self.nothing_changed(self._folder(fault).format(path=path), todo)

    def _folder(self, fault: FoldersFault) -> str:
        match fault:
            case FoldersFault.MISSING:
                return self.tr(
                    "The folder “{path}” for settings and songs is not there and cannot be made. Its drive may "
                    "not be plugged in."
                )
            case FoldersFault.NOT_A_FOLDER:
                return self.tr(
                    "Settings and songs need a folder at “{path}”, and there is a file in its place."
                )
            case FoldersFault.UNREADABLE:
                return self.tr("The folder “{path}” with settings and songs cannot be read.")
            case FoldersFault.UNSAFE:
                return self.tr(
                    "Other people who use this computer can write to the folder “{path}” for settings and songs, "
                    "and a file in it is a link to another place, which may be theirs."
                )
            case FoldersFault.NO_LOCKS:
                return self.tr(
                    "The folder “{path}” for settings and songs is on a drive that cannot lock files. Two computers could "
                    "use it at the same time, and pay for a model twice."
                )
            case FoldersFault.FULL:
                return self.tr(
                    "The disk is full, so that nothing can be written to the folder “{path}” for settings and "
                    "songs."
                )
            case _:
                return self.tr(
                    "Nothing can be written to the folder “{path}” for settings and songs. It or its disk is "
                    "read-only, or it belongs to somebody else."
                )

    def nothing_changed(self, what: str, todo: str) -> str:
        return self.tr("{what} {todo} Nothing was changed.").format(what=what, todo=todo)

    def broken(self, details: str) -> str:
        return self.tr(
            "Something unexpected happened, and the window could not be opened. Your songs and models are safe "
            "on this computer. Start the program again; if this comes back, send these words to its makers: "
            "{details}"
        ).format(details=details)

    def still_running_elsewhere(self) -> str:
        return self.tr(
            "Mountsea Desktop is already open with this profile, on this computer or on another one that uses the same "
            "drive, and its window did not answer."
        )

    def no_screen(self) -> str:
        return self.tr(
            "There is no screen to open the window on. Start the program in a desktop session; to practise without a screen, set QT_QPA_PLATFORM=offscreen and use --demo --autoplay."
        )

    def no_roots(self) -> str:
        return self.tr(
            "This computer has no certificates to check a connection with. On Linux, install the package ca-certificates."
        )

    def no_chinese_font(self) -> str:
        return self.tr(
            "No font on this computer has Chinese characters, which the names of songs may have. On Linux, install the package fonts-noto-cjk."
        )

    def no_picture(self, path: str) -> str:
        return self.tr("The picture could not be saved as {path}. Choose another folder.").format(path=path)

    def stuck(self) -> str:
        return self.tr("The practice job did not come to its end.")

    def picture(self, path: str) -> str:
        return self.tr("Picture: {path}").format(path=path)

    def unexpected_title(self) -> str:
        return self.tr("Something unexpected happened")

    def unexpected(self) -> str:
        return self.tr(
            "Your songs and models are safe on this computer. You can go on; if something looks wrong, close "
            "the program and open it again. The report below holds no token; read it before you copy it."
        )

    def report(self) -> str:
        return self.tr("Report")

    def copy_report(self) -> str:
        return self.tr("Copy report")
