"""Build hook: compile the built-in pack and the tables, so that a run parses no YAML of them.

A wheel holds them beside their sources. An editable install keeps them in the checkout's folder ``build``, with what
each was compiled from (:mod:`gpai_lint.compiled`).
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator


class CompilePack(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``policies/compiled.json``, the package's tables and the words of its patterns as JSON."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder for a wheel, and into the checkout for an editable install."""
        sys.path.insert(0, self.root)
        from gpai_lint.compiled import FOLDER, STAMPS, stamps_of  # noqa: PLC0415

        if version != "editable":
            self._folder = Path(tempfile.mkdtemp())
            for path, _ in self._compile(self._folder):
                build_data["force_include"][str(self._folder / path)] = f"gpai_lint/{path}"
            return
        folder = Path(self.root, FOLDER)
        shutil.rmtree(folder, ignore_errors=True)
        stamps = {path: stamps_of(map(self._relative, sources)) for path, sources in self._compile(folder)}
        _write(folder / STAMPS, stamps)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            shutil.rmtree(self._folder)

    def _compile(self, folder: Path) -> Iterator[tuple[str, list[Path]]]:
        """Write the compiled files, and yield the path of each inside the package with what it was made of."""
        from gpai_lint.evidence.catalogue import with_parts  # noqa: PLC0415
        from gpai_lint.evidence.words import word_table  # noqa: PLC0415
        from gpai_lint.policy.packs.builtin import COMPILED, NAME, build_builtin, to_json  # noqa: PLC0415
        from gpai_lint.tables import parse_table  # noqa: PLC0415

        package = Path(self.root, "gpai_lint")
        sources = Path(self.root, "policies", NAME)
        _write(folder / COMPILED, to_json(build_builtin(sources)))
        yield COMPILED, [sources, *sorted(sources.rglob("*")), *sorted(Path(package, "policy").rglob("*.py"))]
        for source in sorted(package.rglob("*.yaml")):
            path = source.relative_to(package).with_suffix(".json").as_posix()
            table = parse_table(source.read_bytes())
            if path.startswith("evidence/fields/"):
                table = {name: with_parts(row) for name, row in table.items()}
            _write(folder / path, table)
            yield path, [source, package / "evidence" / "catalogue.py"]
        _write(folder / "evidence/words.json", word_table())
        # A pattern that was changed is another pattern; its words also change with the way in which they are found.
        yield "evidence/words.json", sorted(package.glob("evidence/*.py"))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _write(target: Path, table: Any) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # A text with any character beyond Latin 1 is kept in wide characters, and read at half the speed.
    target.write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")), "ascii")
