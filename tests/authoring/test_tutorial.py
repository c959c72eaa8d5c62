"""The tutorial does what it says: each of its files is written, each of its commands runs and prints what is shown."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from gpai_lint.cli import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "writing-rules.md"
STEP = re.compile(
    r"<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)```\n|```console\n(?P<session>.*?)```\n", re.DOTALL
)


def test_the_tutorial_from_its_first_line_to_its_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], opa_binary: str
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for step in STEP.finditer(PAGE.read_text("utf-8")):
        if step["path"]:
            file = Path(step["path"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step["text"], "utf-8")
            continue
        for part in step["session"].removeprefix("$ ").split("\n$ "):
            command, _, shown = part.partition("\n")
            words = shlex.split(command)
            if words[0] == "cd":
                monkeypatch.chdir(Path(words[1]))
            elif words[0] == "gpai-lint":
                code = run(words[1:])
                _check(command, shown, capfd.readouterr(), code)
            elif words[0] == "opa" or shutil.which(words[0]):
                done = subprocess.run(
                    [opa_binary if words[0] == "opa" else words[0], *words[1:]],
                    capture_output=True,
                    text=True,
                    check=False,
                    env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
                )
                _check(command, shown, (done.stdout, done.stderr), done.returncode)
            commands += 1
    assert commands >= 15


def _check(command: str, shown: str, printed: tuple[str, str], code: int) -> None:
    output, errors = printed
    # The check of the example finds what it is there to find.
    assert code == (1 if " --select " in command else 0), f"{command}: {output}{errors}"
    position = 0
    for part in shown.strip("\n").split("…"):
        position = output.find(part.strip("\n"), position)
        assert position >= 0, f"{command} prints\n{output}\nand not\n{part}"
