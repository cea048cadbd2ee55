"""A checker of links that says what the test tells it to."""

from collections import deque
from dataclasses import dataclass, field

from mountsea_desktop.links.verdict import Checked, Verdict
from mountsea_desktop.runtime.clock import Clock
from tests.fakes.mishaps import never


@dataclass
class ScriptedChecker:
    """Every link is a song unless `verdicts` knows better; links in `hanging` get no answer."""

    clock: Clock
    latency: float = 0.2
    verdicts: dict[str, Checked] = field(default_factory=dict)
    hanging: set[str] = field(default_factory=set)
    checked: deque[str] = field(default_factory=deque)
    at_once: int = 0
    most_at_once: int = 0

    async def check(self, link: str) -> Checked:
        self.checked.append(link)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self.clock.sleep(self.latency)
            if link in self.hanging:
                await never()
            return self.verdicts.get(link, Checked(verdict=Verdict.AUDIO, size=4_000_000, duration=180.0))
        finally:
            self.at_once -= 1
