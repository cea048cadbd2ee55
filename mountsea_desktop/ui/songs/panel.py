"""What is said about the selected songs: what happened, why, what to do, and the buttons to do it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.songs.song_actions import BEING_STORED, SongAction, SongActions, first_action
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.scrolled import Scrolled
from mountsea_desktop.workflow.song import UNSENT, Song, SongState

IN_THE_MENU = {SongAction.RENAME, SongAction.OPEN_LINK}
"""What has its line in the menu, and would take the room of what is needed more."""
LONG, VERY_LONG = 8 * 60, 30 * 60
"""Seconds from which on a song may be refused for its length, and is very likely to be."""
ADVISED = UNSENT | {SongState.FAILED}
"""States in which there is still time to use another version."""
ROOMY = 680
"""Width, in px at ordinary text size, from which on buttons say in words what they do."""
LINES = 3
"""Of text that can be read without scrolling."""


class SongPanel(Retranslated, QFrame):
    """Below the table while there are songs, and always of one height: what is selected moves nothing."""

    def __init__(
        self, actions: SongActions, parent: QWidget | None = None, *, practice: bool = False
    ) -> None:
        super().__init__(parent)
        set_style(self, kind="card")
        scale = Scale.of(self.font())
        self._actions = actions
        self._songs: Sequence[Song] = ()
        self._is_practice = practice
        self.trained_on: frozenset[str] | None = None
        """Mountsea's identifiers of the songs that the finished model learned from; None before."""
        self._title = Label(wraps=True, selectable=True)
        self._text = Label(wraps=True, selectable=True)
        set_style(self._text, kind="muted")
        self._details = Details()
        self._details.button.toggled.connect(self._text.setHidden)
        self._buttons = buttons = Flow(scale(4), from_end=True)
        self._button_of: dict[SongAction, QToolButton] = {}
        for action in actions.all():
            if action.data() not in IN_THE_MENU:
                self._button_of[action.data()] = _button(action)
        buttons.add(self._details.button, *self._button_of.values())
        self._offered: Sequence[QWidget] = ()
        buttons.setMinimumHeight(self._details.button.sizeHint().height())  # also while there is none
        inside = QWidget()
        # The buttons first get the room they need on one line, and the title the rest: it may take several.
        policy = self._title.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._title.setSizePolicy(policy)
        self._title.setMinimumWidth(scale(120))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(buttons)
        self._column = column = QVBoxLayout(inside)
        set_margins(column, horizontal=14, vertical=4, between=4)
        column.addLayout(top)
        column.addWidget(self._text)
        column.addWidget(self._details)
        column.addStretch()
        layout = QVBoxLayout(self)
        corner = scale(3)  # what is inside ends before the card's round corners begin
        layout.setContentsMargins(corner, corner, corner, corner)
        self._scroll = Scrolled(inside)
        layout.addWidget(self._scroll)
        set_style(inside, kind="surface")
        self.setFixedHeight(scale(6 + 36 + 4 + 6) + LINES * self.fontMetrics().lineSpacing())
        self.retranslate()
        self.select(())

    def retranslate(self) -> None:
        self._buttons.setMinimumHeight(self._details.button.sizeHint().height())
        self._actions.retranslate()
        self._describe()

    def select(self, songs: Sequence[Song]) -> None:
        """Speak about these songs; about none, say what will be found here."""
        are_the_same = [song.id for song in songs] == [song.id for song in self._songs]
        self._songs = songs
        self._actions.select(songs)
        self._describe()
        self._offer(self._offered if are_the_same else ())

    def _offer(self, before: Sequence[QWidget]) -> None:
        """Show what can be done with the songs, from the right.

        While the selection stays, nothing moves under the pointer that rests on a button: what was offered
        `before` keeps its place, disabled where it makes no sense any more, and what is new comes beside it.
        """
        details = self._details.button
        kinds = [kind for kind in reversed(self._button_of) if self._actions.is_possible(kind)]
        helps = first_action(self._songs[0]) if len(self._songs) == 1 else None
        kinds.sort(key=lambda kind: kind is helps)
        possible = [self._button_of[kind] for kind in kinds]
        if self._details.has_text():
            possible.insert(0, details)
        details.setEnabled(details in possible)
        self._offered = [*before, *(button for button in possible if button not in before)]
        self._buttons.show_only(self._offered)
        self._column.activate()  # before they are painted in the room that others had
        for button in self._offered:
            button.setAccessibleDescription("" if button.isEnabled() else self._title.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where words would take a second line from the text."""
        super().resizeEvent(event)
        shown = Qt.ToolButtonStyle
        style = shown.ToolButtonTextBesideIcon if self._is_roomy() else shown.ToolButtonIconOnly
        for button in self._button_of.values():
            button.setToolButtonStyle(style)

    def _is_roomy(self) -> bool:
        return self.width() >= Scale.of(self.font())(ROOMY)

    def _describe(self) -> None:
        self._show_songs()
        self._scroll.setAccessibleName(self._title.text())

    def _show_songs(self) -> None:
        count = len(self._songs)
        set_style(self._title, kind="heading" if count else "muted")
        if count != 1:
            self._title.setText(words.songs.selected(count) if count else words.songs.none_selected())
            self._text.clear()
            self._details.set_problem(None)
            return
        song = self._songs[0]
        self._title.setText(song.title)
        self._text.setText(explanation(song, self.trained_on, practice=self._is_practice))
        self._details.set_problem(song.problem)


def explanation(song: Song, trained_on: frozenset[str] | None = None, *, practice: bool = False) -> str:
    """Return all that can be said about one song, in sentences."""
    said: list[str] = []
    if song.state is SongState.UNCLEAR:
        said.append(words.songs.unclear())
    if song.problem is not None:
        said.append(words.problems.describe(song.problem))
    if song.state is SongState.UPLOADED and trained_on is not None:
        used = song.clip_id in trained_on
        said.append(words.songs.was_trained() if used else words.songs.was_not_trained())
    elif song.state is SongState.UPLOADED:
        said.append(words.songs.will_train() if song.chosen else words.songs.will_not_train())
    if song.duration is not None and song.duration > LONG and song.state in ADVISED:
        said.append(words.songs.very_long() if song.duration > VERY_LONG else words.songs.long())
    if song.state in BEING_STORED:
        said.append(words.files.goes_on())
    if song.state is SongState.FILE_PAUSED:
        said.append(words.files.paused())
    if song.state is SongState.ACCEPTED:
        said.append(words.songs.not_kept() if practice else words.songs.safe_to_close())
    return words.problems.join(*said)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
