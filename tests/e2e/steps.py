"""What a person does in the window, in steps that several tests take."""

import sys
from pathlib import Path

from tests.e2e.desktop import Program
from tests.e2e.gateway import TOKEN

PROBE = (sys.executable, str(Path(__file__).with_name("probe_window.py")))
"""Starts a window of the harness's own."""


def connect(program: Program) -> None:
    """Enter the token, as a person does once."""
    program.press("button", "Connect*")
    program.write("password text", "API token", TOKEN)
    program.press("button", "Save token")
    program.wait("label", "Connected. You have 1,000 credits.")
    program.press("button", "Close")


def add(program: Program, links: list[str]) -> None:
    """Paste links into the link dialog."""
    program.press("button", "Add links…")
    program.write("text", "Song links", "\n".join(links))
    program.press("button", f"Add {len(links)} songs")
    program.wait_rows("Songs", "Status", "Ready to upload*", len(links))


def create(program: Program) -> None:
    """Answer the question before spending."""
    program.press("button", "Create model*")
    program.wait("label", "1,000 credits")
    program.wait("button", "Spend 100 credits", states=["!enabled"])
    program.press("check box", "I own the rights to these songs")
    program.press("button", "Spend 100 credits")
