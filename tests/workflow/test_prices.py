from decimal import Decimal

import pytest

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.workflow.charges import DAY
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.prices import ModelCost, SpendingHistory, Spent, cost_of, kind_of, last_prices


def entry(path: str, spent: str = "5", at: float = 1.0) -> Entry:
    return Entry(id=f"{path}{at}", path=path, spent=Decimal(spent), at=at)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/suno/v2/customModel/upload", Spent.UPLOAD),
        ("/SUNO/v2/CustomModel/Create/", Spent.CREATE),
        ("/suno/v2/generate?x=y", Spent.SONG),
        ("/v2/generate", Spent.SONG),
        ("/suno/v2/lyrics", Spent.OTHER),
        ("/producer/v1/generate", Spent.OTHER),
        ("/image/generate", Spent.OTHER),
        ("", Spent.OTHER),
    ],
)
def test_what_an_entry_is_about(path: str, kind: Spent) -> None:
    assert kind_of(entry(path)) is kind


def test_the_last_price_counts_and_what_was_given_back_is_none() -> None:
    seen = [
        entry("/customModel/upload", "4", 1),
        entry("/customModel/upload", "5", 2),
        entry("/customModel/upload", "-5", 3),
        entry("/generate", "0", 4),
    ]
    assert last_prices(seen) == {Spent.UPLOAD: 5, Spent.SONG: 0}
    failed = entry("/customModel/upload", "0", 5)
    assert last_prices([*seen, failed])[Spent.UPLOAD] == 5, "one that failed says nothing of the next"
    assert last_prices([]) == {}


NOON = 1_700_000_000.0
UPLOAD, CREATE, MADE = "/customModel/upload", "/customModel/create", "/generate"


def a_model(name: str, began: float, attempt: CreateAttempt | None = None) -> Model:
    return Model(id=name, name=name, created_at=began, session_id=f"session of {name}", attempt=attempt)


def an_attempt(name: str, at: float) -> CreateAttempt:
    return CreateAttempt(
        id=f"create {name}",
        model_id=name,
        confirmed_at=at,
        outcome=Outcome.READY,
        since=at,
        name=name,
        clip_ids=("c",) * 6,
    )


def a_song(name: str, at: float, state: GenerationState = GenerationState.READY) -> Generation:
    return Generation(
        id=f"song {at}", model_id=name, confirmed_at=at, state=state, since=at, description="x", task_id="t"
    )


def cost(
    models: list[Model], songs: list[Generation], entries: list[Entry], *, complete: bool = True
) -> ModelCost:
    attempts = [model.attempt for model in models if model.attempt is not None]
    history = SpendingHistory(tuple(sorted(entries, key=lambda it: it.at)), complete)
    return cost_of("a", models, attempts, songs, history, NOON + 10 * DAY)


def test_what_a_model_cost_is_what_can_only_be_its_own() -> None:
    models = [
        a_model("a", NOON, an_attempt("a", NOON + 3_600)),
        a_model("b", NOON + DAY, an_attempt("b", NOON + DAY + 3_600)),
    ]
    entries = [
        *(entry(UPLOAD, "5", NOON + 60 * number) for number in range(6)),
        entry(CREATE, "100", NOON + 3_605),
        entry(MADE, "10", NOON + 7_205),
        *(entry(UPLOAD, "7", NOON + DAY + 60 * number) for number in range(6)),
        entry(CREATE, "100", NOON + DAY + 3_605),
    ]
    found = cost(models, [a_song("a", NOON + 7_200)], entries)
    assert found == ModelCost(
        {Spent.UPLOAD: Decimal(30), Spent.CREATE: Decimal(100), Spent.SONG: Decimal(10)}, is_all=True
    )
    assert found.total == 140


def test_uploads_that_may_be_another_models_are_not_counted_and_that_is_known() -> None:
    models = [a_model("a", NOON, an_attempt("a", NOON + 3_600)), a_model("b", NOON + 600)]
    entries = [
        entry(UPLOAD, "5", NOON + 60),
        entry(UPLOAD, "5", NOON + 1_200),
        entry(CREATE, "100", NOON + 3_605),
    ]
    found = cost(models, [], entries)
    assert found.by_kind[Spent.UPLOAD] == 5
    assert not found.is_all


def test_records_that_are_missing_make_it_at_least() -> None:
    models = [a_model("a", NOON, an_attempt("a", NOON + 3_600))]
    assert not cost(models, [], []).is_all
    assert not cost(models, [], [entry(CREATE, "100", NOON + 3_605)], complete=False).is_all
    assert cost(models, [], [entry(CREATE, "100", NOON + 3_605)]).is_all


def test_two_songs_and_one_charge_are_not_told_apart() -> None:
    models = [a_model("a", NOON, an_attempt("a", NOON + 3_600)), a_model("b", NOON + DAY)]
    songs = [
        a_song("a", NOON + 9_000, GenerationState.UNCLEAR),
        a_song("b", NOON + 9_010, GenerationState.UNCLEAR),
    ]
    entries = [entry(CREATE, "100", NOON + 3_605), entry(MADE, "10", NOON + 9_020)]
    found = cost(models, songs, entries)
    assert found.by_kind[Spent.SONG] == 0
    assert not found.is_all
