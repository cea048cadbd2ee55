"""What must happen when a request meets a fault, for each kind of request.

A *break* is a context manager: inside it, the fault is there; a *step* meets it with one kind of request and
checks what the program does, to the end, when the fault is gone.
"""

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.gate import REMEDIES
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.faults.crashable_program import CrashableProgram

Break = Callable[[CrashableProgram, str], AbstractAsyncContextManager[None]]
Step = Callable[[CrashableProgram, Break, Fault, Fate], Awaitable[None]]


def plays(play: faults.Fault, times: int = 1) -> Break:
    """The gateway, or something before it, does this at the next requests of the kind."""

    @asynccontextmanager
    async def broken(program: CrashableProgram, endpoint: str) -> AsyncIterator[None]:
        program.gateway.on(endpoint).next(*[play] * times)
        yield
        program.gateway.on(endpoint).clear()

    return broken


def passing(fault: Fault, fate: Fate) -> bool:
    """Whether the program may send the same request again by itself."""
    return fate is Fate.NOT_SENT or (fate is Fate.REFUSED and fault in REMEDIES)


async def mend(program: CrashableProgram, fault: Fault) -> None:
    """What a person does about it, who has ended the cause."""
    if REMEDIES.get(fault) not in {None, Remedy.WAIT}:
        await program.pass_time()
        program.job.try_now()


async def create(program: CrashableProgram, broken: Break, fault: Fault, fate: Fate) -> None:
    """The one request that spends: sent at most once for each attempt, whatever comes back."""
    gateway = program.gateway
    model_id = await program.uploaded()
    async with broken(program, "create"):
        assert await program.create(model_id, balance=gateway.mountsea.balance)
        said = JobFault.SESSION_GONE if fault is Fault.NOT_FOUND else fault
        await program.until(lambda: said in program.problems_of_attempts())
    sent = len(gateway.record.creates)
    assert sent == (fate is not Fate.NOT_SENT)
    if fate is Fate.UNCLEAR:
        await unclear(program)
    else:
        assert program.attempt().outcome is Outcome.FAILED
        assert gateway.mountsea.charges == []
        await program.pass_time()
        await program.restart()
        await program.pass_time()
        assert len(gateway.record.creates) == sent, "only a person presses again"
        assert program.attempt().outcome is Outcome.FAILED
        await program.until(lambda: program.job.outage is None)
        assert await program.create(model_id, balance=gateway.mountsea.balance)
        await program.until(program.is_(Outcome.READY))
        assert len(gateway.record.creates) == sent + 1
    assert len(gateway.mountsea.charges) == 1


async def unclear(program: CrashableProgram) -> None:
    """An attempt that got no answer: Mountsea is asked, and only a second, warned yes sends again."""
    gateway, model_id = program.gateway, program.model().id
    charged, asked = len(gateway.mountsea.charges), len(gateway.record.credits)
    assert len(gateway.record.creates) == 1
    if not charged:
        await program.until(
            lambda: program.attempt().problem is not None and len(gateway.record.credits) > asked
        )
        await program.until(lambda: JobFault.NOT_CHARGED in program.problems_of_attempts())
        assert not await program.create(model_id, balance=1_000.0), "it is unclear: no second attempt"
        await program.restart()
        await program.until(lambda: len(gateway.record.credits) > asked + 2)
        assert program.attempt().outcome is Outcome.UNCLEAR
        assert len(gateway.record.creates) == 1
        assert await program.create_again(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    assert len(gateway.record.creates) == 2 - charged
    session = program.model().session_id
    assert program.model().model_ref == gateway.mountsea.tasks[session].result["id"]


async def upload(program: CrashableProgram, broken: Break, fault: Fault, fate: Fate) -> None:
    """Sent again by itself only when certainly not accepted and for a reason that passes."""
    record = program.gateway.record
    model_id = await program.begin(1)
    await program.job.upload(model_id)  # so that there is a session
    await program.until(lambda: program.count(SongState.UPLOADED) == 1)
    await program.add(5)
    async with broken(program, "upload"):
        await program.job.upload(model_id)
        await program.until(lambda: program.job.outage or program.count(SongState.FAILED, SongState.UNCLEAR))
    if passing(fault, fate):
        assert fault in {outage.problem.code for outage in program.outages()}
        await mend(program, fault)
    else:
        state = SongState.UNCLEAR if fate is Fate.UNCLEAR else SongState.FAILED
        await program.until(lambda: program.count(SongState.UPLOADED) == 5 and program.count(state) == 1)
        [song] = [song for song in program.songs() if song.state is state]
        assert song.problem is not None
        assert song.problem.code == (JobFault.SESSION_GONE if fault is Fault.NOT_FOUND else fault)
        await program.restart()
        await program.pass_time()
        assert program.count(state) == 1
        assert len(record.uploads) == 6, "nothing was sent twice"
        again = program.job.send_again if fate is Fate.UNCLEAR else program.job.retry
        await again([song.id])
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len(record.prepares) == 1


async def prepare(program: CrashableProgram, broken: Break, fault: Fault, fate: Fate) -> None:
    """Repeated by itself only when certainly not accepted; otherwise the songs wait for "Upload" again."""
    record = program.gateway.record
    model_id = await program.begin()
    async with broken(program, "prepare"):
        await program.job.upload(model_id)
        await program.until(lambda: program.outages() or program.model().problem)
    if passing(fault, fate):
        assert fault in {outage.problem.code for outage in program.outages()}
        await mend(program, fault)
    else:
        await program.until(lambda: program.count(SongState.READY) == 6)
        problem = program.model().problem
        assert problem is not None
        assert problem.code == (JobFault.SESSION_UNCLEAR if fate is Fate.UNCLEAR else fault)
        await program.pass_time()
        assert len(record.prepares) == 1
        assert not record.uploads
        await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert program.model().problem is None
    assert len({seen.body["sessionId"] for seen in record.uploads}) == 1
    assert len(record.prepares) == 1 + (fate is not Fate.NOT_SENT)


async def status(program: CrashableProgram, broken: Break, fault: Fault, fate: Fate) -> None:  # noqa: ARG001 - a step's form
    """Asked again until there is an answer; the song that was accepted is never in doubt."""
    gateway = program.gateway
    model_id = await program.begin()
    gateway.on("status").always(faults.Hang())
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.ACCEPTED) == 6)
    gateway.on("status").clear()
    async with broken(program, "status"):
        gateway.drop()
        asked = len(gateway.record.statuses)
        await program.until(lambda: program.outages() or len(gateway.record.statuses) > asked + 3)
        await mend(program, fault)
    await mend(program, fault)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.uploads) == 6
    assert not program.songs_told(SongState.UNCLEAR)
    assert not program.songs_told(SongState.FAILED)


async def balance(program: CrashableProgram, broken: Break, fault: Fault, fate: Fate) -> None:
    """The balance is not known, and that is all."""
    await program.begin()
    async with broken(program, "credits"):
        with pytest.raises(GatewayError) as caught:
            await program.job.connectivity.balance()
        assert (caught.value.fault, caught.value.fate) == (fault, fate)
    assert await program.job.connectivity.balance() == 1_000
    assert program.job.outage is None


def at_every_step(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Run a test with each kind of request."""
    mark = pytest.mark.parametrize(
        "step", [create, upload, prepare, status, balance], ids=lambda it: it.__name__
    )
    marked: Callable[..., Awaitable[None]] = mark(test)
    return marked


@contextmanager
def full_disk(program: CrashableProgram, when: Callable[[], object] = lambda: True) -> Iterator[None]:
    """No statement that writes is carried out."""

    def befalls(name: str) -> None:
        if when() and name.startswith(("journal INSERT", "journal DELETE", "journal COMMIT")):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    program.befalls = befalls
    yield
    program.befalls = lambda _: None
