"""Compiles translations and icons before hatchling collects the files of the package."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileResources(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs, on every system."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bring `ui/compiled` up to date."""
        root = Path(self.root)
        # By its path, because hatchling loads this file alone and `packaging` is also a library's name.
        runpy.run_path(str(root / "packaging" / "compile_resources.py"))["compile_resources"](root)
