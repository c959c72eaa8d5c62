"""The number of parameters in the names of models, ``Example-7B-Chat``, where a document states it nowhere else."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.convert import plain_number
from gpai_lint.evidence.prose.labels import plain
from gpai_lint.evidence.prose.passages import zone_of
from gpai_lint.evidence.prose.prospects import is_to_come
from gpai_lint.evidence.prose.tables import is_planned
from gpai_lint.evidence.values.numbers import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.location import Span

_FIELD = "model.parameters_total"
_KINDS = frozenset({"model_card", "readme"})
#: A size in a name; ``8x7B`` counts experts and is none.
_SIZE = (
    r"(?<![\w.])(?:[\w.]{1,12}-|(?-i:[A-Z\d])[\w.]{0,11} ){0,2}?(?P<size>\d{1,4}(?:\.\d{1,2})?) ?(?P<scale>[BM])"
    r"(?![\w.]*[a-z]{2}ps)(?!\w|[ -](?:tokens?|context|samples?|images?|pixels?|hours)\b)"
)
#: The number of a version, in a name or behind its beginning.
_VERSION = re.compile(r"(?<![\w.])v?(\d+(?:\.\d+)?)(?![\w.])")
#: Another size behind the first: "Name-7B/13B".
_FURTHER = re.compile(r"/(?P<size>\d{1,4}(?:\.\d{1,2})?)(?P<scale>[BM])(?!\w|-A\d)")
#: The size of an expert behind their number.
_EXPERTS = re.compile(r"\d[x×](?P<size>\d{1,4}(?:\.\d{1,2})?)(?P<scale>[BM])(?!\w)", re.IGNORECASE)
#: What says of a model with so many parameters that it is a mixture.
_OF_EXPERTS = Pattern(r"\bparameters? (?:[\w-]+ )?models? with \d+ experts\b")
#: What tells of a sister how large it is beside the document's own: "a smaller version of it with 2B parameters".
_SISTER = Pattern(r"\b(?:smaller|larger|bigger)\b")
#: A size that stands for itself.
_LONE = re.compile(r"(?<![^\W_])(?<!\.)(?P<size>\d{1,4}(?:\.\d{1,2})?) ?(?P<scale>[BM])(?!\w)")
#: The key before where to get a member: "13B", "13B model", "Model (13B)".
_KEYED = re.compile(
    r"(?:(?:the )?models?,? \(?)?(?P<size>\d{1,4}(?:\.\d{1,2})?) ?(?P<scale>[BM])\)?"
    r"(?: (?:base |chat |instruct )?(?:models?|weights|checkpoints?|versions?|variants?))?",
    re.IGNORECASE,
)
#: What says which member of a family a document is about: "This is the repository for the 7B chat model".
_DEDICATED = Pattern(
    r"\b(?:this (?:model )?(?:card|page|repo(?:sitory)?|read ?me|document) "
    r"(?:is (?:dedicated to|the one for|for|about|of)|corresponds to|contains|holds|hosts|describes|covers|focuses on)"
    r"|this is the (?:model )?(?:card|page|repo(?:sitory)?|read ?me) (?:for|of)) "
    r"(?:only )?(?:the |our )?(?P<member>(?:[^.,;:()]|\.(?=\d)){2,90})"
)
#: What a member was made from and what else may be told of it, and what is no model.
_BEYOND = Pattern(r"\b(?:from|on|with|by|than|using|in|to|based|for|against)\b")
_NO_MODEL = Pattern(r"\b(?:code|scripts?|data(?: ?sets?)?|corpus|tokens?|adapters?|lora|draft|library|framework)\b")
_WRITTEN = Pattern(
    r"(?<![^\W_])(?<!\.)(?P<size>\d{1,4}(?:\.\d{1,2})?)[ -]?(?P<scale>[BMT]|trillion|billion|million)(?!\w)"
)
#: A member of a family at the beginning of an entry or a row.
_MEMBER = re.compile(
    r"(?:[\w.-]+/)?(?P<stem>[A-Za-z][\w.]*(?:-[A-Za-z][\w.]*){0,3})-(?P<size>\d{1,4}(?:\.\d{1,2})?)(?P<scale>[BbMm])(?!\w)"
)
#: The head over the sizes of members, and those over the dimensions of a network.
_MEMBERS = Pattern(r"|(?:model |param(?:eter)?s? )?(?:sizes?|scales?|models?|variants?|versions?)|模型|规模")
_BUILT = Pattern(
    r"(?<![a-z])(?:layers?|heads?|hidden|d_?model|ffn|dims?|dimensions?|depth|width)(?![a-z])|层数|头数|隐藏"
)
#: What stands in a title before the data that the model saw: "Name (pretrained on Corpus-1M)".
_TRAINED_ON = Pattern(r"(?:trained|tuned|distilled) on\b[^(),;]{0,40}\Z")
#: So many tokens that a model for talk takes in, as its name tells: "Name-Chat-1M", "Name-7B-1M".
_LENGTH = Pattern(
    r"(?:\b(?:chat|instruct|it|text|long|vl)|\d[BM])[ _-](?:10|[1-9])M(?!\w)"
    r"|(?<![\w.])(?:10|[1-9])M[ _-](?:chat|instruct)\b"
)
#: How far around a size the rest of a name reaches that tells it to be a length.
_AROUND = 9
#: Zones that name the models of others as well.
_OTHERS = frozenset({"evaluation", "citation", "news", "usage"})
_ADDRESS = re.compile(r"\W{0,3}https?://|\[")
_SCALES = {"T": 1e12, "B": 1e9, "M": 1e6}
_MOST = 12
#: How far what a name rounds may be from the size.
_ROUNDED = 1.3


def read_sizes(context: Context) -> Iterator[Fact]:
    """Yield the sizes that the document's own names carry, each once; several are told apart as variants."""
    if context.artifact.kind not in _KINDS:
        return
    found = {**_named(context), **_keyed(context), **_rows(context)} if context.names else _rows(context)
    found = found or _members(context)
    own = _own(context)
    if own:
        # A card of one member of a family names its sisters as well.
        found = {own[0]: found.get(own[0], own[1])}
    # What the file's or the model's name multiplies is the size of one of several experts: ``8x3.8b.md``.
    experts = {_value(match) for name in (context.artifact.path, *context.names) for match in _EXPERTS.finditer(name)}
    found = {value: place for value, place in found.items() if value not in experts}
    field = catalogue().fields[_FIELD]
    for value, (text, span, section) in found.items():
        variant = size(value) if len(found) > 1 else ""
        fact = context.fact(field, plain_number(value), text, span, section, variant=variant)
        yield fact._replace(method=Method.DERIVED, formula="the size in the model's name")


def without_sisters(context: Context, facts: list[Fact]) -> list[Fact]:
    """Return the facts without the sizes of other members of the family.

    They are told from the document's own by its title, which gives that one's size, where a sentence states it too, or
    by the sentence that says which member the document is about. What is active of a sister goes with its size.
    """
    sizes = [fact for fact in facts if fact.field == _FIELD]
    own = _own(context) if sizes else None
    if own is None:
        return facts
    kept = [fact for fact in facts if fact.field != _FIELD or _is_about(own[0], fact)]
    told = {fact.text for fact in kept if fact.field == _FIELD}
    sisters = {fact.text for fact in sizes} - told
    if told:
        kept = [fact for fact in kept if fact.field != "model.parameters_active" or fact.text not in sisters]
    # One size that is not the title's may be a correction of it; several are those of the family.
    several = len({str(fact.value) for fact in sizes}) > 1 or any(_SISTER.search(fact.text) for fact in sizes)
    return kept if several or told else facts


def without_active(facts: list[Fact]) -> list[Fact]:
    """Return the facts without the sizes of mixtures that the document states elsewhere to be what is active of them.

    "A 17 billion parameter model with 16 experts" leaves it open which of the two it counts.
    """
    active = {fact.value for fact in facts if fact.field == "model.parameters_active" and fact.value is not None}
    return [
        fact for fact in facts if fact.field != _FIELD or fact.value not in active or not _OF_EXPERTS.search(fact.text)
    ]


def without_trainable(context: Context, facts: list[Fact]) -> list[Fact]:
    """Return the facts without the parameters that were trained, where a larger model stands beside or below them.

    Of a model that keeps most of its base as it was, "trainable parameters" are a part of all.
    """
    rows = {
        passage.span(0, 1).line
        for passage in context.passages
        if passage.labels and "trainable" in passage.labels[0].text.lower()
    }
    sizes = [fact for fact in facts if fact.field == _FIELD and isinstance(fact.value, (int, float))]
    trained = {id(fact) for fact in sizes if "trainable" in fact.text.lower() or fact.location.span.line in rows}
    if not trained:
        return facts
    whole = [float(str(fact.value)) for fact in sizes if id(fact) not in trained]
    bases = (fact.value for fact in facts if fact.field == "model.base_model" and isinstance(fact.value, list))
    whole += [_value(match) for names in bases for name in names for match in _LONE.finditer(str(name))]
    most = max(whole, default=0)
    return [fact for fact in facts if id(fact) not in trained or not float(str(fact.value)) * _ROUNDED < most]


def _is_about(size_: float, fact: Fact) -> bool:
    """Tell whether a number is one that a name rounds to a size, or what it makes of it without its embeddings.

    One of several that a sentence tells side by side is a size as names have it, with a sister next to it.
    """
    room = _ROUNDED if fact.variant else 2
    return isinstance(fact.value, (int, float)) and size_ / room <= fact.value <= size_ * room


def _named(context: Context) -> dict[float, tuple[str, Span, int]]:
    """Return the sizes behind the model's name, wherever it stands, with the first place of each.

    Of the name and its beginnings the fullest counts that sizes stand behind: its first word may be others' too.
    """
    stems = [re.split(r"[ -]?\d+(?:\.\d+)?[BbMm]\b", name)[0].strip(" -") for name in context.names]
    stems = list(dict.fromkeys(stem for stem in stems if len(stem) > 1 and not _TRAINED_ON.search(stem)))
    if not stems:
        return {}
    words = ("[ _-]?".join(re.escape(word) for word in re.split(r"[ _-]", stem)) for stem in stems)
    named = re.compile(rf"(?<![\w/])(?:{'|'.join(f'({part})' for part in words)})(?:s\b)?[ -]{_SIZE}", re.IGNORECASE)
    found: list[dict[float, tuple[str, Span, int]]] = [{} for _ in stems]
    for text, part, section in _texts(context):
        for first in named.finditer(text):
            match: re.Match[str] | None = first
            stem = next(number for number in range(len(stems)) if first[number + 1])
            if _is_of_another_version(context.names[0], text[first.end(stem + 1) : first.start("size")]):
                continue
            if _is_length(text, first) or is_to_come(text, *first.span()):
                continue
            sizes = found[stem]
            while match and len(sizes) < _MOST:
                sizes.setdefault(_value(match), (match.group().strip("/"), part(*match.span()), section))
                match = _FURTHER.match(text, match.end())
    return next((sizes for sizes in found if sizes), {})


def _is_of_another_version(name: str, between: str) -> bool:
    """Tell whether a number between a model's name and a size is none of those in the fullest name, which has some."""
    own = _VERSION.findall(name)
    return bool(own) and any(number not in own for number in _VERSION.findall(between))


def _is_length(text: str, size_: re.Match[str]) -> bool:
    """Tell whether a size in a name is how much text the model takes in."""
    around = text[max(0, size_.start("size") - _AROUND) : size_.end() + _AROUND]
    return size_["scale"] in "Mm" and _LENGTH.search(around) is not None


def _value(size_: re.Match[str]) -> float:
    return float(size_["size"]) * _SCALES[size_["scale"][0].upper()]


def _own(context: Context) -> tuple[float, tuple[str, Span, int]] | None:
    """Return the one size that the document's title gives, or the sentence on what the document is about."""
    return (_titled(context) if context.names else None) or _dedicated(context)


def _dedicated(context: Context) -> tuple[float, tuple[str, Span, int]] | None:
    """Return the one size of what a sentence says that the document is about, if all such sentences give the same."""
    found: dict[float, tuple[str, Span, int]] = {}
    for passage in context.passages:
        about = _DEDICATED.search(passage.text) if passage.whole and passage.zone not in _OTHERS else None
        if about is None:
            continue
        beyond = _BEYOND.search(about["member"])
        end = about.start("member") + beyond.start() if beyond else about.end()
        if not _NO_MODEL.search(passage.text, about.start("member"), end):
            for match in _WRITTEN.finditer(passage.text, about.start("member"), end):
                span = passage.span(*match.span())
                found.setdefault(_value(match), (passage.text[about.start() : end], span, passage.section))
    return next(iter(found.items())) if len(found) == 1 else None


def _titled(context: Context) -> tuple[float, tuple[str, Span, int]] | None:
    """Return the one size in the document's title, in the model's name or behind it: ``Name v1 - 14B``.

    Farther behind, a size that is part of another name is of what that names: ``Name v1 - Corpus-2B``.
    """
    index = title_of(context.prose)
    section = context.prose.sections[index] if index is not None else None
    title = plain(section.title) if section else ""
    name = title.lower().find(context.names[-1].lower())
    end = name + len(context.names[-1])
    sizes = _LONE.finditer(title) if name >= 0 else ()
    found = [match for match in sizes if match.start() <= end + 1 or title[match.start() - 1] != "-"]
    found = [
        match for match in found if not _TRAINED_ON.search(title, 0, match.start()) and not _is_length(title, match)
    ]
    return (
        (_value(found[0]), (title, section.span, index)) if len(found) == 1 and section and index is not None else None
    )


def _keyed(context: Context) -> dict[float, tuple[str, Span, int]]:
    """Return the sizes that are keys before where to get each model: ``7B: https://…``, ``7B model: https://…``."""
    keyed: dict[float, tuple[str, Span, int]] = {}
    for entry in context.prose.entries:
        match = _KEYED.fullmatch(plain(entry.key).strip(" *:"))
        if match and _ADDRESS.match(entry.value) and len(keyed) < _MOST:
            keyed[_value(match)] = (entry.key, entry.key_span, entry.section)
    return keyed


def _rows(context: Context) -> dict[float, tuple[str, Span, int]]:
    """Return the sizes that alone name the rows of a table on how each member is built: ``| 3B | 24 | 3072 |``."""
    rows: dict[float, tuple[str, Span, int]] = {}
    for table in context.prose.tables:
        heads = [plain(cell.text).strip() for cell in table.rows[table.header_rows - 1]] if table.header_rows else []
        built = [head for head in heads[1:] if _BUILT.search(head)]
        body = [row for row in table.rows[table.header_rows :] if row]
        if len(built) < 2 or not _MEMBERS.fullmatch(heads[0]) or len(body) + len(rows) > _MOST:
            continue
        if zone_of(context.prose, context.prose.sections[table.section].path) in _OTHERS:
            continue
        found = [(_LONE.fullmatch(plain(row[0].text).strip(" *`")), row[0]) for row in body]
        if all(match for match, _ in found):
            rows |= {_value(match): (cell.text, cell.span, table.section) for match, cell in found if match}
    return rows


def _members(context: Context) -> dict[float, tuple[str, Span, int]]:
    """Return the sizes of a family whose members a list or a table names one by one: ``- **Name-1B**: for phones``.

    Members share the words before their sizes; one name alone may be anybody's, and so are those of comparisons.
    """
    families: dict[str, dict[float, tuple[str, Span, int]]] = {}
    entries = [(entry.key, entry.key_span, entry.section) for entry in context.prose.entries]
    cells = [
        (row[0].text, row[0].span, table.section)
        for table in context.prose.tables
        for row in table.rows[table.header_rows :]
        if row
    ]
    for text, span, section in (*entries, *cells):
        match = _MEMBER.match(plain(text).strip(" *`"))
        if match and zone_of(context.prose, context.prose.sections[section].path) not in _OTHERS:
            families.setdefault(match["stem"].lower(), {}).setdefault(_value(match), (text, span, section))
    return next((sizes for sizes in families.values() if 1 < len(sizes) <= _MOST), {})


def _texts(context: Context) -> Iterator[tuple[str, Callable[[int, int], Span], int]]:
    """Yield the texts in which names stand, each with what tells the place of a part of it and with its section."""
    prose = context.prose
    for index, section in enumerate(prose.sections):
        if section.title:
            yield section.title, partial(_whole, section.span), index
    for block in prose.blocks:
        if block.kind != "code":
            yield block.text, block.part, block.section
    for table in prose.tables:
        for row in table.rows:
            # A member that is yet to come is none of the sizes of what is here.
            for cell in row[:1] if not is_planned(row) else ():
                yield cell.text, cell.part, table.section


def _whole(span: Span, _start: int, _end: int) -> Span:
    return span
