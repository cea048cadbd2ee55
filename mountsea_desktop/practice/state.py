"""What the practice gateway remembers, and its rules: sessions, songs, a balance. Nothing of it is real."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from mountsea_desktop.practice.samples import OUT_OF_REACH, PRACTICE_MODEL, SONG_HOST
from mountsea_desktop.practice.tune import SECONDS
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.model import PRICE, SONGS_NEEDED

CREDITS = 500
"""What everybody starts with."""
SONG_PRICE = 10
"""What having songs made costs here; what it costs at Mountsea is written nowhere."""


class Refused(Exception):  # noqa: N818 - an answer of the gateway, not a failure of this program
    """The gateway's no: an HTTP status, and its words."""

    def __init__(self, status: int, error: str, *messages: str) -> None:
        super().__init__(status, error, *messages)
        self.status = status
        self.error = error
        self.messages = messages


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTask:
    """Something Mountsea would be busy with. Where it stands follows from the clock alone."""

    id: str
    began: float
    """By the clock's `monotonic`."""
    lasts: float
    """The clock's seconds until it is done."""
    created_at: str
    result: dict[str, Any] = field(default_factory=dict)
    made: list[dict[str, Any]] = field(default_factory=list)
    """Songs that were made; they take the place of the result."""
    fails: bool = False

    def status(self, now: float) -> str:
        """Return the documented status word, `now` being the clock's `monotonic`."""
        done = (now - self.began) / self.lasts
        if done < 0.1:
            return "queued"
        if done < 0.2:
            return "ready"
        if done < 1:
            return "running"
        return "failed" if self.fails else "success"


class PracticeState:
    """Mountsea's side of the job, as its documentation tells it; tests and pictures may look inside.

    The same `seed` and the same order of requests give the same identifiers and the same durations.
    """

    def __init__(self, clock: Clock, *, seed: int = 1) -> None:
        self.clock = clock
        self.credits = CREDITS
        self.sessions: list[str] = []
        self.uploads: dict[str, PracticeTask] = {}
        self.models: dict[str, PracticeTask] = {}
        """Training, by session id."""
        self.orders: dict[str, PracticeTask] = {}
        """Songs being made."""
        self.attempts: Counter[str] = Counter()
        """Uploads so far, by link."""
        self.spending: list[dict[str, Any]] = []
        """What was spent, oldest first, in the documented form."""
        self.requests: Counter[str] = Counter()
        """Requests so far, by the last word of their path; song hosts count as `song`."""
        self._random = random.Random(seed)  # noqa: S311 - meant to be foreseeable

    def prepare(self) -> str:
        """Open a session."""
        self.sessions.append(self._uuid())
        return self.sessions[-1]

    def upload(self, session_id: str, link: str) -> str:
        """Begin to fetch a song; 8 to 25 seconds, so that songs finish one by one."""
        self._known(session_id)
        self.attempts[link] += 1
        clip = {"id": self._uuid(), "audio_url": link}
        task = self._begin(self._uuid(), 8, 25, clip, fails=OUT_OF_REACH in link and self.attempts[link] == 1)
        self.uploads[task.id] = task
        return task.id

    def create(self, session_id: str, clip_ids: list[str], name: str) -> str:
        """Begin training, 40 to 60 seconds, and charge for it, once a session."""
        self._known(session_id)
        if session_id in self.models:
            raise Refused(409, "Conflict", "A model is already being created in this session")
        if unknown := [clip for clip in clip_ids if clip not in self.finished_clips()]:
            raise Refused(400, "Bad Request", *(f"clip {clip} is not available" for clip in unknown))
        if len(set(clip_ids)) < SONGS_NEEDED:
            raise Refused(400, "Bad Request", f"clipIds must contain at least {SONGS_NEEDED} different clips")
        if self.credits < PRICE:
            raise Refused(402, "Payment Required", "Insufficient credits")
        self._spend(PRICE, "/suno/v2/customModel/create")
        model = {"id": f"{PRACTICE_MODEL}{len(self.models) + 1:012}", "name": name}
        self.models[session_id] = self._begin(session_id, 40, 60, model)
        return session_id

    def generate(self, model: str, title: str) -> str:
        """Begin to make two songs, 15 to 25 seconds, and charge for them."""
        now = self.clock.monotonic()
        if model not in [it.result["id"] for it in self.models.values() if it.status(now) == "success"]:
            raise Refused(400, "Bad Request", "model is not available")
        if self.credits < SONG_PRICE:
            raise Refused(402, "Payment Required", "Insufficient credits")
        self._spend(SONG_PRICE, "/suno/v2/generate")
        made = [self._made(title) for _ in range(2)]
        task = self._begin(self._uuid(), 15, 25, {}, made=made)
        self.orders[task.id] = task
        return task.id

    def _made(self, title: str) -> dict[str, Any]:
        clip = self._uuid()
        address = f"https://{SONG_HOST}/made/{clip}.wav"
        return {"id": clip, "title": title, "audio_url": address, "metadata": {"duration": SECONDS}}

    def status(self, task_id: str) -> dict[str, Any]:
        """How a task stands; of a session without a model, an empty success, as for plain uploads."""
        task = self.models.get(task_id) or self.uploads.get(task_id) or self.orders.get(task_id)
        if task is None:
            if task_id in self.sessions:
                return {"taskId": task_id, "status": "success", "createdAt": _timestamp(self.clock)}
            raise Refused(404, "Not Found", "Task not found")
        status = task.status(self.clock.monotonic())
        report: dict[str, Any] = {"taskId": task.id, "status": status, "createdAt": task.created_at}
        if status == "failed":
            report |= {"failReason": "Audio source not found.", "failCode": 4001}
        if status == "success":
            report |= {"data": task.made or task.result}
        if status in {"failed", "success"}:
            report |= {"finishAt": _timestamp(self.clock)}
        return report

    def search(self, start: int, end: int, page: int, limit: int) -> dict[str, Any]:
        """Return a page of what was spent between two moments (milliseconds of Unix time), newest first."""
        found = [
            item
            for item in reversed(self.spending)
            if start <= datetime.fromisoformat(item["createdAt"]).timestamp() * 1000 <= end
        ]
        items = found[(page - 1) * limit : page * limit]
        meta = {
            "totalItems": len(found),
            "itemCount": len(items),
            "itemsPerPage": limit,
            "totalPages": -(-len(found) // limit),
            "currentPage": page,
        }
        return {"items": items, "meta": meta}

    def _spend(self, amount: int, path: str) -> None:
        item = {
            "id": self._uuid(),
            "serviceName": "suno",
            "apiPath": path,
            "apiMethod": "POST",
            "finalAmount": amount,
            "beforeCredits": self.credits,
            "afterCredits": self.credits - amount,
            "traceId": self._uuid(),
            "createdAt": _timestamp(self.clock),
        }
        self.spending.append(item)
        self.credits -= amount

    def finished_clips(self) -> set[str]:
        """Return identifiers of the songs that have been fetched."""
        now = self.clock.monotonic()
        return {task.result["id"] for task in self.uploads.values() if task.status(now) == "success"}

    def _known(self, session_id: str) -> None:
        if session_id not in self.sessions:
            raise Refused(404, "Not Found", "Session not found")

    def _begin(
        self,
        task_id: str,
        least: float,
        most: float,
        result: dict[str, Any],
        *,
        made: Sequence[dict[str, Any]] = (),
        fails: bool = False,
    ) -> PracticeTask:
        return PracticeTask(
            id=task_id,
            began=self.clock.monotonic(),
            lasts=self._random.uniform(least, most),
            created_at=_timestamp(self.clock),
            result=result,
            made=list(made),
            fails=fails,
        )

    def _uuid(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))


def _timestamp(clock: Clock) -> str:
    return datetime.fromtimestamp(clock.now(), UTC).isoformat(timespec="milliseconds")
