from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gpai_lint.cli import run
from gpai_lint.findings.line_hash import line_hashes

VALIDATE = Path(__file__).parent.parent / "sarif" / "validate.py"


@pytest.fixture(scope="module")
def files(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Return the SARIF file of every repository of the corpus."""
    folder = tmp_path_factory.mktemp("sarif")
    found = {}
    for root in sorted(path for path in corpus.iterdir() if path.is_dir()):
        file = folder / f"{root.name}.sarif"
        assert run(["check", str(root), "--format", f"sarif={file}", "--as-of", "2026-03-01"]) in {0, 1}
        found[root] = file
    return found


@pytest.mark.corpus
def test_the_multitool_finds_no_error_and_no_warning_in_any_repository(files: dict[Path, Path]) -> None:
    if not (os.environ.get("GPAI_LINT_MULTITOOL") or shutil.which("Sarif.Multitool")):
        pytest.skip("there is no Sarif.Multitool: npm install @microsoft/sarif-multitool")
    # The multitool works through one file after the other, and is the slowest check of all: two of it at a time.
    names = list(map(str, files.values()))
    with ThreadPoolExecutor(2) as pool:
        for validation in pool.map(_validate, (names[::2], names[1::2])):
            assert (validation.returncode, validation.stdout, validation.stderr) == (0, "", "")


def _validate(names: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(VALIDATE), *names], capture_output=True, text=True, check=False)


@pytest.mark.corpus
def test_every_result_stands_on_one_line_and_has_the_hash_that_github_computes(files: dict[Path, Path]) -> None:
    hashes: dict[Path, list[str]] = {}
    counted = 0
    for root, file in files.items():
        (sarif,) = json.loads(file.read_text(encoding="utf-8"))["runs"]
        for row in sarif["results"]:
            place = row["locations"][0]["physicalLocation"]
            region = place["region"]
            assert region["startLine"] == region["endLine"]
            path = next(
                folder / place["artifactLocation"]["uri"]
                for folder in (root, *root.parents)
                if (folder / place["artifactLocation"]["uri"]).is_file()
            )
            if path.suffix in {".pdf", ".docx"}:
                continue
            lines = hashes.setdefault(path, line_hashes(path.read_bytes()))
            assert row["partialFingerprints"]["primaryLocationLineHash"] == lines[region["startLine"] - 1]
            counted += 1
    assert counted > len(files)
