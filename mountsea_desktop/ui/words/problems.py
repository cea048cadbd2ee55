"""The one place where a code becomes words: what happened, why, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.links.verdict import DownloadFault, Note, Verdict
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.words.download_problems import DownloadProblemWords
from mountsea_desktop.ui.words.link_problems import LinkProblemWords
from mountsea_desktop.ui.words.mountsea_problems import MountseaProblemWords
from mountsea_desktop.ui.words.program_problems import ProgramProblemWords
from mountsea_desktop.ui.words.song_problems import SongProblemWords
from mountsea_desktop.ui.words.storage_problems import StorageProblemWords
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem


@dataclass(frozen=True, slots=True)
class Explanation:
    """Three sentences or fewer, each complete; `why` is empty where there is nothing to add."""

    what: str
    why: str
    todo: str


class ProblemWords(QObject):
    """Explains every code of the program's closed lists."""

    def __init__(self) -> None:
        super().__init__()
        self._mountsea = MountseaProblemWords()
        self._links = LinkProblemWords()
        self._songs = SongProblemWords()
        self._downloads = DownloadProblemWords()
        self._program = ProgramProblemWords()
        self._storage = StorageProblemWords()

    def describe(self, problem: Problem) -> str:
        """All that can be said about a problem, as one text."""
        explanation = self.explain(problem)
        return self.join(explanation.what, explanation.why, explanation.todo)

    def join(self, *sentences: str) -> str:
        """Sentences one after the other, as the language does it; empty ones are left out."""
        text = ""
        for sentence in filter(None, sentences):
            text = self.tr("{before} {after}").format(before=text, after=sentence) if text else sentence
        return text

    def explain(self, problem: Problem) -> Explanation:
        """Words for a problem; one that a later version of the program wrote gets general words."""
        facts = {key: plain(fact) for key, fact in problem.facts.items()}  # strangers wrote some
        match problem.code:
            case Fault() as fault:
                return Explanation(*self._mountsea.explain(fault, facts))
            case Verdict() as verdict:
                return Explanation(*self._links.explain(verdict, facts))
            case FailReason() as reason:
                return Explanation(*self._songs.explain(reason))
            case StorageFault() as fault:
                return Explanation(*self._storage.explain(fault, facts))
            case DownloadFault() as fault:
                return Explanation(*self._downloads.explain(fault))
            case JobFault() as fault:
                return Explanation(*self._program.explain(fault, facts))
            case JournalFault() as fault:
                return Explanation(*self._program.explain_journal(fault))
            case Note() as note:
                return Explanation(*self._links.note(note, facts))
            case _:
                return Explanation(*self._links.unknown())
