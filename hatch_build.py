"""Build hook: put the built-in pack into the wheel compiled, so that a run parses no YAML of it."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePack(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``gpai_lint/policies/compiled.json`` into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the pack; an editable install reads the sources and needs none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from gpai_lint.policy.packs.builtin import COMPILED, NAME, build_builtin, to_json  # noqa: PLC0415

        pack = build_builtin(Path(self.root, "policies", NAME))
        self._folder = tempfile.mkdtemp()
        compiled = Path(self._folder, COMPILED)
        compiled.write_text(json.dumps(to_json(pack), ensure_ascii=False, separators=(",", ":")), "utf-8")
        build_data["force_include"][str(compiled)] = f"gpai_lint/policies/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary file."""
        if version != "editable":
            shutil.rmtree(self._folder)
