"""Sentences and rows about a model that the document is no card of: a rival, or what its own was made from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from gpai_lint.evidence.prose.context import Context

#: The name of a model where a sentence or a row begins, with its size or version, and the beginning of that name.
_MODEL_SUBJECT = re.compile(
    r"\W*(?:For (?:comparison|reference), )?((?!TPU|Stage|Phase|Step|Section|Version|Table|Part)[A-Z][A-Za-z]{2,})"
    r"(?:-[A-Za-z]+)?(?:-?v?\d| \d+(?:\.\d+)?[BM]\b| \d+\.\d)"
)
#: What is told beside a figure of the model, of whatever else.
_COMPARISON = Pattern(r"\W*(?:for|by|as an?|in) (?:comparison|reference)\b[:,]")
#: The same as what somebody trained: "Wren 2 was trained on 2T tokens".
_TRAINED_SUBJECT = Pattern(
    r"\W*(?:Unlike [^,;.]{1,60}, )?(?P<name>[A-Z][A-Za-z]{2,}(?:[- ](?:[A-Z]|v?\d[\w.]*)){1,2})"
    r" (?:was|were|is|had been) (?:\w+ )?(?:pre-?)?trained\b",
    flags=0,
)
#: The same of two with striking names: "Both WREN and Rail-2 models for Czech have been trained with 4 GB".
_TRAINED_PAIR = Pattern(
    r"\W*(?:Both )?(?:the )?(?P<name>[A-Z][\w-]{0,20}[A-Z\d][\w-]{0,20})"
    r" and (?:the )?[A-Z][\w-]{0,20}[A-Z\d][\w-]{0,20}(?: models?)?(?: for [A-Z]\w+)?"
    r" (?:were|have been|had been) (?:\w+ )?(?:pre-?)?trained\b",
    flags=0,
)
#: The same of a name that strikes by nothing.
_TRAINED_NAME = Pattern(
    r"\W*(?:Unlike [^,;.]{1,60}, )?(?P<name>[A-Z][\w-]{2,}) (?:itself )?(?:was|were|is|had been)"
    r" (?:\w+ )?(?:pre-?)?trained\b",
    flags=0,
)
#: The name of what a model was made from.
_MADE_FROM = Pattern(
    r"\b(?:based|built|builds?|tuned|tuning|initiali[sz]ed|derived|adapted|distilled|trained|training)"
    r" (?:up)?(?:on|from|of)(?: top of)? (?:the )?\W{0,3}(?:[\w.-]+/)?(?P<name>[A-Z][\w-]{2,})(?!\w)",
    flags=0,
)
#: The same of a base by its name: "The base model (Wren) was trained on Swedish".
_TRAINED_BASE = Pattern(
    r"\W*(?:the |its )?(?:base|underlying|original|parent|foundation|backbone) model "
    r"\((?P<name>(?-i:[A-Z])[\w.-]*(?: [\w.-]+){0,3})\) (?:was|were|is|had been) (?:\w+ )?(?:pre-?)?trained\b"
)
#: What others present in a paper of theirs.
_THEIRS = Pattern(
    r"\b(?:papers?|reports?|articles?|works?)\b[^.;]{0,120} (?:in which|where) they "
    r"(?:also |first )?(?:present|introduc|propos|describ)\w*"
)


def compares(text: str) -> bool:
    """Tell whether a text begins with words for a comparison."""
    return _COMPARISON.match(text) is not None


def tells_of_others_work(text: str) -> bool:
    """Tell whether a text tells of a paper in which others present something: what follows goes on about that."""
    return _THEIRS.search(text) is not None


def is_of_another(context: Context, text: str) -> bool:
    """Tell whether a text begins with a comparison or the name of a model of another family than the document's."""
    if compares(text):
        return True
    subject = _MODEL_SUBJECT.match(text)
    names = " ".join(context.names).lower()
    return subject is not None and names != "" and subject[1].lower() not in names


def tells_training_of_another(context: Context, text: str) -> bool:
    """Tell whether a text begins with what a model that the document is no card of was trained on."""
    names = re.sub(r"\W+", "", " ".join(context.names).lower())
    subject = _TRAINED_SUBJECT.match(text) or _TRAINED_PAIR.match(text) or _TRAINED_BASE.match(text)
    if subject is None:
        named = _TRAINED_NAME.match(text)
        subject = named if named and named["name"] in _origins(context) else None
    return subject is not None and names != "" and re.findall("[a-z]+", subject["name"].lower())[0] not in names


@lru_cache(maxsize=1)
def _origins(context: Context) -> frozenset[str]:
    """Return the names of which the document says that something was made from what bears them."""
    return frozenset(made["name"] for passage in context.passages for made in _MADE_FROM.finditer(passage.text))
