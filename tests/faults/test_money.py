"""What is said of money is true, whatever becomes of the records of what was spent."""

import pytest

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import charge_of
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from tests.fakes import faults
from tests.fakes.mountsea import Failure
from tests.faults.crashable_program import CrashableProgram

CREATE = "/suno/v2/customModel/create"
LATE = 900.0
"""Seconds after which a charge that has not come will not come."""


async def unclear(program: CrashableProgram, *, taken: bool) -> None:
    """An attempt whose answer is lost, and a status that says nothing of it."""
    model_id = await program.uploaded()
    program.gateway.on("create").next(faults.Reset("processed" if taken else "body"))
    program.gateway.on("status").always(faults.Status(404))
    assert await program.create(model_id, balance=program.gateway.mountsea.balance)
    await program.until(program.is_(Outcome.UNCLEAR))


def problem_of(program: CrashableProgram) -> Problem:
    problem = program.attempt().problem
    assert problem is not None
    return problem


def charge(program: CrashableProgram) -> str:
    return charge_of(program.attempt().problem)


@pytest.mark.parametrize("taken", [True, False])
async def test_the_records_settle_what_nobody_answered(program: CrashableProgram, taken: bool) -> None:
    await unclear(program, taken=taken)
    expected = JobFault.CHARGED if taken else JobFault.NOT_CHARGED
    await program.until(lambda: charge(program) == expected)
    assert ("at" if taken else "records") in problem_of(program).facts
    await program.restart()
    await program.pass_time()
    assert charge(program) == expected
    assert len(program.gateway.record.creates) == 1


@pytest.mark.parametrize(
    "play",
    [
        faults.Status(404),
        faults.Status(500),
        faults.Page(),
        faults.Answer(200, {"items": "none"}),
        faults.Answer(200, {"items": [], "meta": {"totalItems": 3, "totalPages": 1}}),
        faults.Answer(200, {"items": [], "meta": {"totalItems": 0, "totalPages": 0}}),
        faults.Endless(200),
    ],
)
@pytest.mark.parametrize("taken", [True, False])
async def test_without_records_the_balance_is_told_and_proves_nothing(
    program: CrashableProgram, play: faults.Fault, taken: bool
) -> None:
    program.gateway.on("spending").always(play)
    await unclear(program, taken=taken)
    await program.until(lambda: charge(program) == JobFault.CHARGE_UNKNOWN)
    await program.pass_time(LATE)
    assert charge(program) == JobFault.CHARGE_UNKNOWN
    after = "900" if taken else "1000"  # equal, which proves nothing
    assert problem_of(program).facts == {FactKey.BEFORE: "1000", FactKey.AFTER: after}


async def test_records_that_come_late(program: CrashableProgram) -> None:
    program.gateway.mountsea.history.lag = 400.0
    await unclear(program, taken=True)
    await program.until(lambda: charge(program) == JobFault.CHARGE_UNKNOWN)
    await program.until(lambda: charge(program) == JobFault.CHARGED)
    assert JobFault.NOT_CHARGED not in program.problems_of_attempts()


async def test_what_another_program_creates_is_told_as_what_it_is(program: CrashableProgram) -> None:
    await unclear(program, taken=True)
    await program.until(lambda: charge(program) == JobFault.CHARGED)
    program.gateway.mountsea.spend(100, CREATE)
    await program.until(lambda: charge(program) == JobFault.CHARGE_UNKNOWN)
    assert "at" in problem_of(program).facts
    assert JobFault.NOT_CHARGED not in program.problems_of_attempts()


async def test_what_others_spend_and_add_makes_no_charge(program: CrashableProgram) -> None:
    await unclear(program, taken=False)
    mountsea = program.gateway.mountsea
    mountsea.history.a_page = 2
    for amount in (30.5, 60, 9.25, 0.1):
        mountsea.spend(amount, "/suno/v2/generate")
    mountsea.balance += 1_000
    await program.until(lambda: charge(program) == JobFault.NOT_CHARGED)
    assert problem_of(program).facts == {
        FactKey.RECORDS: "yes",
        FactKey.BEFORE: "1000",
        FactKey.AFTER: "1900.15",
    }


async def test_a_failed_training_is_told_with_its_charge_and_its_return(program: CrashableProgram) -> None:
    mountsea = program.gateway.mountsea
    mountsea.failures["create"] = Failure()
    model_id = await program.uploaded()
    assert await program.create(model_id, balance=mountsea.balance)
    await program.until(program.is_(Outcome.FAILED))
    await program.until(lambda: charge(program) == JobFault.CHARGED)
    assert problem_of(program).facts[FactKey.AMOUNT] == "100"
    await program.restart()
    mountsea.spend(-100, CREATE)
    await program.until(lambda: charge(program) == JobFault.REFUNDED)
    assert problem_of(program).facts[FactKey.REFUNDED] == "100"
    assert len(program.gateway.record.creates) == 1
