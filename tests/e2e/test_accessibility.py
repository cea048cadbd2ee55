"""What a screen reader finds: every control by its name and role, and each thing that is said in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess
from tests.e2e.test_main_job import add, connect

Thing = dict[str, Any]
WORDS = {
    "en": ("Account…", "Settings…", "Log…", "Help…", "About…", "Add links…", "Close"),
    "zh_CN": ("账户…", "设置…", "日志…", "帮助…", "关于…", "添加链接…", "关闭"),
    "zh_TW": ("帳戶…", "設定…", "記錄檔…", "說明…", "關於…", "加入連結…", "關閉"),
}


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path, upload_seconds=0.2, training_seconds=0.2) as gateway:
        yield gateway


def nameless(things: list[Thing]) -> list[Thing]:
    """What takes the keyboard and does not say what it is."""
    return [
        thing
        for thing in things
        if "focusable" in thing["states"]
        and not (thing["labels"] if thing["role"] == "combo box" else thing["name"])
    ]


def test_every_control_is_found_by_its_name(
    desktop: Desktop, gateway: GatewayProcess, tmp_path: Path
) -> None:
    program = desktop.start("--profile", str(tmp_path / "profile"), environment=gateway.environment)
    program.press("button", "Connect*")
    box = "Connect to Mountsea"
    program.wait("dialog", box)
    for name in ("Test connection", "Close"):
        program.wait("button", name, within=box, states=["enabled"])
    program.wait("button", "Remove token", within=box, states=["!enabled"])
    program.write("password text", "API token", TOKEN)
    program.press("button", "Save token")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")
    program.wait("button", "Account*")

    program.press("button", "Add links…")
    program.wait("text", "Song links", states=["multi-line", "editable"])
    program.wait("button", "Add *", within="Add songs", states=["!enabled"])
    program.press("button", "Close", within="Add songs")
    program.gone("dialog")
    add(program, gateway.songs(6))
    assert {"Song", "Status", "Link"} <= set(program.table("Songs")[0])
    assert program.wait("text", "Model name", states=["editable"])["text"]
    program.wait("label", "*0 of 6 songs uploaded*")
    create = program.wait("button", "Create model*", states=["!enabled"])
    reason = program.wait("label", create["description"])
    assert reason["name"] == "Next: upload the songs."
    for name in ("Settings*", "Models*", "Log*", "About*", "Help*"):
        program.wait("check box" if name == "Models*" else "button", name)

    program.press("button", "Upload*")
    program.wait("label", "6 songs uploaded")
    program.press("button", "Create model*")
    program.wait("dialog", "Create this model?")
    program.wait("button", "Cancel", within="Create this model?", states=["focused", "is-default"])
    program.wait("button", "Spend 100 credits", states=["!enabled"])
    program.press("check box", "I own the rights to these songs")
    program.press("button", "Spend 100 credits", states=["!is-default"])
    identifier = program.wait("text", "Model ID", states=["read-only", "focusable"])
    assert identifier["text"].startswith("chirp-custom:")
    program.wait("button", "Copy model ID")
    assert nameless(program.everything("frame")) == []


@pytest.mark.parametrize("language", WORDS)
def test_nothing_takes_the_keyboard_without_a_name(desktop: Desktop, language: str) -> None:
    program = desktop.start("--demo", "--language", language)
    *openers, close = WORDS[language]
    program.wait("button", openers[-1])
    for opener in openers:
        program.press("button", opener)
        things = program.everything("dialog")
        assert things[0]["name"]
        assert any("focused" in thing["states"] for thing in things)
        assert nameless(things) == []
        program.press("button", close)
        program.gone("dialog")
    window = program.everything("frame")
    assert len([thing for thing in window if "focusable" in thing["states"]]) >= 12
    assert nameless(window) == []
    reasons = [thing["name"] for thing in window if thing["role"] == "label"]
    disabled = [thing for thing in window if thing["role"] == "button" and "enabled" not in thing["states"]]
    assert len(disabled) == 1
    assert all(button["description"] in reasons for button in disabled)


def test_a_notice_is_described_by_its_text(desktop: Desktop, gateway: GatewayProcess, tmp_path: Path) -> None:
    program = desktop.start("--profile", str(tmp_path / "profile"), environment=gateway.environment)
    connect(program)
    add(program, gateway.songs(6))
    gateway.options(tokens=["another"])
    program.press("button", "Upload*")
    notice = program.wait("label", "Notice")
    assert "token" in notice["description"]
    assert notice["text"] == notice["name"] or notice["text"] == notice["description"]
    program.wait("button", "Enter token…", states=["focusable"])
