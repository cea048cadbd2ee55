"""What can be done with songs: the same from the row, the panel, the context menu and by key."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.ui import words
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.song import CHECKABLE, EDITABLE, REMOVABLE, Song, SongState, wants_sending


class SongAction(Enum):
    """The actions, most helpful first."""

    RETRY = auto()
    GO_ON = auto()
    PAUSE = auto()
    LOOK_FOR = auto()
    SEND_AGAIN = auto()
    TRY_ANYWAY = auto()
    CHECK_AGAIN = auto()
    EDIT = auto()
    CHOOSE_FILE = auto()
    RENAME = auto()
    LISTEN = auto()
    OPEN_LINK = auto()
    TRAIN = auto()
    LEAVE_OUT = auto()
    COPY_LINK = auto()
    REMOVE = auto()


TEXTS: dict[SongAction, Callable[[], str]] = {
    SongAction.RETRY: words.songs.retry,
    SongAction.GO_ON: words.files.go_on,
    SongAction.PAUSE: words.files.pause,
    SongAction.LOOK_FOR: words.songs.look_for,
    SongAction.SEND_AGAIN: words.songs.send_again,
    SongAction.TRY_ANYWAY: words.songs.try_anyway,
    SongAction.CHECK_AGAIN: words.songs.check_again,
    SongAction.EDIT: words.songs.edit,
    SongAction.CHOOSE_FILE: words.files.choose_another,
}
"""What those say that a row may offer by itself."""
ALLOWED_WHEN_CLOSED = {
    SongAction.LISTEN,
    SongAction.COPY_LINK,
    SongAction.OPEN_LINK,
    SongAction.RENAME,
    SongAction.REMOVE,
}
"""What makes sense even when the model takes no more changes."""
ONE_AT_A_TIME = {
    SongAction.LISTEN,
    SongAction.EDIT,
    SongAction.CHOOSE_FILE,
    SongAction.RENAME,
    SongAction.OPEN_LINK,
}
"""What is done with one song at a time."""
WORTH_CHECKING_AGAIN = frozenset(
    {
        Verdict.NO_ACCESS,
        Verdict.NOT_THERE,
        Verdict.WEB_PAGE,
        Verdict.INDIRECT,
        Verdict.NOT_AUDIO,
        Verdict.UNREACHABLE,
        Verdict.PRIVATE_ADDRESS,
    }
)
"""What was found out by looking, so that looking again may find something else."""


BEING_STORED = frozenset({SongState.FILE_WAITING, SongState.FILE_SENDING})
"""Files that are sent to the storage, now or when it is their turn."""


def can_be_chosen(song: Song) -> bool:
    """Return whether there is a choice to train on it or not."""
    return song.state is SongState.UPLOADED


def can_be_opened(song: Song) -> bool:
    """Return whether there is a file for it, or a page of the web."""
    return bool(song.file) or song.link.lower().startswith(("http://", "https://"))


ACTION_BY_REASON: dict[FailReason, SongAction | None] = {
    FailReason.KNOWN_RECORDING: SongAction.EDIT,
    FailReason.COPYRIGHT: SongAction.EDIT,
    FailReason.TOO_SHORT: SongAction.EDIT,
    FailReason.TOO_LONG: SongAction.EDIT,
    FailReason.UNREADABLE: SongAction.EDIT,
    FailReason.NOT_FETCHED: SongAction.RETRY,
    FailReason.CHECK_FAILED: SongAction.RETRY,
    FailReason.TOO_MANY: SongAction.RETRY,
    FailReason.ACCOUNT_BLOCKED: None,
    FailReason.ACCOUNT_FULL: None,
    FailReason.OTHER: SongAction.RETRY,
}
"""What helps after Mountsea could not use a song; nothing that is done with the song alone where None is."""
HOPELESS = frozenset(reason for reason, action in ACTION_BY_REASON.items() if action is not SongAction.RETRY)
"""Reasons that would be given again if the same link were sent once more."""


def first_action(song: Song) -> SongAction | None:
    """Return what a person most likely wants to do about a row that stopped."""
    helps = _what_helps(song)
    return SongAction.CHOOSE_FILE if helps is SongAction.EDIT and song.file else helps


def _what_helps(song: Song) -> SongAction | None:
    match song.state:
        case SongState.FAILED if song.problem is not None and isinstance(song.problem.code, FailReason):
            return ACTION_BY_REASON[song.problem.code]
        case SongState.FAILED:
            return SongAction.RETRY
        case SongState.UNCLEAR:
            return SongAction.LOOK_FOR  # which is free, and spends nothing twice
        case SongState.FILE_PAUSED:
            return SongAction.GO_ON
        case SongState.NEEDS_ATTENTION if wants_sending(song):
            return SongAction.RETRY
        case SongState.NEEDS_ATTENTION if _is_closed_to_others(song):
            return SongAction.CHECK_AGAIN
        case SongState.NEEDS_ATTENTION:
            return SongAction.TRY_ANYWAY if can_try_anyway(song) else SongAction.EDIT
    return None


def can_try_anyway(song: Song) -> bool:
    """Return whether the check had doubts only."""
    return (
        song.state is SongState.NEEDS_ATTENTION
        and song.problem is not None
        and "certain" not in song.problem.facts
    )


def _is_closed_to_others(song: Song) -> bool:
    """Return whether the link is right and its sharing is not, which is put right elsewhere."""
    return song.problem is not None and song.problem.code == Verdict.NO_ACCESS


def can_check_again(song: Song) -> bool:
    """Return whether another look at the same link may find something else."""
    return song.state in CHECKABLE and song.problem is not None and song.problem.code in WORTH_CHECKING_AGAIN


KEYS = {SongAction.RENAME: QKeySequence("F2"), SongAction.REMOVE: QKeySequence("Del")}
"""Shown beside the words in a menu; what they do in the list is the list's."""


class _Kind(NamedTuple):
    action: QAction
    text: Callable[[int], str]
    """Given how many songs it would be done with."""
    fits: Callable[[Song], bool]


class SongActions(QObject):
    """Actions that show themselves only where they make sense for the selection."""

    wanted = Signal(SongAction, list)
    """What is to be done, and the ids of the songs it is for."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._songs: Sequence[Song] = ()
        self.is_open = True
        """Whether the model still takes changes; afterwards songs can be copied and removed, no more."""
        self._kinds: dict[SongAction, _Kind] = {}
        say, a = words.songs, SongAction
        self._add(a.RETRY, "retry", lambda song: song.state is SongState.FAILED or wants_sending(song))
        self._add(a.GO_ON, "upload", lambda song: song.state is SongState.FILE_PAUSED)
        self._add(a.PAUSE, "pause", lambda song: song.state in BEING_STORED)
        self._add(a.LOOK_FOR, "search", lambda song: song.state is SongState.UNCLEAR)
        self._add(a.SEND_AGAIN, "retry", lambda song: song.state is SongState.UNCLEAR)
        self._add(a.TRY_ANYWAY, "upload", can_try_anyway)
        self._add(a.CHECK_AGAIN, "search", can_check_again)
        self._add(a.EDIT, "edit", lambda song: song.state in EDITABLE and not song.file)
        self._add(a.CHOOSE_FILE, "folder", lambda song: song.state in EDITABLE and bool(song.file))
        self._add(a.RENAME, "edit", lambda _song: True, lambda _count: say.rename())
        self._add(a.LISTEN, "play", can_be_opened, lambda _count: say.listen())
        self._add(a.OPEN_LINK, "link", can_be_opened, lambda _count: say.open_link())
        self._add(a.TRAIN, "check", lambda song: can_be_chosen(song) and not song.chosen, say.train)
        self._add(a.LEAVE_OUT, "close", lambda song: can_be_chosen(song) and song.chosen, say.leave_out)
        self._add(a.COPY_LINK, "copy", lambda song: bool(song.link), lambda _count: say.copy_link())
        self._add(a.REMOVE, "remove", lambda song: song.state in REMOVABLE, lambda _count: say.remove())
        self.retranslate()
        self.select(())

    def _add(
        self,
        kind: SongAction,
        icon: str,
        fits: Callable[[Song], bool],
        text: Callable[[int], str] | None = None,
    ) -> None:
        action = QAction(self._icons.icon(icon), "", self)
        action.setData(kind)
        if (key := KEYS.get(kind)) is not None:
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._triggered)
        self._kinds[kind] = _Kind(action, text or (lambda _count: TEXTS[kind]()), fits)

    def retranslate(self) -> None:
        for kind, (action, text, _fits) in self._kinds.items():
            action.setText(text(self._count(self._fitting(kind))))

    def all(self) -> list[QAction]:
        """Return the actions, most helpful first."""
        return [kind.action for kind in self._kinds.values()]

    def select(self, songs: Sequence[Song]) -> None:
        """Mean these songs from now on."""
        self._songs = songs
        for kind, (action, text, _fits) in self._kinds.items():
            fitting = self._fitting(kind)
            action.setText(text(self._count(fitting)))
            action.setVisible(bool(fitting) and (kind not in ONE_AT_A_TIME or len(songs) == 1))
            action.setEnabled(action.isVisible())

    def _count(self, fitting: Sequence[str]) -> int:
        """Return how many songs it speaks of; what cannot be done now, and is still seen, of all."""
        return len(fitting) or max(len(self._songs), 1)

    def is_possible(self, kind: SongAction) -> bool:
        """Return whether it makes sense for what is selected."""
        return self._kinds[kind].action.isEnabled()

    def trigger(self, kind: SongAction) -> None:
        """Do as if it were chosen in the menu; nothing happens where it makes no sense."""
        self._kinds[kind].action.trigger()

    def _fitting(self, kind: SongAction) -> list[str]:
        if not (self.is_open or kind in ALLOWED_WHEN_CLOSED):
            return []
        return [song.id for song in self._songs if self._kinds[kind].fits(song)]

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(action.data(), self._fitting(action.data()))
