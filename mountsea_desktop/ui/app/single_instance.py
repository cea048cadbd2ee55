"""A second start raises the first one's window."""

import hashlib
import os

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.folders import Folders

_PATIENCE = 2_000
"""Milliseconds for the first one to answer, or to get so far."""


def _name(folders: Folders) -> str:
    """The same for every start with this data folder, and another for any other person's or profile's."""
    folder = os.path.realpath(folders.data_folder).encode("utf-8", "surrogateescape")
    return f"{PROGRAM}-{hashlib.sha256(folder).hexdigest()[:16]}"


def raise_other(folders: Folders) -> bool:
    """Ask the program that uses this profile to come to the front; whether it answered."""
    socket, until = QLocalSocket(), QDeadlineTimer(_PATIENCE)
    socket.connectToServer(_name(folders))
    while not socket.waitForConnected(_left(until)):
        if until.hasExpired():
            return False
        # After a double click on the program's icon, the first one has its lock and no ears yet.
        QThread.msleep(50)
        socket.connectToServer(_name(folders))
    # Being connected proves nothing: the system does that on behalf of a program that hangs.
    heard = socket.waitForReadyRead(_left(until))
    socket.disconnectFromServer()
    return heard


def _left(until: QDeadlineTimer) -> int:
    return max(0, until.remainingTime())


class InstanceServer(QObject):
    """Rings when the program is started once more with this profile."""

    raise_requested = Signal()

    def __init__(self, folders: Folders) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(
            _name(folders)
        )  # left by a program that was killed; the lock says it is gone
        self._server.listen(_name(folders))

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
            socket.write(b"raised\n")

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
