"""A private OPA server: on a loopback port, behind a random token, gone when we are.

Modules and data are given to it as a bundle, all at once, because its HTTP interface takes one module at a time.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.engines.cleanup import Cleanup
from gpai_lint.policy.engines.failure import of_opa
from gpai_lint.policy.engines.regorus_places import NO_REGO
from gpai_lint.policy.rego_source import code_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gpai_lint.policy.assembly import Assembly
    from gpai_lint.policy.engines.failure import Locate
    from gpai_lint.policy.interface import Module

_ATTEMPTS = 3
"""Between the choice of a free port and the server's listening on it, another program can take it."""

#: Variables that programs need on some platforms; everything else of our environment stays with us.
_ENVIRONMENT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")

#: Only who knows the token may ask: other users of the machine can reach a loopback port as well.
_AUTHORISATION = """package system.authz

default allow := false

allow if input.identity == {token}
"""


def find_opa() -> str:
    """Return the path of the ``opa`` program, ``GPAI_LINT_OPA`` or the one in PATH; raise ``EngineError`` without."""
    found = os.environ.get("GPAI_LINT_OPA") or shutil.which("opa")
    if not found or shutil.which(found) is None:
        raise EngineError(
            f"There is no program '{found or 'opa'}'.",
            hint="Install OPA, name it in GPAI_LINT_OPA, give the address of a server with --opa-url, or use the "
            "embedded engine.",
        )
    return found


class PrivateServer:
    """An ``opa run --server`` of our own; ``url`` and ``token`` are how to reach it once started."""

    def __init__(self, assembly: Assembly, seconds: float, memory: int | None = None) -> None:
        """Prepare a server; ``seconds`` bound its start, ``memory`` (bytes) its memory where the platform can."""
        self._assembly = assembly
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: str | None = None
        self._cleanup: Cleanup | None = None
        self.url = ""
        self.token = secrets.token_urlsafe(32)

    def start(self, ready: Callable[[], bool]) -> None:
        """Start the server and wait until ``ready`` is true.

        Raises ``PackError`` with the place in the source if the modules do not compile, ``EngineError`` if the server
        does not start in time.
        """
        program = find_opa()
        self._folder = tempfile.mkdtemp(prefix="gpai-lint-opa-")
        self._cleanup = Cleanup(self.stop)
        bundle = self.write_bundle(Path(self._folder, "bundle"))
        for attempt in range(_ATTEMPTS):
            output = self._run(program, bundle, Path(self._folder, "output"))
            if self._wait(ready):
                return
            said = output.read_text("utf-8", "replace")
            self._end_process()
            if "address already in use" not in said or attempt + 1 == _ATTEMPTS:
                raise self._failure(said, program, bundle)

    def stop(self) -> None:
        """End the server and remove its files; harmless when there is none."""
        self._end_process()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        if self._cleanup is not None:
            self._cleanup.release()
            self._cleanup = None

    @property
    def alive(self) -> bool:
        """Return whether the server's process runs."""
        return self._process is not None and self._process.poll() is None

    def locate(self, file: str, line: int, column: int) -> tuple[Module, int, int] | None:
        """Return the module, line and column for a place as the server names it; None if it is none of ours."""
        number = file.rpartition("/")[2].removesuffix(".rego")
        if not number.isdigit() or int(number) >= len(self._assembly.modules):
            return None
        return self._assembly.modules[int(number)], line, column

    def ended(self) -> bool:
        """Return whether the server ended by itself; one that is about to is waited for."""
        if self._process is None:
            return False
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        return not self.alive

    def write_bundle(self, folder: Path) -> Path:
        """Write modules and data into a folder as a bundle; the names of the files are those that OPA's errors give."""
        versions = {}
        for number, module in enumerate(self._assembly.modules):
            # The number keeps apart what two packs call the same; the path is what errors name.
            name = f"{number}.rego"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(module.source, "utf-8")
            if module.version == 0:
                versions[f"/{name}"] = 0
        (folder / "authorisation.rego").write_text(_AUTHORISATION.format(token=json.dumps(self.token)), "utf-8")
        (folder / "data.json").write_text(json.dumps(self._assembly.data), "utf-8")
        manifest: dict[str, Any] = {"roots": [""], "rego_version": 1, "file_rego_versions": versions}
        (folder / ".manifest").write_text(json.dumps(manifest), "utf-8")
        return folder

    def _run(self, program: str, bundle: Path, output: Path) -> Path:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        words = [program, "run", "--server", "--addr", f"127.0.0.1:{port}", "--bundle", str(bundle)]
        words += ["--authentication", "token", "--authorization", "basic", "--log-level", "error"]
        words += ["--skip-version-check", "--skip-known-schema-check", "--shutdown-grace-period", "0"]
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        with output.open("wb") as file:
            self._process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=file, stderr=file, env=environment, cwd=bundle.parent
            )
        self._limit_memory(self._process.pid)
        return output

    def _limit_memory(self, process: int) -> None:
        if self._memory is None or sys.platform != "linux":
            return
        import resource  # noqa: PLC0415 (POSIX only)

        # Data and not address space: the Go runtime reserves far more addresses than it uses.
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_DATA, (self._memory, self._memory))

    def _wait(self, ready: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + self._seconds
        pause = 0.01
        while self.alive and time.monotonic() < deadline:
            if ready():
                # Whoever answers must be ours: another program may have taken the port and let ours fail.
                return self.alive
            time.sleep(pause)
            pause = min(pause * 1.5, 0.1)
        return False

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _failure(self, said: str, program: str, bundle: Path) -> EngineError | PackError:
        """Return why the server did not start; ``opa check`` tells it with line and column."""
        checked = subprocess.run(
            [program, "check", "--bundle", ".", "--format", "json"],
            cwd=bundle,
            capture_output=True,
            timeout=self._seconds,
            check=False,
        )
        with contextlib.suppress(ValueError):
            errors = json.loads(checked.stdout or checked.stderr).get("errors")
            if errors:
                return compile_failure(errors, self.locate)
        if not said.strip():
            return EngineError(f"The OPA server did not start within {self._seconds:g} seconds.")
        return EngineError(f"The OPA server did not start: {said.strip().splitlines()[-1][:500]}")


def compile_failure(errors: Sequence[Mapping[str, Any]], locate: Locate) -> PackError:
    """Return the error for the first of OPA's compile errors; ``locate`` maps its file, row and column to ours."""
    first = errors[0]
    message = _OF_SOME.sub("[_]", str(first.get("message", "the policies do not compile")))
    if first.get("code") == "rego_parse_error":
        message = f"{NO_REGO}: {message}"
    return of_opa(PackError, message, first.get("location") or {}, _at_reference(message, locate))


#: The step that OPA makes of `some … in`.
_OF_SOME = re.compile(r"\[__local\d+__\]")
#: What OPA says of a reference to a rule of the module's package, which it writes out in full. It shows the last
#: reference to any rule of the package that the module has.
_REFERENCE = re.compile(r"undefined ref: data\.(.+)|function data\.(.+) used as reference, not called")


def _at_reference(message: str, locate: Locate) -> Locate:
    """Return what locates the reference that a message names, in the module where OPA shows another one."""
    match = _REFERENCE.fullmatch(message)
    if match is None:
        return locate

    def place(file: str, line: int, column: int) -> tuple[Module, int, int] | None:
        found = locate(file, line, column)
        path = match[1] or match[2]
        if found is None or not path.startswith(f"{found[0].package}."):
            return found
        module, *_ = found
        name = path.removeprefix(f"{module.package}.")
        # `some x in names` has the step that is shown after `names` from OPA.
        some = rf"|(?<=\bin ){re.escape(name.removesuffix('[_]'))}" if name.endswith("[_]") else ""
        written = re.compile(rf"(?:(?<![\w.]){re.escape(name)}{some})(?!\w)")
        code = code_of(module.source)
        for each in written.finditer(module.source):
            at = each.start()
            # Not in a comment or a text, and not the head of a function.
            if code[at] != " " and not code.startswith("(", each.end()):
                return module, code.count("\n", 0, at) + 1, at - (code.rfind("\n", 0, at) + 1) + 1
        return found

    return place
