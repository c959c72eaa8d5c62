"""Built-in functions that Rego v0 has and v1 has not; OPA still gives them to modules in v0, Regorus does not."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import regorus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _matches(pattern: Any, text: Any) -> Any:
    engine = _engine()
    engine.set_input_json(json.dumps([pattern, text]))
    answer = json.loads(engine.eval_query_as_json("regex.match(input[0], input[1])"))
    return answer["result"][0]["expressions"][0]["value"]


@cache
def _engine() -> Any:
    # The function of today under its former name: whatever a pattern means, it means the same in both.
    return regorus.Engine()


def _any(values: Any) -> bool:
    return any(value is True for value in _collection(values))


def _all(values: Any) -> bool:
    return all(value is True for value in _collection(values))


def _collection(values: Any) -> Any:
    if not isinstance(values, (list, set, frozenset)):
        raise TypeError("the operand is neither array nor set")
    return values


def _difference(one: Any, other: Any) -> Any:
    if not isinstance(one, (set, frozenset)) or not isinstance(other, (set, frozenset)):
        raise TypeError("the operands are no sets")
    return one - other


#: The functions of :data:`gpai_lint.policy.safety.OLD_BUILTINS`, each with the number of its operands.
FUNCTIONS: Mapping[str, tuple[int, Callable[..., Any]]] = {
    "all": (1, _all),
    "any": (1, _any),
    "re_match": (2, _matches),
    "set_diff": (2, _difference),
}
