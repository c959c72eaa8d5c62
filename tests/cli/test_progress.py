import io
import sys

import pytest

from gpai_lint.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_on_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    shown = progress(patience=0)
    assert list(shown(["a", "b", "c"], "Reading files")) == ["a", "b", "c"]
    assert "Reading files" in sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "100%" in sys.stderr.getvalue()  # type: ignore[attr-defined]


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(progress(patience=3600)(["a"], "Reading files")) == ["a"]
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_a_log_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress(patience=0)(["a"], "Reading files")) == ["a"]
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
