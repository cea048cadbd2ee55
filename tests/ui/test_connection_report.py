from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.storage.settings_levels import Layer, Level, Resolved, resolve
from mountsea_desktop.ui.connection_report import PLAIN, line_of, origins_of, text_of
from mountsea_desktop.workflow.problem import Problem


def test_a_step_says_what_the_problem_says() -> None:
    step = CheckStep(StepName.PROXY, StepOutcome.FAILED, Fault.PROXY, problem=Problem(Fault.PROXY))
    assert text_of(step).startswith("The network's proxy cannot be used.")


def test_every_wrong_setting_is_named() -> None:
    resolved = resolve([Layer(Level.ENFORCED, "policies.toml", {"a.b": 1, "uploads.parallel": 99})])
    step = CheckStep(
        StepName.SETTINGS, StepOutcome.FAILED, Finding.WRONG_SETTINGS, settings=resolved.problems
    )
    assert line_of(step, "FAILED") == (
        "FAILED Settings: a.b in policies.toml is not a setting. Look for a typing error.\n"
        "  uploads.parallel in policies.toml cannot be used. Possible: 1 – 8."
    )


def test_the_steps_stand_below_each_other_in_a_terminal() -> None:
    passed = CheckStep(StepName.TOKEN, StepOutcome.PASSED)
    assert line_of(passed, PLAIN[passed.outcome]) == "ok      Token: accepted"


def test_a_strangers_certificate_steers_no_terminal() -> None:
    issuer = "\x1b[2J\u202eEvil\nCA" + "x" * 5_000
    step = CheckStep(StepName.CERTIFICATE, StepOutcome.PASSED, facts={"issuer": issuer})
    line = line_of(step, "ok")
    assert not {"\x1b", "\u202e"} & set(line)
    assert len(line) < 1_200


def test_it_is_told_where_each_setting_comes_from() -> None:
    resolved = resolve([Layer(Level.DEFAULT, "defaults.toml", {"practice.offered": False})])
    assert origins_of(resolved, resolved.settings) == [
        "practice.offered: No (your administrator's default in defaults.toml)"
    ]
    assert origins_of(Resolved(), Resolved().settings) == ["All settings are the built-in ones."]
