"""Modules merged into one: the same results, and places that lead back."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from gpai_lint.policy.engines.opa_merge import merge
from gpai_lint.policy.interface import Module
from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from pathlib import Path

LIB = """# METADATA
# title: Terms
package acme.lib.terms

import rego.v1

default known(_) := false

known(name) if name in _names

_names := {"one", "two"}
"""
RULE = """package acme.rules.names

import data.acme.lib.terms as words
import input.items

report contains {"known": item, "words": "known"} if {
	some item in items
	words.known(item)
	not _odd(item)
}

_odd(item) if item == "two"
"""
SHARED = """package acme.other

report contains 1

all := {"report": report | some report in ["x"]}
"""


def modules(**sources: str) -> list[Module]:
    packages = {"lib": "acme.lib.terms", "rule": "acme.rules.names", "shared": "acme.other"}
    return [Module(f"{name}.rego", source, packages[name]) for name, source in sources.items()]


@pytest.mark.opa
def test_the_same_results(tmp_path: Path, opa_binary: str) -> None:
    merged = merge(modules(lib=LIB, rule=RULE), "acme")
    assert len(merged) == 1
    for path, source in (("merged.rego", merged[0].source), ("lib.rego", LIB), ("rule.rego", RULE)):
        (tmp_path / path).write_text(source)
    (tmp_path / "input.json").write_text('{"items": ["one", "two", "three"]}')
    answers = []
    for files in (["merged.rego"], ["lib.rego", "rule.rego"]):
        words = [opa_binary, "eval", "--input", "input.json", *(f"--data={file}" for file in files), "data.acme"]
        answer = subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
        answers.append(json.loads(answer.stdout)["result"][0]["expressions"][0]["value"])
    assert answers[0] == answers[1]
    assert answers[0]["rules"]["names"]["report"] == [{"known": "one", "words": "known"}]


def test_a_place_leads_back() -> None:
    (merged,) = merge(modules(lib=LIB, rule=RULE), "acme")
    lines = merged.source.split("\n")
    for text, path, line, column in (
        ("data.acme.lib.terms.known(item)", "rule.rego", 8, 2),
        ("data.acme.lib.terms._names", "lib.rego", 9, 24),
        ("rules.names._odd(item) if", "rule.rego", 12, 1),
    ):
        found = next(number for number, each in enumerate(lines, 1) if text in each)
        module, *place = merged.locate(found, lines[found - 1].index(text) + 1)
        assert (module.path, *place) == (path, line, column)


def test_what_takes_a_parser_stays_alone() -> None:
    merged, alone = merge(modules(lib=LIB, shared=SHARED), "acme")
    assert "package acme\n" in merged.source
    assert alone.source == SHARED


def test_the_builtin_pack_is_one_module() -> None:
    merged = merge(load_builtin().modules, "gpai")
    assert [part.parts[0][1].path for part in merged[1:]] == [], "a rule and a variable share a name there"
