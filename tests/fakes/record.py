"""What a fake gateway saw, and the questions tests ask about it."""

import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.fakes.mountsea import Mountsea


@dataclass
class Seen:
    """One request, from its first line to the end of its answer. Times are of the monotonic clock."""

    endpoint: str
    method: str
    target: str
    headers: dict[str, str]
    """With names in lower case."""
    connection: int
    start: float = field(default_factory=time.monotonic)
    end: float | None = None
    body: Any = None
    """The JSON, or the text where it is none; `None` while it has not come."""
    status: int | None = None
    """Of the answer; `None` where none was begun."""

    @property
    def secret(self) -> str:
        """The token it carried, as it stood in a header."""
        return self.headers.get("authorization", "") or self.headers.get("x-api-key", "")


@dataclass
class Record:
    """Every request in order, those of the control left out."""

    all: list[Seen] = field(default_factory=list)

    def of(self, endpoint: str) -> list[Seen]:
        return [seen for seen in self.all if seen.endpoint == endpoint]

    @property
    def prepares(self) -> list[Seen]:
        return self.of("prepare")

    @property
    def uploads(self) -> list[Seen]:
        return self.of("upload")

    @property
    def statuses(self) -> list[Seen]:
        return self.of("status")

    @property
    def creates(self) -> list[Seen]:
        return self.of("create")

    @property
    def credits(self) -> list[Seen]:
        return self.of("credits")

    @property
    def songs(self) -> list[Seen]:
        return self.of("song")

    def at_once(self, endpoint: str) -> int:
        """The most requests of an endpoint that were under way at one moment."""
        return _most_at_once((seen.start, seen.end) for seen in self.of(endpoint))

    def busiest_second(self, endpoint: str = "status") -> int:
        """The most requests of an endpoint that began within one second."""
        starts = [seen.start for seen in self.of(endpoint)]
        return max((sum(start <= other < start + 1 for other in starts) for start in starts), default=0)

    def to_json(self, mountsea: Mountsea) -> dict[str, Any]:
        """Everything, for another process."""
        return {
            "requests": [asdict(seen) for seen in self.all],
            "counts": {name: len(self.of(name)) for name in sorted({seen.endpoint for seen in self.all})},
            "uploads_at_once": self.at_once("upload"),
            "upload_tasks_at_once": tasks_at_once(mountsea),
            "busiest_second": self.busiest_second(),
            "violations": mountsea.violations,
            "charges": mountsea.charges,
            "generated": mountsea.generated,
            "balance": mountsea.balance,
            "tasks": {task.id: {"link": task.link, **task.result} for task in mountsea.tasks.values()},
        }


def tasks_at_once(mountsea: Mountsea) -> int:
    """The most uploads Mountsea had at one moment, from its receipt to the answer that told the end."""
    return _most_at_once((task.created, task.finished) for task in mountsea.tasks.values() if task.is_upload)


def _most_at_once(spans: Iterable[tuple[float, float | None]]) -> int:
    events: list[tuple[float, int]] = []
    for start, end in spans:
        events.append((start, 1))
        if end is not None:
            events.append((end, -1))
    most = now = 0
    for _, event in sorted(events):
        now += event
        most = max(most, now)
    return most
