"""The action's steps, executed as GitHub's runner would: one run for each scenario, looked at from several sides."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, demo_pack, write
from composite import ROOT, Job, Runner
from git import Repo

if TYPE_CHECKING:
    from collections.abc import Callable

GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "lab/aurora",
    "GITHUB_SHA": "0123abc",
    "GITHUB_ACTOR": "octocat",
}
OWN = {"full_name": "lab/aurora", "fork": False}
FORK = {"full_name": "someone/aurora", "fork": True}
NOWHERE = "0" * 40
TODAY = "2026-03-01"
FIXED = CARD.replace("We will publish figures soon.", "Training used 1,200 MWh of energy.")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the demo pack as the input ``packs``."""
    return demo_pack(tmp_path_factory.mktemp("pack"))[1]


def begin(root: Path, files: dict[str, str]) -> Repo:
    """Return a repository on ``main`` with some files as its first commit."""
    write(root, files)
    repo = Repo.init(root, initial_branch="main")
    commit(repo, "Begin")
    return repo


def commit(repo: Repo, message: str, files: dict[str, str] | None = None) -> str:
    write(Path(str(repo.working_tree_dir)), files or {})
    repo.git.add("--all")
    # Not through GitPython's index, which refuses some names that git takes.
    repo.git(c=["user.name=a", "user.email=a@example.org"]).commit("-m", message)
    return repo.head.commit.hexsha


def runner_of(root: Path, event: dict[str, Any], name: str, reference: str = "refs/heads/main") -> Runner:
    """Return a runner for an event, with the interpreter of the tests as the one that an earlier step installed."""
    environment = {**GITHUB, "GITHUB_EVENT_NAME": name, "GITHUB_REF": reference}
    runner = Runner(root, root.parent / f"{root.name}-temp", event, environment)
    runner.provide()
    return runner


def request(base: str, head: dict[str, Any] | None, sha: str = "") -> dict[str, Any]:
    """Return the event of a pull request; ``head`` is the repository from which it comes, ``sha`` its last commit."""
    return {"pull_request": {"head": {"repo": head, "sha": sha}, "base": {"sha": base, "repo": OWN}}}


def merge(repo: Repo, branch: str) -> None:
    repo.git(c=["user.name=a", "user.email=a@example.org"]).merge(branch, "--no-ff", "-m", "Merge")


def sarif(job: Job) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(Path(job.outputs["sarif-file"]).read_text(encoding="utf-8"))
    return dict(log["runs"][0])


def places(job: Job) -> set[str]:
    return {line.partition(",")[0].partition(" ")[2] for line in job.annotations() if " file=" in line}


# A push to a repository that means no good; then a model of it, in the same job.

PLANTED = "import pathlib\npathlib.Path('owned').touch()\nprint('::error::planted')\n"
HOSTILE = CARD.replace("[More Information Needed]", "[More Information Needed]\n\n::error::forged <h1>Approved</h1>")
NAME = "::error::name\n::error::next"


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory, packs: str) -> tuple[Job, Job]:
    """Return two uses of the action in one job: of the whole repository, and of one model in it."""
    files = {
        **dict.fromkeys(("gpai_lint/__init__.py", "gpai_lint/cli.py", "click.py", "json.py", "yaml.py"), PLANTED),
        **dict.fromkeys(("workflow.py", "sitecustomize.py", "git.py"), PLANTED),
        "a/MODEL_CARD.md": HOSTILE,
        f"{NAME}/MODEL_CARD.md": CARD.replace("7B", "8B"),
        "gpai-lint.yaml": "exclude: [models/]\n",
        "models/a/README.md": CARD,
        "models/a/gpai-lint.yaml": "provider: {country: FR}\n",
    }
    root = tmp_path_factory.mktemp("push") / "work"
    repo = begin(root, files)
    before = repo.head.commit.hexsha
    commit(repo, "Figures", {"models/a/README.md": FIXED})
    runner = runner_of(root, {"before": NOWHERE}, "push")
    runner.environment["SOME_TOKEN"] = "s3cr3t-value"
    first = runner.use(packs=packs, as_of=TODAY, only_new="true", cache="true")
    runner.event({"before": before})
    inputs = {"working_directory": "models/a", "category": "gpai-lint/a", "upload": "false", "fail_on": "never"}
    return first, runner.use(packs=packs, as_of=TODAY, only_new="true", **inputs)


@pytest.fixture
def push(jobs: tuple[Job, Job]) -> Job:
    return jobs[0]


@pytest.fixture
def model(jobs: tuple[Job, Job]) -> Job:
    return jobs[1]


def test_a_push_with_an_error_uploads_first_and_fails_last(push: Job) -> None:
    assert list(push.steps)[-2:] == ["Upload SARIF", "Conclude"]
    assert push.steps["Upload SARIF"].inputs["sarif_file"] == push.outputs["sarif-file"]
    assert Path(push.steps["Upload SARIF"].inputs["checkout_path"]).name == "work"
    assert (push.steps["check"].code, push.steps["Conclude"].code) == (0, 1)
    assert push.outputs["conclusion"] == "findings"
    assert push.outputs["errors"] == "2"
    assert int(push.outputs["findings"]) > int(push.outputs["errors"]) + int(push.outputs["warnings"]) > 2
    assert {row["ruleId"] for row in sarif(push)["results"]} >= {"ACME-1", "ACME-2"}
    report = json.loads(Path(push.outputs["report"]).read_text(encoding="utf-8"))
    assert report["summary"]["active"] == int(push.outputs["findings"])


def test_annotations_show_the_worst_first_and_count_what_is_left_out(push: Job) -> None:
    kinds = [line[2:].split(" ")[0] for line in push.annotations() if " file=" in line]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert {kind: kinds.count(kind) for kind in ("error", "warning")} == {"error": 2, "warning": 10}
    worst = next(line for line in push.annotations() if "file=a/MODEL_CARD.md," in line)
    assert worst.startswith("::error file=a/MODEL_CARD.md,line=13,endLine=13,col=5,endColumn=25,title=ACME-1 acme-e")
    assert any("more without an annotation: GitHub shows 10 of a kind." in line for line in push.annotations())
    assert sum(line.startswith("::notice") for line in push.annotations()) <= 10


def test_the_summary_tells_verdicts_and_links_to_lines(push: Job) -> None:
    assert push.summary.startswith("## gpai-lint: 2 errors, ")
    assert "### Verdict by chapter" in push.summary
    address = "https://github.com/lab/aurora/blob/0123abc/a/MODEL_CARD.md?plain=1#L13"
    assert f'<a href="{address}">a/MODEL&#95;CARD.md&#58;13</a>' in push.summary


def test_without_a_base_all_findings_count_and_a_notice_says_so(push: Job) -> None:
    assert "::notice title=gpai-lint::only-new has no effect on 'push': all findings count." in push.annotations()


def test_the_checked_repository_cannot_run_code_or_speak_to_the_runner(push: Job) -> None:
    assert not (Path(push.steps["Upload SARIF"].inputs["checkout_path"]) / "owned").exists()
    assert not any("planted" in line or line.startswith("::error::") for line in push.annotations())
    assert f"file={NAME.replace(':', '%3A')}/MODEL_CARD.md".replace("\n", "%0A") in places(push)
    assert "<h1>" not in push.summary
    assert "\n::error" not in push.summary
    assert push.steps["Upload SARIF"].ran


def test_no_secret_of_the_job_reaches_the_log(push: Job) -> None:
    assert "s3cr3t-value" not in push.log + push.summary


def test_a_cache_is_keyed_by_the_pinned_dependencies(push: Job, model: Job) -> None:
    key = push.steps["Keep downloads between runs"].inputs["key"]
    assert key.startswith("gpai-lint-Linux-X64-")
    assert len(key.rpartition("-")[2]) == 64
    assert not model.steps["Keep downloads between runs"].ran


def test_the_action_can_be_used_twice_in_a_job(push: Job, model: Job) -> None:
    assert push.outputs["sarif-file"] != model.outputs["sarif-file"]
    assert model.summary.count("## gpai-lint: ") == 2


def test_a_model_of_a_monorepo_is_checked_with_a_category_of_its_own(model: Job) -> None:
    assert sarif(model)["automationDetails"]["id"] == "gpai-lint/a/"
    uris = {row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in sarif(model)["results"]}
    assert uris <= {"models/a/README.md", "models/a/gpai-lint.yaml"}


def test_a_push_is_compared_with_the_commit_before_it(model: Job) -> None:
    assert model.outputs["errors"] == "0"
    assert "no new findings" in model.summary
    assert "acme&#45;energy in README.md" in model.summary
    assert "only-new has no effect" not in model.log


def test_the_upload_can_be_switched_off_without_a_word(model: Job) -> None:
    assert not model.steps["Upload SARIF"].ran
    assert "not uploaded" not in model.log
    assert model.outputs["sarif-file"]
    assert not model.failed


# A pull request from a fork that adds a second model.


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory, packs: str) -> Job:
    root = tmp_path_factory.mktemp("fork") / "work"
    repo = begin(root, {"a/MODEL_CARD.md": CARD})
    base = repo.head.commit.hexsha
    repo.git.checkout("-b", "topic")
    commit(repo, "Another model", {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    runner = runner_of(root, request(base, FORK), "pull_request", "refs/pull/1/head")
    return runner.use(packs=packs, as_of=TODAY, only_new="true")


def test_a_pull_request_that_adds_a_model_fails_on_that_model_alone(fork: Job) -> None:
    assert fork.steps["Conclude"].code == 1
    assert fork.outputs["errors"] == "1"
    assert places(fork) == {"file=b/MODEL_CARD.md"}
    assert "### New findings" in fork.summary
    assert "0 fixed" in fork.summary


def test_a_pull_request_from_a_fork_gets_everything_but_the_upload(fork: Job) -> None:
    assert not fork.steps["Upload SARIF"].ran
    notice = "::notice title=gpai-lint::SARIF is not uploaded: the pull request comes from a fork, whose token may only"
    # Before the findings: of the notices GitHub shows the first ten.
    assert fork.annotations()[0] == f"{notice} read."
    assert any(line.startswith("::error file=b/MODEL_CARD.md") for line in fork.annotations())
    assert fork.summary


# The merge commit that GitHub makes for a pull request, fetched to a depth of two, in a container.


def test_a_waiver_in_a_pull_request_holds_on_a_shallow_merge_commit_in_a_container(tmp_path: Path, packs: str) -> None:
    repo = begin(tmp_path / "origin", {"README.md": CARD})
    base = repo.head.commit.hexsha
    repo.git.checkout("-b", "topic")
    waiver = "waivers:\n  - rule: acme-energy\n    reason: Metering begins in May\n"
    head = commit(repo, "Waive", {"gpai-lint.yaml": waiver})
    repo.git.checkout("main")
    merge(repo, "topic")
    root = tmp_path / "work"
    Repo.clone_from((tmp_path / "origin").as_uri(), root, depth=2)
    if os.geteuid() == 0:
        # In a container the files are another user's, and git reads such a repository only if it is told to.
        subprocess.run(["chown", "-R", "65534:65534", root], check=True)
    runner = runner_of(root, request(base, OWN, head), "pull_request", "refs/pull/1/merge")
    job = runner.use(packs=packs, as_of=TODAY, only_new="true")
    assert not job.failed, job.log
    assert (job.outputs["conclusion"], job.outputs["findings"]) == ("success", "0")
    assert "<details><summary>1 waived</summary>" in job.summary
    assert "Metering begins in May" in job.summary
    assert job.steps["Upload SARIF"].ran
    # GitHub would show a suppressed result as an open alert.
    assert "ACME-1" not in {row["ruleId"] for row in sarif(job)["results"]}
    assert not any("suppressions" in row for row in sarif(job)["results"])


def test_a_head_that_is_a_merge_itself_is_compared_with_the_base_all_the_same(tmp_path: Path, packs: str) -> None:
    repo = begin(tmp_path / "work", {"a/MODEL_CARD.md": FIXED})
    repo.git.checkout("-b", "topic")
    commit(repo, "Another model", {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    repo.git.checkout("main")
    base = commit(repo, "Notes", {"notes.txt": "x\n"})
    repo.git.checkout("topic")
    merge(repo, "main")
    # The workflow checks out the head, as with `ref: ${{ github.event.pull_request.head.sha }}`.
    event = request(base, OWN, repo.head.commit.hexsha)
    runner = runner_of(tmp_path / "work", event, "pull_request", "refs/pull/1/merge")
    job = runner.use(packs=packs, as_of=TODAY, only_new="true")
    assert places(job) == {"file=b/MODEL_CARD.md"}
    assert (job.outputs["conclusion"], job.outputs["errors"]) == ("findings", "1")


def test_a_push_that_rewrote_the_branch_counts_everything(tmp_path: Path, packs: str) -> None:
    begin(tmp_path / "work", {"README.md": CARD})
    runner = runner_of(tmp_path / "work", {"before": "d" * 40, "forced": True}, "push")
    job = runner.use(packs=packs, as_of=TODAY, only_new="true")
    assert (job.outputs["conclusion"], job.outputs["errors"]) == ("findings", "1")
    assert job.annotations()[0].startswith("::notice title=gpai-lint::only-new has no effect: the push replaced")


@pytest.mark.parametrize("inputs", [{"working_directory": "elsewhere"}, {"path": "README.md\nelsewhere"}])
def test_a_link_in_the_repository_leads_no_check_out_of_the_workspace(tmp_path: Path, inputs: dict[str, str]) -> None:
    write(tmp_path / "secret", {"README.md": CARD})
    begin(tmp_path / "work", {"README.md": CARD})
    (tmp_path / "work" / "elsewhere").symlink_to("../secret")
    job = runner_of(tmp_path / "work", {}, "push").use(**inputs)
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (2, "error")
    assert job.annotations() == ["::error title=gpai-lint::'elsewhere' lies outside the workspace."]


def test_a_checkout_without_the_base_says_what_to_change(tmp_path: Path, packs: str) -> None:
    repo = begin(tmp_path / "origin", {"README.md": CARD})
    base = repo.head.commit.hexsha
    commit(repo, "Notes", {"notes.txt": "x\n"})
    Repo.clone_from((tmp_path / "origin").as_uri(), tmp_path / "work", depth=1)
    runner = runner_of(tmp_path / "work", request(base, OWN), "pull_request", "refs/pull/1/merge")
    job = runner.use(packs=packs, only_new="true")
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (2, "error")
    (message,) = job.annotations()
    assert message.startswith("::error title=gpai-lint::There is no commit ")
    assert "fetch-depth: 0" in message
    assert not job.steps["Upload SARIF"].ran


# What is wrong with the inputs is said under their names.


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Job]:
    root = tmp_path_factory.mktemp("wrong") / "work"
    begin(root, {"README.md": CARD, "code/main.py": "\n"})
    return runner_of(root, {"before": NOWHERE}, "push").use


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"only_new": "yes"}, "The input 'only-new' is \"true\" or \"false\", not 'yes'."),
        ({"upload": "0"}, "The input 'upload' is"),
        ({"fail_on": "fatal"}, "The input 'fail-on' is one of error, warning, note, never, not 'fatal'."),
        ({"engine": "opa; rm -rf /"}, "The input 'engine' is one of embedded, opa"),
        ({"working_directory": "nowhere"}, "There is no directory 'nowhere'."),
        ({"working_directory": ".."}, "'..' lies outside the workspace."),
        ({"config": "nowhere.yaml"}, "There is no configuration file 'nowhere.yaml'."),
        ({"path": "--help"}, "There is no file or directory '--help'."),
        ({"as_of": "tomorrow"}, "'tomorrow'"),
    ],
)
def test_a_wrong_input_is_an_error_with_its_name(
    wrong: Callable[..., Job], inputs: dict[str, str], message: str
) -> None:
    job = wrong(**inputs)
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (2, "error")
    assert any(line.startswith("::error ") and message in line for line in job.annotations())
    assert (job.outputs["findings"], job.outputs["sarif-file"]) == ("0", "")
    assert not job.steps["Upload SARIF"].ran


def test_a_repository_without_a_model_is_an_error(wrong: Callable[..., Job]) -> None:
    job = wrong(working_directory="code")
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (3, "error")


# Which commit an event is compared with, and whether its token can upload.


@pytest.fixture(scope="module")
def step() -> ModuleType:
    """Return the module of the step that checks."""
    sys.path.insert(0, str(ROOT / "action"))
    try:
        spec = importlib.util.spec_from_file_location("action_check", ROOT / "action" / "check.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


@pytest.mark.parametrize(
    ("event", "base"),
    [
        ({"before": "a" * 40}, "a" * 40),
        ({"before": NOWHERE}, ""),
        ({"schedule": "0 0 * * 1"}, ""),
        ({}, ""),
        ({"merge_group": {"base_sha": "b" * 40}}, "b" * 40),
        ({"pull_request": None}, ""),
        (request("c" * 40, OWN), "c" * 40),
    ],
)
def test_every_event_has_its_base(step: ModuleType, tmp_path: Path, event: dict[str, Any], base: str) -> None:
    assert step._base(event, tmp_path) == base


@pytest.mark.parametrize(
    ("event", "actor", "reason"),
    [
        ({"before": NOWHERE}, "octocat", ""),
        (request("c" * 40, OWN), "octocat", ""),
        (request("c" * 40, FORK), "octocat", "the pull request comes from a fork, whose token may only read"),
        # Its fork was deleted meanwhile.
        (request("c" * 40, None), "octocat", "the pull request comes from a fork, whose token may only read"),
        (request("c" * 40, OWN), "dependabot[bot]", "Dependabot's token may only read"),
    ],
)
def test_a_token_that_may_only_read_uploads_nothing(
    step: ModuleType, monkeypatch: pytest.MonkeyPatch, event: dict[str, Any], actor: str, reason: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTOR", actor)
    assert step._no_upload(event) == reason


# What is installed.


@pytest.mark.skipif(
    not os.environ.get("GPAI_LINT_TEST_INSTALL"), reason="GPAI_LINT_TEST_INSTALL is not set: needs PyPI"
)
def test_the_pinned_dependencies_install_and_run_the_check(tmp_path: Path, packs: str) -> None:
    begin(tmp_path / "work", {"README.md": CARD})
    runner = Runner(tmp_path / "work", tmp_path / "temp", {}, GITHUB)
    job = runner.use(packs=packs)
    assert job.steps["Install gpai-lint"].code == 0, job.log
    assert job.outputs["errors"] == "1"
    again = runner.use(packs=packs)
    assert again.steps["Install gpai-lint"].log == ""


def test_every_dependency_is_pinned_at_a_version_that_fits() -> None:
    from importlib.metadata import requires

    from packaging.requirements import Requirement

    pinned: dict[str, list[str]] = {}
    for line in (ROOT / "action" / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            name, _, rest = line.partition("==")
            pinned.setdefault(name.lower(), []).append(rest.split()[0])
    for line in requires("gpai-lint") or []:
        requirement = Requirement(line)
        if requirement.marker is None:
            versions = pinned[requirement.name.lower()]
            assert all(requirement.specifier.contains(version) for version in versions), requirement
