"""One look for every control, and the vocabulary with which a window asks for it.

A control says what it is by the dynamic properties `kind` and `tone`, set by
`set_style(widget, kind=…, tone=…)`, which may be called again at any time:

| widget | kind | tone |
|---|---|---|
| QPushButton | none, `primary` (one a window), `quiet` (no edge), `fold` | |
| QToolButton | quiet by nature | |
| QLabel | none, `display`, `title`, `heading`, `muted`, `small`, `chip`, `code` | `success`, `info`, … |
| QFrame | `banner`, `card`, `inset`, `drop`, `bar` (at the side) | banner, drop: as labels |
| QWidget | `window`, `surface` | |
| QLineEdit, QPlainTextEdit | none, `title`, `code` (identifiers, links) | `danger`: the content is wrong |
| QListView, QListWidget | none, `sidebar` | |

Lengths are on a grid of 4 px at an ordinary text size and grow with the text: use `Scale` for margins,
spacing, icons and rows, too. What can be clicked is at least 32 px high, check boxes 24; an edge of 2 px
shows where the keyboard is. A list is polished `ensurePolished()`, before a row is selected:
Qt measures rows then, and once.
"""

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from mountsea_desktop.ui.theme.icons import file
from mountsea_desktop.ui.theme.palette import Role, Scheme, luminance
from mountsea_desktop.ui.theme.stylesheet import STYLESHEET

_ORDINARY_LINE = 16
"""Height of a line of ordinary desktop text, in px; 14 to 17 on the systems we know."""


_ORDINARY_TEXT = 12
"""Size of ordinary desktop text, in px."""

TITLE_BAR = 40
"""Height that is left free for what the desktop puts around a window; px at ordinary text size."""


@dataclass(frozen=True)
class Scale:
    """Lengths that keep their proportion to the text. One unit of the grid is `scale(4)`."""

    factor: float = 1.0

    @classmethod
    def of(cls, font: QFont) -> "Scale":
        """Return the scale for a font; never below 1, so that small text does not make small targets."""
        return cls(max(1.0, QFontMetricsF(font).height() / _ORDINARY_LINE))

    def __call__(self, pixels: float) -> int:
        """Return so many px at ordinary text size, as px now."""
        return round(pixels * self.factor)

    @property
    def icon(self) -> QSize:
        """Of icons in buttons and rows."""
        return QSize(self(18), self(18))


def set_style(widget: QWidget, *, kind: str | None = None, tone: str | None = None) -> None:
    """Set what a widget is to look like; what is not given stays as it was, "" takes it off."""
    if kind in {"window", "surface"}:
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a plain widget paints none by itself
    for name, value in (("kind", kind), ("tone", tone)):
        if value is not None and widget.property(name) != value:
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            widget.update()


def set_margins(layout: QBoxLayout, *, horizontal: int = 16, vertical: int = 12, between: int = 8) -> None:
    """Give a frame's layout its margins and spacing, in px at ordinary text size."""
    scale = Scale.of(QApplication.font())
    layout.setContentsMargins(scale(horizontal), scale(vertical), scale(horizontal), scale(vertical))
    layout.setSpacing(scale(between))


def style_sheet(scheme: Scheme, font: QFont) -> str:
    """Return the style sheet of the whole program, for an ordinary text of `font`."""
    scale = Scale.of(font)
    text = QFontInfo(font).pointSizeF()
    names = {role.value: scheme[role] for role in Role}
    names |= {
        f"px{pixels}": f"{scale(pixels)}px"
        for pixels in (2, 3, 4, 5, 6, 8, 11, 12, 16, 18, 20, 24, 28, 32, 48)
    }
    # Every system has one, and only Linux calls it "monospace".
    names["fixed"] = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    sizes = {"display": 28, "title": 20, "heading": 14, "small": 11}
    names |= {name: f"{text * pixels / _ORDINARY_TEXT:.2f}pt" for name, pixels in sizes.items()}
    edge = 2 if scheme.high_contrast else 1
    names["edge"] = f"{edge}px"
    names["off"] = scheme[Role.DISABLED if scheme.high_contrast else Role.MUTED]
    names["off_edge"] = scheme[Role.DISABLED if scheme.high_contrast else Role.PRESSED]
    # A primary button's ring lies around it, in the margin; what is inside stays where it was.
    names |= {"ringed_v": f"{scale(5) + edge}px", "ringed_h": f"{scale(12) + edge}px"}
    names |= {f"mark_{name}": _mark(name, scheme[Role.TEXT]) for name in ("down", "up")}
    names["mark_check"] = _mark("check", scheme[Role.ON_ACCENT])
    for tone in (Role.SUCCESS, Role.WARNING, Role.DANGER, Role.INFO):
        names[f"{tone}_line"] = _between(
            scheme[Role(f"{tone}_soft")], scheme[tone], 1.0 if scheme.high_contrast else 0.3
        )
    names |= {f"round_{name}": f"{across // 2}px" for name, across in _round(scale).items()}
    names["menu_check"] = _mark("check", scheme[Role.TEXT])
    return Template(STYLESHEET).substitute(names)


def _round(scale: Scale) -> dict[str, int]:
    """Return what is round, and how wide it is.

    Qt draws a corner square once its radius exceeds half of that.
    """
    return {"groove": scale(6), "handle": scale(12) - 2 * scale(3)}


def _between(one: str, other: str, share: float) -> str:
    """Return a colour on the way from one to the other."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _mark(name: str, colour: str) -> str:
    """A style sheet can only show files, so its few marks lie ready in black and in white."""
    word = "white" if luminance(colour) > 0.4 else "black"
    return f'url("{file(f"marks/{name}_{word}").as_posix()}")'


def palette(scheme: Scheme) -> QPalette:
    """Return the same colours for what is painted without the style sheet: delegates, links, native parts."""
    roles = QPalette.ColorRole
    made = QPalette()
    for target, role in {
        roles.Window: Role.WINDOW,
        roles.WindowText: Role.TEXT,
        roles.Base: Role.SURFACE,
        roles.AlternateBase: Role.WINDOW,
        roles.Text: Role.TEXT,
        roles.PlaceholderText: Role.MUTED,
        roles.Button: Role.RAISED,
        roles.ButtonText: Role.TEXT,
        roles.BrightText: Role.DANGER,
        roles.ToolTipBase: Role.TEXT,
        roles.ToolTipText: Role.SURFACE,
        roles.Highlight: Role.SELECTION,
        roles.HighlightedText: Role.SELECTION_TEXT,
        roles.Accent: Role.ACCENT,
        roles.Link: Role.ACCENT,
        roles.LinkVisited: Role.ACCENT,
        roles.Light: Role.RAISED,
        roles.Midlight: Role.HOVER,
        roles.Mid: Role.BORDER,
        roles.Dark: Role.OUTLINE,
        roles.Shadow: Role.OUTLINE,
    }.items():
        made.setColor(target, scheme.colour(role))
    for target in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, scheme.colour(Role.DISABLED))
    return made
