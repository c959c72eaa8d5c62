"""Reads ``CITATION.cff`` 1.2: who publishes, how they are reached, and the licence of the software or the data.

Schema: https://github.com/citation-file-format/citation-file-format. Title, version and date are those of the software
or of a paper, not of a model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.structured import FactBuilder, first, items, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Node
    from gpai_lint.evidence.interface import Fact


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the facts of a citation file."""
    if root.get("cff-version") is None:
        return
    for author in items(root.get("authors")):
        yield from facts.text("provider.name", author.get("name"))  # a person has family and given names instead
    for contact in items(root.get("contact")):
        yield from facts.text("provider.contact", first(contact, "email"))
    subject = "data" if strings(root.get("type")) == ["dataset"] else "code"
    for licence in items(first(root, "license")):
        yield from facts.licence(licence, subject)
    yield from facts.about(subject).text("distribution.licence_url", first(root, "license-url"))
