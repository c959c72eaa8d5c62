"""How a step of a GitHub workflow speaks: outputs, summary, annotations, and where its files are."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

#: GitHub refuses a step's summary that is larger.
MAX_SUMMARY = 1024 * 1024

ROOT = Path(__file__).resolve().parent.parent


class WorkflowError(Exception):
    """An input is wrong, or the runner lacks something; the message is for the user."""


def home() -> Path:
    """Return the directory in which the action keeps its files for the rest of the job."""
    folder = Path(os.environ["RUNNER_TEMP"]) / "gpai-lint"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def interpreter() -> Path:
    """Return the Python of the private virtual environment."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return home() / "venv" / folder / ("python.exe" if os.name == "nt" else "python")


def output(name: str, value: object) -> None:
    """Set an output of the step; a value of several lines is refused, for it could set others."""
    text = str(value)
    if "\n" in text or "\r" in text:
        raise WorkflowError(f"The output '{name}' would have several lines.")
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        stream.write(f"{name}={text}\n")


def summarise(text: str) -> None:
    """Append to the step's summary, cut at a line where it would become too large."""
    path = Path(os.environ["GITHUB_STEP_SUMMARY"])
    room = MAX_SUMMARY - (path.stat().st_size if path.exists() else 0) - 200
    data = text.encode("utf-8")
    if len(data) > room:
        end = data.rfind(b"\n", 0, max(room, 0)) + 1
        data = data[:end] + b"\n\nThe rest is left out: the summary would become too large.\n"
    with path.open("ab") as stream:
        stream.write(data)


def annotate(kind: str, message: str) -> None:
    """Write an annotation without a place; ``kind`` is ``error``, ``warning`` or ``notice``."""
    data = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    write(f"::{kind} title=gpai-lint::{data}\n")


def show(title: str, text: str) -> None:
    """Write text into a group of the log, in which the runner obeys nothing that looks like a command."""
    token = secrets.token_hex(16)
    write(f"::group::{title}\n::stop-commands::{token}\n{text.rstrip()}\n::{token}::\n::endgroup::\n")


def write(text: str) -> None:
    """Write to the log at once: commands and the output of other programs have one order."""
    sys.stdout.write(text)
    sys.stdout.flush()


def flag(name: str) -> bool:
    """Return an input that is ``true`` or ``false``; raise ``WorkflowError`` for anything else."""
    value = os.environ.get(name, "") or "false"
    if value not in {"true", "false"}:
        label = name.removeprefix("GPAI_LINT_").lower().replace("_", "-")
        raise WorkflowError(f"The input '{label}' is \"true\" or \"false\", not '{value}'.")
    return value == "true"
