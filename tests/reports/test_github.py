from __future__ import annotations

from typing import TYPE_CHECKING

from checked_repository import CARD, PLACEHOLDER, at, missing, result_of, write

from gpai_lint.findings.interface import Status
from gpai_lint.reports.github import GithubReport
from gpai_lint.reports.interface import Style

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result

NOTE = at(["placeholders", 0], PLACEHOLDER, "note")
ENERGY = missing("training.energy_mwh")
LICENCE = at(["models", 0, "facts", "distribution.licence", 0])


def _lines(result: Result) -> list[str]:
    return GithubReport().render(result, Style()).splitlines()


def test_a_finding_is_a_command_with_its_place_title_and_remedy(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    assert _lines(result_of(tmp_path, [ENERGY]))[0] == (
        "::error file=README.md,line=13,endLine=13,col=5,endColumn=25,"
        "title=GPAI-141 training-energy (Transparency%2C Measure 1.1; Article 53(1)(a))"
        "::The field 'training.energy_mwh' is stated nowhere.%0A"
        "Write: Write the energy used for training in MWh, with two significant figures."
    )


def test_the_worst_come_first_whatever_their_place(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    commands = [line.split(" ")[0] for line in _lines(result_of(tmp_path, [NOTE, LICENCE, ENERGY]))]
    assert commands[:3] == ["::error", "::warning", "::notice"]


def test_no_more_than_github_shows_and_a_count_of_the_rest(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    rows = [{**row, "message": f"Number {i}."} for row in (ENERGY, LICENCE, NOTE) for i in range(13)]
    lines = _lines(result_of(tmp_path, rows))
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"::error": 10, "::warning": 10, "::notice": 7}
    # Three of the ten notices that GitHub shows are left for what the run and the action say about themselves.
    assert lines[-2] == (
        "::notice title=gpai-lint::3 errors, 3 warnings, 7 notes more without an annotation: GitHub shows 10 of a kind."
    )
    assert lines[-1] == "gpai-lint: 13 errors, 13 warnings, 13 notes; 0 waived, 0 known before."


def test_what_the_repository_holds_cannot_end_a_command_or_begin_another(tmp_path: Path) -> None:
    name = "a,b=c%3A::d.md"
    write(tmp_path, {f"{name}/MODEL_CARD.md": CARD})
    row = {**ENERGY, "message": "100 % of it\r\n::error::forged\n::stop-commands::x"}
    lines = _lines(result_of(tmp_path, [row]))
    assert len(lines) == 2
    assert f"file={name}/MODEL_CARD.md".replace("%", "%25").replace(",", "%2C").replace(":", "%3A") in lines[0]
    assert "::100 %25 of it%0D%0A::error::forged%0A::stop-commands::x%0A" in lines[0]


def test_known_and_waived_findings_are_counted_and_not_shown(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": CARD})
    result = result_of(tmp_path, [ENERGY, LICENCE])
    first, second = result.findings
    findings = (first._replace(status=Status.WAIVED), second._replace(status=Status.BASELINE))
    assert _lines(result._replace(findings=findings)) == [
        "gpai-lint: 0 errors, 0 warnings, 0 notes; 1 waived, 1 known before."
    ]


def test_paths_start_at_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    root = write(tmp_path / "models" / "a", {"README.md": CARD})
    assert "::error file=models/a/README.md,line=13," in _lines(result_of(root, [ENERGY]))[0]
