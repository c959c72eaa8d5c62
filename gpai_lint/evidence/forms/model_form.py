"""Reads the Model Documentation Form of the Code of Practice, as the form itself or as a document with its labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.form_traces import holds_documentation_form
from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.marks import marks_in
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.forms.answers import is_not_applicable
from gpai_lint.evidence.forms.form import Facts, cleaned, read_form, state_of_answer
from gpai_lint.evidence.forms.labels import questions_of
from gpai_lint.evidence.forms.modalities import ticked_modalities
from gpai_lint.evidence.forms.passages import contacts, dependencies, model_names, names, organisation, version
from gpai_lint.evidence.forms.stream import Stream
from gpai_lint.evidence.interface import Fact, State
from gpai_lint.evidence.licences.names import normalise
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.convert import plain_number, readings
from gpai_lint.evidence.values.dates import dates_in
from gpai_lint.evidence.values.modalities import modalities_in
from gpai_lint.evidence.values.numbers import numbers_in
from gpai_lint.evidence.values.units import energy_in_mwh, operations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.forms.form import Form
    from gpai_lint.evidence.forms.labels import Hit
    from gpai_lint.evidence.interface import Value

#: Labels of the form that a document must have to be one, unless its name or title says that it is.
MIN_LABELS: Final = 7
# Instructions that the form prints in its fields. They are recognised by how instructions speak, and are no answer.
_INSTRUCTION: Final = re.compile(
    r"[^.\n\]]*\b(?:significant figures?|recommended \d{2,4} words|or write ['‘\"“]?N/?A"
    r"|please (?:specify|include|list|indicate))\b[^.\n]*\.?|\[[^\]\n]{0,40}recommended[^\]\n]{0,40}\]",
    re.IGNORECASE,
)
_AUDIENCE: Final = re.compile(
    r"^\W*(?:AIO|NCAs?|DPs?|AI Office|downstream providers?)\W*$", re.IGNORECASE | re.MULTILINE
)
_RATE: Final = Pattern(r"\s?(?:[kMGTPEZY]?flops?)?\s?(?:/|per\b)\s?(?:s|sec|second)(?![ -]?days?)")
_AFTER: Final = re.compile(r"[^\n.;,(]{0,30}")
#: What introduces the amount of data that the model was not trained on.
_HELD_OUT: Final = Pattern(r"\b(?:test(?:ing)?|validation|held-?out)\b")
_TOKENS: Final = re.compile(r"\+?\s(?:[\w-]+\s){0,2}tokens\b")
_SOURCES: Final = (
    ("web crawling", r"web[ -]?(?:crawl|scrap)\w*|crawled"),
    ("private third-party data", r"private|licensed|third[ -]part(?:y|ies)"),
    ("user data", r"user[ -](?:data|interactions?)"),
    ("publicly available datasets", r"public(?:ly)?[ -](?:available|accessible)|open data ?sets?|common ?crawl"),
    ("data collected by other means", r"(?:through|by) other means"),
    ("synthetic data", r"synthetic"),
    ("other", r"other"),
)  # fmt: skip


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a form in order of their place; nothing for any other document."""
    prose = artifact.content
    if not isinstance(prose, Prose) or artifact.kind == "training_content_summary":
        return
    named = artifact.kind == "model_documentation_form"
    if not named and not holds_documentation_form(prose, 2):
        return
    stream = Stream(prose)
    form = read_form(stream, questions_of("model_documentation_form"))
    items = {hit.question.item for hit in form.hits if hit.question.kind != "none"}
    if len(items) < (2 if named else MIN_LABELS):
        return
    reader = _Reader(form, Facts(artifact, document, stream))
    yield from sorted(reader.facts(), key=lambda fact: (fact.location.span, fact.field))


class _Reader:
    """Turns the answers of one form into facts."""

    def __init__(self, form: Form, facts: Facts) -> None:
        self._form = form
        self._make = facts.make

    def facts(self) -> Iterator[Fact]:
        """Yield what every label's answer states; of labels that repeat, the first with an answer."""
        seen: set[str] = set()
        for hit in self._form.hits:
            if hit.question.kind == "none" or hit.question.item in seen:
                continue
            produced = list(self._field(hit))
            if produced:
                seen.add(hit.question.item)
            yield from produced

    def _field(self, hit: Hit) -> Iterator[Fact]:
        question = hit.question
        text = _without_instructions(self._form.answer(hit))
        linked = self._form.stream.with_targets(hit.end, text)
        words = cleaned(linked)
        if not re.search(r"\w", words):
            return
        start, end = hit.end, hit.end + len(text.rstrip())
        state = state_of_answer(cleaned(text), question, words)
        if state is not State.STATED:
            yield self._make(question.field, None, start, end, question.item, text=words, state=state)
            return
        found = list(self._values(question.kind, question.field, text, linked))
        if not found:
            yield self._make(question.field, None, start, end, question.item, text=words, state=State.PLACEHOLDER)
        for field, value, unit, (begin, stop), variant in found:
            place = (start + begin, min(start + stop, hit.answer_end)) if stop > begin else (start, end)
            # A quantity is quoted alone: how precisely it is written shows in nothing else.
            rest = _AFTER.match(text, stop)
            alone = unit and next(marks_in(text), None) is None
            quote = cleaned(text[begin : rest.end() if rest else stop]) if alone else words
            yield self._make(field, value, *place, question.item, text=quote, unit=unit, variant=variant)

    def _values(
        self, kind: str, field: str, text: str, linked: str
    ) -> Iterator[tuple[str, Value, str | None, tuple[int, int], str]]:
        """Yield field, value, unit, range within the answer and variant of what a stated answer says.

        ``linked`` is the answer with the targets of its links.
        """
        words = cleaned(linked)
        whole = (0, len(text.rstrip()))
        simple: Value = None
        if kind == "provider":
            simple = _legal_name(text)
            for value in contacts(linked, str(simple)):
                at = text.find(value)
                yield "provider.contact", value, None, (at, at + len(value)) if at >= 0 else whole, ""
        elif kind in {"text", "short"}:
            simple = words
        elif kind == "version":
            simple = version(words)
        elif kind == "contact":
            simple = next(iter(contacts(linked)), None)
        elif kind in {"date", "latest"}:
            dates = dates_in(text, day_first=True)
            if dates:
                date = max(dates, key=lambda one: one.value) if kind == "latest" else dates[0]
                yield field, date.value, None, (date.start, date.end), ""
            return
        elif kind == "names":
            simple = model_names(text)
        elif kind == "list":
            simple = names(text)
        elif kind == "dependencies":
            yield field, dependencies(text), None, whole, ""
            return
        elif kind == "modalities":
            chosen = ticked_modalities(text)
            simple = (chosen[0] or None) if chosen else modalities_in(words.partition(". ")[0]) or None
        elif kind == "provenance":
            simple = _provenance(text)
        elif kind == "band" or (kind == "magnitude" and self._form.hit("MDF-7.2")):
            # A range is no figure: it is told in words, so that nothing takes its bounds for the size.
            simple = _ticked(text) or words
        elif kind == "licence":
            yield from _licence(text, linked)
            return
        else:
            yield from _figures(kind, field, text, words, whole)
            return
        if simple is not None and simple != "":
            yield field, simple, None, whole, ""


def _without_instructions(text: str) -> str:
    """Return an answer with the form's instructions and its columns of audiences blanked out, the length unchanged."""
    for pattern in (_INSTRUCTION, _AUDIENCE):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    return re.sub(r"(?m)^[\s☒☐☑✓✗]+$", lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _legal_name(text: str) -> str:
    """Return the first sentence of a provider's legal names, before addresses of mail and web."""
    short = organisation(text)
    words = re.split(r"https?://|[\w.+-]+@|\n\s*\n", text, maxsplit=1)[0]
    sentence = cleaned(words)
    # Several institutions may share a model: then the name is longer than its first part.
    return sentence if short and len(sentence) <= 250 and re.search(r"\band\b", sentence) else short


def _licence(text: str, linked: str) -> Iterator[tuple[str, Value, str | None, tuple[int, int], str]]:
    whole = (0, len(text.rstrip()))
    head = re.split(r"https?://|\n\s*\n|,|\(|\baccessible\b|\bavailable\b", cleaned(text), maxsplit=1)[0].strip(" .:;-")
    link = re.search(r"https?://[^\s<>\"')\]]{3,300}", linked)
    if head:
        yield "distribution.licence", normalise(head) or head[:200], None, whole, ""
    if link:
        if not head and (named := normalise(link.group())):
            yield "distribution.licence", named, None, whole, ""
        # A target that a link hides stands nowhere in the answer itself.
        at = text.find(link.group())
        place = (at, at + len(link.group())) if at >= 0 else whole
        yield "distribution.licence_url", link.group().rstrip(".,;"), None, place, ""


def _provenance(text: str) -> Value:
    """Return the kinds of sources that are ticked, or that a short answer lists; else the answer itself."""
    marks = list(marks_in(text))
    if marks:
        ends = [mark.start for mark in marks[1:]] + [len(text)]
        parts = [text[mark.end : end] for mark, end in zip(marks, ends, strict=True) if mark.ticked]
        return list(dict.fromkeys(_source(part) or "other" for part in parts)) or None
    words = cleaned(text)
    listed = [_source(part) for part in names(text)] if len(words) <= 200 else []
    return list(dict.fromkeys(name for name in listed if name)) or [words[:300]]


def _source(part: str) -> str:
    return next((name for name, words in _SOURCES if re.search(words, part, re.IGNORECASE)), "")


def _ticked(text: str) -> str:
    """Return the option that is ticked, empty if none or several are."""
    marks = list(marks_in(text))
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    options = [cleaned(text[mark.end : end]) for mark, end in zip(marks, ends, strict=False) if mark.ticked]
    return options[0] if len(options) == 1 else ""


def _figures(
    kind: str, field: str, text: str, words: str, whole: tuple[int, int]
) -> Iterator[tuple[str, Value, str | None, tuple[int, int], str]]:
    """Yield the numbers of an answer in the field's unit; a stated "N/A" is the text itself."""
    if is_not_applicable(words):
        yield field, "N/A", None, whole, ""
        return
    rule = catalogue().fields[field]
    if kind == "tokens":
        for reading in readings(rule, text, "maximum size in tokens")[:1]:
            yield field, reading.value, rule.unit, (reading.start, reading.end), ""
        return
    if kind == "parameters":
        first = next(marks_in(text), None)
        sizes = [
            number
            for number in numbers_in(text[: first.start] if first else text)
            if rule.plausible(number.value) and number.value >= 1e6
        ]
        if not sizes and (ticked := _ticked(text)):
            yield field, ticked, None, whole, ""
        for size in sizes[:20]:
            written = text[size.start : size.end] if len(sizes) > 1 else ""
            yield field, plain_number(size.value), rule.unit, (size.start, size.end), written
        return
    if kind == "points":
        yield from _points(field, text, words, whole)
        return
    for number in numbers_in(text):
        after = text[number.end : number.end + 40]
        if kind == "energy":
            energy = energy_in_mwh(number, text, "MWh")
            if energy:
                yield field, plain_number(energy), rule.unit, (number.start, number.end), ""
                return
            continue
        value = operations(number, text)
        if value is not None and value >= (rule.least or 1) and not _RATE.match(after):
            yield field, plain_number(value), rule.unit, (number.start, number.end), ""
            return


def _points(
    field: str, text: str, words: str, whole: tuple[int, int]
) -> Iterator[tuple[str, Value, str | None, tuple[int, int], str]]:
    """Yield the amount of training data in tokens; the whole answer where it tells of other units or other uses."""
    tokens = [n for n in numbers_in(text) if n.value >= 1e6 and _TOKENS.match(text, n.end)]
    begins = [0, *(number.end for number in tokens)]
    training = next((n for at, n in zip(begins, tokens, strict=False) if not _HELD_OUT.search(text, at, n.start)), None)
    if training:
        yield field, plain_number(training.value), catalogue().fields[field].unit, (training.start, training.end), ""
    if not training or _HELD_OUT.search(text):
        yield "data.size", words, None, whole, ""
