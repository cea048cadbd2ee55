"""What things cost, learned from what was spent, and from nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import inf

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import (
    CLOCKS_APART,
    CREATE_PATH,
    CREATING,
    DAY,
    GENERATING,
    SONG_PATH,
    UPLOAD_PATH,
    Evidence,
    Kind,
    P,
    Range,
    finding,
    is_about,
)
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import PRICE, CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.problem import JobFault

LOOKS_BACK = 89 * DAY
"""Seconds of records that are asked for; Mountsea gives at most 90 days at once."""


class Spent(StrEnum):
    """What credits are spent on."""

    UPLOAD = "upload"
    CREATE = "create"
    SONG = "song"
    OTHER = "other"
    """Something else, by another program."""


LastPrice = Callable[[Spent], Decimal | None]
"""What the last one of a kind cost, as far as it is known."""

_TAILS = {UPLOAD_PATH: Spent.UPLOAD, CREATE_PATH: Spent.CREATE, SONG_PATH: Spent.SONG}


def kind_of(entry: Entry) -> Spent:
    """What an entry of the records is about."""
    return next((kind for path, kind in _TAILS.items() if is_about(entry, path)), Spent.OTHER)


@dataclass(frozen=True, slots=True)
class SpendingHistory:
    """What was spent lately."""

    entries: tuple[Entry, ...] = ()
    """Oldest first."""
    complete: bool = True
    """Whether none is missing."""
    balance: Decimal | None = None
    """The credits left, where they could be learned."""
    last: dict[Spent, Decimal] = field(default_factory=dict)
    """What the last one of each kind cost; nothing of kinds that were not seen."""


@dataclass(frozen=True, slots=True)
class UploadPrice:
    """What uploading so many songs will cost, as far as prices and balance were seen."""

    count: int
    each: Decimal | None
    """What the last upload cost."""
    model: Decimal | None
    """What creating the last model cost."""
    balance: Decimal | None
    ahead: int = 0
    """Songs that are uploaded besides, and that the balance may not show yet."""

    @property
    def total(self) -> Decimal | None:
        """For all of them."""
        return None if self.each is None else self.each * self.count

    @property
    def left(self) -> Decimal | None:
        """The balance after them and those ahead of them."""
        if self.balance is None or self.each is None:
            return None
        return self.balance - self.each * (self.count + self.ahead)

    @property
    def for_a_model(self) -> Decimal:
        """What a model will cost: what the last one did or, where none was paid for, the published price."""
        return self.model or Decimal(PRICE)

    @property
    def leaves_too_little(self) -> bool:
        """Whether what it costs is missing for the model afterwards."""
        return bool(self.total) and self.left is not None and self.left < self.for_a_model


def last_prices(entries: Iterable[Entry]) -> dict[Spent, Decimal]:
    """What the last one of each kind cost. `entries` are oldest first.

    One that cost nothing may be one that failed: it says something only where no other has cost anything.
    """
    entries = tuple(entries)
    free = {kind_of(entry): entry.spent for entry in entries if entry.spent == 0}
    return free | {kind_of(entry): entry.spent for entry in entries if entry.spent > 0}


@dataclass(frozen=True, slots=True)
class ModelCost:
    """What a model has cost so far, by the records."""

    by_kind: dict[Spent, Decimal]
    is_all: bool
    """Whether nothing is missing: no record that may be another model's, and none that is too old."""

    @property
    def total(self) -> Decimal:
        """All of it."""
        return sum(self.by_kind.values(), Decimal(0))


def cost_of(
    model_id: str,
    models: Iterable[Model],
    attempts: Iterable[CreateAttempt],
    generations: Iterable[Generation],
    history: SpendingHistory,
    now: float,
) -> ModelCost:
    """What one of the models has cost, as far as the records can be told apart."""
    models, attempts, generations = tuple(models), tuple(attempts), tuple(generations)
    evidence = Evidence(now=now, entries=history.entries, complete=history.complete)
    created = _charges(CREATING, model_id, attempts, evidence)
    made = _charges(GENERATING, model_id, generations, evidence)
    uploads = _uploads(model_id, models, history)
    parts = {Spent.UPLOAD: uploads, Spent.CREATE: created, Spent.SONG: made}
    return ModelCost(
        {kind: amount for kind, (amount, _) in parts.items()},
        history.complete and all(is_all for _, is_all in parts.values()),
    )


def _charges(
    kind: Kind[P], model_id: str, presses: tuple[P, ...], evidence: Evidence
) -> tuple[Decimal, bool]:
    """The charges that can only be this model's, and whether there is no other that may be."""
    total, is_all = Decimal(0), True
    for press in presses:
        if press.model_id != model_id or not kind.may_have_cost(press):
            continue
        found = finding(kind, press, presses, evidence)
        if found.code in {JobFault.CHARGED, JobFault.REFUNDED} and FactKey.AMOUNT in found.facts:
            total += Decimal(found.facts[FactKey.AMOUNT]) - Decimal(found.facts.get(FactKey.REFUNDED, "0"))
        else:
            is_all = is_all and found.code == JobFault.NOT_CHARGED
    return total, is_all


def _uploads(model_id: str, models: tuple[Model, ...], history: SpendingHistory) -> tuple[Decimal, bool]:
    """What uploads cost while only this model can have had any: from its beginning to its creation."""
    spans = {model.id: _span(model) for model in models if model.session_id}
    mine = spans.get(model_id)
    if mine is None:
        return Decimal(0), True
    entries = [it for it in history.entries if kind_of(it) is Spent.UPLOAD and it.at in mine]
    others = [span for id_, span in spans.items() if id_ != model_id]
    certain = [it for it in entries if not any(it.at in span for span in others)]
    return sum((it.spent for it in certain), Decimal(0)), len(certain) == len(entries)


def _span(model: Model) -> Range:
    is_over = model.attempt is not None and model.attempt.outcome is Outcome.READY
    end = model.attempt.confirmed_at if is_over and model.attempt is not None else inf
    return Range(model.created_at - CLOCKS_APART, end + CLOCKS_APART)
