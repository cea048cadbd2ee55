"""A second start raises the first one's window."""

import hashlib
import logging
import os
import socket as sockets
import struct
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.app import win32

log = logging.getLogger(__name__)

_LONGEST = 90
"""Bytes of a socket's path, at most: systems take little more than a hundred."""
_PATIENCE = 2_000
"""Milliseconds for the first one to answer, or to get so far."""


def _name(folders: Folders) -> str:
    """Return the same for every start with this data folder, and another for any other person's or profile's.

    It can be foretold, so it lies where nobody else can put anything, if there is such a place.
    """
    folder = os.path.realpath(folders.data_folder).encode("utf-8", "surrogateescape")
    name = f"{PROGRAM}-{hashlib.sha256(folder).hexdigest()[:16]}"
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name == "nt" or not _is_private(own):
        return name
    path = str(Path(own) / name)
    return path if len(os.fsencode(path)) <= _LONGEST else name


def _is_private(folder: str) -> bool:
    with suppress(OSError):
        found = Path(folder).stat()
        return Path(folder).is_absolute() and found.st_uid == os.getuid() and not found.st_mode & 0o022
    return False


def raise_other(folders: Folders) -> bool:
    """Ask the program that uses this profile to come to the front; return whether it answered."""
    socket, until = QLocalSocket(), QDeadlineTimer(_PATIENCE)
    win32.let_another_come_to_the_front()
    socket.connectToServer(_name(folders))
    while not socket.waitForConnected(_left(until)):
        if until.hasExpired():
            return False
        # After a double click on the program's icon, the first one has its lock and does not listen yet.
        QThread.msleep(50)
        socket.connectToServer(_name(folders))
    if not _is_ours(socket):
        log.warning("somebody else listens in place of the program that is open")
        socket.abort()
        return False
    # Being connected proves nothing: the system does that on behalf of a program that hangs.
    heard = socket.waitForReadyRead(_left(until))
    socket.disconnectFromServer()
    return heard


def _is_ours(socket: QLocalSocket) -> bool:
    """Return whether it is a program of the same person that listens.

    Windows shows pipes of others to nobody.
    """
    if os.name == "nt":
        return True
    with sockets.socket(fileno=os.dup(int(socket.socketDescriptor()))) as peer:
        if sys.platform == "linux":
            size = struct.calcsize("3i")
            _process, user, _group = struct.unpack(
                "3i", peer.getsockopt(sockets.SOL_SOCKET, sockets.SO_PEERCRED, size)
            )
        elif hasattr(sockets, "LOCAL_PEERCRED"):
            of_local = 0
            _version, user = struct.unpack("=II", peer.getsockopt(of_local, sockets.LOCAL_PEERCRED, 76)[:8])
        else:
            return True
    return bool(user == os.getuid())


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
        name = _name(folders)
        QLocalServer.removeServer(name)  # left by a program that was killed; the lock says it is gone
        if not self._server.listen(name):  # all works but this; a second start says that the window is open
            log.warning("a second start will not raise the window: %s", self._server.errorString())

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
            socket.write(b"raised\n")

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
