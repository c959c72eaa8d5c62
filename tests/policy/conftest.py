"""Packs made of texts, and both engines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.policy.engines import create
from gpai_lint.policy.engines.limits import Limits
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.content import make_pack
from gpai_lint.policy.results import report_on_files
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from gpai_lint.policy.interface import Pack

#: What policies see of a repository with one model and nothing said about it.
DOCUMENT: Mapping[str, Any] = {
    "schema_version": "1",
    "as_of": "2026-08-02",
    "configuration": {},
    "models": [
        {
            "index": 0,
            "path": ".",
            "name": "Example 7B",
            "location": {"file": "README.md", "line": 1, "column": 3, "end_line": 1, "end_column": 13, "anchor": ""},
            "declared": {},
            "documents": [],
            "facts": {},
        }
    ],
    "documents": [],
    "licences": [],
    "placeholders": [],
    "bindings": [],
    "unread": [],
}


@pytest.fixture
def document() -> Mapping[str, Any]:
    """Return a small input document."""
    return DOCUMENT


@pytest.fixture
def pack_of() -> Callable[..., Pack]:
    """Return a function that makes a pack of texts by path."""

    def make(files: Mapping[str, str], name: str = "acme") -> Pack:
        return make_pack({path: text.encode() for path, text in files.items()}, name, name)

    return make


@pytest.fixture(params=["embedded", pytest.param("opa", marks=pytest.mark.opa)])
def engine_name(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of each engine in turn."""
    name: str = request.param
    if name == "opa":
        monkeypatch.setenv("GPAI_LINT_OPA", request.getfixturevalue("opa_binary"))
    return name


@pytest.fixture
def evaluate(engine_name: str) -> Callable[..., Any]:
    """Return a function that evaluates a path over packs beside the built-in one, on each engine in turn."""

    def run(path: str, *packs: Pack, document: Mapping[str, Any] = DOCUMENT, limits: Limits | None = None) -> Any:
        with create(engine_name, limits=limits) as engine:
            engine.load((load_builtin(), *packs), {})
            return engine.query(path, document)

    return run


@pytest.fixture
def check(
    tmp_path: Path, pack_of: Callable[..., Pack], engine_name: str
) -> Callable[..., list[tuple[str, str, str, str]]]:
    """Return a function that gives file, level, rule and message of what a pack finds in files."""

    def run(pack: Mapping[str, str], files: Mapping[str, str], **settings: Any) -> list[tuple[str, str, str, str]]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        manifest = json.dumps({"metadata": {"gpai_lint": {"input": "files", **settings}}})
        packs = (pack_of({".manifest": manifest, **pack}),)
        with create(engine_name) as engine:
            engine.load(packs, {})
            rows = report_on_files(engine, packs, "2026-08-02", WorkingTree(tmp_path))
        return sorted(
            (
                row["location"]["file"] if "location" in row else "",
                row["level"],
                row["rule"].removeprefix("acme/"),
                row["message"],
            )
            for row in rows
        )

    return run
