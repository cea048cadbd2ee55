"""The window. Qt is imported below this package and nowhere else."""

from mountsea_desktop.ui import pyside_features

pyside_features.switch_off()
