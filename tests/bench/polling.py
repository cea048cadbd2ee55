"""How soon a success is known, and for how many questions: candidates for `workflow/poll_rate.py`, simulated.

A candidate says how long to wait before each question about one song, how many questions a second all songs
together may ask, and who of those that wait in line goes first. 200 songs are far more than a model takes.
"""

import heapq
import itertools
import random
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count, islice

from mountsea_desktop.workflow.poll_rate import MAX_POLLS_PER_SECOND, poll_intervals

SONGS = (6, 24, 200)
SEEDS = 10
UPLOADS = 3
"""Handed over at a time, each in `HANDING_OVER` seconds."""
HANDING_OVER = 0.6

Durations = Callable[[random.Random], float]
DURATIONS: dict[str, Durations] = {
    "8-25 s": lambda chance: chance.uniform(8, 25),
    "all about 15 s": lambda chance: max(1.0, chance.gauss(15, 1)),
    "about 40 s": lambda chance: max(5.0, chance.lognormvariate(3.7, 0.4)),
    "from 5 s to minutes": lambda chance: max(3.0, chance.lognormvariate(3.5, 0.9)),
}
"""Seconds that Mountsea needs for a song. What it really needs nobody has measured."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way of asking."""

    name: str
    gaps: Callable[[], Iterable[float]]
    rate: float
    oldest_first: bool = False
    """Whether the song that was handed over first goes first, and not who waited longest."""


CANDIDATES = (
    Candidate("every 5 s, no limit", lambda: itertools.repeat(5.0), 1e6),
    Candidate("every 5 s, 4 a second", lambda: itertools.repeat(5.0), 4.0),
    Candidate("as built", poll_intervals, MAX_POLLS_PER_SECOND),
    Candidate("as built, oldest song first", poll_intervals, MAX_POLLS_PER_SECOND, oldest_first=True),
    Candidate("as built, 8 a second", poll_intervals, 8.0),
    Candidate("every 2 s, 4 a second", lambda: itertools.repeat(2.0), 4.0),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: seconds from a success to knowing of it, and questions for each song."""

    mean: float
    most: float
    questions: float


def simulate(candidate: Candidate, durations: list[float], starts: list[float]) -> Outcome:
    """Let all songs be asked about until the last success is known."""
    number = count()
    gaps = [list(islice(candidate.gaps(), 400)) for _ in durations]
    asked = [0] * len(durations)
    due = [(start + gaps[song][0], next(number), song) for song, start in enumerate(starts)]
    heapq.heapify(due)
    line: list[tuple[float, int, int]] = []
    late: list[float] = []
    free = 0.0
    while len(late) < len(durations):
        now = free if line else max(free, due[0][0])
        while due and due[0][0] <= now:
            at, _, song = heapq.heappop(due)
            heapq.heappush(line, (starts[song] if candidate.oldest_first else at, next(number), song))
        _, _, song = heapq.heappop(line)
        free = now + 1.0 / candidate.rate
        asked[song] += 1
        if (behind := now - starts[song] - durations[song]) >= 0:
            late.append(behind)
        else:
            heapq.heappush(due, (now + gaps[song][asked[song]], next(number), song))
    return Outcome(statistics.mean(late), max(late), sum(asked) / len(asked))


def outcome(candidate: Candidate, durations: Durations, songs: int) -> Outcome:
    """The mean of several tries, the same for every candidate."""
    tries = []
    for seed in range(SEEDS):
        chance = random.Random(seed)  # noqa: S311 - meant to be repeated
        lasts = [durations(chance) for _ in range(songs)]
        tries.append(simulate(candidate, lasts, [song // UPLOADS * HANDING_OVER for song in range(songs)]))
    return Outcome(
        statistics.mean(one.mean for one in tries),
        statistics.mean(one.most for one in tries),
        statistics.mean(one.questions for one in tries),
    )


def table() -> tuple[list[str], list[dict[str, object]]]:
    """The lines to print, and the same as data."""
    lines = ["", "Polling, simulated: seconds from a success to knowing it (mean / most), questions a song"]
    data: list[dict[str, object]] = []
    for name, durations in DURATIONS.items():
        lines.append(
            f"  songs take {name}".ljust(38) + "".join(f"{songs} songs".rjust(24) for songs in SONGS)
        )
        for candidate in CANDIDATES:
            cells = []
            for songs in SONGS:
                found = outcome(candidate, durations, songs)
                cells.append(f"{found.mean:5.1f} /{found.most:6.1f}  {found.questions:5.1f}")
                data.append(
                    {"durations": name, "candidate": candidate.name, "songs": songs,
                     "mean": found.mean, "most": found.most, "questions": found.questions}
                )  # fmt: skip
            lines.append(f"    {candidate.name}".ljust(38) + "".join(cell.rjust(24) for cell in cells))
    return lines, data
