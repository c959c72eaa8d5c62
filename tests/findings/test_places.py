"""Findings that stand at several places: each place counts for a comparison and for a waiver."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from checked_repository import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from command_outcome import Outcome

LEFT = "[More Information Needed]"
CARD = f"""\
# Aurora 7B

Aurora 7B is a language model.

## Uses

{LEFT}

## Limitations

{LEFT}

## Bias

Aurora was trained on English text.
"""

Place = tuple[int, list[int], str, bool | None]


@pytest.fixture
def places(tmp_path: Path, lint: Callable[..., Outcome]) -> Callable[..., list[Place]]:
    """Return a function that checks a card and tells where the built-in rule finds template text in it."""

    def call(card: str, *options: str, name: str = "README.md") -> list[Place]:
        for old in tmp_path.glob("*.md"):
            old.unlink()
        write(tmp_path, {name: card})
        outcome = lint("check", tmp_path, "--select", "placeholder-text", *options)
        return [
            (row["line"], [place["line"] for place in row.get("related", [])], row["status"], row.get("new"))
            for row in outcome.findings
            if row["rule"]["name"] == "placeholder-text"
        ]

    return call


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda card: card, (7, [11], "baseline", False)),
        (lambda card: card.replace("Aurora was trained on English text.", LEFT), (15, [7, 11], "active", True)),
        # One is filled in and another one left behind: that makes no fewer, and yet one is new.
        (
            lambda card: card.replace(LEFT, "Chat.", 1).replace("Aurora was trained on English text.", "TBD"),
            (15, [11], "active", True),
        ),
        (lambda card: card.replace(LEFT, "Chat.", 1), (11, [], "baseline", False)),
        (lambda card: card.replace("# Aurora 7B", "Released in May.\n\n# Aurora 7B"), (9, [13], "baseline", False)),
    ],
    ids=["same", "one-more", "another", "one-less", "moved"],
)
def test_one_more_place_is_new_and_shown(
    tmp_path: Path,
    repo: object,
    commit: Callable[[str], str],
    places: Callable[..., list[Place]],
    change: Callable[[str], str],
    found: Place,
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    assert places(change(CARD), "--diff", "HEAD") == [found]


def test_a_renamed_file_has_no_new_place(
    tmp_path: Path, repo: object, commit: Callable[[str], str], places: Callable[..., list[Place]]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    assert places(CARD, "--diff", "HEAD", name="MODEL_CARD.md") == [(7, [11], "baseline", False)]


def test_a_baseline_knows_every_place(
    tmp_path: Path, places: Callable[..., list[Place]], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    assert lint("baseline create", tmp_path).code == 0
    file = tmp_path / "gpai-lint-baseline.json"
    grown = CARD.replace("Aurora was trained on English text.", LEFT)
    assert places(CARD, "--baseline", str(file)) == [(7, [11], "baseline", False)]
    assert places(grown, "--baseline", str(file)) == [(15, [7, 11], "active", True)]
    # Updating does not accept what nobody looked at; told to, it does.
    assert lint("baseline update", tmp_path).code == 1
    assert places(grown, "--baseline", str(file)) == [(15, [7, 11], "active", True)]
    assert lint("baseline update", tmp_path, "--accept-new").code == 0
    assert places(grown, "--baseline", str(file)) == [(7, [11, 15], "baseline", False)]
    row = next(row for row in json.loads(file.read_text())["findings"] if row["name"] == "placeholder-text")
    assert [place["anchor"] for place in row["occurrences"]] == ["#Aurora 7B/Limitations", "#Aurora 7B/Bias"]


def test_a_waiver_at_one_place_leaves_the_others(places: Callable[..., list[Place]]) -> None:
    waived = CARD.replace(LEFT, f"<!-- gpai-lint: ignore[placeholder-text] The lawyers are at it -->\n{LEFT}", 1)
    assert places(waived) == [(8, [], "waived", None), (12, [], "active", None)]


def test_a_waiver_at_a_heading_leaves_the_other_headings(places: Callable[..., list[Place]], tmp_path: Path) -> None:
    waiver = "waivers:\n- rule: placeholder-text\n  anchor: '#Aurora 7B/Limitations'\n  reason: The lawyers are at it\n"
    write(tmp_path, {"gpai-lint.yaml": waiver})
    assert places(CARD) == [(7, [], "active", None), (11, [], "waived", None)]
