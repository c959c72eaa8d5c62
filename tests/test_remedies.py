"""What a finding says to write: a card in which that was written is no longer found wanting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from judge import verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from judge import Judge

PACK = Path(__file__).resolve().parent.parent / "policies" / "code-of-practice-2025" / "gpai"
CARD = "# Example 7B\n\nExample 7B is a language model.\n\n## Details\n\n"
MODEL = "- {path: %s, placed_on_market: true, gpai: true, gpai_reasons: Text, union_market_date: 2026-01-01}\n"


def _suggestions(rule: str, by: Callable[[dict[str, Any]], str]) -> dict[str, str]:
    """Return the first quoted sentence of each row's remedy, by what tells the row."""
    table = yaml.safe_load((PACK / "rules" / rule / "data.yaml").read_text(encoding="utf-8"))
    quoted = {
        by(row): re.search(r'"([^"]+)"', " ".join(row["remediation"].split()))
        for row in table["rows"]
        if not row.get("form_only")
    }
    return {key: match[1] for key, match in quoted.items() if match}


def test_the_suggested_sentence_answers_the_item(tmp_path: Path, judge: Judge) -> None:
    suggestions = _suggestions("transparency/form_items", lambda row: str(row["requirements"][0]))
    assert len(suggestions) > 35
    for requirement, sentence in suggestions.items():
        directory = tmp_path / requirement
        directory.mkdir()
        (directory / "README.md").write_text(f"{CARD}- {sentence}\n", encoding="utf-8")
    models = "".join(MODEL % requirement for requirement in suggestions)
    (tmp_path / "gpai-lint.yaml").write_text(f"provider: {{country: FR}}\nmodels:\n{models}", encoding="utf-8")
    checked = judge.check(tmp_path, "2026-11-23").verdicts
    assert {model.path: verdict(model, model.path).verdict for model in checked} == dict.fromkeys(suggestions, "met")


def test_the_suggested_sentence_completes_the_copyright_policy(tmp_path: Path, judge: Judge) -> None:
    suggestions = _suggestions("copyright/policy_elements", lambda row: str(row["id"]))
    assert len(suggestions) > 10
    (tmp_path / "README.md").write_text(f"{CARD}- Crawlers used: yes\n", encoding="utf-8")
    (tmp_path / "gpai-lint.yaml").write_text(f"provider: {{country: FR}}\nmodels:\n{MODEL % '.'}", encoding="utf-8")
    policy = tmp_path / "COPYRIGHT_POLICY.md"
    policy.write_text("# Copyright policy\n\nWe respect the work of authors.\n", encoding="utf-8")
    before = {finding.rule.id for finding in judge.check(tmp_path, "2026-11-23").findings}
    asked = before & {*suggestions}
    assert len(asked) > 8
    policy.write_text(
        "# Copyright policy\n\n" + "\n\n".join(f"{each}." for each in suggestions.values()), encoding="utf-8"
    )
    assert not asked & {finding.rule.id for finding in judge.check(tmp_path, "2026-11-23").findings}
