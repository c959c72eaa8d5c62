"""The manifest of a pack: OPA's ``.manifest``, with what gpai-lint reads from its ``metadata``.

The keys are OPA's (https://www.openpolicyagent.org/docs/management-bundles#bundle-file-format): ``revision``,
``roots``, ``rego_version``, ``file_rego_versions``, ``metadata``. Ours stand under ``metadata.gpai_lint``.
"""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.errors import ArtifactError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.document import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gpai_lint.artifacts.interface import Node

#: Keys of ``metadata.gpai_lint``; the reference page of the pack API is generated from this table.
SETTINGS: Mapping[str, str] = {
    "name": "name of the pack in reports and in `gpai-lint.lock`; the folder's name without it",
    "version": "version of the pack, for people",
    "schema_version": 'version of the input document that the pack is written for, such as `"1"`; the current one '
    "without it",
    "ids": "prefix of the ids that `gpai-lint new rule` gives, such as `ACME`",
    "input": "`document` (the default); `files`: policies see one parsed file at a time, as in conftest; `combined`: "
    "they see all at once, as with its `--combine`",
    "files": "patterns of the files that `files` and `combined` read, such as `*.yaml`; without it all that are YAML, "
    "JSON or TOML",
    "data": "folders with data in YAML and JSON files of any name, as with conftest's `--data`, each mounted at its "
    "path in the folder; data in files called `data.json`, `data.yaml` or `data.yml` needs no mention",
    "levels": "levels for rules of other packs, by id or name (`error`, `warning`, `note`, `off`); one below the level "
    "of the rule needs `allow: [levels]` for the pack",
    "waivers": "rules that the pack waives, by id or name, with a reason; needs `allow: [waivers]` for the pack",
    "scope": "answers to questions of scope, each `answer` and `why`; needs `allow: [scope]` for the pack",
}

#: Versions of the input document for which packs are evaluated as they are: the one document that there is is the
#: document that a pack of any of them expects.
SCHEMA_VERSIONS = (SCHEMA_VERSION,)

INPUTS = ("document", "files", "combined")
"""What the policies of a pack can see."""


def input_of(values: Mapping[str, Any]) -> str:
    """Return which of ``INPUTS`` the policies of a pack see, by its manifest as written."""
    return str(settings_of(values).get("input", INPUTS[0]))


_LEVELS = ("error", "warning", "note", "off")
_ANSWERS = ("yes", "no", "unknown")


class Manifest(NamedTuple):
    """A manifest as written (``values``), and the settings that gpai-lint reads from it.

    ``places`` tells where each setting stands: ``input``, ``levels/GPAI-103``.
    """

    values: Mapping[str, Any] = {}
    roots: tuple[str, ...] = ()
    settings: Mapping[str, Any] = {}
    places: Mapping[str, Location] = {}

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
    places = _places(content, shown) if settings else {}
    _check_settings(settings, places, start)
    return Manifest(values, tuple(root.strip("/") for root in roots), settings, places)


def _places(content: bytes, shown: str) -> dict[str, Location]:
    from gpai_lint.artifacts.json_document import parse  # noqa: PLC0415 (few packs have settings)

    try:
        node = parse(shown, content).root.get("metadata", "gpai_lint")
    except ArtifactError as error:
        raise PackError(error.message, error.location, error.hint) from error
    found: dict[str, Location] = {}
    for key, child in _members(node):
        found[key] = Location(shown, child.key_span or child.span)
        for word, below in _members(child):
            found[f"{key}/{word}"] = Location(shown, below.key_span or below.span)
    return found


def _members(node: Node | None) -> Iterable[tuple[str, Node]]:
    return node.value.items() if node is not None and isinstance(node.value, dict) else ()


def settings_of(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a manifest's values say under ``metadata.gpai_lint``."""
    metadata = manifest.get("metadata")
    settings = metadata.get("gpai_lint") if isinstance(metadata, dict) else None
    return settings if isinstance(settings, dict) else {}


def _check_settings(settings: Any, places: Mapping[str, Location], start: Location) -> None:
    if not isinstance(settings, dict):
        raise PackError("'metadata.gpai_lint' of the manifest is an object.", start)

    def wrong(key: str, message: str, hint: str | None = None) -> PackError:
        return PackError(message, places.get(key, start), hint)

    for key in settings:
        if key not in SETTINGS:
            raise wrong(key, f"'{key}' is no setting of a pack; the settings are {', '.join(SETTINGS)}.")
    for key in ("name", "version", "schema_version", "ids"):
        if not isinstance(settings.get(key, ""), str):
            raise wrong(key, f"'metadata.gpai_lint.{key}' is a text.")
    _check_version(settings.get("schema_version", SCHEMA_VERSION), wrong)
    if settings.get("input", "document") not in INPUTS:
        raise wrong("input", f"'metadata.gpai_lint.input' is one of {', '.join(INPUTS)}.")
    files = settings.get("files", [])
    if not isinstance(files, list) or not all(isinstance(pattern, str) for pattern in files):
        raise wrong("files", "'metadata.gpai_lint.files' is a list of patterns.")
    folders = settings.get("data", [])
    if not isinstance(folders, list) or not all(isinstance(each, str) for each in folders):
        raise wrong("data", "'metadata.gpai_lint.data' is a list of folders.")
    for key in ("levels", "waivers", "scope"):
        if not isinstance(settings.get(key, {}), dict):
            raise wrong(key, f"'metadata.gpai_lint.{key}' is an object.")
    for word, level in settings.get("levels", {}).items():
        if level not in _LEVELS:
            raise wrong(f"levels/{word}", f"'{level}' is no level; the levels are {', '.join(_LEVELS)}.")
    for word, reason in settings.get("waivers", {}).items():
        if not isinstance(reason, str):
            raise wrong(f"waivers/{word}", "'metadata.gpai_lint.waivers' maps rules to reasons.")
    for word, given in settings.get("scope", {}).items():
        if not _is_answer(given):
            raise wrong(
                f"scope/{word}", f"An answer is an object with 'answer' ({', '.join(_ANSWERS)}) and 'why', a sentence."
            )


def _is_answer(given: Any) -> bool:
    return (
        isinstance(given, dict)
        and given.keys() == {"answer", "why"}
        and given["answer"] in _ANSWERS
        and isinstance(given["why"], str)
        and any(map(str.isalpha, given["why"]))
    )


def _check_version(version: str, wrong: Callable[[str, str, str], PackError]) -> None:
    """Refuse a pack for an input document that this version of gpai-lint does not give."""
    if version in SCHEMA_VERSIONS:
        return
    newer = version.isdigit() and int(version) > int(SCHEMA_VERSION)
    raise wrong(
        "schema_version",
        f"The pack is written for version '{version}' of the input document; this gpai-lint gives version "
        f"'{SCHEMA_VERSION}'.",
        "Update gpai-lint." if newer else "Use a version of the pack that is written for it.",
    )
