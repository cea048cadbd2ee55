"""The check walks by itself, shows each step as it was gone, and hides what is secret."""

from collections.abc import AsyncIterator

from PySide6.QtWidgets import QWidget

from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.ui.dialogs.connection_check import ConnectionCheckDialog
from tests.fakes.languages import some_language
from tests.fakes.window import press, until


async def test_each_step_is_told_with_what_to_do(window: QWidget) -> None:
    steps = [
        CheckStep(StepName.GATEWAY, StepOutcome.PASSED, facts={"host": "secret.example"}),
        CheckStep(StepName.TOKEN, StepOutcome.FAILED, Finding.NO_TOKEN, details="raw secret"),
        CheckStep(StepName.CREDITS, StepOutcome.SKIPPED),
    ]

    async def walk() -> AsyncIterator[CheckStep]:
        for step in steps:
            yield step

    errors: list[object] = []
    tasks = Tasks(lambda *error: errors.append(error))
    with some_language() as language:
        language.use("en")
        dialog = ConnectionCheckDialog(
            window, walk, ["ui.language: English"], lambda text: text.replace("secret", "…"), tasks
        )
        dialog.open()
        assert not dialog.again.isEnabled()
        await until(dialog.again.isEnabled, "the end")
        assert dialog.report.toPlainText().splitlines() == [
            "✓ Mountsea: ….example answers",
            "✗ Token: None is there yet. Press “Connect” and paste it.",
            "  raw …",
            "– Credits: cannot be told before the rest is in order",
            "",
            "Where the settings come from",
            "ui.language: English",
        ]
        assert dialog.status.text().startswith("Something is not in order")
        del steps[1:]
        press(dialog.again)
        await until(dialog.again.isEnabled, "the end")
        assert dialog.status.text() == "Everything is in order."
        dialog.reject()
    await tasks.stop()
    assert not errors


async def test_closing_it_ends_the_walk(window: QWidget) -> None:
    async def walk() -> AsyncIterator[CheckStep]:
        yield CheckStep(StepName.SETTINGS, StepOutcome.PASSED)
        dialog.reject()
        yield CheckStep(StepName.TOKEN, StepOutcome.PASSED)
        raise AssertionError("nobody is left to tell")

    errors: list[object] = []
    tasks = Tasks(lambda *error: errors.append(error))
    dialog = ConnectionCheckDialog(window, walk, [], str, tasks)
    dialog.open()
    await until(lambda: len(tasks) == 0, "the end of the walk")
    assert not errors
