"""Measures that need to be inside the program: the whole of it in this process, off-screen.

    python -m tests.bench.inside fill|rows|songs|sending|rest|leaks JSON

Prints one JSON object.
"""

import asyncio
import gc
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.links.extract import extract_links
from mountsea_desktop.options import Options
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.ui.add_songs.reader import new_song
from mountsea_desktop.ui.app.autoplay import Autoplay
from mountsea_desktop.ui.app.loop import make_runner
from mountsea_desktop.workflow import poll_rate
from mountsea_desktop.workflow.song import UNSTORED, SongState
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET
from tests.fakes.window import Run, running, until

Measured = dict[str, Any]
PRACTICE = "https://practice.example/songs/{}.mp3"


def memory() -> int:
    """The process's own share of the machine's memory, in bytes."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


async def rows(app: QApplication, order: Measured) -> Measured:
    """Paste so many links into the window."""
    count = order["count"]
    text = "\n".join(PRACTICE.format(number) for number in range(count))
    async with running(app, Folders.of_profile(Path(order["folder"])), options=Options(demo=True)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        gc.collect()
        before, began = memory(), time.perf_counter()
        run.window.pasted.emit(text)
        await until(lambda: len(run.songs()) == count + 6, "the rows", seconds=120)
        app.sendPostedEvents(None, QEvent.Type.UpdateRequest)
        seconds = time.perf_counter() - began
        gc.collect()
        return {"seconds": seconds, "bytes_a_row": (memory() - before) / count}


def resident() -> int:
    """The process's memory, shared or not, in bytes: quick to learn, so that nothing waits for it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


class Heart:
    """Beats on the loop; how late it was tells how long something kept the loop from going on."""

    PAUSE = 0.016

    def __init__(self) -> None:
        self.late: list[float] = []

    async def beat(self) -> None:
        """Beat until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + self.PAUSE
            await asyncio.sleep(self.PAUSE)
            self.late.append(max(0.0, loop.time() - due))


async def _all(run: Run, count: int, state: SongState) -> None:
    """Wait until all songs are there; told and not looked for, which would cost more than the work itself."""
    moved = asyncio.Event()
    run.app_run.events.batched.connect(moved.set)
    async with asyncio.timeout(300):
        while run.page.table.counts.count(state) < count:
            moved.clear()
            await moved.wait()


async def songs(app: QApplication, order: Measured) -> Measured:
    """Take so many songs from links to their end, 32 at a time."""
    count, url = order["count"], order["url"]
    poll_rate.MAX_POLLS_PER_SECOND = 1_000.0  # what is measured is work, and not politeness
    folders, addresses = Folders.of_profile(Path(order["folder"])), Addresses(url, url)
    async with running(app, folders, addresses=addresses, options=Options(language="en")) as run:
        run.program.tokens.keep_for_this_run("sk-bench")
        await run.program.job.limit_uploads(32)
        heart = Heart()
        beats = asyncio.get_running_loop().create_task(heart.beat())
        began = time.process_time()
        run.window.pasted.emit("\n".join(f"{url}/songs/{number}.mp3" for number in range(count)))
        await _all(run, count, SongState.READY)
        await run.program.job.upload(run.page.model_id)
        await _all(run, count, SongState.UPLOADED)
        cpu = time.process_time() - began
        beats.cancel()
        late = sorted(heart.late)
        return {
            "cpu": cpu,
            "late_999": late[int(0.999 * (len(late) - 1))],
            "late_most": late[-1],
        }


async def sending(app: QApplication, order: Measured) -> Measured:
    """Drop files on the window; from the first that is sent until all are in the bucket."""
    folders = Folders.of_profile(Path(order["folder"]))
    async with running(app, folders, options=Options(language="en")) as run:
        secret = folders.data_folder / "secret"
        secret.write_text(SECRET, "utf-8")
        run.program.song_storage.use(
            Settings(
                storage_kind=StorageKind.S3,
                storage_endpoint=order["endpoint"],
                storage_bucket=BUCKET,
                storage_key_id=KEY_ID,
                storage_secret_file=str(secret),
            )
        )
        await asyncio.sleep(1)  # what a start leaves for later is done by then
        heart, paths = Heart(), [Path(path) for path in order["files"]]
        beats = asyncio.get_running_loop().create_task(heart.beat())
        await asyncio.sleep(3)
        late_at_rest = max(heart.late)  # which tells of the machine
        heart.late.clear()
        before = resident()
        run.window.files_given.emit(paths)
        await until(lambda: run.count(SongState.FILE_SENDING), "the first")
        began, cpu = time.perf_counter(), time.process_time()
        used: list[int] = []
        while run.count(*UNSTORED):
            used.append(resident() - before)
            await asyncio.sleep(0.02)
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
        beats.cancel()
        half = len(used) // 2
        return {
            "seconds": seconds,
            "cpu": cpu,
            "late_most": max(heart.late),
            "late_at_rest": late_at_rest,
            "memory": max(used),
            "grown": max(used[half:]) - max(used[:half]),
        }


async def rest(app: QApplication, order: Measured) -> Measured:
    """Finish a model in practice, then do nothing."""
    async with running(app, Folders.of_profile(Path(order["folder"])), options=Options(demo=True)) as run:
        player = Autoplay(run.window, run.program.job, run.app_run.events, lambda _text: None)
        assert await player.play(None) == 0
        await asyncio.sleep(5)
        began = time.process_time()
        await asyncio.sleep(order["seconds"])
        return {"share": (time.process_time() - began) / order["seconds"]}


def weight() -> dict[str, int]:
    """What must be as before."""
    gc.collect()
    return {
        "descriptors": len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - names are enough
        "threads": threading.active_count(),
        "tasks": len(asyncio.all_tasks()),
        "memory": memory(),
    }


async def leaks(_app: QApplication, order: Measured) -> Measured:
    """Take thousands of songs to their end in practice, and compare."""
    folders = Folders.of_profile(Path(order["folder"]))
    folders.prepare()
    errors: list[BaseException] = []
    program = await Program.open(
        folders=folders,
        addresses=Addresses(),
        practice=True,
        speed=4_000.0,
        parallel=8,
        listener=lambda _event: None,
        tasks=Tasks(lambda _name, error: errors.append(error)),
    )
    before: dict[str, int] = {}
    try:
        for number in range(order["count"] // 100 + 5):
            if number == 5:  # tables of the interpreter's and of the libraries' are there by now
                before = weight()
            await _model_of_a_hundred(program, number)
        after = weight()
    finally:
        await program.tasks.stop()
        await program.close()
    assert not errors, errors
    grown = {name: after[name] - before[name] for name in after}
    return {**grown, "bytes_a_song": grown["memory"] / order["count"]}


async def fill(app: QApplication, order: Measured) -> Measured:
    """Leave so many checked songs in a profile."""
    async with running(app, Folders.of_profile(Path(order["folder"])), options=Options(demo=True)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        await run.add(*(PRACTICE.format(number) for number in range(order["count"] - 6)))
        await until(lambda: run.count(SongState.READY) == order["count"], "the checks", seconds=120)
    return {}


async def _model_of_a_hundred(program: Program, number: int) -> None:
    job = program.job
    model = await job.new_model(f"Bench {number}")
    text = "\n".join(PRACTICE.format(f"{number}-{song}") for song in range(100))
    await job.add_songs(model.id, [new_song(found) for found in extract_links(text)])
    await job.upload(model.id)
    await until(lambda: all(song.state is SongState.UPLOADED for song in job.songs(model.id)), seconds=120)
    ids = [song.id for song in job.songs(model.id)]
    await job.archive(model.id)
    assert len(ids) == 100


MEASURES: dict[str, Callable[[QApplication, Measured], Coroutine[Any, Any, Measured]]] = {
    "fill": fill, "rows": rows, "songs": songs, "sending": sending, "rest": rest, "leaks": leaks,
}  # fmt: skip


def main() -> None:
    """Measure what is asked for."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, make_runner(app) as runner:
        order = {"folder": f"{folder}/profile", **json.loads(sys.argv[2])}
        measured = runner.run(MEASURES[sys.argv[1]](app, order))
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
