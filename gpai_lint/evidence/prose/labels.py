"""Labels: the words before a value, above it or beside it, normalised and matched against the catalogue."""

from __future__ import annotations

import re
from functools import lru_cache

from gpai_lint.evidence.catalogue import catalogue, pattern

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

_CELL_FIELDS = frozenset({"data.cutoff", "model.release_date", "data.statement", "data.size", "distribution.licence"})
_NUMBERING = re.compile(
    r"^[\W_]*(?:(?:section |part )?\d{1,2}(?:\.\d{1,2}){0,4}(?:\.?[a-z](?=[.) ]))?[.):]?\s+|[a-z][.)]\s+|\(\w\)\s+)?"
)
_CLOSING = re.compile(r"[\s:.?*_!-]+\Z")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*")
_SPELLINGS = (
    (re.compile(r"\\[()\[\]]|[${}]"), ""),  # a symbol set as a formula
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"licence"), "license"),
    (re.compile(r"organisation"), "organization"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"(?<=\w)\(s\)"), "s"),
    (re.compile(r"^#\s*(?:of\s+)?|\bno\. of\b|\bnum(?:ber)?\.? of\b|^total #\s*|^# "), "number of "),
    (re.compile(r"^(?:the|our|this)\s+"), ""),
    (re.compile(r"\s+"), " "),
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
    return _CLOSING.sub("", text).strip()


@lru_cache(maxsize=32_768)
def fields_for(label: str, role: str) -> tuple[str, ...]:
    """Return the fields whose value a label announces, in the order of the catalogue.

    ``role`` is where the label stands: ``key`` (before a value), ``cell`` (a table's row or column) or ``heading``.
    """
    full = normal(label)
    if not full or len(full) > 400:
        return ()
    # Names of hyperparameters are words as well: n_parameters, sequence_length.
    spoken = re.sub(r"\An_(?=[a-z]{3})", "number of ", full).replace("_", " ")
    forms = {full, _PARENTHESIS.sub(" ", full).strip(), spoken}
    if role == "heading":
        # "License / Terms of Use": either of them is what the text below is about.
        forms.update(part for part in full.split(" / ") if " / " in full)
    found = []
    for field in catalogue().fields.values():
        sources = field.labels
        if role == "key":
            sources += field.keys
        elif role == "cell":
            # Cells hold short values; a text or a date beside many others is a catalogue of something else.
            sources = sources + field.rows if field.type in {"number", "list"} or field.id in _CELL_FIELDS else ()
        if sources and any(_any_of(sources).fullmatch(form) for form in forms):
            found.append(field.id)
    return tuple(found)


@lru_cache(maxsize=1024)
def _any_of(sources: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(f"(?:{source})" for source in sources))
