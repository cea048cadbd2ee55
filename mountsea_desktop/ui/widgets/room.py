"""The room of what is not shown yet, so that nothing moves when it comes."""

from PySide6.QtWidgets import QWidget


def keep_room(widget: QWidget, *, keep: bool = True) -> None:
    """Have layouts leave a widget its place while it is hidden, or no longer."""
    policy = widget.sizePolicy()
    if policy.retainSizeWhenHidden() is not keep:
        policy.setRetainSizeWhenHidden(keep)
        widget.setSizePolicy(policy)
