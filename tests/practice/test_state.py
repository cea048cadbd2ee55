import pytest

from mountsea_desktop.practice.samples import FAILING_LINK, SAMPLE_LINKS
from mountsea_desktop.practice.state import CREDITS, PracticeState, Refused
from mountsea_desktop.runtime.clock import Clock


class StandingClock(Clock):
    """Time goes on when the test says so."""

    time = 1000.0

    def now(self) -> float:
        return self.time

    def monotonic(self) -> float:
        return self.time


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def state(clock: StandingClock) -> PracticeState:
    return PracticeState(clock)


def uploaded(state: PracticeState, clock: StandingClock) -> tuple[str, list[str]]:
    session = state.prepare()
    tasks = [state.upload(session, link) for link in SAMPLE_LINKS]
    clock.time += 25
    return session, [state.status(task)["data"]["id"] for task in tasks]


def test_a_song_goes_through_the_documented_words(state: PracticeState, clock: StandingClock) -> None:
    task = state.upload(state.prepare(), SAMPLE_LINKS[0])
    words = []
    for _ in range(26):
        words.append(state.status(task)["status"])
        clock.time += 1
    assert list(dict.fromkeys(words)) == ["queued", "ready", "running", "success"]


def test_songs_take_8_to_25_seconds_each_its_own_time(state: PracticeState) -> None:
    session = state.prepare()
    lasts = {state.uploads[state.upload(session, link)].lasts for link in SAMPLE_LINKS}
    assert len(lasts) == len(SAMPLE_LINKS)
    assert all(8 <= seconds <= 25 for seconds in lasts)


def test_the_same_seed_tells_the_same_story(clock: StandingClock) -> None:
    def story(seed: int) -> list[object]:
        state = PracticeState(clock, seed=seed)
        return [state.uploads[state.upload(state.prepare(), link)] for link in SAMPLE_LINKS]

    assert story(3) == story(3)
    assert story(3) != story(4)


def test_a_link_out_of_reach_fails_once(state: PracticeState, clock: StandingClock) -> None:
    session = state.prepare()
    first = state.upload(session, FAILING_LINK)
    clock.time += 25
    assert state.status(first) | {"createdAt": "", "finishAt": ""} == {
        "taskId": first,
        "status": "failed",
        "createdAt": "",
        "finishAt": "",
        "failReason": "Audio source not found.",
        "failCode": 4001,
    }
    second = state.upload(session, FAILING_LINK)
    clock.time += 25
    assert state.status(second)["status"] == "success"
    assert state.status(first)["status"] == "failed"


def test_training_takes_its_time_and_ends_with_the_models_name(
    state: PracticeState, clock: StandingClock
) -> None:
    session, clips = uploaded(state, clock)
    assert state.create(session, clips, "Night tape") == session
    clock.time += 39
    assert state.status(session)["status"] == "running"
    clock.time += 21
    data = state.status(session)["data"]
    assert data["id"].startswith("chirp-custom:")
    assert data["name"] == "Night tape"
    assert state.credits == CREDITS - 100


def test_a_second_create_is_refused_and_not_charged(state: PracticeState, clock: StandingClock) -> None:
    session, clips = uploaded(state, clock)
    state.create(session, clips, "Night tape")
    with pytest.raises(Refused) as no:
        state.create(session, clips, "Night tape")
    assert no.value.status == 409
    assert state.credits == CREDITS - 100


def test_create_wants_six_different_finished_clips(state: PracticeState, clock: StandingClock) -> None:
    session, clips = uploaded(state, clock)
    state.upload(session, "https://practice.example/songs/late.mp3")
    late = list(state.uploads.values())[-1].result["id"]
    for wrong in ([*clips[:5], late], [*clips[:5], "nobody"], [*clips[:5], clips[0]]):
        with pytest.raises(Refused) as no:
            state.create(session, wrong, "Night tape")
        assert no.value.status == 400
    assert state.credits == CREDITS


def test_an_empty_purse_is_told_so(state: PracticeState, clock: StandingClock) -> None:
    session, clips = uploaded(state, clock)
    state.credits = 99
    with pytest.raises(Refused) as no:
        state.create(session, clips, "Night tape")
    assert no.value.status == 402
    assert state.credits == 99


def test_a_session_without_a_model_is_an_empty_success(state: PracticeState) -> None:
    session = state.prepare()
    assert state.status(session)["status"] == "success"
    assert "data" not in state.status(session)


def test_strangers_are_not_found(state: PracticeState) -> None:
    for ask in (
        lambda: state.status("nobody"),
        lambda: state.upload("nobody", SAMPLE_LINKS[0]),
        lambda: state.create("nobody", [], ""),
    ):
        with pytest.raises(Refused) as no:
            ask()
        assert no.value.status == 404


def test_creating_is_the_only_thing_that_is_charged(state: PracticeState, clock: StandingClock) -> None:
    session, clips = uploaded(state, clock)
    state.create(session, clips, "Night tape")
    [item] = state.spending
    assert item["apiPath"].endswith("/customModel/create")
    assert (item["finalAmount"], item["beforeCredits"], item["afterCredits"]) == (100, CREDITS, CREDITS - 100)
