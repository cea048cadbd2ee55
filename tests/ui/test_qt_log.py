import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from mountsea_desktop.ui import qt_log


@pytest.mark.parametrize(
    ("kind", "level"), [(QtMsgType.QtWarningMsg, logging.INFO), (QtMsgType.QtDebugMsg, logging.DEBUG)]
)
def test_what_qt_says_is_logged(kind: QtMsgType, level: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "mountsea_desktop.qt"):
        qt_log._heard(kind, QMessageLogContext(), "an odd thing")
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (level, "None: an odd thing")
    ]


def test_it_is_put_in_qts_way(monkeypatch: pytest.MonkeyPatch) -> None:
    put = []
    monkeypatch.setattr(qt_log, "qInstallMessageHandler", put.append)
    qt_log.listen()
    assert put == [qt_log._heard]
