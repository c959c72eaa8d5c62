"""Evaluate packs that are not trusted in a process of their own, within limits of time and memory.

Regorus has no limits of its own, and what is wrong in it (a stack overflow, memory that runs out) ends the process it
runs in. A process can be ended from outside at any time, on every platform, and takes nothing along. Starting one takes
about a tenth of a second, which the built-in pack does not pay.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError, GpaiLintError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.engines.cleanup import Cleanup
from gpai_lint.policy.engines.limits import SLOW

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.limits import Limits
    from gpai_lint.policy.interface import Module

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from gpai_lint.policy.engines.worker import serve; serve(int(sys.argv[2]))"
)
_ERRORS: Mapping[str, type[GpaiLintError]] = {"PackError": PackError, "EngineError": EngineError}
_ENVIRONMENT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")


class WorkerEvaluator:
    """Holds a worker with what it loaded; the interface is that of ``RegorusEvaluator``."""

    def __init__(self, assembly: Assembly, foreign: Collection[Module], limits: Limits) -> None:
        """Start a worker and load modules and data; raise ``PackError`` with the place if they do not compile.

        ``foreign`` are the modules that are not built in, which nobody has compiled yet.
        """
        self._limits = limits
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, json.dumps(sys.path), str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        )
        self._cleanup = Cleanup(self.close)
        threading.Thread(target=self._listen, daemon=True).start()
        modules = [module._asdict() for module in assembly.modules]
        self._ask({"modules": modules, "foreign": [module.path for module in foreign], "data": assembly.data})

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a reference, None if undefined; raise ``EngineError`` with the place in the source."""
        return self._ask({"path": path, "document": document})

    def close(self) -> None:
        """End the worker."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._cleanup.release()

    def _ask(self, question: Mapping[str, Any]) -> Any:
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(json.dumps(question).encode() + b"\n")
                self._process.stdin.flush()
            line = self._answers.get(timeout=self._limits.seconds)
        except queue.Empty:
            self.close()
            raise EngineError(
                f"The evaluation of the packs took longer than {self._limits.seconds:g} seconds.",
                hint=SLOW,
            ) from None
        except (OSError, ValueError):
            line = b""
        if not line:
            raise self._ended()
        answer = json.loads(line)
        if "error" in answer:
            raise _error(answer["error"])
        return answer.get("value")

    def _listen(self) -> None:
        pipe = self._process.stdout
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                for line in pipe:
                    self._answers.put(line)
        self._answers.put(b"")

    def _ended(self) -> EngineError:
        self.close()
        megabytes = self._limits.memory // 1_000_000
        return EngineError(
            f"The evaluation of the packs ended the engine: it took more than {megabytes} MB of memory, or recursed "
            "without end."
        )


def _error(values: Mapping[str, Any]) -> GpaiLintError:
    place = values["location"]
    location = Location(place["file"], Span(*place["span"])) if place else None
    return _ERRORS.get(values["kind"], EngineError)(values["message"], location, values["hint"])


def serve(memory: int) -> None:
    """Answer the questions of the process that started this one, until it closes the pipe."""
    _limit(memory)
    # Imported within the limits: what is loaded counts as well.
    from gpai_lint.policy.assembly import Assembly  # noqa: PLC0415
    from gpai_lint.policy.compiler.check import compiled  # noqa: PLC0415
    from gpai_lint.policy.engines.regorus_engine import BUILTINS, RegorusEvaluator  # noqa: PLC0415
    from gpai_lint.policy.interface import Module  # noqa: PLC0415

    evaluator: RegorusEvaluator | None = None
    for line in sys.stdin.buffer:
        question = json.loads(line)
        try:
            if evaluator is None:
                modules = tuple(Module(**module) for module in question["modules"])
                modules = compiled(modules, set(question["foreign"]), BUILTINS)
                evaluator = RegorusEvaluator(Assembly(modules, question["data"], trusted=False))
                answer: dict[str, Any] = {"value": None}
            else:
                answer = {"value": evaluator.query(question["path"], question["document"])}
        except GpaiLintError as error:
            place = asdict(error.location) if error.location else None
            answer = {
                "error": {
                    "kind": type(error).__name__,
                    "message": error.message,
                    "location": place,
                    "hint": error.hint,
                }
            }
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def _limit(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 (POSIX only)
    except ImportError:
        return
    for name in ("RLIMIT_AS", "RLIMIT_DATA"):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            resource.setrlimit(getattr(resource, name), (memory, memory))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
