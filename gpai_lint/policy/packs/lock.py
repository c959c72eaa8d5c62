"""``gpai-lint.lock``: which content each pack had when somebody looked at it; anything else is refused.

The file lies beside ``gpai-lint.yaml``. It is YAML that only ``gpai-lint packs`` writes: the same packs give the same
bytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, UsageError
from gpai_lint.location import Location, Span
from gpai_lint.policy.packs.declaring import write_bytes
from gpai_lint.policy.packs.run import LOCK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gpai_lint.artifacts.interface import Node

VERSION = 1

_HEAD = "# Written by 'gpai-lint packs'. Commit it beside gpai-lint.yaml; do not change it by hand.\n"
_MAX_BYTES = 1_000_000
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_KEYS = ("source", "name", "ref", "commit", "version", "digest")


@dataclass(frozen=True)
class Pin:
    """What the lock says about one pack.

    ``source`` is written as the configuration has it, ``ref`` the branch or tag that the commit was found by,
    ``version`` that of a distribution, ``digest`` over names and contents of the pack's files. ``location`` is the
    place in the lock, None for a pin that is not written yet.
    """

    source: str
    name: str
    digest: str
    ref: str = ""
    commit: str = ""
    version: str = ""
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Lock:
    """The pins by source, in order of source; ``file`` is the lock's path as shown."""

    file: str
    pins: Mapping[str, Pin] = field(default_factory=dict)

    def text(self) -> str:
        """Return the content of the file."""
        lines = [_HEAD, f"version: {VERSION}\n", "packs:\n" if self.pins else "packs: []\n"]
        for source in sorted(self.pins):
            values = [(key, getattr(self.pins[source], key)) for key in _KEYS]
            written = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values if value]
            lines.append("- " + "  ".join(written))
        return "".join(lines)


def read_lock(folder: Path, shown: str = "") -> Lock | None:
    """Return the lock in a folder, None where there is none; raise ``UsageError`` with the place where it is wrong.

    ``shown`` is the folder's path in messages, with a slash.
    """
    path = folder / LOCK
    file = f"{shown}{LOCK}"
    start = Location(file, Span(1, 1, 1, 1))
    try:
        with path.open("rb") as opened:
            content = opened.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"The lock cannot be read: {error.strerror}.", start) from error
    try:
        if len(content) > _MAX_BYTES:
            raise UsageError(f"The lock is larger than {_MAX_BYTES} bytes.", start)
        root = compose(content.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        raise UsageError("The lock is not in UTF-8.", start) from error
    except ArtifactError as error:
        raise UsageError(error.message, error.location, error.hint) from error
    return Lock(file, _pins(root, file))


def write_lock(folder: Path, lock: Lock) -> None:
    """Write a lock into a folder, at once or not at all; raise ``UsageError`` if it cannot be written."""
    write_bytes(folder / LOCK, lock.text().encode())


def _pins(root: Node, file: str) -> dict[str, Pin]:
    values = root.plain()
    values = values if isinstance(values, dict) else {}
    version = values.get("version")
    place = Location(file, Span(1, 1, 1, 1))
    if version != VERSION or isinstance(version, bool):
        raise UsageError(
            f"The lock is of version '{version}'; this gpai-lint reads version {VERSION}.",
            place,
            hint="Write it again with 'gpai-lint packs lock'.",
        )
    rows = root.get("packs")
    if rows is None or not isinstance(rows.value, list) or values.keys() != {"version", "packs"}:
        raise UsageError("A lock has 'version' and a list of 'packs', and nothing else.", place)
    pins: dict[str, Pin] = {}
    for row in rows.value:
        pin = _pin(
            row.plain(), Location(file, Span(row.span.line, row.span.column, row.span.line, row.span.column + 1))
        )
        if pin.source in pins:
            raise UsageError(f"'{pin.source}' is locked twice.", pin.location)
        pins[pin.source] = pin
    return pins


def _pin(values: Any, place: Location) -> Pin:
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise UsageError("A locked pack has texts alone.", place)
    unknown = sorted(values.keys() - set(_KEYS))
    if unknown:
        raise UsageError(f"'{unknown[0]}' is no key of a locked pack.", place)
    for key in ("source", "name", "digest"):
        if not values.get(key):
            raise UsageError(f"The locked pack has no '{key}'.", place)
    if not _DIGEST.fullmatch(values["digest"]):
        raise UsageError("The digest of a locked pack is 'sha256:' and 64 hexadecimal digits.", place)
    return Pin(**values, location=place)
