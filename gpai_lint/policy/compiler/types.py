"""Types of values as OPA's compiler has them, as far as they are needed to tell that two of them never meet.

What is not known is :data:`ANY`, and fits everything: a type here is never narrower than the one that OPA finds, so
that what OPA takes is not refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Type:
    """A type by its ``kind``: ``any``, ``null``, ``boolean``, ``number``, ``string``, ``array``, ``set``, ``object``.

    ``items`` are the types of the first elements of an array, ``fields`` the known keys of an object (JSON) with the
    types of their values. ``key`` and ``of`` are the types of further keys and elements, None where there are none. A
    ``union`` is any of its ``items``.
    """

    kind: str
    items: tuple[Type, ...] = ()
    fields: tuple[tuple[str, Type], ...] = ()
    key: Type | None = None
    of: Type | None = None


ANY, STRING, NUMBER, BOOLEAN, NULL = (Type(kind) for kind in ("any", "string", "number", "boolean", "null"))
ARRAY = Type("array", of=ANY)
SET = Type("set", of=ANY)
OBJECT = Type("object", key=ANY, of=ANY)


def of_scalar(value: str) -> Type:
    """Return the type of a scalar written as JSON."""
    if value.startswith('"'):
        return STRING
    return {"true": BOOLEAN, "false": BOOLEAN, "null": NULL}.get(value, NUMBER)


def union(types: Iterable[Type | None]) -> Type | None:
    """Return the type of what is of any of some types; None for none."""
    found: dict[Type, None] = {}
    for each in types:
        if each is not None:
            found.update(dict.fromkeys(each.items if each.kind == "union" else (each,)))
    if ANY in found:
        return ANY
    if len(found) < 2:
        return next(iter(found), None)
    return Type("union", tuple(found))


def merged(types: Iterable[Type]) -> Type:
    """Return the type of what several rules give together: their sets, and objects without known keys, become one."""
    found = union(types)
    if found is None or found.kind != "union":
        return found or ANY
    sets = [each for each in found.items if each.kind == "set"]
    objects = [each for each in found.items if each.kind == "object" and not each.fields]
    rest = [each for each in found.items if each not in sets and each not in objects]
    sets = [Type("set", of=union(each.of for each in sets))] if sets else []
    return union([*rest, *sets, *([OBJECT] if len(objects) > 1 else objects)]) or ANY


def unifies(one: Type, other: Type) -> bool:
    """Return whether a value can be of both types."""
    for a, b in ((one, other), (other, one)):
        if a.kind == "any":
            return True
        if a.kind == "union":
            return any(unifies(each, b) for each in a.items)
    if one.kind != other.kind:
        return False
    if one.kind == "set":
        return one.of is None or other.of is None or unifies(one.of, other.of)
    if not (_parts_fit(one, other) and _parts_fit(other, one)):
        return False
    return one.of is None or other.of is None or unifies(one.of, other.of)


def _parts_fit(one: Type, other: Type) -> bool:
    for number, item in enumerate(one.items):
        found = other.items[number] if number < len(other.items) else other.of
        if found is None or not unifies(item, found):
            return False
    fields = dict(other.fields)
    for key, value in one.fields:
        if key in fields:
            if not unifies(value, fields[key]):
                return False
        elif one.of is None and other.of is None:
            return False
    return True


def selected(of: Type, value: str) -> Type | None:
    """Return the type of what a collection has under a constant step, written as JSON; None if it can have nothing."""
    if of.kind == "any":
        return ANY
    if of.kind == "union":
        return union(selected(each, value) for each in of.items)
    step = of_scalar(value)
    if of.kind == "array":
        if not value.isdigit():
            return None
        return of.items[int(value)] if int(value) < len(of.items) else of.of
    if of.kind == "set":
        return step if of.of is not None and unifies(of.of, step) else None
    if of.kind != "object":
        return None
    fields = dict(of.fields)
    if value in fields:
        return fields[value]
    return of.of if of.key is not None and unifies(of.key, step) else None


def keys(of: Type) -> Type | None:
    """Return the type of the steps into a collection; None if there are none."""
    if of.kind == "any":
        return ANY
    if of.kind == "union":
        return union(keys(each) for each in of.items)
    if of.kind == "object":
        return union([*(of_scalar(key) for key, _ in of.fields), of.key])
    return {"array": NUMBER, "set": of.of}.get(of.kind)


def values(of: Type) -> Type | None:
    """Return the type of the elements of a collection; None if there are none."""
    if of.kind == "any":
        return ANY
    if of.kind == "union":
        return union(values(each) for each in of.items)
    return union([*of.items, *(value for _, value in of.fields), of.of])


def canonical(value: str) -> str:
    """Return a constant key as it is compared: one number has one spelling."""
    return value if value.startswith('"') else json.dumps(json.loads(value))
