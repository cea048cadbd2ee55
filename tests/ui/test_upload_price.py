"""What is said before uploads that are many, or that cost what a model needs."""

from decimal import Decimal

import pytest

from mountsea_desktop.ui.upload_price import cost, needs_a_yes, question
from mountsea_desktop.workflow.prices import UploadPrice


def price(
    count: int,
    each: int | None = None,
    model: int | None = None,
    balance: int | None = None,
    ahead: int = 0,
) -> UploadPrice:
    seen, last, left = (None if one is None else Decimal(one) for one in (each, model, balance))
    return UploadPrice(count, seen, last, left, ahead)


@pytest.mark.parametrize(
    ("asked", "needed"),
    [
        (price(24), False),
        (price(25), True),
        (price(25, each=0), True),
        (price(6, each=2, model=100, balance=112), False),
        (price(6, each=2, model=100, balance=111), True),
        (price(6, each=2, model=100), False),
        (price(6, each=2, balance=3), True),
        (price(6, each=2, balance=111), True),  # what a model costs is published
        (price(6, each=2, balance=112), False),
        (price(6, each=2, model=0, balance=111), True),  # one that cost nothing may have failed
        (price(6, each=2, model=5, balance=112), False),
        (price(6, each=2, model=100, balance=112, ahead=1), True),
        (price(6, each=2, model=100, balance=114, ahead=1), False),
        (price(6, each=0, model=100, balance=50), False),  # it takes nothing from the model
        (price(6, model=100, balance=50), False),
    ],
)
def test_it_is_asked_where_songs_are_many_or_a_model_would_lack_credits(
    asked: UploadPrice, needed: bool
) -> None:
    assert needs_a_yes(asked) is needed


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            price(202),
            (
                "Mountsea may charge credits for each upload; you will see how much.\n"
                "It is not known whether more than 24 songs make a model better."
            ),
        ),
        (
            price(202, each=2, model=100, balance=1_000),
            (
                "202 songs at about 2 credits each, as last time: 404 credits.\n"
                "Your balance is 1,000 credits; about 596 would be left.\n"
                "It is not known whether more than 24 songs make a model better."
            ),
        ),
        (
            price(6, each=2, model=100, balance=111),
            (
                "6 songs at about 2 credits each, as last time: 12 credits.\n"
                "Your balance is 111 credits; about 99 would be left.\n"
                "The last model cost 100 credits: too little would be left for another."
            ),
        ),
        (
            price(6, each=2, balance=113, ahead=2),
            (
                "6 songs at about 2 credits each, as last time: 12 credits.\n"
                "Your balance is 113 credits; about 97 would be left.\n"
                "The 2 songs that wait or are being uploaded already are counted in.\n"
                "A model costs 100 credits: too little would be left for one."
            ),
        ),
        (
            price(6, each=2, model=100, balance=11),
            (
                "6 songs at about 2 credits each, as last time: 12 credits.\n"
                "Your balance is 11 credits: that is not enough for all of them."
            ),
        ),
    ],
)
def test_count_and_price_are_named_as_far_as_they_were_seen(asked: UploadPrice, said: str) -> None:
    assert question(asked) == said


def test_no_price_is_named_that_was_not_seen() -> None:
    assert cost(price(6)) == "Mountsea may charge credits for each upload; you will see how much."
    assert cost(price(6, each=0)) == "Uploading cost nothing last time."


def test_in_practice_nothing_costs() -> None:
    assert question(price(25, each=2), practice=True).startswith("This is practice: nothing is sent")
