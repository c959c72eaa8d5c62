"""The scripts under benchmarks/ run on a repository and print their table; what they measure is not judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("script", "columns"),
    [
        ("patterns.py", ["compiled", "patterns", "ms", "never", "matched", "ms"]),
        ("reading.py", ["format", "files", "MB", "MB/s", "share"]),
    ],
)
def test_a_script_prints_its_table_for_a_repository(script: str, columns: list[str]) -> None:
    shown = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / script, ROOT / "examples" / "full-of-defects"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    lines = shown.stdout.splitlines()
    assert lines[0].split() == columns
    assert len(lines) > 2
