"""What can be done with selected songs: the same in the panel, the context menu and by key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from mountsea_desktop.ui import words
from mountsea_desktop.ui.songs.table_model import ACTION_TEXTS, can_check_again, can_try_anyway
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.job import EDITABLE, REMOVABLE
from mountsea_desktop.workflow.song import Song, SongState

STILL = {"copy_link", "remove"}
"""What makes sense even when the model takes no more changes."""


def can_be_chosen(song: Song) -> bool:
    """Whether there is a choice to train on it or not."""
    return song.state is SongState.UPLOADED


class SongActions(QObject):
    """Actions that show themselves only where they make sense for the selection."""

    wanted = Signal(str, list)
    """The name of an action, and the ids of the songs it is for."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._songs: Sequence[Song] = ()
        self.is_open = True
        """Whether the model still takes changes; afterwards songs can be copied and removed, no more."""
        self._kinds: dict[str, tuple[QAction, Callable[[int], str], Callable[[Song], bool]]] = {}
        add, say = self._add, words.songs
        add("retry", "retry", ACTION_TEXTS["retry"], lambda song: song.state is SongState.FAILED)
        add("send_again", "retry", ACTION_TEXTS["send_again"], lambda song: song.state is SongState.UNCLEAR)
        add("try_anyway", "upload", ACTION_TEXTS["try_anyway"], can_try_anyway)
        add("check_again", "search", ACTION_TEXTS["check_again"], can_check_again)
        add("edit", "edit", ACTION_TEXTS["edit"], lambda song: song.state in EDITABLE)
        self._add_counting("train", "check", say.train, lambda song: can_be_chosen(song) and not song.chosen)
        self._add_counting(
            "leave_out", "close", say.leave_out, lambda song: can_be_chosen(song) and song.chosen
        )
        add("copy_link", "copy", say.copy_link, lambda _song: True)
        add("remove", "remove", say.remove, lambda song: song.state in REMOVABLE)
        self.retranslate()
        self.select(())

    def _add(self, name: str, icon: str, text: Callable[[], str], fits: Callable[[Song], bool]) -> None:
        self._add_counting(name, icon, lambda _count: text(), fits)

    def _add_counting(
        self, name: str, icon: str, text: Callable[[int], str], fits: Callable[[Song], bool]
    ) -> None:
        action = QAction(self._icons.icon(icon), "", self)
        action.setObjectName(name)
        action.triggered.connect(self._triggered)
        self._kinds[name] = (action, text, fits)

    def retranslate(self) -> None:
        """Set the texts again."""
        for name, (action, text, _fits) in self._kinds.items():
            action.setText(text(len(self._fitting(name))))

    def all(self) -> list[QAction]:
        """The actions, most helpful first."""
        return [action for action, _text, _fits in self._kinds.values()]

    def select(self, songs: Sequence[Song]) -> None:
        """These songs are meant from now on."""
        self._songs = songs
        for name, (action, text, _fits) in self._kinds.items():
            fitting = self._fitting(name)
            action.setText(text(len(fitting)))
            action.setVisible(bool(fitting) and (name != "edit" or len(songs) == 1))
            action.setEnabled(action.isVisible())

    def trigger(self, name: str) -> None:
        """As if chosen in the menu; nothing happens where it makes no sense."""
        self._kinds[name][0].trigger()

    def _fitting(self, name: str) -> list[str]:
        if not (self.is_open or name in STILL):
            return []
        fits = self._kinds[name][2]
        return [song.id for song in self._songs if fits(song)]

    def _triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName(), self._fitting(sender.objectName()))
