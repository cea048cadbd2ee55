"""The fake is believed by every test that uses it, so it is looked at itself."""

import asyncio
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.mountsea import Mountsea
from tests.fakes.record import tasks_at_once

ROOT = Path(__file__).parents[2]
BEARER = {"Authorization": "Bearer good"}


async def session_of(client: httpx.AsyncClient) -> str:
    session: str = (await client.post("/suno/v2/customModel/prepare", headers=BEARER)).json()["sessionId"]
    return session


@pytest.mark.parametrize(
    ("path", "body", "status", "violation"),
    [
        ("upload", {"sessionId": "S", "audioUrl": "no link"}, 422, "audioUrl"),
        ("upload", {"sessionId": "x", "audioUrl": "http://a"}, 422, "UUID"),
        ("upload", {"sessionId": "S"}, 422, "fields"),
        ("upload", {"sessionId": "S", "audioUrl": "http://a", "extra": 1}, 422, "fields"),
        ("create", {"sessionId": "S", "clipIds": ["a"] * 6, "name": "n"}, 422, "at least 6"),
        ("create", {"sessionId": "S", "clipIds": list("abcdef"), "name": "n"}, 400, "clip not found"),
        ("nothing", {}, 404, "does not exist"),
    ],
)
async def test_violations_are_refused_and_noted(
    path: str, body: dict[str, Any], status: int, violation: str
) -> None:
    async with FaultGateway() as gateway, httpx.AsyncClient(base_url=gateway.url) as client:
        session = await session_of(client)
        body = {key: session if value == "S" else value for key, value in body.items()}
        answer = await client.post(f"/suno/v2/customModel/{path}", json=body, headers=BEARER)
        assert answer.status_code == status
        [noted] = gateway.violations
        assert violation in noted


async def test_tokens_are_looked_at() -> None:
    async with FaultGateway(Mountsea(tokens={"good"})) as gateway:
        async with httpx.AsyncClient(base_url=gateway.url) as client:
            asked = [
                await client.get("/api-user/credits", headers=headers)
                for headers in ({"X-API-Key": "good"}, {"X-API-Key": "bad"}, BEARER, {})
            ]
            assert [answer.status_code for answer in asked] == [200, 401, 401, 401]
            await client.get("/songs/1.mp3", headers=BEARER)
        assert gateway.violations[-1] == "a token was sent to /songs/1.mp3"


async def test_a_second_create_is_charged_and_noted() -> None:
    gateway = FaultGateway()
    async with gateway, httpx.AsyncClient(base_url=gateway.url, headers=BEARER) as client:
        session = await session_of(client)
        for n in range(6):
            body = {"sessionId": session, "audioUrl": gateway.song(f"{n}.mp3")}
            await client.post("/suno/v2/customModel/upload", json=body)
        wanted = {"sessionId": session, "clipIds": gateway.mountsea.sessions[session], "name": "n"}
        for _ in range(2):
            answer = await client.post("/suno/v2/customModel/create", json=wanted)
            assert answer.json() == {"taskId": session}
    assert gateway.mountsea.balance == 800
    assert gateway.mountsea.charges == [session, session]
    assert len(gateway.violations) == 1


async def test_the_script_plays_what_is_due() -> None:
    async with FaultGateway() as gateway, httpx.AsyncClient(base_url=gateway.url) as client:
        gateway.on("other").next(faults.Status(501)).at(3, faults.Status(503)).always(faults.Status(500))
        assert [(await client.get("/x")).status_code for _ in range(4)] == [501, 500, 503, 500]
        gateway.on("other").clear()
        gateway.on("any").at(6, faults.Status(418))
        assert [(await client.get("/x")).status_code for _ in range(2)] == [404, 418]


async def test_what_is_under_way_at_once_is_counted() -> None:
    gateway = FaultGateway(Mountsea(upload_path=("success",)))
    async with gateway, httpx.AsyncClient(base_url=gateway.url, headers=BEARER) as client:
        session = await session_of(client)
        gateway.on("upload").always(faults.Hang())
        body = {"sessionId": session, "audioUrl": gateway.song()}
        uploads = [client.post("/suno/v2/customModel/upload", json=body) for _ in range(3)]
        poller = asyncio.gather(*uploads)
        await gateway.hangs(3)
        gateway.on("upload").clear()
        gateway.release()
        tasks = [answer.json()["taskId"] for answer in await poller]
        for task in tasks:
            await client.get("/suno/v2/status", params={"taskId": task})
        await client.post("/suno/v2/customModel/upload", json=body)
    assert gateway.record.at_once("upload") == 3
    assert tasks_at_once(gateway.mountsea) == 3
    assert gateway.record.busiest_second() == 3


@pytest.mark.parametrize(
    ("name", "status", "beginning"),
    [
        ("1.mp3", 206, b"\xff\xfb"),
        ("1.wav", 206, b"RIFF"),
        ("1.bin", 206, b"\xff\xfb"),
        ("page.html", 200, b"<!DOCTYPE html"),
        ("missing.mp3", 404, b"{"),
        ("redirect/1.mp3", 302, b""),
    ],
)
async def test_songs_and_what_only_looks_so(name: str, status: int, beginning: bytes) -> None:
    async with FaultGateway() as gateway, httpx.AsyncClient() as client:
        answer = await client.get(gateway.song(name), headers={"Range": "bytes=0-1023"})
        assert answer.status_code == status
        assert answer.content.startswith(beginning)
        assert len(answer.content) <= 1024


async def test_faults_come_as_json_too() -> None:
    assert faults.from_json({"type": "Reset", "when": "processed"}) == faults.Reset("processed")
    assert faults.from_json({"type": "Answer", "status": 500, "body": {"a": 1}}) == faults.Answer(
        500, {"a": 1}
    )


@pytest.fixture
def process(tmp_path: Path) -> Iterator[str]:
    """The address of a gateway that is a process of its own."""
    port_file = tmp_path / "port"
    command = [sys.executable, "-m", "tests.fakes.fault_gateway", "--port-file", str(port_file)]
    command += ["--options", '{"balance": 42, "tokens": ["good"]}']
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as running:  # noqa: S603 - ours
        assert running.stdout is not None
        assert running.stdout.readline().strip() == b"listening"
        yield f"http://127.0.0.1:{port_file.read_text()}"
        assert running.stdin is not None
        running.stdin.close()
        assert running.wait(10) == 0


def ask(address: str, body: Any = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"X-API-Key": "good"})  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
        return json.load(answer)


def test_a_process_of_its_own(process: str) -> None:
    assert ask(f"{process}/api-user/credits") == {"credits": 42}
    ask(f"{process}/__control/script", {"on": "credits", "plays": [{"type": "Answer", "status": 500}]})
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask(f"{process}/api-user/credits")
    caught.value.close()
    ask(f"{process}/__control/options", {"balance": 7, "failures": {"1.mp3": {"reason": "decode_audio"}}})
    record = ask(f"{process}/__control/record")
    assert record["balance"] == 7
    assert record["counts"] == {"credits": 2}
    assert [seen["status"] for seen in record["requests"]] == [200, 500]
