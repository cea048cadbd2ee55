"""Words for links that cannot work as they are, and for advice about those that can."""

from PySide6.QtCore import QObject

from mountsea_desktop.links.verdict import Note, UnreachableReason, Verdict
from mountsea_desktop.runtime.facts import FactKey, Facts
from mountsea_desktop.workflow.checks import ON_THE_WAY

Sentences = tuple[str, str, str]


class LinkProblemWords(QObject):
    """One sentence each for: what is wrong with a link, why, what to do next."""

    def explain(self, verdict: Verdict, facts: Facts) -> Sentences:
        site = facts.get(FactKey.SITE, "")
        match verdict:
            case Verdict.FOLDER | Verdict.INCOMPLETE | Verdict.SHORT_LIVED | Verdict.NEEDS_BROWSER:
                return self._share(verdict, site)
            case Verdict.NOT_A_FILE_SITE | Verdict.INDIRECT | Verdict.WEB_PAGE:
                return self._page(verdict, site, facts.get(FactKey.ADD, ""))
            case Verdict.LOCAL_FILE | Verdict.PRIVATE_ADDRESS | Verdict.FORBIDDEN_FORM:
                return self._address(verdict)
            case Verdict.NOT_A_LINK:
                return (
                    self.tr("This is not a link."),
                    self.tr("There is no web address in it that can be opened."),
                    self.tr("Paste the whole link; it begins with https://."),
                )
            case Verdict.MALFORMED:
                return (
                    self.tr("There are signs in this link that no link may have."),
                    self.tr("It carries a signature, so nothing in it can be put right here."),
                    self.tr("Copy it once more where it was made, and paste it here."),
                )
            case Verdict.TOKEN:
                return (
                    self.tr("This looks like a token, not a link."),
                    self.tr("A token is a secret, so it is never added as a song."),
                    self.tr("If it is your API token, paste it under “Connect”."),
                )
            case Verdict.EXPIRED:
                return (
                    self.tr("This link has expired."),
                    self.tr("Links of this kind work for a limited time only."),
                    self.tr("Make a new link to the song and paste it here."),
                )
            case Verdict.NO_ACCESS:
                return (
                    self.tr("This link is not public."),
                    self.tr("The site lets nobody in who has not signed in."),
                    self.tr("Set its sharing to “anyone with the link”, then check again."),
                )
            case Verdict.NOT_THERE:
                return (
                    self.tr("There is nothing at this link."),
                    self.tr("The song was moved or deleted, or the link is not complete."),
                    self.tr("Copy the link again and paste it here."),
                )
            case Verdict.NOT_AUDIO:
                return (
                    self.tr("This does not look like a song."),
                    self.tr("It is a file, but not of a kind of audio that is known here."),
                    self.tr("Use an MP3 or WAV file, or try it anyway."),
                )
            case Verdict.UNREACHABLE:
                return (
                    self.tr("The link could not be checked from here."),
                    self._reason(facts),
                    self.tr(
                        "It is checked again by itself from time to time. You can also upload it: Mountsea may be able to "
                        "open it."
                    )
                    if facts.get(FactKey.WHY, "") in ON_THE_WAY
                    else self.tr("Mountsea may still be able to open it: check again, or upload it anyway."),
                )
            case Verdict.AUDIO:
                return (self.tr("This is a song."), "", "")

    def _reason(self, facts: Facts) -> str:
        """Say why there was no answer that tells anything."""
        match facts.get(FactKey.WHY, ""):
            case UnreachableReason.NAME:
                return self.tr(
                    "Its address cannot be found: this computer may be offline, or there is a typing mistake in it."
                )
            case UnreachableReason.CONNECTION:
                return self.tr("Its site did not take the connection, or broke it off.")
            case UnreachableReason.CERTIFICATE:
                return self.tr("This computer does not trust the certificate of its site.")
            case UnreachableReason.PROXY:
                return self.tr("The network's proxy did not let the question through.")
            case UnreachableReason.SERVER:
                return self.tr("Its site has trouble of its own or is too busy.")
            case UnreachableReason.REDIRECTS:
                return self.tr("It leads from one address to the next without an end.")
            case UnreachableReason.ANSWER:
                return self.tr("What its site answered cannot be understood.")
            case _:
                return self.tr("It did not answer in time.")

    def _share(self, verdict: Verdict, site: str) -> Sentences:
        match verdict:
            case Verdict.FOLDER:
                return (
                    self.tr("This link opens a folder, not a song."),
                    self.tr("Mountsea takes one song per link."),
                    self.tr("Open the folder in {site} and copy the link of one song.").format(site=site),
                )
            case Verdict.INCOMPLETE:
                return (
                    self.tr("A part of this link is missing."),
                    self.tr("Without it {site} does not hand out the file.").format(site=site)
                    if site
                    else self.tr("It was shortened, or broken over two lines."),
                    self.tr("Copy the whole link in {site} again and paste it here.").format(site=site)
                    if site
                    else self.tr("Copy the whole link again and paste it here in one line."),
                )
            case Verdict.SHORT_LIVED:
                return (
                    self.tr("Links from {site} do not last long enough.").format(site=site),
                    self.tr("They stop working after some minutes."),
                    self.tr("Put the song into Dropbox or Google Drive and share it from there."),
                )
            case _:
                return (
                    self.tr("Links from {site} work in a browser only.").format(site=site),
                    self.tr("Mountsea fetches songs without a browser."),
                    self.tr("Put the song into Dropbox or Google Drive and share it from there."),
                )

    def _page(self, verdict: Verdict, site: str, add: str) -> Sentences:
        if verdict is Verdict.NOT_A_FILE_SITE:
            return (
                self.tr("{site} has pages to listen to, not files to fetch.").format(site=site),
                self.tr("Mountsea needs the audio file itself."),
                self.tr(
                    "Put your own file of the song into Dropbox or Google Drive and share it from there."
                ),
            )
        if verdict is Verdict.INDIRECT:
            return (
                self.tr("This link leads to a page of {site}, not to the song.").format(site=site),
                self.tr("The link of that page itself can be turned into one to the song."),
                self.tr("Open it in a browser, copy the address it leads to and paste that instead."),
            )
        return (
            self.tr("This link opens a web page, not a song."),
            self.tr("{site} shows a page around the file.").format(site=site)
            if site
            else self.tr("Mountsea needs a link that leads straight to the audio file."),
            self.tr("Add “{end}” to the end of the link, and check again.").format(end=add)
            if add
            else self.tr(
                "Check that it is shared with everybody who has the link, or share the song from another place."
            ),
        )

    def _address(self, verdict: Verdict) -> Sentences:
        match verdict:
            case Verdict.LOCAL_FILE:
                return (
                    self.tr("This is a file on your computer or network."),
                    self.tr("Mountsea is elsewhere and cannot see it."),
                    self.tr("Put the song into Dropbox or Google Drive and paste its link."),
                )
            case Verdict.PRIVATE_ADDRESS:
                return (
                    self.tr("This address exists in your own network only."),
                    self.tr("Mountsea is elsewhere and cannot reach it."),
                    self.tr("Put the song into Dropbox or Google Drive and paste its link."),
                )
            case _:
                return (
                    self.tr("This kind of address is never opened."),
                    self.tr("It is not a plain link to a file, or it has a name and a password in it."),
                    self.tr("Paste a link that begins with https:// and needs no signing in."),
                )

    def note(self, note: Note, facts: Facts) -> Sentences:
        """Advise on what stops nobody."""
        match note:
            case Note.NO_LENGTH | Note.SHORT | Note.TINY:
                return (
                    self.tr("This song is very short."),
                    self.tr("Full-length songs teach a model more."),
                    self.tr("Use the whole song if you have it."),
                )
            case Note.LONG:
                return (
                    self.tr("This song is longer than 8 minutes."),
                    self.tr("Mountsea may not take it."),
                    self.tr("Use a shorter version if you have one."),
                )
            case Note.SAME_SIZE:
                return (
                    self.tr("This may be the same song as “{other}”.").format(
                        other=facts.get(FactKey.OTHER, "")
                    ),
                    self.tr("Both files have exactly the same size."),
                    self.tr("Keep both only if they are different songs."),
                )
            case Note.NOT_ENCRYPTED:
                return (
                    self.tr("This link is not encrypted."),
                    self.tr("It works, but others on the way could see which song is fetched."),
                    self.tr("Use https:// if the site offers it."),
                )
            case Note.EXPIRES_SOON:
                return (
                    self.tr("This link expires soon."),
                    self.tr("Links of this kind work for a limited time only."),
                    self.tr("Upload the song now, or make a new link to it."),
                )

    def unknown(self) -> Sentences:
        """Word a code that a later version of the program wrote."""
        return (
            self.tr("Something is not right here."),
            self.tr("This version of the program has no words for it."),
            self.tr("Look at the details, or try again."),
        )
