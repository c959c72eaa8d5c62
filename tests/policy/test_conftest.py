"""Policies written for conftest run as they are: what rules may be called and give, exceptions, METADATA."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.conclusion import conclude
from gpai_lint.configuration.target import Target, configure
from gpai_lint.errors import PackError
from gpai_lint.pipeline import evaluate, read
from gpai_lint.policy.engines import create
from gpai_lint.policy.packs import load_builtin
from gpai_lint.reports.interface import Style
from gpai_lint.reports.json_report import JsonReport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]
    Evaluate = Callable[..., Any]

REPORT = "data.gpai.packs.p0.report"

DOCUMENT: Mapping[str, Any] = {"schema_version": "1", "as_of": "2026-08-02", "models": [{"name": "Example 7B"}]}


def said(rows: list[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the messages by rule."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["rule"], []).append(row["message"])
    return {rule: sorted(messages) for rule, messages in sorted(found.items())}


@pytest.fixture
def run(engine_name: str) -> Evaluate:
    """Return a function that evaluates a path over a pack alone: these policies need nothing of the built-in one."""

    def evaluate_alone(path: str, pack: Pack) -> Any:
        with create(engine_name) as engine:
            engine.load((pack,), {})
            return engine.query(path, DOCUMENT)

    return evaluate_alone


# What a rule may be called, and what it may give.

NAMES = """package main

deny contains "a plain text" if input.models

deny_with_suffix contains {"msg": "an object"} if input.models

deny_with_2_suffixes contains {"msg": "an object with details", "details": {"policy": 7}} if input.models

violation contains {"msg": "of Gatekeeper's kind", "details": {}} if input.models

violation_of_list contains msg if {
	some msg in ["one", "two"]
}

warn contains "a warning" if input.models

warn_softly contains {"msg": "a soft warning", "severity": "low"} if input.models

denying contains "no rule of conftest's" if input.models

not_deny contains "neither" if input.models

deny_nothing contains "x" if input.missing
"""


def test_names_and_results(pack_of: PackOf, run: Evaluate) -> None:
    pack = pack_of({"a.rego": NAMES})
    rows = run(REPORT, pack)
    assert said(rows) == {
        "acme/main.deny": ["a plain text"],
        "acme/main.deny_with_2_suffixes": ["an object with details"],
        "acme/main.deny_with_suffix": ["an object"],
        "acme/main.violation": ["of Gatekeeper's kind"],
        "acme/main.violation_of_list": ["one", "two"],
        "acme/main.warn": ["a warning"],
        "acme/main.warn_softly": ["a soft warning"],
    }
    assert {row["rule"] for row in rows if row["level"] == "warning"} == {"acme/main.warn", "acme/main.warn_softly"}
    assert {row["level"] for row in rows} == {"error", "warning"}
    details = {row["rule"]: row["details"] for row in rows if row.get("details")}
    assert details == {
        "acme/main.deny_with_2_suffixes": {"details": {"policy": 7}},
        "acme/main.violation": {"details": {}},
        "acme/main.warn_softly": {"severity": "low"},
    }


OLD = """package main

deny[msg] {
  input.models[_].name == "Example 7B"
  msg := "a text"
}

deny_object[{"msg": msg}] {
  msg := sprintf("%d model", [count(input.models)])
}

violation[{"msg": msg, "details": {"id": "X-1"}}] {
  not input.missing
  msg = "with details"
}

  warn_indented[msg] {
    msg = "rules need not begin in the first column"
  }

deny_matching[msg] { re_match("7B$", input.models[_].name); msg := "an old function" }

deny_any[msg] {
  any([startswith(input.models[_].name, "Ex"), false])
  all({true})
  set_diff({"a", "b"}, {"b"}) == {"a"}
  not any([])
  not re_match("^7B", input.models[0].name)
  msg := "more old functions"
}
"""


def test_rego_v0(pack_of: PackOf, run: Evaluate) -> None:
    assert said(run(REPORT, pack_of({"old.rego": OLD}))) == {
        "acme/main.deny": ["a text"],
        "acme/main.deny_any": ["more old functions"],
        "acme/main.deny_matching": ["an old function"],
        "acme/main.deny_object": ["1 model"],
        "acme/main.violation": ["with details"],
        "acme/main.warn_indented": ["rules need not begin in the first column"],
    }


def test_old_functions_are_gone_in_new_rego(pack_of: PackOf, run: Evaluate) -> None:
    source = 'package main\n\ndeny contains "x" if re_match("7B$", input.models[0].name)\n'
    with pytest.raises(PackError, match="re_match"):
        run(REPORT, pack_of({"a.rego": source}))


def test_rules_that_are_no_sets(pack_of: PackOf, run: Evaluate) -> None:
    source = """package main

deny_true if input.models

default deny_false := false

deny_false if input.missing

deny_text := "one text" if input.models

deny_object := {"msg": "one object"} if input.models

deny_list := ["first", {"msg": "second"}]

deny_empty contains ""
"""
    assert said(run(REPORT, pack_of({"a.rego": source}))) == {
        "acme/main.deny_list": ["first", "second"],
        "acme/main.deny_object": ["one object"],
        "acme/main.deny_text": ["one text"],
        "acme/main.deny_true": ["The policy denies this."],
    }


@pytest.mark.parametrize(
    "value", ["7", '{"message": "no msg"}', '{"msg": 7}', '["nested"]', '{"policy": {"msg": "x"}}']
)
def test_a_result_without_a_message_is_an_error_and_no_silence(pack_of: PackOf, run: Evaluate, value: str) -> None:
    answer = run("data.gpai.packs.p0", pack_of({"a.rego": f"package main\n\ndeny contains {value}\n"}))
    assert [row["why"] for row in answer["rejected"]] == ["gives a result without a message"]
    assert answer["report"] == []


def test_a_set_without_contains_is_refused_as_by_conftest(pack_of: PackOf) -> None:
    source = "package main\n\nwarn contains 1\n\n deny[msg] if {\n\tinput.x\n\tmsg := 1\n}\n"
    with pytest.raises(PackError, match=r"'deny\[…\] if' makes an object") as caught:
        pack_of({"main.rego": source})
    assert str(caught.value.location) == "acme/main.rego:5:2"
    assert caught.value.hint == "Write 'deny contains msg if'."


def test_functions_are_no_rules_whatever_they_are_called(pack_of: PackOf, run: Evaluate) -> None:
    source = """package main

deny_because(reason) := {"msg": reason}

warn_of(reason) := reason

deny contains deny_because("none") if input.models
"""
    assert said(run(REPORT, pack_of({"main.rego": source}))) == {"acme/main.deny": ["none"]}


def test_packages_of_any_name(pack_of: PackOf, run: Evaluate) -> None:
    pack = pack_of(
        {
            "policy/a.rego": 'package main\n\ndeny contains "main"\n',
            "policy/b.rego": 'package ocp.bestpractices.image_latest\n\nviolation contains {"msg": "deep"}\n',
            "policy/c.rego": 'package kubernetes["required-labels"]\n\ndeny contains "in brackets"\n',
            "policy/deny_test.rego": 'package main\n\ndeny contains "a test is no policy"\n',
        }
    )
    assert said(run(REPORT, pack)) == {
        "acme/kubernetes.required-labels.deny": ["in brackets"],
        "acme/main.deny": ["main"],
        "acme/ocp.bestpractices.image_latest.violation": ["deep"],
    }


EXCEPTIONS = """package main

deny contains "bare" if input.models

deny_run_as_root contains "as root" if input.models

violation_run_as_root contains {"msg": "as root too"} if input.models

deny_other contains "other" if input.models

warn_run_as_root contains "warned" if input.models

exception contains rules if {
	input.models[0].name == NAME
	rules := RULES
}
"""


@pytest.mark.parametrize(
    ("name", "rules", "left"),
    [
        ('"Example 7B"', '["run_as_root"]', ["bare", "other"]),
        ('"Example 7B"', '["", "other"]', ["as root", "as root too", "warned"]),
        ('"Example 7B"', '["run_as"]', ["as root", "as root too", "bare", "other", "warned"]),
        ('"Another"', '["run_as_root"]', ["as root", "as root too", "bare", "other", "warned"]),
    ],
)
def test_exceptions(pack_of: PackOf, run: Evaluate, name: str, rules: str, left: list[str]) -> None:
    source = EXCEPTIONS.replace("NAME", name).replace("RULES", rules)
    assert sorted(row["message"] for row in run(REPORT, pack_of({"a.rego": source}))) == left


# METADATA of packages and rules.


def test_metadata_of_a_rule(pack_of: PackOf) -> None:
    source = """package main

# METADATA
# title: Images have a digest
# description: A tag can move.
# related_resources:
# - ref: https://example.com/digests
# custom:
#   id: ACME-7
#   name: image-digest
#   remediation: Write the digest.
#   severity: HIGH
deny_digest contains "x" if input.models
"""
    rule = pack_of({"a.rego": source}).rules["ACME-7"]
    assert (rule.name, rule.title, rule.entry, rule.level) == (
        "image-digest",
        "Images have a digest",
        "deny_digest",
        "error",
    )
    assert (rule.description, rule.remediation) == ("A tag can move.", "Write the digest.")
    assert rule.related_resources == ({"ref": "https://example.com/digests"},)


def test_metadata_of_a_package_names_its_only_rule(pack_of: PackOf, run: Evaluate) -> None:
    source = """# METADATA
# title: Models have a name of ours
# custom:
#   id: ACME-8
#   name: our-name
#   level: note
#   remediation: Name it.
package acme.names

deny contains "no name of ours" if input.models
"""
    pack = pack_of({"a.rego": source})
    rule = pack.rules["ACME-8"]
    assert (rule.name, rule.title, rule.level, rule.remediation) == (
        "our-name",
        "Models have a name of ours",
        "note",
        "Name it.",
    )
    assert [(row["rule"], row["level"]) for row in run(REPORT, pack)] == [("ACME-8", "note")]


def test_metadata_of_packages_is_what_several_rules_share(pack_of: PackOf) -> None:
    pack = pack_of(
        {
            "base.rego": """# METADATA
# scope: subpackages
# custom: {category: clusters, remediation: Ask the platform team.}
package ocp
""",
            "a.rego": """# METADATA
# title: Pods
# custom: {id: ACME-9, name: pods, strength: code}
package ocp.pods

# METADATA
# title: Pods have no host network
# custom: {remediation: Leave hostNetwork out.}
deny_host contains "x" if input.host

warn_labels contains "y" if input.labels
""",
        }
    )
    host, labels = pack.rules["acme/ocp.pods.deny_host"], pack.rules["acme/ocp.pods.warn_labels"]
    assert (host.title, host.remediation, host.strength) == (
        "Pods have no host network",
        "Leave hostNetwork out.",
        "code",
    )
    assert (labels.title, labels.remediation, labels.level) == ("warn labels", "Ask the platform team.", "warning")
    assert {host.category, labels.category} == {"clusters"}


def test_bodies_that_disagree_leave_the_rule_its_own_name(pack_of: PackOf) -> None:
    source = """package main

# METADATA
# title: One
# custom: {short_name: one, remediation: Do it.}
deny contains "one" if input.one

# METADATA
# title: Two
# custom: {short_name: two, remediation: Do it.}
deny contains "two" if input.two
"""
    (rule,) = pack_of({"a.rego": source}).rules.values()
    assert (rule.id, rule.title, rule.remediation) == ("acme/main.deny", "deny", "Do it.")


def test_metadata_that_is_wrong_is_an_error_at_its_place(pack_of: PackOf) -> None:
    source = 'package main\n\n# METADATA\n# title: T\n# custom: {level: HIGH}\ndeny contains "x"\n'
    with pytest.raises(PackError, match=r"acme/a\.rego:5:\d+: 'HIGH' is no level"):
        pack_of({"a.rego": source})


def test_the_whole_command_shows_details_and_places(tmp_path: Path, pack_of: PackOf) -> None:
    (tmp_path / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Aurora 7B\n\nA language model.\n")
    source = """package main

violation_licence contains {
	"msg": "No such licence.",
	"details": {"id": "L-1"},
	"at": ["models", 0],
	"owner": "legal",
} if {
	count(input.documents) > 0
}
"""
    packs = (load_builtin(), pack_of({"a.rego": source}))
    target = Target(tmp_path)
    reading = read(target, "2026-08-02", configure(target))
    with create("embedded") as engine:
        engine.load(packs, {})
        result = conclude(reading, evaluate(reading, engine, packs), packs, "embedded")
    rows = json.loads(JsonReport().render(result, Style()))["findings"]
    (row,) = [row for row in rows if row["rule"]["id"] == "acme/main.violation_licence"]
    assert (row["file"], row["line"], row["message"]) == ("README.md", 4, "No such licence.")
    assert row["details"] == {"id": "L-1", "owner": "legal"}
