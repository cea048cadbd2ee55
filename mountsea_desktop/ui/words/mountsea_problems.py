"""Words for what goes wrong between this computer and Mountsea."""

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey, Facts
from mountsea_desktop.ui import format

Sentences = tuple[str, str, str]

ISSUER_SHOWN = 64
"""Characters: what X.509 allows for the name of an organisation; more is nonsense."""


class MountseaProblemWords(QObject):
    """One sentence each for: what happened, why, what to do next."""

    def explain(self, fault: Fault, facts: Facts) -> Sentences:
        said = facts.get(FactKey.SAID, "")
        match fault:
            case (
                Fault.OFFLINE
                | Fault.UNREACHABLE
                | Fault.PROXY
                | Fault.PROXY_LOGIN
                | Fault.CERTIFICATE_UNTRUSTED
                | Fault.CERTIFICATE_INVALID
                | Fault.SIGN_IN_PAGE
            ):
                return self._on_the_way(fault, facts)
            case Fault.NO_TOKEN | Fault.TOKEN_REFUSED | Fault.NO_CREDITS | Fault.BUSY:
                return self._account(fault)
            case Fault.LOST:
                return (
                    self.tr("Mountsea's answer did not arrive."),
                    self.tr("The connection broke or took too long after something had been sent."),
                    self.tr("Check the internet connection before you send it again."),
                )
            case Fault.SERVER:
                return (
                    self.tr("Mountsea had trouble of its own."),
                    self.tr("Its server answered with an error, which does not say whether it went through."),
                    self.tr("Wait a few minutes before you send it again."),
                )
            case Fault.NONSENSE | Fault.REDIRECTED:
                return (
                    self.tr("Mountsea's answer could not be understood."),
                    self.tr("Something on the way may have changed it, or Mountsea changed its ways."),
                    self.tr("If it happens again, send the details to Mountsea's support."),
                )
            case Fault.CONFLICT:
                return (
                    self.tr("Mountsea was still busy with the same thing."),
                    self.tr("It does not say whether this attempt counted."),
                    self.tr("Wait a few minutes before you send it again."),
                )
            case Fault.INVALID | Fault.REJECTED:
                return (
                    self.tr("Mountsea did not accept it."),
                    self.tr("It says: “{said}”.").format(said=said) if said else "",
                    self.tr("Correct what it names and try again."),
                )
            case Fault.FORBIDDEN:
                return (
                    self.tr("Your Mountsea account may not do this."),
                    self.tr("It says: “{said}”.").format(said=said) if said else "",
                    self.tr("Look at your account on Mountsea's site, then try again."),
                )
            case Fault.NOT_FOUND:
                return (
                    self.tr("Mountsea does not know what was asked for."),
                    self.tr("It may have been too long ago, or the address of Mountsea is wrong."),
                    self.tr("Try again; if it stays like this, start over with these songs."),
                )
            case Fault.TOO_LARGE:
                return (
                    self.tr("That was more than Mountsea takes."),
                    "",
                    self.tr("Use a shorter link or fewer songs, and try again."),
                )

    def _on_the_way(self, fault: Fault, facts: Facts) -> Sentences:
        issuer = format.plain(facts.get(FactKey.ISSUER, ""), ISSUER_SHOWN)
        match fault:
            case Fault.PROXY_LOGIN if FactKey.PROXY in facts:
                return self._proxy_login(facts[FactKey.PROXY], refused=FactKey.REFUSED in facts)
            case Fault.OFFLINE:
                return (
                    self.tr("No connection to Mountsea."),
                    self.tr("Its address cannot be found from here; this computer seems to be offline."),
                    self._then(self.tr("Check the internet connection.")),
                )
            case Fault.PROXY:
                return (
                    self.tr("The network's proxy cannot be used."),
                    self.tr("This computer is set to reach the internet through it, and it does not answer."),
                    self._then(self.tr("Ask whoever set up this computer.")),
                )
            case Fault.PROXY_LOGIN:
                return (
                    self.tr("The network's proxy asks for a name and a password."),
                    self.tr("Without them nothing gets through."),
                    self._then(
                        self.tr("Ask whoever set up this computer to enter them in its proxy settings.")
                    ),
                )
            case Fault.CERTIFICATE_UNTRUSTED:
                by = self.tr("It was issued by “{issuer}”, which this computer does not trust.")
                return (
                    self.tr("The connection to Mountsea is not safe, so nothing was sent."),
                    by.format(issuer=issuer)
                    if issuer
                    else self.tr("Its certificate comes from somewhere this computer does not trust."),
                    self._then(
                        self.tr(
                            "In a studio or office, ask for its certificate to be installed on this computer."
                        )
                    ),
                )
            case Fault.CERTIFICATE_INVALID if FactKey.CLOCK in facts:
                return (
                    self.tr("The connection to Mountsea is not safe, so nothing was sent."),
                    self.tr("This computer's clock is wrong: elsewhere it is {date}.").format(
                        date=facts[FactKey.CLOCK]
                    ),
                    self._then(self.tr("Set this computer's date, time and time zone.")),
                )
            case Fault.CERTIFICATE_INVALID:
                return (
                    self.tr("The connection to Mountsea is not safe, so nothing was sent."),
                    self.tr("Its certificate is out of date or belongs to somebody else."),
                    self._then(
                        self.tr(
                            "Check this computer's date and time, and whether the network asks you to sign in."
                        )
                    ),
                )
            case Fault.SIGN_IN_PAGE:
                return (
                    self.tr("The network answered instead of Mountsea."),
                    self.tr("It shows a web page, as networks do that ask you to sign in first."),
                    self._then(self.tr("Open any web page in a browser and sign in to the network.")),
                )
            case _:
                return (
                    self.tr("Mountsea cannot be reached."),
                    self.tr("It did not take the connection."),
                    self._then(
                        self.tr("Check the internet connection; Mountsea may also be down for a while.")
                    ),
                )

    def _proxy_login(self, place: str, *, refused: bool) -> Sentences:
        if refused:
            return (
                self.tr("The network's proxy did not accept the name and the password."),
                self.tr(
                    "{place} let nothing through. Some proxies also want another way of signing in."
                ).format(place=place),
                self.tr(
                    "Enter them again; if that does not help, ask whoever set up the network to let this program "
                    "reach Mountsea without signing in."
                ),
            )
        return (
            self.tr("The network's proxy asks for a name and a password."),
            self.tr("Without them {place} lets nothing through.").format(place=place),
            self.tr("Sign in to it; everything goes on by itself then."),
        )

    def _then(self, todo: str) -> str:
        return self.tr("{todo} Everything goes on by itself afterwards.").format(todo=todo)

    def _account(self, fault: Fault) -> Sentences:
        match fault:
            case Fault.NO_TOKEN:
                return (
                    self.tr("Not connected to Mountsea yet."),
                    self.tr("There is no API token on this computer."),
                    self.tr("Enter your token; everything goes on by itself then."),
                )
            case Fault.TOKEN_REFUSED:
                return (
                    self.tr("Mountsea does not accept the API token."),
                    self.tr("It may be mistyped, or it was withdrawn."),
                    self.tr("Enter a valid token; everything goes on by itself then."),
                )
            case Fault.NO_CREDITS:
                return (
                    self.tr("There are not enough credits in your Mountsea account."),
                    self.tr("Creating a model costs 100 credits."),
                    self.tr("Add credits on Mountsea's site; everything waits here."),
                )
            case _:
                return (
                    self.tr("Mountsea asks for a little patience."),
                    self.tr("It had too many requests in a short time."),
                    self.tr("Nothing needs to be done."),
                )
