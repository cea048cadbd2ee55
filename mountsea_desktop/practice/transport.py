"""The embedded practice gateway: an httpx transport, so that the whole real client runs against it."""

import json
from email.utils import formatdate
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from mountsea_desktop.practice import songs
from mountsea_desktop.practice.bucket import PracticeBucket
from mountsea_desktop.practice.state import PracticeState, Refused
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.model import SONGS_NEEDED

_LONGEST_RANGE = 90 * 86_400_000
_API = ("/suno/v2/", "/api-user/")


class PracticeTransport(httpx.AsyncBaseTransport):
    """Plays Mountsea under its documented paths, whatever the host, and the hosts of songs for all others.

    Any token is welcome, none is not; it is looked at and forgotten. `latency` is what an answer takes, in
    the clock's seconds: half of it before the gateway acts, half after, so that a request cancelled on its
    way may or may not have counted, as in earnest.
    """

    def __init__(self, clock: Clock, *, seed: int = 1, latency: float = 0.2) -> None:
        self.state = PracticeState(clock, seed=seed)
        self.bucket = PracticeBucket(clock)
        self._clock = clock
        self._latency = latency

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        path = request.url.path
        if request.url.host == self.bucket.host:
            self.state.requests["storage"] += 1
            return _as_from_a_network(await self.bucket.answer(request), self._clock)
        body = await request.aread()
        await self._clock.sleep(self._latency / 2)
        if path.startswith(_API):
            self.state.requests[path.rsplit("/", 1)[-1]] += 1
            response = self._gateway(request, body)
        else:
            self.state.requests["song"] += 1
            response = songs.answer(request)
        await self._clock.sleep(self._latency / 2)
        return _as_from_a_network(response, self._clock)

    def _gateway(self, request: httpx.Request, body: bytes) -> httpx.Response:
        try:
            status, answer = self._act(request, body)
        except Refused as no:
            status = no.status
            answer = {"statusCode": no.status, "message": list(no.messages), "error": no.error}
        return httpx.Response(status, json=answer)

    def _act(self, request: httpx.Request, body: bytes) -> tuple[int, dict[str, Any]]:
        if not _has_token(request.headers):
            raise Refused(401, "Unauthorized", "Unauthorized")
        state = self.state
        match request.method, request.url.path:
            case "GET", "/suno/v2/status":
                if task_id := request.url.params.get("taskId"):
                    return HTTPStatus.OK, state.status(task_id)
                raise Refused(400, "Bad Request", "taskId should not be empty")
            case "GET", "/api-user/credits":
                return HTTPStatus.OK, {"credits": state.credits}
            case "POST", path if path in _RULES:
                return self._post(path, _fields(request.headers, body, _RULES[path]))
            case "POST", "/suno/v2/customModel/prepare":
                return HTTPStatus.CREATED, {"sessionId": state.prepare()}
            case method, path:
                raise Refused(404, "Not Found", f"Cannot {method} {path}")

    def _post(self, path: str, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        state = self.state
        match path.rpartition("/")[2]:
            case "upload":
                task_id = state.upload(fields["sessionId"], fields["audioUrl"])
            case "create":
                task_id = state.create(fields["sessionId"], fields["clipIds"], fields["name"])
            case "generate":
                task_id = state.generate(fields["model"], fields.get("title", ""))
            case _:
                span = fields["dateRange"]
                page = state.search(span["start"], span["end"], fields["page"], fields["limit"])
                return HTTPStatus.OK, page
        return HTTPStatus.CREATED, {"taskId": task_id}


def _as_from_a_network(response: httpx.Response, clock: Clock) -> httpx.Response:
    """Not yet read, as from any transport: the clients count what they read."""
    stream = httpx.ByteStream(response.content)
    response.headers["Date"] = formatdate(clock.now(), usegmt=True)
    return httpx.Response(response.status_code, headers=response.headers, stream=stream)


def _has_token(headers: httpx.Headers) -> bool:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return bool((scheme == "Bearer" and token.strip()) or headers.get("x-api-key", "").strip())


def _fields(headers: httpx.Headers, body: bytes, rules: dict[str, Any]) -> dict[str, Any]:
    """Return the body's fields, once every rule is content.

    A rule returns what is wrong with its value, or "".
    """
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refused(415, "Unsupported Media Type", "application/json is expected")
    try:
        fields = json.loads(body)
    except ValueError as error:
        raise Refused(400, "Bad Request", "The body is not JSON") from error
    if not isinstance(fields, dict):
        raise Refused(400, "Bad Request", "The body is not an object")
    wrong = [f"property {name} should not exist" for name in fields if name not in rules]
    wrong += [f"{name} {fault}" for name, rule in rules.items() if (fault := rule(fields.get(name)))]
    if wrong:
        raise Refused(400, "Bad Request", *wrong)
    return fields


def _range(value: object) -> str:
    if not isinstance(value, dict) or {type(value.get(key)) for key in ("start", "end")} != {int}:
        return "must have start and end in milliseconds"
    return "" if 0 <= value["end"] - value["start"] <= _LONGEST_RANGE else "must be at most 90 days"


def _positive(value: object) -> str:
    return "" if type(value) is int and value > 0 else "must be a positive integer"


def _uuid(value: object) -> str:
    try:
        UUID(value if isinstance(value, str) else "")
    except ValueError:
        return "must be a UUID"
    return ""


def _address(value: object) -> str:
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
    except ValueError:
        return "must be a URL address"
    return "" if parts.scheme in {"http", "https"} and parts.hostname else "must be a URL address"


def _clips(value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(clip, str) for clip in value):
        return "must be an array of strings"
    return "" if len(value) >= SONGS_NEEDED else f"must contain at least {SONGS_NEEDED} elements"


def _name(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "should not be empty"


def _task(value: object) -> str:
    return "" if value == "create" else "must be create"


def _flag(value: object) -> str:
    return "" if value is None or isinstance(value, bool) else "must be a boolean value"


def _title(value: object) -> str:
    return "" if value is None or isinstance(value, str) else "must be a string"


_RULES: dict[str, dict[str, Any]] = {
    "/suno/v2/customModel/upload": {"sessionId": _uuid, "audioUrl": _address},
    "/suno/v2/customModel/create": {"sessionId": _uuid, "clipIds": _clips, "name": _name},
    "/suno/v2/generate": {
        "task": _task,
        "model": _name,
        "gpt_description_prompt": _name,
        "make_instrumental": _flag,
        "title": _title,
    },
    "/api-user/points/search": {"dateRange": _range, "page": _positive, "limit": _positive},
}
