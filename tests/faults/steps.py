"""What must happen when a request meets a fault, for each kind of request.

A *break* is a context manager: inside it, the fault is there; a *step* meets it with one kind of request and
checks what the program does, to the end, when the fault is gone.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.gate import REMEDIES
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.faults.crashable_program import House

Break = Callable[[House, str], AbstractAsyncContextManager[None]]
Step = Callable[[House, Break, Fault, Fate], Awaitable[None]]


def plays(play: faults.Fault, times: int = 1) -> Break:
    """The gateway, or something before it, does this at the next requests of the kind."""

    @asynccontextmanager
    async def broken(house: House, endpoint: str) -> AsyncIterator[None]:
        house.gateway.on(endpoint).next(*[play] * times)
        yield
        house.gateway.on(endpoint).clear()

    return broken


def passing(fault: Fault, fate: Fate) -> bool:
    """Whether the program may send the same request again by itself."""
    return fate is Fate.NOT_SENT or (fate is Fate.REFUSED and fault in REMEDIES)


async def mend(house: House, fault: Fault) -> None:
    """What a person does about it, who has ended the cause."""
    if REMEDIES.get(fault) not in {None, Remedy.WAIT}:
        await house.pass_time()
        house.studio.try_now()


async def create(house: House, broken: Break, fault: Fault, fate: Fate) -> None:
    """The one request that spends: sent at most once for each press, whatever comes back."""
    gateway = house.gateway
    model_id = await house.uploaded()
    async with broken(house, "create"):
        assert await house.create(model_id, balance=gateway.mountsea.balance)
        said = Hitch.SESSION_GONE if fault is Fault.NOT_FOUND else fault
        await house.until(lambda: said in house.said_of_presses())
    sent = len(gateway.record.creates)
    assert sent == (fate is not Fate.NOT_SENT)
    if fate is Fate.UNCLEAR:
        await unclear(house)
    else:
        assert house.press().outcome is Outcome.FAILED
        assert gateway.mountsea.charges == []
        await house.pass_time()
        await house.restart()
        await house.pass_time()
        assert len(gateway.record.creates) == sent, "only a person presses again"
        assert house.press().outcome is Outcome.FAILED
        await house.until(lambda: house.studio.trouble is None)
        assert await house.create(model_id, balance=gateway.mountsea.balance)
        await house.until(house.is_(Outcome.READY))
        assert len(gateway.record.creates) == sent + 1
    assert len(gateway.mountsea.charges) == 1


async def unclear(house: House) -> None:
    """A press that got no answer: Mountsea is asked, and only a second, warned yes sends again."""
    gateway, model_id = house.gateway, house.model().id
    charged, asked = len(gateway.mountsea.charges), len(gateway.record.credits)
    assert len(gateway.record.creates) == 1
    if not charged:
        await house.until(lambda: house.press().problem is not None and len(gateway.record.credits) > asked)
        await house.until(lambda: Hitch.NOT_CHARGED in house.said_of_presses())
        assert not await house.create(model_id, balance=1_000.0), "it is unclear: no second press"
        await house.restart()
        await house.until(lambda: len(gateway.record.credits) > asked + 2)
        assert house.press().outcome is Outcome.UNCLEAR
        assert len(gateway.record.creates) == 1
        assert await house.create_again(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))
    assert len(gateway.record.creates) == 2 - charged
    session = house.model().session_id
    assert house.model().model_ref == gateway.mountsea.tasks[session].result["id"]


async def upload(house: House, broken: Break, fault: Fault, fate: Fate) -> None:
    """Sent again by itself only when certainly not accepted and for a reason that passes."""
    record = house.gateway.record
    model_id = await house.begin(1)
    await house.studio.upload(model_id)  # so that there is a session
    await house.until(lambda: house.count(SongState.UPLOADED) == 1)
    await house.add(5)
    async with broken(house, "upload"):
        await house.studio.upload(model_id)
        await house.until(lambda: house.studio.trouble or house.count(SongState.FAILED, SongState.UNCLEAR))
    if passing(fault, fate):
        assert fault in {trouble.problem.code for trouble in house.troubles()}
        await mend(house, fault)
    else:
        state = SongState.UNCLEAR if fate is Fate.UNCLEAR else SongState.FAILED
        await house.until(lambda: house.count(SongState.UPLOADED) == 5 and house.count(state) == 1)
        [song] = [song for song in house.songs() if song.state is state]
        assert song.problem is not None
        assert song.problem.code == (Hitch.SESSION_GONE if fault is Fault.NOT_FOUND else fault)
        await house.restart()
        await house.pass_time()
        assert house.count(state) == 1
        assert len(record.uploads) == 6, "nothing was sent twice"
        again = house.studio.send_again if fate is Fate.UNCLEAR else house.studio.retry
        await again([song.id])
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len(record.prepares) == 1


async def prepare(house: House, broken: Break, fault: Fault, fate: Fate) -> None:
    """Repeated by itself only when certainly not accepted; otherwise the songs wait for another press."""
    record = house.gateway.record
    model_id = await house.begin()
    async with broken(house, "prepare"):
        await house.studio.upload(model_id)
        await house.until(lambda: house.troubles() or house.model().problem)
    if passing(fault, fate):
        assert fault in {trouble.problem.code for trouble in house.troubles()}
        await mend(house, fault)
    else:
        await house.until(lambda: house.count(SongState.READY) == 6)
        problem = house.model().problem
        assert problem is not None
        assert problem.code == (Hitch.SESSION_UNCLEAR if fate is Fate.UNCLEAR else fault)
        await house.pass_time()
        assert len(record.prepares) == 1
        assert not record.uploads
        await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert house.model().problem is None
    assert len({seen.body["sessionId"] for seen in record.uploads}) == 1
    assert len(record.prepares) == 1 + (fate is not Fate.NOT_SENT)


async def status(house: House, broken: Break, fault: Fault, fate: Fate) -> None:  # noqa: ARG001 - a step's form
    """Asked again until there is an answer; the song that was accepted is never in doubt."""
    gateway = house.gateway
    model_id = await house.begin()
    gateway.on("status").always(faults.Hang())
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.ACCEPTED) == 6)
    gateway.on("status").clear()
    async with broken(house, "status"):
        gateway.drop()
        asked = len(gateway.record.statuses)
        await house.until(lambda: house.troubles() or len(gateway.record.statuses) > asked + 3)
        await mend(house, fault)
    await mend(house, fault)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.uploads) == 6
    assert not house.songs_told(SongState.UNCLEAR)
    assert not house.songs_told(SongState.FAILED)


async def balance(house: House, broken: Break, fault: Fault, fate: Fate) -> None:
    """The balance is not known, and that is all."""
    await house.begin()
    async with broken(house, "credits"):
        with pytest.raises(GatewayError) as caught:
            await house.studio.balance()
        assert (caught.value.fault, caught.value.fate) == (fault, fate)
    assert await house.studio.balance() == 1_000
    assert house.studio.trouble is None


def at_every_step(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Run a test with each kind of request."""
    mark = pytest.mark.parametrize(
        "step", [create, upload, prepare, status, balance], ids=lambda it: it.__name__
    )
    marked: Callable[..., Awaitable[None]] = mark(test)
    return marked
