"""The songs of one model as rows for a view."""

import math
from bisect import bisect
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.songs.song_actions import TEXTS, SongAction, first_action
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role as Colour
from mountsea_desktop.ui.widgets.label import tooltip
from mountsea_desktop.workflow.song import EDITABLE, UNSENT, Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts

Index = QModelIndex | QPersistentModelIndex
SONG_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which a row hands out its song."""
SORT_ROLE = SONG_ROLE + 1
ACTION_ROLE = SONG_ROLE + 2
"""The role under which a row hands out its first `SongAction`; None where there is none."""
PROGRESS_ROLE = SONG_ROLE + 3
"""The role under which a row on its way hands out how far it is, 0 to 1; None where nothing is under way."""
USUAL_UPLOAD = 45.0
"""Seconds that Mountsea usually takes for a song, as far as is known; it tells of no progress itself."""
NEARLY = 0.99
"""How far a file is at most until the storage has said that it has it."""
SPEED_IS_KNOWN = 2.0
"""Seconds after which a file's speed tells how long it will take."""
RESET_THRESHOLD = 100
"""Rows beyond which showing anew is quicker than going row by row."""
STATES_THAT_MAY_EXPIRE = UNSENT - {SongState.NEEDS_ATTENTION} | {SongState.QUEUED}
"""States in which it matters that a link stops working."""
EXPIRES_SOON = 3_600.0
"""Seconds from which on a row says when its link stops working."""

TIMED_STATES = frozenset({SongState.SENDING, SongState.ACCEPTED})
"""States whose rows count the time."""
EXPLAINED_STATES = frozenset({SongState.NEEDS_ATTENTION, SongState.FAILED, SongState.UNCLEAR})
"""States whose rows say why."""
COLOURS = {
    SongState.FILE_SENDING: Colour.INFO,
    SongState.READY: Colour.TEXT,
    SongState.ACCEPTED: Colour.INFO,
    SongState.SENDING: Colour.INFO,
    SongState.UPLOADED: Colour.SUCCESS,
    SongState.NEEDS_ATTENTION: Colour.WARNING,
    SongState.UNCLEAR: Colour.WARNING,
    SongState.FAILED: Colour.DANGER,
}


CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
NAME = CELL | Qt.ItemFlag.ItemIsEditable
CHOOSABLE_NAME = NAME | Qt.ItemFlag.ItemIsUserCheckable
"""What can be done with a cell."""
RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns, in their first order."""

    SONG = 0
    LENGTH = 1
    STATUS = 2
    LINK = 3


class SongTableModel(QAbstractTableModel):
    """Rows for songs. It shows what it is told and changes nothing; a tick is asked for by `choosing`."""

    choosing = Signal(str, bool)
    """A song's id, and whether it is to be trained on."""

    def __init__(self, icons: Icons, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self._now = now
        self._songs: list[Song] = []
        self._rows: dict[str, int] = {}
        self.counts = SongCounts()
        """How many of the rows stand where."""
        self._sent: dict[str, int] = {}
        """Bytes of files that are being sent to the storage, by the song's id."""
        self._timed: set[str] = set()
        """Songs that count the time, or will."""
        self.is_open = True
        """Whether songs may still be changed and chosen: not once the model has been sent."""
        self.trained_on: frozenset[str] | None = None
        """Mountsea's identifiers of the songs that the finished model learned from; None before."""

    # What views ask

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._songs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the columns' names; figures stand at the right, and so does theirs."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.LENGTH:
            return RIGHT_ALIGNED
        if role == Qt.ItemDataRole.DisplayRole:
            match Column(section):
                case Column.SONG:
                    return words.songs.column_song()
                case Column.LENGTH:
                    return words.songs.column_length()
                case Column.STATUS:
                    return words.songs.column_status()
                case Column.LINK:
                    return words.songs.column_link()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be selected, uploaded songs be ticked, and names be written anew."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.column() != Column.SONG:
            return CELL
        return CHOOSABLE_NAME if self._is_choosable(index) else NAME

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        song = self._songs[index.row()]
        if role == SONG_ROLE:
            return song
        match Column(index.column()):
            case Column.SONG:
                return self._title(song, index, role)
            case Column.LENGTH:
                return self._length(song, role)
            case Column.STATUS:
                return self._status(song, role)
            case Column.LINK:
                return self._link(song, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick is a request: the row changes when the choice is on disk."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._is_choosable(index):
            return False
        self.choosing.emit(self._songs[index.row()].id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def action_of(self, song: Song) -> SongAction | None:
        """Return what a row offers by itself."""
        return first_action(song) if self.is_open else None

    def can_edit_link(self, song_id: str) -> bool:
        """Return whether the link of this song can be written anew."""
        row = self._rows.get(song_id)
        return row is not None and self.is_open and self._songs[row].state in EDITABLE

    def is_file(self, song_id: str) -> bool:
        """Return whether this song is a file on this computer, and has no link of the musician's."""
        row = self._rows.get(song_id)
        return row is not None and bool(self._songs[row].file)

    def _is_choosable(self, index: Index) -> bool:
        return self.is_open and self._songs[index.row()].state is SongState.UPLOADED

    def _title(self, song: Song, index: Index, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return format.plain(song.title)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(song.title)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return song.source
            case Qt.ItemDataRole.CheckStateRole if self._is_choosable(index):
                return Qt.CheckState.Checked if song.chosen else Qt.CheckState.Unchecked
            case _ if role == PROGRESS_ROLE:
                return share_done(song, self._now(), self._sent.get(song.id, 0))
            case _ if role == SORT_ROLE:
                return song.title.casefold()
        return None

    def _status(self, song: Song, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._status_text(song)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._status_text(song))
            case Qt.ItemDataRole.DecorationRole:
                return self.icons.icon(f"song_{song.state}", COLOURS.get(song.state, Colour.MUTED))
            case Qt.ItemDataRole.ForegroundRole if song.state in COLOURS:
                return self._text_colour(COLOURS[song.state])
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                action = self.action_of(song)
                return TEXTS[action]() if action is not None else ""
            case _ if role == ACTION_ROLE:
                return self.action_of(song)
            case _ if role == SORT_ROLE:
                return list(SongState).index(song.state)
        return None

    def _length(self, song: Song, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return format.elapsed(song.duration) if song.duration else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT_ALIGNED
            case Qt.ItemDataRole.ForegroundRole:
                return self._text_colour(Colour.MUTED)
            case _ if role == SORT_ROLE:
                return song.duration or 0.0
        return None

    def _link(self, song: Song, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return readable(song.link) if song.link else format.plain(song.file)
            case Qt.ItemDataRole.ToolTipRole:
                is_as_given = song.source == song.pasted
                return tooltip(song.source if is_as_given else words.songs.given_as(song.pasted))
            case Qt.ItemDataRole.ForegroundRole:
                return self._text_colour(Colour.MUTED)
            case _ if role == SORT_ROLE:
                return song.source
        return None

    def _text_colour(self, role: Colour) -> QColor | None:
        """Return the colour of a text; None where the desktop's own have to do, selected or not."""
        scheme = self.icons.scheme
        return None if scheme.high_contrast else scheme.colour(role)

    # What it is given

    def show(self, songs: Iterable[Song]) -> None:
        """Show these songs instead: another model was chosen, or far too much changed for row by row."""
        self.beginResetModel()
        self._songs = sorted(songs, key=lambda song: song.position)
        self._number(0)
        self._timed = {song.id for song in self._songs if may_count(song)}
        self.counts = SongCounts.of(self._songs)
        self.endResetModel()

    def put(self, songs: Iterable[Song]) -> None:
        """Take over songs that changed, and add those that are new."""
        new: dict[str, Song] = {}
        is_moved = False
        for song in songs:
            row = self._rows.get(song.id)
            if row is None:
                new[song.id] = song
            else:
                is_moved = is_moved or self._songs[row].position != song.position
                self.counts.subtract(self._songs[row])
                self.counts.add(song)
                self._songs[row] = song
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            self._note_time(song)
        if is_moved:
            self._arrange()
        if new:
            self._insert(sorted(new.values(), key=lambda song: song.position))

    def _arrange(self) -> None:
        """Take over another order; what is selected, and in sight, stays."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        songs = [self._songs[index.row()] for index in before]
        self._songs.sort(key=lambda song: song.position)
        self._number(0)
        after = [
            self.index(self._rows[song.id], index.column()) for song, index in zip(songs, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, new: list[Song]) -> None:
        if not self._songs or self._songs[-1].position <= new[0].position:
            first = len(self._songs)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._songs += new
            self._number(first)
            self.endInsertRows()
        elif len(new) > RESET_THRESHOLD:
            self.show([*self._songs, *new])
            return
        else:  # an undone removal goes back to its place
            for song in new:
                row = bisect(self._songs, song.position, key=lambda other: other.position)
                self.beginInsertRows(QModelIndex(), row, row)
                self._songs.insert(row, song)
                self._number(row)
                self.endInsertRows()
        for song in new:
            self.counts.add(song)

    def drop(self, song_ids: Iterable[str]) -> None:
        """Take removed songs out."""
        rows = sorted((self._rows[i] for i in song_ids if i in self._rows), reverse=True)
        if len(rows) > RESET_THRESHOLD:
            gone = set(rows)
            self.show([song for row, song in enumerate(self._songs) if row not in gone])
            return
        for row in rows:
            self.beginRemoveRows(QModelIndex(), row, row)
            song = self._songs.pop(row)
            del self._rows[song.id]
            self._timed.discard(song.id)
            self.counts.subtract(song)
            self._number(row)
            self.endRemoveRows()

    def set_sent(self, song_id: str, sent: int) -> None:
        """Take over how many bytes of a song's file were sent to the storage."""
        row = self._rows.get(song_id)
        if row is not None and self._songs[row].state is SongState.FILE_SENDING:
            self._sent[song_id] = sent
            roles = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, PROGRESS_ROLE]
            self.dataChanged.emit(self.index(row, Column.SONG), self.index(row, Column.STATUS), roles)

    def _status_text(self, song: Song) -> str:
        if song.state is SongState.FILE_SENDING:
            return sending_text(song, self._sent.get(song.id, 0), self._now())
        return status_text(song, self._now(), self.trained_on)

    def tick(self) -> None:
        """Repaint what counts the time, as a second went by."""
        roles = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, PROGRESS_ROLE]
        for song_id in self._timed:
            row = self._rows[song_id]
            if self._counts(self._songs[row]):
                self.dataChanged.emit(self.index(row, Column.SONG), self.index(row, Column.STATUS), roles)

    def refresh(self) -> None:
        """Language, colours or what may be chosen changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._songs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._songs) - 1, len(Column) - 1))

    def counts_time(self) -> bool:
        """Return whether any row has to be repainted each second."""
        return any(self._counts(self._songs[self._rows[song_id]]) for song_id in self._timed)

    def _counts(self, song: Song) -> bool:
        return song.state in TIMED_STATES or minutes_left(song, self._now()) is not None

    def _note_time(self, song: Song) -> None:
        if song.state is not SongState.FILE_SENDING:
            self._sent.pop(song.id, None)
        if may_count(song):
            self._timed.add(song.id)
        else:
            self._timed.discard(song.id)

    def songs(self) -> list[Song]:
        """Return what is shown, in the musician's order."""
        return list(self._songs)

    def shares(self) -> list[float]:
        """Return how far each song is that is on its way."""
        now = self._now()
        songs = [self._songs[self._rows[song_id]] for song_id in self._timed]
        found = (share_done(song, now, self._sent.get(song.id, 0)) for song in songs)
        return [share for share in found if share is not None]

    def row_of(self, song_id: str) -> int | None:
        return self._rows.get(song_id)

    def _number(self, first: int) -> None:
        if first == 0:
            self._rows.clear()
        for row in range(first, len(self._songs)):
            self._rows[self._songs[row].id] = row


def may_count(song: Song) -> bool:
    """Return whether a row counts the time, or will once its link is about to expire."""
    return song.state in TIMED_STATES or (
        song.expires_at is not None and song.state in STATES_THAT_MAY_EXPIRE
    )


def minutes_left(song: Song, now: float) -> int | None:
    """Return for how long a signed, unsent link still works, where that is an hour or less."""
    if song.expires_at is None or song.state not in STATES_THAT_MAY_EXPIRE:
        return None
    left = song.expires_at - now
    return int(max(0.0, left) // 60) if left <= EXPIRES_SOON else None


def sending_text(song: Song, sent: int, now: float) -> str:
    """Return how far a file is on its way to the storage, and how long it still takes at this speed."""
    if not sent:
        return words.songs.state(song.state)
    share, took = sent / max(song.file_size, 1), now - song.since
    left = format.elapsed(took / share - took) if took > SPEED_IS_KNOWN and share < 1 else ""
    return words.files.sending(format.percent(min(share, NEARLY)), left)


def share_done(song: Song, now: float, sent: int = 0) -> float | None:
    """Return how far a song on its way is, as far as can be told.

    It is judged by the time that others took, and never all of it.
    """
    match song.state:
        case SongState.FILE_SENDING:
            return min(sent / max(song.file_size, 1), NEARLY)
        case SongState.FILE_WAITING | SongState.QUEUED:
            return 0.0
        case SongState.SENDING:
            return 0.05
        case SongState.ACCEPTED:
            return 0.95 - 0.85 * math.exp(-max(0.0, now - song.since) / USUAL_UPLOAD)
    return None


def readable(link: str) -> str:
    """Return a link as people read it, its escaped letters spelled out.

    It is never the form that is sent or copied.
    """
    link = link[: 4 * format.SHOWN]
    spelled = unquote(link)
    return format.plain(spelled if spelled.isprintable() else link)


def status_text(song: Song, now: float, trained_on: frozenset[str] | None = None) -> str:
    """Return a song's state in words, with the time it takes or the reason it stopped for."""
    state = words.songs.state(song.state)
    if trained_on is not None and song.state is SongState.UPLOADED and song.clip_id not in trained_on:
        return words.songs.not_used()
    if song.state in TIMED_STATES:
        return words.songs.state_for(state, format.elapsed(now - song.since))
    if (left := minutes_left(song, now)) is not None:
        return words.songs.state_for(state, words.songs.expires_in(left))
    if song.problem is not None and song.state is SongState.READY:  # a remark, and nothing to be done
        return words.songs.state_for(state, words.problems.explain(song.problem).what)
    if song.problem is not None and song.state in EXPLAINED_STATES | {SongState.FILE_WAITING}:
        return words.songs.state_because(state, words.problems.explain(song.problem).what)
    return state
