"""Lines that serve as headings: in bold, or with a colon, above a table, a list or a paragraph."""

from __future__ import annotations

import pytest

from tests.cards import told

_SHAPE = """\
    # Lark

    ## Evaluation Results

    Lark is better than Finch.

    {}

    | Model | Lark-small | Lark-large |
    |---|---|---|
    | Number of layers | 6 | 24 |
    | Max. Sequence Length | 512 | 512 |
    | # Parameters | 30M | 278M |
    """


def test_a_line_that_describes_the_model_ends_the_part_on_results() -> None:
    text = _SHAPE.format("**Model Architecture:**\n    Lark is based on an encoder-only transformer architecture.")
    assert [value for value, _ in told(text, "model.context_length")] == [512, 512]
    assert [value for value, _ in told(text, "model.parameters_total")] == [30_000_000, 278_000_000]
    assert [line for _, line in told(text, "model.architecture")] == [8]
    assert told(_SHAPE.format("**Scores:**"), "model.context_length") == []


def test_a_line_on_training_keeps_its_settings_apart() -> None:
    text = "# Lark\n\n## Model\n\n{}\n\nThe sequence length is limited to 2048, and the batch size is 128.\n"
    assert told(text.format("**Training details:**"), "model.context_length") == told(
        text.format("").replace("## Model", "## Training details"), "model.context_length"
    )


_ROWS = """\
    | Data set | Description | Weight |
    |---|---|---|
    | Common Crawl | Pages of the web | 77% |
    | Nest_Clean | Code | 5% |
    """


@pytest.mark.parametrize("line", ["**Pre-Training Data**", "We trained it on these sets:", "**Training data:**"])
def test_a_line_says_what_the_table_below_it_lists(line: str) -> None:
    text = f"    # Lark\n\n    ## Data\n\n    {line}\n\n{_ROWS}"
    assert told(text, "data.datasets") == [(["Common Crawl"], 9), (["Nest_Clean"], 10)]


@pytest.mark.parametrize("line", ["**Test Data**", "**Evaluation**", "How the training data compares:"])
def test_a_table_below_a_line_on_evaluation_lists_no_training_data(line: str) -> None:
    assert told(f"    # Lark\n\n    ## Data\n\n    {line}\n\n{_ROWS}", "data.datasets") == []
