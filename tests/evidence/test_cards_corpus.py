"""What is read of published cards, against what a careful reader found in them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.configuration.interface import Configuration
from gpai_lint.evidence.interface import Fact, State
from gpai_lint.evidence.read import read_evidence
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from pathlib import Path

#: The truth's names of facts, and the fields they are read as.
FIELDS = {
    "params_total": "model.parameters_total",
    "params_active": "model.parameters_active",
    "context_length": "model.context_length",
    "train_tokens": "data.tokens",
    "gpu_hours": "training.gpu_hours",
    "carbon_tco2e": "training.carbon_tco2e",
    "data_cutoff": "data.cutoff",
    "release_date": "model.release_date",
    "license": "distribution.licence",
    "contact": "provider.contact",
    "provider_name": "provider.name",
    "hardware": "training.hardware",
    "intended_use": "use.intended",
    "out_of_scope": "use.out_of_scope",
}
SLACK = 3
NEEDED = 0.95


@pytest.fixture(scope="module")
def truth(corpus: Path) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((corpus / "truth.yaml").read_text(encoding="utf-8"))
    return parsed


@pytest.fixture(scope="module")
def told(corpus: Path, truth: dict[str, Any]) -> dict[tuple[str, str], list[Fact]]:
    """Return the stated facts of every annotated file."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for name in sorted({row["dir"] for row in truth["present"]}):
        artifacts, unread = parse_tree(WorkingTree(corpus / name))
        for fact in read_evidence(artifacts, unread, Configuration()).facts:
            if fact.state is State.STATED:
                found[name, fact.location.file].append(fact)
    return found


def near(fact: Fact, line: int) -> bool:
    span = fact.location.span
    return span.line - SLACK <= line <= span.end_line + SLACK


@pytest.mark.corpus
def test_what_stands_in_cards_is_read_where_it_stands(
    truth: dict[str, Any], told: dict[tuple[str, str], list[Fact]]
) -> None:
    rows = [row for row in truth["present"] if row["file"].endswith(".md") and row["fact"] in FIELDS]
    missed = [
        (row["dir"], row["file"], row["line"], row["fact"])
        for row in rows
        if not any(
            fact.field == FIELDS[row["fact"]] and near(fact, row["line"]) for fact in told[row["dir"], row["file"]]
        )
    ]
    assert len(missed) <= (1 - NEEDED) * len(rows), missed


@pytest.mark.corpus
def test_what_a_card_does_not_say_is_not_read_into_it(
    truth: dict[str, Any], told: dict[tuple[str, str], list[Fact]]
) -> None:
    said = {(row["dir"], row["file"], row["fact"]) for row in truth["present"]}
    silent = [row for row in truth["absent"] if row["fact"] in FIELDS]
    invented = [
        (row["dir"], row["file"], fact.field, fact.value)
        for row in silent
        if (row["dir"], row["file"], row["fact"]) not in said
        for fact in told[row["dir"], row["file"]]
        if fact.field == FIELDS[row["fact"]]
    ]
    assert invented == []


@pytest.mark.corpus
def test_both_sides_of_a_contradiction_are_read(truth: dict[str, Any], told: dict[tuple[str, str], list[Fact]]) -> None:
    for row in truth["contradictions"]:
        if row["file"].endswith(".md"):
            facts = told[row["dir"], row["file"]]
            read = [line for line in row["lines"] if any(near(fact, line) for fact in facts)]
            assert read, (row["dir"], row["file"], row["description"])
