"""A later edition of the Code beside the present one: what it changes for a repository, for people and for programs."""

from __future__ import annotations

import json
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode
from gpai_lint.reports.edition_report import as_html, as_json, as_markdown, as_text, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from judge import Judge

ROOT = Path(__file__).resolve().parents[2]
PRESENT = ROOT / "policies" / "code-of-practice-2025"
EXAMPLE = ROOT / "examples" / "open-source-sme"
NAMES = (
    "General-Purpose AI Code of Practice, final text of 10 July 2025 (code-of-practice-2025)",
    "General-Purpose AI Code of Practice, a second edition (later)",
)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a later edition: one measure gone, one new, one reworded, and a lower threshold of general purpose."""
    folder = tmp_path_factory.mktemp("editions") / "later"
    shutil.copytree(PRESENT, folder, ignore=shutil.ignore_patterns("*_test.rego"))

    def edit(path: str, change: Callable[[dict[str, Any]], None]) -> None:
        file = folder / "gpai" / path / "data.yaml"
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        change(data)
        file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")

    def requirements(data: dict[str, Any]) -> None:
        gone = data.pop("C-1.3(5)")
        data["C-1.6"] = {**gone, "title": "A register of reservations is consulted", "attestation": "Which register."}
        data["C-1.5(1)"]["title"] = "A contact point that answers"

    def edition(data: dict[str, Any]) -> None:
        data["code"]["edition"] = "General-Purpose AI Code of Practice, a second edition"

    def thresholds(data: dict[str, Any]) -> None:
        data["systemic"]["value"] = 1.0e23

    edit("requirements", requirements)
    edit("reference/edition", edition)
    edit("reference/thresholds", thresholds)
    return folder


def status(*words: str) -> ExitCode:
    return run(["status", str(EXAMPLE), "--as-of", "2026-11-23", *words])


@pytest.fixture(scope="module")
def changes(later: Path) -> dict[str, dict[str, Any]]:
    """Return the changes that the later edition brings, by id."""
    with redirect_stdout(StringIO()) as out:
        assert status("--pack", str(PRESENT), "--compare", str(later), "--format", "json") == ExitCode.CLEAN
    report = json.loads(out.getvalue())
    assert (report["before"], report["after"]) == NAMES
    (model,) = report["models"]
    assert (model["path"], model["name"]) == (".", "Fenwren 3B")
    return {change["id"]: change for change in model["changes"]}


def test_requirements_come_go_and_are_reworded(changes: dict[str, dict[str, Any]]) -> None:
    assert changes["C-1.3(5)"] == {
        "kind": "dropped",
        "id": "C-1.3(5)",
        "title": "Opting out of training does not cost search visibility",
        "before": "met",
        "after": "",
        "why": "The later edition does not ask it.",
        "evidence": [],
    }
    assert changes["C-1.6"] == {
        "kind": "new",
        "id": "C-1.6",
        "title": "A register of reservations is consulted",
        "before": "",
        "after": "undecidable",
        "why": "The files do not decide it; an attestation would have to say: which register.",
        "evidence": [],
    }
    reworded = changes["C-1.5(1)"]
    assert (reworded["kind"], reworded["before"]) == ("reworded", "Contact point for rightsholders")
    assert reworded["after"] == "A contact point that answers"
    assert reworded["evidence"][0]["file"] == "COPYRIGHT_POLICY.md"


def test_a_threshold_changes_scope_and_with_it_the_verdicts(changes: dict[str, dict[str, Any]]) -> None:
    scope = changes["systemic_risk"]
    assert (scope["kind"], scope["before"], scope["after"]) == ("scope", "no", "yes")
    assert "1.7e23 FLOP of training compute, more than 1.0e23" in scope["why"]
    assert (changes["open_source_exempt"]["before"], changes["open_source_exempt"]["after"]) == ("yes", "no")
    assert (changes["LAW-55.1c"]["before"], changes["LAW-55.1c"]["after"]) == ("not_applicable", "not_met")
    assert (changes["MDF-1.1"]["kind"], changes["MDF-1.1"]["after"]) == ("verdict", "met")
    assert "C-1.1(1)" not in changes


def test_a_person_reads_the_same(later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--compare", str(later)) == ExitCode.CLEAN
    text = capsys.readouterr().out
    assert text.startswith(f"From: {NAMES[0]}\nTo:   {NAMES[1]}\n\nFenwren 3B (.)\n")
    assert "  systemic risk  no -> yes\n" in text
    assert "  C-1.3(5)       no longer asked, was met: Opting out of training" in text
    assert "  C-1.6          new, undecidable: A register of reservations is consulted\n" in text
    assert "  C-1.5(1)       now reads 'A contact point that answers', was 'Contact point for rightsholders'\n" in text
    assert "  LAW-55.1c      not applicable -> NOT MET: " in text


def test_against_itself_nothing_changes(judge: Judge) -> None:
    model = judge.status(EXAMPLE, "2026-11-23")
    comparison = compare(("A", "B"), [model], [model])
    assert "\n  Nothing changes.\n" in as_text(comparison)
    assert json.loads(as_json(comparison))["models"] == [{"path": ".", "name": "Fenwren 3B", "changes": []}]
    assert "\nNothing changes.\n" in as_markdown(comparison)
    assert "<p>Nothing changes.</p>" in as_html(comparison)


def test_markup_in_a_name_stays_text(judge: Judge) -> None:
    model = judge.status(EXAMPLE, "2026-11-23")
    hostile = model._replace(name="<script>alert(1)</script> | [x](https://example.org)", verdicts=model.verdicts[1:])
    comparison = compare(("A", "B"), [hostile], [model])
    assert "new, " in as_text(comparison)
    page, table = as_html(comparison), as_markdown(comparison)
    assert "<script" not in page
    assert "<td>new, " in page
    assert "<script" not in table
    assert "](https" not in table


def test_what_is_no_edition_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--compare", str(tmp_path / "absent")) == ExitCode.FAILURE
    assert "There is no pack at" in capsys.readouterr().err
    (tmp_path / "own.rego").write_text("package acme.own\n\nanswer := 1\n", encoding="utf-8")
    assert status("--compare", str(tmp_path)) == ExitCode.FAILURE
    assert f"'{tmp_path}' encodes no edition of the Code." in capsys.readouterr().err
