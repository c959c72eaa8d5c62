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


def find_multitool() -> str | None:
    """Return the path of the multitool, None without one."""
    return os.environ.get("GPAI_LINT_MULTITOOL") or shutil.which("Sarif.Multitool")


def validate(multitool: str, files: list[Path]) -> list[str]:
    """Return one line for every error and warning in some SARIF files."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "rules.xml"
        _run([multitool, "export-validation-config", str(config)])
        text, switched = GITHUB_RULES.subn(r"\1Error\2", config.read_text(encoding="utf-8-sig"))
        if not switched:
            raise RuntimeError("the multitool exports its GitHub rules under names that this script does not know")
        config.write_text(text, encoding="utf-8")
        return [problem for file in files for problem in _problems(multitool, file, config, Path(folder) / "out.sarif")]


def _problems(multitool: str, file: Path, config: Path, out: Path) -> list[str]:
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--config", str(config)]
    _run([multitool, "validate", str(file), *rules, "-o", str(out), "--log", "ForceOverwrite"])
    run = json.loads(out.read_text(encoding="utf-8-sig"))["runs"][0]
    texts = {rule["id"]: rule.get("messageStrings", {}) for rule in run["tool"]["driver"].get("rules", [])}
    problems = [
        f"{file}: {row.get('level', 'warning')} {row['ruleId']}: {_text(row, texts)}"
        for row in run.get("results", [])
        if row.get("level", "warning") in {"error", "warning"}
    ]
    for invocation in run.get("invocations", []):
        for kind in ("toolExecutionNotifications", "toolConfigurationNotifications"):
            problems += [
                f"{file}: {row['level']}: {row['message'].get('text', '')}"
                for row in invocation.get(kind, [])
                if row.get("level") == "error"
            ]
    return problems


def _text(row: dict[str, object], texts: dict[str, dict[str, dict[str, str]]]) -> str:
    message = row["message"]
    if not isinstance(message, dict):
        return str(message)
    if "text" in message:
        return str(message["text"])
    template = texts.get(str(row["ruleId"]), {}).get(str(message.get("id")), {}).get("text", "")
    for index, argument in enumerate(message.get("arguments", [])):
        template = template.replace(f"{{{index}}}", str(argument))
    return template


def _run(command: list[str]) -> None:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{run.stdout}{run.stderr}")


def main() -> int:
    """Validate the files of the command line."""
    multitool = find_multitool()
    if multitool is None:
        sys.stderr.write("There is no Sarif.Multitool: npm install @microsoft/sarif-multitool\n")
        return 2
    problems = validate(multitool, [Path(name) for name in sys.argv[1:]])
    for problem in problems:
        sys.stdout.write(problem + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
