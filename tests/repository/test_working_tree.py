"""The files of a directory: with git, without git, and with links that lead somewhere else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from gpai_lint.errors import RepositoryError, UsageError
from gpai_lint.repository.working_tree import WorkingTree, git_root


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(tree: WorkingTree) -> list[str]:
    return [entry.path for entry in tree.files()]


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)


def test_all_files_of_a_plain_directory_in_order_of_path(tmp_path: Path) -> None:
    write(tmp_path, README="a", models__b__CARD="bb", models__a__CARD="c", node_modules__x="no")
    tree = WorkingTree(tmp_path)
    assert names(tree) == ["README", "models/a/CARD", "models/b/CARD"]
    assert [entry.size for entry in tree.files()] == [1, 1, 2]


def test_git_decides_what_is_ignored_and_what_is_tracked_all_the_same(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, README="a", notes="ignored", config="ignored, but tracked", new="untracked")
    (tmp_path / ".gitignore").write_text("notes\nconfig\n", encoding="utf-8")
    git(tmp_path, "add", "-f", "README", "config", ".gitignore")
    assert names(WorkingTree(tmp_path)) == [".gitignore", "README", "config", "new"]


def test_a_directory_inside_a_git_work_tree_is_its_own_root(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, top="a", models__card="b")
    assert names(WorkingTree(tmp_path / "models")) == ["card"]
    assert git_root(tmp_path / "models") == tmp_path.resolve()


def test_a_tracked_file_that_was_deleted_is_no_file(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, kept="a", gone="b")
    git(tmp_path, "add", ".")
    (tmp_path / "gone").unlink()
    assert names(WorkingTree(tmp_path)) == ["kept"]


def test_an_untracked_repository_inside_is_not_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, README="a", vendored__README="b")
    git(tmp_path / "vendored", "init", "-q")
    git(tmp_path / "vendored", "add", ".")
    assert names(WorkingTree(tmp_path)) == ["README"]


def test_exclusions_follow_the_syntax_of_gitignore(tmp_path: Path) -> None:
    write(tmp_path, README="a", old__README="b", old__keep__README="c", data__x="d")
    assert names(WorkingTree(tmp_path, exclude=["old/*", "!old/keep", "/data"])) == ["README", "old/keep/README"]


def test_only_the_named_paths_and_what_is_below_them(tmp_path: Path) -> None:
    write(tmp_path, README="a", a__x="b", ab__x="c")
    assert names(WorkingTree(tmp_path, only=["a"])) == ["a/x"]


def test_a_link_inside_the_root_is_followed_and_one_that_leads_outside_is_said(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(tmp_path, secret="s3cret")
    write(root, README="text")
    (root / "inside").symlink_to("README")
    (root / "outside").symlink_to(tmp_path / "secret")
    (root / "dangling").symlink_to("nowhere")
    tree = WorkingTree(root)
    assert names(tree) == ["README", "inside"]
    assert tree.read("inside", 100) == b"text"
    assert [skip.path for skip in tree.skipped()] == ["outside"]
    with pytest.raises(RepositoryError, match="leads outside"):
        tree.read("outside", 100)


def test_a_link_to_git_s_own_files_is_not_followed(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, README="text")
    (tmp_path / "LICENSE").symlink_to(".git/config")
    tree = WorkingTree(tmp_path)
    assert names(tree) == ["README"]
    assert [skip.path for skip in tree.skipped()] == ["LICENSE"]
    with pytest.raises(RepositoryError, match="leads outside"):
        tree.read("LICENSE", 100)


def test_a_path_that_climbs_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path, secret="s3cret", root__README="text")
    with pytest.raises(RepositoryError, match="leads outside"):
        WorkingTree(tmp_path / "root").read("../secret", 100)


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    write(tmp_path, README="0123456789")
    assert WorkingTree(tmp_path).read("README", 4) == b"0123"


def test_a_file_that_cannot_be_opened_is_an_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError) as caught:
        WorkingTree(tmp_path).read("missing", 10)
    assert str(caught.value) == "missing:1:1: The file cannot be read: No such file or directory."


def test_a_missing_directory_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no directory"):
        WorkingTree(tmp_path / "nowhere")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every directory")
def test_a_directory_without_permission_is_said(tmp_path: Path) -> None:
    write(tmp_path, README="a", closed__x="b")
    (tmp_path / "closed").chmod(0)
    tree = WorkingTree(tmp_path)
    assert [skip.path for skip in tree.skipped()] == ["closed"]
    (tmp_path / "closed").chmod(0o755)


def test_git_configuration_of_the_repository_starts_no_program(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, README="a")
    witness = tmp_path.parent / f"{tmp_path.name}-ran"
    hook = tmp_path.parent / f"{tmp_path.name}-hook"
    hook.write_text(f"#!/bin/sh\ntouch '{witness}'\n", encoding="utf-8")
    hook.chmod(0o755)
    git(tmp_path, "config", "core.fsmonitor", str(hook))
    assert names(WorkingTree(tmp_path)) == ["README"]
    assert not witness.exists()
