"""The example repositories through the whole command: what they are examples of, in every format alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from judge import answer

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode
from gpai_lint.policy.packs import load_builtin
from gpai_lint.reports.status_text import as_text

if TYPE_CHECKING:
    from judge import Judge

    from gpai_lint.findings.interface import Result

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DAY = ("--as-of", "2026-11-23")


def findings(name: str, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    run(["check", str(EXAMPLES / name), "--format", "json", *DAY, *words])
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
    return rows


def test_the_well_documented_model_has_no_warnings_either(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(EXAMPLES / "well-documented"), *DAY, "--fail-on", "warning"]) == ExitCode.CLEAN
    assert "no findings" in capsys.readouterr().out


def test_the_defects_are_found_where_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    places = {
        (row["rule"]["name"], row["file"], row["line"])  # type: ignore[index]
        for row in findings("full-of-defects", capsys)
    }
    assert {
        ("exemption-licence", "LICENSE", 3),
        ("authorised-representative", "README.md", 15),
        ("form-intended-uses", "README.md", 23),
        ("notification-in-time", "gpai-lint.yaml", 17),
        ("systemic-risk-denied", "gpai-lint.yaml", 18),
        ("exemption-systemic-risk", "gpai-lint.yaml", 19),
    } <= places
    assert {
        "safety-framework",
        "model-report",
        "incident-process",
        "copyright-policy-missing",
        "licences-disagree",
    } <= {name for name, _, _ in places}


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit", "markdown", "html"])
def test_the_exit_code_is_the_same_in_every_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, target = str(EXAMPLES / "full-of-defects"), str(tmp_path / "report")
    assert run(["check", bad, "--format", f"{form}={target}", *DAY]) == ExitCode.FINDINGS
    assert (tmp_path / "report").stat().st_size > 0
    capsys.readouterr()


@pytest.mark.parametrize("words", [("--exit-zero",), ("--fail-on", "never")])
def test_findings_fail_nothing_when_they_are_not_to(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(EXAMPLES / "full-of-defects"), *DAY, *words]) == ExitCode.CLEAN
    assert "errors" in capsys.readouterr().out


def test_several_reports_come_out_of_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--format", "text", "--format", f"json={tmp_path / 'a.json'}", "--format", f"sarif={tmp_path / 'a.sarif'}"]
    assert run(["check", str(EXAMPLES / "full-of-defects"), *DAY, *words]) == ExitCode.FINDINGS
    assert "errors" in capsys.readouterr().out
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema_version"] == "1"
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_same_files_and_day_give_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = ("json", "sarif", "markdown", "html")
    for name in ("one", "two"):
        formats = [word for form in forms for word in ("--format", f"{form}={tmp_path / f'{name}.{form}'}")]
        run(["check", str(EXAMPLES / "full-of-defects"), *DAY, *formats])
    for form in forms:
        assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"two.{form}").read_bytes()
    capsys.readouterr()


def test_the_calendar_decides_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    def worst(day: str) -> set[object]:
        run(["check", str(EXAMPLES / "full-of-defects"), "--format", "json", "--as-of", day])
        rows = json.loads(capsys.readouterr().out)["findings"]
        # A file that cannot be read fails the check on every day.
        return {row["level"] for row in rows if row["rule"]["category"] != "documents"}

    assert "error" not in worst("2025-07-01")
    assert "error" in worst("2026-11-23")


REQUIREMENTS = load_builtin().data["gpai"]["requirements"]

#: How many requirements of each chapter have each verdict.
COMPLETE = {
    "systemic-risk-provider": {
        "transparency": {"met": 58},
        "copyright": {"met": 16},
        "training_summary": {"met": 32, "not_applicable": 4},
        "safety_security": {"met": 119, "not_applicable": 5},
        "law": {"met": 22, "not_applicable": 2},
        "guidelines": {"met": 8, "not_applicable": 8},
    },
    "open-source-sme": {
        "transparency": {"not_applicable": 58},
        "copyright": {"met": 16},
        "training_summary": {"met": 32, "not_applicable": 4},
        "safety_security": {"not_applicable": 124},
        "law": {"met": 11, "not_applicable": 13},
        "guidelines": {"met": 12, "not_applicable": 4},
    },
}


def test_every_example_is_tried() -> None:
    configured = {path.parent.name for path in EXAMPLES.glob("*/gpai-lint.yaml")}
    assert configured == {"full-of-defects", "well-documented", *COMPLETE}


@pytest.fixture(scope="module")
def complete(judge: Judge) -> dict[str, Result]:
    """Return the results for the complete providers."""
    return {name: judge.check(EXAMPLES / name, DAY[1]) for name in COMPLETE}


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_provider_has_no_findings(name: str, complete: dict[str, Result]) -> None:
    result = complete[name]
    assert [(row.rule.name, row.location.file, row.message) for row in result.findings] == []
    assert result.evidence.unread == ()


@pytest.mark.parametrize("name", COMPLETE)
def test_every_requirement_of_a_complete_provider_is_decided(name: str, complete: dict[str, Result]) -> None:
    (model,) = complete[name].verdicts
    assert {row.id for row in model.verdicts} == set(REQUIREMENTS)
    counts: dict[str, dict[str, int]] = {}
    for row in model.verdicts:
        chapter = counts.setdefault(row.chapter, {})
        chapter[row.verdict] = chapter.get(row.verdict, 0) + 1
    assert counts == COMPLETE[name]


@pytest.mark.parametrize("name", COMPLETE)
def test_every_verdict_has_its_reason_and_its_place(name: str, complete: dict[str, Result]) -> None:
    (model,) = complete[name].verdicts
    for row in model.verdicts:
        assert row.why.endswith("."), row
        assert row.evidence or row.verdict == "not_applicable", row
        for file, line in row.evidence:
            lines = (EXAMPLES / name / file).read_text(encoding="utf-8").splitlines()
            assert lines[line - 1].strip(), (row.id, file, line)


@pytest.mark.opa
@pytest.mark.parametrize("name", COMPLETE)
def test_opa_gives_the_same_verdicts(name: str, complete: dict[str, Result], opa_judge: Judge) -> None:
    result = opa_judge.check(EXAMPLES / name, DAY[1])
    assert result.findings == ()
    assert result.verdicts == complete[name].verdicts


def test_the_complete_providers_are_what_they_are_examples_of(complete: dict[str, Result]) -> None:
    large, small = (complete[name].verdicts[0] for name in COMPLETE)
    questions = ["systemic_risk", "open_source_exempt", "sme", "third_country", "signatory_safety_security", "legacy"]
    scope = {question: (answer(large, question), answer(small, question)) for question in questions}
    assert scope == {
        "systemic_risk": ("yes", "no"),
        "open_source_exempt": ("no", "yes"),
        "sme": ("no", "yes"),
        "third_country": ("yes", "no"),
        "signatory_safety_security": ("yes", "no"),
        "legacy": ("no", "no"),
    }


@pytest.mark.parametrize("name", COMPLETE)
def test_status_leaves_no_verdict_without_a_word(name: str, complete: dict[str, Result]) -> None:
    text = as_text(complete[name].verdicts, "The Code", DAY[1])
    assert "The files hold evidence" not in text
    assert max(map(len, text.splitlines())) <= 110
    rows = complete[name].verdicts[0].verdicts
    asked = {row.chapter for row in rows if row.verdict != "not_applicable"}
    for row in rows:
        # Of a chapter that does not apply at all the reason is enough.
        assert row.id in text or (row.chapter not in asked and row.why in " ".join(text.split()))
        if row.verdict == "met":
            assert f"{row.evidence[0][0]}:{row.evidence[0][1]}" in text


def test_status_says_a_reason_once_for_all_that_share_it(judge: Judge) -> None:
    text = as_text([judge.status(EXAMPLES / "full-of-defects", DAY[1])], "The Code", DAY[1])
    reasons = [line.strip() for line in text.splitlines() if line.strip().startswith("No document answers")]
    assert len(reasons) == len(set(reasons)) > 0
    assert text.index("NOT MET") < text.index("  undecidable") < text.index("  met")


def test_status_says_a_remark_once_over_all_that_share_it(tmp_path: Path, judge: Judge) -> None:
    (tmp_path / "README.md").write_text("# Example 7B\nA language model with 7 billion parameters.\n", encoding="utf-8")
    (tmp_path / "gpai-lint.yaml").write_text(
        "provider: {name: Example Labs, country: FR, signatory: false}\n"
        "models:\n- {path: ., placed_on_market: true, gpai: true, open_source: false, systemic_risk: false}\n",
        encoding="utf-8",
    )
    model = judge.status(tmp_path, DAY[1])
    remark = "This compares the model with a chapter of the Code that the provider did not sign."
    compared = [row for row in model.verdicts if remark in row.remarks]
    assert {row.chapter for row in compared} == {"transparency", "copyright"}
    assert all(row.why == f"{row.reason} {remark}" for row in compared)
    assert " ".join(as_text([model], "The Code", DAY[1]).split()).count(remark) == 2
