"""Reads the facts of one document for people: by labels, in tables, in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.prose.contacts import read_contacts
from gpai_lint.evidence.prose.context import context_of
from gpai_lint.evidence.prose.datasets import read_datasets
from gpai_lint.evidence.prose.labelled import read_sections, read_tables, read_values
from gpai_lint.evidence.prose.licences import read_licences
from gpai_lint.evidence.prose.running import read_running

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

#: Which fields are read in which kind of document: prefixes of field ids, all for an empty one.
_KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("model_card", "readme", "data_card", "model_documentation_form", "training_content_summary", "other"), ("",)
    ),
    **dict.fromkeys(("model_report", "model_report_public_summary"), ("",)),
    **dict.fromkeys(
        ("copyright_policy", "copyright_policy_summary", "crawler_disclosure", "complaints_procedure"),
        ("copyright.", "data.crawler", "provider.", "document."),
    ),
    **dict.fromkeys(("safety_framework", "framework_public_summary"), ("safety.", "provider.", "document.")),
}


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a document in order of their place."""
    prefixes = _KINDS.get(artifact.kind)
    context = context_of(artifact, document)
    if prefixes is None or context is None:
        return
    found = [fact for fact in _all(context) if fact.field.startswith(prefixes)]
    yield from _distinct(found)


def _all(context: Context) -> Iterable[Fact]:
    yield from read_values(context)
    yield from read_tables(context)
    yield from read_sections(context)
    yield from read_licences(context)
    yield from read_contacts(context)
    yield from read_datasets(context)
    taken: set[tuple[str, str]] = set()
    for passage in context.passages:
        if passage.whole:
            yield from read_running(context, passage, taken)


def _distinct(facts: list[Fact]) -> list[Fact]:
    """Return the facts in order of place, each statement once although two rules may have read it."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        span = fact.location.span
        value = tuple(fact.value) if isinstance(fact.value, list) else fact.value
        kept.setdefault((fact.field, span.line, value, fact.variant), fact)
    return sorted(kept.values(), key=lambda fact: (fact.location.span, fact.field))
