"""A studio's network for one test: a computer in a namespace of its own, which only reaches two proxies.

    with Studio() as studio:
        studio.policies(...)          # what its administrator enforces
        program = studio.start(desktop)

The gateway listens on this computer's loopback, under a certificate of the studio's own authority, and has a
name that only the proxies know. So there is no other way to it.
"""

import asyncio
import contextlib
import http.server
import os
import shutil
import socket
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import trustme

from mountsea_desktop.storage import settings_toml
from tests.e2e.desktop import Desktop, Program, end
from tests.fakes.fault_gateway import FaultGateway

HOST = "gateway.studio.example"
OUTSIDE, INSIDE = "10.213.7.1", "10.213.7.2"
LOGIN = ("ana", "pa ss:w@rd")
HELPER = "/usr/lib/squid/basic_ncsa_auth"

SQUID = """
http_port {outside}:3128
auth_param basic program {helper} {folder}/logins
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
hosts_file {folder}/hosts
cache deny all
access_log none
cache_log {folder}/squid.log
pid_filename {folder}/squid.pid
coredump_dir {folder}
shutdown_lifetime 0 seconds
"""
PAC = """
function FindProxyForURL(url, host) {{
    if (isPlainHostName(host)) return "DIRECT";
    return dnsDomainIs(host, ".studio.example") ? "SOCKS5 {outside}:1080" : "PROXY {outside}:9";
}}
"""


def missing() -> str:
    """What this machine lacks, in words; empty when nothing."""
    lacking = [tool for tool in ("squid", "microsocks", "ip", "nsenter", "unshare") if _tool(tool) is None]
    if lacking:
        return f"no {', '.join(lacking)}: see packaging/system-packages/test.txt"
    return "" if os.geteuid() == 0 else "only root makes network namespaces"


def _tool(name: str) -> str | None:
    return shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")


class Studio:
    """Everything of it ends with the `with` block."""

    def __init__(self) -> None:
        # Not below pytest's folders, which squid's own user may not enter.
        self.folder = folder = Path(tempfile.mkdtemp(prefix="studio-"))
        self.gateway_port = 0
        self.ca_file = folder / "证书" / "studio ca.pem"
        self._xdg = folder / "xdg"
        self._ends = contextlib.ExitStack()
        self._computer: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.folder.chmod(0o755)
        for folder in (self.ca_file.parent, self._xdg / "mountsea-desktop"):
            folder.mkdir(parents=True)
        with contextlib.ExitStack() as ends:
            self._ends = ends
            ends.callback(shutil.rmtree, self.folder)
            self._open_gateway()
            self._open_computer()
            self._ends = ends.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    @property
    def address(self) -> str:
        """The gateway's."""
        return f"https://{HOST}:{self.gateway_port}"

    def songs(self, count: int) -> list[str]:
        """So many links to songs that can be fetched through the proxies alone."""
        return [f"{self.address}/songs/{number}.mp3" for number in range(1, count + 1)]

    def policies(self, values: Mapping[str, object]) -> None:
        """What the administrator enforces, besides the gateway and the certificate; without what is None."""
        always = {
            "gateway.api_url": self.address,
            "gateway.credits_url": self.address,
            "network.ca_file": str(self.ca_file),
        }
        told = {key: value for key, value in {**always, **values}.items() if value is not None}
        path = self._xdg / "mountsea-desktop" / "policies.toml"
        path.write_text(settings_toml.write(told), "utf-8")

    def show_certificate(
        self,
        authority: trustme.CA | None = None,
        not_before: datetime | None = None,
        not_after: datetime | None = None,
    ) -> None:
        """Have the gateway show another certificate from now on; without arguments, the usual one."""
        issuer = authority or self.authority
        issuer.issue_cert(HOST, not_before=not_before, not_after=not_after).configure_cert(self._tls)

    def start(self, desktop: Desktop, *arguments: str, **options: Any) -> Program:
        """Start Mountsea Desktop on the studio's computer."""
        assert self._computer is not None
        inside = ["/usr/bin/nsenter", "--target", str(self._computer.pid), "--net", "--mount"]
        command = [*inside, sys.executable, "-m", "mountsea_desktop"]
        return desktop.start(*arguments, command=command, **options)

    # -- What there is -----------------------------------------------------------------------------------

    def _open_gateway(self) -> None:
        self.authority = trustme.CA(organization_name="The Studio")
        self.authority.cert_pem.write_to_path(self.ca_file)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.show_certificate()
        self.gateway = GatewayThread(self._tls)
        self._ends.enter_context(self.gateway)
        self.gateway_port = self.gateway.port
        (self.folder / "hosts").write_text(f"127.0.0.1 {HOST} localhost\n")

    def _open_computer(self) -> None:
        """A computer with one cable, to the one beside it, and an administrator's files of its own."""
        told, tell = os.pipe()
        mount = f"mount --bind '{self._xdg}' /etc/xdg"
        script = f"{mount} && ip link set lo up && echo >&{tell} ready && exec sleep inf"
        self._computer = self._run("unshare", "--net", "--mount", "bash", "-c", script, pass_fds=[tell])
        os.close(tell)
        with os.fdopen(told) as ready:
            assert ready.readline() == "ready\n", "no namespaces can be made here"
        near, far = f"ms{os.getpid() % 100_000}a", f"ms{os.getpid() % 100_000}b"
        pid = str(self._computer.pid)
        _do("ip", "link", "add", near, "type", "veth", "peer", "name", far, "netns", pid)
        self._ends.callback(_do, "ip", "link", "delete", near)
        _do("ip", "address", "add", f"{OUTSIDE}/30", "dev", near)
        _do("ip", "link", "set", near, "up")
        inside = ("nsenter", "--target", pid, "--net")
        _do(*inside, "ip", "address", "add", f"{INSIDE}/30", "dev", far)
        _do(*inside, "ip", "link", "set", far, "up")

    def open_squid(self) -> str:
        """A proxy that asks who one is; its address."""
        folder = self.folder / "squid"
        folder.mkdir()
        folder.chmod(0o777)
        hashed = subprocess.run(  # noqa: S603 - the system's
            ["/usr/bin/openssl", "passwd", "-apr1", LOGIN[1]], capture_output=True, text=True, check=True
        )
        (folder / "logins").write_text(f"{LOGIN[0]}:{hashed.stdout}")
        shutil.copy(self.folder / "hosts", folder)
        configuration = folder / "squid.conf"
        configuration.write_text(SQUID.format(outside=OUTSIDE, helper=HELPER, folder=folder))
        self._run("squid", "-N", "-f", str(configuration))
        _until_open(3128)
        return f"http://{OUTSIDE}:3128"

    def open_socks(self, *, asks: bool = False) -> str:
        """A SOCKS proxy that knows the gateway's name, and may ask who one is; its address."""
        login = f"-u '{LOGIN[0]}' -P '{LOGIN[1]}'" if asks else ""
        hosts = f"mount --bind '{self.folder / 'hosts'}' /etc/hosts"
        self._run(
            "unshare", "--mount", "sh", "-c", f"{hosts} && exec microsocks -i {OUTSIDE} -p 1080 {login}"
        )
        _until_open(1080)
        return f"socks5://{OUTSIDE}:1080"

    def open_script(self) -> str:
        """A proxy script that sends to the SOCKS proxy; its address."""
        script = PAC.format(outside=OUTSIDE).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(script)

            def log_message(self, *_: object) -> None:
                pass

        server = socketserver.TCPServer((OUTSIDE, 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self._ends.callback(thread.join)
        self._ends.callback(server.server_close)
        self._ends.callback(server.shutdown)
        return f"http://{OUTSIDE}:{server.server_address[1]}/proxy.pac"

    def _run(self, *command: str, pass_fds: Sequence[int] = ()) -> "subprocess.Popen[bytes]":
        log = self._ends.enter_context((self.folder / f"{Path(command[0]).name}.log").open("ab"))
        process = subprocess.Popen(  # noqa: S603 - programs of the system's
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=pass_fds,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, start_new_session=True,
        )  # fmt: skip
        self._ends.callback(end, process)
        return process


class GatewayThread:
    """The fake gateway, encrypted, on a loop of its own."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._tls = tls
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self.port = 0
        self.gateway: FaultGateway | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        async with FaultGateway(tls=self._tls) as gateway:
            gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
            self.gateway, self.port = gateway, gateway.port
            self._ready.set()
            await self._over.wait()


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})  # noqa: S603 - the system's


def _until_open(port: int) -> None:
    """Wait until something listens there: neither of them tells when it does."""
    address = socket.inet_aton(OUTSIDE)[::-1].hex().upper()
    for _ in range(200):
        if f" {address}:{port:04X} 00000000:0000 0A " in Path("/proc/net/tcp").read_text("ascii"):
            return
        threading.Event().wait(0.05)
    raise AssertionError(f"nobody listens on {OUTSIDE}:{port}")
