"""The wheel: policies and schemas are inside, and it works without the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gpai_lint.evidence.catalogue import with_parts
from gpai_lint.evidence.words import word_table
from gpai_lint.tables import parse_table

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gpai_lint", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_policies_and_schemas_are_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("gpai_lint/policies/code-of-practice-2025/gpai/rules/law/") for name in names)
    assert "gpai_lint/schemas/gpai-lint.schema.json" in names
    assert "gpai_lint/policy/input.schema.json" in names
    assert "gpai_lint/py.typed" in names


def test_every_table_is_in_the_wheel_as_json_that_says_the_same(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    tables = [name for name in archive.namelist() if name.endswith(".yaml") and "/policies/" not in name]
    assert "gpai_lint/evidence/fields/model.yaml" in tables
    for name in tables:
        compiled = json.loads(archive.read(name.removesuffix(".yaml") + ".json"))
        table = parse_table(archive.read(name))
        if "/evidence/fields/" in name:
            table = {field: with_parts(row) for field, row in table.items()}
        assert compiled == table, name


def test_the_words_of_every_pattern_are_in_the_wheel(wheel: Path) -> None:
    words = json.loads(zipfile.ZipFile(wheel).read("gpai_lint/evidence/words.json"))
    assert words == word_table()
    assert len(words["catalogue"]) > 500
    assert len(words["readers"]) > 100


def test_it_runs_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Example\n\nA language model with 7 billion parameters.\n", encoding="utf-8")
    answer = run(installed, tmp_path, ".", "--format", "json", "--as-of", "2026-11-23")
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["as_of"] == "2026-11-23"


def test_it_finds_the_same_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    words = ("check", str(ROOT / "examples" / "full-of-defects"), "--format", "json", "--as-of", "2026-11-23")
    from_wheel = run(installed, tmp_path, *words)
    from_checkout = run(ROOT, tmp_path, *words)
    assert from_wheel.returncode == from_checkout.returncode == 1
    assert from_wheel.stdout == from_checkout.stdout


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, installed for development."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("gpai_lint", "policies"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    # Without the last word pip would take away the package that these tests run from.
    words = ["--quiet", "--no-deps", "--prefix", str(folder / "prefix"), "--ignore-installed"]
    subprocess.run([sys.executable, "-m", "pip", "install", *words, "--editable", str(folder)], check=True)
    return folder


def asked(checkout: Path, code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout.strip()


def test_an_editable_install_has_all_that_a_wheel_has_compiled(editable: Path, wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = set(archive.namelist())
    tables = [name for name in names if name.endswith(".json") and name.replace(".json", ".yaml") in names]
    assert "gpai_lint/evidence/fields/model.json" in tables
    for name in (*tables, "gpai_lint/evidence/words.json", "gpai_lint/policies/compiled.json"):
        path = name.removeprefix("gpai_lint/")
        code = f"from gpai_lint.compiled import compiled_file as c; print(c({path!r}))"
        assert asked(editable, code) == str(editable / "build" / "compiled" / path)
        assert json.loads((editable / "build" / "compiled" / path).read_bytes()) == json.loads(archive.read(name))


@pytest.mark.parametrize(
    ("source", "compiled", "others"),
    [
        ("gpai_lint/evidence/fields/safety.yaml", "evidence/fields/safety.json", "evidence/fields/model.json"),
        ("gpai_lint/evidence/literals.py", "evidence/words.json", "evidence/fields/model.json"),
        ("policies/code-of-practice-2025/.manifest", "policies/compiled.json", "evidence/words.json"),
        ("policies/code-of-practice-2025/gpai/new.rego", "policies/compiled.json", "evidence/words.json"),
    ],
)
def test_what_was_compiled_from_sources_that_have_changed_counts_for_nothing(
    editable: Path, source: str, compiled: str, others: str
) -> None:
    path = editable / source
    before = (path.read_bytes(), path.stat()) if path.exists() else None
    code = f"from gpai_lint.compiled import compiled_file as c; print(c({compiled!r}), c({others!r}) is not None)"
    path.write_bytes((before[0] if before else b"package gpai.new\n") + b"\n")
    assert asked(editable, code) == "None True"
    if before:
        path.write_bytes(before[0])
        os.utime(path, ns=(before[1].st_atime_ns, before[1].st_mtime_ns))
        assert asked(editable, code).startswith(str(editable))
