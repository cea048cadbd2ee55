"""The colours, by what they are for. Two schemes made by hand, and one read from a high-contrast desktop."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette


class Role(StrEnum):
    """What a colour is for. Widgets and delegates ask for roles, never for colours."""

    WINDOW = "window"
    """Behind everything."""
    SURFACE = "surface"
    """Tables, fields, cards, dialogs."""
    DIALOG = "dialog"
    """Behind a dialog, which lies above the window: in the dark what is nearer is lighter."""
    RAISED = "raised"
    """Menus and buttons."""
    HOVER = "hover"
    """A row or a quiet button under the pointer; also the groove of a progress bar."""
    PRESSED = "pressed"
    SELECTION = "selection"
    SELECTION_TEXT = "selection_text"
    """Words on a selected row; statuses keep their own roles there."""
    TEXT = "text"
    MUTED = "muted"
    """Words that matter less, placeholders, hints."""
    DISABLED = "disabled"
    BORDER = "border"
    """Divides; carries no meaning of its own."""
    OUTLINE = "outline"
    """The edge of something that can be operated."""
    ACCENT = "accent"
    """The one colour of the program: the main button, focus, links, progress."""
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ON_ACCENT = "on_accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"
    """Something is going on, nothing is wrong."""
    SUCCESS_SOFT = "success_soft"
    """Behind a banner; the same for the next three."""
    WARNING_SOFT = "warning_soft"
    DANGER_SOFT = "danger_soft"
    INFO_SOFT = "info_soft"


@dataclass(frozen=True)
class Scheme:
    """One complete set of colours."""

    name: str
    dark: bool
    colours: Mapping[Role, str]
    """`#rrggbb` for every role."""
    high_contrast: bool = False

    def __getitem__(self, role: Role) -> str:
        return self.colours[role]

    def colour(self, role: Role) -> QColor:
        """Return the colour of a role, for painting."""
        return QColor(self.colours[role])


def _scheme(name: str, *, dark: bool, **colours: str) -> Scheme:
    return Scheme(name, dark, MappingProxyType({Role(role): colour for role, colour in colours.items()}))


LIGHT = _scheme(
    "light",
    dark=False,
    window="#f3f5f7",
    surface="#ffffff",
    dialog="#f3f5f7",
    raised="#ffffff",
    hover="#ebeff3",
    pressed="#dfe5eb",
    selection="#dcecf4",
    selection_text="#17212b",
    text="#17212b",
    muted="#51606e",
    disabled="#8b97a3",
    border="#dde3e9",
    outline="#7e8b98",
    accent="#0b6a94",
    accent_hover="#095a7e",
    accent_pressed="#074a68",
    on_accent="#ffffff",
    success="#17683e",
    warning="#804d00",
    danger="#b0272f",
    info="#0b6088",
    success_soft="#e3f3ea",
    warning_soft="#fbf0d9",
    danger_soft="#fbe9ea",
    info_soft="#e3f0f7",
)
DARK = _scheme(
    "dark",
    dark=True,
    window="#13171b",
    surface="#1a1f25",
    dialog="#212830",
    raised="#232a32",
    hover="#242c34",
    pressed="#2d3741",
    selection="#1d3d4f",
    selection_text="#eaf0f5",
    text="#e4eaef",
    muted="#a3b0bc",
    disabled="#66727e",
    border="#2c353e",
    outline="#7a8895",
    accent="#58bce0",
    accent_hover="#7accea",
    accent_pressed="#3fa6cc",
    on_accent="#06202c",
    success="#69cf97",
    warning="#ecb75a",
    danger="#ff9a98",
    info="#7fcbea",
    success_soft="#18302a",
    warning_soft="#352b18",
    danger_soft="#3b2226",
    info_soft="#19303c",
)


def from_platform(palette: QPalette) -> Scheme:
    """Return the desktop's own colours, for people who have asked it for high contrast.

    Meaning is then told by icons and words alone: four tones would have to be guessed.
    """

    def hex_of(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, role).name()

    back, text = hex_of(QPalette.ColorRole.Window), hex_of(QPalette.ColorRole.WindowText)
    field, field_text = hex_of(QPalette.ColorRole.Base), hex_of(QPalette.ColorRole.Text)
    picked, on_picked = hex_of(QPalette.ColorRole.Highlight), hex_of(QPalette.ColorRole.HighlightedText)
    colours = dict.fromkeys(Role, field_text) | {
        Role.WINDOW: back,
        Role.SURFACE: field,
        Role.DIALOG: back,
        Role.RAISED: back,
        Role.HOVER: back,
        Role.PRESSED: back,
        Role.SELECTION: picked,
        Role.SELECTION_TEXT: on_picked,
        Role.TEXT: text,
        Role.DISABLED: hex_of(QPalette.ColorRole.WindowText, QPalette.ColorGroup.Disabled),
        Role.ACCENT: picked,
        Role.ACCENT_HOVER: picked,
        Role.ACCENT_PRESSED: picked,
        Role.ON_ACCENT: on_picked,
        Role.SUCCESS_SOFT: back,
        Role.WARNING_SOFT: back,
        Role.DANGER_SOFT: back,
        Role.INFO_SOFT: back,
    }
    dark = luminance(back) < luminance(text)
    return Scheme("high contrast", dark, MappingProxyType(colours), high_contrast=True)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
