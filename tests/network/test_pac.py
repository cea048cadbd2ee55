import json
import os
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from mountsea_desktop.network import pac
from mountsea_desktop.network.pac import PacError, PacScript, PacWorker, fetch, first_proxy


@pytest.mark.parametrize(
    ("said", "proxy"),
    [
        ("DIRECT", ""),
        ("PROXY a:1; DIRECT", "http://a:1"),
        ("  proxy a:1", "http://a:1"),
        ("HTTPS a:443", "https://a:443"),
        ("SOCKS a:1", "socks5://a:1"),
        ("SOCKS5 [fd00::1]:1080;", "socks5://[fd00::1]:1080"),
        ("QUIC a:1; PROXY b:2", "http://b:2"),
    ],
)
def test_the_first_that_is_named_counts(said: str, proxy: str) -> None:
    assert first_proxy(said) == proxy


@pytest.mark.parametrize("said", ["", "undefined", "PROXY", ";"])
def test_an_answer_that_names_nothing_is_told(said: str) -> None:
    with pytest.raises(PacError):
        first_proxy(said)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/proxy.pac"
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write("\ufefffunction FindProxyForURL() { return '夜'; }".encode() if found else b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_script_is_fetched_without_a_proxy(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert fetch(f"{server}/proxy.pac") == "function FindProxyForURL() { return '夜'; }"
    with pytest.raises(PacError, match="404"):
        fetch(f"{server}/other.pac")
    monkeypatch.setattr(pac, "LARGEST", 5)
    with pytest.raises(PacError, match="too long"):
        fetch(f"{server}/proxy.pac")


def test_a_script_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "代理 1.pac"
    path.write_text("script")
    assert fetch(path.as_uri()) == "script"


@pytest.mark.parametrize("address", ["file:///no/such.pac", "http://127.0.0.1:1/proxy.pac", "http://[::1"])
def test_a_script_that_cannot_be_fetched_is_told(address: str) -> None:
    with pytest.raises(PacError) as caught:
        fetch(address)
    assert str(caught.value)


def test_a_script_is_fetched_anew_after_a_while_and_after_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    now, fetched, said = 0.0, [0], "DIRECT"

    def count(_pac_url: str) -> str:
        fetched[0] += 1
        return ""

    monkeypatch.setattr(pac, "fetch", count)
    script = PacScript(lambda *_: said, now=lambda: now)
    for _ in range(3):
        script.proxy_for("http://wpad", "https://a")
    assert fetched == [1]
    now = pac.SCRIPT_KEPT_FOR + 1
    script.proxy_for("http://wpad", "https://a")
    assert fetched == [2]
    said = "nonsense"
    for _ in range(2):
        with pytest.raises(PacError, match="http://wpad"):
            script.proxy_for("http://wpad", "https://a")
    assert fetched == [3]


ECHO = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"result": line}), flush=True)
"""


def test_a_path_is_not_told_to_a_script() -> None:
    worker = PacWorker([sys.executable, "-c", ECHO])
    said = json.loads(worker.run("s", "https://files.example:8443/a.mp3?key=1"))
    assert said == {"script": "s", "url": "https://files.example:8443/", "host": "files.example"}
    worker.close()


@pytest.mark.parametrize(
    "command", [[sys.executable, "-c", "import sys; sys.stdin.readline()"], ["/no/such"]]
)
def test_a_process_that_does_not_do_its_part_is_told(command: list[str]) -> None:
    worker = PacWorker(command)
    with pytest.raises(PacError):
        worker.run("s", "https://a")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_in_place_of_a_script_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "proxy.pac")
    with pytest.raises(PacError, match="not a file"):
        fetch(f"file://{tmp_path}/proxy.pac")
