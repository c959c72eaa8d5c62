"""Run the check once, in every format, and tell the workflow what came out. Never fails for findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from workflow import ROOT, WorkflowError, annotate, flag, home, interpreter, output, show, summarise, write

#: What each exit code of gpai-lint means for the job.
CONCLUSIONS = {0: "success", 1: "findings"}

#: The formats of the one run, each in a file of its own.
FILES = {
    "json": "report.json",
    "sarif": "gpai-lint.sarif",
    "markdown": "summary.md",
    "github": "annotations.txt",
}

ENGINES = ("embedded", "opa")
LEVELS = ("error", "warning", "note", "never")

#: Isolated (-I), Python puts no directory of the checked repository on its path; ours is put there by name.
LAUNCH = "import sys; sys.path.insert(0, sys.argv.pop(1)); from gpai_lint.__main__ import main; main()"

NO_COMMIT = "0" * 40


def main() -> int:
    """Run the check; return 0 unless the step itself cannot be carried out."""
    try:
        return check()
    except WorkflowError as error:
        annotate("error", str(error))
        _conclude(2, {})
        return 0


def check() -> int:
    """Run gpai-lint and report; raise ``WorkflowError`` for an input that is wrong."""
    folder = _folder()
    _trust(folder)
    event = _event()
    upload = flag("GPAI_LINT_UPLOAD")
    reason = _no_upload(event) if upload else ""
    if reason:
        annotate("notice", f"SARIF is not uploaded: {reason}.")
    # One job may use the action several times: each use has files of its own.
    number = sum(1 for _ in home().glob("run-*")) + 1
    place = home() / f"run-{number}"
    place.mkdir()
    files = {form: place / name for form, name in FILES.items()}
    formats = [word for form, path in files.items() for word in ("--format", f"{form}={path}")]
    command = [str(interpreter()), "-I", "-c", LAUNCH, str(ROOT), "check", *_options(event, folder), *formats]
    run = subprocess.run(
        [*command, "--format", "text", "--", *_paths(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if run.stdout.strip():
        show("gpai-lint", run.stdout)
    if run.returncode not in CONCLUSIONS or not files["json"].exists():
        message = run.stderr.strip() or f"gpai-lint ended with exit code {run.returncode}."
        annotate("error", message.removeprefix("gpai-lint: "))
        _conclude(run.returncode or 4, {})
        return 0
    if run.stderr.strip():
        show("Messages", run.stderr)
    write(files["github"].read_text(encoding="utf-8"))
    summarise(files["markdown"].read_text(encoding="utf-8"))
    output("upload", str(upload and not reason).lower())
    output("sarif-file", files["sarif"])
    output("checkout-path", _top(folder))
    output("report", files["json"])
    _conclude(run.returncode, json.loads(files["json"].read_text(encoding="utf-8"))["summary"])
    return 0


def _conclude(code: int, summary: dict[str, Any]) -> None:
    output("exit-code", code)
    output("conclusion", CONCLUSIONS.get(code, "error"))
    output("findings", summary.get("active", 0))
    output("errors", summary.get("errors", 0))
    output("warnings", summary.get("warnings", 0))


def _options(event: dict[str, Any], folder: Path) -> list[str]:
    words = ["--engine", _choice("ENGINE", ENGINES) or ENGINES[0]]
    for name, option in (("CONFIG", "--config"), ("AS_OF", "--as-of"), ("CATEGORY", "--sarif-category")):
        if _input(name):
            words.append(f"{option}={_input(name)}")
    if _choice("FAIL_ON", LEVELS):
        words.append(f"--fail-on={_input('FAIL_ON')}")
    words += [f"--pack={source}" for source in _lines("PACKS")]
    if flag("GPAI_LINT_ONLY_NEW"):
        base = _base(event, folder)
        if not base:
            name = os.environ.get("GITHUB_EVENT_NAME", "")
            annotate("notice", f"only-new has no effect on '{name}': all findings count.")
        elif event.get("forced") is True and not _has(folder, base):
            # A push that rewrote the branch: no depth of a checkout brings what the branch no longer holds.
            annotate("notice", "only-new has no effect: the push replaced what was there before. All findings count.")
        else:
            words.append(f"--diff={base}")
    return words


def _folder() -> Path:
    """Return the directory in which the check runs; raise ``WorkflowError`` if there is none in the workspace."""
    given = _input("WORKING_DIRECTORY") or "."
    folder = Path(os.environ["GITHUB_WORKSPACE"]) / given
    if not folder.is_dir():
        raise WorkflowError(f"There is no directory '{given}'.")
    _refuse_outside(given, folder)
    return folder


def _refuse_outside(given: str, path: Path) -> None:
    """Raise ``WorkflowError`` for a path that leads out of the workspace: a link in a pull request could do so."""
    if not path.resolve().is_relative_to(Path(os.environ["GITHUB_WORKSPACE"]).resolve()):
        raise WorkflowError(f"'{given}' lies outside the workspace.")


def _trust(folder: Path) -> None:
    """Let git read the checkout, which in a job's container belongs to another user; for this step alone."""
    workspace = Path(os.environ["GITHUB_WORKSPACE"]).resolve()
    places = [place for place in (folder.resolve(), *folder.resolve().parents) if place.is_relative_to(workspace)]
    count = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    for number, place in enumerate(places, start=count):
        os.environ[f"GIT_CONFIG_KEY_{number}"] = "safe.directory"
        os.environ[f"GIT_CONFIG_VALUE_{number}"] = str(place)
    os.environ["GIT_CONFIG_COUNT"] = str(count + len(places))


def _base(event: dict[str, Any], folder: Path) -> str:
    """Return the commit with which the event's is compared, empty if it has none."""
    request = event.get("pull_request")
    if request:
        # On the merge commit that GitHub makes, the first parent is the base as it is now, and a depth of 2 is enough.
        # A workflow may check out the head instead, which can be a merge as well: then the first parent is no base.
        merged = _commit(folder, "HEAD^2")
        if merged and merged == request["head"].get("sha"):
            return "HEAD^1"
        return str(request["base"]["sha"])
    if event.get("merge_group"):
        return str(event["merge_group"]["base_sha"])
    before = str(event.get("before") or NO_COMMIT)
    return "" if before == NO_COMMIT else before


def _has(folder: Path, commit: str) -> bool:
    return bool(_commit(folder, commit))


def _commit(folder: Path, name: str) -> str:
    """Return the id of a commit, empty where the repository has none of that name."""
    command = ["git", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.strip()


def _top(folder: Path) -> Path:
    """Return the top of the repository: paths in the SARIF file start there."""
    run = subprocess.run(
        ["git", "rev-parse", "--show-toplevel"], cwd=folder, capture_output=True, text=True, check=False
    )
    return Path(run.stdout.strip()) if run.returncode == 0 and run.stdout.strip() else folder.resolve()


def _no_upload(event: dict[str, Any]) -> str:
    """Return why the event's token cannot upload, empty if it can."""
    request = event.get("pull_request")
    if not isinstance(request, dict):
        return ""
    head, base = request["head"].get("repo"), request["base"].get("repo")
    if head is None or head.get("fork") or head.get("full_name") != (base or {}).get("full_name"):
        return "the pull request comes from a fork, whose token may only read"
    if os.environ.get("GITHUB_ACTOR") == "dependabot[bot]":
        return "Dependabot's token may only read"
    return ""


def _event() -> dict[str, Any]:
    path = os.environ.get("GITHUB_EVENT_PATH", "")
    if not path or not Path(path).is_file():
        return {}
    event: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    return event


def _paths(folder: Path) -> list[str]:
    paths = _lines("PATH") or ["."]
    for path in paths:
        _refuse_outside(path, folder / path)
    return paths


def _lines(name: str) -> list[str]:
    return [line.strip() for line in _input(name).splitlines() if line.strip()]


def _input(name: str) -> str:
    return os.environ.get(f"GPAI_LINT_{name}", "").strip()


def _choice(name: str, allowed: tuple[str, ...]) -> str:
    value = _input(name)
    if value and value not in allowed:
        label = name.lower().replace("_", "-")
        raise WorkflowError(f"The input '{label}' is one of {', '.join(allowed)}, not '{value}'.")
    return value


if __name__ == "__main__":
    sys.exit(main())
