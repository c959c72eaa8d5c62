"""METADATA that OPA's parser refuses: of a scope that there is not, or that is not that of what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.policy.metadata import parse_annotations
from gpai_lint.policy.rego_source import code_of, imports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.policy.compiler.rules import Defined, Error
    from gpai_lint.policy.interface import Module
    from gpai_lint.policy.metadata import Annotation

_PACKAGE = re.compile(r"^[ \t]*package\b", re.MULTILINE)
_APPLIED_TO = {"rule": "rule", "document": "rule", "package": "package", "subpackages": "package"}


def misplaced(modules: Iterable[Module], defined: Iterable[Defined]) -> Iterator[Error]:
    """Yield the annotations whose scope is not that of what follows them."""
    rules: dict[str, list[int]] = {}
    for each in defined:
        rules.setdefault(each.module.path, []).append(each.rule.at)
    for module in modules:
        try:
            annotations = parse_annotations(module.source, module.path)
        except PackError:
            # What is no YAML was refused, or taken, where the pack was read.
            continue
        statements = sorted(_statements(module, rules.get(module.path, ()))) if annotations else []
        for annotation in annotations:
            line = annotation.location.span.line
            message = _refused(annotation, next((kind for at, kind in statements if at > line), ""))
            if message:
                yield module, _offset(module.source, line, annotation.location.span.column), message


def _statements(module: Module, rules: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield line and kind of the statements of a module."""
    code = code_of(module.source)
    package = _PACKAGE.search(code)
    if package:
        yield code.count("\n", 0, package.end()) + 1, "package"
    for _, _, (start, _) in imports(module.source):
        if code[start] != " ":
            yield code.count("\n", 0, start) + 1, "import"
    source = module.source.encode()
    for at in rules:
        yield source.count(b"\n", 0, at) + 1, "rule"


def _refused(annotation: Annotation, kind: str) -> str:
    """Return what OPA says of an annotation before a statement of a kind; "" where it takes it."""
    values = annotation.values
    entrypoint = values.get("entrypoint") is True
    scope = str(values.get("scope") or ("document" if kind == "rule" and entrypoint else kind))
    wanted = _APPLIED_TO.get(scope)
    if wanted is None:
        return f"invalid annotation scope '{scope}'. Use one of 'rule', 'document', 'package', or 'subpackages'"
    if wanted != kind:
        return f"annotation scope '{scope}' must be applied to {wanted}" + (f" (have {kind})" if kind else "")
    if entrypoint and scope not in {"document", "package"}:
        return f"annotation entrypoint applied to non-document or package scope '{scope}'"
    return ""


def _offset(source: str, line: int, column: int) -> int:
    before = source.split("\n")[: line - 1]
    return sum(len(each.encode()) + 1 for each in before) + column - 1
