"""Answers that were packed though nothing packed was asked for, unpacked within limits."""

import contextlib
import zlib


def unzip(body: bytes, encoding: str, limit: int) -> bytes:
    """Return the body freed of its `Content-Encoding`, cut at `limit` bytes.

    As it came where that is impossible.
    """
    if encoding.strip().lower() not in ("", "identity"):
        with contextlib.suppress(zlib.error):
            return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, limit)
    return body
