"""Names that no file can have on Windows, nor on a drive that it shares."""

_DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³"),
    ]
)


def is_device(name: str) -> bool:
    """Return whether Windows takes it for a device, whatever follows after a dot."""
    return name.partition(".")[0].strip().lower() in _DEVICES
