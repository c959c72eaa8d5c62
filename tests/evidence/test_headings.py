"""Headings that carry the id of a requirement bind their section to it."""

from __future__ import annotations

import pytest

from gpai_lint.artifacts.interface import Artifact
from gpai_lint.artifacts.markdown import parse
from gpai_lint.evidence.headings import read


def bound(text: str) -> list[tuple[str, int, str]]:
    artifact = Artifact("FRAMEWORK.md", "markdown", "safety_framework", parse("FRAMEWORK.md", text.encode()))
    return [(row.item, row.location.span.line, row.text) for row in read(artifact, 0)]


def test_a_heading_binds_the_text_of_its_section() -> None:
    text = "# Framework\n\n## Trigger points (S-1.1(1), S-1.2(1))\n\nEvery fourfold\ngrowth.\n\n## Next\n\nMore.\n"
    assert bound(text) == [
        ("S-1.1(1)", 3, "Every fourfold growth."),
        ("S-1.2(1)", 3, "Every fourfold growth."),
    ]


@pytest.mark.parametrize(
    "item",
    ["MDF-2.7a", "MDF-8.1", "PS-H.1", "PS-2.2.1", "PS-1.1.a", "T-1.2.a", "C-1.3(1)(a)", "S-7.3(1)(a)-(d)", "S-10.2",
     "S-9.3/2d", "A-1.4(1)", "A-1.3.1", "LAW-53.1d", "LAW-AXI-1", "S-4.1(2)-(3)"],
)  # fmt: skip
def test_every_form_of_id_is_known(item: str) -> None:
    assert [row[0] for row in bound(f"## {item} What we do\n\nText.\n")] == [item]


@pytest.mark.parametrize(
    "title",
    ["Measure 1.2", "Commitment 7", "T-5 and A-100 results", "S-1", "GPT-4.1", "Version A-1.4x", "Section 2.1"],
)
def test_other_numbers_bind_nothing(title: str) -> None:
    assert bound(f"## {title}\n\nText.\n") == []
