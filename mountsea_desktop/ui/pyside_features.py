"""Switches off PySide's "features", which rename its methods for those who ask for that; nobody does here.

To find out who asks, it reads the source of every module that is imported, PySide's or not, and keeps all of
it: ten megabytes, and an eighth of the time that importing takes.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts itself in place of Python's own import


def switch_off() -> None:
    """Have modules imported as before, but for that."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
