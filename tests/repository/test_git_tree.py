from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from git import Actor, Repo

from gpai_lint.errors import RepositoryError
from gpai_lint.repository.git_tree import GitTree, renames
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from pathlib import Path

    from git import Commit

AUTHOR = Actor("A. Uthor", "author@example.org")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo.init(tmp_path, initial_branch="main")


def _write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f"{path.name}.md").write_text(text, encoding="utf-8")


def _commit(repo: Repo) -> Commit:
    repo.git.add("--all")
    return repo.index.commit("State", author=AUTHOR, committer=AUTHOR)


def test_it_lists_and_reads_what_the_commit_has_and_not_what_the_disk_has(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, a="one", models__b="two")
    commit = _commit(repo)
    _write(tmp_path, a="changed", c="new")
    tree = GitTree(commit, tmp_path)
    assert [(entry.path, entry.size) for entry in tree.files()] == [("a.md", 3), ("models/b.md", 3)]
    assert tree.read("a.md", 100) == b"one"
    assert tree.read("a.md", 2) == b"on"
    with pytest.raises(RepositoryError, match="has no such file"):
        tree.read("c.md", 100)


def test_it_lists_files_in_the_order_of_the_working_tree(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, a__z="1", **{"a-b": "2", "a": "3", "ä ö": "4", "B": "5"})
    commit = _commit(repo)
    assert [entry.path for entry in GitTree(commit, tmp_path).files()] == [
        entry.path for entry in WorkingTree(tmp_path).files()
    ]


def test_a_directory_of_the_repository_is_a_root_of_its_own(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, top="1", models__a__card="2")
    tree = GitTree(_commit(repo), tmp_path / "models" / "a")
    assert [entry.path for entry in tree.files()] == ["card.md"]
    assert tree.has("../../top.md")
    assert not tree.has("top.md")


def test_excluded_and_unchosen_files_are_left_out(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, a__x="1", a__y="2", b__x="3")
    commit = _commit(repo)
    assert [entry.path for entry in GitTree(commit, tmp_path, exclude=["y.md"]).files()] == ["a/x.md", "b/x.md"]
    assert [entry.path for entry in GitTree(commit, tmp_path, only=["a/"]).files()] == ["a/x.md", "a/y.md"]


def test_links_are_followed_inside_the_root_alone(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, secret="out", root__a="in")
    root = tmp_path / "root"
    for name, target in {
        "inside.md": "a.md",
        "chain.md": "inside.md",
        "outside.md": "../secret.md",
        "absolute.md": "/etc/passwd",
        "dangling.md": "nowhere.md",
        "loop.md": "loop.md",
    }.items():
        os.symlink(target, root / name)
    tree = GitTree(_commit(repo), root)
    assert [entry.path for entry in tree.files()] == ["a.md", "chain.md", "inside.md"]
    assert tree.read("chain.md", 10) == b"in"
    assert {row.path for row in tree.skipped()} == {"outside.md", "absolute.md", "loop.md"}
    with pytest.raises(RepositoryError):
        tree.read("outside.md", 10)


def test_an_object_that_is_not_there_is_told(tmp_path: Path, repo: Repo) -> None:
    _write(tmp_path, a="one")
    commit = _commit(repo)
    identifier = commit.tree["a.md"].hexsha
    (tmp_path / ".git" / "objects" / identifier[:2] / identifier[2:]).unlink()
    with pytest.raises(RepositoryError):
        GitTree(commit, tmp_path).files()


def test_renames_are_those_that_git_detects(tmp_path: Path, repo: Repo) -> None:
    text = "".join(f"Line {number} of a model card.\n" for number in range(40))
    _write(tmp_path, models__a__card=text, other="Something else.\n")
    commit = _commit(repo)
    repo.git.mv("models/a", "models/aurora")
    path = tmp_path / "models" / "aurora" / "card.md"
    path.write_text(text + "One line more.\n", encoding="utf-8")
    assert renames(commit, tmp_path) == {"models/a/card.md": "models/aurora/card.md"}
    assert renames(commit, tmp_path / "models") == {"a/card.md": "aurora/card.md"}


@pytest.mark.skipif(sys.platform != "linux", reason="this system has no names that are not in UTF-8")
def test_a_name_that_is_not_in_utf8_hides_no_rename(tmp_path: Path, repo: Repo) -> None:
    text = "".join(f"Line {number} of a model card.\n" for number in range(40))
    _write(tmp_path, card=text)
    (tmp_path / os.fsdecode(b"gr\xfcn.txt")).write_text("Something else.\n", encoding="utf-8")
    repo.git.add("--all")
    # Not through GitPython's index, which refuses such names.
    repo.git(c=["user.name=a", "user.email=a@example.org"]).commit("-m", "State")
    commit = repo.head.commit
    repo.git.mv("card.md", "model.md")
    (tmp_path / os.fsdecode(b"gr\xfcn.txt")).write_text("Changed.\n", encoding="utf-8")
    assert renames(commit, tmp_path) == {"card.md": "model.md"}
