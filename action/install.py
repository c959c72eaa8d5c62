"""Make a private virtual environment with the dependencies, pinned by hash; gpai-lint itself runs from the checkout."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from workflow import WorkflowError, annotate, flag, home, interpreter, output, write

REQUIREMENTS = Path(__file__).resolve().parent / "requirements.txt"
OLDEST = (3, 10)


def main() -> int:
    """Install, unless an earlier step of the job did; with ``--digest`` only set that output. Return an exit code."""
    try:
        if sys.argv[1:] == ["--digest"]:
            output("digest", digest())
            return 0
        return install()
    except WorkflowError as error:
        annotate("error", str(error))
        return 2


def digest() -> str:
    """Return what the downloads depend on: the pinned dependencies."""
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def install() -> int:
    """Make the environment; raise ``WorkflowError`` for a Python that is too old."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        raise WorkflowError(
            f"gpai-lint needs Python 3.10 or later, and this runner has {found}: use actions/setup-python."
        )
    marker = home() / "installed"
    wanted = f"{digest()} {sys.version}"
    if interpreter().exists() and marker.exists() and marker.read_text(encoding="utf-8") == wanted:
        return 0
    venv.create(home() / "venv", clear=True, with_pip=True)
    # Wheels alone: nothing that is downloaded runs before its hash was compared, and nothing is built.
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--disable-pip-version-check", "--quiet"]
    cache = ["--cache-dir", str(home() / "pip")] if flag("GPAI_LINT_CACHE") else ["--no-cache-dir"]
    command = [str(interpreter()), "-I", "-m", "pip", "install", *options, *cache, "-r", str(REQUIREMENTS)]
    run = subprocess.run(command, check=False, env=_environment(), capture_output=True, text=True)
    if run.returncode != 0:
        raise WorkflowError(f"The dependencies cannot be installed:\n{(run.stderr or run.stdout)[-2000:]}")
    marker.write_text(wanted, encoding="utf-8")
    write(f"gpai-lint is ready in {home()}\n")
    return 0


def _environment() -> dict[str, str]:
    # A PYTHONPATH or a virtual environment of the workflow is not ours.
    return {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}


if __name__ == "__main__":
    sys.exit(main())
