"""An error in Rego looks alike from both engines: the file, the line, the source line, a caret."""

from __future__ import annotations

from pathlib import Path

import pytest

from gpai_lint.errors import GpaiLintError
from gpai_lint.policy.engines import create
from gpai_lint.policy.packs import load_pack

DOCUMENT = {"as_of": "2026-11-23", "models": [{"name": "Example 7B", "index": 0}]}

#: Source below the package line, the line and column of the error, and what its message begins with on both engines.
CASES = {
    "no Rego": ("deny contains 1 if {\n\tinput.x == = 1\n}\n", 4, 13, ""),
    "unknown function": (
        'deny contains 1 if {\n\tlower_case("A") == "a"\n}\n',
        4,
        2,
        "There is no function 'lower_case'",
    ),
    "unsafe variable": ("deny contains 1 if {\n\tsize == 2\n}\n", 4, 2, "Nothing gives the variable 'size' a value"),
    "built-in function that fails": (
        "deny contains 1 if {\n\tsome model in input.models\n\tto_number(lower(model.name)) == 1\n}\n",
        5,
        2,
        "to_number: ",
    ),
    "wrong type at run time": (
        "deny contains 1 if {\n\tsome model in input.models\n\tcount(model.index) == 1\n}\n",
        5,
        2,
        "count: ",
    ),
    "wrong number of arguments": ('deny contains 1 if {\n\tsprintf("a") == lower("a")\n}\n', 4, 2, "sprintf: "),
    "division by zero": (
        "deny contains 1 if {\n\tsome model in input.models\n\t1 + 10 / (count(model) - 2) == 1\n}\n",
        5,
        6,
        "div: divide by zero",
    ),
    "remainder by zero": ("deny contains 1 if {\n\tcount([7 % 0]) == 1\n}\n", 4, 9, "rem: modulo by zero"),
    "arithmetic over texts": (
        "deny contains 1 if {\n\tsome model in input.models\n\tmodel.name + 2 == 1\n}\n",
        5,
        2,
        "",
    ),
    "function with several values": (
        'deny contains kind("ab")\n\nkind(x) := 1 if startswith(x, "a")\n\nkind(x) := 2 if endswith(x, "b")\n',
        7,
        1,
        "A function has one value, and this one has several",
    ),
    "rule with several values": (
        "deny contains size\n\nsize := 1 if count(input.models) > 0\n\nsize := 2 if count(input.models) < 9\n",
        7,
        1,
        "A rule has one value, and this one has several",
    ),
}


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
@pytest.mark.parametrize("case", CASES)
def test_an_error(case: str, engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    body, line, column, message = CASES[case]
    source = f"package acme.names\n\n{body}"
    (tmp_path / "acme.rego").write_text(source)
    error = _failure(tmp_path, engine)
    said, text, caret = error.message.split("\n")[:3]
    assert str(error.location) == f"{tmp_path}/acme.rego:{line}:{column}"
    assert said.startswith(message)
    assert text == f"  {line} | {source.splitlines()[line - 1]}"
    assert caret.endswith("^")
    assert len(caret) - len("    | ") == column
    # Nothing of the folder that OPA is given shows through.
    assert "gpai-lint-opa-" not in str(error)


@pytest.mark.parametrize("written", [r"`(a\w{1,100}){60}`", r'"(a\\w{1,100}){60}"'])
def test_a_pattern_that_the_embedded_engine_does_not_take(written: str, tmp_path: Path) -> None:
    source = f"package acme.names\n\n_pattern := {written}\n\ndeny contains 1 if regex.match(_pattern, `x`)\n"
    (tmp_path / "acme.rego").write_text(source)
    error = _failure(tmp_path, "embedded")
    assert str(error.location) == f"{tmp_path}/acme.rego:3:13"
    assert error.message.startswith("A pattern is larger than the embedded engine allows (in acme.names).\n  3 | ")
    assert "name those that you mean" in str(error.hint)


@pytest.mark.parametrize(
    ("rule", "column", "hint"),
    [
        ('deny contains $"on {input.as_of}" if true', 15, "Use sprintf, or --engine opa."),
        ("deny contains y if { y == 2 + x; x := 1; y := 3 }", 31, "--engine opa."),
    ],
)
def test_what_opa_alone_understands(rule: str, column: int, hint: str, tmp_path: Path) -> None:
    (tmp_path / "acme.rego").write_text(f"package acme.names\n\n{rule}\n")
    error = _failure(tmp_path, "embedded")
    assert str(error.location) == f"{tmp_path}/acme.rego:3:{column}"
    assert str(error.hint).endswith(hint)


def _failure(folder: Path, engine: str) -> GpaiLintError:
    with create(engine) as opened:
        try:
            opened.load((load_pack(folder),), {})
            opened.query("data.acme.names.deny", DOCUMENT)
        except GpaiLintError as error:
            return error
    pytest.fail(f"{engine} finds nothing wrong")
