import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.practice.samples import FAILING_LINK, PRACTICE_MODEL, PRACTICE_TOKEN, SAMPLE_LINKS
from mountsea_desktop.practice.transport import PracticeTransport
from mountsea_desktop.runtime.clock import Clock

MODEL = "/suno/v2/customModel"
STRANGER = "6b1d0f0e-0000-4000-8000-000000000000"


@pytest.fixture
def clock() -> Clock:
    return Clock(speed=400)


@pytest.fixture
def transport(clock: Clock) -> PracticeTransport:
    return PracticeTransport(clock)


@pytest.fixture
async def client(transport: PracticeTransport) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": f"Bearer {PRACTICE_TOKEN}"}
    async with httpx.AsyncClient(
        transport=transport, headers=headers, base_url="https://api.mountsea.ai"
    ) as client:
        yield client


async def ask(client: httpx.AsyncClient, step: str, **fields: Any) -> httpx.Response:
    return await client.post(f"{MODEL}/{step}", json=fields or None)


async def finished(client: httpx.AsyncClient, clock: Clock, task_id: str) -> dict[str, Any]:
    while True:
        response = await client.get("/suno/v2/status", params={"taskId": task_id})
        report: dict[str, Any] = response.raise_for_status().json()
        if report["status"] in {"success", "failed"}:
            return report
        await clock.sleep(2)


async def test_the_whole_job(client: httpx.AsyncClient, transport: PracticeTransport, clock: Clock) -> None:
    prepared = await ask(client, "prepare")
    assert prepared.status_code == 201
    session = prepared.json()["sessionId"]

    async def upload(link: str) -> dict[str, Any]:
        response = await ask(client, "upload", sessionId=session, audioUrl=link)
        assert response.status_code == 201
        return await finished(client, clock, response.json()["taskId"])

    reports = await asyncio.gather(*map(upload, [*SAMPLE_LINKS, FAILING_LINK]))
    assert [report["status"] for report in reports] == ["success"] * 6 + ["failed"]
    again = await upload(FAILING_LINK)
    clips = [report["data"]["id"] for report in [*reports[:6], again]]

    created = await ask(client, "create", sessionId=session, clipIds=clips, name="夜")
    assert (created.status_code, created.json()) == (201, {"taskId": session})
    assert (await finished(client, clock, session))["data"]["id"].startswith("chirp-custom:")

    model = {"task": "create", "model": f"{PRACTICE_MODEL}000000000001"}
    wish = {"gpt_description_prompt": "the sea", "make_instrumental": False, "title": "Sea"}
    ordered = await client.post("/suno/v2/generate", json=model | wish)
    assert ordered.status_code == 201
    first, second = (await finished(client, clock, ordered.json()["taskId"]))["data"]
    assert first["title"] == "Sea"
    assert first["audio_url"] != second["audio_url"]
    assert (await client.get(first["audio_url"])).content.startswith(b"RIFF")
    for wrong in ({"task": "extend"}, {"model": "chirp-v4"}, {"gpt_description_prompt": " "}):
        assert (await client.post("/suno/v2/generate", json=model | wish | wrong)).status_code == 400

    balance = await client.get("https://dk.mountsea.ai/api-user/credits", headers={"X-API-Key": "sk"})
    assert balance.json() == {"credits": 390}
    assert transport.state.requests["create"] == 1


async def test_the_programs_own_client_and_link_check(transport: PracticeTransport, clock: Clock) -> None:
    gateway = GatewayClient(Addresses(), lambda: PRACTICE_TOKEN, transport=transport)
    checker = LinkChecker(transport)
    session = await gateway.prepare()

    async def clip(link: str) -> str:
        assert (await checker.check(link)).verdict is Verdict.AUDIO
        task = await gateway.upload(session, link)
        while (report := await gateway.status(task)).phase in {Phase.WAITING, Phase.WORKING}:
            await clock.sleep(2)
        return report.clip_id

    clips = await asyncio.gather(*map(clip, SAMPLE_LINKS))
    assert await gateway.create(session, clips, "Night tape") == session
    await clock.sleep(60)
    assert (await gateway.status(session)).model_ref.startswith("chirp-custom:")
    assert await gateway.credits() == 400
    assert (await checker.check("https://practice.example/album")).verdict is Verdict.WEB_PAGE
    with pytest.raises(GatewayError) as no:
        await gateway.create(session, clips, "Night tape")
    assert (no.value.fault, no.value.status) == (Fault.CONFLICT, 409)


async def test_credits_are_told_on_either_host(client: httpx.AsyncClient) -> None:
    for host in ("https://dk.mountsea.ai", "https://api.mountsea.ai"):
        assert (await client.get(f"{host}/api-user/credits")).json() == {"credits": 500}


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer "}, {"X-API-Key": " "}])
async def test_no_token_no_service(transport: PracticeTransport, headers: dict[str, str]) -> None:
    async with httpx.AsyncClient(transport=transport, headers=headers) as stranger:
        response = await stranger.post(f"https://api.mountsea.ai{MODEL}/prepare")
    assert response.status_code == 401
    assert response.json() == {"statusCode": 401, "message": ["Unauthorized"], "error": "Unauthorized"}
    assert transport.state.sessions == []


@pytest.mark.parametrize(
    ("step", "fields", "message"),
    [
        ("upload", {"audioUrl": SAMPLE_LINKS[0]}, "sessionId must be a UUID"),
        ("upload", {"sessionId": STRANGER, "audioUrl": "song.mp3"}, "audioUrl must be a URL address"),
        ("upload", {"sessionId": STRANGER, "audioUrl": "http://["}, "audioUrl must be a URL address"),
        ("upload", {"sessionId": STRANGER, "audioUrl": 7, "x": 1}, "property x should not exist"),
        (
            "create",
            {"sessionId": STRANGER, "clipIds": "abc", "name": "n"},
            "clipIds must be an array of strings",
        ),
        (
            "create",
            {"sessionId": STRANGER, "clipIds": ["a"], "name": "n"},
            "clipIds must contain at least 6 elements",
        ),
        ("create", {"sessionId": STRANGER, "clipIds": ["a"] * 6, "name": " "}, "name should not be empty"),
    ],
)
async def test_what_is_wrong_is_said(
    client: httpx.AsyncClient, step: str, fields: dict[str, Any], message: str
) -> None:
    response = await ask(client, step, **fields)
    assert response.status_code == 400
    assert message in response.json()["message"]


async def test_a_body_that_is_no_json_object(client: httpx.AsyncClient) -> None:
    json_type = {"Content-Type": "application/json; charset=utf-8"}
    for content in (b"", b"[]", b"\xff", b"{"):
        response = await client.post(f"{MODEL}/upload", content=content, headers=json_type)
        assert response.status_code == 400
    response = await client.post(f"{MODEL}/upload", content=b"{}")
    assert response.status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/suno/v2/status", 400),
        ("GET", f"/suno/v2/status?taskId={STRANGER}", 404),
        ("GET", f"{MODEL}/prepare", 404),
        ("POST", "/suno/v2/extend", 404),
    ],
)
async def test_what_is_not_there(client: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    response = await client.request(method, path)
    assert response.status_code == status
    assert response.json()["statusCode"] == status


async def test_songs_lie_on_every_other_path(client: httpx.AsyncClient, transport: PracticeTransport) -> None:
    response = await client.get(SAMPLE_LINKS[0], headers={"Range": "bytes=0-1023"})
    assert response.content.startswith(b"ID3")
    assert (await client.get("https://practice.example/album")).text.startswith("<!doctype html>")
    assert transport.state.requests == {"song": 2}


async def test_an_answer_takes_its_time_on_the_clock() -> None:
    slept: list[float] = []

    class CountingClock(Clock):
        async def sleep(self, seconds: float) -> None:
            slept.append(seconds)

    async with httpx.AsyncClient(transport=PracticeTransport(CountingClock(), latency=3)) as client:
        await client.get(SAMPLE_LINKS[0])
    assert slept == [1.5, 1.5]


async def test_what_was_spent_is_told_as_by_mountsea(transport: PracticeTransport, clock: Clock) -> None:
    gateway = GatewayClient(Addresses(), lambda: PRACTICE_TOKEN, transport=transport)
    transport.state._spend(100, "/suno/v2/customModel/create")
    page = await gateway.spending(clock.now() - 60, clock.now() + 60, 1)
    [entry] = page.entries
    assert (entry.path, entry.spent) == ("/suno/v2/customModel/create", Decimal(100))
    assert (page.total, page.pages) == (1, 1)
    assert (await gateway.spending(clock.now() - 60, clock.now() + 60, 2)).entries == ()
    assert (await gateway.spending(clock.now() - 60, clock.now() - 30, 1)).entries == ()
    assert gateway.clock_ahead is not None
    assert abs(gateway.clock_ahead) < 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": 1, "limit": 5},
        {"dateRange": {"start": 0, "end": 90 * 86_400_000 + 1}, "page": 1, "limit": 5},
        {"dateRange": {"start": 5, "end": 1}, "page": 1, "limit": 5},
        {"dateRange": {"start": 0, "end": 1}, "page": 0, "limit": 5},
        {"dateRange": {"start": 0, "end": 1}, "page": 1, "limit": "5"},
    ],
)
async def test_questions_about_spending_have_to_be_as_documented(
    client: httpx.AsyncClient, wrong: dict[str, Any]
) -> None:
    assert (await client.post("/api-user/points/search", json=wrong)).status_code == 400
