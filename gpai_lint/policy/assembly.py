"""Put packs together for an engine: one set of modules, one data document, and the module that joins their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.loosening import adjustments, given_answers
from gpai_lint.policy.rule_data import as_data, unique

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gpai_lint.policy.interface import Module, Pack

#: Roots that no other pack may define: the built-in pack's, gpai-lint's own, and the one that steers an OPA server.
RESERVED: Mapping[str, str] = {
    "gpai": "the built-in pack",
    "gpai_lint": "gpai-lint itself",
    "system": "the OPA server, which it steers",
}


class Assembly(NamedTuple):
    """What an engine loads: modules of all packs, and their data with ``data.gpai.metadata.rules`` of all rules."""

    modules: tuple[Module, ...]
    data: Mapping[str, Any]
    trusted: bool


def assemble(packs: Sequence[Pack], data: Mapping[str, Any]) -> Assembly:
    """Return packs and further data as one.

    Raises ``PackError``, with both places, where they conflict, and ``UsageError`` where a pack makes a rule of another
    milder without permission.
    """
    for pack in packs:
        _check_reserved(pack)
        if not pack.trusted:
            from gpai_lint.policy.safety import refuse_forbidden  # noqa: PLC0415 - most runs have the built-in pack alone

            refuse_forbidden(pack.modules)
    _check_roots(packs)
    adjustments(packs)
    rules = unique(rule for pack in packs for rule in pack.rules.values())
    merged: dict[str, Any] = {}
    for source in (*(pack.data for pack in packs), data):
        _merge(merged, source)
    routers: list[Module] = []
    for number, pack in enumerate(packs):
        if not pack.builtin:
            from gpai_lint.policy.router import route  # noqa: PLC0415 - as above

            routers += route(pack, f"p{number}")
    gpai = {**merged.get("gpai", {})}
    gpai["metadata"] = {"rules": {identifier: as_data(rules[identifier]) for identifier in sorted(rules)}}
    gpai["given"] = {"scope": given_answers(packs)}
    return Assembly(
        (*(module for pack in packs for module in pack.modules), *routers),
        {**merged, "gpai": gpai},
        all(pack.trusted for pack in packs),
    )


def _check_reserved(pack: Pack) -> None:
    if pack.builtin:
        return
    hint = "A pack has a root of its own, such as the organisation's name."
    for module in pack.modules:
        owner = RESERVED.get(module.package.split(".")[0])
        if owner is not None:
            place = Location(module.path, Span(1, 1, 1, 2))
            message = f"The package '{module.package}' of the pack '{pack.name}' is reserved for {owner}."
            raise PackError(message, place, hint)
    claimed = {root.split("/")[0] for root in pack.roots}
    for root, owner in RESERVED.items():
        if root in pack.data or claimed & {root, ""}:
            raise PackError(f"The pack '{pack.name}' claims 'data.{root}', which is reserved for {owner}.", hint=hint)


def _check_roots(packs: Sequence[Pack]) -> None:
    """Refuse packs whose roots overlap, as OPA does for bundles."""
    seen: list[tuple[tuple[str, ...], Pack]] = []
    for pack in packs:
        for root in pack.roots:
            steps = tuple(root.split("/"))
            for other, owner in seen:
                if owner is not pack and (steps[: len(other)] == other or other[: len(steps)] == steps):
                    raise PackError(
                        f"The packs '{owner.name}' ({owner.path}) and '{pack.name}' ({pack.path}) both define "
                        f"'data.{'.'.join(steps if len(steps) < len(other) else other)}'.",
                        hint="Give each pack a root of its own in its '.manifest'.",
                    )
            seen.append((steps, pack))


def _merge(into: dict[str, Any], value: Mapping[str, Any]) -> None:
    for key, child in value.items():
        if isinstance(child, dict) and isinstance(into.get(key), dict):
            into[key] = {**into[key]}
            _merge(into[key], child)
        else:
            into[key] = child
