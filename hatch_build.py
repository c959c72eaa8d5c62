"""Build hook: put the built-in pack and the tables into the wheel compiled, so that a run parses no YAML of them."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePack(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``gpai_lint/policies/compiled.json`` into the wheel, and the package's tables as JSON."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the pack and the tables; an editable install reads the sources and needs none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from gpai_lint.evidence.catalogue import with_parts  # noqa: PLC0415
        from gpai_lint.evidence.words import word_table  # noqa: PLC0415
        from gpai_lint.policy.packs.builtin import COMPILED, NAME, build_builtin, to_json  # noqa: PLC0415
        from gpai_lint.tables import parse_table  # noqa: PLC0415

        pack = build_builtin(Path(self.root, "policies", NAME))
        self._folder = tempfile.mkdtemp()
        self._add(build_data, f"gpai_lint/policies/{COMPILED}", to_json(pack))
        for source in sorted(Path(self.root, "gpai_lint").rglob("*.yaml")):
            path = source.relative_to(self.root).with_suffix(".json").as_posix()
            table = parse_table(source.read_bytes())
            if path.startswith("gpai_lint/evidence/fields/"):
                table = {name: with_parts(row) for name, row in table.items()}
            self._add(build_data, path, table)
        self._add(build_data, "gpai_lint/evidence/words.json", word_table())

    def _add(self, build_data: dict[str, Any], path: str, table: Any) -> None:
        target = Path(self._folder, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        # A text with any character beyond Latin 1 is kept in wide characters, and read at half the speed.
        target.write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")), "ascii")
        build_data["force_include"][str(target)] = path

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary file."""
        if version != "editable":
            shutil.rmtree(self._folder)
