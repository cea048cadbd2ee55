from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage.settings import Appearance
from mountsea_desktop.ui.theme import theme as theme_module
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, from_platform
from mountsea_desktop.ui.theme.style import style_sheet
from mountsea_desktop.ui.theme.theme import Theme


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.font(), qapp.style().name()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setStyle(before[1])
    qapp.setPalette(QPalette())
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def theme(app: QApplication) -> Theme:
    theme = Theme()
    theme.apply(app, Appearance.LIGHT)
    return theme


def test_a_choice_is_worn_at_once(app: QApplication, theme: Theme) -> None:
    assert app.palette().color(QPalette.ColorRole.Window).name() == LIGHT[Role.WINDOW]
    icon = theme.icons.icon("add")
    theme.apply(app, Appearance.DARK)
    assert theme.scheme is DARK
    assert app.palette().color(QPalette.ColorRole.Window).name() == DARK[Role.WINDOW]
    assert DARK[Role.WINDOW] in app.styleSheet()
    assert icon.pixmap(QSize(24, 24)).toImage().pixelColor(12, 12).name() == DARK[Role.TEXT]


def test_no_change_styles_nothing_anew(
    app: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "style_sheet", lambda *_: pytest.fail("all was styled once more"))
    theme.refresh()
    theme.apply(app, Appearance.LIGHT)


def test_the_desktop_is_followed_where_it_is_left_to_it(
    app: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(app, Appearance.SYSTEM)
    monkeypatch.setattr(theme_module, "_is_dark", lambda _: True)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.scheme is DARK


def test_a_choice_is_not_overruled_by_the_desktops_colours(
    app: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "_is_dark", lambda _: True)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.scheme is LIGHT


def test_high_contrast_is_the_desktops_own_and_comes_first(
    app: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(app, Appearance.DARK)
    monkeypatch.setattr(theme_module, "_asks_for_contrast", lambda _: True)
    hints = app.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    plain = app.style().standardPalette()
    assert theme.scheme.high_contrast
    assert theme.scheme[Role.WINDOW] == from_platform(plain)[Role.WINDOW]
    assert theme.scheme[Role.WINDOW] not in {DARK[Role.WINDOW], LIGHT[Role.WINDOW]}
    monkeypatch.undo()
    theme.refresh()
    assert theme.scheme is DARK


def test_bigger_text_makes_everything_bigger(app: QApplication, theme: Theme) -> None:
    before = app.styleSheet()
    font = QFont(app.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(font)
    theme.refresh()
    assert app.styleSheet() == style_sheet(LIGHT, font) != before


def test_before_it_is_applied_it_does_nothing(app: QApplication) -> None:
    theme = Theme()
    theme.refresh()
    assert app.styleSheet() == ""
    assert theme.scheme is LIGHT


def test_the_choices_are_words_that_settings_keep() -> None:
    assert [*Appearance] == ["system", "light", "dark"]
