"""Scripts as networks have them, run by Qt's engine; the process they run in is a real one."""

import io
import json

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.connections import script_runner
from mountsea_desktop.network.pac import PacError, PacWorker
from mountsea_desktop.ui.app.pac_worker import answer, serve

STUDIO = """
function FindProxyForURL(url, host) {
    if (isPlainHostName(host) || dnsDomainIs(host, '.studio.lan') || isInNet(host, '10.0.0.0', '255.0.0.0'))
        return 'DIRECT';
    if (shExpMatch(url, 'http:*')) return 'PROXY web.studio.lan:8080';
    return 'PROXY proxy.studio.lan:3128; SOCKS5 socks.studio.lan:1080';
}
"""


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("nas", "DIRECT"),
        ("files.studio.lan", "DIRECT"),
        ("10.1.2.3", "DIRECT"),
        ("api.mountsea.ai", "PROXY proxy.studio.lan:3128; SOCKS5 socks.studio.lan:1080"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_usual_script(monkeypatch: pytest.MonkeyPatch, host: str, said: str) -> None:
    monkeypatch.setattr("socket.gethostbyname", lambda _: "203.0.113.9")
    assert answer(STUDIO, f"https://{host}/", host) == {"result": said}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("dnsDomainLevels('a.b.c')", "2"),
        ("localHostOrDomainIs('www', 'www.studio.lan')", "true"),
        ("localHostOrDomainIs('ww', 'www.studio.lan')", "false"),
        ("shExpMatch('http://a.lan/x', '*.lan/?')", "true"),
        ("shExpMatch('http://a+lan', '*.lan')", "false"),
        ("isInNet('192.168.4.1', '192.168.0.0', '255.255.0.0')", "true"),
        ("isInNet('nobody', '192.168.0.0', '255.255.0.0')", "false"),
        ("isResolvable('nobody')", "false"),
        ("dnsResolve('nobody')", "null"),
        ("weekdayRange('SUN', 'SAT')", "true"),
        ("weekdayRange('SUN', 'SAT', 'GMT')", "true"),
        ("weekdayRange('NODAY')", "false"),
        ("timeRange(0, 24)", "true"),
        ("timeRange(0, 0, 0, 23, 59, 59, 'GMT')", "true"),
        ("timeRange(99)", "false"),
        ("dateRange(1, 31)", "true"),
        ("dateRange('JAN', 'DEC')", "true"),
        ("dateRange(2001, 2002)", "false"),
        ("dateRange(1, 'JAN', 2020, 31, 'DEC', 2999)", "true"),
        ("alert('x')", "undefined"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_browsers_give_a_script(monkeypatch: pytest.MonkeyPatch, expression: str, value: str) -> None:
    def nobody(_host: str) -> str:
        raise OSError

    monkeypatch.setattr("socket.gethostbyname", nobody)
    script = f"function FindProxyForURL(url, host) {{ return String({expression}); }}"
    assert answer(script, "https://a/", "a") == {"result": value}


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("function FindProxy", "SyntaxError"),
        ("var a = 1;", "no FindProxyForURL"),
        ("function FindProxyForURL() { return nothing.at.all; }", "nothing is not defined"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_broken_script_is_told(script: str, why: str) -> None:
    assert why in answer(script, "https://a/", "a")["error"]


def test_it_answers_line_by_line(qapp: QApplication) -> None:  # noqa: ARG001 - the application it wants
    question = {
        "script": "function FindProxyForURL(u, h) { return u + h; }",
        "url": "https://a/",
        "host": "a",
    }
    answers = io.BytesIO()
    assert serve(io.BytesIO(2 * (json.dumps(question).encode() + b"\n")), answers) == 0
    assert answers.getvalue() == 2 * b'{"result": "https://a/a"}\n'


def test_a_script_that_never_ends_is_ended_and_the_next_one_runs() -> None:
    worker = PacWorker(script_runner(), patience=20.0)
    try:
        assert worker.run(STUDIO, "http://nas/song.mp3?key=1") == "DIRECT"
        worker._patience = 0.5
        with pytest.raises(PacError, match="did not come to an end"):
            worker.run("function FindProxyForURL() { while (true); }", "https://a")
        worker._patience = 20.0
        assert worker.run("function FindProxyForURL(url) { return url; }", "https://a/b?c") == "https://a/"
    finally:
        worker.close()
