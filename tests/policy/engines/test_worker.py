"""The process in which packs are evaluated: beside the one that reads, and gone with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.engines import create
from gpai_lint.policy.engines.worker import BUILT_IN, WorkerEvaluator
from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gpai_lint.policy.interface import Pack

    PackOf = Callable[..., Pack]


def test_the_built_in_pack_gives_the_same_beside_and_inside(document: Mapping[str, Any]) -> None:
    worker = WorkerEvaluator(BUILT_IN, None)
    try:
        pending = worker.ask("data.gpai.main", document)
        with create("embedded") as inside:
            inside.load((load_builtin(),), {})
            assert pending() == inside.query("data.gpai.main", document)
        assert worker.query("data.gpai.main.nothing", document) is None
    finally:
        worker.close()


def test_packs_that_do_not_compile_are_refused_by_the_first_query(pack_of: PackOf, document: Mapping[str, Any]) -> None:
    with create("embedded", beside=True) as engine:
        engine.load((load_builtin(), pack_of({"a.rego": "package acme\n\nx if nope(1)\n"})), {})
        with pytest.raises(PackError) as caught:
            engine.query("data.acme", document)
    assert str(caught.value.location) == "acme/a.rego:3:6"


def test_a_failure_is_told_by_what_waits_for_the_value(pack_of: PackOf, document: Mapping[str, Any]) -> None:
    source = "package acme\n\nx := 1 / count(input.licences)\n\ny := 2\n"
    with create("embedded", beside=True) as engine:
        engine.load((load_builtin(), pack_of({"a.rego": source})), {})
        pending = engine.ask("data.acme.x", document)
        with pytest.raises(EngineError, match="divide by zero"):
            pending()
        assert engine.ask("data.acme.y", document)() == 2


def test_a_process_that_ends_is_an_error(document: Mapping[str, Any]) -> None:
    worker = WorkerEvaluator(BUILT_IN, None)
    worker.wait()
    os.kill(worker.process_id, signal.SIGTERM)
    with pytest.raises(EngineError, match="ended before it had answered"):
        worker.query("data.gpai.main", document)


_STARTS_A_WORKER = """
from gpai_lint.policy.engines.worker import BUILT_IN, WorkerEvaluator

worker = WorkerEvaluator(BUILT_IN, None)
worker.wait()
print(worker.process_id, flush=True)
input()
"""


def test_the_process_ends_with_the_one_that_started_it() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _STARTS_A_WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdout is not None
        number = int(starter.stdout.readline())
        starter.kill()
    assert _gone(number)


def _gone(number: int) -> bool:
    """Wait at most ten seconds for a process to end; one that nobody has fetched has ended."""
    for _ in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{number}/stat")
        if state.exists() and ") Z" in state.read_text(encoding="utf-8"):
            return True
        time.sleep(0.1)
    return False
