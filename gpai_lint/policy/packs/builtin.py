"""The pack that comes with this package: a folder of YAML and Rego, and one file that a build compiles of it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from gpai_lint.compiled import PACKAGE, compiled_file
from gpai_lint.location import Location, Span
from gpai_lint.policy.interface import Module, Pack, RuleMetadata
from gpai_lint.policy.rule_data import as_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "code-of-practice-2025"

#: The compiled pack, as a path inside the package.
COMPILED = "policies/compiled.json"


def builtin_folder() -> Path:
    """Return the folder with the sources of the built-in pack."""
    checkout = PACKAGE.parent / "policies" / NAME
    # The installed package is asked first: beside it, a folder `policies` would be someone else's.
    installed = PACKAGE / "policies" / NAME
    return installed if installed.is_dir() else checkout


@cache
def load_builtin() -> Pack:
    """Load the built-in pack, compiled if a build did that; raise ``PackError`` if it does not load."""
    compiled = compiled_file(COMPILED)
    return from_json(json.loads(compiled.read_bytes())) if compiled else build_builtin(builtin_folder())


def is_compiled() -> bool:
    """Tell whether a build has compiled the built-in pack, so that it loads fast."""
    return compiled_file(COMPILED) is not None


def build_builtin(folder: Path) -> Pack:
    """Load the built-in pack from its sources; ``data.gpai.metadata`` is always computed from them."""
    # Not for the compiled pack, of which nothing is left to parse.
    from gpai_lint.policy.packs.content import make_pack  # noqa: PLC0415
    from gpai_lint.policy.packs.load import read_folder  # noqa: PLC0415

    files = read_folder(folder)
    files.pop(GENERATED, None)
    return make_pack(files, NAME, f"policies/{NAME}", builtin=True, trusted=True)


#: The rules' metadata as data, committed beside the sources so that `opa test` and `opa eval` see it as well.
GENERATED = "gpai/metadata/data.json"


def generated_metadata(pack: Pack) -> str:
    """Return the text of the generated metadata file of a pack."""
    rules = {identifier: as_data(pack.rules[identifier]) for identifier in sorted(pack.rules)}
    return json.dumps({"rules": rules}, indent=1, ensure_ascii=False) + "\n"


def to_json(pack: Pack) -> dict[str, Any]:
    """Return a pack as plain values, for :func:`from_json`."""
    from gpai_lint.policy.engines.aliases import expand  # noqa: PLC0415 - only the build needs it

    return {
        "name": pack.name,
        "path": pack.path,
        "modules": [
            [module.path, module.source, module.package, module.version, expand(module.source).source]
            for module in pack.modules
        ],
        "data": pack.data,
        "rules": [_rule_as_json(rule) for rule in pack.rules.values()],
        "roots": pack.roots,
        "manifest": pack.manifest,
        "digest": pack.digest,
        "builtin": pack.builtin,
        "trusted": pack.trusted,
        "style": pack.style,
    }


def from_json(values: Mapping[str, Any]) -> Pack:
    """Return the pack that :func:`to_json` made plain values of."""
    return Pack(
        name=values["name"],
        path=values["path"],
        modules=tuple(Module(*module) for module in values["modules"]),
        data=values["data"],
        rules={rule["id"]: _rule(rule) for rule in values["rules"]},
        roots=tuple(values["roots"]),
        manifest=values["manifest"],
        digest=values["digest"],
        builtin=values["builtin"],
        trusted=values["trusted"],
        style=values["style"],
    )


def _rule_as_json(rule: RuleMetadata) -> dict[str, Any]:
    return {
        **rule._asdict(),
        "examples": dict(rule.examples),
        "location": rule.location._asdict() if rule.location else None,
    }


def _rule(values: dict[str, Any]) -> RuleMetadata:
    for name in _TUPLES:
        values[name] = tuple(values[name])
    place = values["location"]
    values["location"] = Location(place["file"], Span(*place["span"])) if place else None
    return RuleMetadata(**values)


#: The members of a rule's metadata that JSON has as arrays.
_TUPLES = ("requirements", "measures", "articles", "depends_on", "aliases", "related_resources")
