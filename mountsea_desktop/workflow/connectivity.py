"""Whether Mountsea can be reached, and going on by itself when it can be again."""

from collections.abc import Callable
from decimal import Decimal

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.events import Event, Listener, Outage
from mountsea_desktop.workflow.gate import Gate
from mountsea_desktop.workflow.ports import Gateway
from mountsea_desktop.workflow.reconnect import Attempt, Reconnect
from mountsea_desktop.workflow.sleep_watch import SLEPT, SleepWatch

NO_WAY = frozenset({Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY})
"""What an outage is about that an answer of anybody else's shows to be over, most likely."""


class Connectivity:
    """Gate, sleep watch and reconnect, which tell each other what they notice."""

    def __init__(
        self,
        gateway: Gateway,
        clock: Clock,
        tasks: Tasks,
        listener: Listener,
        some_session: Callable[[], str],
        on_return: Callable[[], None],
    ) -> None:
        """`some_session` is called for the id of any session, or nothing, `on_return` after an outage."""
        self._gateway = gateway
        self._tasks = tasks
        self._notify = listener
        self._some_session = some_session
        self._on_return = on_return
        self._is_watching_for_sleep = False
        self.gate = Gate(clock, self._outage_changed, self._probe)
        self.sleep_watch = SleepWatch(clock, self._after_sleep)
        self.reconnect = Reconnect(clock, tasks, self._network_is_there)

    @property
    def outage(self) -> Outage | None:
        """What holds everything up, if anything does."""
        return self.gate.outage

    async def balance(self) -> Decimal:
        """Return the credits. Raises `GatewayError`; an answer shows that token and network are in order."""
        try:
            amount = await self._gateway.credits()
        except GatewayError as error:
            if error.fault is Fault.PROXY_LOGIN:  # the same proxy stands before everything else
                self.gate.record_failure(error)
            raise
        self.gate.record_success()
        self.reconnect.try_now()
        return amount

    def when_reachable(self, key: str, attempt: Attempt) -> None:
        """Try something once there is a network, and until it was answered."""
        self.reconnect.wait_for(key, attempt)

    def record_failure(self, error: GatewayError) -> None:
        """Something was answered outside of the job's own work: if it concerns all, everything waits."""
        self.gate.record_failure(error)

    def try_now(self) -> None:
        """The user ended the outage, or wants it tried at once."""
        self.gate.open()
        self.sleep_watch.end_rests()
        self.reconnect.try_now()

    def look_for_network(self) -> None:
        """Somebody is here, who may have plugged in the cable: what waits for a network is tried now."""
        self.reconnect.try_now()

    def _network_is_there(self) -> None:
        """A link was answered, say: where it was the way that was missing, Mountsea is asked, too."""
        if self.outage is not None and self.outage.problem.code in NO_WAY:
            self.gate.probe_now()

    async def _probe(self) -> None:
        """Ask Mountsea something that may be asked any number of times."""
        session_id = self._some_session()
        await (self._gateway.status(session_id) if session_id else self._gateway.credits())

    def _outage_changed(self, event: Event) -> None:
        self._notify(event)
        if self.outage is None:
            self.reconnect.try_now()
            self._on_return()
        elif not self._is_watching_for_sleep:
            self._is_watching_for_sleep = True
            self._tasks.start(self._watch_for_sleep(), "sleep")

    async def _watch_for_sleep(self) -> None:
        """While the gate is closed nobody rests between questions, and so nobody else would notice."""
        try:
            while self.outage is not None:
                await self.sleep_watch.rest(SLEPT)
        finally:
            self._is_watching_for_sleep = False

    async def _after_sleep(self) -> None:
        await self._gateway.renew()
        self.gate.probe_now()
        self.reconnect.try_now()
