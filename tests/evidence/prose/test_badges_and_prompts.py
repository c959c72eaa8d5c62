"""Facts that stand in no text: on the badges beside a title, and in a prompt that is shown as code."""

from __future__ import annotations

import pytest

from tests.cards import told

_BADGE = "# Lark-V2\n\n![badge](https://img.shields.io/badge/{})\n"


@pytest.mark.parametrize(
    ("badge", "field", "value"),
    [
        ("Parameters-850B-orange.svg", "model.parameters_total", 850_000_000_000),
        ("Params-0.6B-green#model-badge", "model.parameters_total", 600_000_000),
        ("Model%20Size-4B%20parameters-green.svg?style=flat", "model.parameters_total", 4_000_000_000),
        ("Context-32%2C768_tokens-orange", "model.context_length", 32_768),
    ],
)
def test_a_badge_beside_the_title_tells_a_figure(badge: str, field: str, value: int) -> None:
    assert told(_BADGE.format(badge), field) == [(value, 3)]


@pytest.mark.parametrize("badge", ["Model%20Size-0.44%20MB-blue", "Context-API-61DAFB", "Parameters-tuned-red"])
def test_a_badge_without_a_figure_of_the_model_tells_none(badge: str) -> None:
    text = _BADGE.format(badge)
    assert told(text, "model.parameters_total") + told(text, "model.context_length") == []


def test_a_badge_counts_where_the_text_is_silent_and_beside_the_title() -> None:
    badge = _BADGE.format("Parameters-9B-blue")
    assert told(badge + "\nLark has 8.9B parameters.\n", "model.parameters_total") == [(8_900_000_000, 5)]
    assert told(badge.replace("\n\n", "\n\nIt sings.\n\n## Thanks\n\n"), "model.parameters_total") == []


_PROMPT = """\
    # Lark-V2

    ## Prompt

    ```
    You are {}, an assistant by Aviary.
    Today is {{date}}. Your knowledge cutoff date is {}.
    ```
    """


def test_a_prompt_for_the_model_tells_until_when_it_knows() -> None:
    assert told(_PROMPT.format("Lark", "December 2024"), "data.cutoff") == [("2024-12", 7)]
    assert told(_PROMPT.format("Finch", "December 2024"), "data.cutoff") == []
    assert told(_PROMPT.format("Lark", "{date}"), "data.cutoff") == []
