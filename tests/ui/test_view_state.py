"""The views' questions have answers before the job is open."""

import time
from types import SimpleNamespace
from typing import Any, cast

from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.workflow.model import ModelState


def test_before_the_job_is_open() -> None:
    state = ViewState()
    assert abs(state.now() - time.time()) < 60
    assert state.monotonic() == 0.0
    assert state.model_state("any") is ModelState.DRAFT


def test_afterwards_the_job_answers() -> None:
    state = ViewState()
    state.clock = cast("Any", SimpleNamespace(now=lambda: 5.0, monotonic=lambda: 7.0))
    state.job = cast("Any", SimpleNamespace(state=lambda _id: ModelState.TRAINING))
    assert (state.now(), state.monotonic()) == (5.0, 7.0)
    assert state.model_state("any") is ModelState.TRAINING
    state.confirming = "any"
    assert state.model_state("any") is ModelState.CONFIRMING
    assert state.model_state("other") is ModelState.TRAINING
