"""End the job as the check ended, after everything was uploaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from workflow import write


def main() -> int:
    """Return the exit code of the check; 4 if it did not come so far as to have one."""
    text = os.environ.get("GPAI_LINT_EXIT_CODE", "")
    code = int(text) if text.isdecimal() else 4
    write(f"gpai-lint: {os.environ.get('GPAI_LINT_CONCLUSION') or 'error'}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
