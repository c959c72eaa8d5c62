"""Regorus drops a rule with a key in its head when the call in the head's value is undefined for some key.

The value of such a rule is therefore bound in its body, where both engines skip the key.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACK = Path(__file__).parents[2] / "policies" / "code-of-practice-2025"
HEAD = re.compile(r"^[a-z_]+\[[^\]\n]+\] := _[a-z_]+\([^\n]*\) if\b", re.MULTILINE)


@pytest.mark.parametrize("path", sorted(PACK.rglob("*.rego")), ids=lambda path: path.stem)
def test_the_value_of_a_keyed_rule_is_bound_in_its_body(path: Path) -> None:
    assert HEAD.findall(path.read_text(encoding="utf-8")) == []


def test_the_check_knows_what_it_looks_for() -> None:
    assert HEAD.findall("best[model.index] := _best(model) if some model in input.models\n")
