"""Train a custom Suno model from your own songs through the Mountsea gateway."""

__version__ = "0.1.0"

PROGRAM = "mountsea-desktop"
"""The program's name for the system: command, folders, keyring."""
