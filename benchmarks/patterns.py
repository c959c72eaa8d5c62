"""What a cold reading of one repository compiles: patterns, milliseconds, and how many match nothing there.

python benchmarks/patterns.py REPOSITORY [--top N]
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections import defaultdict
from itertools import tee
from pathlib import Path
from typing import Any

COMPILE = re.compile
#: The methods that look for a pattern.
METHODS = frozenset({"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"})


class Counted:
    """A compiled pattern that counts how often it was tried and how often it matched."""

    def __init__(self, compiled: re.Pattern[str], seconds: float, module: str) -> None:
        """Hold a pattern, what it took to compile, and the module that asked for it."""
        self.compiled, self.seconds, self.module = compiled, seconds, module
        self.tries = self.matches = 0

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern itself has under a name, counting where that looks for matches."""
        found = getattr(self.compiled, name)
        if name not in METHODS:
            return found
        return lambda *arguments, **named: self._counted(name, found(*arguments, **named), arguments)

    def _counted(self, name: str, answer: Any, arguments: tuple[Any, ...]) -> Any:
        self.tries += 1
        if name == "finditer":
            answer, looked_at = tee(answer)
            self.matches += next(looked_at, None) is not None
        else:
            text = {"split": 0, "sub": 1, "subn": 1}.get(name)
            told = answer if text is None else self.compiled.search(arguments[text])
            self.matches += bool(told)
        return answer


def read(repository: Path) -> list[Counted]:
    """Read a repository with nothing imported yet, and return the patterns that were compiled for it."""
    compiled: list[Counted] = []

    def timed(source: Any, flags: int = 0) -> Any:
        module = sys._getframe(1).f_globals["__name__"]
        start = time.process_time()
        pattern = COMPILE(source, flags)
        row = Counted(pattern, time.process_time() - start, module)
        if not module.startswith("gpai_lint.") or isinstance(source, bytes):
            return pattern
        compiled.append(row)
        return row

    re.compile = timed  # type: ignore[assignment]
    from gpai_lint.artifacts.recognise import parse_tree  # noqa: PLC0415
    from gpai_lint.configuration.interface import Configuration  # noqa: PLC0415
    from gpai_lint.evidence.read import read_evidence  # noqa: PLC0415
    from gpai_lint.repository.working_tree import WorkingTree  # noqa: PLC0415

    artifacts, unread = parse_tree(WorkingTree(repository))
    read_evidence(artifacts, unread, Configuration())
    return compiled


def main() -> None:
    """Print a row for the patterns that are compiled where their words stand and one for all others; the slowest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("--top", type=int, default=20)
    arguments = parser.parse_args()
    gc.set_threshold(100_000)  # as the command has it: a collection would be counted as the pattern's
    compiled = read(arguments.repository)
    groups: dict[str, list[Counted]] = defaultdict(list)
    for row in compiled:
        groups["where words stand" if row.module == "gpai_lint.evidence.patterns" else "always"].append(row)
    print(f"{'compiled':18} {'patterns':>9} {'ms':>7} {'never matched':>14} {'ms':>7}")
    for name, rows in groups.items():
        idle = [row for row in rows if not row.matches]
        took, wasted = (sum(row.seconds for row in some) * 1e3 for some in (rows, idle))
        print(f"{name:18} {len(rows):9} {took:7.1f} {len(idle):14} {wasted:7.1f}")
    print(f"\n{'ms':>7} {'tries':>6} {'matched':>8}  pattern")
    for row in sorted(compiled, key=lambda row: -row.seconds)[: arguments.top]:
        print(f"{row.seconds * 1e3:7.2f} {row.tries:6} {row.matches:8}  {' '.join(row.compiled.pattern.split())[:90]}")


if __name__ == "__main__":
    main()
