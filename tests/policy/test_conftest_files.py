"""Policies written for conftest see one file at a time, or all at once, as the pack asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError
from gpai_lint.policy.engines import create
from gpai_lint.policy.files import InputFiles
from gpai_lint.policy.results import report_on_files
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]
    Rows = list[tuple[str, int, str, str, str]]


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


def test_tags_of_other_tools_are_disregarded(on_files: Callable[..., Rows]) -> None:
    policy = """package main

deny contains sprintf("%v", [[input.group, input.size, input.parts]]) if input.group
"""
    files = {"stack.yaml": "group: !Ref Group\nsize: !Number 5\nparts: !Join ['-', [!Sub x, y]]\n"}
    said = '["Group", "5", ["-", ["x", "y"]]]'
    assert [row[4] for row in on_files({"a.rego": policy}, files)] == [said]
