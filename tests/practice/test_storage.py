from mountsea_desktop.practice.storage import PRACTICE_BUCKET


def test_it_is_nowhere() -> None:
    assert PRACTICE_BUCKET.base == "https://songs.storage.practice.example"
    assert "secret" not in repr(PRACTICE_BUCKET)
