"""Comments that bind a passage to an item."""

from __future__ import annotations

import pytest
from cards import card

from gpai_lint.evidence.bindings import read


def bound(text: str) -> list[tuple[str, str, int]]:
    return [(row.item, row.text, row.location.span.line) for row in read(card(text), 0)]


def test_a_comment_on_its_own_line_binds_what_follows() -> None:
    text = """\
        # Lark

        <!-- gpai: MDF-8.1 -->
        Training took 433 MWh.

        <!-- gpai: C-1.3(1)(a) -->
        ## Crawling

        Text.
        """
    assert bound(text) == [("MDF-8.1", "Training took 433 MWh.", 3), ("C-1.3(1)(a)", "Crawling", 6)]


def test_a_comment_behind_text_binds_that_text() -> None:
    text = "# Lark\n\nTrained for 12 days. <!-- gpai: MDF-7.1a -->\n\nSomething else.\n"
    assert bound(text) == [("MDF-7.1a", "Trained for 12 days.", 3)]


def test_one_comment_can_bind_several_items() -> None:
    text = "<!-- gpai: MDF-8.1, MDF-8.2 -->\nMeasured at the wall: 433 MWh.\n"
    assert [item for item, _, _ in bound(text)] == ["MDF-8.1", "MDF-8.2"]


def test_a_comment_before_a_table_binds_the_table() -> None:
    text = "<!-- gpai: MDF-2.7a -->\n\n| Params | Tokens |\n|---|---|\n| 7B | 2T |\n"
    assert bound(text) == [("MDF-2.7a", "Params", 1)]


@pytest.mark.parametrize("written", ["gpai: mdf-8.1", "gpai:MDF8.1", "GPAI : MDF-8.1x"])
def test_an_item_that_is_not_well_written_is_kept_to_be_told(written: str) -> None:
    assert len(bound(f"<!-- {written} -->\nTraining took 433 MWh.\n")) == 1


def test_other_comments_bind_nothing() -> None:
    for comment in (
        "gpai-lint: ignore GPAI-101",
        "gpai: see below",
        "gpai:",
        "MDF-8.1",
        "gpai: MDF-8.1 because we said so",
        "gpai: 7B",
    ):
        assert bound(f"<!-- {comment} -->\ntext\n") == [], comment


def test_a_binding_at_the_end_of_the_document_is_kept_with_nothing_bound() -> None:
    assert bound("text\n\n<!-- gpai: MDF-8.1 -->\n") == [("MDF-8.1", "", 3)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("# Lark\n\nTrained for 12 days. <!-- gpai: MDF-7.1a -->\n", "stated"),
        ("# Lark\n\n<!-- gpai: MDF-7.1a -->\n\n[More Information Needed]\n", "placeholder"),
        ("# Lark\n\n<!-- gpai: MDF-7.1a -->\n## Training time\n\nTBD\n", "placeholder"),
        ("# Lark\n\n<!-- gpai: MDF-7.1a -->\n## Training time\n", "placeholder"),
        ("# Lark\n\n<!-- gpai: MDF-7.1a -->\n## Training time\n\n### Days\n\nIt took 12 days.\n", "stated"),
        ("# Lark\n\n<!-- gpai: MDF-7.1a -->\n## Training time\n\n| Days |\n|---|\n| 12 |\n", "stated"),
    ],
)
def test_a_passage_that_a_template_left_behind_is_no_evidence(text: str, state: str) -> None:
    (binding,) = read(card(text), 0)
    assert binding.state.value == state
