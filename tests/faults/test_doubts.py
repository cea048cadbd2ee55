"""Faults after which nobody can tell: never sent again by itself, cleared up by asking."""

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.faults.crashable_program import HASTY, PATIENT, CrashableProgram
from tests.faults.steps import Step, at_every_step, create, plays, prepare, upload

X = Fate.UNCLEAR
PAGE = faults.Page()
both_ways = pytest.mark.parametrize("accepted", [False, True])


def page(status: int, *, accepted: bool) -> faults.Answer:
    """A web page from something in between, which may have passed the request on."""
    return faults.Answer(status, PAGE.body, PAGE.headers, process=accepted)


@at_every_step
async def test_fault_07_captive_portal(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(page(200, accepted=False)), Fault.SIGN_IN_PAGE, X)


async def test_fault_07_captive_portal_behind_an_accepted_attempt(program: CrashableProgram) -> None:
    await create(program, plays(page(200, accepted=True)), Fault.SIGN_IN_PAGE, X)


@at_every_step
async def test_fault_08_bad_gateway(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(page(502, accepted=False)), Fault.SERVER, X)


@both_ways
@pytest.mark.parametrize("step", [create, upload])
async def test_fault_08_gateway_timeout(program: CrashableProgram, step: Step, accepted: bool) -> None:
    await step(program, plays(page(504, accepted=accepted)), Fault.SERVER, X)


@at_every_step
async def test_fault_09_reset_while_the_body_is_written(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Reset("headers")), Fault.LOST, X)


@at_every_step
async def test_fault_10_reset_after_the_body(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Reset("body")), Fault.LOST, X)


@pytest.mark.parametrize("step", [create, upload, prepare])
async def test_fault_10_reset_after_it_was_accepted(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Reset("processed")), Fault.LOST, X)


@pytest.mark.parametrize("step", [create, upload, prepare])
async def test_fault_10_closed_without_an_answer(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Raw("")), Fault.LOST, X)


async def test_fault_11_dropped_keep_alive(program: CrashableProgram) -> None:
    gateway = program.gateway
    model_id = await program.uploaded()
    await program.job.connectivity.balance()
    gateway.drop()
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    [spent] = gateway.record.creates
    assert [seen for seen in gateway.record.all if seen.connection == spent.connection] == [spent]
    connections = [seen.connection for seen in gateway.record.uploads + gateway.record.prepares]
    assert len(set(connections)) == len(connections) == 7, "each POST has a connection of its own"


async def test_fault_11_kept_connections_dropped_by_each_answer(program: CrashableProgram) -> None:
    program.gateway.on("status").always(faults.CloseAfter())
    model_id = await program.uploaded()
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.uploads) == 6


@at_every_step
async def test_fault_12_read_timeout(program: CrashableProgram, step: Step) -> None:
    program.patience = HASTY
    await step(program, plays(faults.Hang()), Fault.LOST, X)


async def test_fault_12_read_timeout_of_an_attempt_that_was_not_taken(program: CrashableProgram) -> None:
    program.patience = HASTY
    model_id = await program.uploaded()
    program.gateway.on("create").next(faults.Hang(process=False))
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.UNCLEAR))
    await program.until(lambda: JobFault.NOT_CHARGED in program.problems_of_attempts())
    assert len(program.gateway.record.creates) == 1


@at_every_step
async def test_fault_13_answer_drips_for_ever(program: CrashableProgram, step: Step) -> None:
    program.patience = HASTY
    await step(program, plays(faults.Drip()), Fault.LOST, X)


@at_every_step
async def test_fault_14_truncated_body(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Truncated()), Fault.LOST, X)


@at_every_step
async def test_fault_21_conflict_409(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(409)), Fault.CONFLICT, X)


@pytest.mark.parametrize("step", [create, upload])
async def test_fault_21_request_timeout_408(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(408)), Fault.CONFLICT, X)


@at_every_step
async def test_fault_24_server_error_500(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(500, "Insufficient credits")), Fault.SERVER, X)


async def test_fault_24_server_error_500_behind_an_accepted_attempt(program: CrashableProgram) -> None:
    await create(program, plays(faults.Answer(500, "{}", process=True)), Fault.SERVER, X)


@at_every_step
async def test_fault_25_unavailable_503(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(503, Retry_After="1")), Fault.SERVER, X)


@at_every_step
async def test_fault_26_redirected_elsewhere(program: CrashableProgram, step: Step) -> None:
    async with FaultGateway() as elsewhere:
        await step(program, plays(faults.Redirect(elsewhere.url + "/suno")), Fault.REDIRECTED, X)
        assert elsewhere.record.all == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_fault_26_redirected_to_the_same_host(program: CrashableProgram, status: int) -> None:
    to = program.gateway.url + "/suno/v2/customModel/create"
    await create(program, plays(faults.Redirect(to, status)), Fault.REDIRECTED, X)


@at_every_step
async def test_fault_27_malformed_json(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Answer(201, '{"taskId": "x')), Fault.NONSENSE, X)


@pytest.mark.parametrize(
    "play",
    [
        faults.Answer(201, "", process=True),
        faults.Answer(204, ""),
        faults.Answer(201, b"\xff\xfe\x00"),
        faults.Answer(201, "[" * 100_000),
        faults.Raw("SSH-2.0-OpenSSH\r\n\r\n"),
    ],
    ids=["empty", "no content", "bytes", "deep", "no http"],
)
async def test_fault_27_no_json_at_all(program: CrashableProgram, play: faults.Fault) -> None:
    await create(program, plays(play), Fault.NONSENSE, X)


@at_every_step
async def test_fault_28_null_for_everything(program: CrashableProgram, step: Step) -> None:
    nothing = {"taskId": None, "sessionId": None, "status": None, "credits": None}
    await step(program, plays(faults.Answer(201, nothing)), Fault.NONSENSE, X)


@pytest.mark.parametrize("body", [[], {"taskId": 7}, {"taskId": " "}, {"ok": True}, "7", None], ids=repr)
async def test_fault_28_wrong_types(program: CrashableProgram, body: object) -> None:
    await create(program, plays(faults.Answer(201, body, process=True)), Fault.NONSENSE, X)


@at_every_step
async def test_fault_33_endless_body(program: CrashableProgram, step: Step) -> None:
    program.patience = PATIENT
    await step(program, plays(faults.Endless()), Fault.NONSENSE, X)


@at_every_step
async def test_fault_33_interim_answers_without_end(program: CrashableProgram, step: Step) -> None:
    program.patience = PATIENT
    await step(program, plays(faults.Interim()), Fault.NONSENSE, X)


@at_every_step
async def test_fault_33_a_body_in_crumbs(program: CrashableProgram, step: Step) -> None:
    program.patience = PATIENT
    await step(program, plays(faults.Crumbs()), Fault.NONSENSE, X)


@at_every_step
async def test_fault_33_compressed_bomb(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Bomb()), Fault.NONSENSE, X)


# -- What status says -------------------------------------------------------------------------------------


async def test_fault_30_unknown_status_value(program: CrashableProgram) -> None:
    program.gateway.mountsea.upload_path = ("dreaming", "re-mastering", "success")
    program.gateway.mountsea.training_path = ("pondering", "", "success")
    model_id = await program.uploaded()
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))


async def test_fault_31_success_without_an_identifier_may_pass(program: CrashableProgram) -> None:
    model_id = await program.begin()
    program.gateway.on("status").next(*[faults.Answer(200, {"status": "success", "data": {"id": None}})] * 6)
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)


async def test_fault_31_success_without_an_identifier_for_long(program: CrashableProgram) -> None:
    program.gateway.mountsea.id_key = "somewhere else"
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.UNCLEAR) == 6)
    for song in program.songs():
        assert song.problem is not None
        assert (song.problem.code, song.problem.facts) == (JobFault.NO_IDENTIFIER, {"task": song.task_id})
    assert len(program.gateway.record.uploads) == 6


async def test_fault_31_a_model_without_an_identifier_is_asked_about_and_never_created_again(
    program: CrashableProgram,
) -> None:
    model_id = await program.uploaded()
    program.gateway.on("status").always(faults.Answer(200, {"status": "success", "data": {"name": "x"}}))
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.UNCLEAR))
    problem = program.attempt().problem
    assert problem is not None
    assert problem.facts[FactKey.TASK] == program.attempt().task_id == program.model().session_id
    await program.until(lambda: JobFault.CHARGED in program.problems_of_attempts())
    await program.restart()
    program.gateway.on("status").clear()
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_32_status_goes_backwards(program: CrashableProgram) -> None:
    gateway = program.gateway
    gateway.mountsea.upload_path = ("running", "queued", "ready", "running", "success", "queued", "failed")
    gateway.mountsea.training_path = gateway.mountsea.upload_path
    model_id = await program.uploaded()
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    await program.pass_time()
    await program.restart()
    await program.pass_time()
    assert program.count(SongState.UPLOADED) == 6
    assert program.attempt().outcome is Outcome.READY
    last_word = {task.path[0] for task in gateway.mountsea.tasks.values()}
    assert last_word == {"queued"}, "what has ended is not asked about again"
