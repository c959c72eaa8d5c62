"""The end of the pipeline: what the policies said, as verdicts and as located findings of the rules that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.findings.build import build_findings
from gpai_lint.findings.interface import Result
from gpai_lint.findings.locate import Locator
from gpai_lint.findings.selection import Selection, loosened_by_configuration, rules_of
from gpai_lint.findings.verdicts import build_status
from gpai_lint.pipeline import data_of, evaluate
from gpai_lint.policy.loosening import adjustments

if TYPE_CHECKING:
    from gpai_lint.findings.verdicts import ModelStatus
    from gpai_lint.pipeline import Evaluation, Reading
    from gpai_lint.policy.interface import Engine, Pack


def judge(reading: Reading, engine: Engine, packs: tuple[Pack, ...]) -> tuple[ModelStatus, ...]:
    """Return scope and verdicts of every model of a reading."""
    evaluation = evaluate(reading, engine, packs)
    requirements = data_of(packs, "gpai", "requirements")
    places = reading.configuration.locate
    return build_status(reading.document, evaluation.scope, evaluation.status, requirements, places)


def conclude(
    reading: Reading, evaluation: Evaluation, packs: tuple[Pack, ...], engine: str, selection: Selection | None = None
) -> Result:
    """Turn what the policies said into located findings, and count what they could not decide."""
    rules = rules_of(packs)
    locator = Locator(reading.document, reading.evidence, reading.configuration.locate)
    requirements = data_of(packs, "gpai", "requirements")
    places = reading.configuration.locate
    verdicts = build_status(reading.document, evaluation.scope, evaluation.status, requirements, places)
    loosened = adjustments(packs).loosened
    selection = selection or Selection()
    findings = build_findings(evaluation.report, reading.evidence, rules, locator, selection)
    notices = [row.in_words() for row in loosened]
    notices += loosened_by_configuration(selection, evaluation.report, rules, reading.configuration.file)
    return Result(
        as_of=reading.document["as_of"],
        findings=findings,
        rules=rules,
        evidence=reading.evidence,
        document=reading.document,
        scope=evaluation.scope,
        verdicts=verdicts,
        undecided=len({row.id for model in verdicts for row in model.verdicts if row.verdict == "undecidable"}),
        engine=engine,
        packs=tuple(pack.name for pack in packs),
        root=str(reading.target.root),
        tree=reading.tree,
        requirements=requirements,
        notices=tuple(notices),
        loosened=loosened,
    )
