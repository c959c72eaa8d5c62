"""``rego.metadata.rule()`` and ``rego.metadata.chain()`` for an engine that has neither.

What a rule's METADATA say is known before anything is evaluated, so the value is written in place of the call, as OPA
does when it compiles (https://www.openpolicyagent.org/docs/policy-reference/builtins/rego).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gpai_lint.errors import PackError
from gpai_lint.policy.engines.failure import at_place
from gpai_lint.policy.metadata import parse_annotations
from gpai_lint.policy.rego_source import code_of, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gpai_lint.policy.interface import Module
    from gpai_lint.policy.metadata import Annotation

_CALL = re.compile(r"\brego\.metadata\.(rule|chain)\([ \t]*\)")
_STEPS = re.compile(r"(?:\.[A-Za-z_]\w*)*")
_AUTHOR = re.compile(r"(.*?)[ \t]*(?:<([^<>]*)>)?")
_KEYS = ("title", "description", "organizations", "schemas", "custom")
_HEAD = re.compile(r"(?:default[ \t]+)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")
_NO_HEADS = frozenset({"package", "import", "else"})


def with_metadata(module: Module, source: str, modules: Iterable[Module]) -> str:
    """Return a module's ``source`` with the calls replaced; ``modules`` are all that its package may be annotated in.

    ``source`` has the lines of the module's own source. Raises ``PackError`` for a member that METADATA has not: OPA
    does not compile it, and here the rule would be silent.
    """
    calls = list(_CALL.finditer(code_of(source)))
    if not calls:
        return source
    heads = list(_heads(module.source))
    own = parse_annotations(module.source, module.path)
    everywhere = [(each.package, found) for each in modules for found in parse_annotations(each.source, each.path)]
    for call in reversed(calls):
        line = source.count("\n", 0, call.start()) + 1
        head, name = max((row for row in heads if row[0] <= line), default=(0, ""))
        rule = [each for each in own if each.scope == "rule" and _following(heads, each.location.span.line) == head]
        if call[1] == "rule":
            value: Any = _described(rule[-1]) if rule else {}
            _refuse_absent(module, value, line, source, call.end())
        else:
            value = list(_chain(module.package, name, rule, everywhere))
        source = source[: call.start()] + json.dumps(value) + source[call.end() :]
    return source


def _refuse_absent(module: Module, value: Any, line: int, source: str, end: int) -> None:
    steps = _STEPS.match(source, end)
    for step in re.findall(r"\w+", steps[0]) if steps else ():
        if not isinstance(value, dict):
            return
        if step not in value:
            text = module.source.split("\n")[line - 1]
            said = f"undefined ref: rego.metadata.rule(){steps[0] if steps else ''}"
            column = text.find("rego.metadata.rule") + 1
            raise at_place(PackError, said, {module.path: module}, module.path, line, column)
        value = value[step]


def _chain(
    package: str, name: str, rule: Sequence[Annotation], everywhere: Sequence[tuple[str, Annotation]]
) -> Iterator[dict[str, Any]]:
    """Yield what is said of a rule, of all rules of its name, of its package, and of the packages above it."""
    steps = package.split(".")
    path = [*steps, *name.split(".")]
    yield {"path": path, "annotations": _described(rule[-1])} if rule else {"path": path}
    for other, each in everywhere:
        if other == package and each.scope == "document" and each.subject == name:
            yield {"path": path, "annotations": _described(each)}
    for other, each in everywhere:
        if other == package and each.scope == "package":
            yield {"path": steps, "annotations": _described(each)}
    for length in range(len(steps), 0, -1):
        for other, each in everywhere:
            if other.split(".") == steps[:length] and each.scope == "subpackages":
                yield {"path": steps[:length], "annotations": _described(each)}


def _heads(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each head of a rule: a name outside of all brackets that begins a line."""
    depth = last = 0
    for token in tokens(source):
        if token.kind == "comment":
            continue
        if token.kind == "name" and token.line > last and depth == 0:
            match = _HEAD.match(source.split("\n")[token.line - 1], token.column - 1)
            if match and match[1] not in _NO_HEADS:
                yield token.line, match[1]
        elif token.kind == "mark" and token.text in "{[(":
            depth += 1
        elif token.kind == "mark" and token.text in "}])":
            depth -= 1
        last = token.line + token.text.count("\n")


def _following(heads: Sequence[tuple[int, str]], line: int) -> int:
    return min((head for head, _ in heads if head > line), default=0)


def _described(annotation: Annotation) -> dict[str, Any]:
    """Return an annotation as policies see it."""
    values = annotation.values
    described: dict[str, Any] = {"scope": annotation.scope, **{key: values[key] for key in _KEYS if values.get(key)}}
    if values.get("related_resources"):
        described["related_resources"] = [
            each if isinstance(each, dict) else {"ref": str(each)} for each in values["related_resources"]
        ]
    if values.get("authors"):
        described["authors"] = [_author(each) for each in values["authors"]]
    return described


def _author(said: Any) -> Mapping[str, Any]:
    if isinstance(said, dict):
        return said
    match = _AUTHOR.fullmatch(str(said).strip())
    found = {"name": match[1], "email": match[2]} if match else {"name": str(said)}
    return {key: value for key, value in found.items() if value}
