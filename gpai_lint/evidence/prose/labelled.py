"""Facts whose place is told by a label: a key, a heading, a bold line, a row or a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import is_not_applicable, state_of
from gpai_lint.evidence.prose.another import is_of_another
from gpai_lint.evidence.prose.bases import addressed, names_own
from gpai_lint.evidence.prose.context import EFFORT
from gpai_lint.evidence.prose.convert import readings
from gpai_lint.evidence.prose.labels import fields_for, normal, plain
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.evidence.prose.releases import is_software
from gpai_lint.evidence.prose.table_models import TOTAL
from gpai_lint.evidence.prose.tables import data_of
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Table
    from gpai_lint.evidence.catalogue import Field
    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Label, Passage, Surroundings
    from gpai_lint.evidence.prose.tables import Datum

#: Fields that modules of their own read.
ELSEWHERE = frozenset(
    {"distribution.licence", "distribution.licence_url", "provider.contact", "copyright.contact", "data.datasets"}
)
#: Fields that ask for an address: who gives one has answered.
ADDRESSES = frozenset({"use.acceptable_use_policy", "distribution.channels", "distribution.additional_assets"})
#: Sentences by which templates explain their own sections, and the handles of folded parts.
TEMPLATE = Pattern(
    r"\W{0,3}(?:(?:note: )?this section (?:is|provides|includes|addresses|describes|identifies|should"
    r"|contains)\b|click to|carbon emissions can be estimated using"
    r"|this model ?card (?:has been (?:automatically )?generated|aims to be a base template)"
    r"|this is the model ?card of an? \W*[\w ]{0,30}model that has been pushed"
    r"|(?:please )?(?:describe|specify|indicate|provide|explain) (?:the|any|all|an?|how|which|whether|what)\b"
    r"[^.?!]*:\s*\Z)"
)
#: A cell for the training data that says how much of it there is, and nothing else.
_TOKENS = Pattern(r"\W*(?:about |over |around )?\d[\d.,]*\s?(?:[bt]|billion|trillion)\+? tokens\W*")
#: A cell with millions, and one whose comma parts decimals or thousands of billions.
_MILLIONS = Pattern(r"\W*\d[\d.,]*\s?(?:M|million)(?: param(?:eter)?s?)?\W*")
_COMMA = Pattern(r"\W*[1-9],\d{3}\s?(?:B|billion)(?: param(?:eter)?s?)?\W*")
#: A heading over those who made a model, and one of them; fewer than these may be those who answer questions.
_TEAM = Pattern(
    r"(?-i:The (?!(?:Core|Research|Development|Dev|Project|Model|Modell?ing|Data|Evaluation|Full|Whole)\b)"
    r"(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4}) [Tt]eam)"
)
_MEMBER = re.compile(r"\s*(?:and )?[^\W\d_a-z][\w.'-]*(?: [\w.'-]+){1,4}\.?\s*")
_MEMBERS = 3
#: A heading above those who made what this model was made with.
_THANKS = Pattern(r"\W*(?:special )?(?:acknowledge?ments?|thanks|credits)\W*")
#: A heading over models that software works with, and what such a table tells of each.
_SUPPORTED = Pattern(
    r"\W*(?:list of )?(?:(?:other|third-party|community|currently|all|officially) )*(?:supported|compatible|tested)"
    r" (?:(?:base|language|vision|open-source|community) )*(?:models?|architectures|checkpoints|llms?)\b[^.:]{0,24}\W*"
)
_OF_MODELS = frozenset({"model.parameters_total", "model.parameters_active", "model.context_length", "data.tokens"})
#: The label of what follows, with nothing else: "Resources:".
_LABEL_ALONE = re.compile(r"[^:.。]{1,40}:\s*")
#: A value stands in one of the first passages under its heading.
_NEAR = 3
#: The sentence before a list of languages that a model knows; programs, and tests, are written in others.
_LANGUAGES = Pattern(r"\blanguages?\b[^.;:]{0,40}:\W*\Z")
_OTHER_LANGUAGES = Pattern(
    r"\b(?:programming|code|coding|evaluat\w+|benchmark\w*|test(?:s|ed)?|not|read ?me|translations?)\b"
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NO_DESCRIPTION = frozenset({"evaluation", "citation", "usage", "news"})
#: How long an entry of a list may be, to be read wherever in the list it stands.
_ENTRY = 40


def read_values(context: Context) -> Iterator[Fact]:
    """Yield values behind keys, and short values under headings and bold lines."""
    for passage in context.passages:
        if not passage.labels:
            continue
        label = announcing(passage)
        if passage.whole and label.role == "key":
            continue
        for name in fields_for(label.text, "key" if label.role == "key" else "heading"):
            field = catalogue().fields[name]
            if name in ELSEWHERE or (passage.whole and field.type == "text"):
                continue
            if (passage.place >= _NEAR and not _is_entry(passage, field)) or _keyed_otherwise(passage, name):
                continue
            # Beside "Training details" in the head of a table stands whose details they are.
            if name.startswith("training.") and passage.kind == "row" and context.is_own(passage.text):
                continue
            if context.leaves_out(passage.zone, field, passage.section) or _misplaced(context, field, passage):
                continue
            state = state_of(passage.text)
            if name in ADDRESSES and state is State.ELSEWHERE:
                state = State.STATED
            linked = field.id == "model.base_model" and context.hub_names(passage, 0, len(passage.text))
            if state is not State.STATED and passage.place == 0 and not linked:
                # The answer is missing or stands elsewhere: that is worth knowing, and no value.
                span = passage.span(0, len(passage.text))
                yield context.fact(field, None, passage.text, span, passage.section, label=label.text, state=state)
            elif not passage.whole and field.items and field.type != "bool" and is_not_applicable(passage.text):
                span = passage.span(0, len(passage.text))
                nothing: list[str] | None = [] if field.type == "list" else None
                yield context.fact(field, nothing, passage.text, span, passage.section, label=label.text)
            elif name in ADDRESSES and "://" in passage.text and not passage.whole:
                span = passage.span(0, len(passage.text))
                yield context.fact(
                    field, passage.text, passage.text, span, passage.section, label=label.text, state=state
                )
            else:
                yield from _values(context, passage, field, label.text)


def read_listed_languages(context: Context) -> Iterator[Fact]:
    """Yield the languages of a list below a sentence that tells how many there are, or that there are some."""
    field = catalogue().fields["data.languages"]
    for passage in context.passages:
        if passage.kind != "item" or len(passage.text) > _ENTRY or passage.zone in _NO_DESCRIPTION:
            continue
        intro = next((label.text for label in passage.labels if label.role == "intro"), "")
        if not _LANGUAGES.search(intro) or _OTHER_LANGUAGES.search(intro):
            continue
        text = _ASIDE.sub("", passage.text).strip(" *_`.,;")
        if any(start == 0 and end == len(text) for start, end, _ in languages_in(text)):
            yield from _values(context, passage, field, intro)


def _is_entry(passage: Passage, field: Field) -> bool:
    """Tell whether a passage is what a list field may have many of: an item that consists of a few words."""
    return not passage.whole or (field.type == "list" and passage.kind == "item" and len(passage.text) <= _ENTRY)


def _keyed_otherwise(passage: Passage, name: str) -> bool:
    """Tell whether an item of a list begins with a key of its own that announces another field: "License: MIT"."""
    key, colon, _ = passage.text[:_ENTRY].partition(":")
    keyed = bool(colon) and passage.whole and passage.kind == "item"
    named = fields_for(key, "key") if keyed else ()
    if keyed and name == "distribution.additional_assets":
        return True  # "Paper: …" is none, and "Repository: …" is read by its key
    # What it is made of or run with may well be among the assets.
    return bool(named) and name not in named and not any(other.startswith(("data.", "use.")) for other in named)


def _misplaced(context: Context, field: Field, passage: Passage) -> bool:
    """Tell whether what stands around a passage says that it is about something else.

    Who made the model is told by a key that speaks of the model, whatever the heading above it is about.
    """
    if field.type == "text" and normal(passage.labels[0].text).startswith("model "):
        thanks = any(map(_THANKS.fullmatch, (label.text for label in passage.labels[1:])))
        return thanks or context.speaks_of_parts(passage.zone, field)
    return context.speaks_of_parts(passage.zone, field) or context.stands_under(
        field.not_under, (label.text for label in passage.labels[1:])
    )


def announcing(passage: Passage) -> Label:
    """Return the label that announces what a passage says: the innermost, or the next if that is a mere bold line."""
    label = passage.labels[0]
    if label.role == "lead" and len(passage.labels) > 1 and not fields_for(label.text, "heading"):
        return passage.labels[1]
    return label


def _values(context: Context, passage: Passage, field: Field, label: str) -> Iterator[Fact]:
    if field.id == "model.base_model" and (names := addressed(context, passage)):
        span = passage.span(0, len(passage.text))
        yield context.fact(field, names, passage.text, span, passage.section, label=label, state=State.STATED)
        return
    for reading in readings(field, passage.text, label):
        span = passage.span(reading.start, reading.end)
        value = reading.value
        named = context.hub_names(passage, reading.start, reading.end) if field.id == "model.base_model" else []
        yield context.fact(
            field,
            named if named and value else value,
            passage.text,
            span,
            passage.section,
            variant=reading.variant,
            label=label,
            # An address on a hub is a name, and refers to nothing else.
            state=State.STATED if named and value else None,
        )


def read_tables(context: Context, *, among_results: bool = False) -> Iterator[Fact]:
    """Yield the labelled cells of the tables, or, of those with results, the size of the model beside those of others.

    Among results sizes are rounded, to be read where they stand nowhere else.
    """
    for table, around in context.tables:
        zone = around.zone
        if among_results and zone != "evaluation":
            continue
        data = list(data_of(table, context.names))
        in_millions = {datum.label for datum in data if _MILLIONS.fullmatch(plain(datum.cell.text))}
        for datum in data:
            text = plain(datum.cell.text)
            if datum.field == "model.parameters_total" and datum.label in in_millions and _COMMA.fullmatch(text):
                text = text.replace(",", ".")  # in a family of millions no member has a thousand billions
            counted = datum.field == "data.statement" and _TOKENS.fullmatch(text)
            field = catalogue().fields["data.tokens" if counted else datum.field]
            if field.id in ELSEWHERE or among_results != _is_size_among_results(datum, field, zone):
                continue
            if not among_results and zone != "usage" and context.leaves_out(zone, field, table.section):
                continue
            if context.speaks_of_parts(zone, field):
                continue
            if field.unit in EFFORT and is_of_another(context, datum.variant):
                continue
            if field.id == "data.size" and context.artifact.kind not in {"model_card", "readme"}:
                continue  # forms have boxes for it
            if context.stands_under(field.not_under, (label.text for label in around.labels)):
                continue
            # What software works with is not its own, whatever it is called after.
            foreign = field.id in _OF_MODELS and _lists_others(around)
            if foreign and (is_of_another(context, datum.variant) or is_software(context)):
                continue
            if field.id == "data.tokens" and _is_part_elsewhere(context, table, text):
                continue
            for reading in readings(field, text, plain(datum.label)):
                if field.id == "model.base_model" and names_own(context, reading.value):
                    continue
                yield context.fact(
                    field,
                    reading.value,
                    datum.cell.text,
                    datum.cell.part(reading.start, reading.end),
                    table.section,
                    variant=" ".join(part for part in (datum.variant, reading.variant) if part),
                    label=" ".join(datum.label.split()),
                )


def _lists_others(around: Surroundings) -> bool:
    """Tell whether a table stands under a heading on the models that something works with, whoever made them."""
    return any(label.role in {"heading", "lead"} and _SUPPORTED.fullmatch(label.text) for label in around.labels[:2])


def _is_part_elsewhere(context: Context, table: Table, amount: str) -> bool:
    """Tell whether another table sums up the corpora and has an amount as that of one: their own tables have totals."""
    for other, _ in context.tables:
        body = [row for row in other.rows[other.header_rows :] if row]
        totals = [TOTAL.fullmatch(plain(row[0].text).strip(" *")) is not None for row in body]
        parts = (row for row, is_total in zip(body, totals, strict=True) if not is_total)
        if other is not table and any(totals) and any(plain(cell.text) == amount for row in parts for cell in row[1:]):
            return True
    return False


def _is_size_among_results(datum: Datum, field: Field, zone: str) -> bool:
    return datum.compared and zone == "evaluation" and field.unit == "parameter"


def read_sections(context: Context) -> Iterator[Fact]:
    """Yield texts that a heading or a bold line announces: one fact for all that stands directly under it."""
    groups: dict[tuple[int, str], list[Passage]] = {}
    leads = {(row.section, label.text) for row in context.passages for label in row.labels[:1] if label.role == "lead"}
    for passage in context.passages:
        if passage.whole and passage.labels:
            lead = announcing(passage).text if announcing(passage).role == "lead" else ""
            # A line announces what follows it, and is no part of what the line or the heading before it announced.
            own = passage.text.strip().removesuffix(":")
            begins = (passage.section, own) in leads and (bool(lead) or bool(fields_for(own, "heading")))
            if not begins and not TEMPLATE.match(passage.text):
                groups.setdefault((passage.section, lead), []).append(passage)
    keyed: dict[tuple[str, int], int] = {}
    for passage in context.passages:
        for name in fields_for(passage.labels[0].text, "key") if not passage.whole else ():
            keyed.setdefault((name, passage.section), passage.span(0, 1).line)
    firsts = {
        (passage.section, passage.span(0, 1).line): fields_for(passage.labels[0].text, "key")
        for passage in context.passages
        if not passage.whole
    }
    for (section, lead), group in groups.items():
        path = context.prose.sections[section].path
        label = lead or (path[-1] if path else "")
        if not label:
            continue
        yield from _team(context, label, group, section)
        for name in fields_for(label, "heading") or _without_own(context, label):
            field = catalogue().fields[name]
            if field.type != "text" or name in ELSEWHERE:
                continue
            if context.stands_under(field.not_under, path):
                continue
            if zone_of(context.prose, path if lead else path[:-1]) in field.outside:
                continue
            # A passage whose own key is about another field is not part of what the heading announces.
            passages = [row for row in group if not _of_another(firsts.get((section, row.span(0, 1).line), ()), name)]
            # What keys for the same field tell is read by them; of a list one item may happen to begin with such a key.
            first_keyed = keyed.get((name, section)) if not lead else None
            if first_keyed is not None:
                passages = [row for row in passages if row.span(0, len(row.text)).end_line < first_keyed]
                passages = passages if any(row.kind == "item" for row in passages) else []
            if not passages or (len(passages) == 1 and _LABEL_ALONE.fullmatch(passages[0].text)):
                continue
            # Those who are listed are its makers, and not the sentence before the list.
            listed = [row.text for row in passages if row.kind == "item"] if name == "provider.name" else []
            text = ", ".join(listed) or " ".join(passage.text for passage in passages)
            for reading in readings(field, text, label):
                first, last = passages[0].span(0, 1), passages[-1].span(0, len(passages[-1].text))
                span = Span(first.line, first.column, last.end_line, last.end_column)
                yield context.fact(field, str(reading.value)[:1_000], text, span, section, label=label if lead else "")


def _team(context: Context, label: str, group: list[Passage], section: int) -> Iterator[Fact]:
    """Yield whose team made a model, by a heading over its members or what its maker does: ``The Aviary AI Team``."""
    team = _TEAM.fullmatch(label)
    persons = group[0].text.split(",") if team else []
    named = len(persons) > _MEMBERS and all(map(_MEMBER.fullmatch, persons))
    if team and (named or _speaks_of(context, team["name"].removesuffix(" AI"), group)):
        span = group[0].span(0, len(group[0].text))
        yield context.fact(catalogue().fields["provider.name"], team["name"], label, span, section)


def _speaks_of(context: Context, maker: str, group: list[Passage]) -> bool:
    """Tell whether a text soon begins to say what a maker does: "Aviary is building the best models"."""
    does = re.compile(rf"{re.escape(maker)}(?: AI)? (?:is (?:an?|the|[a-z]+ing)|[a-z]+s) ")
    own = any(name.lower().startswith(maker.lower()) for name in context.names)
    return not own and any(does.match(row.text) for row in group[:2])


def _without_own(context: Context, label: str) -> tuple[str, ...]:
    """Return what a heading announces beside the model's name: "Lark Architecture", "Limitations of Lark"."""
    own = context.own
    pattern = (
        rf"\W*(?:[\d.]+ )?(?:the )?(?:{own})(?:'s)? (?P<about>.+)"
        rf"|(?P<matter>.+) (?:of|for) (?:the )?(?:{own})(?: models?)?"
    )
    match = re.fullmatch(pattern, plain(label), re.IGNORECASE) if own else None
    return fields_for(match["about"] or match["matter"], "heading") if match else ()


def _of_another(fields: tuple[str, ...], name: str) -> bool:
    return bool(fields) and name not in fields and all(catalogue().fields[field].type == "text" for field in fields)
