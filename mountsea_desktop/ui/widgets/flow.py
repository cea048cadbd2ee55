"""A row of controls that becomes several rows where the words, or the text, are too large for one."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class _Wish(NamedTuple):
    """What a widget wants, and not less than it was told to take."""

    width: int
    height: int
    expands: bool

    @classmethod
    def of(cls, widget: QWidget) -> "_Wish":
        size = widget.sizeHint().expandedTo(widget.minimumSize())
        expands = bool(widget.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal)
        return cls(size.width(), size.height(), expands)


class _Place(NamedTuple):
    """Where a widget belongs."""

    left: int
    top: int
    width: int
    height: int


_Wishes = tuple[_Wish, ...]


class Flow(QWidget):
    """Puts widgets side by side, and on a further line what finds no room.

    What wants more than it needs (an expanding size policy) gets the rest of its line. It is a widget and no
    layout: Qt deletes the items of a layout itself, also those that Python still holds.
    """

    def __init__(self, spacing: int, *, centred: bool = False, from_end: bool = False) -> None:
        """`from_end` begins at the right, so that one more at the end of the list moves none before it."""
        super().__init__()
        self._from_end = from_end
        self._spacing = spacing
        self._centred = centred
        self._widgets: list[QWidget] = []
        self._answered: _Wishes | None = None
        """What all was answered from since the layout around was told to ask; None if from more than one."""
        self._laid_out: object = None
        """What the places of now were found from."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Add more of them at the end."""
        for widget in widgets:
            widget.setParent(self)
            self._widgets.append(widget)

    def show_only(self, widgets: Sequence[QWidget]) -> None:
        """Show these, in this order, and hide the others."""
        order = [*widgets, *(one for one in self._widgets if one not in widgets)]
        if order == self._widgets and self._shown() == list(widgets):
            return
        self._widgets = order
        for place, widget in enumerate(order):
            widget.setVisible(place < len(widgets))
        along = list(reversed(widgets)) if self._from_end else widgets
        for before, after in pairwise(along):
            QWidget.setTabOrder(before, after)
        self._tell()
        parent = self.parentWidget()
        if parent is not None and (layout := parent.layout()) is not None:
            layout.activate()  # at once: keys may go there before the next paint
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max((place.top + place.height for place in self._places(self._answer(), width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of all on one line."""
        wishes = self._answer()
        between = self._spacing * max(len(wishes) - 1, 0)
        height = max((wish.height for wish in wishes), default=0)
        return QSize(sum(wish.width for wish in wishes) + between, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest, alone on its line."""
        return QSize(max((wish.width for wish in self._answer()), default=0), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """What came or went while it was hidden was not told."""
        super().showEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """A widget came, went, or says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            if self._wishes() != self._answered:
                self._tell()
            self._lay_out()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [
            widget
            for widget in self._widgets
            if not widget.isHidden() or widget.sizePolicy().retainSizeWhenHidden()
        ]

    def _wishes(self) -> _Wishes:
        return tuple(_Wish.of(widget) for widget in self._shown())

    def _answer(self) -> _Wishes:
        """Return what an answer to the layout around is made from."""
        wishes = self._wishes()
        if wishes != self._answered:
            self._answered = None
        return wishes

    def _tell(self) -> None:
        """Have the layout around ask again."""
        self._answered = self._wishes()
        self.updateGeometry()

    def _lay_out(self) -> None:
        shown, wishes, width = self._shown(), self._wishes(), self.width()
        mirrored = self.isRightToLeft() is not self._from_end
        if (known := (shown, wishes, width, mirrored)) == self._laid_out:
            return
        self._laid_out = known
        for widget, place in zip(shown, self._places(wishes, width), strict=True):
            left = width - place.left - place.width if mirrored else place.left
            widget.setGeometry(left, place.top, place.width, place.height)

    def _places(self, wishes: _Wishes, width: int) -> tuple[_Place, ...]:
        return _places(wishes, width, self._spacing, centred=self._centred)


@lru_cache(maxsize=256)
def _places(wishes: _Wishes, width: int, spacing: int, *, centred: bool) -> tuple[_Place, ...]:
    """Return where each widget belongs, read from left to right; layouts ask for that again and again."""
    places: list[_Place] = []
    top = 0
    for line in _lines(wishes, width, spacing):
        height = max(wish.height for wish in line)
        used = sum(wish.width for wish in line) + spacing * (len(line) - 1)
        left = max((width - used) // 2, 0) if centred else 0
        for wish in line:
            own = min(wish.width, width) + (max(width - used, 0) if wish.expands else 0)
            places.append(_Place(left, top, own, height))
            left += own + spacing
        top += height + spacing
    return tuple(places)


def _lines(wishes: _Wishes, width: int, spacing: int) -> list[list[_Wish]]:
    lines: list[list[_Wish]] = []
    left = 0
    for wish in wishes:
        if not lines or wish.width > left:
            lines.append([])
            left = width
        lines[-1].append(wish)
        left -= wish.width + spacing
    return lines
