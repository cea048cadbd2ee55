"""Words for the account: the token, where it is kept, the balance."""

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.tokens import TokenFault
from mountsea_desktop.storage.secret_answer import SecretAnswer

NO_NETWORK = frozenset({Fault.OFFLINE, Fault.UNREACHABLE})
"""Faults after which most likely the cable is not plugged in."""


class AccountWords(QObject):
    """The account dialog, and the button that opens it."""

    def connect_button(self) -> str:
        return self.tr("Connect…")

    def account_button(self, balance: str) -> str:
        if not balance:
            return self.tr("Account…")
        return self.tr("Account · {balance} credits").format(balance=balance)

    def step_connect(self) -> str:
        return self.tr("Connect to Mountsea")

    def step_connect_text(self) -> str:
        return self.tr("Once: make an API token on Mountsea's site and paste it under “Connect”. One minute.")

    def step_done(self) -> str:
        return self.tr("Done")

    def get_key(self) -> str:
        return self.tr("Get a token in the browser")

    def title_connect(self) -> str:
        return self.tr("Connect to Mountsea")

    def title_account(self) -> str:
        return self.tr("Your Mountsea account")

    def intro(self) -> str:
        return self.tr(
            "Paste the API token from your Mountsea account, once. Whoever has it can spend your credits, so it goes "
            "into this computer's own password store and nowhere else."
        )

    def sent_elsewhere(self, hosts: str) -> str:
        return self.tr(
            "Your token is sent to {hosts}. Not all of these are Mountsea's own addresses."
        ).format(hosts=hosts)

    def first(self) -> str:
        return self.tr("1. Make a token on Mountsea's site, where it may be called API key, and copy it.")

    def second(self) -> str:
        return self.tr("2. Paste it here as your API token.")

    def more(self) -> str:
        return self.tr("More")

    def go_on(self) -> str:
        return self.tr("Continue uploading")

    def enough_for(self, models: int) -> str:
        return self.tr("Enough for %n models.", "", models)

    def not_enough(self, price: int) -> str:
        return self.tr(
            "Creating a model costs %n credits. Add some on Mountsea's site before you create one.", "", price
        )

    def token(self) -> str:
        return self.tr("API token")

    def placeholder_new(self) -> str:
        return self.tr("Paste your token here")

    def placeholder_kept(self) -> str:
        return self.tr("A token is saved. Paste another to replace it")

    def save(self) -> str:
        return self.tr("Save token")

    def test(self) -> str:
        return self.tr("Test connection")

    def remove(self) -> str:
        return self.tr("Remove token")

    def remove_question(self) -> str:
        return self.tr("Remove the token from this computer?")

    def remove_text(self) -> str:
        return self.tr(
            "It cannot be brought back from here, and Mountsea may not show it to you again: then you have to make a "
            "new one. Until a token is entered, nothing is sent."
        )

    def keep(self) -> str:
        return self.tr("Keep until I close the program")

    def replace(self) -> str:
        return self.tr("Replace it all the same")

    def where_kept(self, place: str) -> str:
        return self.tr("The token is in this computer's password store ({place}).").format(place=place)

    def kept_for_now(self) -> str:
        return self.tr("The token is kept until you close the program, and written nowhere.")

    def none_kept(self) -> str:
        return self.tr("No token is saved yet.")

    def practice(self) -> str:
        return self.tr("In practice mode no token is needed, and none is used.")

    def saving(self) -> str:
        return self.tr("Saving… Your computer may ask you to unlock its password store.")

    def trying_new(self) -> str:
        return self.tr("Checking the new token with Mountsea. Until then the one you have is kept…")

    def refused_new(self) -> str:
        return self.tr(
            "Mountsea does not accept the new token, so the one you have was kept. Copy the new one again from "
            "your Mountsea account and paste it here."
        )

    def untested_new(self) -> str:
        return self.tr("So the new token could not be checked, and the one you have was kept.")

    def saved(self) -> str:
        return self.tr("Saved. Checking it with Mountsea…")

    def untested(self, fault: Fault) -> str:
        """Say that the token is kept, and that Mountsea could not be asked about it."""
        if fault in NO_NETWORK:
            return self.tr("Saved, not tested: no network. It is tested by itself as soon as there is one.")
        return self.tr("Saved, not tested yet. It is tested by itself a little later.")

    def not_tested_yet(self) -> str:
        return self.tr("It is not tested yet; that is done by itself as soon as there is a network.")

    def testing(self) -> str:
        return self.tr("Asking Mountsea…")

    def connected(self, balance: str) -> str:
        return self.tr("Connected. You have {balance} credits.").format(balance=balance)

    def token_misplaced(self) -> str:
        return self.tr(
            "This is your token, and a token is a secret: it was not taken. Its place is under “Connect”."
        )

    def save_first(self) -> str:
        return self.tr("Press “Save token” first; it is tested then.")

    def removed(self) -> str:
        return self.tr("The token was removed from this computer.")

    def removal_unanswered(self) -> str:
        return self.tr(
            "The token is not used any more. This computer's password store has not said yet whether it is removed "
            "there, too. If a window asks for its password, enter it. If a token is shown here after the next "
            "start, remove it once more."
        )

    def nothing_to_test(self) -> str:
        return self.tr("There is no token to test. Paste one and press “Save token”.")

    def what_is_a_token(self) -> str:
        return self.tr("What is a token?")

    def refused(self) -> str:
        return self.tr(
            "Mountsea does not accept this token. Copy it again from your Mountsea account and paste it here."
        )

    def looking(self) -> str:
        return self.tr("Asking your computer's password store…")

    def unread(self, answer: SecretAnswer) -> str:
        """Say that the token may be there, and that the password store did not let the program look."""
        match answer:
            case SecretAnswer.LOCKED:
                return self.tr(
                    "Your token may be in this computer's password store, which is locked. Unlock it and press "
                    "“Test connection”, or paste the token again."
                )
            case SecretAnswer.TIMED_OUT:
                return self.tr(
                    "This computer's password store has not answered yet. If a window asks for its password, enter "
                    "it: everything goes on by itself then. You can also paste the token again."
                )
            case _:
                return self.tr(
                    "This computer's password store did not say whether there is a token. Press “Test connection” "
                    "to ask it again, or paste the token again."
                )

    # The network's proxy

    def proxy_title(self) -> str:
        return self.tr("Sign in to the network's proxy")

    def proxy_intro(self, place: str) -> str:
        return self.tr(
            "This computer reaches the internet through {place}, which asks who you are. Whoever set up the "
            "network can tell you the name and the password. They are sent to that proxy and nowhere else."
        ).format(place=place)

    def proxy_name(self) -> str:
        return self.tr("Name")

    def proxy_password(self) -> str:
        return self.tr("Password")

    def proxy_remember(self) -> str:
        return self.tr("Remember them in this computer's password store")

    def proxy_enter(self) -> str:
        return self.tr("Sign in")

    def proxy_button(self) -> str:
        return self.tr("Sign in to the proxy…")

    def proxy_trying(self) -> str:
        return self.tr("Signing in…")

    def proxy_not_remembered(self) -> str:
        return self.tr(
            "You are signed in to the proxy until you close the program. This computer's password store did "
            "not keep the name and the password."
        )

    def fault(self, fault: TokenFault) -> str:
        match fault:
            case TokenFault.EMPTY:
                return self.tr("There is nothing to save yet. Paste the token from your Mountsea account.")
            case TokenFault.SPACES:
                return self.tr(
                    "That is more than one word, so it is not a token alone. Copy only the token, which is one "
                    "long word without spaces or line breaks."
                )
            case TokenFault.LINK:
                return self.tr(
                    "That is a link, not a token. Copy the token itself from your Mountsea account."
                )
            case TokenFault.EMAIL:
                return self.tr(
                    "That is an e-mail address, not a token. Make a token on Mountsea's site and copy that."
                )
            case TokenFault.NOT_ASCII | TokenFault.CONTROL:
                return self.tr(
                    "That has characters no token has. Copy the token again straight from your Mountsea account."
                )
            case TokenFault.TOO_LONG:
                return self.tr("That is far too long for a token. Copy only the token itself.")

    def store(self, answer: SecretAnswer) -> str:
        """Say what the password store answered instead of doing what was asked."""
        match answer:
            case SecretAnswer.UNAVAILABLE:
                return self.tr(
                    "This computer has no password store that the program can use, so the token cannot be saved "
                    "safely."
                )
            case SecretAnswer.LOCKED:
                return self.tr("The password store is locked. Unlock it and try again.")
            case SecretAnswer.TIMED_OUT:
                return self.tr(
                    "The password store does not answer. Look for a window that asks for its password, and try "
                    "again."
                )
            case SecretAnswer.TOO_LONG:
                return self.tr("The token is longer than this computer's password store keeps.")
            case _:
                return self.tr("The password store refused. Try again.")

    def other_places(self, allowed: bool) -> str:
        """Say where else a token can be that the password store does not keep."""
        if allowed:
            return self.tr("You can keep it until you close the program; it is then written nowhere.")
        return self.tr("Whoever set up this computer does not allow it to be kept anywhere else.")
