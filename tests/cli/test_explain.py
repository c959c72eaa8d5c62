"""``explain`` and ``rules`` as a compliance lead uses them: ids in any spelling, and filters that add up."""

from __future__ import annotations

import json

import pytest

from gpai_lint.cli import run
from gpai_lint.errors import ExitCode


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(list(words)) == ExitCode.CLEAN
    return capsys.readouterr().out


def chosen(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(said(capsys, "rules", "--format", "json", *words))["rules"]
    return rows


def test_a_rule_says_what_why_who_since_when_and_how(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "explain", "gpai-601")
    for part in (
        "# GPAI-601 authorised-representative",
        "| Strength | binding law |",
        "| For whom | providers, for general-purpose AI models, where the provider is established outside the Union; "
        "not under the open-source exemption |",
        "| Since when | 2025-08-02; enforced from 2026-08-02; ",
        "; models on the Union market before have until 2027-08-02 |",
        "| Deadline | before placing on the Union market |",
        "| Read by | the AI Office and national authorities |",
        "## What it asks\n\n- **LAW-54** (AI Act, Article 54): ",
        "## Why",
        "## How to meet it",
        "## A bad example",
        "## A good example",
        "## Sources",
        "- LAW: Regulation (EU) 2024/1689",
    ):
        assert part in text


def test_a_requirement_says_what_decides_it_and_where_other_frameworks_speak(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, "explain", "MDF-8.1")
    assert '- **Form of the answer:** number in MWh with at least 2 significant figures, or "N/A" where ' in text
    assert "- **Read by:** the AI Office and national authorities." in text
    assert "- GPAI-163 form-energy: " in text
    assert "- Disclosure of energy and compute: ISO/IEC 42001: A.4.5; NIST AI RMF: MEASURE 2.12; " in text
    assert "Confidence: UNVERIFIED." in text


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("LAW-55.1a", "Its parts decide it where nothing else does"),
        ("LAW-55.1a", "S-3.2, A-3.1, A-3.2, A-3.3."),
        ("LAW-3.64-65", "Scope settles it: whether the model carries systemic risk."),
        ("LAW-53.7", "No rule: attestation only: no file can show it."),
        ("LAW-53.7", "- requirement: LAW-53.7"),
        ("LAW-101", "No rule: it says what a breach may cost and asks nothing more."),
        ("PS-0.f", "No rule: for information: it asks nothing of the provider."),
        ("T-1.3.b", "**Confidence in our reading:** UNVERIFIED"),
    ],
)
def test_a_requirement_without_a_rule_says_why(typed: str, wording: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert wording in said(capsys, "explain", typed)


def test_the_beginning_of_an_id_lists_what_begins_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "explain", "S", "9.3").splitlines()
    assert [line.split()[0] for line in lines[:-1]] == [
        "S-9.3/2d",
        "S-9.3/5d",
        "S-9.3/10d",
        "S-9.3/15d",
        "S-9.3/follow",
    ]
    assert lines[-1] == "5 requirements. 'gpai-lint explain S-9.3/2d' tells what one of them asks."


def test_what_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "safty-framework"]) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "gpai-lint: There is no rule and no requirement 'safty-framework'.\n  Did you mean 'safety-framework'?\n"
    )


def test_filters_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    copyright_rules = chosen(capsys, "--chapter", "copyright")
    assert {"GPAI-301", "GPAI-712"} <= {row["id"] for row in copyright_rules}
    both = chosen(capsys, "--chapter", "Copyright", "--strength", "encouraged")
    assert [row["name"] for row in both] == ["copyright-policy-summary"]
    narrowed = chosen(capsys, "--chapter", "copyright", "--category", "consistency", "--requirement", "c-1.3(4)")
    assert [row["id"] for row in narrowed] == ["GPAI-712"]
    assert chosen(capsys, "--chapter", "transparency", "--requirement", "S-9.3/2d") == []


def test_a_requirement_with_parts_lists_its_own_rules_and_points_to_the_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert [row["id"] for row in chosen(capsys, "--requirement", "LAW-55.1a")] == ["GPAI-623"]
    lines = said(capsys, "rules", "--requirement", "LAW-55.1a").splitlines()
    assert lines[0].startswith("GPAI-623  ")
    assert lines[-1] == "The rules of its parts decide the rest: 'gpai-lint explain LAW-55.1a' names them."


def test_the_list_counts_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "rules", "--requirement", "S-9.3/2d").splitlines()
    assert lines[0].startswith("GPAI-553  error    code       incident-critical-infrastructure  ")
    assert lines[-1].startswith("1 rule. ")
