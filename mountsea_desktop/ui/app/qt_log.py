"""What Qt itself has to say goes into the log, and not to a console that nobody sees."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("mountsea_desktop.qt")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.WARNING,
    QtMsgType.QtFatalMsg: logging.ERROR,
}


def listen() -> None:
    """Take Qt's messages from now on."""
    qInstallMessageHandler(_heard)


def _heard(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    log.log(LEVELS.get(kind, logging.INFO), "%s: %s", context.category, text)
