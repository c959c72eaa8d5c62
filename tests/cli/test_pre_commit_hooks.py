from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from gpai_lint.artifacts.kinds import OPAQUE_WEIGHTS, format_of
from gpai_lint.cli import COMMANDS

MANIFEST = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"


def _hook(name: str) -> dict[str, Any]:
    hooks = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
    hook: dict[str, Any] = hooks[name]
    return hook


@pytest.mark.parametrize("name", ["gpai-lint", "gpai-lint-policy-test"])
def test_a_hook_runs_once_and_for_the_whole_repository(name: str) -> None:
    hook = _hook(name)
    # With file names pre-commit would split the run, and no run would see all documents.
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    program, command = hook["entry"].split()
    assert program == "gpai-lint"
    assert command in COMMANDS


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("README.md", True),
        ("models/a/MODEL_CARD.MD", True),
        ("LICENSE", True),
        ("docs/LICENCE-MODEL", True),
        ("config.json", True),
        ("gpai-lint.yaml", True),
        ("summary.pdf", True),
        ("model-00001-of-00002.safetensors", True),
        ("gpai-lint.lock", True),
        ("train.py", False),
        ("logo.png", False),
    ],
)
def test_the_check_runs_only_when_an_artifact_changed(path: str, runs: bool) -> None:
    assert bool(re.search(_hook("gpai-lint")["files"], path)) is runs


def test_the_check_runs_when_anything_changed_that_is_read_by_its_name() -> None:
    names = ["MODEL_LICENSE", "UNLICENSE", "COPYRIGHT", "Model License", "THIRD_PARTY_NOTICES", "MLmodel", "CODEOWNERS"]
    suffixes = {".md", ".mdx", ".rst", ".text", ".cff", ".csv", ".jsonld", ".gguf", *OPAQUE_WEIGHTS}
    names += [f"x{suffix}" for suffix in sorted(suffixes)]
    assert [name for name in names if not format_of(name)] == []
    assert [name for name in names if not re.search(_hook("gpai-lint")["files"], name)] == []


@pytest.mark.parametrize(("path", "runs"), [("pack/a_test.rego", True), ("pack/data.yaml", True), ("README.md", False)])
def test_the_policy_tests_run_only_when_a_policy_changed(path: str, runs: bool) -> None:
    assert bool(re.search(_hook("gpai-lint-policy-test")["files"], path)) is runs
