from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from command_outcome import Outcome

FIXED = CARD.replace("We will publish figures soon.", "Training used 1,200 MWh of energy.")


def _entries(path: Path) -> list[dict[str, Any]]:
    """Return the entries of the demo pack: the built-in rules have theirs too."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["findings"]
    return [row for row in rows if row["rule"].startswith("ACME")]


@pytest.fixture
def baseline(tmp_path: Path, lint: Callable[..., Outcome]) -> Path:
    """Return a baseline of a repository with the card that all tests begin with."""
    write(tmp_path, {"a/MODEL_CARD.md": CARD})
    file = tmp_path / "gpai-lint-baseline.json"
    assert lint("baseline create", tmp_path).code == 0
    return file


def test_what_is_in_the_baseline_does_not_fail_a_check(
    tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]
) -> None:
    outcome = lint("check", tmp_path, "--baseline", baseline)
    assert outcome.code == 0
    assert outcome.states() == [("ACME-1", "baseline", False), ("ACME-2", "baseline", False)]
    assert outcome.summary["baseline"] == 2
    assert outcome.summary["compared_with"] == "the baseline 'gpai-lint-baseline.json'"


def test_what_is_not_in_the_baseline_fails_it(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    outcome = lint("check", tmp_path, "--baseline", baseline)
    assert outcome.code == 1
    assert {row["file"] for row in outcome.findings if row["new"]} == {"b/MODEL_CARD.md"}


def test_entries_say_what_was_found_and_where(baseline: Path) -> None:
    energy, leftover = _entries(baseline)
    assert (energy["file"], energy["anchor"], energy["level"]) == (
        "a/MODEL_CARD.md",
        "missing:training.energy_mwh",
        "error",
    )
    assert (leftover["name"], leftover["level"]) == ("acme-leftovers", "warning")
    assert not any(str(number) in key for key in energy for number in range(10))


def test_one_baseline_serves_checks_of_every_directory(
    tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    assert lint("baseline update", tmp_path, "--accept-new").code == 0
    outcome = lint("check", tmp_path / "b", "--baseline", baseline)
    assert outcome.code == 0
    assert [row["file"] for row in outcome.findings] == ["MODEL_CARD.md", "MODEL_CARD.md"]
    # Nothing is known of the files above: they count neither as new nor as fixed.
    assert (outcome.summary["unchanged"], outcome.summary["fixed"]) == (2, 0)


def test_the_configuration_names_the_baseline(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"gpai-lint.yaml": f"baseline: {baseline.name}\n"})
    assert lint("check", tmp_path).code == 0
    assert lint("check", tmp_path, "--no-baseline").code == 1


def test_an_update_takes_fixed_findings_out(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"a/MODEL_CARD.md": FIXED})
    outcome = lint("baseline update", tmp_path)
    assert "fixed  a/MODEL_CARD.md  ACME-1 acme-energy" in outcome.out
    assert [row["rule"] for row in _entries(baseline)] == ["ACME-2"]
    write(tmp_path, {"a/MODEL_CARD.md": CARD})
    assert lint("check", tmp_path, "--baseline", baseline).states()[0] == ("ACME-1", "active", True)


def test_an_update_swallows_nothing_new(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    outcome = lint("baseline update", tmp_path)
    assert outcome.code == 1
    assert "new  b/MODEL_CARD.md:13:5  error  ACME-1 acme-energy: " in outcome.out
    assert {row["file"] for row in _entries(baseline)} == {"a/MODEL_CARD.md"}


def test_an_update_adds_what_is_new_only_when_told_to(
    tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    outcome = lint("baseline update", tmp_path, "--accept-new")
    assert outcome.code == 0
    assert "added  b/MODEL_CARD.md:13:5" in outcome.out
    assert {row["file"] for row in _entries(baseline)} == {"a/MODEL_CARD.md", "b/MODEL_CARD.md"}


def test_an_update_keeps_the_accepted_level_of_a_finding_that_became_graver(
    tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"gpai-lint.yaml": "rules:\n  ACME-2: error\n"})
    assert lint("check", tmp_path, "--baseline", baseline).states()[1] == ("ACME-2", "active", True)
    assert lint("baseline update", tmp_path).code == 1
    assert [row["level"] for row in _entries(baseline)] == ["error", "warning"]


def test_a_waived_finding_needs_no_entry(tmp_path: Path, lint: Callable[..., Outcome]) -> None:
    waiver = "waivers:\n  - rule: acme-energy\n    reason: Metering begins in May\n"
    write(tmp_path, {"README.md": CARD, "gpai-lint.yaml": waiver})
    lint("baseline create", tmp_path)
    assert [row["rule"] for row in _entries(tmp_path / "gpai-lint-baseline.json")] == ["ACME-2"]


def test_a_second_creation_is_refused(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    before = baseline.read_bytes()
    outcome = lint("baseline create", tmp_path)
    assert outcome.code == 2
    assert "baseline update" in outcome.err
    assert baseline.read_bytes() == before


def test_the_same_findings_give_the_same_file(tmp_path: Path, baseline: Path, lint: Callable[..., Outcome]) -> None:
    before = baseline.read_bytes()
    assert lint("baseline update", tmp_path).code == 0
    assert baseline.read_bytes() == before


@pytest.mark.usefixtures("baseline")
def test_show_lists_what_is_in_it(tmp_path: Path, lint: Callable[..., Outcome], capsys: Any) -> None:
    from gpai_lint.cli import run

    assert run(["baseline", "show", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "a/MODEL_CARD.md  error    ACME-1 acme-energy: The energy used to train 'Aurora 7B' is not stated." in shown
    assert "in 1 file." in shown


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("", "The baseline is no JSON"),
        ('{"schema_version": "1", "findings": [', "The baseline is no JSON"),
        ("[]", "not of version 1"),
        ('{"schema_version": "0", "findings": []}', "not of version 1"),
        ('{"schema_version": "1"}', "no list 'findings'"),
        ('{"schema_version": "1", "findings": [{"rule": "ACME-1"}]}', "Entry 1 of the baseline is not complete"),
        ("\ufeff[" * 3, "The baseline is no JSON"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_wrong_usage(
    tmp_path: Path, lint: Callable[..., Outcome], content: str | None, message: str
) -> None:
    write(tmp_path, {"README.md": CARD})
    file = tmp_path / "known.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    outcome = lint("check", tmp_path, "--baseline", file)
    assert outcome.code == 2
    assert message in outcome.err
