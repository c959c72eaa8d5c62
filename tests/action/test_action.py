from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from checked_repository import CARD, demo_pack, write
from composite import Job, Runner
from git import Actor, Repo

if TYPE_CHECKING:
    from collections.abc import Callable

AUTHOR = Actor("A. Uthor", "author@example.org")
GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "lab/aurora",
    "GITHUB_SHA": "0123abc",
    "GITHUB_ACTOR": "octocat",
}
CONFIGURED = "rules:\n  acme-energy: error\n"


@pytest.fixture
def packs(tmp_path: Path) -> str:
    """Return the demo pack as the input ``packs``."""
    return demo_pack(tmp_path / "pack")[1]


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return a repository in the workspace with one commit on ``main``: a card without an energy figure."""
    write(tmp_path / "work", {"README.md": CARD})
    repo = Repo.init(tmp_path / "work", initial_branch="main")
    commit(repo, "Card")
    return repo


def commit(repo: Repo, message: str) -> str:
    repo.git.add("--all")
    return repo.index.commit(message, author=AUTHOR, committer=AUTHOR).hexsha


@pytest.fixture
def use(tmp_path: Path, repo: Repo, packs: str) -> Callable[..., Job]:
    """Return a function that runs the action on an event, with the demo pack."""

    def call(event: dict[str, Any], name: str, reference: str = "refs/heads/main", **inputs: str) -> Job:
        environment = {**GITHUB, "GITHUB_EVENT_NAME": name, "GITHUB_REF": reference}
        runner = Runner(Path(str(repo.working_tree_dir)), tmp_path / "temp", event, environment)
        runner.provide()
        return runner.use(**{"packs": packs, "as_of": "2026-03-01", **inputs})

    return call


def _push(repo: Repo, before: str = "0" * 40) -> dict[str, Any]:
    return {"before": before, "after": repo.head.commit.hexsha}


def _request(repo: Repo, base: str, fork: bool = False) -> dict[str, Any]:
    own = {"full_name": "lab/aurora", "fork": False}
    other = {"full_name": "someone/aurora", "fork": True}
    return {
        "pull_request": {
            "head": {"sha": repo.head.commit.hexsha, "repo": other if fork else own},
            "base": {"sha": base, "repo": own},
        }
    }


def _sarif(job: Job) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(Path(job.outputs["sarif-file"]).read_text(encoding="utf-8"))
    return dict(log["runs"][0])


def test_a_push_with_an_error_uploads_first_and_fails_last(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_push(repo), "push")
    assert job.steps["Upload SARIF"].ran
    assert job.steps["Upload SARIF"].inputs == {
        "sarif_file": job.outputs["sarif-file"],
        "checkout_path": str(repo.working_tree_dir),
    }
    assert (job.steps["check"].code, job.steps["Conclude"].code) == (0, 1)
    assert job.outputs["conclusion"] == "findings"
    assert job.outputs["errors"] == "1"
    assert int(job.outputs["findings"]) > int(job.outputs["errors"]) + int(job.outputs["warnings"]) > 1
    assert {row["ruleId"] for row in _sarif(job)["results"]} >= {"ACME-1", "ACME-2"}
    report = json.loads(Path(job.outputs["report"]).read_text(encoding="utf-8"))
    assert report["summary"]["active"] == int(job.outputs["findings"])


def test_annotations_and_summary_show_the_worst_first(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_push(repo), "push")
    first, *others = job.annotations()
    assert first.startswith("::error file=README.md,line=13,endLine=13,col=5,endColumn=25,title=ACME-1 acme-energy (")
    assert not any(line.startswith("::error") for line in others)
    assert job.summary.startswith("## gpai-lint: 1 error, ")
    assert "### Verdict by chapter" in job.summary
    assert (
        '<a href="https://github.com/lab/aurora/blob/0123abc/README.md?plain=1#L13">README.md&#58;13</a>' in job.summary
    )


def test_what_does_not_fail_the_job_is_told_all_the_same(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_push(repo), "push", fail_on="never")
    assert not job.failed
    assert (job.outputs["conclusion"], job.outputs["errors"]) == ("success", "1")
    assert job.steps["Upload SARIF"].ran


def test_a_pull_request_that_adds_a_model_fails_on_that_model_alone(repo: Repo, use: Callable[..., Job]) -> None:
    root = Path(str(repo.working_tree_dir))
    (root / "README.md").unlink()
    write(root, {"a/MODEL_CARD.md": CARD})
    base = commit(repo, "A model")
    repo.git.checkout("-b", "topic")
    write(root, {"b/MODEL_CARD.md": CARD.replace("7B", "8B")})
    commit(repo, "Another model")
    job = use(_request(repo, base), "pull_request", "refs/pull/1/head", only_new="true")
    assert job.steps["Conclude"].code == 1
    assert job.outputs["errors"] == "1"
    placed = {line.partition(",")[0].partition(" ")[2] for line in job.annotations() if " file=" in line}
    assert placed == {"file=b/MODEL_CARD.md"}
    assert "### New findings" in job.summary
    assert "0 fixed" in job.summary


def test_a_pull_request_that_repairs_the_card_passes(repo: Repo, use: Callable[..., Job]) -> None:
    base = repo.head.commit.hexsha
    repo.git.checkout("-b", "topic")
    fixed = CARD.replace("We will publish figures soon.", "Training used 1,200 MWh of energy.")
    write(Path(str(repo.working_tree_dir)), {"README.md": fixed})
    commit(repo, "Figures")
    job = use(_request(repo, base), "pull_request", only_new="true")
    assert not job.failed
    assert job.outputs["errors"] == "0"
    assert "acme&#45;energy in README.md" in job.summary


def test_a_pull_request_that_waives_the_finding_passes(repo: Repo, use: Callable[..., Job]) -> None:
    base = repo.head.commit.hexsha
    repo.git.checkout("-b", "topic")
    waiver = "waivers:\n  - rule: acme-energy\n    reason: Metering begins in May\n"
    write(Path(str(repo.working_tree_dir)), {"gpai-lint.yaml": waiver})
    commit(repo, "Waive")
    job = use(_request(repo, base), "pull_request", only_new="true")
    assert not job.failed
    assert "<details><summary>1 waived</summary>" in job.summary
    assert "Metering begins in May" in job.summary
    # GitHub would show a suppressed result as an open alert.
    assert "ACME-1" not in {row["ruleId"] for row in _sarif(job)["results"]}


def test_on_githubs_merge_commit_a_shallow_checkout_of_depth_two_is_enough(
    tmp_path: Path, repo: Repo, packs: str
) -> None:
    base = repo.head.commit.hexsha
    repo.git.checkout("-b", "topic")
    write(Path(str(repo.working_tree_dir)), {"notes.txt": "x\n"})
    commit(repo, "Notes")
    repo.git.checkout("main")
    repo.git(c=["user.name=a", "user.email=a@example.org"]).merge("topic", "--no-ff", "-m", "Merge")
    clone = Repo.clone_from(Path(str(repo.working_tree_dir)).as_uri(), tmp_path / "clone", depth=2)
    event = _request(repo, base)
    environment = {**GITHUB, "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/1/merge"}
    runner = Runner(Path(str(clone.working_tree_dir)), tmp_path / "temp", event, environment)
    runner.provide()
    job = runner.use(packs=packs, only_new="true", as_of="2026-03-01")
    assert not job.failed
    assert job.outputs["findings"] == "0"


def test_a_checkout_without_the_base_says_what_to_change(tmp_path: Path, repo: Repo, packs: str) -> None:
    base = repo.head.commit.hexsha
    write(Path(str(repo.working_tree_dir)), {"notes.txt": "x\n"})
    commit(repo, "Notes")
    clone = Repo.clone_from(Path(str(repo.working_tree_dir)).as_uri(), tmp_path / "clone", depth=1)
    environment = {**GITHUB, "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/1/merge"}
    runner = Runner(Path(str(clone.working_tree_dir)), tmp_path / "temp", _request(repo, base), environment)
    runner.provide()
    job = runner.use(packs=packs, only_new="true")
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (2, "error")
    (message,) = job.annotations()
    assert message.startswith("::error title=gpai-lint::There is no commit ")
    assert "fetch-depth: 0" in message
    assert not job.steps["Upload SARIF"].ran


def test_a_pull_request_from_a_fork_gets_everything_but_the_upload(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_request(repo, repo.head.commit.hexsha, fork=True), "pull_request")
    assert not job.steps["Upload SARIF"].ran
    assert any(
        line == "::notice title=gpai-lint::SARIF is not uploaded: the pull request comes from a fork, "
        "whose token may only read."
        for line in job.annotations()
    )
    assert any(line.startswith("::error file=README.md") for line in job.annotations())
    assert job.summary
    assert job.steps["Conclude"].code == 1


def test_a_fork_that_was_deleted_is_a_fork(repo: Repo, use: Callable[..., Job]) -> None:
    event = _request(repo, repo.head.commit.hexsha)
    event["pull_request"]["head"]["repo"] = None
    assert not use(event, "pull_request").steps["Upload SARIF"].ran


def test_the_upload_can_be_switched_off_without_a_word(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_push(repo), "push", upload="false")
    assert not job.steps["Upload SARIF"].ran
    assert "not uploaded" not in job.log
    assert job.outputs["sarif-file"]


def test_a_push_is_compared_with_the_commit_before_it(repo: Repo, use: Callable[..., Job]) -> None:
    before = repo.head.commit.hexsha
    write(Path(str(repo.working_tree_dir)), {"notes.txt": "x\n"})
    commit(repo, "Notes")
    assert use(_push(repo, before), "push", only_new="true").outputs["findings"] == "0"


@pytest.mark.parametrize(("event", "name"), [({"schedule": "0 0 * * 1"}, "schedule"), ({"before": "0" * 40}, "push")])
def test_without_a_base_all_findings_count_and_a_notice_says_so(
    use: Callable[..., Job], event: dict[str, Any], name: str
) -> None:
    job = use(event, name, only_new="true")
    assert job.outputs["errors"] == "1"
    assert f"::notice title=gpai-lint::only-new has no effect on '{name}': all findings count." in job.annotations()


def test_a_model_of_a_monorepo_is_checked_with_a_category_of_its_own(repo: Repo, use: Callable[..., Job]) -> None:
    root = Path(str(repo.working_tree_dir))
    write(root, {"models/a/README.md": CARD})
    job = use(_push(repo), "push", working_directory="models/a", category="gpai-lint/a")
    assert _sarif(job)["automationDetails"]["id"] == "gpai-lint/a/"
    assert any("file=models/a/README.md," in line for line in job.annotations())
    assert job.steps["Upload SARIF"].inputs["checkout_path"] == str(root)


def test_the_action_can_be_used_twice_in_a_job(tmp_path: Path, repo: Repo, packs: str) -> None:
    runner = Runner(Path(str(repo.working_tree_dir)), tmp_path / "temp", {}, GITHUB)
    runner.provide()
    first, second = runner.use(packs=packs), runner.use(packs=packs, fail_on="never")
    assert first.outputs["sarif-file"] != second.outputs["sarif-file"]
    assert second.summary.count("## gpai-lint: ") == 2


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"only_new": "yes"}, "The input 'only-new' is \"true\" or \"false\", not 'yes'."),
        ({"upload": "0"}, "The input 'upload' is"),
        ({"fail_on": "fatal"}, "The input 'fail-on' is one of error, warning, note, never, not 'fatal'."),
        ({"engine": "opa; rm -rf /"}, "The input 'engine' is one of embedded, opa"),
        ({"working_directory": "nowhere"}, "There is no directory 'nowhere'."),
        ({"config": "nowhere.yaml"}, "There is no configuration file 'nowhere.yaml'."),
        ({"path": "--help"}, "There is no file or directory '--help'."),
        ({"as_of": "tomorrow"}, "'tomorrow'"),
    ],
)
def test_a_wrong_input_is_an_error_with_its_name(
    repo: Repo, use: Callable[..., Job], inputs: dict[str, str], message: str
) -> None:
    job = use(_push(repo), "push", **inputs)
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (2, "error")
    assert any(line.startswith("::error ") and message in line for line in job.annotations())
    assert (job.outputs["findings"], job.outputs["sarif-file"]) == ("0", "")
    assert not job.steps["Upload SARIF"].ran


def test_a_repository_without_a_model_is_an_error(repo: Repo, use: Callable[..., Job]) -> None:
    root = Path(str(repo.working_tree_dir))
    write(root, {"code/main.py": "\n"})
    job = use(_push(repo), "push", working_directory="code")
    assert (job.steps["Conclude"].code, job.outputs["conclusion"]) == (3, "error")


def test_the_checked_repository_cannot_run_code_or_speak_to_the_runner(repo: Repo, use: Callable[..., Job]) -> None:
    root = Path(str(repo.working_tree_dir))
    planted = "import pathlib\npathlib.Path('owned').touch()\nprint('::error::planted')\n"
    hostile = CARD.replace(
        "[More Information Needed]", "[More Information Needed]\n\n::error::forged <h1>Approved</h1>"
    )
    write(
        root,
        {
            **dict.fromkeys(("gpai_lint/__init__.py", "gpai_lint/cli.py", "click.py", "json.py", "yaml.py"), planted),
            **dict.fromkeys(("workflow.py", "sitecustomize.py", "git.py"), planted),
            "README.md": hostile,
            "::error::name/README.md": CARD,
        },
    )
    job = use(_push(repo), "push")
    assert not (root / "owned").exists()
    assert not any("planted" in line or line.startswith("::error::") for line in job.annotations())
    assert "<h1>" not in job.summary
    assert job.steps["Upload SARIF"].ran


def test_no_secret_of_the_job_reaches_the_log(repo: Repo, use: Callable[..., Job], monkeypatch: Any) -> None:
    monkeypatch.setenv("SOME_TOKEN", "s3cr3t-value")
    assert "s3cr3t-value" not in use(_push(repo), "push").log


def test_a_cache_is_keyed_by_the_pinned_dependencies(repo: Repo, use: Callable[..., Job]) -> None:
    job = use(_push(repo), "push", cache="true")
    key = job.steps["Keep downloads between runs"].inputs["key"]
    assert key.startswith("gpai-lint-Linux-X64-")
    assert len(key.rpartition("-")[2]) == 64
    assert not use(_push(repo), "push").steps["Keep downloads between runs"].ran


@pytest.mark.skipif(
    not os.environ.get("GPAI_LINT_TEST_INSTALL"), reason="GPAI_LINT_TEST_INSTALL is not set: needs PyPI"
)
def test_the_pinned_dependencies_install_and_run_the_check(tmp_path: Path, repo: Repo, packs: str) -> None:
    runner = Runner(Path(str(repo.working_tree_dir)), tmp_path / "temp", {}, GITHUB)
    job = runner.use(packs=packs)
    assert job.steps["Install gpai-lint"].code == 0, job.log
    assert job.outputs["errors"] == "1"
    again = runner.use(packs=packs)
    assert again.steps["Install gpai-lint"].log == ""


def test_every_dependency_is_pinned_at_a_version_that_fits() -> None:
    from packaging.requirements import Requirement

    root = Path(__file__).resolve().parents[2]
    pinned: dict[str, list[str]] = {}
    for line in (root / "action" / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            name, _, rest = line.partition("==")
            pinned.setdefault(name.lower(), []).append(rest.split()[0])
    shown = subprocess.run(
        [sys.executable, "-c", "from importlib.metadata import requires; print('\\n'.join(requires('gpai-lint')))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for line in shown.splitlines():
        requirement = Requirement(line)
        if requirement.marker is None:
            versions = pinned[requirement.name.lower()]
            assert all(requirement.specifier.contains(version) for version in versions), requirement
