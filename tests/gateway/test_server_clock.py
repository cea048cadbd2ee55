import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from mountsea_desktop.gateway import server_clock
from mountsea_desktop.gateway.server_clock import is_wrong, server_date
from tests.fakes import faults
from tests.fakes.babbler import babbler
from tests.fakes.fault_gateway import FaultGateway

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def test_some_minutes_are_no_matter() -> None:
    assert not is_wrong(None)
    assert not is_wrong(NOW - timedelta(minutes=9), NOW)
    assert is_wrong(NOW - timedelta(minutes=11), NOW)
    assert is_wrong(NOW + timedelta(days=400), NOW)


async def test_a_server_tells_its_date_whatever_its_certificate() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("elsewhere.example").configure_cert(context)
    async with FaultGateway(tls=context) as gateway:
        gateway.on("other").next(faults.Status(404, Date="Sat, 28 Nov 2026 00:00:00 GMT"))
        assert await server_date(gateway.url, "") == NOW
        [first] = gateway.record.all
    assert "authorization" not in {name.lower() for name in first.headers}


async def test_nobody_there_tells_nothing() -> None:
    assert await server_date("http://127.0.0.1:1", "") is None
    assert await server_date("https://gateway.example", "http://127.0.0.1:1") is None


async def test_a_proxy_that_talks_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_clock, "_PATIENCE", 600.0)
    async with babbler() as proxy, asyncio.timeout(30):
        assert await server_date("https://gateway.example", proxy) is None


@pytest.mark.parametrize(
    "date", ["", "soon", "Sat, 28 Nov 2026", "Sat, 28 Nov 99999999999999999999 00:00:00 GMT",
             "Sat, 28 Nov 2026 00:00:00 +999999999999"],
)  # fmt: skip
async def test_what_is_no_date_tells_nothing(date: str) -> None:
    async with FaultGateway() as gateway:
        gateway.on("other").next(faults.Status(404, Date=date))
        assert await server_date(gateway.url, "") is None
