import io
import wave
from array import array

from mountsea_desktop.practice.tune import SECONDS, tune


def test_a_tune_is_a_sound_file_that_is_not_silent() -> None:
    with wave.open(io.BytesIO(tune("Sea"))) as file:
        samples = array("h", file.readframes(file.getnframes()))
        assert len(samples) / file.getframerate() == SECONDS
    assert 5_000 < max(samples) < 32_000


def test_each_name_has_a_tune_of_its_own() -> None:
    assert tune("Sea") == tune("Sea") != tune("Land")
