import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "mountsea_desktop.links"]
A = "https://example.com/%E6%99%B4.mp3"


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | environment,
        check=False,
    )


def printed(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_a_text_is_read_as_if_pasted() -> None:
    signed = "https://b.example.com/a.mp3?Expires=2000&Signature=x"
    none = {"duplicate_of": "", "expires_at": None}
    one = {"line": 2, "pasted": A, "link": A, "title": "晴", "verdict": None} | none
    assert printed(run("--now", "1990", given=f"My songs:\n看 {A}，谢谢 {A}\n{signed}\n".encode())) == [
        {"line": 1, "pasted": "My songs:", "link": "", "title": "", "verdict": "not_a_link"} | none,
        one,
        one | {"duplicate_of": "晴"},
        {"line": 3, "pasted": signed, "link": signed, "title": "a", "verdict": None}
        | none
        | {"expires_at": 2000},
    ]
    assert printed(run("--now", "2000", given=signed.encode()))[0]["verdict"] == "expired"


def test_a_file_is_read_as_a_list_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(f"Nobody knows,Where\n晴,{A}\n", "gb18030")
    assert [one["link"] for one in printed(run("--name", "a.csv", str(tmp_path / "x")))] == [A]
    assert [one["link"] for one in printed(run(str(tmp_path / "x")))] == ["", A]


@pytest.mark.parametrize("encoding", ["cp437", "ascii", "utf-16"])
def test_what_is_printed_is_utf_8_whatever_the_console_has(encoding: str) -> None:
    done = run(given="看看\n".encode(), PYTHONIOENCODING=encoding)
    assert printed(done)[0]["pasted"] == "看看"
    assert b"\r" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        (("nowhere.txt",), b"", b"nowhere.txt cannot be read: No such file or directory."),
        (("--name", "a.mp3"), b"x", b"A list's name has to end in one of: "),
        ((), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"This is not a text in a known encoding."),
        (("--now", "soon"), b"", b"Argument --now: 'soon' is no number of seconds."),
        (("--now", "nan"), b"", b"Argument --now: 'nan' is no number of seconds."),
        (("--what",), b"", b"Unrecognized arguments: --what."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    arguments: tuple[str, ...], given: bytes, sentence: bytes
) -> None:
    done = run(*arguments, given=given)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1


def test_who_stops_listening_gets_no_stack() -> None:
    text = "".join(f"https://example.com/{number}.mp3\n" for number in range(3000))
    with subprocess.Popen(  # noqa: S603 - our own command
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(text.encode())
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
