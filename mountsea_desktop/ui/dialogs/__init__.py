"""Dialogs in front of the window. Each is opened by `base.run_dialog`, and by nothing else."""
