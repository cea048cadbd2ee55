"""What the views need to know of the job, also before the job is open: its clock and where models stand."""

import time
from typing import TYPE_CHECKING

from mountsea_desktop.ui.custom_models.next_step import is_stuck
from mountsea_desktop.workflow.model import ModelState

if TYPE_CHECKING:
    from mountsea_desktop.runtime.clock import Clock
    from mountsea_desktop.workflow.job import Job


class ViewState:
    """Stands in for the job until it is open."""

    def __init__(self) -> None:
        self.job: Job | None = None
        self.clock: Clock | None = None
        self.confirming = ""
        """The model whose question before spending is open."""

    def now(self) -> float:
        """Seconds of Unix time."""
        return self.clock.now() if self.clock is not None else time.time()

    def monotonic(self) -> float:
        """The job's own monotonic time, in which troubles say until when they last."""
        return self.clock.monotonic() if self.clock is not None else 0.0

    def model_state(self, model_id: str) -> ModelState:
        """Where a model stands."""
        if model_id == self.confirming:
            return ModelState.CONFIRMING
        return self.job.state(model_id) if self.job is not None else ModelState.DRAFT

    def is_stuck(self, model_id: str) -> bool:
        """Whether a model stands still until somebody looks at its songs."""
        return self.job is not None and is_stuck(self.model_state(model_id), self.job.counts(model_id))
