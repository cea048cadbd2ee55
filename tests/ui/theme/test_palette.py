import pytest
from PySide6.QtGui import QColor, QPalette

from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, contrast, from_platform, luminance

GROUNDS = (Role.WINDOW, Role.SURFACE, Role.DIALOG, Role.RAISED, Role.HOVER, Role.PRESSED, Role.SELECTION)
ROWS = (Role.SURFACE, Role.WINDOW, Role.DIALOG, Role.HOVER, Role.SELECTION)
TONES = (Role.SUCCESS, Role.WARNING, Role.DANGER, Role.INFO)
WORDS = [
    *((Role.TEXT, ground) for ground in GROUNDS),
    *((Role.MUTED, ground) for ground in (*ROWS, Role.RAISED)),
    *((tone, ground) for tone in TONES for ground in ROWS),
    *((tone, Role(f"{tone}_soft")) for tone in TONES),
    *((Role.TEXT, Role(f"{tone}_soft")) for tone in TONES),
    (Role.SELECTION_TEXT, Role.SELECTION),
    (Role.ACCENT, Role.SURFACE),
    (Role.ACCENT, Role.WINDOW),
    (Role.ACCENT, Role.DIALOG),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_ACCENT, Role.ACCENT_HOVER),
    (Role.ON_ACCENT, Role.ACCENT_PRESSED),
    (Role.SURFACE, Role.DANGER),
]
EDGES = [
    *(
        (role, ground)
        for role in (Role.OUTLINE, Role.ACCENT)
        for ground in (Role.SURFACE, Role.WINDOW, Role.DIALOG)
    ),
    (Role.OUTLINE, Role.RAISED),
    (Role.ACCENT, Role.HOVER),
    (Role.ACCENT, Role.SELECTION),
]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_can_be_read(scheme: Scheme, front: Role, back: Role) -> None:
    assert contrast(scheme[front], scheme[back]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_controls_and_focus_can_be_seen(scheme: Scheme, front: Role, back: Role) -> None:
    assert contrast(scheme[front], scheme[back]) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_every_role_has_a_colour(scheme: Scheme) -> None:
    assert set(scheme.colours) == set(Role)
    assert all(scheme.colour(role).name() == scheme[role] for role in Role)


def test_in_the_dark_what_is_nearer_is_lighter() -> None:
    nearer = [luminance(DARK[role]) for role in (Role.WINDOW, Role.SURFACE, Role.DIALOG, Role.RAISED)]
    assert nearer == sorted(nearer)
    assert contrast(DARK[Role.DIALOG], DARK[Role.WINDOW]) >= 1.2


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    assert contrast("#abcdef", "#abcdef") == 1


def test_high_contrast_takes_the_desktops_colours_and_no_others() -> None:
    palette = QPalette()
    for role, name in {
        QPalette.ColorRole.Window: "#000000",
        QPalette.ColorRole.WindowText: "#ffffff",
        QPalette.ColorRole.Base: "#000001",
        QPalette.ColorRole.Text: "#ffff00",
        QPalette.ColorRole.Highlight: "#00ffff",
        QPalette.ColorRole.HighlightedText: "#000002",
    }.items():
        palette.setColor(role, QColor(name))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#00ff00"))
    scheme = from_platform(palette)
    assert scheme.dark
    assert scheme.high_contrast
    assert set(scheme.colours) == set(Role)
    assert set(scheme.colours.values()) == {
        *("#000000", "#ffffff", "#000001", "#ffff00", "#00ffff", "#000002", "#00ff00")
    }
    assert scheme[Role.SELECTION_TEXT] == "#000002"
