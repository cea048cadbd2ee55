from mountsea_desktop.sound.decode import SoundFault
from mountsea_desktop.ui import words


def test_each_fault_has_a_sentence_of_its_own() -> None:
    said = {words.player.fault(fault) for fault in SoundFault}
    assert len(said) == len(SoundFault)
    assert all(text.endswith((".", "。")) for text in said)
