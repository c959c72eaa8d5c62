"""Tables that come with this package: YAML beside the code that reads them, and JSON that a build makes of it."""

from __future__ import annotations

import json
from typing import Any

from gpai_lint.compiled import PACKAGE, compiled_file


def load_table(path: str) -> Any:
    """Return a table or a schema by its path inside the package, without the suffix (``evidence/fields``).

    The JSON that a build makes of each YAML table is asked first: reading it takes a thirtieth of the time.
    """
    compiled = compiled_table(path)
    return parse_table((PACKAGE / f"{path}.yaml").read_bytes()) if compiled is None else compiled


def compiled_table(path: str) -> Any:
    """Return what a build made of a table, None where it made nothing that is still true."""
    compiled = compiled_file(f"{path}.json")
    return json.loads(compiled.read_bytes()) if compiled else None


def parse_table(content: bytes) -> Any:
    """Return what a table in YAML says, with libyaml where PyYAML was built with it."""
    import yaml  # noqa: PLC0415 - compiled tables need none

    return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
