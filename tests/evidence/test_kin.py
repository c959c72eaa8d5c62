"""Which names are those of one family."""

from __future__ import annotations

import pytest

from gpai_lint.evidence.kin import begin_alike, holds_core, is_of_family


@pytest.mark.parametrize(
    ("name", "root", "related"),
    [
        ("Lark 2", "Lark 3", True),
        ("Larkv2", "Lark", True),
        ("Nest-Lark-v1-5B", "Lark", True),
        ("Lark-Melodious", "Lark", True),
        ("LarkMelodious", "Lark", True),
        ("LarkSong", "LarkChoir", True),
        ("Lark Vision Base", "Lark", True),
        ("Swift-2B", "Lark and Swift", True),
        # Words about it, other words, and names too short to tell anything.
        ("Lark Roadmap", "Lark", False),
        ("Larks of the World", "Lark", False),
        ("Skylark", "Lark", False),
        ("Wren 2", "Lark 3", False),
        ("Owl-2", "Owl", False),
        ("LarkSong Meeting", "LarkChoir", False),
    ],
)
def test_a_name_is_of_a_family_by_its_core_and_the_words_beside_it(name: str, root: str, related: bool) -> None:
    assert is_of_family(name, [root]) == related


def test_names_that_begin_with_the_family_are_alike_whatever_follows() -> None:
    assert begin_alike("Lark 1 Swift", ["Lark 3"])
    assert not begin_alike("Wren 1 Swift", ["Lark 3"])


def test_a_text_tells_of_a_family_where_its_core_stands_in_it() -> None:
    assert holds_core("the weights of Larkv2", ["Lark 3"])
    assert not holds_core("the weights of larks and of Larkin", ["Lark 3"])
