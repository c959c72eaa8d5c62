from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from checked_repository import write
from composite import Runner
from git import Repo

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / "examples" / "workflows").glob("*.yml"))
OURS = re.compile(r"gpai-lint/gpai-lint@0{40} # v[\d.]+")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_right_that_it_does_not_need(workflow: Path) -> None:
    shape = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert shape["permissions"] == {}
    for job in shape["jobs"].values():
        releases = any("gh release create" in step.get("run", "") for step in job["steps"])
        assert job["permissions"]["contents"] == ("write" if releases else "read")
        used = [step for step in job["steps"] if "uses" in step]
        uploads = any("gpai-lint@" in step["uses"] and step.get("with", {}).get("upload") != "false" for step in used)
        assert (job["permissions"].get("security-events") == "write") == uploads
        for step in used:
            assert re.search(r"@[0-9a-f]{40}$", step["uses"])
            if "actions/checkout" in step["uses"]:
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_that_counts_only_what_is_new_fetches_the_base(workflow: Path) -> None:
    shape = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    for job in shape["jobs"].values():
        if any("only-new" in step.get("with", {}) for step in job["steps"]):
            assert job["steps"][0]["with"]["fetch-depth"] == 0


def test_the_workflow_in_the_readme_is_the_example_in_short() -> None:
    snippet = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert snippet is not None
    shown = yaml.safe_load(snippet[1])
    example = yaml.safe_load((ROOT / "examples" / "workflows" / "single-model.yml").read_text(encoding="utf-8"))
    assert shown[True] == example[True]  # YAML reads the key "on" as a truth value
    assert shown["permissions"] == example["permissions"]
    assert shown["jobs"]["gpai-lint"].items() <= example["jobs"]["gpai-lint"].items()


@pytest.mark.parametrize("name", ["push", "pull_request"])
def test_the_steps_of_the_example_run_on_a_fresh_repository(tmp_path: Path, name: str) -> None:
    shape = yaml.safe_load((ROOT / "examples" / "workflows" / "single-model.yml").read_text(encoding="utf-8"))
    assert name in shape[True]  # YAML reads the key "on" as a truth value
    checkout, ours = shape["jobs"]["gpai-lint"]["steps"]
    origin = Repo.init(tmp_path / "origin", initial_branch="main")
    write(
        tmp_path / "origin",
        {"README.md": "# Aurora 7B\n\nAurora 7B is a language model with 7.1 billion parameters.\n"},
    )
    origin.git.add("--all")
    origin.git(c=["user.name=a", "user.email=a@example.org"]).commit("-m", "Begin")
    root = tmp_path / "work"
    assert checkout["with"]["fetch-depth"] == 0
    Repo.clone_from((tmp_path / "origin").as_uri(), root)
    base = {"sha": origin.head.commit.hexsha, "repo": {"full_name": "lab/aurora"}}
    request = {"pull_request": {"head": {"repo": {"full_name": "lab/aurora"}}, "base": base}}
    event = request if name == "pull_request" else {"before": "0" * 40}
    runner = Runner(root, tmp_path / "temp", event, {"GITHUB_EVENT_NAME": name, "GITHUB_REF": "refs/heads/main"})
    runner.provide()
    given = {
        key: value.replace("${{ github.event_name == 'pull_request' }}", str(name == "pull_request").lower())
        for key, value in ours["with"].items()
    }
    job = runner.use(**{key.replace("-", "_"): value for key, value in given.items()})
    # Nothing is declared, so nothing is known to be due.
    assert (job.failed, job.outputs["conclusion"], job.outputs["errors"]) == (False, "success", "0")
    assert job.steps["Upload SARIF"].ran
    assert ("no new findings" in job.summary) is (name == "pull_request")


def test_workflows_name_inputs_that_the_action_has(tmp_path: Path) -> None:
    linter = shutil.which("jactionlint")
    if linter is None:
        pytest.skip("there is no jactionlint in PATH")
    # The linter knows the inputs of an action that lies in the same repository.
    Repo.init(tmp_path)
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "action.yml", tmp_path)
    for workflow in WORKFLOWS:
        text, count = OURS.subn("./", workflow.read_text(encoding="utf-8"))
        assert count == (0 if workflow.stem == "publish-pack" else 1)
        (folder / workflow.name).write_text(text, encoding="utf-8")
    run = subprocess.run([linter], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
