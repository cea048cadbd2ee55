from dataclasses import replace

import pytest

from mountsea_desktop.workflow.generation import (
    LONGEST_DESCRIPTION,
    LONGEST_TITLE,
    DescriptionError,
    DescriptionFault,
    Generation,
    GenerationState,
    MadeSong,
    clean_description,
    visible,
)


def test_what_is_sent_is_in_one_line() -> None:
    assert clean_description("  a song\nabout  the sea ", " Sea\t1 ") == ("a song about the sea", "Sea 1")
    assert clean_description("sea\x00\u202e 👩‍🎤", "\u3164") == ("sea 👩‍🎤", "")


@pytest.mark.parametrize(
    ("text", "title", "fault"),
    [
        ("", "", DescriptionFault.EMPTY),
        (" \n ", "Sea", DescriptionFault.EMPTY),
        *(
            (unseen, "Sea", DescriptionFault.EMPTY)
            for unseen in ("\u200b", "\u3164\u2800", "\u202e", "\x00\x07")
        ),
        ("a" * 10_000, "", DescriptionFault.TOO_LONG),
        ("a" * (LONGEST_DESCRIPTION + 1), "", DescriptionFault.TOO_LONG),
        ("a", "b" * (LONGEST_TITLE + 1), DescriptionFault.TOO_LONG),
    ],
)
def test_what_cannot_be_sent(text: str, title: str, fault: DescriptionFault) -> None:
    with pytest.raises(DescriptionError) as caught:
        clean_description(text, title)
    assert caught.value.fault is fault


def test_orders_are_seen_in_their_time_until_nothing_is_left_of_them() -> None:
    first = Generation(
        id="1", model_id="m", confirmed_at=1, state=GenerationState.READY, since=1, description="a"
    )
    second = replace(first, id="2", confirmed_at=2, state=GenerationState.FAILED)
    third = replace(first, id="3", confirmed_at=3, songs=(MadeSong(clip_id="c"),))
    assert visible([third, second, first]) == [second, third]
    assert visible([replace(second, hidden=True)]) == []
