"""What uploading costs, in words: beside the button, and as a question where it is much."""

from decimal import Decimal

from mountsea_desktop.ui import format, words
from mountsea_desktop.workflow.prices import UploadPrice

MANY = 24
"""Songs; of more it is asked first, and nobody knows whether they make a model better."""


def cost(price: UploadPrice) -> str:
    """Return what the uploads will cost, if what the last one cost was seen."""
    if price.each is None or price.total is None:
        return words.credits.may_cost()
    if not price.each:
        return words.credits.uploads_free()
    return words.credits.uploads(price.count, format.amount(price.each), format.amount(price.total))


def last_cost(each: Decimal | None) -> str:
    """Return what the last upload cost, if that was seen."""
    if each is None:
        return ""
    return words.credits.last_upload(format.amount(each)) if each else words.credits.uploads_free()


def needs_a_yes(price: UploadPrice) -> bool:
    """Return whether the uploads are more than people mean by one press, or cost what a model needs."""
    return price.count > MANY or price.leaves_too_little


def question(price: UploadPrice, *, practice: bool = False) -> str:
    """Return what there is to know before so much is uploaded."""
    say = words.credits
    lines = [words.models.confirm_practice() if practice else cost(price)]
    if price.balance is not None and price.left is not None and price.total:
        balance = format.amount(price.balance)
        if price.left < 0:
            lines.append(say.not_enough(balance))
        else:
            lines.append(say.left_after(balance, format.amount(price.left)))
        if price.ahead:
            lines.append(say.counted_in(price.ahead))
        if price.left >= 0 and price.leaves_too_little:
            less = say.less_than_a_model if price.model else say.less_than_the_price
            lines.append(less(format.amount(price.for_a_model)))
    lines.append(words.models.advice(price.count, MANY, MANY) if price.count > MANY else "")
    return "\n".join(filter(None, lines))
