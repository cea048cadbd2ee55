"""The command line: what is understood, and what is refused in a sentence."""

from pathlib import Path

import pytest

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.options import Options, parse


def test_nothing_is_asked_for_by_itself() -> None:
    assert parse([]) == Options()


def test_every_flag_is_understood() -> None:
    flags = "--profile p --demo --autoplay --screenshot x.png --language zh_TW --selftest"
    assert parse(flags.split()) == Options(
        profile=Path("p"), demo=True, autoplay=True, screenshot=Path("x.png"), language="zh_TW", selftest=True
    )


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["--dem"], "unrecognized arguments: --dem"),
        (["song.mp3"], "unrecognized arguments: song.mp3"),
        (["--profile"], "expected one argument"),
        (["--language", "de"], "invalid choice: 'de'"),
        (["--autoplay"], "add --demo, and nothing is sent or charged"),
        (["--demo", "--screenshot", "x.png"], "--screenshot is taken at the end of --autoplay"),
    ],
)
def test_what_cannot_be_understood_is_said_and_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], part: str
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert part in said
    assert "Traceback" not in said


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"{PROGRAM} {__version__}\n"
