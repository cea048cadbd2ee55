from mountsea_desktop.connection_check import CheckStep, Finding, StepName, StepOutcome
from mountsea_desktop.ui import words


def test_each_step_has_a_name_of_its_own() -> None:
    assert len({words.check.step(name) for name in StepName}) == len(StepName)


def test_each_outcome_has_its_mark() -> None:
    assert len({words.check.mark(outcome) for outcome in StepOutcome}) == len(StepOutcome)


def test_what_to_do_about_a_missing_token_names_the_button() -> None:
    told = words.check.told(CheckStep(StepName.TOKEN, StepOutcome.FAILED, Finding.NO_TOKEN))
    assert words.account.connect_button().removesuffix("…") in told
