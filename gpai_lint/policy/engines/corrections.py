"""Built-in functions that Regorus does otherwise than OPA, for packs: they may call anything that OPA has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gpai_lint.policy.compiler.rewriting import FORMAT
from gpai_lint.policy.engines.go_format import sprintf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _replace_n(patterns: Any, text: Any) -> str:
    """Replace at each place the first pattern, in order, that stands there; what came of it is not looked at again."""
    if not isinstance(patterns, dict) or not all(isinstance(each, str) for each in (*patterns.values(), text)):
        raise TypeError("the operands are an object of texts and a text")
    found = "|".join(map(re.escape, sorted(patterns)))
    return re.sub(found, lambda match: str(patterns[match[0]]), text) if patterns else str(text)


def _count(text: Any, part: Any) -> int:
    """Count the places of a text in another that do not overlap."""
    if not isinstance(text, str) or not isinstance(part, str):
        raise TypeError("the operands are texts")
    return text.count(part)


FUNCTIONS: Mapping[str, tuple[int, Callable[..., Any]]] = {
    FORMAT: (2, sprintf),
    "strings.count": (2, _count),
    "strings.replace_n": (2, _replace_n),
}
