"""Policies written for conftest run as they are, in the styles that published packs have, on both engines alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError, PackError
from gpai_lint.pipeline import Target, conclude, configure, evaluate, read
from gpai_lint.policy.engines import create
from gpai_lint.policy.files import InputFiles
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.results import report_on_files
from gpai_lint.reports.interface import Style
from gpai_lint.reports.json_report import JsonReport
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]
    Evaluate = Callable[..., Any]
    Rows = list[tuple[str, int, str, str, str]]

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


@pytest.fixture
def on_files(tmp_path: Path, pack_of: PackOf, engine_name: str) -> Callable[..., Rows]:
    """Return a function that evaluates a pack over files: file, line, level, rule and message of each finding."""

    def run(pack: Mapping[str, str], files: Mapping[str, str], /, **settings: Any) -> Rows:
        for name, content in files.items():
            path = tmp_path / "repository" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        manifest = json.dumps({"metadata": {"gpai_lint": {"input": "files", **settings}}})
        packs = (pack_of({".manifest": manifest, **pack}),)
        with create(engine_name) as engine:
            engine.load(packs, {})
            rows = report_on_files(engine, packs, "2026-08-02", WorkingTree(tmp_path / "repository"))
        return sorted(
            (place["file"], place["line"], row["level"], row["rule"].removeprefix("acme/"), row["message"])
            for row in rows
            for place in [row.get("location") or {"file": "", "line": 0}]
        )

    return run


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


# One file at a time, and all at once.

DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: hello
spec:
  selector:
    matchLabels:
      app: hello
"""
SERVICE = """apiVersion: v1
kind: Service
metadata:
  name: hello
spec:
  selector:
    app: world
"""
KINDS = 'package main\n\ndeny contains sprintf("%s %s", [input.kind, input.metadata.name]) if input.kind\n'


def test_each_file_is_an_input(on_files: Callable[..., Rows]) -> None:
    files = {
        "deploy/app.yaml": DEPLOYMENT,
        "service.json": json.dumps({"kind": "Service", "metadata": {"name": "j"}}),
        "tool.toml": 'kind = "Toml"\n[metadata]\nname = "t"\nday = 2026-08-02\n',
        "README.md": "---\nkind: Card\nmetadata: {name: m}\n---\n# Card\n",
        "notes.txt": "kind: Text",
    }
    found = [(row[0], row[4]) for row in on_files({"a.rego": KINDS}, files)]
    assert found == [
        ("deploy/app.yaml", "Deployment hello"),
        ("service.json", "Service j"),
        ("tool.toml", "Toml t"),
    ]
    found = [(row[0], row[4]) for row in on_files({"a.rego": KINDS}, {}, files=["*.md", "deploy/*"])]
    assert found == [("README.md", "Card m"), ("deploy/app.yaml", "Deployment hello")]


def test_a_file_of_several_documents_is_several_inputs(on_files: Callable[..., Rows]) -> None:
    files = {
        "all.yaml": f"# both\n---\n{DEPLOYMENT}---\n{SERVICE}---\n",
        "list.json": '[{"kind": "A", "metadata": {"name": "a"}},\n {"kind": "B", "metadata": {"name": "b"}}]',
    }
    assert [(row[0], row[1], row[4]) for row in on_files({"a.rego": KINDS}, files)] == [
        ("all.yaml", 3, "Deployment hello"),
        ("all.yaml", 12, "Service hello"),
        ("list.json", 1, "A a"),
        ("list.json", 2, "B b"),
    ]


def test_a_result_stands_where_it_says(on_files: Callable[..., Rows]) -> None:
    source = """package main

deny_at contains {"msg": "at", "at": ["spec", "selector", "matchLabels", "app"]} if input.kind == "Deployment"

deny_loc contains {"msg": "loc", "_loc": {"file": "app.yaml", "line": 3}} if input.kind == "Deployment"

deny_line contains {"msg": "line", "_loc": {"line": 5}} if input.kind == "Deployment"

deny_outside contains {"msg": "outside", "_loc": {"file": "../../secret", "line": 5}} if input.kind == "Deployment"

deny_other contains {"msg": "other", "at": "spec", "_loc": "x"} if input.kind == "Deployment"

deny_nowhere contains {"msg": "nowhere", "at": ["spec", "absent", 7]} if input.kind == "Deployment"
"""
    assert {row[4]: row[:2] for row in on_files({"a.rego": source}, {"app.yaml": DEPLOYMENT})} == {
        "at": ("app.yaml", 8),
        "loc": ("app.yaml", 3),
        "line": ("app.yaml", 5),
        "outside": ("app.yaml", 1),
        "other": ("app.yaml", 1),
        "nowhere": ("app.yaml", 5),
    }


def test_all_files_at_once(on_files: Callable[..., Rows]) -> None:
    """As with conftest's ``--combine``: a list of ``path`` and ``contents``."""
    source = """package main

violation[msg] {
    input[i].contents.kind == "Deployment"
    deployment := input[i].contents
    not service_selects_app(deployment.spec.selector.matchLabels.app)
    msg := sprintf("'%v' of %v has no service", [deployment.metadata.name, input[i].path])
}

service_selects_app(app) {
    input[i].contents.kind == "Service"
    input[i].contents.spec.selector.app == app
}

deny_place[{"msg": "placed", "at": [i, "contents", "metadata", "name"]}] {
    input[i].contents.kind == "Service"
}
"""
    files = {"all.yaml": f"{DEPLOYMENT}---\n{SERVICE}"}
    found = on_files({"a.rego": source}, files, input="combined")
    assert [(row[0], row[1], row[4]) for row in found] == [
        ("", 0, "'hello' of all.yaml has no service"),
        ("all.yaml", 13, "placed"),
    ]
    matching = {"all.yaml": f"{DEPLOYMENT}---\n{SERVICE.replace('world', 'hello')}"}
    assert [row[4] for row in on_files({"a.rego": source}, matching, input="combined")] == ["placed"]


def test_exceptions_hold_for_the_file_that_they_see(on_files: Callable[..., Rows]) -> None:
    source = """package main

deny_selector contains input.metadata.name if input.spec.selector

exception contains rules if {
	input.kind == "Service"
	rules := ["selector"]
}
"""
    found = on_files({"a.rego": source}, {"a.yaml": DEPLOYMENT, "b.yaml": SERVICE})
    assert [row[0] for row in found] == ["a.yaml"]


MALFORMED = {
    "yaml": ("a.yaml", "kind: [x\nb: ]", "a.yaml:2"),
    "second document": ("a.yaml", "kind: A\n---\nkind: [x\nb: ]", "a.yaml:4"),
    "json": ("a.json", '{"kind": ', "a.json:1"),
    "toml": ("a.toml", "kind = [", "a.toml:1"),
    "bytes": ("a.yaml", b"kind: \xff", "a.yaml:1"),
}


@pytest.mark.parametrize(("name", "content", "place"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_file_that_does_not_parse_is_an_error(
    tmp_path: Path, pack_of: PackOf, name: str, content: str | bytes, place: str
) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    pack = pack_of({"a.rego": KINDS, ".manifest": '{"metadata": {"gpai_lint": {"input": "files"}}}'})
    with pytest.raises(
        EngineError, match="The pack 'acme' cannot be evaluated on a file that does not parse"
    ) as caught:
        InputFiles(pack, WorkingTree(tmp_path))
    assert str(caught.value.location).startswith(place)


def test_front_matter_that_does_not_parse_is_an_error_where_it_is_asked_for(tmp_path: Path, pack_of: PackOf) -> None:
    (tmp_path / "README.md").write_text("---\nlicense: [mit\nname: x\n---\n# Card\n")
    settings = {"input": "files", "files": ["README.md"]}
    pack = pack_of({"a.rego": KINDS, ".manifest": json.dumps({"metadata": {"gpai_lint": settings}})})
    with pytest.raises(EngineError, match="front matter"):
        InputFiles(pack, WorkingTree(tmp_path))


def test_a_format_that_policies_cannot_see_is_an_error_where_it_is_asked_for(tmp_path: Path, pack_of: PackOf) -> None:
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    for patterns, refused in ((["Dockerfile"], True), (["*"], False), (["docker/*"], False)):
        settings = {"input": "files", "files": patterns}
        pack = pack_of({"a.rego": KINDS, ".manifest": json.dumps({"metadata": {"gpai_lint": settings}})})
        if refused:
            with pytest.raises(EngineError, match="asks for 'Dockerfile'"):
                InputFiles(pack, WorkingTree(tmp_path))
        else:
            assert InputFiles(pack, WorkingTree(tmp_path)).document("2026-08-02")["files"] == []


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
