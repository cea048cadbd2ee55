"""The desktop's own notifications on Linux, asked for over the session bus and never waited for.

The service is that of https://specifications.freedesktop.org/notification-spec/ 1.2. Each call goes out, and
is answered in an event of its own: a service that has to be started first, or hangs, holds nothing up.
"""

import html
import os
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import SLOT, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusServiceWatcher,
)

from mountsea_desktop import PROGRAM
from mountsea_desktop.ui import words
from mountsea_desktop.ui.theme.icons import file

SERVICE = INTERFACE = "org.freedesktop.Notifications"
OBJECT = "/org/freedesktop/Notifications"
PATIENCE = 5_000
"""Milliseconds for the service to start and to answer; somebody who looks elsewhere has the time."""
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name under which Qt looks for leave to come to the front


class _Note(NamedTuple):
    text: str
    model_id: str
    song_id: str


class FreedesktopNotifications(QObject):
    """One for each model at most: a newer one takes the place of the older."""

    clicked = Signal(str, str)
    """The person clicked one; about which model, and which song (or none) it was."""
    refused = Signal(str, str, str)
    """Nothing showed this text, about this model and song."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._shown: dict[int, _Note] = {}
        """By the number that the service gave."""
        self._waiting: dict[str, _Note] = {}
        """The latest for each model, while another one is on its way to the service."""
        self._closed_early: set[int] = set()
        """Numbers that were closed before the answer that gives them was looked at, on a busy computer."""
        self._is_asking = self._over = False
        # Of any sender, since the bus would otherwise be asked, and waited for, who offers the service now.
        for name, slot in (
            ("ActivationToken", "_trusted(uint,QString)"),
            ("ActionInvoked", "_acted(uint,QString)"),
            ("NotificationClosed", "_closed(uint,uint)"),
        ):
            self._bus.connect("", OBJECT, INTERFACE, name, self, SLOT(slot))  # type: ignore[call-overload]  # the stubs have no `SLOT`
        gone = QDBusServiceWatcher(
            SERVICE, self._bus, QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration, self
        )
        gone.serviceUnregistered.connect(self._forget)

    def show(self, text: str, model_id: str, song_id: str) -> None:
        """Have this shown, or tell that it is not."""
        if not self._bus.isConnected():
            self.refused.emit(text, model_id, song_id)
            return
        self._waiting[model_id] = _Note(text, model_id, song_id)
        self._go_on()

    def show_after_closing(self, text: str) -> None:
        """Have this shown when the program is gone; our own plain words, for nobody hears any answer."""
        if self._bus.isConnected():
            self._bus.send(self._notify(text))

    def close(self) -> None:
        """Take back whatever is shown, and what is still to come."""
        self._over = True
        self._waiting.clear()
        while self._shown:
            self._take_back(self._shown.popitem()[0])

    def _go_on(self) -> None:
        if not self._is_asking and self._waiting:
            self._is_asking = True
            note = self._waiting.pop(next(iter(self._waiting)))
            self._ask(_call("GetCapabilities", []), partial(self._able, note))

    def _ask(self, call: QDBusMessage, answered: Callable[[QDBusMessage], None]) -> None:
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call, PATIENCE), self)

        def finished() -> None:
            answered(watcher.reply())
            watcher.deleteLater()

        watcher.finished.connect(finished)

    def _able(self, note: _Note, answer: QDBusMessage) -> None:
        """The service is there, and has said how it reads the text."""
        if self._over or _is_error(answer):
            self._settle(note, refused=True)
            return
        reads_markup = "body-markup" in answer.arguments()[0]
        older = [number for number, shown in self._shown.items() if shown.model_id == note.model_id]
        text = html.escape(note.text, quote=False) if reads_markup else note.text
        notify = self._notify(text, replacing=older[0] if older else 0)
        self._ask(notify, partial(self._notified, note))

    def _notify(self, text: str, *, replacing: int = 0) -> QDBusMessage:
        name = words.program.name()
        lasts = -1  # as long as the desktop lets notifications stay
        hints = {"desktop-entry": PROGRAM}
        number, icon = self._unsigned(replacing), file("app").as_uri()
        return _call("Notify", [name, number, icon, name, text, ["default", name], hints, lasts])

    def _notified(self, note: _Note, answer: QDBusMessage) -> None:
        if not _is_error(answer):
            number = answer.arguments()[0]
            self._shown = {n: shown for n, shown in self._shown.items() if shown.model_id != note.model_id}
            if number not in self._closed_early:
                self._shown[number] = note
            if self._over:
                self._take_back(number)
        self._closed_early.clear()
        self._settle(note, refused=_is_error(answer))

    def _settle(self, note: _Note, *, refused: bool) -> None:
        self._is_asking = False
        self._go_on()
        if refused and not self._over:
            self.refused.emit(*note)

    def _take_back(self, number: int) -> None:
        self._bus.send(_call("CloseNotification", [self._unsigned(number)]))

    @Slot("uint", "QString")
    def _trusted(self, number: int, token: str) -> None:
        """The desktop lets whoever shows this token come to the front; the click itself follows."""
        if number in self._shown:
            os.environ[_TOKEN] = token

    @Slot("uint", "QString")
    def _acted(self, number: int, action: str) -> None:
        note = self._shown.pop(number, None)
        if note is not None and action == "default":
            self.clicked.emit(note.model_id, note.song_id)
            os.environ.pop(_TOKEN, None)

    @Slot("uint", "uint")
    def _closed(self, number: int, _reason: int) -> None:
        if self._shown.pop(number, None) is None and self._is_asking:
            self._closed_early.add(number)

    def _forget(self) -> None:
        """With the service went all its numbers: they now may be those of other programs."""
        self._shown.clear()

    def _unsigned(self, number: int) -> QDBusArgument:
        """Return a number as D-Bus type `u`.

        PySide6 6.11 makes every Python number an `i`, and services refuse that. What one of our own objects
        answers is sent as it is declared, though, and so is a part of such an answer that is passed on. To
        ask an object of this same connection takes no way over the bus.
        """
        kind = QMetaType.fromName(b"QList<uint>")  # known under this name to Qt, as below to PySide6
        QMetaType.registerNormalizedTypedef(b"QList<quint32>", kind)
        path, echo = "/unsigned", _Unsigned(number)
        self._bus.registerObject(path, echo, QDBusConnection.RegisterOption.ExportAllSlots)
        call = QDBusMessage.createMethodCall(self._bus.baseService(), path, "", "as_list")
        answer: QDBusArgument = self._bus.call(call).arguments()[0]
        self._bus.unregisterObject(path)
        answer.beginArray()  # to its first and only member
        return answer


class _Unsigned(QObject):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    @Slot(result="QList<quint32>")
    def as_list(self) -> list[int]:
        return [self._number]


def _call(method: str, arguments: list[Any]) -> QDBusMessage:
    call = QDBusMessage.createMethodCall(SERVICE, OBJECT, INTERFACE, method)
    call.setArguments(arguments)
    return call


def _is_error(answer: QDBusMessage) -> bool:
    return answer.type() is not QDBusMessage.MessageType.ReplyMessage
