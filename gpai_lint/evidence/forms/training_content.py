"""Reads the public summary of training content, in whatever edition, numbering, layout or language it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.form_traces import holds_training_summary
from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.line_prose import FURNITURE
from gpai_lint.artifacts.marks import BOXES
from gpai_lint.evidence.forms.answers import Choice, is_not_applicable, is_ticked, option_of, read_choice
from gpai_lint.evidence.forms.form import MAX_TEXT, Facts, cleaned, read_form, state_of_answer
from gpai_lint.evidence.forms.labels import Hit, questions_of
from gpai_lint.evidence.forms.modalities import band_of, read_modality_rows, ticked_modalities, tokens_in
from gpai_lint.evidence.forms.passages import (
    contacts,
    datasets,
    dependencies,
    model_names,
    names,
    organisation,
    version,
)
from gpai_lint.evidence.forms.stream import Stream, running
from gpai_lint.evidence.interface import Fact, State
from gpai_lint.evidence.placeholders import holds_placeholder, state_of
from gpai_lint.evidence.values.dates import dates_in
from gpai_lint.evidence.values.languages import languages_in
from gpai_lint.evidence.values.modalities import modalities_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Artifact, Cell
    from gpai_lint.evidence.forms.form import Form

#: Labels of the template that a document must have to be one, unless its name or title says that it is.
MIN_LABELS: Final = 6
MIN_QUESTIONS: Final = 3
#: Which evidence field the ticked modalities below a yes/no question are.
_MODALITIES: Final = {
    "PS-2.1.a": "data.public_datasets_modalities",
    "PS-2.2.1": "data.licensed_modalities",
    "PS-2.2.2": "data.private_third_party_modalities",
    "PS-2.3.a": "data.crawled_modalities",
    "PS-2.4.a": "data.user_data_modalities",
    "PS-2.4.b": "data.user_data_modalities",
    "PS-2.5": "data.synthetic_modalities",
}


def read(artifact: Artifact, document: int) -> Iterator[Fact]:
    """Yield the facts of a summary in order of their place; nothing for any other document."""
    prose = artifact.content
    if not isinstance(prose, Prose):
        return
    named = artifact.kind == "training_content_summary"
    if not named and not holds_training_summary(prose, 2):
        return
    stream = Stream(prose)
    form = read_form(stream, questions_of("training_content"))
    items = {hit.question.item for hit in form.hits if hit.question.kind != "none"}
    asked = {hit.question.item for hit in form.hits if hit.question.kind == "choice"}
    if not named and (len(items) < MIN_LABELS or len(asked) < MIN_QUESTIONS):
        return
    reader = _Reader(form, Facts(artifact, document, stream), drawn=artifact.format == "pdf")
    yield from sorted(reader.facts(), key=lambda fact: (fact.location.span, fact.field))


class _Reader:
    """Turns the answers of one summary into facts."""

    def __init__(self, form: Form, facts: Facts, drawn: bool) -> None:
        self._form = form
        self._make, self._at = facts.make, facts.at
        self._drawn = drawn
        self._answers: dict[str, object] = {}

    def facts(self) -> Iterator[Fact]:
        """Yield what every label's answer states."""
        parent = ""
        seen: set[str] = set()
        for hit in self._form.hits:
            question = hit.question
            if question.kind == "choice":
                parent = question.item
                yield from self._choice(hit)
            elif question.kind == "ticks":
                yield from self._ticks(hit, parent)
            elif question.kind not in {"none", "modality", "size", "content"} and question.item not in seen:
                produced = list(self._field(hit))
                if produced:
                    seen.add(question.item)
                yield from produced
        yield from self._sizes()
        yield from self._footers()

    def _choice(self, hit: Hit) -> Iterator[Fact]:
        question = hit.question
        if self._answers.get(question.item) is not None:
            return
        choice = self._in_columns(hit) or read_choice(self._form.answer(hit), self._drawn, question.meanings)
        if choice is None:
            return
        if self._form.is_torn(hit):
            # What follows the question is but a part of the options.
            choice = choice._replace(value=None, state=State.UNDECIDABLE)
        answer = self._form.answer(hit)
        if choice.state is State.UNDECIDABLE and (
            state_of(cleaned(answer)) is State.PLACEHOLDER or holds_placeholder(answer[choice.start : choice.end])
        ):
            choice = choice._replace(state=State.PLACEHOLDER)
        self._answers[question.item] = choice.value
        start, end = hit.end + choice.start, hit.end + choice.end
        text = f"{running(self._form.stream.text[hit.start : hit.end])} {running(self._form.stream.text[start:end])}"
        yield self._make(question.field, choice.value, start, end, question.item, text=text, state=choice.state)
        if choice.value is True and question.item in _MODALITIES:
            yield from self._named_modalities(hit, end)

    def _named_modalities(self, hit: Hit, start: int) -> Iterator[Fact]:
        """Yield the modalities that an answer in words names behind its "yes": ``Yes (text and images)``.

        Where the next label asks for them, the words behind the "yes" are about something else.
        """
        place = self._form.hits.index(hit) + 1
        if place < len(self._form.hits) and self._form.hits[place].question.kind == "ticks":
            return
        text = self._form.stream.text[start : hit.answer_end]
        sentence = re.match(rf"[^.;\n{BOXES}]{{0,200}}(?:[.;]\s{{0,3}}Modalit[^.;\n{BOXES}]{{0,200}})?", text)
        found = ticked_modalities(sentence.group()) if sentence else None
        if found is not None and found[1] is State.STATED:
            yield self._make(_MODALITIES[hit.question.item], found[0], start, start + found[2], hit.question.item)

    def _in_columns(self, hit: Hit) -> Choice | None:
        """Return the answer ticked in a column "Yes" or "No" of the table that the question stands in."""
        unit = self._form.stream.unit(hit.start)
        if unit.row is None:
            return None
        table, number = unit.row
        length = len(unit.text) - (hit.end - unit.start)
        own = _columns(table.rows[number])
        below = table.rows[number + 1] if number + 1 < len(table.rows) else ()
        if len(own) == 2 and below and "?" not in below[0].text:
            # The options stand beside the question, and the tick below one of them.
            return self._ticked(own, below, length)
        for head in reversed(table.rows[:number]):
            columns = _columns(head)
            if len(columns) == 2 and "?" not in head[0].text:
                return self._ticked(columns, table.rows[number], length)
        return None

    def _ticked(self, columns: dict[bool, int], row: Sequence[Cell], at: int) -> Choice:
        """Return the answer whose column a row ticks; ``at`` is where the answer stands behind the question."""
        ticked = [
            answer for answer, place in columns.items() if place < len(row) and is_ticked(row[place].text, answer)
        ]
        if len(ticked) == 1:
            return Choice(ticked[0], State.STATED, at, at)
        return Choice(None, State.UNDECIDABLE if ticked or self._drawn else State.PLACEHOLDER, at, at)

    def _field(self, hit: Hit) -> Iterator[Fact]:
        question = hit.question
        text = self._form.answer(hit)
        linked = self._form.stream.with_targets(hit.end, text)
        words = cleaned(linked)
        if not words:
            return
        if question.parent and self._answers.get(question.parent) is False and is_not_applicable(words):
            return
        state = state_of_answer(cleaned(text), question, words)
        start, end = hit.end, hit.end + len(text.rstrip())
        if question.kind == "provider":
            yield from self._provider(hit, text, linked, state)
            return
        if question.kind == "dependencies" and state is State.STATED:
            yield self._make(question.field, dependencies(text), start, end, question.item, text=words)
            return
        if question.kind in {"date", "dates", "latest"}:
            yield from self._dates(hit, text)
            return
        value: str | list[str] | None = words
        if state is State.STATED:
            value, end = self._value(question.kind, question.field, text, linked, hit.end, end)
        if value is None:
            value, state = words, State.PLACEHOLDER
        if question.kind == "contact" and not value:
            return
        told = value if state is State.STATED else None
        quote = _with_links(text) if question.kind == "datasets" and len(words) > MAX_TEXT else ""
        yield self._make(question.field, told, start, end, question.item, text=quote, state=state)

    def _value(
        self, kind: str, field: str, text: str, linked: str, start: int, end: int
    ) -> tuple[str | list[str] | None, int]:
        """Return the value of a stated answer, None where the answer holds none, and where it ends."""
        words = cleaned(linked)
        if kind == "version":
            found = version(words)
            return found, start + len(text.rstrip()) if found == words else end
        if kind == "names":
            if field == "model.name":
                return model_names(text), end
            return names(text), end
        if kind == "datasets":
            return datasets(linked), end
        if kind == "languages":
            codes = [code for _, _, code in languages_in(words)]
            return codes or [words[:200]], end
        if kind == "contact":
            return next(iter(contacts(linked)), ""), end
        return words, end

    def _provider(self, hit: Hit, text: str, linked: str, state: State) -> Iterator[Fact]:
        item, start, end = hit.question.item, hit.end, hit.end + len(text.rstrip())
        name = organisation(text)
        if state is not State.STATED or not name:
            yield self._make("provider.name", None, start, end, item, state=State.PLACEHOLDER)
            return
        at = max(text.find(name.split()[0]), 0)
        yield self._make("provider.name", name, start + at, min(start + at + len(name), end), item)
        for value in contacts(linked, name):
            at = text.find(value)
            place = (start + at, start + at + len(value)) if at >= 0 else (start, end)
            yield self._make("provider.contact", value, *place, item)

    def _dates(self, hit: Hit, text: str) -> Iterator[Fact]:
        question = hit.question
        # "01 / 2025" is a date with spaces; the spaces go, the length stays.
        plain = re.sub(r"(?<=\d) / (?=\d)", lambda _: "/", text)
        found = dates_in(plain, day_first=True)
        if not found:
            end = hit.end + len(text.rstrip())
            state = (
                State.ELSEWHERE if state_of_answer(cleaned(text), question) is State.ELSEWHERE else State.PLACEHOLDER
            )
            yield self._make(question.field, None, hit.end, end, question.item, state=state)
            return
        if question.kind == "latest":
            found = [max(found, key=lambda date: date.value)]
        for date in found[: 8 if question.kind == "dates" else 1]:
            start = hit.end + (text.find(plain[date.start : date.end]) if plain != text else date.start)
            start = max(start, hit.end)
            end = min(start + date.end - date.start, hit.answer_end)
            yield self._make(question.field, date.value, start, end, question.item, text=cleaned(text))

    def _ticks(self, hit: Hit, parent: str) -> Iterator[Fact]:
        field = _MODALITIES.get(parent)
        text = self._form.answer(hit)
        if field is None or (self._answers.get(parent) is False and parent != "PS-2.4.a"):
            return
        chosen = ticked_modalities(text)
        if chosen is None:
            return
        values, state, length = chosen
        yield self._make(field, values or None, hit.end, hit.end + length, hit.question.item, state=state)

    def _sizes(self) -> Iterator[Fact]:
        """Yield modalities, size and content, from labels of their own or from the table of section 1.3."""
        rows = [hit for hit in self._form.hits if hit.question.kind in {"size", "content"} and self._is_label(hit)]
        named = next((hit for hit in self._form.hits if hit.question.kind == "modality" and self._is_label(hit)), None)
        only = modalities_in(self._form.answer(named)) if named else []
        present: list[str] = []
        for hit in rows:
            text = self._form.answer(hit)
            words = cleaned(text)
            variant = hit.question.variant or (only[0] if len(only) == 1 else "")
            if not words or is_not_applicable(words) or re.match(r"not applicable", words, re.IGNORECASE):
                continue
            item = ".".join(hit.question.item.split(".")[:3])
            start, end = hit.end, hit.end + len(text.rstrip())
            if state_of(words) is State.PLACEHOLDER:
                field = "data.content_types" if hit.question.kind == "content" else "data.size"
                yield self._make(field, None, start, end, item, state=State.PLACEHOLDER, variant=variant)
                continue
            if hit.question.kind == "content":
                yield self._make("data.content_types", words, start, end, item, variant=variant)
                continue
            present.append(variant)
            yield from self._size(variant, words, start, end, item)
        if named and only:
            yield self._make("data.modalities", only, named.end, named.answer_end, "PS-1.3.a")
        elif any(present):
            yield self._make("data.modalities", present, rows[0].start, rows[0].end, "PS-1.3.a")
        if not rows:
            yield from self._table()

    def _is_label(self, hit: Hit) -> bool:
        """Return whether a label announces its own answer and does not head a column."""
        return bool(hit.question.variant) or self._form.stream.text[hit.start : hit.end].rstrip(" *_").endswith(":")

    def _size(self, variant: str, words: str, start: int, end: int, item: str) -> Iterator[Fact]:
        band = band_of(variant, words)
        if band:
            value, unit = band
            yield self._make("data.size_band", value, start, end, item, unit=unit, variant=variant)
        else:
            yield self._make("data.size", words, start, end, item, variant=variant)
            if variant == "text":
                for found in tokens_in(self._form.stream.text, start, end):
                    yield self._make(
                        found.field, found.value, found.start, found.end, item, unit=found.unit, variant=variant
                    )

    def _table(self) -> Iterator[Fact]:
        heads = [hit.end for hit in self._form.hits if hit.question.kind in {"modality", "size", "content"}]
        last = self._form.hit("PS-1.3.d")
        rows = read_modality_rows(self._form.stream, max(heads, default=None), last.start if last else None)
        chosen = [row for row in rows if row.chosen]
        if chosen:
            values = [row.modality for row in chosen]
            yield self._make("data.modalities", values, chosen[0].start, chosen[0].label, "PS-1.3.a")
        elif rows and all(row.chosen is None for row in rows):
            unfilled = any(found.state is State.PLACEHOLDER for row in rows for found in row.findings)
            state = State.PLACEHOLDER if unfilled else State.UNDECIDABLE
            yield self._make("data.modalities", None, rows[0].start, rows[0].start + 1, "PS-1.3.a", state=state)
        for row in rows:
            for found in row.findings:
                value = found.value if found.state is State.STATED else None
                yield self._make(
                    found.field, value, found.start, found.end, found.item,
                    unit=found.unit, state=found.state, variant=row.modality,
                )  # fmt: skip

    def _footers(self) -> Iterator[Fact]:
        """Yield mail addresses that stand on every page, where the provider's own item holds none."""
        hit = self._form.hit("PS-1.1.a")
        if hit is not None and "@" in self._form.answer(hit):
            return
        prose = self._form.stream.prose
        for block in prose.blocks:
            if block.kind == FURNITURE:
                for value in contacts(block.text):
                    if "@" in value:
                        at = block.text.find(value)
                        yield self._at("provider.contact", value, block.part(at, at + len(value)), "PS-1.1.a")


def _with_links(text: str) -> str:
    """Return the lines of a long answer that hold links, so that the quotation shows them; empty if none does."""
    return " ".join(line.strip() for line in text.split("\n") if "://" in line)


def _columns(row: Sequence[Cell]) -> dict[bool, int]:
    """Return the columns of a row that are the options "yes" and "no" and nothing else."""
    return {answer: place for place, cell in enumerate(row) if (answer := option_of(cell.text)) is not None}
