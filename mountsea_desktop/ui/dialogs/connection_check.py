"""The check of the connection: each step appears as it was gone, with what to do, and can be copied."""

from collections.abc import AsyncIterator, Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mountsea_desktop.connection_check import CheckStep, StepOutcome
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.ui import words
from mountsea_desktop.ui.connection_report import line_of
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.notifications.screen_reader import announce
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.label import Label


class ConnectionCheckDialog(Dialog):
    """Starts by itself."""

    def __init__(
        self,
        parent: QWidget,
        steps: Callable[[], AsyncIterator[CheckStep]],
        origins: Sequence[str],
        hide: Callable[[str], str],
        tasks: Tasks,
    ) -> None:
        """`origins`: where the settings come from. `hide` takes secrets out of a text."""
        super().__init__(parent)
        self._steps = steps
        self._origins = origins
        self._hide = hide
        self._tasks = tasks
        self._seen: list[CheckStep] = []
        self._busy = False
        self._intro = Label(wraps=True)
        self.status = Label(wraps=True)
        self.report = QPlainTextEdit(readOnly=True)
        for part in (self._intro, self.status, self.report):
            self.contents.addWidget(part)
        self.again = self.add_button()
        self.again.clicked.connect(self._start)
        self.copy = self.add_copy_button(self.report.toPlainText)
        self.close_button = self.add_button("primary")
        self.close_button.clicked.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 30)
        self.retranslate()
        self._start()

    def retranslate(self) -> None:
        say = words.check
        self.set_title(say.title())
        self._intro.setText(say.intro())
        self.report.setAccessibleName(say.report())
        self.again.setText(say.again())
        self.copy.set_title(say.copy())
        self.close_button.setText(words.dialogs.close())
        self._show()

    def _start(self) -> None:
        self._seen, self._busy = [], True
        self._show()
        self._tasks.start(self._walk(), "connection check")

    async def _walk(self) -> None:
        async for step in self._steps():
            if self.gone:
                return
            self._seen.append(step)
            self._show()
        self._busy = False
        self._show()
        announce(self.status, self.status.text())

    def _show(self) -> None:
        say, failed = words.check, any(step.outcome is StepOutcome.FAILED for step in self._seen)
        lines = [line_of(step) for step in self._seen]
        if not self._busy and self._seen:
            lines += ["", say.origins_title(), *self._origins]
        self.report.setPlainText(self._hide("\n".join(lines)))
        self.again.setEnabled(not self._busy)
        self.status.setText(say.working() if self._busy else say.not_fine() if failed else say.fine())
        set_style(self.status, tone="" if self._busy else "danger" if failed else "success")
