"""Words for the link dialog."""

from PySide6.QtCore import QObject

from mountsea_desktop.links.files import FileFault


class LinkWords(QObject):
    """What the link dialog says while one types."""

    def title(self) -> str:
        return self.tr("Add songs")

    def intro(self) -> str:
        return self.tr(
            "One link per line, or any text with links in it. Six songs are enough; more are welcome."
        )

    def field(self) -> str:
        return self.tr("Song links")

    def placeholder(self) -> str:
        return self.tr("https://…")

    def understood_name(self) -> str:
        return self.tr("What was understood")

    def add(self, count: int) -> str:
        if count == 0:
            return self.tr("Add songs")
        return self.tr("Add %n songs", "", count)

    def fine(self, count: int) -> str:
        return self.tr("%n songs can be uploaded.", "", count)

    def cannot_work(self, count: int) -> str:
        return self.tr("%n links cannot work yet: they come into the list, too, which says why.", "", count)

    def already_there(self, other: str) -> str:
        return self.tr("“{other}” is in the list already").format(other=other)

    def none_yet(self) -> str:
        return self.tr("No link yet.")

    def missing(self, count: int) -> str:
        return self.tr("%n more and you have six.", "", count)

    def line(self, number: int, text: str) -> str:
        return self.tr("Line {number}: {text}").format(number=number, text=text)

    def duplicate(self, other: str, line: int = 0) -> str:
        """`other` is the title of the first; `line` is its line in the same text, 0 when it is in the list."""
        if line:
            return self.tr("the same as line {n}").format(n=line)
        return self.tr("the same as “{title}”, which is in the list").format(title=other)

    def rewritten(self, site: str) -> str:
        return self.tr("from {site}").format(site=site)

    def understood(self, title: str, what: str) -> str:
        return self.tr("{title} – {what}").format(title=title, what=what)

    def too_much(self, limit: int) -> str:
        return self.tr("Only the first %n links were read; add the rest afterwards.", "", limit)

    def import_file(self) -> str:
        return self.tr("From a text file…")

    def paste(self, count: int) -> str:
        if count == 0:
            return self.tr("Paste links")
        return self.tr("Paste %n links", "", count)

    def how(self) -> str:
        return self.tr("How do I get a link?")

    def file_kinds(self) -> str:
        return self.tr("Lists of links")

    def song_on_this_computer(self, name: str) -> str:
        return self.tr(
            "“{name}” is a song on this computer, and no link. Add it with “Add files…”, or drop it on the window."
        ).format(name=name)

    def songs_on_this_computer(self, count: int) -> str:
        return self.tr(
            "%n songs are on this computer, and no links. Add them with “Add files…”, or drop them on the window.",
            "",
            count,
        )

    def add_as_file(self, path: str) -> str:
        return self.tr(
            "{path} is on this computer, and no link: close this, then “Add files…”, or drop it on the window."
        ).format(path=path)

    def folder_on_this_computer(self, name: str) -> str:
        return self.tr(
            "“{name}” is a folder on this computer, and Mountsea is elsewhere and cannot see it. Put the songs "
            "into Dropbox or Google Drive and paste their links here; “Help” shows how."
        ).format(name=name)

    def nothing_in_line(self, number: int, text: str) -> str:
        return self.tr("Line {number}: no link in “{text}”").format(number=number, text=text)

    def and_more(self, count: int) -> str:
        return self.tr("and %n more lines", "", count)

    def with_note(self, text: str, note: str) -> str:
        return self.tr("{text} · {note}").format(text=text, note=note)

    def file_refused(self, fault: FileFault | None, name: str) -> str:
        """`fault` is None where the file could not be opened at all."""
        match fault:
            case FileFault.TOO_LARGE:
                text = self.tr("“{name}” is too large for a list of links.")
            case FileFault.ENCODING:
                text = self.tr(
                    "“{name}” is written in an encoding that cannot be told for certain. Save it as UTF-8 and import it again."
                )
            case _:
                text = self.tr(
                    "“{name}” is not a list of links that can be read. Use a text, CSV or M3U file."
                )
        return text.format(name=name)

    def picture(self) -> str:
        return self.tr(
            "There is a picture on the clipboard, which holds no links. Copy the links themselves, as text."
        )
