"""Packs in installed Python distributions, found by entry point; nothing of the distribution is imported.

A distribution declares its pack in the group ``gpai_lint.packs``: the entry point's name is the pack's, its value the
package whose folder holds the pack (``acme = "acme_policies.pack"``).
"""

from __future__ import annotations

from importlib.machinery import PathFinder
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError, UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from gpai_lint.policy.packs.sources import Source

GROUP = "gpai_lint.packs"


def installed_folder(source: Source) -> tuple[Path, str]:
    """Return the folder of an installed pack and the version of the distribution that brought it.

    Raises ``UsageError`` if no distribution has such a pack or several have, ``PackError`` where its folder is not
    found.
    """
    found = {_key(point): point for point in entry_points(group=GROUP, name=source.location)}
    if not found:
        known = sorted({point.name for point in entry_points(group=GROUP)})
        raise UsageError(
            f"No installed distribution has a pack '{source.location}'.",
            hint=f"Installed packs: {', '.join(known)}." if known else "There are no installed packs.",
        )
    if len(found) > 1:
        names = " and ".join(f"'{name} {version}' ({value})" for name, version, value in sorted(found))
        raise UsageError(f"Several distributions have a pack '{source.location}': {names}.")
    ((_, version, _), point), *_ = found.items()
    return _folder(point, source), version


def _key(point: EntryPoint) -> tuple[str, str, str]:
    distribution = point.dist
    name = distribution.name if distribution is not None else "?"
    return name, distribution.version if distribution is not None else "", point.value


def _folder(point: EntryPoint, source: Source) -> Path:
    value = point.value
    top, *rest = value.split(".")
    if ":" in value or not all(step.isidentifier() for step in (top, *rest)):
        raise PackError(f"The entry point '{source.location}' is '{value}', which names no package.")
    # Beside the distribution first: another package of that name earlier in the path is not what was installed.
    if point.dist is not None:
        beside = Path(str(point.dist.locate_file("/".join((top, *rest)))))
        if beside.is_dir():
            return beside
    # An editable installation has its package elsewhere. Only the outermost package is looked up: for an
    # inner one the code of those around it would run.
    spec = PathFinder.find_spec(top)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    for place in places or _editable(top):
        folder = Path(place, *rest)
        if folder.is_dir():
            return folder
    raise PackError(f"There is no folder of the package '{value}' that the entry point '{source.location}' names.")


def _editable(top: str) -> list[str]:
    """Ask the finders that editable installations add, which have run already when Python started."""
    from importlib.util import find_spec  # noqa: PLC0415

    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        return []
    return list(spec.submodule_search_locations or ()) if spec is not None else []
