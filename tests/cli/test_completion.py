from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gpai_lint.cli import run


def _complete(*words: str) -> list[str]:
    """Return what bash is offered for the last word of a command line."""
    environment = {
        **os.environ,
        "_GPAI_LINT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["gpai-lint", *words]),
        "COMP_CWORD": str(len(words)),
    }
    command = [sys.executable, "-m", "gpai_lint"]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout
    return [line.partition(",")[2] for line in shown.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_asks_the_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    assert f"_GPAI_LINT_COMPLETE={shell}_complete" in capsys.readouterr().out


def test_an_unknown_shell_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", "tcsh"]) == 2
    assert "'tcsh'" in capsys.readouterr().err


def test_commands_options_and_values_are_offered() -> None:
    assert {"check", "status", "fix"} <= set(_complete(""))
    assert _complete("st") == ["status"]
    assert "--format" in _complete("--fo")
    assert _complete("check", "--fail-on", "w") == ["warning"]
    assert _complete("baseline", "u") == ["update"]


def test_rules_categories_and_formats_are_offered() -> None:
    assert _complete("explain", "whistle") == ["whistleblower-notice", "whistleblower-policy"]
    assert _complete("check", "--select", "GPAI-98") == ["GPAI-982", "GPAI-981"]
    assert "copyright" in _complete("--ignore", "copy")
    assert _complete("fix", "--select", "form-energy-u") == ["form-energy-unit"]
    assert _complete("check", "--format", "j") == ["json", "junit"]
