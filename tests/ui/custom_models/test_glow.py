import asyncio

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models import glow
from mountsea_desktop.ui.custom_models.glow import Glow
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.still import Still


async def test_it_lights_up_and_goes_out(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glow, "PULSE", 20)
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
