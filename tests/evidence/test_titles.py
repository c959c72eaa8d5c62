"""The name of a model in the title of its document, and titles that hold none."""

from __future__ import annotations

import pytest
from cards import told

from gpai_lint.evidence.titles import name_in_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What's Whimbrel?", "Whimbrel"),
        ("Whimbrel 3 Has Arrived", "Whimbrel 3"),
        ("Whimbrel (Optimised for X2) Overview", "Whimbrel (Optimised for X2)"),
        ("Whimbrel 3 Training Recipe", "Whimbrel 3"),
        ("WhimbrelGPT model README", "WhimbrelGPT"),
        ("Introduction to Whimbrel2.5 Series", "Whimbrel2.5"),
        ("Whimbrel 3.0 Language Models", "Whimbrel 3.0"),
        ("WhimbrelGPT multilingual model", "WhimbrelGPT"),
        ("Wader Language Models", "Wader Language"),
        ("Model card for the paper ``Efficient Songs of Waders``", ""),
        ("WhimbrelGPT (paper, code)", "WhimbrelGPT"),
        (":speaker: WhimbrelGPT: Songs of Waders", "WhimbrelGPT"),
        ("WhimbrelGPT, Towards Models of Waders", "WhimbrelGPT"),
        ('<h1 style="margin: 0;";">WBL: The Wader Bird Language', "WBL"),
    ],
)
def test_what_a_title_says_besides_is_no_part_of_the_name(title: str, name: str) -> None:
    assert name_in_title(title) == name


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Abstract",
            "Tokenizer",
            "Training",
            "What's New",
            "Chat Template",
            "Model updated on May 24",
            "Updates",
            "LLM",
        ),
        *("Gallery", "Key Feature", "Result", "Model info", "Intro", "Resources", "Useful links"),
    ],
)
def test_headings_of_parts_are_no_names(title: str) -> None:
    assert name_in_title(title) == ""


@pytest.mark.parametrize("first", ["## *Model updated on May 24*", "# Updates", "# LLM"])
@pytest.mark.parametrize("level", ["#", "##"])
def test_the_title_of_a_card_may_stand_below_others(first: str, level: str) -> None:
    text = f"{first}\n\nA new version.\n\n{level} Model Card for Whimbrel-2B\n\nIt writes.\n"
    assert told(text, "model.name", "model_card") == [("Whimbrel-2B", 5)]
