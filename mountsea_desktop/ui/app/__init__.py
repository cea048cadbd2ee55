"""Starting, running and ending the program in its window."""

CANNOT_START = 2
"""Exit status when something outside the program has to be put right first."""
