"""What journals hold, and opening them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import (
    Contents,
    JournalError,
)
from mountsea_desktop.workflow.problem import JournalFault, Problem
from mountsea_desktop.workflow.song import Song


def a_model(id: str = "m1") -> Model:  # noqa: A002 - the field's name
    return Model(id=id, name="Night songs", created_at=1.5)


def a_song(id: str = "s1", model_id: str = "m1", position: int = 1) -> Song:  # noqa: A002 - the field's name
    return Song(
        id=id, model_id=model_id, position=position, link="https://a/b", pasted="a/b", title="B", since=2.5
    )


def an_attempt(id: str = "p1", outcome: Outcome = Outcome.SENDING, model_id: str = "m1") -> CreateAttempt:  # noqa: A002 - as above
    return CreateAttempt(
        id=id,
        model_id=model_id,
        confirmed_at=3.5,
        outcome=outcome,
        since=4.5,
        name="Night songs",
        clip_ids=("c1", "c2"),
        credits_before=Decimal("1234567.89"),
        task_id="t1",
        problem=Problem(Fault.LOST, {FactKey.SAID: "nothing"}, "raw"),
    )


async def reopened(path: Path) -> Contents:
    journal = await SqliteJournal.open(path)
    try:
        return await journal.load()
    finally:
        await journal.close()


async def fault_of_opening(path: Path) -> JournalFault:
    with pytest.raises(JournalError) as caught:
        await SqliteJournal.open(path, patience=0.01)
    return caught.value.fault


@contextmanager
def other_connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other
