"""Smaller providers and open models are asked for less, visibly and with the reason, until something ends that."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from judge import answer, levels, verdict

from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from judge import Judge

    from gpai_lint.findings.interface import Result

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = "2026-11-23"
REQUIREMENTS = load_builtin().data["gpai"]["requirements"]
EXEMPTIBLE = {name for name, row in REQUIREMENTS.items() if row["open_source_exempt"]}
DOMAINS = "training-summary-domain-share"
#: Requirements that are softer for smaller companies.
RELIEVED = {name for name, row in REQUIREMENTS.items() if row.get("sme_note")}


def changed(judge: Judge, root: Path, example: str, *changes: tuple[str, str, str]) -> Result:
    """Return the result for an example in which some passages, each ``(file, old, new)``, are others."""
    target = root / example
    shutil.copytree(EXAMPLES / example, target)
    for file, old, new in changes:
        text = (target / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (target / file).write_text(text.replace(old, new), encoding="utf-8")
    return judge.check(target, DAY)


def test_the_exemption_takes_away_what_the_law_takes_away_and_no_more(judge: Judge) -> None:
    model = judge.status(EXAMPLES / "open-source-sme", DAY)
    assert answer(model, "open_source_exempt") == "yes"
    for row in model.verdicts:
        if row.id in EXEMPTIBLE:
            article = "54(6)" if row.id == "LAW-54" else "53(2)"
            assert row.verdict == "not_applicable"
            assert row.why.startswith(f"The model is exempt as free and open-source (Article {article}).")
            assert row.evidence
    assert {row.verdict for row in model.verdicts if row.chapter in {"copyright", "training_summary"}} == {
        "met",
        "not_applicable",
    }
    assert verdict(model, "LAW-53.1c").verdict == verdict(model, "LAW-53.1d").verdict == "met"
    assert all(verdict(model, name).verdict == "met" for name in ("LAW-53.2", "G-OSS-LIC", "G-OSS-MON", "G-OSS-PUB"))
    assert len(EXEMPTIBLE) == 63


CONFIGURATION = "gpai-lint.yaml"
SIGNED = (CONFIGURATION, "transparency: false", "transparency: true")


@pytest.mark.parametrize(
    ("change", "rule", "why"),
    [
        ((CONFIGURATION, "monetised: false", "monetised: true"), "exemption-monetised", "is monetised"),
        ((CONFIGURATION, "flop: 1.7e+23", "flop: 1.7e+25"), "exemption-systemic-risk", "with systemic risk is never"),
        (
            ("README.md", "license: apache-2.0", "license: cc-by-nc-4.0"),
            "exemption-licence",
            "not free and open-source",
        ),
    ],
)
def test_what_ends_the_exemption_brings_the_duties_back(
    change: tuple[str, str, str], rule: str, why: str, tmp_path: Path, judge: Judge
) -> None:
    result = changed(judge, tmp_path, "open-source-sme", change, SIGNED)
    (model,) = result.verdicts
    scope = {row.question: row for row in model.scope}
    assert scope["open_source_exempt"].answer == "no"
    assert why in scope["open_source_exempt"].why
    assert levels(result, rule, "form-data-curation") == {rule: "error", "form-data-curation": "error"}
    assert verdict(model, "LAW-53.1a").verdict == verdict(model, "MDF-6.6").verdict == "not_met"
    assert not any("is exempt" in row.why for row in model.verdicts)


def test_an_exemption_in_doubt_lowers_the_level_and_takes_nothing_away(tmp_path: Path, judge: Judge) -> None:
    result = changed(judge, tmp_path, "open-source-sme", (CONFIGURATION, "  monetised: false\n", ""), SIGNED)
    (model,) = result.verdicts
    assert answer(model, "open_source_exempt") == "unknown"
    assert levels(result, "form-data-curation") == {"form-data-curation": "warning"}
    assert verdict(model, "MDF-6.6").verdict == "not_met"


def test_a_provider_that_does_not_rely_on_the_exemption_has_none(tmp_path: Path, judge: Judge) -> None:
    change = (CONFIGURATION, "open_source: true", "open_source: false")
    (model,) = changed(judge, tmp_path, "open-source-sme", change, SIGNED).verdicts
    assert verdict(model, "G-OSS-MON").why == "The configuration does not rely on the open-source exemption."
    assert verdict(model, "LAW-53.1a").verdict == "not_met"


@pytest.mark.parametrize(
    ("size", "level", "decided"),
    [("size: small", None, "met"), ("size: large", "error", "not_met"), ("size: small-mid-cap", "error", "not_met")],
)
def test_only_small_and_medium_sized_enterprises_list_a_thousand_domains(
    size: str, level: str | None, decided: str, tmp_path: Path, judge: Judge
) -> None:
    result = changed(judge, tmp_path, "open-source-sme", (CONFIGURATION, "size: small", size))
    row = verdict(result.verdicts[0], "PS-2.3.e")
    assert levels(result, DOMAINS).get(DOMAINS) == level
    assert row.verdict == decided
    assert ("Relief for smaller companies: For small and medium-sized" in row.why) == (size == "size: small")


@pytest.mark.parametrize("size", ["medium", "small-mid-cap", "large"])
def test_reliefs_in_safety_and_security_are_said_where_they_are_due(size: str, tmp_path: Path, judge: Judge) -> None:
    result = changed(judge, tmp_path, "systemic-risk-provider", (CONFIGURATION, "size: large", f"size: {size}"))
    (model,) = result.verdicts
    said = {row.id for row in model.verdicts if "Relief for smaller companies" in row.why}
    expected = {"A-3.5", "S-0.2", "S-3.5/2", "S-7", "S-8.1/presume"}
    assert said == {"large": set(), "medium": expected | {"PS-2.3.e"}, "small-mid-cap": expected}[size]
    assert said < RELIEVED
    assert answer(model, "sme") == ("yes" if size == "medium" else "no")
    assert answer(model, "small_mid_cap") == ("yes" if size == "small-mid-cap" else "no")
