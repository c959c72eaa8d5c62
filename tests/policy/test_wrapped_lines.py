from __future__ import annotations

from typing import TYPE_CHECKING

from checked_repository import reading_of, write

if TYPE_CHECKING:
    from pathlib import Path


def _text(root: Path, body: str) -> str:
    write(root, {"README.md": f"# Aurora 7B\n\n{body}\n"})
    document = reading_of(root).document["documents"][0]
    return next(section["text"] for section in document["sections"] if section["title"] == "Aurora 7B")


def test_policies_see_a_wrapped_sentence_as_one_line(tmp_path: Path) -> None:
    body = "A disruption of critical infrastructure is reported\nwithin two days of learning of it."
    assert _text(tmp_path, body) == body.replace("\n", " ")


def test_short_lines_stay_lines(tmp_path: Path) -> None:
    assert _text(tmp_path, "1 Oak Street\n1000 Brussels") == "1 Oak Street\n1000 Brussels"


def test_paragraphs_stay_apart(tmp_path: Path) -> None:
    first = "This paragraph is certainly longer than any line that was ended on purpose"
    assert _text(tmp_path, f"{first}\n\nSecond.") == f"{first}\nSecond."
