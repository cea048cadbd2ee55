"""Words for the check of the connection: one line for each step, and what to do about the one that failed."""

from PySide6.QtCore import QObject

from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.storage.folders import FoldersFault
from mountsea_desktop.storage.secret_answer import SecretAnswer


class CheckWords(QObject):
    """Plain words for whoever sits there, and for whoever helps on the telephone."""

    def button(self) -> str:
        return self.tr("Check the connection…")

    def title(self) -> str:
        return self.tr("Connection check")

    def intro(self) -> str:
        return self.tr(
            "The way to Mountsea, step by step. Nothing of it costs anything, and there is no secret in the report."
        )

    def working(self) -> str:
        return self.tr("Checking…")

    def fine(self) -> str:
        return self.tr("Everything is in order.")

    def not_fine(self) -> str:
        return self.tr("Something is not in order. What to do stands beside the cross.")

    def report(self) -> str:
        return self.tr("Steps")

    def again(self) -> str:
        return self.tr("Check again")

    def copy(self) -> str:
        return self.tr("Copy report")

    def origins_title(self) -> str:
        return self.tr("Where the settings come from")

    def all_built_in(self) -> str:
        return self.tr("All settings are the built-in ones.")

    def origin_line(self, name: str, value: str, origin: str) -> str:
        return self.tr("{name}: {value} ({origin})").format(name=name, value=value, origin=origin)

    def step(self, name: StepName) -> str:
        match name:
            case StepName.SETTINGS:
                return self.tr("Settings")
            case StepName.FOLDERS:
                return self.tr("Folders")
            case StepName.KEYRING:
                return self.tr("Password store")
            case StepName.NAME:
                return self.tr("Name look-up")
            case StepName.PROXY:
                return self.tr("Proxy")
            case StepName.SIGN_IN:
                return self.tr("Sign-in to the proxy")
            case StepName.CLOCK:
                return self.tr("Clock")
            case StepName.CERTIFICATE:
                return self.tr("Certificate")
            case StepName.GATEWAY:
                return self.tr("Mountsea")
            case StepName.TOKEN:
                return self.tr("Token")
            case StepName.CREDITS:
                return self.tr("Credits")
            case StepName.STORAGE:
                return self.tr("Storage for songs")

    def mark(self, outcome: StepOutcome) -> str:
        match outcome:
            case StepOutcome.PASSED:
                return "✓"
            case StepOutcome.FAILED:
                return "✗"
            case StepOutcome.SKIPPED:
                return "–"

    def line(self, mark: str, step: str, text: str) -> str:
        return self.tr("{mark} {step}: {text}").format(mark=mark, step=step, text=text)

    def told(self, step: CheckStep) -> str:
        """Say what was found, unless its words are with the settings or with the gateway's faults."""
        if step.outcome is StepOutcome.SKIPPED:
            return self.tr("cannot be told before the rest is in order")
        if step.outcome is StepOutcome.PASSED:
            return self._passed(step)
        return self._failed(step)

    def _passed(self, step: CheckStep) -> str:
        facts = step.facts
        match step.name, step.found:
            case StepName.SETTINGS, _:
                return self.tr("all can be used")
            case StepName.FOLDERS, Finding.NETWORK_DRIVE:
                return self.tr("songs and settings are kept in {path}, on a network drive ({drive})").format(
                    path=facts["path"], drive=facts["drive"]
                )
            case StepName.FOLDERS, Finding.NETWORK_DRIVE_WITHOUT_LOCKS:
                return self.tr(
                    "songs and settings are kept in {path}, on a network drive ({drive}) that is to be used by one "
                    "computer at a time"
                ).format(path=facts["path"], drive=facts["drive"])
            case StepName.FOLDERS, _:
                return self.tr("songs and settings are kept in {path}").format(path=facts["path"])
            case StepName.KEYRING, _:
                return facts["keyring"]
            case ((StepName.PROXY | StepName.SIGN_IN), Finding.NOT_NEEDED):
                return self.tr("none on the way")
            case StepName.SIGN_IN, _:
                return self.tr("{proxy} lets this computer through").format(proxy=facts["proxy"])
            case StepName.PROXY, _:
                return facts["proxy"]
            case StepName.NAME, _:
                return self.tr("{host} is known").format(host=facts["host"])
            case StepName.CLOCK, Finding.UNKNOWN:
                return self.tr("nothing to compare it with")
            case StepName.CLOCK, _:
                return self.tr("the same as Mountsea's")
            case StepName.CERTIFICATE, Finding.NOT_NEEDED:
                return self.tr("not needed on this computer")
            case StepName.CERTIFICATE, _:
                return self.tr("issued by “{issuer}”, which this computer trusts").format(
                    issuer=facts["issuer"]
                )
            case StepName.GATEWAY, _:
                return self.tr("{host} answers").format(host=facts["host"])
            case StepName.TOKEN, _:
                return self.tr("accepted")
            case StepName.CREDITS, _:
                return facts["balance"]
            case StepName.STORAGE, Finding.NOT_NEEDED:
                return self.tr("none is set up")
            case StepName.STORAGE, _:
                return self.tr("{path} gives what is put there").format(path=facts["path"])
            case _:
                return facts["path"]

    def _failed(self, step: CheckStep) -> str:
        facts = step.facts
        match step.found:
            case Finding.NO_SCRIPT:
                return self.tr(
                    "The proxy script gives no answer. Check its address in the settings, and whether it can be reached "
                    "from here."
                )
            case Finding.NO_NAME:
                return self.tr(
                    "The name {host} is not known here. Check the network cable or the Wi-Fi, and the address in the "
                    "settings."
                ).format(host=facts["host"])
            case Finding.BAD_CA_FILE:
                return self.tr(
                    "The extra certificate file {path} cannot be read, or there is no certificate in it. Correct it in the "
                    "settings."
                ).format(path=facts["path"])
            case Finding.WRONG_CLOCK:
                return self.tr(
                    "This computer's clock is wrong: elsewhere it is {date}. Set date, time and time zone; certificates "
                    "look out of date otherwise."
                ).format(date=facts["date"])
            case Finding.NO_TOKEN:
                return self.tr("None is there yet. Press “Connect” and paste it.")
            case Finding.FEW_CREDITS:
                return self.tr("{balance} are left, and a model costs 100.").format(balance=facts["balance"])
            case FoldersFault.FULL:
                return self.tr("The disk is full: nothing can be written to {path}.").format(
                    path=facts["path"]
                )
            case FoldersFault():
                return self.tr(
                    "The folder {path} cannot be used. Check that it is there, and that you may write to it."
                ).format(path=facts.get("path", ""))
            case SecretAnswer.LOCKED:
                return self.tr("It is locked. Unlock it.")
            case SecretAnswer.TIMED_OUT:
                return self.tr("It does not answer. Look for a window that asks for its password.")
            case _:
                return self.tr(
                    "There is none that the program can use. A token can be kept until the program closes, if the "
                    "settings allow it."
                )
