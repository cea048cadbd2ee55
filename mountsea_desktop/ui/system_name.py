"""What computer this is, for logs and reports."""

from PySide6.QtCore import QSysInfo


def system_name() -> str:
    """Return operating system, kernel and processor.

    Not by Python's `platform`, which on Windows asks a service that may take its time.
    """
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    return f"{QSysInfo.prettyProductName()} ({kernel}, {QSysInfo.currentCpuArchitecture()})"
