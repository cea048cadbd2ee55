from mountsea_desktop.hosting.errors import PASSING, StorageError, StorageFault


def test_only_what_ends_by_itself_is_tried_again() -> None:
    assert all(StorageError(fault).passes == (fault in PASSING) for fault in StorageFault)
    assert not StorageError(StorageFault.KEY_REFUSED).passes  # keys are locked for insisting
    assert not StorageError(StorageFault.FULL).passes
