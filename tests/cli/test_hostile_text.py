"""What commands print for a person: the checked repository's own text commands neither the terminal nor a runner."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from checked_repository import CARD, write

from gpai_lint.cli import run
from gpai_lint.terminal import uncommanded

if TYPE_CHECKING:
    from pathlib import Path

#: Long words, so that some come to stand at the start of a wrapped line.
FORGED = "::error::forged ##[warning]forged \x1b[2Jforged " + " ".join(f"::notice::{'x' * 70}{i}" for i in range(4))
FOLDER = "a\n::error::name"
HOSTILE = CARD.replace("7B", f"7B {FORGED}").replace("apache-2.0", f'"{FORGED.replace(chr(27), "")}"')

COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    return write(tmp_path, {f"{FOLDER}/MODEL_CARD.md": HOSTILE, "::error::top.md": HOSTILE})


@pytest.mark.parametrize(
    "command",
    ["check --verbose", "check --format github", "status", "evidence", "baseline create", "baseline show"],
)
def test_nothing_of_the_repository_is_a_command(
    hostile: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    run(["baseline", "create", str(hostile)])
    capsys.readouterr()
    run([*command.split(), str(hostile)])
    shown = capsys.readouterr()
    text = shown.out + shown.err
    own = re.compile(r"::(error|warning|notice) (file=\S|title=gpai-lint::)")
    left = "\n".join(line for line in text.splitlines() if not own.match(line))
    assert COMMAND.findall(left) == []
    assert all(sign.isprintable() or sign in "\n\u200b" for sign in left)


def test_an_error_is_no_command_either(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {f"{FOLDER}/MODEL_CARD.md": CARD + "\n<!-- gpai-lint: ignore[\x1b[2J] all -->\n"})
    assert run([str(tmp_path)]) == 2
    shown = capsys.readouterr().err
    assert "MODEL_CARD.md" in shown
    assert COMMAND.findall(shown) == []
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ":\u200b:error::x"),
        ("a\n  ::add-mask::x", "a\n  :\u200b:add-mask::x"),
        ("see ##[error]x", "see ##\u200b[error]x"),
        ("std::vector, ## [a] ::b", "std::vector, ## [a] ::b"),
    ],
)
def test_a_command_is_broken_up_and_other_text_is_not(text: str, shown: str) -> None:
    assert uncommanded(text) == shown


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "links", "colour"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
    ],
)
def test_a_terminal_gets_what_it_can_show(
    tmp_path: Path, environment: dict[str, str], links: bool, colour: bool
) -> None:
    write(tmp_path, {"README.md": CARD})
    own = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    reader, writer = os.openpty()
    command = [sys.executable, "-m", "gpai_lint", "check", str(tmp_path), "--select", "placeholder-text"]
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.DEVNULL, env=own | environment) as process:
        os.close(writer)
        shown = b""
        while True:
            try:
                part = os.read(reader, 4096)
            except OSError:
                # The other end was closed.
                break
            if not part:
                break
            shown += part
    os.close(reader)
    assert process.returncode in {0, 1}
    assert b"placeholder-text" in shown
    assert (b"\x1b]8;;file://" in shown, b"\x1b[33m" in shown) == (links, colour)
