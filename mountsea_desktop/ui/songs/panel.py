"""What is said about the selected songs: what happened, why, what to do, and the buttons to do it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.songs.song_actions import SongActions
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.scrolled import Scrolled
from mountsea_desktop.workflow.song import Song, SongState


class SongPanel(Retranslated, QFrame):
    """Stands below the table, always as high, so that no selection moves what can be pressed."""

    def __init__(self, actions: SongActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="card")
        self._actions = actions
        self._songs: Sequence[Song] = ()
        self.trained_on: frozenset[str] | None = None
        """Mountsea's identifiers of the songs that the finished model learned from; None before."""
        self._title = Label(wraps=True, selectable=True)
        set_style(self._title, kind="heading")
        self._text = Label(wraps=True, selectable=True)
        set_style(self._text, kind="muted")
        self._details = Details()
        buttons = Flow(Scale.of(self.font())(4))
        for action in actions.all():
            buttons.add(_ActionButton(action))
        buttons.add(self._details.button)
        page = QWidget()
        self._inside = inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Scale.of(self.font())(8))
        for widget in (self._title, buttons, self._text, self._details):
            inside.addWidget(widget)
        inside.addStretch()
        self._scroll = Scrolled(page)
        set_style(page, kind="")  # it lies on a card
        layout = QVBoxLayout(self)
        set_margins(layout, vertical=8)
        layout.addWidget(self._scroll)
        self._details.button.toggled.connect(self._show_details)
        self.retranslate()
        self.setFixedHeight(self._usual_height())
        self.select(())

    def retranslate(self) -> None:
        self._actions.retranslate()
        self._describe()

    def select(self, songs: Sequence[Song]) -> None:
        """Speak about these songs."""
        self._songs = songs
        self._actions.select(songs)
        self._describe()

    def _usual_height(self) -> int:
        """A title, a row of buttons and two lines of text; what is longer scrolls."""
        scale, lines = Scale.of(self.font()), self.fontMetrics().height()
        heading = round(lines * 1.15)
        button = self._details.button.sizeHint().height()
        return heading + button + 2 * lines + 2 * scale(8) + 2 * scale(8) + scale(4)

    def _show_details(self, shown: bool) -> None:
        if shown:
            self._inside.activate()
            self._scroll.ensureWidgetVisible(self._details)

    def _describe(self) -> None:
        if len(self._songs) != 1:
            several = words.songs.selected(len(self._songs))
            self._title.setText(several if self._songs else words.songs.none_selected())
            self._text.hide()
            self._details.set_problem(None)
            return
        song = self._songs[0]
        self._title.setText(song.title)
        self._text.setText(explanation(song, self.trained_on))
        self._text.setVisible(bool(self._text.text()))
        self._details.set_problem(song.problem)


def explanation(song: Song, trained_on: frozenset[str] | None = None) -> str:
    """All that can be said about one song, in sentences."""
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
    if song.state is SongState.ACCEPTED:
        said.append(words.songs.safe_to_close())
    return words.problems.join(*said)


class _ActionButton(QToolButton):
    """A button for an action, there only while the action is."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self.defaultAction().isVisible())
