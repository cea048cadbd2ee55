"""Saying yes to the question before money is spent, as the window does it."""

from decimal import Decimal
from typing import Any

from mountsea_desktop.workflow.job import Job
from mountsea_desktop.workflow.model import trainable


def confirmed(job: Job, model_id: str, balance: Decimal | float | None) -> dict[str, Any]:
    """What `create` and `create_again` are given when all songs there are now were shown."""
    return {
        "name": job.model(model_id).name,
        "balance": None if balance is None else Decimal(str(balance)),
        "songs": {song.id for song in trainable(job.songs(model_id))},
    }


def unclear(job: Job, model_id: str) -> str:
    """Return the attempt of which it is said twice that it may be repeated."""
    attempt = job.model(model_id).attempt
    return "" if attempt is None else attempt.id
