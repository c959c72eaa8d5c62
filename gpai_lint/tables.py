"""Tables that come with this package: YAML beside the code that reads them, and in a wheel JSON of the same name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def load_table(path: str) -> Any:
    """Return a table or a schema by its path inside the package, without the suffix (``evidence/fields``).

    The JSON that the build makes of each YAML table (``hatch_build.py``) is asked first: reading it takes a thirtieth
    of the time. A checkout has none that could be older than its YAML.
    """
    compiled = compiled_table(path)
    return parse_table((_PACKAGE / f"{path}.yaml").read_bytes()) if compiled is None else compiled


def compiled_table(path: str) -> Any:
    """Return what the build made of a table, None in a checkout."""
    compiled = _PACKAGE / f"{path}.json"
    return json.loads(compiled.read_bytes()) if compiled.is_file() else None


def parse_table(content: bytes) -> Any:
    """Return what a table in YAML says, with libyaml where PyYAML was built with it."""
    import yaml  # noqa: PLC0415 - an installed package needs it for its tables no more

    return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
