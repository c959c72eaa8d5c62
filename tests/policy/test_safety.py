"""Packs are data and not trusted code: what they may not call, define or claim, however it is written."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.engines.limits import Limits
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.safety import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]

#: Ways to write a call of ``http.send`` that OPA understands.
DISGUISES = {
    "plain": "x if http.send({})",
    "key": 'x if http["send"]({})',
    "key with spaces": 'x if http[ "send" ]({})',
    "key on its own line": 'x if http[\n"send"\n]({})',
    "raw key": "x if http[`send`]({})",
    "escaped key": 'x if http["\\u0073end"]({})',
    "mocked": "x if count([]) == 0 with count as http.send",
    "mocked by key": 'x if count([]) == 0 with count as http["send"]',
    "in a comprehension": "x := [y | y := http.send({})]",
    "in a template": 'x := $"{http.send({})}"',
    "in a text in a template": 'x := $"a {sprintf("%v", [http.send({})])} b"',
    "after a text in a template": 'x if {\n\ta := $"{`"`}" ; b := http.send({}) ; c := ""\n}',
    "after a raw template": 'x if {\n\ta := $`"{1}` ; b := http.send({}) ; c := ""\n}',
    "after a raw text with a quote": 'x if {\n\ta := `"` ; b := http.send({}) ; c := `"`\n}',
    "after a comment with a quote": 'y := 1 # "\n\nx if http.send({}) # "',
    "after a raw text with an import": "y := `\nimport data.acme.http\n`\n\nx if http.send({})",
    "after a raw text with a comment": "y := `#`; x if http.send({})",
    "as the default's else": "x := 1 if false\n\nelse := http.send({})",
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_forbidden_function_is_found_however_it_is_written(pack_of: PackOf, disguise: str) -> None:
    pack = pack_of({"a.rego": f"package acme\n\n{disguise}\n"})
    with pytest.raises(PackError, match=r"'http\.send' reaches the network, so that no pack may call it") as caught:
        assemble((load_builtin(), pack), {})
    assert caught.value.location is not None
    assert caught.value.location.file == "acme/a.rego"


@pytest.mark.opa
def test_the_disguises_are_calls_to_opa(opa_binary: str, tmp_path: Path) -> None:
    """Were one of them no call, the test above would show nothing."""
    for number, source in enumerate(DISGUISES.values()):
        (tmp_path / f"{number}.rego").write_text(f"package acme.p{number}\n\n{source}\n")
    for number, name in enumerate(DISGUISES):
        parsed = subprocess.run(
            [opa_binary, "parse", "--format", "json", str(tmp_path / f"{number}.rego")],
            capture_output=True,
            check=False,
            timeout=30,
        )
        if parsed.returncode == 0:
            references = list(_references(json.loads(parsed.stdout)))
            assert ["http", "send"] in references, name


def _references(tree: Any) -> Iterator[list[Any]]:
    if isinstance(tree, dict):
        if tree.get("type") == "ref":
            yield [part.get("value") for part in tree["value"]]
        for child in tree.values():
            yield from _references(child)
    elif isinstance(tree, list):
        for child in tree:
            yield from _references(child)


@pytest.mark.parametrize(
    "harmless",
    [
        'x := "http.send"',
        'x := ["http.send", `opa.runtime`]',
        "# http.send would be no good idea",
        "x := input.http.send",
        "x := data.acme.opa.runtime",
        'x if startswith(input.url, "http.")',
    ],
)
def test_a_name_in_a_text_or_below_another_is_no_call(pack_of: PackOf, harmless: str) -> None:
    assert assemble((load_builtin(), pack_of({"a.rego": f"package acme\n\n{harmless}\n"})), {})


@pytest.mark.opa
def test_all_that_opa_calls_nondeterministic_is_forbidden(opa_binary: str) -> None:
    told = subprocess.run([opa_binary, "capabilities", "--current"], capture_output=True, check=True, timeout=30)
    builtins = json.loads(told.stdout)["builtins"]
    names = {builtin["name"] for builtin in builtins if builtin.get("nondeterministic")}
    # The clock is the day of the run: every pack's rules are evaluated with a function of ours in its place.
    assert names - {"time.now_ns"} <= FORBIDDEN.keys()


@pytest.mark.parametrize("name", sorted(FORBIDDEN))
def test_each_forbidden_function_is_refused_with_its_line(pack_of: PackOf, name: str) -> None:
    pack = pack_of({"a.rego": f"package acme\n\nx if {{\n\t{name}(input)\n}}\n"})
    with pytest.raises(PackError) as caught:
        assemble((load_builtin(), pack), {})
    assert str(caught.value.location) == "acme/a.rego:4:2"
    assert f"'{name}' {FORBIDDEN[name]}" in caught.value.message
    assert "  4 | \t" in caught.value.message


RESERVED = {
    "a package": {"a.rego": "package gpai.rules.law.more\n\nreport contains 1\n"},
    "a package in brackets": {"a.rego": 'package gpai["rules"].law.more\n\nreport contains 1\n'},
    "a package that is indented, before a text that looks like one": {
        "a.rego": "\n  package gpai.lib.level\n\nx := `\npackage acme\n`\n"
    },
    "a package of ours": {"a.rego": "package gpai_lint.more\n"},
    "a package of the server": {"a.rego": "package system.authz\n\ndefault allow := true\n"},
    "data": {"a.rego": "package acme\n", "gpai/requirements/data.yaml": "LAW-1: {}\n"},
    "data at the top": {"a.rego": "package acme\n", "data.json": '{"gpai": {"scope": {"answers": {}}}}'},
    "data of the server": {"a.rego": "package acme\n", "system/data.json": "{}"},
    "a root": {"a.rego": "package acme\n", ".manifest": '{"roots": ["acme", "gpai/rules"]}'},
    "every root": {"a.rego": "package acme\n", ".manifest": '{"roots": [""]}'},
}


@pytest.mark.parametrize("files", RESERVED.values(), ids=RESERVED.keys())
def test_what_is_reserved_is_refused(pack_of: PackOf, files: dict[str, str]) -> None:
    with pytest.raises(PackError, match="reserved for"):
        assemble((load_builtin(), pack_of(files)), {})


def test_a_package_whose_name_hides_a_dot_is_refused(pack_of: PackOf) -> None:
    with pytest.raises(PackError, match="holds a dot"):
        pack_of({"a.rego": '# ours\npackage acme["x.y"]\n\ndeny contains "x"\n'})


TRICKS = {
    "another's finding": 'report contains {"rule": "GPAI-101", "model": 0, "at": ["models", 0]}',
    "another's finding under an alias": 'report contains {"rule": "documentation-missing", "at": ["models", 0]}',
}


@pytest.mark.parametrize("body", TRICKS.values(), ids=TRICKS.keys())
def test_a_pack_reports_under_its_own_rules_only(pack_of: PackOf, evaluate: Callable[..., Any], body: str) -> None:
    source = f"# METADATA\n# title: T\n# custom: {{id: ACME-1, name: one}}\npackage acme.rules.a.one\n\n{body}\n"
    answer = evaluate("data.gpai.main", pack_of({"a.rego": source}))
    assert [row["why"] for row in answer["rejected"]] == ["reports a finding of a rule that is not its own"]
    assert not [row for row in answer["report"] if row["message"] == ""]


def test_what_a_pack_computes_with_other_data_stays_with_it(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    """`with` reaches into the built-in pack for one expression of the pack that has it, and no further."""
    source = """package main

deny contains answer if {
	answers := data.gpai.scope.answers with data.gpai.given as {"scope": {"gpai": {"answer": "never"}}}
	answer := answers[0].gpai.answer
}
"""
    answer = evaluate("data.gpai.main", pack_of({"a.rego": source}))
    assert [row["message"] for row in answer["report"] if row["rule"] == "acme/main.deny"] == ["never"]
    assert answer["scope"][0]["gpai"]["answer"] == "unknown"


def test_a_pack_cannot_ask_for_the_report_that_it_is_part_of(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    source = 'package main\n\ndeny contains "x" if {\n\tcount(data.gpai.main.report) > 0\n}\n'
    with pytest.raises((EngineError, PackError), match=r"recursi|cyclic"):
        evaluate("data.gpai.main.report", pack_of({"a.rego": source}))


def test_a_clock_by_another_name_is_the_day_of_the_run_as_well(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    source = 'package main\n\ndeny contains sprintf("%v", [time.date(time[ "now_ns" ]())])\n'
    answer = evaluate("data.gpai.packs.p1.report", pack_of({"a.rego": source}))
    assert [row["message"] for row in answer] == ["[2026, 8, 2]"]


def test_recursion_without_end_ends_with_an_error(pack_of: PackOf, evaluate: Callable[..., Any]) -> None:
    deep = "[" * 20_000 + "]" * 20_000
    with pytest.raises((EngineError, PackError)):
        evaluate("data.acme.x", pack_of({"a.rego": f"package acme\n\nx := {deep}\n"}), limits=Limits(20, 1_000_000_000))
