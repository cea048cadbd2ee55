"""What the same requests cost at least: asyncio and httpx, and nothing that is kept, shown or thought about.

    python -m tests.bench.bare_client URL '{"song": 1000, "upload": 1000, "status": 1500}'

Prints the seconds of CPU it took.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable

import httpx

IN_FLIGHT = 32
TOKEN = {"Authorization": "Bearer sk-bench"}


async def main(url: str, counts: dict[str, int]) -> None:
    """Send them, so many at a time."""
    async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
        answer = await client.post(f"{url}/suno/v2/customModel/prepare", headers=TOKEN)
        session = answer.json()["sessionId"]
        tasks: list[str] = []

        async def song(number: int) -> None:
            """As the check of a link does it: the beginning of the file."""
            address, part = f"{url}/songs/{number}.mp3", {"Range": "bytes=0-4095"}
            async with client.stream("GET", address, headers=part) as got:
                await anext(got.aiter_raw(), b"")

        async def upload(number: int) -> None:
            body = {"sessionId": session, "audioUrl": f"{url}/songs/{number}.mp3"}
            got = await client.post(f"{url}/suno/v2/customModel/upload", json=body, headers=TOKEN)
            tasks.append(got.json()["taskId"])

        async def status(number: int) -> None:
            task = tasks[number % len(tasks)]
            (await client.get(f"{url}/suno/v2/status", params={"taskId": task}, headers=TOKEN)).json()

        for name, send in (("song", song), ("upload", upload), ("status", status)):
            await at_once(send, counts.get(name, 0))


async def at_once(send: Callable[[int], Awaitable[None]], count: int) -> None:
    """Send so many, `IN_FLIGHT` at a time."""
    numbers = iter(range(count))

    async def work() -> None:
        for number in numbers:
            await send(number)

    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))


if __name__ == "__main__":
    began = time.process_time()
    asyncio.run(main(sys.argv[1], json.loads(sys.argv[2])))
    print(json.dumps({"cpu": time.process_time() - began}))
