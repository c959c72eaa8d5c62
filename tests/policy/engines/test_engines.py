"""Both engines: the same values, errors at their place, and limits."""

from __future__ import annotations

import hashlib
import hmac
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError, PackError, UsageError
from gpai_lint.policy.engines import create
from gpai_lint.policy.engines.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]
    Evaluate = Callable[..., Any]


_FAILING = """
from gpai_lint.policy.engines import regorus_engine

engine = regorus_engine.regorus.Engine()
try:
    engine.add_policy("a.rego", "package")
except RuntimeError as error:
    print(error)
"""


def test_no_backtrace_is_recorded_where_the_surroundings_ask_for_one() -> None:
    environment = {**os.environ, "RUST_BACKTRACE": "1"}
    environment.pop("RUST_LIB_BACKTRACE", None)
    command = [sys.executable, "-c", _FAILING]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "a.rego:1:" in said
    assert "backtrace" not in said


def test_values_come_back_as_json(pack_of: PackOf, evaluate: Evaluate) -> None:
    pack = pack_of(
        {
            "a.rego": """package acme

set contains name if some name in [input.models[0].name, "b"]

big := 1e25 if true

text := sprintf("%v %s %d", [[1, {"a": 2}], "é", 3])

none := null

nothing if input.models[0].missing
""",
            "acme/data.yaml": "rows: [{id: 1}]\n",
        }
    )
    assert evaluate("data.acme", pack) == {
        "set": ["Example 7B", "b"],
        "big": 1e25,
        "text": '[1, {"a": 2}] é 3',
        "none": None,
        "rows": [{"id": 1}],
    }


@pytest.mark.parametrize("path", ["data.acme.nothing", "data.acme.missing", "data.elsewhere"])
def test_undefined_is_none(pack_of: PackOf, evaluate: Evaluate, path: str) -> None:
    assert evaluate(path, pack_of({"a.rego": "package acme\n\nnothing if input.missing\n"})) is None


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("count(input.models) / 0 > 1", 4, "divide by zero"),
        ("startswith(1, input.as_of)", 4, "startswith"),
        ('to_number(concat("", ["a", input.as_of])) == 1', 4, "to_number|number"),
        ("crypto.sha256(count(input.models))", 4, "crypto.sha256"),
    ],
)
def test_an_error_in_a_rule_fails_at_its_place(
    pack_of: PackOf, evaluate: Evaluate, body: str, line: int, message: str
) -> None:
    pack = pack_of({"a.rego": f'package acme\n\ndeny contains "x" if {{\n\t{body}\n}}\n'})
    with pytest.raises((EngineError, PackError), match=message) as caught:
        evaluate("data.acme", pack)
    assert caught.value.location is not None
    assert (caught.value.location.file, caught.value.location.span.line) == ("acme/a.rego", line)
    assert f"\n  {line} | \t{body}\n" in caught.value.message
    assert "(in acme)" in caught.value.message


@pytest.mark.parametrize(
    ("source", "place", "shown"),
    [
        ("package acme\n\nx := ]\n", "acme/a.rego:3:6", "  3 | x := ]\n    |      ^"),
        ("package acme\n\nx if {\n\tnope(1)\n}\n", "acme/a.rego:4:2", "  4 | \tnope(1)\n    | \t^"),
        ('package acme\n\nx if "é" == nope(1)\n', "acme/a.rego:3:13", '  3 | x if "é" == nope(1)\n    |             ^'),
    ],
)
def test_what_does_not_compile_is_refused_with_its_line(
    pack_of: PackOf, evaluate: Evaluate, source: str, place: str, shown: str
) -> None:
    with pytest.raises(PackError) as caught:
        evaluate("data.acme", pack_of({"a.rego": source}))
    assert str(caught.value.location) == place
    assert shown in caught.value.message


def test_recursion_is_refused(pack_of: PackOf, evaluate: Evaluate) -> None:
    source = "package acme\n\nf(x) := g(x)\n\ng(x) := f(x)\n\ndeny contains f(1)\n"
    with pytest.raises(PackError, match="recursive"):
        evaluate("data.acme", pack_of({"a.rego": source}))


@pytest.mark.parametrize(
    "call",
    [
        'http.send({"method": "get", "url": "http://127.0.0.1"})',
        'http["send"]({"method": "get", "url": "http://127.0.0.1"})',
        "count([1]) == 1 with count as http.send",
        "opa.runtime().env.HOME",
        'net.lookup_ip_addr("localhost")',
        "rand.intn(input.as_of, 3) == 1",
        'uuid.rfc4122(input.as_of) != ""',
        'json.match_schema({}, {"$ref": "http://127.0.0.1/schema.json"})',
    ],
)
def test_no_network_no_environment_no_chance(pack_of: PackOf, evaluate: Evaluate, call: str) -> None:
    pack = pack_of({"a.rego": f'package acme\n\ndeny contains "x" if {call}\n'})
    with pytest.raises(PackError, match=r"acme/a\.rego:3:\d+: '[\w.]+' .*, so that no pack may call it\."):
        evaluate("data.acme", pack)


def test_the_clock_is_the_day_of_the_run(pack_of: PackOf, evaluate: Evaluate) -> None:
    source = """package main

deny contains msg if {
	time.clock(time.now_ns()) == [0, 0, 0]
	msg := sprintf("%v", [time.date(time.now_ns())])
}
"""
    answer = evaluate("data.gpai.packs.p1.report", pack_of({"a.rego": source}))
    assert [row["message"] for row in answer] == ["[2026, 8, 2]"]


def test_hashes_are_the_same(pack_of: PackOf, evaluate: Evaluate) -> None:
    source = """package acme

hashes := [crypto.md5("é"), crypto.sha1("é"), crypto.sha256("é"), crypto.hmac.sha256("é", "key")]
"""
    assert evaluate("data.acme.hashes", pack_of({"a.rego": source})) == [
        hashlib.md5("é".encode()).hexdigest(),  # noqa: S324
        hashlib.sha1("é".encode()).hexdigest(),  # noqa: S324
        hashlib.sha256("é".encode()).hexdigest(),
        hmac.new(b"key", "é".encode(), "sha256").hexdigest(),
    ]


def test_an_evaluation_without_end_is_ended(pack_of: PackOf, evaluate: Evaluate) -> None:
    source = """package main

deny contains "x" if {
	all := numbers.range(1, 100000)
	some one in all
	some other in all
	one * other == -1
}
"""
    with pytest.raises(EngineError, match="The evaluation of the packs took longer than 1 seconds"):
        evaluate("data.gpai.packs.p1", pack_of({"a.rego": source}), limits=Limits(1, 1_000_000_000))


def test_an_evaluation_without_bounds_is_ended(pack_of: PackOf, evaluate: Evaluate) -> None:
    source = """package main

deny contains "x" if {
	pairs := [[one, other] | some one in numbers.range(1, 9000); some other in numbers.range(1, 9000)]
	count(pairs) == 0
}
"""
    with pytest.raises(EngineError, match="memory"):
        evaluate("data.gpai.packs.p1", pack_of({"a.rego": source}), limits=Limits(60, 400_000_000))


def test_an_import_is_the_rule_and_not_its_package(pack_of: PackOf, evaluate: Evaluate) -> None:
    """Rules of two packages that refer to each other through imports are no recursion, and imports stay defined."""
    one = """package acme.one

import data.acme.two
import data.acme.terms

known contains name if some name in terms.names

status := two.verdicts

default class(_) := "other"

class(name) := "known" if name in terms.names
"""
    other = """package acme.two

import data.acme.one

verdicts[name] := one.class(name) if some name in one.known

all := {"status": one.status, "again": one.class("b")}
"""
    pack = pack_of({"one.rego": one, "two.rego": other, "acme/terms/data.yaml": "names: [a, b]\n"})
    expected = {"status": {"a": "known", "b": "known"}, "again": "known"}
    assert evaluate("data.acme.two.all", pack) == expected
    assert evaluate("data.acme", pack)["two"]["all"] == expected


def test_a_rule_of_two_levels_without_a_member_is_empty(pack_of: PackOf, evaluate: Evaluate) -> None:
    new = """package acme.new

objects[x][y] := 1 if {
	some x in input.nothing
	y := x
}

sets[x] contains x if some x in input.nothing

deep.er["a b"][x].c contains x if some x in input.nothing

filled[x][x] := 1 if some x in ["a"]

all_of_them if {
	every key, value in objects {
		key == value
	}
}

found := [count(objects), count(sets), object.get(objects, "a", 2), filled]
"""
    old = """package acme.old

objects[x][y] = 1 {
	x := input.nothing[_]
	y := x
}

found = count(objects)
"""
    values = evaluate(
        "data.acme",
        pack_of(
            {
                "new.rego": new,
                "old.rego": old,
                ".manifest": '{"rego_version": 1, "file_rego_versions": {"/old.rego": 0}}',
            }
        ),
    )
    assert values["new"] == {
        "objects": {},
        "sets": {},
        "deep": {"er": {"a b": {}}},
        "filled": {"a": {"a": 1}},
        "all_of_them": True,
        "found": [0, 0, 2, {"a": {"a": 1}}],
    }
    assert values["old"] == {"objects": {}, "found": 0}


def test_old_and_new_rego_side_by_side(pack_of: PackOf, evaluate: Evaluate) -> None:
    old = 'package old\n\ndeny[msg] {\n\tinput.models[_].name\n\tmsg := "old"\n}\n'
    new = 'package new\n\ndeny contains "new" if some model in input.models\n'
    answer = evaluate("data.gpai.packs.p1.report", pack_of({"old.rego": old, "new.rego": new}))
    assert {row["message"] for row in answer} == {"old", "new"}


def test_unknown_engine() -> None:
    with pytest.raises(UsageError, match="There is no engine 'cel'; the engines are embedded and opa"):
        create("cel")
