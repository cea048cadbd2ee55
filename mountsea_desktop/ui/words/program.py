"""Words of the program as a whole: its name, its start, its end."""

from PySide6.QtCore import QObject


class ProgramWords(QObject):
    """The window's title, what is said when it cannot start, the self-test."""

    def name(self) -> str:
        return self.tr("Mountsea Desktop")

    def window_title(self, model: str) -> str:
        return self.tr("{model} – Mountsea Desktop").format(model=model)

    def practice(self) -> str:
        return self.tr("Practice mode: nothing is sent, nothing is charged, and nothing is kept.")

    def cannot_start(self) -> str:
        return self.tr("Mountsea Desktop cannot start")

    def bad_address(self, variable: str, value: str) -> str:
        return self.tr(
            "The address in {variable} cannot be used: “{value}”. "
            "It must begin with https:// and name a host, for example https://api.mountsea.ai. "
            "Correct it, or remove {variable} to use the usual address."
        ).format(variable=variable, value=value)

    def bad_profile(self, path: str) -> str:
        return self.tr(
            "The folder “{path}” cannot be used for settings and songs. "
            "Choose a folder that you may write to, or start without --profile. Nothing was changed."
        ).format(path=path)

    def journal_unusable(self, what: str, todo: str) -> str:
        return self.tr("{what} {todo} Nothing was changed.").format(what=what, todo=todo)

    def still_running_elsewhere(self) -> str:
        return self.tr("Mountsea Desktop is already open with this profile, but its window did not answer.")

    def no_screen(self) -> str:
        return self.tr(
            "There is no screen to open the window on. Start the program in a desktop session; to practise without a screen, set QT_QPA_PLATFORM=offscreen and use --demo --autoplay."
        )

    def no_roots(self) -> str:
        return self.tr(
            "This computer has no certificates to check a connection with. On Linux, install the package ca-certificates."
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
