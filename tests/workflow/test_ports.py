from mountsea_desktop.workflow.ports import Checker, Gateway, Journal, JournalError
from mountsea_desktop.workflow.problem import JournalFault
from tests.fakes.job_harness import JobHarness


async def test_the_fakes_are_what_the_job_needs(harness: JobHarness) -> None:
    """Checked by the type checker; kept together here so that a port that grows is noticed."""
    gateway: Gateway = harness.gateway
    journal: Journal = harness.journal
    checker: Checker = harness.checker
    assert await gateway.credits() == 500
    assert (await journal.load()).models == ()
    assert (await checker.check("https://x.example/")).size


def test_an_error_of_the_journal_says_why() -> None:
    error = JournalError(JournalFault.FULL, "no space left on device")
    assert (error.fault, error.details) == (JournalFault.FULL, "no space left on device")
    assert "journal_full" in str(error)
