"""Words that several dialogs share, and those of the small ones."""

from PySide6.QtCore import QObject


class DialogWords(QObject):
    """Buttons, settings, about, help."""

    def close(self) -> str:
        return self.tr("Close")

    def no_browser_title(self) -> str:
        return self.tr("No browser opens here")

    def no_browser(self) -> str:
        return self.tr("Open this address in a browser, on this computer or another:")

    def address(self) -> str:
        return self.tr("Address")

    def copy_address(self) -> str:
        return self.tr("Copy address")

    def cancel(self) -> str:
        return self.tr("Cancel")

    def settings(self) -> str:
        return self.tr("Settings…")

    def settings_title(self) -> str:
        return self.tr("Settings")

    def export(self) -> str:
        return self.tr("Export settings…")

    def exported(self, name: str) -> str:
        return self.tr("The settings were saved as “{name}”. There is no secret in them.").format(name=name)

    def not_exported(self, name: str) -> str:
        return self.tr("“{name}” could not be written. Choose another folder.").format(name=name)

    def log(self) -> str:
        return self.tr("Log…")

    def log_title(self) -> str:
        return self.tr("Log")

    def log_text(self) -> str:
        return self.tr(
            "What the program did lately. There is no token and no complete link in it, so you can send it to whoever helps you."
        )

    def about(self) -> str:
        return self.tr("About…")

    def about_title(self) -> str:
        return self.tr("About Mountsea Desktop")

    def about_text(self) -> str:
        return self.tr(
            "Train a custom Suno model from your own songs. The program talks to Mountsea and to the links you "
            "give it, and to nobody else: no statistics, no update check."
        )

    def versions(self) -> str:
        return self.tr("Versions")

    def copy(self) -> str:
        return self.tr("Copy")

    def copied(self) -> str:
        return self.tr("Copied")

    def help(self) -> str:
        return self.tr("Help…")

    def help_title(self) -> str:
        return self.tr("Help")

    def help_token_title(self) -> str:
        return self.tr("What is a token, and where do I get one?")

    def help_token(self) -> str:
        return self.tr(
            "A token is a long word that lets this program use your Mountsea account. Sign in on Mountsea's "
            "site, open the page for API keys, make one, copy it, and paste it under “Connect”. Whoever has "
            "it can spend your credits, so treat it like a password."
        )

    def help_token_picture(self) -> str:
        return self.tr("A token goes from Mountsea's site into this program.")

    def help_link_title(self) -> str:
        return self.tr("Why must a link be public?")

    def help_link(self) -> str:
        return self.tr(
            "Mountsea fetches each song itself, from its own computers. It cannot sign in for you and cannot "
            "see this computer, so the link has to open for everybody and lead straight to the audio file."
        )

    def help_link_picture(self) -> str:
        return self.tr("Mountsea reaches a public folder, but not a locked computer.")

    def help_share_title(self) -> str:
        return self.tr("How do I share a song from Dropbox or Google Drive?")

    def help_share(self) -> str:
        return self.tr(
            "It takes three steps. Paste the link you get into this program, which turns it into a direct one."
        )

    def help_dropbox(self) -> str:
        return self.tr("Dropbox")

    def help_right_click(self) -> str:
        return self.tr("Right-click the song.")

    def help_choose_share(self) -> str:
        return self.tr("Choose “Share”.")

    def help_copy_link(self) -> str:
        return self.tr("Choose “Copy link”.")

    def help_drive(self) -> str:
        return self.tr("Google Drive")

    def help_click_and_share(self) -> str:
        return self.tr("Right-click the song and choose “Share”.")

    def help_anyone(self) -> str:
        return self.tr("Set “General access” to “Anyone with the link”.")

    def help_cost_title(self) -> str:
        return self.tr("What does it cost?")

    def help_cost(self) -> str:
        return self.tr(
            "Creating a model costs 100 credits. You are always asked first, and a press is sent once only. "
            "Practice mode costs nothing."
        )

    def help_time_title(self) -> str:
        return self.tr("How long does it take?")

    def help_time(self) -> str:
        return self.tr(
            "Mountsea needs about a minute for each song, several at a time, and 2 to 3 minutes for the model. You may close the program meanwhile: what is at Mountsea goes on there."
        )

    def help_refused_title(self) -> str:
        return self.tr("Why was my song refused?")

    def help_refused(self) -> str:
        return self.tr(
            "Select it: below the list stands why, and what helps. Songs that were published are often recognised, also when they are your own; a demo, another mix or an instrumental works then."
        )

    def help_model_title(self) -> str:
        return self.tr("What does a model learn, and what is its ID for?")

    def help_model(self) -> str:
        return self.tr(
            "It learns your arrangements, harmonies and sound; not a voice, a melody or words. Its ID is how Mountsea knows it: paste it wherever a model is asked for."
        )

    def help_problems_title(self) -> str:
        return self.tr("Something does not work?")

    def help_problems(self) -> str:
        return self.tr(
            "The log tells whoever helps you what the program did. There is no token and no complete link in it."
        )

    def help_keys_title(self) -> str:
        return self.tr("Which keys are there?")

    def help_keys(self) -> str:
        return self.tr(
            "Ctrl+V: add what was copied\n"
            "Ctrl+Enter: accept it\n"
            "F2: rename a song or a model\n"
            "Enter: edit a link\n"
            "Space: choose a song, or leave it out\n"
            "Alt+Up, Alt+Down: move a song\n"
            "Delete: remove a song, archive a model\n"
            "Ctrl+Z: take back, step by step\n"
            "Ctrl+Shift+Z, Ctrl+Y: do it again\n"
            "Ctrl+N: begin a model\n"
            "Ctrl+O: read a text file\n"
            "Ctrl+Shift+O: add files\n"
            "F1: this page\n"
            "Ctrl+W, Ctrl+Q: close the program"
        )
