"""Mountsea as it is documented, in memory: sessions, tasks, credits; and a check of what it is asked."""

import re
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.fakes.faults import Answer
from tests.fakes.spending import History, refusal

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

ROUTES = {
    ("POST", "/suno/v2/customModel/prepare"): "prepare",
    ("POST", "/suno/v2/customModel/upload"): "upload",
    ("GET", "/suno/v2/status"): "status",
    ("POST", "/suno/v2/customModel/create"): "create",
    ("POST", "/suno/v2/generate"): "generate",
    ("GET", "/api-user/credits"): "credits",
    ("POST", "/api-user/points/search"): "spending",
}


@dataclass
class Failure:
    """How a task is to fail: `status` is `failed` or `timeout`."""

    status: str = "failed"
    reason: str = "Audio source not found."
    code: int | str | None = 4001
    times: int | None = None
    """How many tasks fail so; `None` for all."""


@dataclass
class Task:
    """A task under way; its `path` is the status words it still goes through, the last one stays."""

    id: str
    path: list[str]
    result: dict[str, Any]
    link: str = ""
    failure: Failure | None = None
    created: float = field(default_factory=time.monotonic)
    finished: float | None = None
    """When its end was first told."""
    made: list[dict[str, Any]] | None = None
    """What was generated."""

    @property
    def is_upload(self) -> bool:
        return self.link not in {"create", "generate"}


@dataclass
class Mountsea:
    """The documented behaviour. Every attribute may be changed at any time."""

    tokens: set[str] | None = None
    """Tokens that are accepted; `None` for any."""
    balance: float = 1_000
    price: float = 100
    upload_price: float = 0
    song_price: float = 10
    now: Callable[[], float] = time.time
    """Its clock."""
    history: History = field(default_factory=History)
    """What was spent."""
    upload_path: Sequence[str] = ("queued", "ready", "running", "success")
    """Status words of an upload, one for each poll (or in equal parts of `upload_seconds`)."""
    training_path: Sequence[str] = ("queued", "ready", "running", "success")
    upload_seconds: float | None = None
    training_seconds: float | None = None
    song_path: Sequence[str] = ("queued", "running", "stream", "success")
    """Status words of a song that is being made."""
    sounds: str = ""
    """Where the sound of made songs lies: an address that ends with a slash."""
    decoys: bool = False
    """Whether the first address of a made song is a decoy."""
    songs_listed: bool = False
    """Whether a session's own status lists its clips."""
    wrap: str = "data"
    """Where a result stands: "data" or "result"."""
    as_list: bool = False
    id_key: str = "id"
    failures: dict[str, Failure] = field(default_factory=dict)
    """By a part of a song's link; "" for every song, "create" for training, "generate" for made songs."""
    sessions: dict[str, list[str]] = field(default_factory=dict)
    """The clips of each session."""
    tasks: dict[str, Task] = field(default_factory=dict)
    charges: list[str] = field(default_factory=list)
    """Sessions whose create was accepted and charged, in order: the same one twice is the worst there is."""
    generated: list[str] = field(default_factory=list)
    """Descriptions of songs whose making was accepted and charged, in order."""
    violations: list[str] = field(default_factory=list)
    """Requests that the documentation does not allow."""
    fetches: Callable[[str], None] = lambda _: None
    """Told of a song's address when the song is accepted, and when it is said to be uploaded."""

    def spend(self, amount: float, path: str) -> None:
        """Somebody spends something; a negative amount is given back."""
        self.history.add(self.now(), amount, self.balance, path)
        self.balance -= amount

    def finish_uploads(self) -> None:
        """Those that go on are done, and those to come will be at once."""
        self.upload_path = ("success",)
        for task in self.tasks.values():
            if task.is_upload:
                task.path = ["success"]

    def answer(self, method: str, target: str, headers: dict[str, str], content: bytes, body: Any) -> Answer:
        """What Mountsea says; anything against its schema is noted as a violation too."""
        endpoint = ROUTES.get((method, urlsplit(target).path))
        if (method, target) == ("HEAD", "/") and "authorization" not in headers:
            return Answer(404)  # what time it is here, asks somebody who sends no token
        if endpoint is None:
            return self._refuse(404, f"{method} {urlsplit(target).path} does not exist")
        if not self._knows(endpoint, headers):
            return Answer(401, {"statusCode": 401, "message": "Unauthorized"})
        match endpoint:
            case "prepare":
                return self._prepare(content)
            case "upload" | "create" | "generate":
                return {"upload": self._upload, "create": self._create, "generate": self._generate}[endpoint](
                    headers, body
                )
            case "status":
                return self._status(target)
            case "spending":
                if fault := refusal(headers, body):
                    return self._refuse(422, fault)
                return Answer(201, self.history.page(body, self.now()))
            case _:
                return Answer(200, {"credits": self.balance})

    def _knows(self, endpoint: str, headers: dict[str, str]) -> bool:
        bearer, key = headers.get("authorization"), headers.get("x-api-key")
        if endpoint in {"credits", "spending"}:
            token = key
            if bearer is not None:
                self.violations.append(f"{endpoint} was asked with an Authorization header")
        else:
            token = bearer.removeprefix("Bearer ") if bearer and bearer.startswith("Bearer ") else None
            if key is not None:
                self.violations.append(f"{endpoint} was asked with an X-API-Key header")
        if not token:
            self.violations.append(f"{endpoint} was asked without a token")
            return False
        return self.tokens is None or token in self.tokens

    def _prepare(self, content: bytes) -> Answer:
        if content not in (b"", b"{}"):
            self.violations.append("prepare has a body")
        session = str(uuid.uuid4())
        self.sessions[session] = []
        return Answer(201, {"sessionId": session})

    def _upload(self, headers: dict[str, str], body: Any) -> Answer:
        if problem := self._schema(headers, body, {"sessionId", "audioUrl"}):
            return problem
        link = body["audioUrl"]
        if not isinstance(link, str) or urlsplit(link).scheme not in ("http", "https") or " " in link:
            return self._refuse(422, "audioUrl must be a URL address")
        clip = str(uuid.uuid4())
        task = Task(str(uuid.uuid4()), list(self.upload_path), {self.id_key: clip}, link, self._failure(link))
        self.tasks[task.id] = task
        self.fetches(link)
        self.spend(self.upload_price, "/suno/v2/customModel/upload")
        self.sessions[body["sessionId"]].append(clip)
        return Answer(201, {"taskId": task.id})

    def _create(self, headers: dict[str, str], body: Any) -> Answer:
        if problem := self._schema(headers, body, {"sessionId", "clipIds", "name"}):
            return problem
        session, clips, name = body["sessionId"], body["clipIds"], body["name"]
        if not isinstance(clips, list) or len(set(map(str, clips))) < 6:
            return self._refuse(422, "clipIds must contain at least 6 elements")
        if unknown := [clip for clip in clips if clip not in self.sessions[session]]:
            return self._refuse(400, f"clip not found: {unknown[0]}")
        if not isinstance(name, str) or not name.strip():
            return self._refuse(422, "name should not be empty")
        if self.balance < self.price:
            return Answer(402, {"statusCode": 402, "message": "Insufficient credits"})
        if session in self.charges:
            self.violations.append(f"create was sent twice for the session {session}")
        self.spend(self.price, "/suno/v2/customModel/create")
        self.charges.append(session)
        result = {"id": f"chirp-custom:{uuid.uuid4()}", "name": name}
        self.tasks[session] = Task(
            session, list(self.training_path), result, "create", self._failure("create")
        )
        return Answer(201, {"taskId": session})

    def _generate(self, headers: dict[str, str], body: Any) -> Answer:
        allowed = {"task", "model", "gpt_description_prompt", "make_instrumental", "title", "prompt", "tags"}
        if not headers.get("content-type", "").startswith("application/json"):
            return self._refuse(415, "the body is not application/json")
        if not isinstance(body, dict) or not {"task", "model"} <= set(body) <= allowed:
            return self._refuse(422, f"the body's fields are not among {sorted(allowed)}")
        models = {task.result["id"] for task in self.tasks.values() if task.link == "create"}
        if body["task"] != "create" or body["model"] not in models:
            return self._refuse(400, "task or model is not known")
        description = body.get("gpt_description_prompt", "")
        if not isinstance(description, str) or not description.strip():
            return self._refuse(422, "gpt_description_prompt should not be empty")
        if not isinstance(body.get("make_instrumental", False), bool):
            return self._refuse(422, "make_instrumental must be a boolean")
        if self.balance < self.song_price:
            return Answer(402, {"statusCode": 402, "message": "Insufficient credits"})
        self.spend(self.song_price, "/suno/v2/generate")
        self.generated.append(description)
        made = [self._clip(body.get("title", "")) for _ in range(2)]
        task = Task(
            str(uuid.uuid4()), list(self.song_path), {}, "generate", self._failure("generate"), made=made
        )
        self.tasks[task.id] = task
        return Answer(201, {"taskId": task.id})

    def _clip(self, title: str) -> dict[str, Any]:
        clip = str(uuid.uuid4())
        true = f"{self.sounds}made-{clip}.wav"
        decoy = {"audio_url": f"{self.sounds}forbidden-{clip}.mp3", "media_urls": [{"url": true}]}
        return {
            "id": clip,
            "title": title,
            "image_url": f"{self.sounds}{clip}.jpeg",
            "metadata": {"tags": "folk", "duration": 20.0},
            **(decoy if self.decoys else {"audio_url": true}),
        }

    def _schema(self, headers: dict[str, str], body: Any, fields: set[str]) -> Answer | None:
        if not headers.get("content-type", "").startswith("application/json"):
            return self._refuse(415, "the body is not application/json")
        if not isinstance(body, dict) or set(body) != fields:
            return self._refuse(422, f"the body's fields are not {sorted(fields)}")
        session = body["sessionId"]
        if not isinstance(session, str) or not _UUID.fullmatch(session):
            return self._refuse(422, "sessionId must be a UUID")
        return None if session in self.sessions else self._refuse(404, "session not found")

    def _status(self, target: str) -> Answer:
        query = parse_qs(urlsplit(target).query)
        if set(query) != {"taskId"}:
            return self._refuse(422, "status takes taskId and nothing else")
        asked = query["taskId"][0]
        if asked in self.sessions and asked not in self.tasks:
            listed = {"data": {"audioIds": self.sessions[asked]}} if self.songs_listed else {}
            return Answer(200, {"taskId": asked, "status": "success", "createdAt": 0, **listed})
        task = self.tasks.get(asked)
        if task is None:
            return Answer(404, {"statusCode": 404, "message": "Task not found"})
        return Answer(200, self._told(task))

    def _told(self, task: Task) -> dict[str, Any]:
        status = self._advance(task)
        told: dict[str, Any] = {"taskId": task.id, "status": status, "createdAt": int(time.time() * 1000)}
        if status == "success" and task.failure is not None:
            told |= {"status": task.failure.status, "failReason": task.failure.reason}
            if task.failure.code is not None:
                told["failCode"] = task.failure.code
        elif status == "success":
            if task.is_upload:
                self.fetches(task.link)
            told[self.wrap] = task.made or ([task.result] if self.as_list else task.result)
        if status == "success":
            told["finishAt"] = int(time.time() * 1000)
            task.finished = task.finished or time.monotonic()
        return told

    def _advance(self, task: Task) -> str:
        seconds = self.upload_seconds if task.is_upload else self.training_seconds
        if seconds is None:
            return task.path.pop(0) if len(task.path) > 1 else task.path[0]
        share = (time.monotonic() - task.created) / max(seconds, 1e-9)
        last = len(task.path) - 1
        return task.path[last if share >= 1 else min(int(share * last), last - 1) if last else 0]

    def _failure(self, link: str) -> Failure | None:
        for part, failure in self.failures.items():
            kinds = {"create", "generate"}
            is_alike = link == part if kinds & {link, part} else part in link
            if is_alike and failure.times != 0:
                failure.times = None if failure.times is None else failure.times - 1
                return failure
        return None

    def _refuse(self, status: int, message: str) -> Answer:
        self.violations.append(message)
        return Answer(status, {"statusCode": status, "message": message, "error": "Refused"})
