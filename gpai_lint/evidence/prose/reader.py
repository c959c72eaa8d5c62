"""Reads the facts of one document for people: by labels, in tables, in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.introduction import introduction
from gpai_lint.evidence.kin import letters
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.badges import read_badges
from gpai_lint.evidence.prose.bases import read_bases, without_bases
from gpai_lint.evidence.prose.bylines import read_bylines
from gpai_lint.evidence.prose.channels import read_channels
from gpai_lint.evidence.prose.code import read_code
from gpai_lint.evidence.prose.contact_tables import read_contact_tables
from gpai_lint.evidence.prose.contacts import read_contacts
from gpai_lint.evidence.prose.context import MAX_TEXT, context_of
from gpai_lint.evidence.prose.dataset_headings import read_headings
from gpai_lint.evidence.prose.datasets import read_datasets
from gpai_lint.evidence.prose.labelled import read_listed_languages, read_sections, read_tables, read_values
from gpai_lint.evidence.prose.language_places import read_placed_languages
from gpai_lint.evidence.prose.licence_addresses import read_licence_addresses
from gpai_lint.evidence.prose.licences import read_licences
from gpai_lint.evidence.prose.licensors import read_licensors
from gpai_lint.evidence.prose.mastheads import read_mastheads
from gpai_lint.evidence.prose.member_sections import of_members
from gpai_lint.evidence.prose.prompts import read_prompts
from gpai_lint.evidence.prose.releases import read_releases
from gpai_lint.evidence.prose.running import LABELLED, read_row, read_running, statements_of
from gpai_lint.evidence.prose.sizes import read_sizes, without_active, without_sisters, without_trainable
from gpai_lint.evidence.prose.subsections import read_subsections
from gpai_lint.evidence.prose.totals import without_stages
from gpai_lint.evidence.prose.training_lengths import read_training_lengths
from gpai_lint.evidence.prose.use_tables import read_use_tables
from gpai_lint.evidence.prose.variants import without_corpora, without_old_news
from gpai_lint.evidence.prose.version_tables import read_version_tables
from gpai_lint.evidence.titles import named_title
from gpai_lint.location import Span

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
    "acceptable_use_policy": ("use.acceptable_use_policy", "provider.contact"),
    **dict.fromkeys(("safety_framework", "framework_public_summary"), ("safety.", "provider.", "document.")),
}

#: What a licence sends its reader to its licensor for; to report misuse is another matter.
_ON_TERMS = Pattern(
    r"\A\W*contact:|\b(?:licen[sc]\w+|commercial\w*|questions?|enquir\w+|inquir\w+)\b|许可|授权|商业|商用"
)

#: Columns of a part of a line; the line as all facts on it, and as those that go over several lines.
_PART = 100
_WHOLE, _SEVERAL = -1, -2


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a document in order of their place."""
    prefixes = _KINDS.get(artifact.kind)
    context = context_of(artifact, document)
    if context is not None and artifact.kind == "license_file":
        contacts = (fact for fact in read_contacts(context) if fact.field == "provider.contact")
        yield from _distinct([*read_licensors(context), *(fact for fact in contacts if _ON_TERMS.search(fact.text))])
        return
    if prefixes is None or context is None:
        return
    facts = [fact for fact in _all(context) if fact.field.startswith(prefixes)]
    found = without_stages(without_trainable(context, without_active(facts)))
    if any(fact.field == "model.parameters_total" and fact.method is not Method.DERIVED for fact in found):
        found = [fact for fact in found if fact.field != "model.parameters_total" or fact.method is not Method.DERIVED]
    yield from _distinct(of_members(context, found))


def _all(context: Context) -> Iterable[Fact]:
    yield from _name(context)
    labelled = [*read_values(context), *read_tables(context), *read_sections(context), *read_listed_languages(context)]
    yield from labelled
    yield from read_placed_languages(context)
    yield from read_use_tables(context)
    licences = list(read_licences(context))
    yield from licences
    yield from read_licence_addresses(context, licences)
    yield from read_contacts(context)
    yield from read_contact_tables(context)
    linked = list(read_bases(context))
    yield from linked
    taken: set[tuple[str, str]] = {(fact.field, LABELLED) for fact in labelled}
    running: list[Fact] = []
    statements = [statements_of(context, passage) if passage.whole else [] for passage in context.passages]
    for passage, told in zip(context.passages, statements, strict=True):
        if passage.whole:
            running += read_running(context, passage, told, taken)
        elif passage.kind == "row":
            running += read_row(context, passage)
    running = without_corpora(without_sisters(context, without_old_news(context, running, labelled)))
    yield from running
    yield from without_bases(read_datasets(context), (*labelled, *linked, *running))
    yield from read_headings(context)
    # What a sentence there says by itself is not said again.
    before: list[Fact] = [*labelled, *running]
    for whole in read_subsections(context):
        if not any(part.field == whole.field and _overlap(whole, part) for part in before):
            yield whole
    stated = {fact.field for fact in (*labelled, *running)}
    yield from (fact for fact in read_tables(context, among_results=True) if fact.field not in stated)
    for more in (read_badges(context), read_prompts(context), read_training_lengths(context)):
        yield from (fact for fact in more if fact.field not in stated)
    if "provider.name" not in stated:
        # Who wrote a document answers for the model only where no organisation stands there.
        yield from list(read_mastheads(context)) or read_bylines(context)
    yield from read_channels(context)
    yield from read_sizes(context)
    yield from read_code(context)
    if not any(fact.field == "model.release_date" for fact in labelled):
        yield from read_releases(context)
        yield from read_version_tables(context)


def _name(context: Context) -> Iterable[Fact]:
    """Yield the name that the title of a model card or of a README gives its model, or else the first paragraphs."""
    if context.artifact.kind not in {"model_card", "readme"}:
        return
    field = catalogue().fields["model.name"]
    titled = _titled(context)
    if titled:
        yield titled
    if found := introduction(context.artifact):
        name, block, start, end = found
        # What the title calls the model may be told again by the sentence that introduces it.
        if titled is None or letters(name) == letters(str(titled.value)):
            yield context.fact(field, name, name, block.part(start, end), block.section)


def read_title(artifact: Artifact, document: int, name: str) -> Fact | None:
    """Return the name of a member as the title of a document about it gives it; None if that is called otherwise."""
    context = context_of(artifact, document)
    titled = _titled(context) if context is not None else None
    return titled if titled and titled.value == name else None


def _titled(context: Context) -> Fact | None:
    titled = named_title(context.prose)
    if titled is None:
        return None
    name, index = titled
    section = context.prose.sections[index]
    return context.fact(catalogue().fields["model.name"], name, section.title, section.span, index)


def _distinct(facts: list[Fact]) -> list[Fact]:
    """Return the facts in order of place, each statement once although two rules may have read it.

    What was read first, by its label, is kept. Of two texts that overlap the first stays, of two figures only if they
    are the same.
    """
    kept: dict[str, list[Fact]] = {}
    places: dict[tuple[str, int, int], list[Fact]] = {}
    for fact in facts:
        is_text = catalogue().fields[fact.field].type == "text"
        others = (other for cell in _cells(fact, looking=True) for other in places.get(cell, ()))
        if not any(_overlap(fact, other) and (is_text or fact.value == other.value) for other in others):
            kept.setdefault(fact.field, []).append(fact)
            for cell in _cells(fact, looking=False):
                places.setdefault(cell, []).append(fact)
    joined = [fact for rows in kept.values() for fact in _joined(rows)]
    return sorted(joined, key=lambda fact: (fact.location.span, fact.field))


def _cells(fact: Fact, *, looking: bool) -> Iterator[tuple[str, int, int]]:
    """Yield the places at which a fact is kept, or at which those that may overlap it are looked for.

    A place is a field, a line and a part of it, so that a line of a thousand statements is not gone through for each.
    What goes over several lines is kept for the whole of each, and looked for on the whole of each.
    """
    span = fact.location.span
    if span.line != span.end_line:
        yield from ((fact.field, line, _WHOLE if looking else _SEVERAL) for line in range(span.line, span.end_line + 1))
        if not looking:
            yield from ((fact.field, line, _WHOLE) for line in range(span.line, span.end_line + 1))
        return
    yield fact.field, span.line, _SEVERAL if looking else _WHOLE
    for part in range(span.column // _PART, span.end_column // _PART + 1):
        yield fact.field, span.line, part


def _joined(facts: list[Fact]) -> list[Fact]:
    """Return the facts of one field with a text that ends in a colon joined to the list that it introduces."""
    result: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.location.span):
        before = result[-1] if result else None
        if (
            before is not None
            and catalogue().fields[fact.field].type == "text"
            and before.text.endswith(":")
            and before.heading == fact.heading
            and isinstance(before.value, str)
            and fact.location.span.line - before.location.span.end_line <= 3
        ):
            first, last = before.location.span, fact.location.span
            span = Span(first.line, first.column, last.end_line, last.end_column)
            text = f"{before.text} {fact.text}"[:MAX_TEXT]
            result[-1] = before._replace(text=text, value=text, location=before.location._replace(span=span))
        else:
            result.append(fact)
    return result


def _overlap(one: Fact, other: Fact) -> bool:
    left, right = one.location.span, other.location.span
    return (left.line, left.column) < (right.end_line, right.end_column) and (right.line, right.column) < (
        left.end_line,
        left.end_column,
    )
