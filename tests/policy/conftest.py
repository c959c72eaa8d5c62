"""Packs made of texts, and both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.policy.engines import create
from gpai_lint.policy.engines.limits import Limits
from gpai_lint.policy.packs import load_builtin
from gpai_lint.policy.packs.content import make_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
