from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checked_repository import AS_OF, CARD, PLACEHOLDER, at, missing, result_of, write

from gpai_lint import __version__
from gpai_lint.findings.interface import Gone, Status, Waiving
from gpai_lint.location import Location, Span
from gpai_lint.reports.interface import Style
from gpai_lint.reports.json_report import JsonReport

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result


def _json(result: Result) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(JsonReport().render(result, Style()))
    return shape


def test_a_finding_has_every_key_of_the_contract(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [missing("training.energy_mwh")])
    shape = _json(result)
    assert shape["schema_version"] == "1"
    assert shape["as_of"] == AS_OF
    assert shape["tool"] == {
        "name": "gpai-lint",
        "version": __version__,
        "engine": "embedded",
        "packs": ["code-of-practice-2025"],
    }
    (finding,) = shape["findings"]
    assert finding == {
        "rule": {
            "id": "GPAI-141",
            "name": "training-energy",
            "category": "transparency",
            "strength": "code",
            "measures": ["Transparency, Measure 1.1"],
            "articles": ["Article 53(1)(a)"],
            "url": "https://github.com/gpai-lint/gpai-lint/blob/main/docs/rules/training-energy.md",
        },
        "level": "error",
        "message": "The field 'training.energy_mwh' is stated nowhere.",
        "remediation": "Write the energy used for training in MWh, with two significant figures.",
        "file": "README.md",
        "line": 13,
        "column": 5,
        "end_line": 13,
        "end_column": 25,
        "anchor": "#Aurora 7B/Training/Energy and emissions",
        "model": ".",
        "requirements": ["MDF-8.1"],
        "fingerprint": result.findings[0].fingerprint,
        "status": "active",
    }


def test_the_summary_counts_what_is_shown_and_what_is_hidden(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD, "config.json": "{"})
    result = result_of(
        tmp_path,
        [missing("training.energy_mwh"), missing("data.tokens"), at(["placeholders", 0], PLACEHOLDER, "note")],
        scope=({"gpai": {"answer": "unknown", "why": "", "basis": ""}, "sme": {"answer": "no"}},),
        undecided=4,
        compared_with="main",
        gone=(Gone("GPAI-701", "licence-agreement", "README.md", "They differed.", "f" * 32),),
    )
    first, second, third = result.findings
    waiver = Waiving("Comes with the next release", Location("gpai-lint.yaml", Span(4, 3, 4, 9)), until="2026-09-01")
    result = result._replace(
        findings=(
            first._replace(status=Status.WAIVED, waiver=waiver),
            second._replace(status=Status.BASELINE, new=False),
            third._replace(new=True),
        ),
    )
    shape = _json(result)
    assert [finding["status"] for finding in shape["findings"]] == ["waived", "baseline", "active"]
    assert shape["findings"][0]["waiver"]["reason"] == "Comes with the next release"
    assert [finding.get("new") for finding in shape["findings"]] == [None, False, True]
    summary = shape["summary"]
    assert {key: summary[key] for key in ("models", "errors", "warnings", "notes", "active")} == {
        "models": 1,
        "errors": 0,
        "warnings": 0,
        "notes": 1,
        "active": 1,
    }
    assert {key: summary[key] for key in ("waived", "baseline", "undecided", "new", "unchanged", "fixed")} == {
        "waived": 1,
        "baseline": 1,
        "undecided": 4,
        "new": 1,
        "unchanged": 1,
        "fixed": 1,
    }
    assert [row["file"] for row in summary["unread"]] == ["config.json"]
    assert [row["question"] for row in summary["unknown"]] == ["gpai"]
    assert summary["gone"][0]["rule"] == "GPAI-701"
