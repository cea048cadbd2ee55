import asyncio
import os
import ssl
import sys
import threading
from pathlib import Path

import pytest
import trustme

from mountsea_desktop.network import certificates
from mountsea_desktop.network.certificates import CertificatesUnusableError, Trust, trusted


def test_certificates_are_always_looked_at() -> None:
    context = trusted()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_they_are_found_where_the_bundled_openssl_does_not_look(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.crt"
    trustme.CA().cert_pem.write_to_path(bundle)
    nowhere = ssl.DefaultVerifyPaths("", "", "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    monkeypatch.setattr(certificates, "BUNDLES", ("/nowhere", str(bundle)))
    monkeypatch.setattr(sys, "platform", "linux")
    assert trusted().cert_store_stats()["x509_ca"] == 1


def test_a_studios_own_are_added(tmp_path: Path) -> None:
    file = tmp_path / "studio.pem"
    trustme.CA().cert_pem.write_to_path(file)
    assert trusted(file).cert_store_stats()["x509_ca"] == trusted().cert_store_stats()["x509_ca"] + 1


async def test_they_are_read_once_and_off_the_loops_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []

    def read(_file: Path | None) -> ssl.SSLContext:
        threads.append(threading.current_thread())
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    monkeypatch.setattr(certificates, "trusted", read)
    trust = Trust()
    first, second = await asyncio.gather(trust.context(), trust.context())
    assert first is second is await trust.context()
    [thread] = threads
    assert thread is not threading.current_thread()


async def test_what_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    trust = Trust(tmp_path / "studio.pem")
    for _ in range(2):
        with pytest.raises(CertificatesUnusableError, match=r"studio\.pem"):
            await trust.context()


async def test_what_was_forgotten_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "studio.pem"
    trustme.CA().cert_pem.write_to_path(file)
    trust = Trust(file)
    before = await trust.context()
    file.write_bytes(file.read_bytes() + trustme.CA().cert_pem.bytes())
    trust.forget()
    after = await trust.context()
    assert after.cert_store_stats()["x509_ca"] == before.cert_store_stats()["x509_ca"] + 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
async def test_a_pipe_in_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pem")
    with pytest.raises(CertificatesUnusableError, match="not a file"):
        await asyncio.wait_for(Trust(tmp_path / "pipe.pem").context(), 5)
