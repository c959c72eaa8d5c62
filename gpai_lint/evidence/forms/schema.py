"""The schemas of our own YAML forms: what is wrong in a file, and which items its keys answer.

The schemas are published JSON Schemas (2020-12) that an editor can use. Their annotation ``x-items`` names the
requirements that a key answers: what the rules see as bindings comes from there and not from a second table.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.location import Location
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from gpai_lint.artifacts.interface import Node

#: More violations than this tell no more about a file.
MAX_VIOLATIONS: Final = 50
MAX_TEXT: Final = 2_000

_NOT_APPLICABLE: Final = Pattern(r"\W*(?:n\s?/?\s?a|not applicable|none)\b\W*")
_TYPES: Final = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return a schema by the name of the form: ``model-documentation`` for ``model-documentation.yaml``."""
    schema: dict[str, Any] = load_table(f"schemas/{name}.schema")
    return schema


def violations(node: Node, schema: Mapping[str, Any], path: str) -> list[tuple[Location, str]]:
    """Return what is wrong in a form, each with its place and a sentence for its author, in order of place."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (only needed where there is a form)

    found: list[tuple[Location, str]] = []
    for error in Draft202012Validator(schema).iter_errors(node.plain()):
        found.extend(_explained(_deepest(error), node, path))
        if len(found) >= MAX_VIOLATIONS:
            break
    return sorted(set(found), key=lambda row: (row[0].span, row[1]))


def answers(node: Node, schema: Mapping[str, Any]) -> Iterator[tuple[str, Node, str]]:
    """Yield for each answered key of a form the items that it answers, one at a time, with its node and its text.

    Empty values, template text and "N/A" answer nothing here.
    """
    yield from _answers(node, schema, schema, "")


def written(node: Node) -> str:
    """Return all the text of a node: a value as written, the parts of a list or a mapping one after the other."""
    if isinstance(node.value, dict):
        return "; ".join(part for child in node.value.values() if (part := written(child)))
    if isinstance(node.value, list):
        return "; ".join(part for child in node.value if (part := written(child)))
    return "" if node.value is None else " ".join(node.text.split())


def _answers(
    node: Node, schema: Mapping[str, Any], root: Mapping[str, Any], name: str
) -> Iterator[tuple[str, Node, str]]:
    text = written(node)
    if text and state_of(text) is not State.PLACEHOLDER and not _NOT_APPLICABLE.fullmatch(text):
        for item in schema.get("x-items", ()):
            # A number or a date says little without the key that it stands under.
            bare = len(text) <= 40 and re.search(r"\d", text) and not isinstance(node.value, dict)
            told = f"{name.replace('_', ' ')}: {text}" if bare else text
            yield item, node, told[:MAX_TEXT]
    for part in _resolved(schema, root):
        if isinstance(node.value, dict):
            for key, child in node.value.items():
                inner = part.get("properties", {}).get(key)
                if inner is not None:
                    yield from _answers(child, inner, root, f"{name} {key}".strip())
        elif isinstance(node.value, list) and isinstance(part.get("items"), dict):
            for child in node.value:
                yield from _answers(child, part["items"], root, name)


def _resolved(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield a schema with what it refers to and combines."""
    yield schema
    reference = schema.get("$ref", "")
    if reference.startswith("#/$defs/"):
        yield from _resolved(root["$defs"][reference.removeprefix("#/$defs/")], root)
    for part in (*schema.get("allOf", ()), *schema.get("oneOf", ())):
        yield from _resolved(part, root)


def _deepest(error: ValidationError) -> ValidationError:
    """Follow the branch of a ``oneOf`` that fits best: the message shall speak of the value, not of the schema."""
    while error.context:
        fitting = [branch for branch in error.context if branch.validator != "type"] or error.context
        error = max(fitting, key=lambda branch: len(branch.absolute_path))
    return error


def _explained(error: ValidationError, root: Node, path: str) -> Iterator[tuple[Location, str]]:
    node = _at(root, error.absolute_path)
    value: Any = error.instance
    schema: Any = error.schema
    wanted: Any = error.validator_value

    def place(at: Node, key: bool = False) -> Location:
        span = at.key_span if key and at.key_span is not None else at.span
        return Location(path, span, anchor=at.pointer)

    if error.validator in {"additionalProperties", "propertyNames"} and isinstance(node.value, dict):
        known = sorted(schema.get("properties", {}) or schema.get("enum", ()))
        for key, child in node.value.items():
            if key not in known and (error.validator == "additionalProperties" or key == value):
                close = get_close_matches(key, known, n=1, cutoff=0.6)
                hint = f" Did you mean '{close[0]}'?" if close else ""
                yield place(child, key=True), f"There is no key '{key}' here.{hint}"
    elif error.validator == "required" and isinstance(value, dict):
        for key in wanted:
            if key not in value:
                yield place(node, key=True), f"The key '{key}' is missing."
    elif error.validator == "contains":
        names = ", ".join(f"'{part.get('const')}'" for part in dict(wanted)["properties"].values())
        yield place(node, key=True), f"The list has no entry for {names}."
    elif value is None:
        yield place(node, key=True), "The key has no value; leave it out or give one."
    elif error.validator in {"enum", "const"}:
        allowed = wanted if error.validator == "enum" else [wanted]
        yield place(node), f"'{_short(value)}' is none of the values allowed here: {', '.join(map(_spelt, allowed))}."
    elif error.validator == "type":
        types: list[str] = wanted if isinstance(wanted, list) else [wanted]
        yield place(node), f"'{_short(value)}' should be {' or '.join(_TYPES.get(kind, kind) for kind in types)}."
    else:
        hint = schema.get("description", "")
        yield place(node), f"'{_short(value)}' is not written as it should be." + (f" {hint}" if hint else "")


def _at(node: Node, steps: Any) -> Node:
    for step in steps:
        inner = node.value
        if isinstance(inner, dict) and step in inner:
            node = inner[step]
            continue
        if not isinstance(inner, list) or not isinstance(step, int) or step >= len(inner):
            break
        node = inner[step]
    return node


def _spelt(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
