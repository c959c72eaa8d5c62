"""Published model repositories, read and judged on both engines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gpai_lint import pipeline
from gpai_lint.conclusion import conclude
from gpai_lint.configuration.target import Target, configure
from gpai_lint.findings.interface import Result
from gpai_lint.policy.engines import create
from gpai_lint.policy.interface import Engine, Pack
from gpai_lint.policy.packs import load_builtin
from gpai_lint.reports.interface import Style
from gpai_lint.reports.json_report import JsonReport

AS_OF = "2026-11-23"
PACKS: tuple[Pack, ...] = (load_builtin(),)


@pytest.fixture(scope="module")
def embedded() -> Iterator[Engine]:
    with create("embedded") as engine:
        engine.load(PACKS, {})
        yield engine


@pytest.fixture(scope="module")
def opa(opa_binary: str) -> Iterator[Engine]:
    with create("opa") as engine:
        engine.load(PACKS, {})
        yield engine


def results(root: Path, *engines: Engine) -> list[Result]:
    target = Target(root)
    reading = pipeline.read(target, AS_OF, configure(target))
    return [conclude(reading, pipeline.evaluate(reading, engine), PACKS, "any") for engine in engines]


@pytest.mark.corpus
@pytest.mark.opa
def test_both_engines_find_the_same_in_every_repository(corpus: Path, embedded: Engine, opa: Engine) -> None:
    repositories = sorted(path for path in corpus.iterdir() if path.is_dir())
    assert len(repositories) > 10
    for root in repositories:
        ours, reference = results(root, embedded, opa)
        rendered = [JsonReport().render(result, Style()) for result in (ours, reference)]
        assert rendered[0] == rendered[1], root.name
        assert ours.verdicts == reference.verdicts, root.name


@pytest.mark.corpus
def test_every_requirement_has_a_verdict_for_every_model(corpus: Path, embedded: Engine) -> None:
    wanted = set(PACKS[0].data["gpai"]["requirements"])
    root = corpus / "training-summaries"
    (result,) = results(root, embedded)
    assert result.verdicts
    for model in result.verdicts:
        assert {row.id for row in model.verdicts} == wanted


@pytest.mark.corpus
def test_findings_point_into_files_that_are_there(corpus: Path, embedded: Engine) -> None:
    for root in sorted(path for path in corpus.iterdir() if path.is_dir()):
        (result,) = results(root, embedded)
        for finding in result.findings:
            span = finding.location.span
            assert (root / finding.location.file).is_file(), finding
            assert span.line == span.end_line, finding
            assert finding.message.endswith("."), finding
            assert finding.remediation, finding
        json.dumps([dict(row) for row in result.scope])
