"""The song storage of practice, as settings would describe it; what answers there is `bucket.py`."""

from typing import Final

from mountsea_desktop.hosting.bucket import Bucket

PRACTICE_BUCKET: Final = Bucket(
    endpoint="https://storage.practice.example",
    name="songs",
    key_id="practice",
    secret="practice",  # noqa: S106 - opens nothing
)
"""Where practice puts files; the host is reserved for examples."""
