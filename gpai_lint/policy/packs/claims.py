"""What the files of a pack claim of ``data``: which value comes from which file, and where two claim the same place.

OPA refuses a bundle in which data and a rule, or a rule and a package, have one path. Regorus lets the data win, so it
is refused here, for both engines and with both places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.data_files import decode, parse_data
from gpai_lint.policy.packs.data_folders import mount
from gpai_lint.policy.rego_source import definitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Module

_TOP = Span(1, 1, 1, 2)


class PackData:
    """The data files of a pack, each mounted at its folder's path, as one ``value``."""

    def __init__(self, files: Mapping[str, bytes], prefix: str, folders: Sequence[str] = ()) -> None:
        """Merge them; ``prefix`` stands before a path in messages, ``folders`` hold data in files of any name.

        Raises ``PackError`` where two say different.
        """
        self.value: dict[str, Any] = {}
        self._files = files
        self._prefix = prefix
        self._folders = folders
        self._origin: dict[tuple[str, ...], str] = {}
        for path in sorted(files):
            mounted = mount(path, folders)
            if mounted is None:
                continue
            value = parse_data(files[path], prefix + path)
            if not isinstance(value, dict):
                raise PackError("A data file holds a mapping.", Location(prefix + path, _TOP))
            for step in reversed(mounted):
                value = {step: value}
            self._merge(self.value, value, (), path)

    def check_roots(self, roots: Sequence[str]) -> None:
        """Raise ``PackError`` for data that lies outside the roots, as OPA does for bundles."""
        claimed = [tuple(root.split("/")) if root else () for root in roots]
        for path in _leaves(self.value, (), max((len(root) for root in claimed), default=0)):
            if not any(path[: len(root)] == root for root in claimed):
                raise PackError(
                    f"The data 'data.{'.'.join(path)}' lies outside the roots of the pack ({', '.join(roots)}).",
                    self._place(path),
                    hint=f"Name its root in '{self._prefix}.manifest'.",
                )

    def check_rules(self, modules: Iterable[Module]) -> None:
        """Raise ``PackError`` for a rule whose path, or a part of it that leads there, is taken by data."""
        for module in modules:
            package = tuple(module.package.split("."))
            if not self._reaches(package):
                continue
            for steps, line in definitions(module.source):
                taken = self._taken((*package, *steps))
                if taken:
                    raise PackError(
                        f"'data.{'.'.join(taken)}' is a rule, and data as well: {self._place(taken)}.",
                        Location(module.path, Span(line, 1, line, 2)),
                        hint="Give one of them another name.",
                    )

    def _reaches(self, package: tuple[str, ...]) -> bool:
        value: Any = self.value
        for step in package:
            if not isinstance(value, dict):
                return True
            if step not in value:
                return False
            value = value[step]
        return True

    def _taken(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return the beginning of a path at which data has a value that leaves no room for a rule there."""
        value: Any = self.value
        for length, step in enumerate(path):
            if not isinstance(value, dict):
                return path[:length]
            if step not in value:
                return ()
            value = value[step]
        return path

    def _merge(self, into: dict[str, Any], value: Mapping[str, Any], path: tuple[str, ...], file: str) -> None:
        for key, child in value.items():
            place = (*path, key)
            if key not in into:
                into[key] = child if not isinstance(child, dict) else {}
                self._origin[place] = file
                if isinstance(child, dict):
                    self._merge(into[key], child, place, file)
            elif isinstance(child, dict) and isinstance(into[key], dict):
                self._merge(into[key], child, place, file)
            else:
                raise PackError(
                    f"'data.{'.'.join(place)}' is already set: {self._place(place)}.", self._place_in(file, place)
                )

    def _place(self, path: tuple[str, ...]) -> Location:
        return self._place_in(self._origin[path], path)

    def _place_in(self, file: str, path: tuple[str, ...]) -> Location:
        """Return where a file says what data has at a path; its first line where the folder alone says it."""
        shown = self._prefix + file
        try:
            node = compose(decode(self._files[file], shown), shown)
        except ArtifactError:  # JSON that is no YAML.
            return Location(shown, _TOP)
        span = _TOP
        for step in path[len(mount(file, self._folders) or ()) :]:
            child = node.get(step)
            if child is None:
                break
            node, span = child, child.key_span or child.span
        return Location(shown, span)


def check_packages(modules: Sequence[Module]) -> None:
    """Raise ``PackError`` for a rule whose path is that of a package, or leads to one."""
    packages = {module.package: module for module in modules}
    above = {package.rpartition(".")[0] for package in packages}
    for module in modules:
        if not any(_is_below(each, module.package) for each in above):
            continue
        for steps, line in definitions(module.source, whole=True):
            path = ".".join((module.package, *steps))
            other = next((packages[each] for each in sorted(packages) if _is_below(each, path)), None)
            if other is not None:
                raise PackError(
                    f"'data.{path}' is a rule, and the package '{other.package}' of {other.path} lies there as well.",
                    Location(module.path, Span(line, 1, line, 2)),
                    hint="Give one of them another name.",
                )


def _is_below(package: str, above: str) -> bool:
    return package == above or package.startswith(f"{above}.")


def _leaves(value: Any, path: tuple[str, ...], depth: int) -> Iterator[tuple[str, ...]]:
    if not isinstance(value, dict) or not value or depth == 0:
        if path:
            yield path
        return
    for key, child in value.items():
        yield from _leaves(child, (*path, key), depth - 1)
