"""What a finding says to write: a card in which that was written is no longer found wanting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from judge import verdict

if TYPE_CHECKING:
    from judge import Judge

PACK = Path(__file__).resolve().parent.parent / "policies" / "code-of-practice-2025" / "gpai"
CARD = "# Example 7B\n\nExample 7B is a language model.\n\n## Details\n\n"
MODEL = "- {path: %s, placed_on_market: true, gpai: true, gpai_reasons: Text, union_market_date: 2026-01-01}\n"


def _suggestions() -> dict[str, str]:
    """Return the first quoted sentence of each remedy for an item of the form, by its requirement."""
    table = yaml.safe_load((PACK / "rules/transparency/form_items/data.yaml").read_text(encoding="utf-8"))
    quoted = {
        row["requirements"][0]: re.search(r'"([^"]+)"', " ".join(row["remediation"].split()))
        for row in table["rows"]
        if not row.get("form_only")
    }
    return {requirement: match[1] for requirement, match in quoted.items() if match}


def test_the_suggested_sentence_answers_the_item(tmp_path: Path, judge: Judge) -> None:
    suggestions = _suggestions()
    assert len(suggestions) > 35
    for requirement, sentence in suggestions.items():
        directory = tmp_path / requirement
        directory.mkdir()
        (directory / "README.md").write_text(f"{CARD}- {sentence}\n", encoding="utf-8")
    models = "".join(MODEL % requirement for requirement in suggestions)
    (tmp_path / "gpai-lint.yaml").write_text(f"provider: {{country: FR}}\nmodels:\n{models}", encoding="utf-8")
    checked = judge.check(tmp_path, "2026-11-23").verdicts
    assert {model.path: verdict(model, model.path).verdict for model in checked} == dict.fromkeys(suggestions, "met")
