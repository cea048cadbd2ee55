"""What Qt has to say goes into the log."""

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from mountsea_desktop.ui.app import qt_log


def test_a_remark_of_qts_is_a_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(None)
    try:
        with caplog.at_level(logging.DEBUG, "mountsea_desktop.qt"):
            qt_log.listen()
            qWarning("a remark")
    finally:
        qInstallMessageHandler(before)
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.INFO, "default: a remark")
    ]


@pytest.mark.logs("it broke")
def test_what_is_grave_is_logged_as_such(caplog: pytest.LogCaptureFixture) -> None:
    qt_log._heard(QtMsgType.QtCriticalMsg, QMessageLogContext(), "it broke")
    assert caplog.records[0].levelno == logging.WARNING
