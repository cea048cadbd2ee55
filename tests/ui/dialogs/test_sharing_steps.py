"""How a song is shared is told site by site."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.sharing_steps import SharingSteps
from mountsea_desktop.ui.theme.illustration import Illustration


def test_sharing_is_told_in_three_steps_for_each_site(qtbot: QtBot) -> None:
    steps = SharingSteps()
    qtbot.addWidget(steps)
    say = words.dialogs
    texts = [label.text() for label in steps.findChildren(QLabel) if not isinstance(label, Illustration)]
    for site, told in {
        say.help_dropbox(): (say.help_right_click(), say.help_choose_share(), say.help_copy_link()),
        say.help_drive(): (say.help_click_and_share(), say.help_anyone(), say.help_copy_link()),
    }.items():
        at = texts.index(site) + 1
        assert texts[at : at + 6] == ["1", told[0], "2", told[1], "3", told[2]]
