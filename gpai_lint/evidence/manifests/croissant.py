"""Reads Croissant 1.0 and 1.1 with the RAI vocabulary: where the data of a data set come from.

Specifications: https://docs.mlcommons.org/croissant/docs/croissant-spec.html and .../croissant-rai-spec.html. The RAI
specification spells some names in two ways; both are read, with the prefix ``rai:``, with the whole name, or bare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.structured import FactBuilder, amount, first, items, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact

_RAI = "http://mlcommons.org/croissant/RAI/"
_CRAWLING = Pattern(r"\b(?:web|crawl\w*|scrap\w*)\b")
_SIZE = Pattern(r"(\d{1,30}(?:\.\d{1,30})?)\s*([kmgt]?i?b(?:ytes?)?)?")
_POWERS = {"k": 1, "m": 2, "g": 3, "t": 4}


def recognises(root: Node) -> bool:
    """Tell whether a document is a Croissant description."""
    if any("mlcommons.org/croissant" in version for version in strings(root.get("conformsTo"))):
        return True
    context = root.get("@context")
    vocabulary = [text for key in ("cr", "rai") for text in strings(context.get(key))] if context else []
    return any("mlcommons.org/croissant" in text for text in vocabulary)


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a data set."""
    yield from facts.listed("data.datasets", root.get("name"))
    yield from facts.licence(first(root, "license"), "data")
    yield from facts.listed("data.languages", root.get("inLanguage"))
    yield from facts.text("data.collection_period", _rai(root, "dataCollectionTimeframe", "dataCollectionTimeFrame"))
    yield from facts.text("data.collection_period", root.get("temporalCoverage"))
    yield from facts.listed("data.provenance", _rai(root, "dataCollection"))
    yield from facts.listed("data.provenance", _rai(root, "dataCollectionRawData"))
    kinds = _rai(root, "dataCollectionType")
    yield from facts.listed("data.provenance", kinds)
    if kinds is not None and len(strings(kinds)) < 20 and any(map(_is_crawling, strings(kinds))):
        yield facts.fact("data.crawlers_used", True, kinds)
    for name in ("dataPreprocessingProtocol", "dataManipulationProtocol", "dataImputationProtocol"):
        yield from facts.text("data.curation", _rai(root, name))
    yield from facts.text("data.personal_data", _rai(root, "personalSensitiveInformation"))
    yield from _size(root, facts)


def _rai(root: Node, *names: str) -> Node | None:
    return first(root, *(f"{prefix}{name}" for name in names for prefix in ("rai:", _RAI, "")))


def _is_crawling(text: str) -> bool:
    return len(text) < 60 and bool(_CRAWLING.search(text))


def _size(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the size of the data, where they are files that state theirs; sets of files state none."""
    parts = items(root.get("distribution"))
    if any("FileSet" in kind for part in parts for kind in strings(part.get("@type"))):
        return
    sized = [size for part in parts if (size := part.get("contentSize")) is not None]
    total = round(sum(_bytes(size) for size in sized))
    if total > 0:
        node = sized[0] if len(sized) == 1 else root.get("distribution") or root
        yield facts.fact("data.size", f"{total} bytes", node, formula=f"the sizes of {len(sized)} files")


def _bytes(node: Node) -> float:
    number = amount(node)
    if number is not None:
        return number
    match = _SIZE.fullmatch(node.text.strip())
    if match is None:
        return 0
    unit = (match[2] or "").lower()
    return float(match[1]) * (1024.0 if "i" in unit else 1000.0) ** _POWERS.get(unit[:1], 0)
