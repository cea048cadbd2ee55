"""A stand-in for a desktop's notification service; runs under Debian's own Python, which has `gi`.

One JSON object a line on stdin, one answer a line on stdout, as with the driver. Its only argument is an
object, too: `capabilities` that it says it has, and whether it `hangs` instead of answering calls.
"""

import itertools
import json
import sys
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 - the version comes first

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = INTERFACE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
XML = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method></interface></node>"""
BY_CLICK, BY_CALL = 2, 3  # reasons for closing

Note = dict[str, Any]


class Service:
    """What is shown, and what was asked for."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self._numbers = itertools.count(2**31)  # large enough to be mistaken for a negative one
        self._shown: dict[int, Note] = {}
        self._calls: list[str] = []
        self._waiting: Callable[[], bool] = lambda: False
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        described = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
        self._bus.register_object(PATH, described, self._called, None, None)
        Gio.bus_own_name_on_connection(self._bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def _called(
        self, _bus: Any, sender: str, _path: str, _interface: str, method: str, given: Any, call: Any
    ) -> None:
        self._calls.append(method)
        if not self._options.get("hangs"):
            match method:
                case "GetCapabilities":
                    call.return_value(GLib.Variant("(as)", (self._options["capabilities"],)))
                case "Notify":
                    call.return_value(GLib.Variant("(u)", (self._show(sender, *given.unpack()),)))
                case "CloseNotification":
                    call.return_value(None)
                    self._close(given.unpack()[0], BY_CALL)
        self._look()

    def _show(
        self, sender: str, program: str, replaces: int, icon: str, title: str, body: str, *rest: Any
    ) -> int:
        number = replaces if replaces in self._shown else next(self._numbers)
        actions, hints, _milliseconds = rest
        self._shown[number] = {
            "number": number, "sender": sender, "program": program, "replaces": replaces, "icon": icon,
            "title": title, "body": body, "actions": actions, "hints": hints,
        }  # fmt: skip
        return number

    def _close(self, number: int, reason: int) -> None:
        if (note := self._shown.pop(number, None)) is not None:
            self._tell(note, "NotificationClosed", "(uu)", reason)

    def _tell(self, note: Note, signal: str, types: str, value: Any) -> None:
        """To the program that asked for it alone, as GNOME does."""
        told = GLib.Variant(types, (note["number"], value))
        self._bus.emit_signal(note["sender"], PATH, INTERFACE, signal, told)

    def answer(self, request: dict[str, Any]) -> None:
        """Do one thing for the tests."""
        match request["do"]:
            case "wait":  # until so many calls have come
                method, count = request["method"], request["count"]
                self._waiting = lambda: self._calls.count(method) >= count
            case "click":
                note = self._shown[request["number"]]
                if request["token"]:
                    self._tell(note, "ActivationToken", "(us)", request["token"])
                self._tell(note, "ActionInvoked", "(us)", "default")
                self._close(note["number"], BY_CLICK)
                self._waiting = lambda: True
            case "close":
                self._close(request["number"], BY_CLICK)
                self._waiting = lambda: True
        self._look()

    def _look(self) -> None:
        if self._waiting():
            self._waiting = lambda: False
            sys.stdout.write(json.dumps({"value": list(self._shown.values())}) + "\n")
            sys.stdout.flush()


def main() -> None:
    """Serve until the input ends."""
    service, loop = Service(json.loads(sys.argv[1])), GLib.MainLoop()

    def read(*_: Any) -> bool:
        if line := sys.stdin.readline():
            service.answer(json.loads(line))
        else:
            loop.quit()
        return bool(line)

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, read)
    loop.run()


if __name__ == "__main__":
    main()
