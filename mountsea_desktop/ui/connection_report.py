"""The check of the connection as text, for the window, the command line and the telephone."""

from mountsea_desktop.connection_check import CheckStep, StepOutcome
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Level, Resolved
from mountsea_desktop.storage.settings_table import TABLE, Setting, group_of
from mountsea_desktop.ui import words
from mountsea_desktop.ui.format import plain

PLAIN = {StepOutcome.PASSED: "ok     ", StepOutcome.FAILED: "FAILED ", StepOutcome.SKIPPED: "-      "}
"""Marks for where a tick and a cross cannot be written."""
LONGEST, MOST_LINES = 1_000, 30
"""Characters of a line, and lines of a step, that anybody reads."""


def text_of(step: CheckStep) -> str:
    """Return what was found, and what to do about it."""
    if step.settings:
        return "\n  ".join(words.settings.problem(problem) for problem in step.settings)
    if step.problem is not None:
        return words.problems.describe(step.problem)
    return words.check.told(step)


def line_of(step: CheckStep, mark: str = "") -> str:
    """Return one step's line; the system's own words, where there are any, are below it.

    A stranger's certificate or proxy may have written some of it, and it may go to a terminal.
    """
    told, details = _readable(text_of(step)), _readable(step.details)
    line = words.check.line(mark or words.check.mark(step.outcome), words.check.step(step.name), told)
    return f"{line}\n  {details}" if details and step.outcome is StepOutcome.FAILED else line


def _readable(text: str) -> str:
    """Return the lines that anybody reads, without signs that steer."""
    return "\n  ".join(plain(line, LONGEST) for line in text.splitlines()[:MOST_LINES])


def origins_of(resolved: Resolved, settings: Settings) -> list[str]:
    """Return where each setting comes from that is not built in."""
    say = words.settings
    lines = [
        words.check.origin_line(
            setting.key,
            say.value(setting, setting.written(getattr(settings, setting.field))),
            say.origin(resolved.origin(setting.key)),
        )
        for setting in TABLE
        if resolved.origin(setting.key).level is not Level.BUILT_IN and _means_something(setting, settings)
    ]
    return lines or [words.check.all_built_in()]


def _means_something(setting: Setting, settings: Settings) -> bool:
    """Return whether what the setting is for was chosen at all.

    A proxy's address says nothing where there is no proxy.
    """
    first = group_of(setting)[0]
    return not setting.only_for or first.written(getattr(settings, first.field)) in setting.only_for
