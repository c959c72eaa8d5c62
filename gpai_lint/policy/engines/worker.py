"""Evaluate packs in a process of their own: beside the reading of a repository, and within limits of time and memory.

Regorus has no limits of its own, and what is wrong in it (a stack overflow, memory that runs out) ends the process it
runs in. A process can be ended from outside at any time, on every platform, and takes nothing along. To start one and
to compile the packs in it takes about a tenth of a second, in which the process that started it reads.

A question is a line of JSON, which a line with the input document follows where it is a query; an answer is a line that
tells whether it is an error, and how many bytes of JSON follow.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError, GpaiLintError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.engines.cleanup import Cleanup
from gpai_lint.policy.engines.limits import SLOW
from gpai_lint.policy.engines.regorus_answer import value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import IO

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.limits import Limits
    from gpai_lint.policy.engines.regorus_engine import RegorusEvaluator
    from gpai_lint.policy.interface import Module

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from gpai_lint.policy.engines.worker import serve; serve(int(sys.argv[2]))"
)
_ERRORS: Mapping[str, type[GpaiLintError]] = {"PackError": PackError, "EngineError": EngineError}
_DONE, _FAILED = "done", "failed"
_ENVIRONMENT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")


class WorkerEvaluator:
    """Holds a worker with what it loads; the interface is that of ``RegorusEvaluator``."""

    def __init__(self, load: Mapping[str, Any], limits: Limits | None) -> None:
        """Start a worker and tell it what to load, without waiting for it; ``limits`` bound each of its answers."""
        self._limits = limits
        self._loaded = False
        self._answers: queue.SimpleQueue[tuple[bool, bytes] | None] = queue.SimpleQueue()
        memory = limits.memory if limits is not None else 0
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, json.dumps(sys.path), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        )
        self._cleanup = Cleanup(self.close)
        threading.Thread(target=self._listen, daemon=True).start()
        self._tell(load)

    @property
    def process_id(self) -> int:
        """The number that the system gave the worker."""
        return self._process.pid

    def wait(self) -> None:
        """Return when the packs are loaded; raise ``PackError`` with the place if they do not compile."""
        if not self._loaded:
            self._answer()
            self._loaded = True

    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a reference, None if undefined; raise ``EngineError`` with the place in the source.

        The first one raises ``PackError`` with the place if the packs do not compile.
        """
        return self.ask(path, document)()

    def ask(self, path: str, document: Mapping[str, Any]) -> Callable[[], Any]:
        """Begin a query, and return what waits for its value."""
        if self._limits is not None:
            # Whether these packs compile within the limits is known before anything that may be long is written.
            self.wait()
        self._tell({"path": path}, document)

        def answered() -> Any:
            self.wait()
            return value_of(self._answer().decode())

        return answered

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

    def _tell(self, *lines: Mapping[str, Any]) -> None:
        # A worker that has ended is found out by the answer that it does not give.
        with contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
                self._process.stdin.flush()

    def _answer(self) -> bytes:
        try:
            answer = self._answers.get(timeout=self._limits.seconds if self._limits is not None else None)
        except queue.Empty:
            raise self._too_slow() from None
        if answer is None:
            raise self._ended()
        failed, content = answer
        if failed:
            raise _error(json.loads(content))
        return content

    def _listen(self) -> None:
        pipe = self._process.stdout
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                for line in pipe:
                    kind, _, size = line.decode().partition(" ")
                    content = pipe.read(int(size))
                    if len(content) < int(size):
                        break
                    self._answers.put((kind == _FAILED, content))
        self._answers.put(None)

    def _too_slow(self) -> EngineError:
        self.close()
        seconds = self._limits.seconds if self._limits is not None else 0
        return EngineError(f"The evaluation of the packs took longer than {seconds:g} seconds.", hint=SLOW)

    def _ended(self) -> EngineError:
        self.close()
        if self._limits is None:
            return EngineError("The process that evaluates the policies ended before it had answered.")
        megabytes = self._limits.memory // 1_000_000
        return EngineError(
            f"The evaluation of the packs ended the engine: it took more than {megabytes} MB of memory, or recursed "
            "without end."
        )


#: What to load for the built-in pack alone: the worker reads it as this process has read it.
BUILT_IN: Mapping[str, Any] = {"load": "built-in"}


def to_load(assembly: Assembly, foreign: Collection[Module]) -> Mapping[str, Any]:
    """Return what to load for an assembly; ``foreign`` are the modules that nobody has compiled yet."""
    return {
        "load": "packs",
        "modules": [module._asdict() for module in assembly.modules],
        "foreign": [module.path for module in foreign],
        "data": assembly.data,
    }


def _error(values: Mapping[str, Any]) -> GpaiLintError:
    place = values["location"]
    location = Location(place["file"], Span(*place["span"])) if place else None
    return _ERRORS.get(values["kind"], EngineError)(values["message"], location, values["hint"])


def serve(memory: int) -> None:
    """Answer the questions of the process that started this one, until it closes the pipe."""
    if memory:
        _limit(memory)
    evaluator: RegorusEvaluator | None = None
    for line in sys.stdin.buffer:
        question = json.loads(line)
        try:
            if evaluator is None:
                evaluator = _loaded(question)
                answer = "null"
            else:
                answer = evaluator.answer(question["path"], sys.stdin.buffer.readline().decode())
        except GpaiLintError as error:
            place = error.location._asdict() if error.location else None
            values = {"kind": type(error).__name__, "message": error.message, "location": place, "hint": error.hint}
            _give(sys.stdout.buffer, _FAILED, json.dumps(values))
            if evaluator is None:
                return
        else:
            _give(sys.stdout.buffer, _DONE, answer)


def _loaded(question: Mapping[str, Any]) -> RegorusEvaluator:
    # Imported within the limits: what is loaded counts as well.
    from gpai_lint.policy.assembly import Assembly, assemble  # noqa: PLC0415
    from gpai_lint.policy.engines.regorus_engine import BUILTINS, RegorusEvaluator  # noqa: PLC0415
    from gpai_lint.policy.interface import Module  # noqa: PLC0415

    if question["load"] == "built-in":
        from gpai_lint.policy.packs.builtin import load_builtin  # noqa: PLC0415

        evaluator = RegorusEvaluator(assemble((load_builtin(),), {}))
    else:
        from gpai_lint.policy.compiler.check import compiled  # noqa: PLC0415

        modules = tuple(Module(**module) for module in question["modules"])
        modules = compiled(modules, set(question["foreign"]), BUILTINS)
        evaluator = RegorusEvaluator(Assembly(modules, question["data"], trusted=False))
    # Regorus looks over all modules when a query comes, and tells the first one what it finds wrong in them.
    with contextlib.suppress(EngineError):
        evaluator.compile()
    return evaluator


def _give(pipe: IO[bytes], kind: str, text: str) -> None:
    content = text.encode()
    pipe.write(f"{kind} {len(content)}\n".encode())
    pipe.write(content)
    pipe.flush()


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
