"""The window. Qt is imported below this package and nowhere else."""
