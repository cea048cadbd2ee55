"""What a person does through the window manager and the keyboard; on the tests' display there is neither."""

import contextlib
import ctypes
import time
from collections.abc import Iterator
from ctypes import byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import ClassVar

CLIENT_MESSAGE = 33  # these numbers and the two structures are Xlib.h's
IS_VIEWABLE = 2
REVERT_TO_PARENT = 2


class _Event(ctypes.Structure):
    _fields_: ClassVar = [
        ("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
        ("window", c_ulong), ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5),
        ("rest", c_long * 12),
    ]  # fmt: skip


class _Attributes(ctypes.Structure):
    _fields_: ClassVar = [
        ("geometry", c_int * 6), ("visual", c_void_p), ("root", c_ulong), ("kind", c_int * 4),
        ("planes", c_ulong), ("pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong),
        ("map_installed", c_int), ("map_state", c_int), ("rest", c_long * 12),
    ]  # fmt: skip


@contextlib.contextmanager
def _connection(display: str) -> Iterator[tuple[ctypes.CDLL, c_void_p]]:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XInternAtom.restype = x.XDefaultRootWindow.restype = x.XStringToKeysym.restype = c_ulong
    connection = c_void_p(x.XOpenDisplay(display.encode()))
    assert connection.value, f"no X server at {display}"
    try:
        yield x, connection
    finally:
        x.XCloseDisplay(connection)  # sends what is waiting


def close_windows(display: str, pid: int) -> int:
    """Ask every window of a process that shows to close; return how many there are."""
    with _connection(display) as (x, connection):
        protocols, delete = (
            x.XInternAtom(connection, c_char_p(name), 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
        )
        windows = _windows(x, connection, pid)
        for window in windows:
            event = _Event(type=CLIENT_MESSAGE, window=window, message_type=protocols, format=32)
            event.data[0] = delete
            x.XSendEvent(connection, c_ulong(window), 0, c_long(0), byref(event))
        return len(windows)


def activate(display: str, pid: int) -> bool:
    """Give the keyboard to the topmost window of a process; return whether there is one."""
    with _connection(display) as (x, connection):
        windows = _windows(x, connection, pid)
        if windows:
            x.XSetInputFocus(connection, c_ulong(windows[-1]), REVERT_TO_PARENT, c_ulong(0))
        return bool(windows)


def on_top(display: str) -> int | None:
    """The process whose window covers the others."""
    with _connection(display) as (x, connection):
        windows = _top_windows(x, connection)
        return _owner(x, connection, windows[-1]) if windows else None


def brightness(display: str, left: int, top: int) -> int:
    """How bright the screen is at a point, from 0 for black to 255: the mean of red, green and blue."""
    with _connection(display) as (x, connection):
        x.XGetImage.restype = c_void_p
        x.XGetPixel.restype = c_ulong
        root = c_ulong(x.XDefaultRootWindow(connection))
        image = c_void_p(x.XGetImage(connection, root, left, top, 1, 1, c_ulong(0xFFFFFF), 2))
        pixel = int(x.XGetPixel(image, 0, 0))
        x.XDestroyImage(image)
    return sum(pixel >> shift & 0xFF for shift in (0, 8, 16)) // 3


def press_keys(display: str, keys: str) -> None:
    """Press keys together, named as in X11's keysymdef.h and joined by `+`: `Control_L+v`, `Escape`."""
    with _connection(display) as (x, connection):
        test = ctypes.CDLL("libXtst.so.6")
        codes = [
            x.XKeysymToKeycode(connection, c_ulong(x.XStringToKeysym(key.encode())))
            for key in keys.split("+")
        ]
        assert all(codes), f"no such key in {keys}"
        for code in codes:
            test.XTestFakeKeyEvent(connection, code, 1, c_ulong(0))
        for code in reversed(codes):
            test.XTestFakeKeyEvent(connection, code, 0, c_ulong(0))


def drag_mouse(display: str, start: tuple[int, int], *stops: tuple[int, int]) -> None:
    """Press the left button at a point of the screen, move over the others, and let go at the last."""
    with _connection(display) as (x, connection):
        test = ctypes.CDLL("libXtst.so.6")

        def move(point: tuple[int, int]) -> None:
            test.XTestFakeMotionEvent(connection, -1, *point, c_ulong(0))

        move(start)
        test.XTestFakeButtonEvent(connection, 1, 1, c_ulong(0))
        for stop in stops:
            move(stop)
        test.XTestFakeButtonEvent(connection, 1, 0, c_ulong(0))
        x.XSync(connection, 0)


def _windows(x: ctypes.CDLL, connection: c_void_p, pid: int) -> list[int]:
    """The windows of a process that show, the topmost last."""
    return [window for window in _top_windows(x, connection) if _owner(x, connection, window) == pid]


def _top_windows(x: ctypes.CDLL, connection: c_void_p) -> list[int]:
    root, parent, children, count = c_ulong(), c_ulong(), ctypes.POINTER(c_ulong)(), c_uint()
    x.XQueryTree(
        connection,
        c_ulong(x.XDefaultRootWindow(connection)),
        byref(root),
        byref(parent),
        byref(children),
        byref(count),
    )
    found = [children[index] for index in range(count.value)]
    x.XFree(children)
    attributes = _Attributes()
    return [
        window
        for window in found
        if x.XGetWindowAttributes(connection, c_ulong(window), byref(attributes))
        and attributes.map_state == IS_VIEWABLE
    ]


def _owner(x: ctypes.CDLL, connection: c_void_p, window: int) -> int | None:
    """The process a window says it belongs to."""
    name = x.XInternAtom(connection, c_char_p(b"_NET_WM_PID"), 0)
    kind, width, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), ctypes.POINTER(c_ulong)()
    x.XGetWindowProperty(
        connection, c_ulong(window), c_ulong(name), c_long(0), c_long(1), 0, c_ulong(0),
        byref(kind), byref(width), byref(count), byref(left), byref(data),
    )  # fmt: skip
    if not count.value:
        return None
    pid = int(data[0])
    x.XFree(data)
    return pid


def drag(display: str, start: tuple[int, int], end: tuple[int, int], pause: float = 0.03) -> None:
    """Press the mouse at a point, take it to another as a hand does, and let go."""
    test = ctypes.CDLL("libXtst.so.6")
    with _connection(display) as (x, connection):

        def move(at: tuple[int, int]) -> None:
            test.XTestFakeMotionEvent(connection, -1, *at, c_ulong(0))
            x.XSync(connection, 0)
            time.sleep(pause)

        def button(pressed: bool) -> None:
            test.XTestFakeButtonEvent(connection, 1, int(pressed), c_ulong(0))
            x.XSync(connection, 0)
            time.sleep(pause)

        move(start)
        button(True)
        for step in range(1, 21):
            move(tuple(a + (b - a) * step // 20 for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type] # two of them
        time.sleep(0.3)  # whoever is below has to have said that it takes them
        button(False)
