"""The built-in pack: loaded from its sources and compiled, and described completely."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.builtin import GENERATED, builtin_folder, from_json, generated_metadata, to_json

PACK = load_builtin()


def test_compiling_loses_nothing() -> None:
    compiled = from_json(json.loads(json.dumps(to_json(PACK))))
    assert compiled.rules == PACK.rules
    assert compiled.data == PACK.data
    assert (compiled.digest, compiled.roots, compiled.trusted) == (PACK.digest, ("gpai",), True)
    assert [module.source for module in compiled.modules] == [module.source for module in PACK.modules]


def test_generated_metadata_is_up_to_date() -> None:
    committed = (builtin_folder() / GENERATED).read_text("utf-8")
    assert committed == generated_metadata(PACK), "run: python -m gpai_lint.policy.packs.generate"


@pytest.mark.parametrize("rule", PACK.rules.values(), ids=lambda rule: rule.id)
def test_every_rule_is_described(rule) -> None:  # type: ignore[no-untyped-def]
    for key in ("title", "description", "remediation", "since", "category"):
        assert getattr(rule, key), f"{rule.id} has no {key}"
    assert rule.requirements or rule.strength == "practice", f"{rule.id} names no requirement"
    unknown = set(rule.requirements) - PACK.data["gpai"]["requirements"].keys()
    assert not unknown, f"{rule.id} names requirements that do not exist"
    assert set(rule.depends_on) <= PACK.rules.keys(), f"{rule.id} depends on rules that do not exist"


def test_every_rule_has_tests_beside_it() -> None:
    folder = builtin_folder()
    for rule in PACK.rules.values():
        assert rule.location is not None
        source = folder.parent.parent / rule.location.file
        test = source.with_name(f"{source.stem}_test.rego")
        assert test.is_file(), f"{rule.id} has no {Path(test).name}"
