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
