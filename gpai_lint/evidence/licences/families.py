"""Families of licences whose names are made up of elements and a version: Creative Commons, and GNU."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CC_VERSIONS = ("1", "2", "2.5", "3", "4")
_GNU_NAMES = (
    ("gnu", "general", "public"),
    ("gnu", "lesser", "general", "public"),
    ("gnu", "affero", "general", "public"),
    # Short for the first, where a version follows.
    ("gnu",),
)
_GNU_FAMILIES = {("general",): "gpl", ("lesser",): "lgpl", ("affero",): "agpl", (): "gpl"}
_GNU_VERSIONS = {"gpl": ("1", "2", "3"), "lgpl": ("2", "2.1", "3"), "agpl": ("1", "3")}


def creative_commons(words: Sequence[str], start: int) -> tuple[str, int] | None:
    """Read ``CC BY-NC 4.0`` or ``Attribution-NonCommercial 4.0``; return the id and the index behind it."""
    position = start
    while words[position : position + 1] == ["cc"]:  # "Creative Commons CC BY 4.0"
        position += 1
    named = position > start
    if named and words[position : position + 1] in (["0"], ["zero"]):
        return _with_version("CC0", words, position + 1, ("1",))
    elements: list[str] = []
    spelled = words[position : position + 1] == ["attribution"]
    while position < len(words):
        element = "by" if words[position] == "attribution" else words[position]
        if element not in {"by", "nc", "nd", "sa"} or element in elements:
            break
        elements.append(element)
        position += 1
    # Without "CC" before it, a lone "by" is an English word, and "attribution" too unless a version follows.
    versioned = spelled and words[position : position + 1] == ["4"]
    if elements[:1] != ["by"] or not (named or len(elements) > 1 or versioned):
        return None
    variant = "-".join(name for name in ("by", "nc", "nd", "sa") if name in elements).upper()
    return _with_version(f"CC-{variant}", words, position, _CC_VERSIONS)


def gnu(words: Sequence[str], start: int) -> tuple[str, int] | None:
    """Read ``GPLv3``, ``GNU Lesser General Public License 2.1 or later``; return the id and the index behind it."""
    long = next((name for name in _GNU_NAMES if tuple(words[start : start + len(name)]) == name), ())
    position = start + len(long)
    family = _GNU_FAMILIES[long[1:2]] if long else words[start]
    if family not in _GNU_VERSIONS:
        return None
    if not long or words[position : position + 1] == [family]:
        position += 1
    if position >= len(words) or words[position] not in _GNU_VERSIONS[family]:
        return None
    version = words[position] if "." in words[position] else f"{words[position]}.0"
    position += 1
    rest = list(words[position : position + 2])
    suffix, length = "", 0
    if rest[:1] == ["only"]:
        suffix, length = "-only", 1
    elif rest[:1] in (["+"], ["later"]):
        suffix, length = "-or-later", 1
    elif rest == ["any", "later"]:
        suffix, length = "-or-later", 2
    return f"{family.upper()}-{version}{suffix}", position + length


def _with_version(name: str, words: Sequence[str], position: int, versions: Sequence[str]) -> tuple[str, int]:
    version = versions[-1]
    if position < len(words) and words[position] in versions:
        version = words[position]
        position += 1
    return f"{name}-{version if '.' in version else version + '.0'}", position
