"""The table of built-in functions says what OPA says of them."""

from __future__ import annotations

import json
import subprocess
from importlib import resources
from typing import Any

import pytest


@pytest.mark.opa
def test_the_table_is_that_of_opa(opa_binary: str) -> None:
    said = subprocess.run([opa_binary, "capabilities", "--current"], capture_output=True, check=True).stdout
    functions = sorted(json.loads(said)["builtins"], key=lambda function: function["name"])
    expected = [_line(each["name"], each["decl"]) for each in functions if "variadic" not in each["decl"]]
    table = resources.files("gpai_lint.policy.compiler").joinpath("signatures.txt").read_text("utf-8").splitlines()
    assert [line for line in table if not line.startswith("#")] == expected


def _line(name: str, declared: dict[str, Any]) -> str:
    args = ", ".join(map(_type, declared.get("args", ())))
    return f"{name}({args}) -> {_type(declared['result']) if 'result' in declared else 'none'}"


def _type(declared: dict[str, Any]) -> str:
    kind, dynamic = declared["type"], declared.get("dynamic", {})
    if kind == "any":
        return "|".join(map(_type, declared.get("of", ()))) or "any"
    if kind == "array" and "static" in declared:
        return f"[{', '.join(map(_type, declared['static']))}]"
    if kind == "object" and "static" not in declared:
        inside = f"{_type(dynamic['key'])}: {_type(dynamic['value'])}"
    elif kind in {"array", "set"}:
        inside = _type(dynamic or declared["of"])
    else:
        return str(kind)
    return str(kind) if inside in {"any", "any: any"} else f"{kind}[{inside}]"
