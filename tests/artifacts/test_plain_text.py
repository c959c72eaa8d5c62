"""Plain text: paragraphs, items, underlined headings, keys."""

from __future__ import annotations

import pytest

from gpai_lint.artifacts.plain_text import parse
from gpai_lint.errors import ArtifactError


def test_underlined_lines_are_headings() -> None:
    prose = parse("README.rst", b"Model\n=====\n\nIntro.\n\nData\n----\n\n* one\n* two\n")
    assert [section.path for section in prose.sections[1:]] == [("Model",), ("Model", "Data")]
    assert [(block.kind, block.text, block.span.line) for block in prose.blocks] == [
        ("paragraph", "Intro.", 4),
        ("item", "one", 9),
        ("item", "two", 10),
    ]


def test_lines_of_a_paragraph_stay_together() -> None:
    (block,) = parse("LICENSE", b"Permission is hereby\ngranted, free of charge\n").blocks
    assert block.text == "Permission is hereby\ngranted, free of charge"
    assert block.part(21, 28).line == 2


def test_keys_are_read() -> None:
    (entry,) = parse("card.txt", b"License: Apache 2.0\n").entries
    assert (entry.key, entry.value) == ("License", "Apache 2.0")


def test_a_rule_of_signs_is_no_heading() -> None:
    prose = parse("NOTICE", b"=====\nNotice\n=====\n\ntext\n")
    assert "text" in [block.text for block in prose.blocks]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ArtifactError, match="NUL"):
        parse("LICENSE", b"a\x00b")


def test_fields_and_bold_keys_of_other_markups_are_keys() -> None:
    prose = parse("README.rst", b":License: MIT\n:Developer: Birdworks\n\n* **Context length**: 32K\n")
    assert [(entry.key, entry.value) for entry in prose.entries] == [
        ("License", "MIT"),
        ("Developer", "Birdworks"),
        ("Context length", "32K"),
    ]
