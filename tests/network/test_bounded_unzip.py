import gzip
import zlib
from collections.abc import Callable

import pytest

from mountsea_desktop.network.bounded_unzip import unzip


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip", " deflate"])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_what_was_packed_is_unpacked_up_to_the_limit(encoding: str, pack: Callable[[bytes], bytes]) -> None:
    assert unzip(pack(b"hello"), encoding, 100) == b"hello"
    assert unzip(pack(bytes(10_000_000)), encoding, 1000) == bytes(1000)
    assert unzip(pack(bytes(range(256)))[:200], encoding, 100) == bytes(range(100))


@pytest.mark.parametrize("encoding", ["", "identity", "Identity ", "br", "gzip"])
def test_what_cannot_be_unpacked_stays(encoding: str) -> None:
    assert unzip(b"hello", encoding, 100) == b"hello"


def test_what_only_looks_packed_stays() -> None:
    packed = gzip.compress(b"a file of its own")
    assert unzip(packed, "identity", 100) == packed
