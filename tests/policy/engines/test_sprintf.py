"""``sprintf`` gives packs the same text on both engines, mistakes in the format included."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gpai_lint.errors import EngineError
from gpai_lint.policy.engines import create
from gpai_lint.policy.packs import load_pack

#: Arguments of `sprintf` as Rego, and the text that Go makes of them.
CASES = {
    '"%s is %d", ["a", 1]': "a is 1",
    '"%s", [1]': "%!s(int64=1)",
    '"%s", [1.5]': "%!s(float64=1.5)",
    '"%d", ["a"]': "%!d(string=a)",
    '"%d", [1.5]': "%!d(float64=1.5)",
    '"%d %d", [1]': "1 %!d(MISSING)",
    '"%d", [1, 2]': "1%!(EXTRA int64=2)",
    '"%v", []': "%!v(MISSING)",
    '"%v", [1, "b"]': "1%!(EXTRA string=b)",
    '"100%", []': "100%!(NOVERB)",
    '"%d%%", [50]': "50%",
    '"%t", [true]': "%!t(string=true)",
    '"%f", [2]': "%!f(int64=2)",
    '"%s", [true]': "true",
    '"%s", [null]': "null",
    '"%s", [[1, "a", {"b": {2}}]]': '[1, "a", {"b": {2}}]',
    '"%v", [{"b": 1, "a": 2}]': '{"a": 2, "b": 1}',
    '"%v", [{"y", "x"}]': '{"x", "y"}',
    '"%q", ["a"]': '"a"',
    '"%x %X", ["hi", "ü"]': "6869 C3BC",
    '"%x", [255]': "ff",
    '"%o %b %c", [8, 5, 65]': "10 101 A",
    '"%5d|%-5d|%05d|%+d", [3, 3, -3, 3]': "    3|3    |-0003|+3",
    '"%5s|%-5s|%.2s|%10.3s", ["ü", "ab", "abc", "abcdef"]': "    ü|ab   |ab|       abc",
    '"%.2f %6.1f %e", [1.25, 3.14159, 12345.678]': "1.25    3.1 1.234568e+04",
    '"%v %v", [0.00001, 1000000.5]': "1e-05 1.0000005e+06",
    '"%[2]d %[1]d %[3]d", [1, 2]': "2 1 %!d(BADINDEX)",
    '"%*d", [5, 3]': "    3",
    '"%T %T %T", ["a", 1, 1.5]': "string int64 float64",
    '"%z", [1]': "%!z(int64=1)",
    'concat("", ["%", "s"]), [2]': "%!s(int64=2)",
    '"%v", [123456789012345678901]': "123456789012345678901",
}


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
@pytest.mark.parametrize("version", [1, 0])
def test_a_format(engine: str, version: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    if version == 0:
        rules = "".join(f"r{number} = x {{ x := sprintf({case}) }}\n" for number, case in enumerate(CASES))
    else:
        rules = "".join(f"r{number} := sprintf({case})\n" for number, case in enumerate(CASES))
    (tmp_path / "acme.rego").write_text(f"package acme\n\n{rules}", encoding="utf-8")
    with create(engine) as opened:
        opened.load((load_pack(tmp_path),), {})
        found = opened.query("data.acme", {})
    assert {case: found[f"r{number}"] for number, case in enumerate(CASES)} == CASES


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=pytest.mark.opa)])
@pytest.mark.parametrize(
    ("call", "value"),
    [
        ('strings.count("aaaa", "aa")', 2),
        ('strings.replace_n({"a": "YY", "bba": "bX"}, "bbab")', "bXb"),
        ('strings.replace_n({"info": "X", "anotherinfo": "Y"}, "anotherinfo info.")', "Y X."),
        ('strings.replace_n({"a": "b", "b": "a"}, "ab")', "ba"),
        ('strings.replace_n({}, "ab")', "ab"),
    ],
)
def test_other_functions_over_texts(
    call: str, value: object, engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if engine == "opa":
        request.getfixturevalue("opa_binary")
    (tmp_path / "acme.rego").write_text(f"package acme\n\nr := {call}\n")
    with create(engine) as opened:
        opened.load((load_pack(tmp_path),), {})
        assert opened.query("data.acme.r", {}) == value


def test_two_files_of_one_package(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.rego").write_text(f'package acme\n\n{name} := sprintf("{name}%s", [input.x])\n')
    with create("embedded") as opened:
        opened.load((load_pack(tmp_path),), {})
        assert opened.query("data.acme", {"x": "!"}) == {"a": "a!", "b": "b!"}
        # What is undefined stays so.
        assert opened.query("data.acme", {}) == {}


def test_what_is_no_list_fails(tmp_path: Path) -> None:
    (tmp_path / "a.rego").write_text('package acme\n\na := sprintf("%s", input.x)\n')
    with create("embedded") as opened:
        opened.load((load_pack(tmp_path),), {})
        with pytest.raises(EngineError, match="sprintf"):
            opened.query("data.acme.a", {"x": 1})


@pytest.mark.parametrize("case", ['"%U", [65]', '"%#v", ["a"]', '"%x", [1.5]'])
def test_a_rare_verb_is_refused(case: str, tmp_path: Path) -> None:
    (tmp_path / "a.rego").write_text(f"package acme\n\na := sprintf({case})\n")
    with create("embedded") as opened:
        opened.load((load_pack(tmp_path),), {})
        with pytest.raises(EngineError, match=r"sprintf: .* is not supported"):
            opened.query("data.acme.a", {})


def test_a_format_that_is_replaced_in_a_test(tmp_path: Path) -> None:
    source = 'package acme\n\nf(_, _) := "mocked"\n\na := x if {\n\tx := sprintf("%s", ["a"]) with sprintf as f\n}\n'
    (tmp_path / "a.rego").write_text(source)
    with create("embedded") as opened:
        opened.load((load_pack(tmp_path),), {})
        assert json.dumps(opened.query("data.acme.a", {})) == '"mocked"'
