from mountsea_desktop.links.verdict import DownloadFault
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import Problem


def test_each_fault_has_sentences_of_its_own() -> None:
    said = [words.problems.describe(Problem(fault)) for fault in DownloadFault]
    assert len(set(said)) == len(DownloadFault)
    assert all(text.endswith((".", "。")) for text in said)
