from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest
from checked_repository import CARD, demo_pack, write

from gpai_lint.cli.watching import watch
from gpai_lint.configuration.target import Target

#: Far beyond what a check takes: only a watch that is stuck runs into it.
PATIENCE = 120


class Watch:
    """A running ``gpai-lint --watch``; its output is read line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, text: str) -> str:
        """Return the output up to and including the next line that holds a text."""
        seen = ""
        while text not in seen:
            line = self._next()
            assert line, f"{text!r} did not come after:\n{seen}"
            seen += line
        return seen

    def _next(self) -> str:
        try:
            return self._lines.get(timeout=PATIENCE)
        except Empty:
            return ""


@contextmanager
def watching(*words: str) -> Iterator[Watch]:
    command = [sys.executable, "-u", "-m", "gpai_lint", "check", "--watch", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield Watch(process)
        finally:
            process.kill()


def test_a_change_is_checked_until_ctrl_c(tmp_path: Path) -> None:
    root = write(tmp_path / "model", {"README.md": CARD})
    with watching(str(root), *demo_pack(tmp_path / "pack")) as live:
        assert "ACME-1 acme-energy" in live.until("Ctrl-C ends.")
        fixed = CARD.replace("We will publish figures soon.", "Training used 1,200 MWh of energy.")
        write(root, {"README.md": fixed})
        assert "ACME-1 acme-energy" not in live.until("Ctrl-C ends.")
        write(root, {"gpai-lint.yaml": "rules: {no-such-rule: note}\n"})
        assert "There is no rule 'no-such-rule'" in live.until("Ctrl-C ends.")
        write(root, {"gpai-lint.yaml": "rules: {acme-leftovers: error}\n"})
        assert "error ACME-2" in live.until("Ctrl-C ends.")
        live.process.send_signal(signal.SIGINT)
        assert live.process.wait(timeout=PATIENCE) == 1


def test_a_report_in_the_watched_directory_is_no_change_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.json"
    checks = []

    def check() -> int:
        checks.append(report.write_text(f"{len(checks)}", encoding="utf-8"))
        assert len(checks) == 1
        return 1

    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    # It waits, and so finds no change; then somebody presses Ctrl-C.
    monkeypatch.setattr(time, "sleep", interrupted)
    assert watch(check, Target(tmp_path), (), {report}) == 1
    assert len(checks) == 1
