"""Read the data files of a pack, and the JSON of its manifest, as OPA reads them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gpai_lint.artifacts.yaml_document import compose
from gpai_lint.errors import ArtifactError, PackError
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.artifacts.interface import Node

#: Names under which OPA bundles hold data; other YAML and JSON files of a pack are left alone.
DATA_FILES = ("data.json", "data.yaml", "data.yml")

#: A number that YAML 1.1 reads as octal and YAML 1.2 as decimal or text.
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def decode(content: bytes, shown: str) -> str:
    """Return a file's text; raise ``PackError`` with line and column of the first byte that is no UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise PackError("The file is not UTF-8.", Location(shown, Span(line, column, line, column + 1))) from error


def parse_data(content: bytes, shown: str, number: Callable[[str], Any] | None = None) -> Any:
    """Return what a data file or a manifest says; raise ``PackError`` with the place that does not parse.

    ``number`` makes a value of a number that is written in JSON.
    """
    text = decode(content, shown)
    if shown.endswith((".json", ".manifest")):
        try:
            return json.loads(text, parse_constant=_no_constant, parse_int=number, parse_float=number)
        except json.JSONDecodeError as error:
            place = Location(shown, Span(error.lineno, error.colno, error.lineno, error.colno + 1))
            raise PackError(f"The file is no JSON: {error.msg}.", place) from error
        except (ValueError, RecursionError) as error:
            raise PackError(f"The file is no JSON: {error}.", Location(shown, Span(1, 1, 1, 2))) from error
    try:
        node = compose(text, shown)
    except ArtifactError as error:
        raise PackError(error.message, error.location, error.hint) from error
    _refuse_ambiguous(node, shown)
    return node.plain() if node.value is not None else {}


def _no_constant(name: str) -> Any:
    raise ValueError(f"'{name}' is no JSON number")


def _refuse_ambiguous(node: Node, shown: str) -> None:
    """Refuse scalars that OPA, which reads YAML 1.1 numbers, would take for another value than we do."""
    if isinstance(node.value, dict):
        for child in node.value.values():
            _refuse_ambiguous(child, shown)
    elif isinstance(node.value, list):
        for child in node.value:
            _refuse_ambiguous(child, shown)
    elif node.span.end_column - node.span.column != len(node.text):
        return  # In quotes, or a block: a text for everyone.
    elif _NO_NUMBER.fullmatch(node.text):
        raise PackError(f"'{node.text}' is no number that policies can have.", Location(shown, node.span))
    elif _LEADING_ZERO.fullmatch(node.text):
        raise PackError(
            f"'{node.text}' is read as octal by some and as decimal by others; put it in quotes or drop the zero.",
            Location(shown, node.span),
        )
