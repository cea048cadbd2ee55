"""What a screen reader says by itself, heard on the accessibility bus."""

from pathlib import Path

from tests.e2e.desktop import Desktop
from tests.e2e.gateway import GatewayProcess
from tests.e2e.steps import add, connect, create


def test_what_happens_is_said_aloud(desktop: Desktop, tmp_path: Path) -> None:
    listener = desktop.listener()
    with GatewayProcess(tmp_path, upload_seconds=600.0, training_seconds=0.2) as gateway:
        program = desktop.start("--profile", str(tmp_path / "profile"), environment=gateway.environment)
        connect(program)
        add(program, gateway.songs(6))
        body = {"statusCode": 422, "message": "This song cannot be read"}
        gateway.script("upload", {"type": "Answer", "status": 422, "body": body})
        program.press("button", "Upload 6 songs")
        assert len(listener.until("[1-6]: Failed")) == 1
        gateway.options(upload_seconds=0.2)
        uploaded = listener.until("1 song needs your attention.")[:-1]
        assert set(uploaded) <= {f"{song}: Uploaded" for song in range(1, 7)}
        program.press("button", "Retry all failed")
        assert listener.until("Six songs*") == ["Six songs uploaded. Your model can be created now."]
        create(program)
        assert listener.until("*Ready") == ["My model: Ready"]
