"""New packs and rules pass every check as they are written, and never take the place of anything."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from gpai_lint.authoring.scaffold import new_pack, new_rule
from gpai_lint.cli import run
from gpai_lint.errors import UsageError
from gpai_lint.policy.packs import load_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    new_pack("acme-models", tmp_path / "pack", "ACME")
    new_rule("naming/internal_id", tmp_path / "pack")
    return tmp_path / "pack"


def test_a_new_pack_passes_its_tests_and_examples(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", str(pack), "--threshold", "100"]) == 0
    assert capsys.readouterr().out == "10 passed\ncoverage: 100.0 %\n"


@pytest.mark.opa
def test_stock_tools_pass_on_a_new_pack(pack: Path, opa_binary: str) -> None:
    commands = [[opa_binary, "test", "."], [opa_binary, "check", "--strict", "."]]
    if shutil.which("regal"):
        commands.append(["regal", "lint", "."])
    for words in commands:
        done = subprocess.run(words, cwd=pack, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_rule_reports_on_a_model(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("# Example 7B\n\nExample 7B is a language model with 7 billion parameters.\n")
    assert (
        run(["check", str(tmp_path / "README.md"), "--pack", str(pack), "--select", "naming", "--format", "json"]) == 0
    )
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"]["id"], finding["level"], finding["file"]) == ("ACME-102", "warning", "README.md")


def test_pages_are_written_and_kept_up_to_date(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (pack / "docs" / "rules" / "acme-models-internal-id.md").read_text()
    assert page.startswith("# ACME-102 acme-models-internal-id\n")
    check = ["docs", str(pack), "--output", str(pack / "docs"), "--check"]
    assert run(check) == 1
    assert "docs/rules/README.md is not what the rules say." in capsys.readouterr().err
    assert run(check[:-1]) == 0
    assert run(check) == 0


def test_ids_go_on_from_the_highest_of_the_prefix(pack: Path) -> None:
    assert sorted(load_pack(pack).rules) == ["ACME-101", "ACME-102"]
    shutil.rmtree(pack / "acme_models" / "rules" / "documentation")
    new_rule("naming/other_id", pack)
    assert sorted(load_pack(pack).rules) == ["ACME-102", "ACME-103"]


def test_nothing_is_overwritten(pack: Path) -> None:
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="exists already"):
        new_pack("acme-models", pack, "ACME")
    for name in ("naming/internal_id", "other/internal_id"):
        with pytest.raises(UsageError):
            new_rule(name, pack)
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before


def test_a_page_that_is_there_stays(pack: Path) -> None:
    page = pack / "docs" / "rules" / "acme-models-owner.md"
    page.write_text("Ours.\n")
    assert page not in new_rule("documentation/owner", pack)
    assert page.read_text() == "Ours.\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["pack", "Acme Corp"], "Did you mean 'acme_corp'?"),
        (["pack", "gpai"], "Take the organisation's name."),
        (["pack", "acme", "--ids", "acme"], "such as ACME"),
        (["pack", "acme", "--ids", "GPAI"], "Give another prefix"),
        (["pack", "../acme"], "Did you mean 'acme'?"),
        (["rule", "internal_id"], "CATEGORY/NAME"),
        (["rule", "naming/internal-id"], "Did you mean 'internal_id'?"),
        (["rule", "naming/id_test"], "Did you mean 'id'?"),
        (["rule", "import/id"], "Names are small letters"),
        (["rule", "../../etc/x"], "CATEGORY/NAME"),
        (["rule", "naming/internal_id"], "'gpai-lint new pack NAME' makes one"),
    ],
)
def test_wrong_names_end_in_2_and_say_what_to_write(
    words: list[str], hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", *words]) == 2
    assert hint in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_without_a_prefix_says_where_it_goes(tmp_path: Path) -> None:
    (tmp_path / ".manifest").write_text('{"roots": ["acme"]}')
    with pytest.raises(UsageError) as told:
        new_rule("naming/internal_id", tmp_path)
    assert told.value.hint is not None
    assert '"ids": "ACME"' in told.value.hint


def test_the_pages_of_rules_written_for_conftest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.rego").write_text('package main\n\ndeny_x contains "x" if input.x\n')
    assert run(["docs", str(tmp_path / "pack"), "--output", str(tmp_path / "docs")]) == 0
    rules = tmp_path / "docs" / "rules"
    (target,) = re.findall(r"\[pack/main\.deny_x\]\((.+)\)", (rules / "README.md").read_text())
    page = (rules / target).read_text()
    assert page.startswith("# pack/main.deny_x\n\n**deny x**\n")
    assert re.findall(r"^## .*", page, re.MULTILINE) == ["## Configuration"]
