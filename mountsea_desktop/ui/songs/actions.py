"""What can be done with selected songs: the same in the panel, the context menu and by key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from mountsea_desktop.ui import words
from mountsea_desktop.ui.songs.table import ACTION_TEXTS, can_check_again, can_try_anyway
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.song import Song, SongState
from mountsea_desktop.workflow.studio import EDITABLE, REMOVABLE


class SongActions(QObject):
    """Actions that show themselves only where they make sense for the selection."""

    wanted = Signal(str, list)
    """The name of an action, and the ids of the songs it is for."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._songs: Sequence[Song] = ()
        self._kinds: dict[str, tuple[QAction, Callable[[], str], Callable[[Song], bool]]] = {}
        add = self._add
        add("retry", "retry", ACTION_TEXTS["retry"], lambda song: song.state is SongState.FAILED)
        add("send_again", "retry", ACTION_TEXTS["send_again"], lambda song: song.state is SongState.UNCLEAR)
        add("try_anyway", "upload", ACTION_TEXTS["try_anyway"], can_try_anyway)
        add("check_again", "search", ACTION_TEXTS["check_again"], can_check_again)
        add("edit", "edit", ACTION_TEXTS["edit"], lambda song: song.state in EDITABLE)
        add("copy_link", "copy", words.songs.copy_link, lambda _song: True)
        add("remove", "remove", words.songs.remove, lambda song: song.state in REMOVABLE)
        self.retranslate()
        self.select(())

    def _add(self, name: str, icon: str, text: Callable[[], str], fits: Callable[[Song], bool]) -> None:
        action = QAction(self._icons.icon(icon), "", self)
        action.setObjectName(name)
        action.triggered.connect(self._triggered)
        self._kinds[name] = (action, text, fits)

    def retranslate(self) -> None:
        """Set the texts again."""
        for action, text, _fits in self._kinds.values():
            action.setText(text())

    def all(self) -> list[QAction]:
        """The actions, most helpful first."""
        return [action for action, _text, _fits in self._kinds.values()]

    def select(self, songs: Sequence[Song]) -> None:
        """These songs are meant from now on."""
        self._songs = songs
        for name, (action, _text, _fits) in self._kinds.items():
            fitting = self._fitting(name)
            action.setVisible(bool(fitting) and (name != "edit" or len(songs) == 1))
            action.setEnabled(action.isVisible())

    def trigger(self, name: str) -> None:
        """As if chosen in the menu; nothing happens where it makes no sense."""
        self._kinds[name][0].trigger()

    def _fitting(self, name: str) -> list[str]:
        fits = self._kinds[name][2]
        return [song.id for song in self._songs if fits(song)]

    def _triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName(), self._fitting(sender.objectName()))
