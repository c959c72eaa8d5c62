from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from checked_repository import demo_pack
from command_outcome import Outcome
from git import Actor, Repo

from gpai_lint.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

AUTHOR = Actor("A. Uthor", "author@example.org")


@pytest.fixture
def lint(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Return a function that runs the command with the demo pack; ``check`` writes JSON."""
    options = demo_pack(tmp_path_factory.mktemp("pack"))

    def call(command: str, *words: str | Path) -> Outcome:
        capsys.readouterr()
        own = [*options, "--format", "json"] if command == "check" else options[:2]
        code = run([*command.split(), *own, "--as-of", "2026-03-01", *map(str, words)])
        shown = capsys.readouterr()
        return Outcome(int(code), shown.out, shown.err)

    return call


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return an empty repository on the branch ``main`` in ``tmp_path``."""
    return Repo.init(tmp_path, initial_branch="main")


@pytest.fixture
def commit(repo: Repo) -> Callable[[str], str]:
    """Return a function that commits all of the working tree and returns the commit's id."""

    def make(message: str) -> str:
        repo.git.add("--all")
        return repo.index.commit(message, author=AUTHOR, committer=AUTHOR).hexsha

    return make
