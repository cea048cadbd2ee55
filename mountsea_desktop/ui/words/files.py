"""Words for songs on this computer: adding them, what is missing for that, setting up their storage."""

from collections.abc import Sequence

from PySide6.QtCore import QObject


class FileWords(QObject):
    """For musicians, who only drop files in; and for whoever sets up where they go."""

    def add(self) -> str:
        return self.tr("Add files…")

    def choose(self) -> str:
        return self.tr("Add songs from this computer")

    def choose_another(self) -> str:
        return self.tr("Choose another file…")

    def file_changed(self, title: str) -> str:
        return self.tr("“{title}” was given another file.").format(title=title)

    def too_late_to_change(self, title: str) -> str:
        return self.tr("“{title}” is on its way already, so its file stays as it is.").format(title=title)

    def songs_filter(self) -> str:
        return self.tr("Songs")

    def all_filter(self) -> str:
        return self.tr("All files")

    def sending(self, percent: str, left: str) -> str:
        if not left:
            return self.tr("Sending to the storage… · {percent}").format(percent=percent)
        return self.tr("Sending to the storage… · {percent} · {left} left").format(percent=percent, left=left)

    def pause(self) -> str:
        return self.tr("Pause")

    def go_on(self) -> str:
        return self.tr("Go on")

    def goes_on(self) -> str:
        return self.tr(
            "It is sent to the storage, from where Mountsea fetches it. Closed meanwhile, the program sends it again."
        )

    def paused(self) -> str:
        return self.tr("It waits until you press “Go on”.")

    def refused(self, name: str, what: str) -> str:
        return self.tr("“{name}”: {what}").format(name=name, what=what)

    def refused_more(self, count: int) -> str:
        return self.tr("%n more files cannot be used.", "", count)

    def folder_question(self, name: str, count: int) -> str:
        return self.tr("Add %n songs from “{name}”?", "", count).format(name=name)

    def folder_songs(self, names: str, count: int) -> str:
        return self.tr("{names} and %n more", "", count).format(names=names) if count else names

    def folder_yes(self, count: int) -> str:
        return self.tr("Add %n songs", "", count)

    def folder_empty(self, name: str) -> str:
        return self.tr("There is no song in the folder “{name}”.").format(name=name)

    # Without a storage

    def no_storage_title(self) -> str:
        return self.tr("Your songs need a link first")

    def no_storage(self, names: Sequence[str]) -> str:
        """`names` are those of the songs, and folders, that were brought; there may be none."""
        if not names:
            return self.tr("Mountsea fetches songs from the web, and cannot see this computer.")
        if len(names) == 1:
            return self.tr(
                "“{name}” is on this computer. Mountsea fetches songs from the web, and cannot see this computer."
            ).format(name=names[0])
        return self.tr(
            "%n songs are on this computer. Mountsea fetches songs from the web, and cannot see this computer.",
            "",
            len(names),
        )

    def no_storage_how(self) -> str:
        return self.tr(
            "Put them into Dropbox or Google Drive, copy the link of each as shown here, and paste the links."
        )

    def open_dropbox(self) -> str:
        return self.tr("Open Dropbox")

    def open_drive(self) -> str:
        return self.tr("Open Google Drive")

    def without_links(self) -> str:
        return self.tr("Or set this computer up, so that songs are simply dropped here")

    def for_administrator(self) -> str:
        return self.tr(
            "It takes a storage that both this computer and Mountsea reach. It is set up once; this text is for whoever "
            "looks after the computer:"
        )

    def administrator_text(self) -> str:
        return self.tr(
            "Mountsea Desktop needs a place for songs from which Mountsea's servers can fetch them. One of:\n\n"
            "A) A bucket that speaks S3 (AWS, Cloudflare R2, Backblaze B2, MinIO, Aliyun OSS, Tencent COS, …), not "
            "public. It needs an access key that may do no more than put, get and delete objects in that bucket "
            "(s3:PutObject, s3:GetObject, s3:DeleteObject). Give the bucket a life-cycle rule: delete after three days.\n"
            "Settings: storage.kind = s3, storage.endpoint, storage.region, storage.bucket, storage.prefix, "
            "storage.key_id; the secret in the window, or in the file that storage.secret_file names.\n\n"
            "B) A folder that a web server already shows to everybody, without a sign-in and without a listing.\n"
            "Settings: storage.kind = folder, storage.folder, storage.base_url.\n\n"
            "Enter them in the window under Settings, Storage for songs, and press Test there; or give them to all computers "
            "in policies.toml. STORAGE.md, which comes with the program's source, has a page for each provider."
        )

    def copy_text(self) -> str:
        return self.tr("Copy this text")

    def paste_links(self) -> str:
        return self.tr("Paste the links…")

    def set_up(self) -> str:
        return self.tr("Set up the storage…")

    # Setting it up

    def storage_button(self) -> str:
        return self.tr("Storage for songs…")

    def storage_title(self) -> str:
        return self.tr("Storage for songs on this computer")

    def storage_intro(self) -> str:
        return self.tr(
            "Songs on this computer are put there under names that nobody guesses, Mountsea fetches them, and then they "
            "are deleted where that is allowed."
        )

    def secret(self) -> str:
        return self.tr("Secret access key")

    def secret_is_kept(self) -> str:
        return self.tr("Leave it empty to use the one that is kept.")

    def test(self) -> str:
        return self.tr("Test")

    def testing(self) -> str:
        return self.tr("Putting a kilobyte there and fetching it as Mountsea would…")

    def works(self, where: str) -> str:
        return self.tr(
            "It works: what is put into {where} can be fetched by everybody who has its address."
        ).format(where=where)

    def works_for_this_run(self) -> str:
        return self.tr("This computer has no password store, so the secret is kept until the program closes.")

    def secret_not_kept(self) -> str:
        return self.tr("The secret could not be kept.")

    def status_name(self) -> str:
        return self.tr("Result of the test")
