"""Boxes in front of the window. Each is opened by `base.shown`, and by nothing else."""
