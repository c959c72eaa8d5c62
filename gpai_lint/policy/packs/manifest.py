"""The manifest of a pack: OPA's ``.manifest``, with what gpai-lint reads from its ``metadata``.

The keys are OPA's (https://www.openpolicyagent.org/docs/management-bundles#bundle-file-format): ``revision``,
``roots``, ``rego_version``, ``file_rego_versions``, ``metadata``. Ours stand under ``metadata.gpai_lint``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Keys of ``metadata.gpai_lint``; the reference page of the pack API is generated from this table.
SETTINGS: Mapping[str, str] = {
    "name": "name of the pack in reports and in `gpai-lint.lock`; the folder's name without it",
    "version": "version of the pack, for people",
    "schema_version": 'version of the input document that the pack is written for, such as `"1"`',
    "input": "`document` (the default) or `files`: policies then see one parsed file at a time, as in conftest",
    "files": "patterns of the files that `input: files` is evaluated on, such as `*.yaml`; all that parse without it",
    "levels": "levels for rules of other packs, by id or name; lowering one needs `allow: [levels]` for the pack",
    "waivers": "rules that the pack waives, by id or name, with a reason; needs `allow: [waivers]` for the pack",
}


@dataclass(frozen=True)
class Manifest:
    """A manifest as written (``values``), and the settings that gpai-lint reads from it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    roots: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the pack's name, "" where the manifest gives none."""
        return str(self.settings.get("name", ""))

    def version_of(self, path: str) -> int | None:
        """Return the version of Rego (0 or 1) that the manifest gives a file, None if it says nothing."""
        for pattern, version in self.values.get("file_rego_versions", {}).items():
            if fnmatchcase(f"/{path}", f"/{pattern.lstrip('/')}"):
                return int(version)
        version = self.values.get("rego_version")
        return None if version is None else int(version)


def parse_manifest(content: bytes | None, shown: str) -> Manifest:
    """Return the manifest in a ``.manifest`` file, an empty one without a file; raise ``PackError`` if it is wrong."""
    if content is None:
        return Manifest()
    start = Location(shown, Span(1, 1, 1, 2))
    try:
        values = json.loads(content)
    except json.JSONDecodeError as error:
        place = Location(shown, Span(error.lineno, error.colno, error.lineno, error.colno + 1))
        raise PackError(f"The manifest is no JSON: {error.msg}.", place) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise PackError("The manifest is no JSON.", start) from error
    if not isinstance(values, dict):
        raise PackError("The manifest is no JSON object.", start)
    roots = values.get("roots", [])
    if not isinstance(roots, list) or not all(isinstance(root, str) for root in roots):
        raise PackError("'roots' of the manifest is a list of texts.", start)
    if not isinstance(values.get("file_rego_versions", {}), dict):
        raise PackError("'file_rego_versions' of the manifest is an object.", start)
    for version in (values.get("rego_version", 1), *values.get("file_rego_versions", {}).values()):
        if version not in {0, 1} or isinstance(version, bool):
            raise PackError(f"'{version}' is no version of Rego; the versions are 0 and 1.", start)
    metadata = values.get("metadata", {})
    settings = metadata.get("gpai_lint", {}) if isinstance(metadata, dict) else {}
    _check_settings(settings, start)
    return Manifest(values, tuple(root.strip("/") for root in roots), settings)


def settings_of(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a manifest's values say under ``metadata.gpai_lint``."""
    metadata = manifest.get("metadata")
    settings = metadata.get("gpai_lint") if isinstance(metadata, dict) else None
    return settings if isinstance(settings, dict) else {}


def _check_settings(settings: Any, place: Location) -> None:
    if not isinstance(settings, dict):
        raise PackError("'metadata.gpai_lint' of the manifest is an object.", place)
    for key in settings:
        if key not in SETTINGS:
            raise PackError(
                f"'{key}' is no setting of a pack; the settings are {', '.join(SETTINGS)}.",
                place,
            )
    for key in ("name", "version", "schema_version"):
        if not isinstance(settings.get(key, ""), str):
            raise PackError(f"'metadata.gpai_lint.{key}' is a text.", place)
    if settings.get("input", "document") not in {"document", "files"}:
        raise PackError("'metadata.gpai_lint.input' is 'document' or 'files'.", place)
    files = settings.get("files", [])
    if not isinstance(files, list) or not all(isinstance(pattern, str) for pattern in files):
        raise PackError("'metadata.gpai_lint.files' is a list of patterns.", place)
    for key in ("levels", "waivers"):
        value = settings.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
            raise PackError(f"'metadata.gpai_lint.{key}' maps rules to texts.", place)
