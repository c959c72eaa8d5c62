"""Runs the steps of a composite action as GitHub's runner would: expressions, environment, output files, conditions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")


@dataclass
class Step:
    """What became of one step: whether it ran, its exit code, its log, and its inputs if it used another action."""

    name: str
    ran: bool = False
    code: int = 0
    log: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """What a job that used the action once came out as."""

    steps: dict[str, Step]
    outputs: dict[str, str]
    summary: str

    @property
    def failed(self) -> bool:
        """Tell whether any step failed."""
        return any(step.code != 0 for step in self.steps.values())

    @property
    def log(self) -> str:
        """Return the log of all steps."""
        return "".join(step.log for step in self.steps.values())

    def annotations(self) -> list[str]:
        """Return the workflow commands that the runner obeys, outside of what a step switched off."""
        commands, token = [], ""
        for line in self.log.splitlines():
            if token:
                token = "" if line == f"::{token}::" else token
            elif line.startswith("::stop-commands::"):
                token = line.removeprefix("::stop-commands::")
            elif re.match(r"::(error|warning|notice)[ :]", line):
                commands.append(line)
        return commands


class Runner:
    """A runner with a workspace; ``event`` is the payload of the event and ``environment`` what GitHub adds for it."""

    def __init__(self, workspace: Path, temp: Path, event: dict[str, Any], environment: dict[str, str]) -> None:
        """Prepare the runner's files."""
        self.workspace = workspace
        self.temp = temp
        temp.mkdir(exist_ok=True)
        self.event(event)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "RUNNER_"))},
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_EVENT_PATH": str(temp / "event.json"),
            "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
            "GITHUB_ACTION_PATH": str(ROOT),
            "RUNNER_TEMP": str(temp),
            **environment,
        }

    def event(self, payload: dict[str, Any]) -> None:
        """Give the payload of the event."""
        (self.temp / "event.json").write_text(json.dumps(payload), encoding="utf-8")

    def provide(self) -> None:
        """Put the interpreter of the tests where an earlier step of the job would have installed one."""
        sys.path.insert(0, str(ROOT / "action"))
        try:
            from install import digest
        finally:
            sys.path.pop(0)
        home = self.temp / "gpai-lint"
        (home / "venv" / "bin").mkdir(parents=True, exist_ok=True)
        launcher = home / "venv" / "bin" / "python"
        launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        launcher.chmod(0o755)
        probe = "import sys; print(sys.version, end='')"
        python3 = subprocess.run(["python3", "-c", probe], capture_output=True, text=True, check=True).stdout
        (home / "installed").write_text(f"{digest()} {python3}", encoding="utf-8")

    def use(self, **inputs: str) -> Job:
        """Run the action with inputs, whose names have underscores for dashes here."""
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(action["inputs"])
        values = {name: given.get(name, str(entry.get("default", ""))) for name, entry in action["inputs"].items()}
        steps: dict[str, Step] = {}
        context: dict[str, Any] = {"inputs": values, "steps": steps, "failed": False}
        for entry in action["runs"]["steps"]:
            step = Step(entry["name"])
            steps[entry.get("id", entry["name"])] = step
            if self._condition(str(entry.get("if", "success()")), context):
                self._run(step, entry, context)
                context["failed"] = context["failed"] or step.code != 0
        outputs = {name: self._expand(entry["value"], context) for name, entry in action["outputs"].items()}
        summary = self.temp / "summary.md"
        return Job(steps, outputs, summary.read_text(encoding="utf-8") if summary.exists() else "")

    def _run(self, step: Step, entry: dict[str, Any], context: dict[str, Any]) -> None:
        step.ran = True
        if "uses" in entry:
            assert re.fullmatch(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}", entry["uses"])
            step.inputs = {name: self._expand(str(value), context) for name, value in entry["with"].items()}
            return
        assert "${{" not in entry["run"]
        output = self.temp / "output.txt"
        output.write_text("", encoding="utf-8")
        own = {name: self._expand(value, context) for name, value in entry.get("env", {}).items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", entry["run"]],
            cwd=self.workspace,
            env={**self.environment, **own, "GITHUB_OUTPUT": str(output)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        step.code, step.log = run.returncode, run.stdout
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            step.outputs[name] = value

    def _condition(self, text: str, context: dict[str, Any]) -> bool:
        words = text.replace("${{", "").replace("}}", "").strip()
        failed = context["failed"]
        status = {"success()": not failed, "!cancelled()": True, "always()": True}
        if words in status:
            return status[words]
        match = re.fullmatch(r"([\w.-]+) == '([^']*)'", words)
        assert match, words
        return not failed and self._value(match[1], context) == match[2]

    def _expand(self, text: str, context: dict[str, Any]) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1].strip(), context), text)

    def _value(self, path: str, context: dict[str, Any]) -> str:
        scope, *rest = path.split(".")
        if scope == "inputs":
            return str(context["inputs"][rest[0]])
        if scope == "runner":
            return {"temp": str(self.temp), "os": "Linux", "arch": "X64"}[rest[0]]
        assert scope == "steps", path
        assert rest[1] == "outputs", path
        return str(context["steps"][rest[0]].outputs.get(rest[2], "")) if rest[0] in context["steps"] else ""
