"""Validate SARIF files with Microsoft's multitool, the rules of GitHub code scanning switched on.

Usage: ``validate.py FILE…``. The multitool is the program that ``GPAI_LINT_MULTITOOL`` names, or
``Sarif.Multitool`` in PATH. Exits 1 after printing every error and warning, 2 when there is no multitool. The
multitool's own exit code says nothing: it is 0 for a file full of errors.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

#: Most of GitHub's rules are off by default.
GITHUB_RULES = re.compile(r'(<Properties Key="GH\d+\.[^>]*>\s*<Property Key="RuleEnabled" Value=")Default(")')
#: It asks the network for every address in a file: what it says, a note, depends on the day, and where nothing answers
#: it waits for minutes.
REACHES_OUT = re.compile(
    r'(<Properties Key="SARIF2006\.UrisShouldBeReachable\.[^>]*>\s*<Property Key="RuleEnabled" Value=")Default(")'
)
PROBLEM = re.compile(r": (?:error|warning) [A-Z]+\d+: ")


def find_multitool() -> str | None:
    """Return the path of the multitool, None without one."""
    return os.environ.get("GPAI_LINT_MULTITOOL") or shutil.which("Sarif.Multitool")


def validate(multitool: str, files: list[Path]) -> list[str]:
    """Return one line for every error and warning in some SARIF files."""
    with tempfile.TemporaryDirectory() as folder:
        config, out = Path(folder) / "rules.xml", Path(folder) / "out.sarif"
        _run([multitool, "export-validation-config", str(config)])
        text, switched = GITHUB_RULES.subn(r"\1Error\2", config.read_text(encoding="utf-8-sig"))
        text, silenced = REACHES_OUT.subn(r"\1Disabled\2", text)
        if not switched or not silenced:
            raise RuntimeError("the multitool exports its rules under names that this script does not know")
        config.write_text(text, encoding="utf-8")
        chosen = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--config", str(config)]
        shown = _run([multitool, "validate", *map(str, files), *chosen, "-o", str(out), "--log", "ForceOverwrite"])
        problems = [line for line in shown.splitlines() if PROBLEM.search(line)]
        # What is counted must agree with what is shown: neither alone is a promise of the multitool.
        results = json.loads(out.read_text(encoding="utf-8-sig"))["runs"][0].get("results", [])
        counted = sum(row.get("level", "warning") in {"error", "warning"} for row in results)
        if counted != len(problems):
            raise RuntimeError(f"the multitool counts {counted} problems and shows {len(problems)}:\n{shown}")
        return problems


def _run(command: list[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{run.stdout}{run.stderr}")
    return run.stdout


def main() -> int:
    """Validate the files of the command line."""
    multitool = find_multitool()
    if multitool is None:
        sys.stderr.write("There is no Sarif.Multitool: npm install @microsoft/sarif-multitool\n")
        return 2
    problems = validate(multitool, [Path(name) for name in sys.argv[1:]])
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
