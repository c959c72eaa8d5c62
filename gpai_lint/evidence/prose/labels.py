"""Labels: the words before a value, above it or beside it, normalised and matched against the catalogue."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.keys import runs_of
from gpai_lint.evidence.patterns import Pattern, pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gpai_lint.evidence.catalogue import Field

#: Characters that are written in many ways, one for one, so that positions stay what they are.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("\n\t\r\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\uff1a": ":",
        "\uff08": "(",
        "\uff09": ")",
        "\uff0c": ",",
    }
)

_CELL_FIELDS = frozenset(
    {
        "data.cutoff",
        "data.size",
        "data.statement",
        "distribution.licence",
        "model.release_date",
        "use.required_hardware",
    }
)
_NUMBERING = re.compile(
    r"^[\W_]*(?:(?:section |part )?\d{1,2}(?:\.\d{1,2}){0,4}(?:\.?[a-z](?=[.) ]))?[.):]?\s+|[a-z][.)]\s+|\(\w\)\s+)?"
)
_CLOSING = " :.?*_!-"
#: Pictures and signs behind the words.
_ORNAMENT = re.compile(r"(?:[^\w\s!-~]|\s)+\Z")
_ANSWERED = re.compile(r"^([^:]{3,40}): (?=.{0,20}(?:\b(?:19|20)\d\d\b|\d/\d))")
#: The same words in Chinese and in English, whichever stands first.
_TWICE = Pattern(
    r"([\u3400-\u9fff]+)[ /|·-]{1,3}([a-z][^\u3400-\u9fff]*)|([a-z][^\u3400-\u9fff]*?)[ /|·-]{1,3}([\u3400-\u9fff]+)",
    flags=0,
)
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*")
#: What parentheses behind a label say where they tell of a part of it: "Number of parameters (non-embedding)".
_PART = re.compile(r"[(\[](?:[^()\[\]]*[ ,])?(?:non[- ]?embeddings?|excl\w*\.?|without|w/o)(?![^\W_])")
_SPELLINGS = (
    (re.compile(r"\\[()\[\]]|[${}]"), ""),  # a symbol set as a formula
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?& ?"), " and "),
    (re.compile("₂"), "2"),
    (re.compile(r"licence"), "license"),
    (re.compile(r"organisation"), "organization"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"(?<=\w)\(s\)"), "s"),
    (re.compile(r"^#\s*(?:of\s+)?|\bno\. of\b|\bnum(?:ber)?\.? of\b|^total #\s*(?:of\s+)?|^# "), "number of "),
    (re.compile(r"^(?:the|our|this) "), ""),
    (re.compile(r"  +"), " "),
)


def plain(text: str) -> str:
    """Return a text with plain spaces, quotes and dashes, character for character.

    A line break that a reader sees stays one, others become spaces.
    """
    return text.replace("\n\n", "\v\n").translate(PLAIN).replace("\v", "\n")


def normal(label: str) -> str:
    """Return a label in lower case, without numbering, ornament and closing punctuation, in one spelling."""
    text = plain(label).lower().strip()
    hashed = "#" in text[:3]
    text = text[_NUMBERING.match(text).end() :] if _NUMBERING.match(text) else text  # type: ignore[union-attr]
    text = text.lstrip(" *_#>~|-•·:") if not hashed else "# " + text.lstrip(" *_#>~|-•·:")
    for spelling, word in _SPELLINGS:
        text = spelling.sub(word, text)
    return _ORNAMENT.sub("", text.rstrip(_CLOSING))


@lru_cache(maxsize=32_768)
def fields_for(label: str, role: str) -> tuple[str, ...]:
    """Return the fields whose value a label announces, in the order of the catalogue.

    ``role`` is where the label stands: ``key`` (before a value), ``cell`` (a table's row or column) or ``heading``.
    """
    full = normal(label)
    if not full or len(full) > 400:
        return ()
    # Names of hyperparameters are words as well: n_parameters, sequence_length.
    spoken = re.sub(r"\An[_ ](?=[a-z]{3})", "number of ", full).replace("_", " ")
    bare = full if _PART.search(full) else _PARENTHESIS.sub(" ", full).strip().rstrip(".")
    forms = {full, bare, spoken, full.replace(" ", "_")}
    if bare != full and not re.search("[a-z]", bare):
        forms.add(full[len(bare) :].strip(" ()"))  # said in another script, and in English in parentheses
    if role == "heading":
        # "License / Terms of Use": either of them is what the text below is about.
        forms.update(part for part in full.split(" / ") if " / " in full)
        # "Release date: May 2024": the heading gives its answer itself.
        forms.update(_ANSWERED.findall(full))
    names = tuple(dict.fromkeys(name for name, matches in _candidates(role, forms) if matches))
    twice = _TWICE.fullmatch(full) if not names and not full.isascii() else None
    if twice is None:
        return names
    first, second = (fields_for(part, role) for part in twice.groups() if part)
    return tuple(name for name in first if name in second)


def _candidates(role: str, forms: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield the fields that have a pattern whose words stand in a label, and whether that pattern matches it."""
    patterns, by_key, keyless = _announcing(role)
    runs = frozenset().union(*(runs_of(form.casefold()) for form in forms))
    numbers = {number for run in runs & by_key.keys() for number in by_key[run]}
    for number in sorted(numbers.union(keyless)):
        name, source = patterns[number]
        yield name, any(source.fullmatch(form) for form in forms)


@cache
def _announcing(role: str) -> tuple[list[tuple[str, Pattern]], dict[str, list[int]], list[int]]:
    """Return the patterns for labels in a role with their fields, and which of them each key belongs to, or none."""
    patterns = [
        (field.id, pattern(source)) for field in catalogue().fields.values() for source in _sources(field, role)
    ]
    by_key: dict[str, list[int]] = {}
    for number, (_, source) in enumerate(patterns):
        for key in source.keys:
            by_key.setdefault(key, []).append(number)
    return patterns, by_key, [number for number, (_, source) in enumerate(patterns) if not source.keys]


def _sources(field: Field, role: str) -> tuple[str, ...]:
    if role == "key":
        return field.labels + field.keys
    if role != "cell":
        return field.labels
    # Cells hold short values; a text or a date beside many others is a catalogue of something else, unless the label is
    # one that was meant for cells.
    return field.labels + field.rows if field.type in {"number", "list"} or field.id in _CELL_FIELDS else field.rows
