import pytest

from mountsea_desktop.hosting.bucket import Bucket


@pytest.mark.parametrize(
    ("endpoint", "path_style", "base"),
    [
        ("https://s3.eu.example", False, "https://songs.s3.eu.example"),
        ("https://s3.eu.example/", True, "https://s3.eu.example/songs"),
        ("https://songs.s3.eu.example", False, "https://songs.s3.eu.example"),
        ("http://127.0.0.1:9000", False, "http://127.0.0.1:9000/songs"),
        ("http://localhost:9000", False, "http://localhost:9000/songs"),
    ],
)
def test_where_a_bucket_is(endpoint: str, path_style: bool, base: str) -> None:
    bucket = Bucket(endpoint=endpoint, name="songs", key_id="k", secret="s", path_style=path_style)
    assert bucket.base == base
