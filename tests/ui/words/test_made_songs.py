from mountsea_desktop.ui import words
from mountsea_desktop.workflow.generation import LONGEST_DESCRIPTION, DescriptionFault, clean_description


def test_every_idea_can_be_sent() -> None:
    ideas = [words.made_songs.idea(number) for number in range(4)]
    assert len(set(ideas)) == 4
    assert [clean_description(idea)[0] for idea in ideas] == ideas


def test_each_fault_of_a_description_has_its_sentence() -> None:
    said = {words.made_songs.description_fault(fault, LONGEST_DESCRIPTION) for fault in DescriptionFault}
    assert len(said) == len(DescriptionFault)
