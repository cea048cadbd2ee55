"""The harness reads and moves a small window of our own; what other tests here rely on."""

import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, GoneWrongError, Program
from tests.e2e.steps import PROBE


@pytest.fixture
def probe(desktop: Desktop) -> Program:
    return desktop.start(command=PROBE)


def test_a_window_is_read_and_moved(probe: Program) -> None:
    assert probe.table("Songs")[2] == {"Song": "歌 2", "Status": "Ready"}
    probe.write("password text", "Secret", "hunter2")
    probe.press("button", "Count")
    probe.wait("label", "* characters", text="7*")
    probe.wait_rows("Songs", "Status", "Counted", 1)
    probe.gone("label", "nothing yet")
    shown = probe.wait("password text", "Secret", within="Probe", states=["!read-only"])
    assert "hunter2" not in str(shown)


def test_what_is_disabled_is_waited_for(probe: Program) -> None:
    probe.press("button", "Count")
    probe.press("button", "Count")
    probe.wait("label", "0 characters")


def test_a_window_is_moved_by_keyboard(probe: Program) -> None:
    probe.wait("button", "Count")
    probe.focus("password text", "Secret")
    for key in ("a", "Shift_L+b", "Control_L+a", "c", "d", "Tab"):
        probe.keys(key)
    probe.wait("button", "Count", states=["focused"])
    probe.keys("space")
    probe.wait("label", "2 characters")


def test_what_is_missing_is_reported_with_what_is_there(probe: Program) -> None:
    probe.wait("button", "Count")
    with pytest.raises(GoneWrongError, match="button 'Count'"):
        probe.wait("button", "Spend", patience=0.2)
    with pytest.raises(GoneWrongError, match="still there"):
        probe.gone("button", "Count", patience=0.2)


def test_programs_come_and_go_on_one_desktop(desktop: Desktop, tmp_path: Path) -> None:
    first = desktop.start(command=PROBE)
    second = desktop.start(command=PROBE)
    first.write("password text", "Secret", "a")
    second.write("password text", "Secret", "bcd")
    for program, count in ((first, 1), (second, 3)):
        program.press("button", "Count")
        program.wait("label", f"{count} characters")
    desktop.screenshot(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").stat().st_size > 1000
    second.close()
    assert second.ended() == 0
    first.wait("label", "1 characters")
    first.kill()
    third = desktop.start(command=PROBE)
    third.wait("label", "nothing yet")


def test_a_secret_is_kept_by_the_service_and_in_no_file(desktop: Desktop) -> None:
    stores = "import keyring; keyring.set_password('a service', 'somebody', 'the-secret-text')"
    assert desktop.start(command=(sys.executable, "-c", stores)).ended() == 0
    assert desktop.secret("a service", "somebody") == "the-secret-text"
    assert desktop.secret("a service", "nobody") is None
    assert not desktop.files_with("the-secret-text")
    careless = desktop.home / ".config" / "settings.ini"
    careless.parent.mkdir()
    careless.write_text("token=the-secret-text", "utf-16")
    assert desktop.files_with("the-secret-text") == [careless]


def test_a_desktop_may_have_no_keyring() -> None:
    asks = "import keyring; keyring.set_password('a', 'b', 'c')"
    with Desktop(keyring=False) as desktop:
        program = desktop.start(command=(sys.executable, "-c", asks))
        assert program.ended() != 0
        assert "NoKeyringError" in program.output() or "keyring" in program.output().lower()


def test_nothing_outlives_its_desktop() -> None:
    with Desktop() as desktop:
        program = desktop.start(command=PROBE)
        program.wait("button", "Count")
        alive = list(desktop._stragglers())
        assert len(alive) >= 7
    assert list(desktop._stragglers()) == []
    assert not desktop.folder.exists()
