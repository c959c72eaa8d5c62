"""The example repositories through the whole command: what they are examples of, in every format alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DAY = ("--as-of", "2026-11-23")
GOOD = sorted(
    path.name for path in EXAMPLES.iterdir() if (path / "gpai-lint.yaml").is_file() and path.name != "full-of-defects"
)


def findings(name: str, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    run(["check", str(EXAMPLES / name), "--format", "json", *DAY, *words])
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
    return rows


@pytest.mark.parametrize("name", GOOD)
def test_a_complete_repository_has_no_errors(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = [(row["level"], row["file"], row["message"]) for row in findings(name, capsys)]
    assert [row for row in found if row[0] == "error"] == []


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
    target = str(tmp_path / "report")
    bad, good = str(EXAMPLES / "full-of-defects"), str(EXAMPLES / "well-documented")
    assert run(["check", bad, "--format", f"{form}={target}", *DAY]) == ExitCode.FINDINGS
    assert (tmp_path / "report").stat().st_size > 0
    assert run(["check", good, "--format", f"{form}={target}", *DAY]) == ExitCode.CLEAN
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
    for form in ("json", "sarif", "markdown", "html"):
        for name in ("one", "two"):
            run(["check", str(EXAMPLES / "full-of-defects"), *DAY, "--format", f"{form}={tmp_path / name}"])
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    capsys.readouterr()


def test_the_calendar_decides_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    def worst(day: str) -> set[object]:
        run(["check", str(EXAMPLES / "full-of-defects"), "--format", "json", "--as-of", day])
        rows = json.loads(capsys.readouterr().out)["findings"]
        # A file that cannot be read fails the check on every day.
        return {row["level"] for row in rows if row["rule"]["category"] != "documents"}

    assert "error" not in worst("2025-07-01")
    assert "error" in worst("2026-11-23")
