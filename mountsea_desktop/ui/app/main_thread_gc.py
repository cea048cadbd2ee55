"""Python's garbage collector, kept on the thread that paints.

By itself it runs on whichever thread happens to allocate next. Where that is one of the storage threads, and
the garbage holds a Qt object, Qt destroys the object on the wrong thread: stray warnings at best, a crash at
worst. So it is switched off, and done by hand whenever the painting thread has nothing else to do.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class MainThreadGc(QObject):
    """Collects when the loop is about to rest, as often as Python itself would."""

    def begin(self) -> None:
        """Take over from the automatic collector. What is there by now stays for good, so look past it."""
        gc.disable()
        gc.freeze()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._tidy)

    def end(self) -> None:
        """Give back to the automatic collector."""
        QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._tidy)
        gc.unfreeze()
        gc.enable()

    def _tidy(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
