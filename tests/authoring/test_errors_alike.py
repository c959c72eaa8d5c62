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
    "no Rego": ("deny contains 1 if {\n\tinput.x == = 1\n}\n", 4, 13, "The Rego does not parse: "),
    "no Rego after texts": ('deny contains 1 if {\n\tinput.x == "äöü" == = 1\n}\n', 4, 22, "The Rego does not parse: "),
    "a body that does not end": ("deny contains 1 if {\n\tinput.x == 1\n", 4, 14, "The Rego does not parse: "),
    "a list that does not end": ("p if {\n\tx := [1, 2\n\tx\n}\n", 5, 2, "The Rego does not parse: "),
    "a bracket of another kind": ('p if {\n\tx := {"a": [1, 2}\n\tx\n}\n', 4, 18, "The Rego does not parse: "),
    "a with that says nothing": ("p if {\n\tinput.y with input.x\n}\n", 5, 1, "The Rego does not parse: "),
    "a text that does not end": ('deny contains "a\n', 3, 15, "The Rego does not parse: "),
    "a raw text that does not end": ("deny contains `a\n", 3, 15, "The Rego does not parse: "),
    "an escape that is none": ('deny contains "a\\q"\n', 3, 15, "The Rego does not parse: "),
    "a number with a zero before": ("p := 012\n", 3, 6, "The Rego does not parse: "),
    "a rule without if": (
        "import rego.v1\n\ndeny contains 1 {\n\tinput.x == 1\n}\n",
        5,
        1,
        "The Rego does not parse: `if` keyword is required before rule body",
    ),
    "a rule without if beside others": (
        "deny contains 1 if input.x\n\nwarn contains 1 {\n\tinput.x == 1\n}\n",
        5,
        1,
        "The Rego does not parse: `if` keyword is required before rule body",
    ),
    "a name with a dash": ("my-rule := 1\n", 3, 3, "The Rego does not parse: "),
    "a character that is none": ("p := input.x ? 1\n", 3, 14, "The Rego does not parse: "),
    "a keyword for a name": ("p if {\n\tdefault := 1\n}\n", 4, 2, "The Rego does not parse: "),
    "a brace too many": ("p if {\n\tinput.x\n}\n}\n", 6, 1, "The Rego does not parse: "),
    "a some without a domain": ("p if {\n\tsome x in\n}\n", 4, 9, "The Rego does not parse: "),
    "a some without a domain before another": ("p if {\n\tsome x in; x == 1\n}\n", 4, 9, "The Rego does not parse: "),
    "a not of a not": ("p if {\n\tnot not input.x\n}\n", 4, 6, "The Rego does not parse: "),
    "a not of a not after more": ("p if {\n\tinput.y; not not input.x\n}\n", 4, 15, "The Rego does not parse: "),
    "a not of an every": ("p if {\n\tnot every x in input.x { x }\n}\n", 4, 6, "The Rego does not parse: "),
    "a comparison for a head": ("p == 1 if {\n\tinput.x\n}\n", 3, 8, "The Rego does not parse: "),
    "a comparison of a path for a head": ("p.q == 1 if {\n\tinput.x\n}\n", 3, 10, "The Rego does not parse: "),
    "a comparison of a call for a head": ("f(x) < 1 if {\n\tinput.x\n}\n", 3, 10, "The Rego does not parse: "),
    "no import": ("import foo.bar\n", 3, 8, "The Rego does not parse: "),
    "an unknown version": ("import rego.v9\n", 3, 8, "The Rego does not parse: invalid import `rego.v9`"),
    "a rule called input": ("input := 1\n", 3, 1, "rules must not shadow input (use a different rule name)"),
    "a variable called input": (
        "p if {\n\tinput := 1\n}\n",
        4,
        2,
        "variables must not shadow input (use a different variable name)",
    ),
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

#: What is wrong in rules that nothing evaluates: Regorus alone would take all of it.
CASES |= {
    name: (f"warn contains 1 if input.never\n\n{body}", line, column, message)
    for name, (body, line, column, message) in {
        "unused variable": ("p if {\n\tsome x\n\tinput.a\n}\n", 6, 2, "declared var x unused"),
        "unused variable beside one in use": (
            "p if {\n\tsome x, y\n\tinput.a[x]\n}\n",
            6,
            2,
            "declared var y unused",
        ),
        "unused element": ("p if {\n\tevery x in input.a { input.b }\n}\n", 6, 23, "declared var x unused"),
        "two imports of a name": (
            "import data.acme.kind\nimport data.other.kind\np := kind.a\n",
            6,
            1,
            "import must not shadow import data.acme.kind",
        ),
        "a set of what nothing gives": (
            "p contains size if {\n\tinput.a\n}\n",
            5,
            12,
            "Nothing gives the variable 'size' a value",
        ),
        "a value that nothing gives": ("p := size if input.a\n", 5, 6, "Nothing gives the variable 'size' a value"),
        "a key that nothing gives": ("p[size] := 1 if input.a\n", 5, 3, "Nothing gives the variable 'size' a value"),
        "an else that nothing gives": (
            "p := 1 if {\n\tinput.a\n} else := size if {\n\tinput.b\n}\n",
            7,
            11,
            "Nothing gives the variable 'size' a value",
        ),
        "an argument that nothing gives": (
            "p if {\n\tinput.a\n\tinput.b == count(size)\n}\n",
            7,
            13,
            "Nothing gives the variable 'size' a value",
        ),
        "a variable in a negation": (
            "p if {\n\tinput.a\n\tnot input.b[size]\n}\n",
            7,
            2,
            "Nothing gives the variable 'size' a value",
        ),
        "a variable in a closure": (
            "p if {\n\tevery x in input.a { x == size }\n}\n",
            6,
            23,
            "Nothing gives the variable 'size' a value",
        ),
        "assigned twice": ("p if {\n\tx := 1\n\tx := 2\n\tx == 1\n}\n", 7, 2, "var x assigned above"),
        "declared and assigned": ("p if {\n\tsome x\n\tx := 2\n\tx == 1\n}\n", 7, 2, "var x declared above"),
        "used before it is assigned": ("p if {\n\tinput.a == x\n\tx := 1\n}\n", 7, 2, "var x referenced above"),
        "an argument assigned": ("f(x) := 1 if {\n\tx := 2\n}\n", 6, 2, "arg x redeclared"),
        "an assignment denied": ("p if {\n\tnot x := 2\n}\n", 6, 2, "cannot assign vars inside negated expression"),
        "an argument called input": (
            "f(input) := 3 if true\n",
            5,
            1,
            "args must not shadow input (use a different variable name)",
        ),
        "a function hidden by a variable": (
            "p if {\n\tcount := 2\n\tcount([1]) == 3\n}\n",
            7,
            2,
            "called function count shadowed",
        ),
        "too many arguments": ("p if {\n\tinput.a\n\tcount([1], 2, 3)\n}\n", 7, 2, "count: arity mismatch"),
        "too few arguments": (
            "f(a, b) := a + b\n\np if f(1) == 2\n",
            7,
            6,
            "function data.acme.names.f has arity 2, got 1 argument",
        ),
        "an unknown function": ("p if {\n\tinput.a\n\tlower_case(1)\n}\n", 7, 2, "There is no function 'lower_case'"),
        "a function of Rego v0": (
            "p if {\n\tinput.a\n\tany([true])\n}\n",
            7,
            2,
            "deprecated built-in function calls in expression: any",
        ),
        "what print gives": ('p := x if {\n\tx := print("a")\n}\n', 6, 7, "print: it gives no value"),
        "a set and a value": (
            "p contains 1 if input.a\n\np := 2 if input.b\n",
            5,
            1,
            "conflicting rules data.acme.names.p found",
        ),
        "rules under a rule": ("p := 1\n\np.q := 2\n", 5, 1, "rule data.acme.names.p conflicts with: rule data.acme"),
        "two defaults": (
            "default p := 1\n\ndefault p := 2\n",
            1,
            1,
            "multiple default rules data.acme.names.p found at ",
        ),
        "a default that depends": (
            "default p := input.a\n",
            5,
            1,
            "The Rego does not parse: illegal default rule (value cannot contain ref)",
        ),
        "rules in a circle": (
            "p := q if input.a\n\nq := p if input.b\n",
            5,
            1,
            "The rule is recursive: data.acme.names.p -> data.acme.names.q -> data.acme.names.p",
        ),
        "a circle through every package": (
            "p contains x if x := data.acme[_].p[_]\n",
            5,
            1,
            "The rule is recursive: data.acme.names.p -> data.acme.names.p",
        ),
        "a circle through a declared step": (
            "p := q\n\nq contains 1 if {\n\tsome name\n\tdata.acme[name].p\n}\n",
            5,
            1,
            "The rule is recursive: data.acme.names.p -> data.acme.names.q -> data.acme.names.p",
        ),
        "a function in a circle": ("f(x) := f(x - 1) if x > 0\n", 5, 1, "The rule is recursive: "),
        "nothing to replace": (
            "p if {\n\tcount([1]) == 1 with size as 2\n}\n",
            6,
            23,
            "with keyword target must reference existing input, data, or a function",
        ),
        "a function of other arguments to replace one": (
            "f(a, b) := a + b\n\np if {\n\tcount([1]) == 1 with count as f\n}\n",
            8,
            18,
            "count: arity mismatch",
        ),
        "a built-in function of other arguments": (
            "p if {\n\tcount([1]) == 1 with count as concat\n}\n",
            6,
            18,
            "count: arity mismatch",
        ),
        "a function to replace a value": (
            "f(a) := a\n\np if {\n\tinput.a with input as f\n}\n",
            8,
            24,
            "function data.acme.names.f used as reference, not called",
        ),
        "a set without contains": ("b[2]\n", 5, 1, "The Rego does not parse: `contains` keyword is required"),
        "an annotation of a package before a rule": (
            "# METADATA\n# scope: package\np := 1 if input.a\n",
            5,
            1,
            "The Rego does not parse: annotation scope 'package' must be applied to package (have rule)",
        ),
        "an annotation before nothing": (
            "p := 1 if input.a\n\n# METADATA\n# title: Lost\n",
            7,
            1,
            "The Rego does not parse: invalid annotation scope ''",
        ),
        "an annotation of an unknown scope": (
            "# METADATA\n# scope: module\np := 1 if input.a\n",
            5,
            1,
            "The Rego does not parse: invalid annotation scope 'module'",
        ),
        "a number for a text": (
            'p if {\n\tinput.a\n\tstartswith("a", 1)\n}\n',
            7,
            2,
            "startswith: invalid argument(s)",
        ),
        "a text for a list": ('p := sprintf("%s", "a") if input.a\n', 5, 6, "sprintf: invalid argument(s)"),
        "a list of numbers for one of texts": (
            'p if concat(",", [input.a, 1]) == input.b\n',
            5,
            6,
            "concat: invalid argument(s)",
        ),
        "a wrong type in a list of its own": ("p := [x | x := count(1)]\n", 5, 16, "count: invalid argument(s)"),
        "a wrong type denied": ("p if {\n\tinput.a\n\tnot lower(1)\n}\n", 7, 2, "lower: invalid argument(s)"),
        "what a function gives for a text": (
            "p if {\n\tsize := count(input.a)\n\tlower(size) == input.b\n}\n",
            7,
            2,
            "lower: invalid argument(s)",
        ),
        "a text plus a number": ('p := "a" + 1 if input.a\n', 5, 6, "plus: invalid argument(s)"),
        "a text that equals a number": ('p if "a" == 1\n', 5, 6, "match error"),
        "a text that equals what a function gives": (
            'p if {\n\tinput.a\n\tcount(input.b) == "a"\n}\n',
            7,
            2,
            "match error",
        ),
        "lists of different length": ("p if [input.a] == [1, 2]\n", 5, 6, "match error"),
        "objects with different keys": ('p if {"a": input.a} == {"b": 1}\n', 5, 6, "match error"),
        "a number in a set of texts": ('p if 1 in {"a", "b"}\n', 5, 6, "match error"),
        "a key that an object has not": (
            'limits := {"low": 1, "high": 2}\n\np := limits.hihg if input.a\n',
            7,
            6,
            "undefined ref: data.acme.names.limits.hihg",
        ),
        "a key that an object has not before references to it": (
            'limits := {"low": 1, "high": 2}\n\np := limits.hihg if input.a\n\nq := [limits.low, p]\n\nr := q\n',
            7,
            6,
            "undefined ref: data.acme.names.limits.hihg",
        ),
        "elements of what is true or false": (
            "default allowed := false\n\np if {\n\tsome x in allowed\n\tx == 1\n}\n\nq := allowed\n",
            8,
            12,
            "undefined ref: data.acme.names.allowed[_]",
        ),
        "a key of a variable that has none": (
            'p if {\n\tlimits := {"low": [1]}\n\tlimits.low[0].x == 1\n}\n',
            7,
            2,
            "undefined ref: limits.low[0].x",
        ),
        "a key of what is true or false": (
            "default allowed := false\n\nallowed if input.a\n\np := allowed.reason if input.b\n",
            9,
            6,
            "undefined ref: data.acme.names.allowed.reason",
        ),
        "a number in a rule of texts": (
            'kinds contains "a" if input.a\n\nkinds contains "b" if input.b\n\np if 1 in kinds\n',
            9,
            6,
            "match error",
        ),
        "a function that is not called": (
            "kind(x) := x\n\np := kind if input.a\n\nq := p\n",
            7,
            6,
            "function data.acme.names.kind used as reference, not called",
        ),
    }.items()
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
    assert text.rstrip() == f"  {line} | {source.splitlines()[line - 1]}"
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
        ("deny contains 1 if io.jwt.decode(input.as_of)", 20, "--engine opa."),
        ("import future.keywords.not\n\ndeny contains 1 if { not { input.a } }", 22, "--engine opa."),
    ],
)
def test_what_opa_alone_understands(rule: str, column: int, hint: str, tmp_path: Path) -> None:
    (tmp_path / "acme.rego").write_text(f"package acme.names\n\n{rule}\n")
    error = _failure(tmp_path, "embedded")
    line = rule.count("\n") + 3
    assert str(error.location) == f"{tmp_path}/acme.rego:{line}:{column}"
    assert str(error.hint).endswith(hint)


#: What OPA takes, and Regorus by itself would refuse or read as something else; each gives 1.
TAKEN = {
    "the name of a variable around it": (
        "deny contains count(names) if {\n\tname := 'x'\n"
        "\tnames := [name | some i; ['x'][i] == name; name := [1][i]]\n}\n"
    ),
    "a name for some that is used before": (
        "deny contains count(names) if {\n\tx := 1\n\tnames := {y | y := x; some x in ['a', 'b']}\n}\n"
    ),
    "short names": "deny contains count(a) if {\n\tb := 1\n\ta := [b | [1][0] == b; b := 2]\n}\n",
    "a declaration for each solution of what stands before": (
        "deny contains count(xs) if {\n\tk := [1, 1][_]\n\tsome i\n\txs := {x | x := [k][i]}\n}\n"
    ),
    "a declaration of what is a rule as well": (
        "i := 7\n\ndeny contains xs if {\n\tk := [1, 1][_]\n\tsome i, j\n\txs := [1, 1][i]\n\t[0, 0][j] == 0\n}\n"
    ),
    "an inner declaration of a name around it": (
        "deny contains count(xs) if {\n\tsome i\n\t[1, 2][i] == 2\n\txs := [x | some i; x := [5][i]]\n\ti == 1\n}\n"
    ),
    "a variable that is called like a rule": (
        "kind := 7\n\nkinds := {'a'}\n\ndeny contains count(found) if {\n\tsome kind\n\tkinds[kind]\n"
        "\tfound := {1 | kind == 'a'}\n}\n"
    ),
    "several bodies of a set in Rego v0": (
        "f(x) = y { y = x }\n\ndeny[f(x)] {\n\tx = 2\n\tx == 3\n} {\n\tx = count(['a'])\n}\n"
    ),
    "values before what gives them": (
        "deny contains size if {\n\tsize == 2 - x\n\tcount(xs) == x\n\txs = ['a']\n\tsize = 1\n\tx = 1\n}\n"
    ),
    "an import after a rule": "q := 1\n\nimport data.acme.names.q as late\n\ndeny contains late\n",
    "a package whose name is no word": (
        "import data['other-names'].one\n\nimport data['other-names']['two-of-them'] as two\n\n"
        "deny contains 1 if not one\n\ndeny contains two.x\n"
    ),
    "indented": "\timport data.acme.names as own\n\n\tdeny contains f(own.q)\n\n\tf(x) := x\n\n\tq := 1\n",
    "a variable that only its assignment has": "deny contains 1 if {\n\tx := 2\n}\n",
    "every package but its own": (
        "deny contains 1 if {\n\tsome name in {'other', 'more'}\n\tfound := [x | x := data.acme[name].deny[_]]\n"
        "\tcount(found) == 0\n}\n"
    ),
    "a rule of the package to replace by its name": (
        "size := 2\n\nboth := size + 3\n\nnames contains 'a' if input.never\n\n"
        "deny contains 1 if {\n\tboth == 4 with size as 1\n\tcount(names) == 2 with names as {1, 2} with size as 1\n}\n"
    ),
    "a rule of the package to replace by an import": (
        "import data.acme.names as own\n\nimport data.acme.names.size\n\nq := 2\n\n"
        "deny contains 1 if {\n\tq == 1 with own.q as 1\n\tsize == 3 with size as 3\n}\n"
    ),
    "a function of the package to replace by its name": (
        "double(x) := x * 2\n\nboth := double(3)\n\ndeny contains 1 if both == 8 with double as 8\n"
    ),
    "a function of the package to replace by its path": (
        "double(x) := x * 2\n\nboth := double(3)\n\ndeny contains 1 if both == 8 with data.acme.names.double as 8\n"
    ),
    "a function called by its path to replace by its name": (
        "double(x) := x * 2\n\nboth := [double(3), data.acme.names.double(4)]\n\n"
        "deny contains 1 if {\n\tboth == [6, 8]\n\tboth == [8, 8] with double as 8\n}\n"
    ),
    "a name that no rule of a package has": "deny contains 1 if not data.acme.names.knid.of\n",
    "what may be of several types": (
        "kind := 1 if input.as_of\n\nkind := 'a' if not input.as_of\n\nname := input.as_of\n\n"
        "deny contains 1 if {\n\tkind != 'a'\n\tnot kind == 'a'\n\tstartswith(name, '2')\n}\n"
    ),
    "a step into what was in a list before": "deny contains 1 if {\n\tx := 1\n\tcount([x, 2]) == 2\n\tnot x.a\n}\n",
    "a wrong type that depends on an every": (
        "deny contains 1 if {\n\txs := [x | some x in [1]; x > 1]\n\tevery x in xs { [1, x] == null }\n}\n"
    ),
    "elements of what is empty": (
        "deny contains 1 if {\n\txs := []\n\tfound := [x | x := xs[_]; lower(x) == 'a']\n\tcount(found) == 0\n}\n"
    ),
    "numbers of different spelling": "deny contains {1: 1}[1.0]\n",
    "a value for what is compared with another type": (
        "size := 1\n\ndeny contains 1 if {\n\tsize == 'a' with data.acme.names.size as 'a'\n}\n"
    ),
    "an unused import": "import data.acme.kind\n\ndeny contains 1\n",
    "an element that nothing uses": "deny contains 1 if {\n\tsome k, v in [1]\n}\n",
}


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
@pytest.mark.parametrize("case", TAKEN)
def test_what_both_take(case: str, engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    source = "package acme.names\n\n" + TAKEN[case].replace("'", '"')
    (tmp_path / "acme.rego").write_text(source)
    with create(engine) as opened:
        opened.load((load_pack(tmp_path),), {})
        assert opened.query("data.acme.names.deny", DOCUMENT) == [1]


def _failure(folder: Path, engine: str) -> GpaiLintError:
    with create(engine) as opened:
        try:
            opened.load((load_pack(folder),), {})
            opened.query("data.acme.names.deny", DOCUMENT)
        except GpaiLintError as error:
            return error
    pytest.fail(f"{engine} finds nothing wrong")
