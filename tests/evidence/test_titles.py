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
        ("Whimbrel-7B Weight File Documentation", "Whimbrel-7B"),
        ("Whimbrel-7B Model Weights", "Whimbrel-7B"),
        ("Whimbrel-7B Documentation", "Whimbrel-7B"),
        ("WhimbrelGPT Legal Documentation", "WhimbrelGPT Legal Documentation"),
        ("Whimbrel-7B User Guide", "Whimbrel-7B"),
        ("Whimbrel-7B 模型介绍", "Whimbrel-7B"),
        ("Whimbrel-7B Delta Weights Converter", "Whimbrel-7B Delta Weights Converter"),
        ("Getting started with Whimbrel-7B", "Whimbrel-7B"),
        ("How to use Whimbrel-7B", "Whimbrel-7B"),
        ("Official repository of Whimbrel-7B", "Whimbrel-7B"),
        ("About Whimbrel-7B", "Whimbrel-7B"),
        ("This repository is no longer maintained, please refer to:", ""),
        ("The Repository", "Repository"),
        ("Whimbrel-7B：文本模型", "Whimbrel-7B"),
        ("Official PyTorch Implementation of Whimbrel-7B", "Whimbrel-7B"),
        ('Code and models for "Whimbrel: Songs of Waders"', "Whimbrel"),
        ("Whimbrel Model for Songs", "Whimbrel Model for Songs"),
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
        *("Evaluations", "Variants", "Hyperparameters", "Features", "Notes", "Methods", "Generation"),
        *("Gallery", "Key Feature", "Result", "Model info", "Intro", "Resources", "Useful links"),
        *("Getting started with Docker", "How to use the model", "About birds", "Weight File Documentation"),
        *(
            "Unified Model for Songs and Speech",
            "Generative Models are In-Context Singers",
            "A Small Language Model for Waders",
            "Our text-to-song models for NIGHTS",
        ),
        *("Official code for the ABCD paper", 'PyTorch implementation of "Efficient Songs of Waders and Other Birds"'),
        *("User Guide", "模型介绍（Introduction）", "介绍 Introduction", "Introduction / 简介"),
    ],
)
def test_headings_of_parts_are_no_names(title: str) -> None:
    assert name_in_title(title) == ""


@pytest.mark.parametrize("first", ["## *Model updated on May 24*", "# Updates", "# LLM"])
@pytest.mark.parametrize("level", ["#", "##"])
def test_the_title_of_a_card_may_stand_below_others(first: str, level: str) -> None:
    text = f"{first}\n\nA new version.\n\n{level} Model Card for Whimbrel-2B\n\nIt writes.\n"
    assert told(text, "model.name", "model_card") == [("Whimbrel-2B", 5)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<p align="center"><b>Whimbrel-7B</b></p>\n\nAn open model.', [("Whimbrel-7B", 1)]),
        ("**Whimbrel-7B**\n\nAn open model.", [("Whimbrel-7B", 1)]),
        ("**Important news**\n\nAn open model.", []),
        ("**Whimbrel-7B** sings.\n\nAn open model.", []),
    ],
)
def test_a_bold_line_at_the_top_is_a_title(text: str, name: list[tuple[str, int]]) -> None:
    assert told(text, "model.name", "model_card") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Update!\n\nNews.\n\n# Whimbrel | [Demo](x)\n\n**Whimbrel is developed by Nest.**", [("Whimbrel", 5)]),
        ("## Welcome\n\nHello.\n\n# Whimbrel-voice-v3\n\nIt sings.", [("Whimbrel-voice-v3", 5)]),
        ("## Update! There is more.\n\n# WHIMBREL: Songs by Waders\n\nIt sings.", [("WHIMBREL", 3)]),
        (
            "# This repository has moved, see:\n\n## A\n\n## B\n\n## C\n\n# Whimbrel-Audio\n\nText.",
            [("Whimbrel-Audio", 9)],
        ),
        ("# Introduction\n\nText.\n\n# Whimbrel-Audio\n\nText.", []),
        ("# Introduction\n\nText.\n\n# Robustness\n\nRobustness is measured, and songs are too.", []),
    ],
)
def test_below_the_news_the_title_is_what_the_text_speaks_of(text: str, name: list[tuple[str, int]]) -> None:
    assert told(f"{text}\n", "model.name", "model_card") == name
