"""The one place where a code becomes words: what happened, why, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.links.verdict import DownloadFault, Note, Verdict
from mountsea_desktop.ui import words
from mountsea_desktop.ui.format import plain
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem


@dataclass(frozen=True, slots=True)
class Explanation:
    """Three sentences or fewer, each complete; `why` is empty where there is nothing to add."""

    what: str
    why: str
    todo: str


class ProblemWords(QObject):
    """Explains every code of the program's closed lists."""

    def describe(self, problem: Problem) -> str:
        """Return all that can be said about a problem, as one text."""
        explanation = self.explain(problem)
        return self.join(explanation.what, explanation.why, explanation.todo)

    def join(self, *sentences: str) -> str:
        """Put sentences one after the other, as the language does it; empty ones are left out."""
        text = ""
        for sentence in filter(None, sentences):
            text = self.tr("{before} {after}").format(before=text, after=sentence) if text else sentence
        return text

    def explain(self, problem: Problem) -> Explanation:
        """Return words for a problem; one that a later version of the program wrote gets general words."""
        facts = {key: plain(fact) for key, fact in problem.facts.items()}  # strangers wrote some
        match problem.code:
            case Fault() as fault:
                return Explanation(*words.mountsea_problems.explain(fault, facts))
            case Verdict() as verdict:
                return Explanation(*words.link_problems.explain(verdict, facts))
            case FailReason() as reason:
                return Explanation(*words.song_problems.explain(reason))
            case StorageFault() as fault:
                return Explanation(*words.storage_problems.explain(fault, facts))
            case DownloadFault() as fault:
                return Explanation(*words.download_problems.explain(fault))
            case JobFault() as fault:
                return Explanation(*words.program_problems.explain(fault, facts))
            case JournalFault() as fault:
                return Explanation(*words.program_problems.explain_journal(fault))
            case Note() as note:
                return Explanation(*words.link_problems.note(note, facts))
            case _:
                return Explanation(*words.link_problems.unknown())
