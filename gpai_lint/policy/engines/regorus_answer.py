"""What Regorus answers to a query, for processes that have no Regorus as well."""

from __future__ import annotations

import json
from typing import Any


def value_of(answer: str) -> Any:
    """Return the value in the JSON of an answer, None where the query is undefined."""
    results = json.loads(answer).get("result")
    return results[0]["expressions"][0]["value"] if results else None
