"""Read the METADATA annotations of Rego sources, and the rules that they describe.

Annotations are those of OPA (https://www.openpolicyagent.org/docs/policy-language#metadata): a comment block that
starts with ``# METADATA`` and holds YAML, before a package or a rule. What a rule of ours says beside them stands
under ``custom``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.interface import RuleMetadata
from gpai_lint.policy.rego_source import comments
from gpai_lint.policy.row_examples import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.policy.interface import Module

_MARK = re.compile(r"^[ \t]*#[ \t]*METADATA[ \t\r]*$", re.MULTILINE)
_SUBJECT = re.compile(r"^[ \t]*(?:(package)[ \t]+(\S+)|(?:default[ \t]+)?([A-Za-z_][A-Za-z0-9_]*))")
_STRENGTHS = frozenset({"law", "code", "encouraged", "practice"})
_LEVELS = frozenset({"error", "warning", "note"})
_CONFIDENCES = frozenset({"high", "medium-high", "medium", "low", "UNVERIFIED"})
_TEXT_KEYS = (
    *("id", "name", "category", "title", "description"),
    *("strength", "level", "remediation", "since", "confidence"),
)
_LIST_KEYS = ("requirements", "measures", "articles", "depends_on", "aliases")

#: Keys of ``custom`` that gpai-lint reads; the reference page of the pack API is generated from this table.
CUSTOM_KEYS: Mapping[str, str] = {
    "id": "identifier of the rule, unique over all packs and never reused (required)",
    "name": "readable name in kebab-case, unique over all packs (required)",
    "category": "group of the rule; the folder above the rule's without it",
    "strength": "`law`, `code`, `encouraged` or `practice` (the default)",
    "level": "highest level that the rule can reach: `error`, `warning` (the default) or `note`",
    "requirements": "ids of requirements that a finding of the rule breaks",
    "measures": "Measures of the Code that the rule rests on",
    "articles": "Articles of the AI Act that the rule rests on",
    "confidence": "how sure the reading of the source is: `high`, `medium-high`, `medium`, `low` or `UNVERIFIED`",
    "decides": "`false` where a finding is a remark that leaves the verdict on its requirements open",
    "effective_on": "first day (YYYY-MM-DD) on which a finding can be an error",
    "depends_on": "ids of rules whose finding for the same model makes one of this rule redundant",
    "remediation": "what to write, concretely",
    "examples": (
        "`bad` and `good`, each a mapping from file name to content; with `rows`, `{{example}}` in them is the text "
        "that the `examples` data of the package gives for the row's id"
    ),
    "since": "version of the pack in which the rule came",
    "aliases": "former names that are still accepted",
    "rows": "`true` where each element of the `rows` data of the package is a rule of its own",
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """One METADATA block: its scope (``package``, ``subpackages``, ``rule``, ``document``), its YAML and its subject.

    ``subject`` is the name of the rule or the package that follows; ``location`` the place of the ``# METADATA`` line.
    """

    scope: str
    node: Node
    subject: str
    location: Location

    @property
    def values(self) -> Mapping[str, Any]:
        """Return the annotation as plain values."""
        plain = self.node.plain()
        return plain if isinstance(plain, dict) else {}

    def locate(self, *keys: str) -> Location:
        """Return the place of a key of the annotation, or of the nearest mapping that is there."""
        node = self.node
        for key in keys:
            child = node.get(key)
            if child is None:
                break
            node = child
        span = node.key_span or (self.location.span if node is self.node else node.span)
        return Location(self.location.file, span)


def parse_annotations(source: str, path: str) -> list[Annotation]:
    """Return the METADATA blocks of a Rego source in order; raise ``PackError`` where one is no YAML mapping."""
    if not _MARK.search(source):
        return []
    lines = source.split("\n")
    commented = _comment_lines(source, lines)
    found: list[Annotation] = []
    index = 0
    while index < len(lines):
        if index not in commented or not _MARK.match(lines[index]):
            index += 1
            continue
        end = index + 1
        while end in commented and not _MARK.match(lines[end]):
            end += 1
        found.append(_annotation(lines, index, end, path))
        index = end
    return found


def _comment_lines(source: str, lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines that hold nothing but a comment."""
    if "`" not in source:
        return frozenset(index for index, line in enumerate(lines) if line.lstrip().startswith("#"))
    return frozenset(line - 1 for line, column in comments(source) if not lines[line - 1][: column - 1].strip())


def _annotation(lines: Sequence[str], start: int, end: int, path: str) -> Annotation:
    mark = Location(path, Span(start + 1, lines[start].index("#") + 1, start + 1, len(lines[start].rstrip()) + 1))
    # The comment sign becomes a space, so that places in the YAML are places in the file.
    body = "\n".join(line.replace("#", " ", 1) for line in lines[start + 1 : end])
    try:
        node = compose(body, path, start + 2)
    except ArtifactError as error:
        raise PackError(f"In METADATA: {error.message}", error.location or mark, error.hint) from error
    if not isinstance(node.value, dict):
        raise PackError("The METADATA is no YAML mapping.", mark)
    kind, subject = _subject(lines, end)
    scope = node.get("scope")
    return Annotation(scope.text if scope is not None else kind, node, subject, mark)


def _subject(lines: Sequence[str], index: int) -> tuple[str, str]:
    for line in lines[index:]:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _SUBJECT.match(line)
        if match and match[1]:
            return "package", match[2]
        return "rule", match[3] if match else ""
    return "rule", ""


def module_rules(
    module: Module, pack: str, data: Mapping[str, Any], category: str
) -> Iterator[tuple[RuleMetadata, Annotation]]:
    """Yield the rules that the package annotation of a module describes: one, or one for each row of its table.

    ``data`` is the pack's data, where ``rows`` stands under the package's path. ``category`` is used where the
    annotation names none. Raises ``PackError`` with the place of what is missing or wrong.
    """
    for annotation in parse_annotations(module.source, module.path):
        values = annotation.values
        custom = values.get("custom")
        if annotation.scope != "package" or not isinstance(custom, dict) or not {"id", "name", "rows"} & custom.keys():
            continue
        if custom.get("rows") is not True:
            yield rule_metadata(annotation, {}, module.package, pack, category), annotation
            continue
        table = _lookup(data, (*module.package.split("."), "rows"))
        if not isinstance(table, list) or not all(isinstance(row, dict) for row in table):
            raise PackError(
                f"The rule has 'rows: true', but '{module.package}.rows' is no list of mappings.",
                annotation.locate("custom", "rows"),
                hint="Put a data.yaml with 'rows:' beside the rule.",
            )
        examples = _lookup(data, (*module.package.split("."), "examples"))
        for row in table:
            own = examples.get(row.get("id")) if isinstance(examples, dict) else None
            filled = {"examples": fill(custom.get("examples") or {}, own)} if isinstance(own, dict) else {}
            yield rule_metadata(annotation, {**filled, **row}, module.package, pack, category), annotation


def rule_metadata(
    annotation: Annotation, row: Mapping[str, Any], package: str, pack: str, category: str
) -> RuleMetadata:
    """Return what an annotation, and a row of its table over it, say of a rule; raise ``PackError`` if it is wrong."""
    values = annotation.values
    merged: dict[str, Any] = {
        "title": values.get("title"),
        "description": values.get("description"),
        **values.get("custom", {}),
        **row,
    }
    text = {key: _text(annotation, merged, key) for key in _TEXT_KEYS}
    lists = {key: _texts(annotation, merged, key) for key in _LIST_KEYS}
    for key in ("id", "name", "title"):
        if not text[key]:
            raise PackError(
                f"The rule '{text['id'] or text['name'] or package}' has no '{key}'.", annotation.locate("custom")
            )
    _one_of(annotation, "strength", text["strength"], _STRENGTHS)
    _one_of(annotation, "level", text["level"], _LEVELS)
    _one_of(annotation, "confidence", text["confidence"], _CONFIDENCES)
    return RuleMetadata(
        id=text["id"],
        name=text["name"],
        category=text["category"] or category,
        title=text["title"],
        description=text["description"],
        strength=text["strength"] or "practice",
        level=text["level"] or "warning",
        requirements=lists["requirements"],
        measures=lists["measures"],
        articles=lists["articles"],
        remediation=text["remediation"],
        package=package,
        pack=pack,
        confidence=text["confidence"] or "high",
        decides=_flag(annotation, merged, "decides", default=True),
        effective_on=_text(annotation, merged, "effective_on") or None,
        depends_on=lists["depends_on"],
        examples=merged.get("examples") or {},
        related_resources=tuple(_resource(each) for each in values.get("related_resources") or ()),
        since=text["since"],
        aliases=lists["aliases"],
        location=annotation.location,
    )


def _lookup(data: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = data
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return None
        value = value[step]
    return value


def _text(annotation: Annotation, values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if isinstance(value, (dict, list, bool)):
        raise PackError(f"'{key}' of a rule is a text.", annotation.locate("custom", key))
    return str(value).strip()


def _texts(annotation: Annotation, values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = values.get(key) or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise PackError(f"'{key}' of a rule is a list of texts.", annotation.locate("custom", key))
    return tuple(value)


def _flag(annotation: Annotation, values: Mapping[str, Any], key: str, *, default: bool) -> bool:
    value = values.get(key, default)
    if not isinstance(value, bool):
        raise PackError(f"'{key}' of a rule is true or false.", annotation.locate("custom", key))
    return value


def _one_of(annotation: Annotation, key: str, value: str, allowed: frozenset[str]) -> None:
    if value and value not in allowed:
        raise PackError(
            f"'{value}' is no {key}; it is one of {', '.join(sorted(allowed))}.", annotation.locate("custom", key)
        )


def _resource(resource: Any) -> Mapping[str, str]:
    if isinstance(resource, dict):
        return {str(key): str(value) for key, value in resource.items()}
    return {"ref": str(resource)}
