from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from checked_repository import CARD, write
from git import Repo

if TYPE_CHECKING:
    from collections.abc import Callable

    from command_outcome import Outcome

FIXED = CARD.replace("We will publish figures soon.", "Training used 1,200 MWh of energy.")


def test_a_pull_request_that_adds_a_model_fails_on_that_model_alone(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"a/MODEL_CARD.md": CARD})
    commit("First model")
    repo.git.checkout("-b", "topic")
    write(tmp_path, {"b/MODEL_CARD.md": CARD.replace("7B", "8B").replace("[More Information Needed]", "None known.")})
    commit("Second model")
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 1
    assert [(row["file"], row["rule"]["id"], row["status"], row["new"]) for row in outcome.findings] == [
        ("a/MODEL_CARD.md", "ACME-1", "baseline", False),
        ("a/MODEL_CARD.md", "ACME-2", "baseline", False),
        ("b/MODEL_CARD.md", "ACME-1", "active", True),
    ]


def test_a_pull_request_that_fixes_a_finding_passes_and_says_so(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    repo.git.checkout("-b", "topic")
    write(tmp_path, {"README.md": FIXED})
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 0
    assert (outcome.summary["new"], outcome.summary["unchanged"], outcome.summary["fixed"]) == (0, 1, 1)
    assert outcome.summary["gone"][0]["rule"] == "ACME-1"


def test_an_uncommitted_change_counts(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": FIXED})
    commit("Card")
    write(tmp_path, {"README.md": CARD})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert (outcome.code, outcome.states()) == (1, [("ACME-1", "active", True), ("ACME-2", "baseline", False)])


def test_what_main_gained_since_the_branch_left_it_is_not_held_against_the_branch(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    repo.git.checkout("-b", "topic")
    write(tmp_path, {"notes.txt": "Nothing.\n"})
    commit("Notes")
    repo.git.checkout("main")
    write(tmp_path, {"README.md": FIXED})
    commit("Fixed on main")
    repo.git.checkout("topic")
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 0
    assert [row["new"] for row in outcome.findings] == [False, False]


def test_inserted_lines_and_a_moved_paragraph_are_not_new(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    moved = CARD.replace("\n## Limitations\n\n[More Information Needed]\n", "")
    moved = moved.replace("## Training\n", "## Risks\n\nSome.\n\n[More Information Needed]\n\n## Training\n")
    write(tmp_path, {"README.md": moved})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert outcome.code == 0
    assert outcome.states() == [("ACME-2", "baseline", False), ("ACME-1", "baseline", False)]


def test_a_second_violation_of_the_same_rule_elsewhere_is_new(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    write(tmp_path, {"README.md": CARD + "\n## Bias\n\n[More Information Needed]\n"})
    outcome = lint("check", tmp_path, "--diff", "HEAD", "--fail-on", "warning")
    assert outcome.code == 1
    new = [row for row in outcome.findings if row["new"]]
    assert [(row["rule"]["id"], row["line"]) for row in new] == [("ACME-2", 23)]


def test_a_renamed_file_brings_nothing_new(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"models/a/MODEL_CARD.md": CARD, "models/b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    commit("Cards")
    repo.git.mv("models/a", "models/aurora")
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert outcome.code == 0
    assert {row["new"] for row in outcome.findings} == {False}
    assert {row["file"] for row in outcome.findings} == {"models/aurora/MODEL_CARD.md", "models/b/MODEL_CARD.md"}


def test_the_base_is_checked_under_its_own_configuration(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"a/MODEL_CARD.md": CARD, "b/MODEL_CARD.md": FIXED, "gpai-lint.yaml": "exclude: [a/]\n"})
    commit("Excluded")
    write(tmp_path, {"gpai-lint.yaml": "exclude: []\n"})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert outcome.code == 1
    new = [row["file"] for row in outcome.findings if row["new"]]
    assert new == ["a/MODEL_CARD.md", "a/MODEL_CARD.md"]


def test_a_finding_that_became_graver_is_new(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    write(tmp_path, {"gpai-lint.yaml": "rules:\n  ACME-1: note\n"})
    commit("Softer")
    write(tmp_path, {"gpai-lint.yaml": "rules:\n  ACME-1: error\n"})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert (outcome.code, outcome.states()[0]) == (1, ("ACME-1", "active", True))


def test_a_directory_of_a_monorepo_is_compared_with_itself(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"models/a/README.md": CARD, "README.md": "# Models\n", "gpai-lint.yaml": "provider: {name: X}\n"})
    commit("Cards")
    outcome = lint("check", tmp_path / "models" / "a", "--diff", "HEAD")
    assert (outcome.code, [row["new"] for row in outcome.findings]) == (0, [False, False])


def test_a_branch_that_only_the_remote_has_is_found(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    repo.git.update_ref("refs/remotes/origin/trunk", commit("Card"))
    assert lint("check", tmp_path, "--diff", "trunk").code == 0


def test_a_detached_head_is_compared_like_any_other(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": FIXED})
    first = commit("Card")
    write(tmp_path, {"README.md": CARD})
    repo.git.checkout(commit("Figures withdrawn"))
    assert repo.head.is_detached
    assert lint("check", tmp_path, "--diff", first).summary["new"] == 1


def test_a_commit_without_any_artifact_makes_every_finding_new(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"setup.py": "\n"})
    commit("Code")
    write(tmp_path, {"README.md": CARD})
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert (outcome.code, [row["new"] for row in outcome.findings]) == (1, [True, True])


def test_a_submodule_is_left_out_on_both_sides(
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    repo: Repo,
    commit: Callable[[str], str],
    lint: Callable[..., Outcome],
) -> None:
    inner = write(tmp_path_factory.mktemp("inner"), {"MODEL_CARD.md": CARD})
    other = Repo.init(inner, initial_branch="main")
    other.git.add("--all")
    other.git(c=["user.name=a", "user.email=a@example.org"]).commit("-m", "Inner")
    write(tmp_path, {"README.md": CARD})
    repo.git(c="protocol.file.allow=always").submodule("add", str(inner), "inner")
    commit("With a submodule")
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert {row["file"] for row in outcome.findings} == {"README.md"}
    assert outcome.code == 0


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=/etc/x", "HEAD:README.md"])
def test_an_unknown_ref_is_wrong_usage(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome], ref: str
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    outcome = lint("check", tmp_path, f"--diff={ref}")
    assert outcome.code == 2
    assert f"There is no commit '{ref}' in this repository." in outcome.err


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path, lint: Callable[..., Outcome]) -> None:
    write(tmp_path, {"README.md": CARD})
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 2
    assert "in no git repository" in outcome.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_that_git_refuses_to_read_is_said_with_what_git_proposes(
    tmp_path: Path, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    os.chown(tmp_path, 65534, 65534)
    outcome = lint("check", tmp_path, "--diff", "HEAD")
    assert outcome.code == 4
    assert "dubious ownership" in outcome.err
    assert "git config --global --add safe.directory" in outcome.err
    assert "internal error" not in outcome.err


def test_without_a_commit_there_is_nothing_to_compare_with(
    tmp_path: Path, repo: Repo, lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    assert not repo.head.is_valid()
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 2
    assert "There is no commit yet" in outcome.err


def _shallow(tmp_path: Path, repo: Repo, commit: Callable[[str], str], depth: int) -> Path:
    """Return a shallow clone of a branch that left main two commits ago."""
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    repo.git.checkout("-b", "topic")
    for number in range(2):
        write(tmp_path, {"notes.txt": f"{number}\n"})
        commit("Notes")
    clone = tmp_path.parent / f"{tmp_path.name}-clone"
    Repo.clone_from(tmp_path.as_uri(), clone, depth=depth, branch="topic", no_single_branch=True)
    return clone


def test_a_shallow_clone_that_holds_the_base_is_enough(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    clone = _shallow(tmp_path, repo, commit, depth=3)
    assert lint("check", clone, "--diff", "main").code == 0


@pytest.mark.parametrize("ref", ["main", "no-such-branch"])
def test_a_shallow_clone_without_the_base_says_what_to_fetch(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome], ref: str
) -> None:
    clone = _shallow(tmp_path, repo, commit, depth=1)
    outcome = lint("check", clone, "--diff", ref)
    assert outcome.code == 2
    assert "shallow" in outcome.err
    assert "fetch-depth: 0" in outcome.err


def test_two_branches_without_common_history_cannot_be_compared(
    tmp_path: Path, repo: Repo, commit: Callable[[str], str], lint: Callable[..., Outcome]
) -> None:
    write(tmp_path, {"README.md": CARD})
    commit("Card")
    repo.git.checkout("--orphan", "other")
    commit("Anew")
    outcome = lint("check", tmp_path, "--diff", "main")
    assert outcome.code == 2
    assert "no history in common" in outcome.err
