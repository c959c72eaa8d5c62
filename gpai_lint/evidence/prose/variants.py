"""What a figure in running text counts for: a member of the family, a phase of training, a kind of tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.labels import normal
from gpai_lint.evidence.prose.passages import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.evidence.catalogue import Field
    from gpai_lint.evidence.interface import Fact, Value
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage
    from gpai_lint.evidence.values.numbers import Number

#: A size behind a name.
_SIZE = re.compile(r"\d[BbMm](?!\w)")
_FIGURE = re.compile(r"(?<![\w.-])\d")
#: Parts of what a model saw, side by side: "100B Finnish tokens and 20B English tokens".
_KIND = Pattern(
    r"\+? (?P<kind>[\w-]+(?: [\w-]+)?) tokens\b"
    r"(?P<more>,? and (?:about |over |another )?\d[\d.,]*\s?(?:[BMT]|billion|million|trillion)\+?"
    r" [\w -]{2,30} tokens\b)?"
)
#: A part of the data before its tokens: "a clinical corpus of about 91M tokens".
_PART = Pattern(
    r"\b(?P<kind>[\w-]+ (?:corpus|data ?set|subset|part|portion|collection)) (?:of|with|containing)"
    r" (?:about |over |some |around |approximately |~)?(?=\d)"
)
#: An entry that begins with the name of a phase, which all of its sentences are about.
_PHASE = Pattern(r"[\W_]*(?P<phase>(?:phase|stage)[ -](?:\d|[ivx]+\b|one\b|two\b|three\b)[^.:;]{0,60}):")
#: Words above a list whose entries are phases of training, and what such an entry begins with.
_PHASES = Pattern(r"\b(?:train\w*|pre-?training|curriculum) (?:phases|stages)\b")
_ENTRY = Pattern(r"[\W_]*(?!(?:total|overall|all|sum|pre-?training)\b)(?P<phase>[^.:;]{2,60}):")
#: What says that a corpus holds so many tokens, and what that a model was trained on them, over and over or not.
_HELD = Pattern(
    r"\b(?:corpus|corpora|data ?sets?|training data|mixture)\b[^.;]{0,60}"
    r"\b(?:has|have|contain(?:s|ed|ing)?|compris\w+|consist\w*|totals?|totall?ing|amount\w*)\b"
)
_SEEN = Pattern(r"\b(?:pre-?)?train(?:ed|ing)? (?:on|for|over|with|using)\b|\b(?:trained|seen|saw|consumed)\b")
#: A sentence that begins with the model's name, or that of a member, which goes on with a hyphen and a word.
_BEGUN = r"(?:\A|[.!?][)\"']*\s)\W*(?:the )?(?:(?P<member>(?:{own})-(?-i:[a-z])[\w-]*)|(?:{own}))(?![\w-])"
#: So many characters before a sentence may tell whom it is about.
_NEAR = 400
#: So many members make a family that labels tell apart.
_SEVERAL = 2
_BESIDE = Pattern(r"\b\w+ tokens,? and (?:about |over |another )?\Z")


def variant_of(context: Context, field: Field, passage: Passage, sentence: str, number: Number) -> str:
    """Return the member of the family that a sentence or its label names, for tokens their phase or their kind."""
    if field.id == "data.phase_tokens":
        return _phase(passage, sentence)
    kind = _KIND.match(sentence, number.end) if field.id == "data.tokens" else None
    if kind and (kind["more"] or _BESIDE.search(sentence, 0, number.start)):
        return kind["kind"].lower()
    parts = list(_PART.finditer(sentence)) if field.id == "data.tokens" else []
    if len(parts) >= _SEVERAL and (part := next((part for part in parts if part.end() == number.start), None)):
        return part["kind"].lower()
    before = sentence[: number.start]
    place, name = max(((before.rfind(name), name) for name in context.variants), default=(-1, ""))
    if place >= 0:
        return name
    if sized := _sized(context, before, sentence):
        return sized
    # One that is named behind the figure and goes on to a figure of its own has no claim on this one.
    behind = [
        name for name in context.variants if name in sentence and not _FIGURE.search(sentence.rpartition(name)[2])
    ]
    # An entry is about the member that it begins with, or that is its key.
    heads = (passage.text, *(label.text for label in passage.labels[:1])) if passage.kind == "item" else ()
    behind = behind or [name for name in context.variants if any(head.startswith(name) for head in heads)]
    if not behind and field.id.startswith("training."):
        return _begun(context, passage, sentence)
    longest = max(behind, key=len, default="")
    return longest if all(name in longest for name in behind) else ""


def _begun(context: Context, passage: Passage, sentence: str) -> str:
    """Return the member with whose name the last sentence begins that stands before one about a run: "Lark-chat"."""
    if not context.own or pattern("{own}", context.own).search(sentence):
        return ""
    end = passage.text.find(sentence)
    begun = list(pattern(_BEGUN, context.own).finditer(passage.text, max(0, end - _NEAR), end))
    return begun[-1]["member"] or "" if begun else ""


def _sized(context: Context, before: str, sentence: str) -> str:
    """Return the size behind the model's name that stands last before a figure, if a sentence tells several apart."""
    if not context.own or len(_SIZE.findall(sentence)) < _SEVERAL:
        return ""
    named = pattern(r"(?:{own})[ -]?(?P<size>\d{1,4}(?:\.\d{1,2})?[BM])(?!\w)", context.own)
    sizes = [match["size"].upper() for match in named.finditer(before)]
    return sizes[-1] if sizes and len({match["size"].upper() for match in named.finditer(sentence)}) > 1 else ""


def without_old_news(context: Context, facts: list[Fact], labelled: Iterable[Fact]) -> list[Fact]:
    """Return the facts without the figures of no member in the news that are none of those that labels give several.

    An entry of the news tells what was so on its day.
    """
    members: dict[str, dict[str, Value]] = {}
    for fact in labelled:
        if fact.variant:
            members.setdefault(fact.field, {})[fact.variant] = fact.value
    return [
        fact
        for fact in facts
        if fact.variant
        or not isinstance(fact.value, int | float)
        or len(known := members.get(fact.field, {})) < _SEVERAL
        or fact.value in known.values()
        or zone_of(context.prose, fact.heading) != "news"
    ]


def without_corpora(facts: list[Fact]) -> list[Fact]:
    """Return the facts without the tokens that a corpus holds, where the model is said to have been trained on more."""
    tokens = [fact for fact in facts if fact.field == "data.tokens" and isinstance(fact.value, int | float)]
    seen = max((float(str(fact.value)) for fact in tokens if _SEEN.search(fact.text)), default=0.0)
    held = {id(fact) for fact in tokens if _HELD.search(fact.text) and not _SEEN.search(fact.text)}
    return [fact for fact in facts if id(fact) not in held or float(str(fact.value)) >= seen]


def phase_of(passage: Passage) -> str:
    """Return the words for a phase of training that an entry begins with: ``Stage 2 (long songs): …``.

    Right under a heading on the phases any name that stands before a colon is one.
    """
    found = _PHASE.match(passage.text) if passage.kind == "item" else None
    if found:
        return found["phase"]
    listed = passage.kind == "item" and any(_PHASES.search(label.text) for label in passage.labels[:1])
    named = _ENTRY.match(passage.text) if listed else None
    return f"{named['phase']} phase" if named else ""


def _phase(passage: Passage, sentence: str) -> str:
    """Return the name of the phase of training that a figure is about: the words before its colon, or the bold line."""
    if phase := phase_of(passage):
        return _phase_name(phase)
    before, colon, _ = sentence.partition(":")
    if colon and len(before) <= 80:
        return _phase_name(before)
    if passage.kind != "row":
        return _phase_name(re.split(r" (?:on|of|with|for|uses?|using) |\d", sentence, maxsplit=1)[0][:80])
    return _phase_name(next((label.text for label in passage.labels[1:] if label.role in {"lead", "heading"}), ""))


def _phase_name(words: str) -> str:
    """Return what a phase is called, whether or not it is called a phase and says what it leads to."""
    name = normal(words).replace("continual", "continued")
    name = re.sub(r"\s*\b(?:phase|stage)\b(?!\s*\d)", "", name)
    return re.split(r" to | of ", name, maxsplit=1)[0].strip()
