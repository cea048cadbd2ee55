import asyncio

import pytest
from PySide6.QtWidgets import QProxyStyle, QPushButton, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models import glow
from mountsea_desktop.ui.custom_models.glow import Glow
from mountsea_desktop.ui.theme.icons import Icons


class Still(QProxyStyle):
    """The style of somebody who wants nothing to move."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803, ARG002 - the signature is Qt's
    ) -> int:
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animate else super().styleHint(hint, option, widget)


async def test_it_lights_up_and_goes_out(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glow, "BREATH", 20)
    button = QPushButton()
    qtbot.addWidget(button)
    light = Glow(button, Icons())
    light.begin()
    assert button.graphicsEffect() is not None
    assert light.animation is not None
    over = asyncio.Event()
    light.animation.finished.connect(over.set)
    light.begin()
    await asyncio.wait_for(over.wait(), 5)
    assert button.graphicsEffect() is None
    assert light.animation is None


def test_nothing_moves_where_nothing_is_to_move(qtbot: QtBot) -> None:
    button = QPushButton()
    style = Still()
    button.setStyle(style)
    qtbot.addWidget(button)
    light = Glow(button, Icons())
    light.begin()
    assert light.animation is None
    assert button.graphicsEffect() is None
