"""Every pattern in the policies compiles on the embedded engine, whose limit on a compiled pattern is low."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import regorus
import yaml

PACK = Path(__file__).parents[2] / "policies" / "code-of-practice-2025"


def texts(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value)]
    return [node] if isinstance(node, str) else []


def patterns(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".rego":
        return re.findall(r"`([^`]*)`", source)
    return [
        text for key in ("pattern", "patterns") for node in find(yaml.safe_load(source), key) for text in texts(node)
    ]


def find(node: Any, key: str) -> list[Any]:
    if isinstance(node, dict):
        return [value for name, value in node.items() if name == key] + [
            hit for value in node.values() for hit in find(value, key)
        ]
    if isinstance(node, list):
        return [hit for value in node for hit in find(value, key)]
    return []


FILES = sorted(path for path in PACK.rglob("*") if path.name == "data.yaml" or path.suffix == ".rego")


def too_large(pattern: str) -> bool:
    engine = regorus.Engine()
    engine.add_policy("test.rego", "package test\nmatched := regex.match(input.pattern, input.text)")
    engine.set_input_json(json.dumps({"pattern": pattern, "text": "a model card"}))
    try:
        engine.eval_rule_as_json("data.test.matched")
    except RuntimeError as error:
        # A raw string in Rego may be a message and no pattern at all: only the limit is of interest here.
        return "exceeded size limit" in str(error)
    return False


@pytest.mark.parametrize("path", [path for path in FILES if patterns(path)], ids=lambda path: path.parent.name)
def test_patterns_stay_below_the_limit_of_the_embedded_engine(path: Path) -> None:
    assert [pattern for pattern in patterns(path) if too_large(pattern)] == []


def test_the_limit_is_noticed() -> None:
    assert too_large("territory[^.]{0,120}(excluding|except|other than|outside)[^.]{0,40}union")
