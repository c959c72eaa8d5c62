"""The labels of a form, found in a document by their wording or by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from gpai_lint.artifacts.marks import BOXES, marks_in
from gpai_lint.evidence.forms.answers import is_answer_line
from gpai_lint.evidence.forms.stream import fold
from gpai_lint.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gpai_lint.evidence.forms.stream import Stream

#: A question or a label longer than this is a paragraph.
MAX_QUESTION: Final = 700
_END_OF_LABEL: Final = re.compile(r"[)\]]?[ \t]{0,3}(?:\([^()\n]{1,80}\))?[\s*_)\]\"'”’]{0,4}[:：?]{1,2}[*_]{0,3}")
_TERMINATED: Final = re.compile(r"[\s*_)\]]{0,4}(?:[:：?(\[|–—]|-\s|\n|\Z)")

_TO_QUESTION_MARK: Final = re.compile(rf"[^?？{BOXES}]{{0,260}}?[?？][*_]{{0,3}}")
_TO_BOX: Final = re.compile(rf"(?:[^?？.:{BOXES}]|\.(?=\d)){{0,260}}?(?=\n[{BOXES}][^?？.]{{0,260}}?[?？])")
# The points of "e.g. prompts" and "z. B. Eingaben" end no sentence.
_SENTENCE_END: Final = re.compile(r"(?:(?<=[^\W_]{3})|(?<=[)\]\"”»]))[.:][ \n](?=\W{0,3}[^\W_])")
_LOOSE: Final = re.compile(_TERMINATED.pattern + r"|[)\]]{0,2}\s{1,4}[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Question:
    """An item of a form that is answered.

    ``kind`` says how: ``choice`` (yes or no), ``text``, ``date``, ``list``, ``ticks`` (of modalities), ``band``, or
    ``none`` for a label that is only a boundary. ``field`` is the evidence field, empty without one. ``wordings`` are
    patterns over squeezed text, and whether a colon has to follow. ``meanings`` are groups of word stems: a sentence
    that holds one of each means this question, in whatever words and language; ``without`` are stems that it must not
    hold. ``section`` and ``order`` say where the question stands among the yes/no questions of the template.
    ``allowed`` names answers that are no gap here: ``na``, ``link``. ``parent`` is the yes/no question that an item
    depends on; ``after`` are the items right behind which alone its label means it.
    """

    item: str
    kind: str
    field: str = ""
    wordings: tuple[tuple[re.Pattern[str], bool], ...] = ()
    meanings: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    section: str = ""
    order: int = 0
    allowed: frozenset[str] = frozenset()
    variant: str = ""
    parent: str = ""
    after: tuple[str, ...] = ()


@dataclass(slots=True)
class Hit:
    """A question found in a document: where its label starts and ends in the stream."""

    question: Question
    start: int
    end: int
    answer_end: int = field(default=-1)


@cache
def questions_of(name: str) -> tuple[Question, ...]:
    """Return the questions of a form by the name of its table in this package, in the form's order."""
    return tuple(_question(row) for row in load_table(f"evidence/forms/{name}")["questions"])


def _question(row: Mapping[str, Any]) -> Question:
    return Question(
        row["item"],
        row["kind"],
        row.get("field", ""),
        tuple((re.compile(squeezed_pattern(wording)), wording.endswith(":")) for wording in row.get("wordings", ())),
        tuple(tuple(fold_words(stem) for stem in group) for group in row.get("meanings", ())),
        tuple(fold_words(stem) for stem in row.get("without", ())),
        str(row.get("section", "")),
        row.get("order", 0),
        frozenset(row.get("allowed", ())),
        row.get("variant", ""),
        row.get("parent", ""),
        tuple(row.get("after", ())),
    )


def squeezed_pattern(wording: str) -> str:
    """Return a readable pattern, words with spaces between, as a pattern over squeezed text."""
    return re.sub(r"[\s'’/:\"-]|,(?!\d)", "", wording)


def fold_words(text: str) -> str:
    """Return text lower case and without accents, word by word."""
    return " ".join(fold(word) for word in text.split())


def find(stream: Stream, questions: Iterable[Question], *, loose: bool = False, within: bool = False) -> list[Hit]:
    """Return the labels of a form that a document holds in one of their known wordings, in order, not overlapping.

    Of two labels that start at one place the longer is meant. A short label has to be ended by a colon, a bracket or
    the end of its line or cell: in running text the same words mean nothing. ``loose`` also takes one that a capital or
    a digit follows on its line, as when the space between two columns was lost; ``within`` looks amid the lines, for
    labels that a colon ends.
    """
    ends = _LOOSE if loose else _TERMINATED
    table = tuple(questions)
    found: list[Hit] = []
    reach = 0
    before = ""
    for start in sorted(set(stream.starts(within))):
        if start < reach:
            continue
        at = stream.at(start)
        best: tuple[int, Question] | None = None
        for question in table:
            if question.after and before not in question.after:
                continue
            for wording, colon in question.wordings:
                match = _whole_words(stream, wording, at)
                if match and match.end() > at and (best is None or match.end() - at > best[0]):
                    end = stream.place(match.end() - 1) + 1
                    whole = match.end() - at >= 30 or "(?=" in wording.pattern
                    whole |= ends.match(stream.text, end) is not None
                    whole |= question.kind == "choice" and _is_asked(stream.text, end)
                    if _END_OF_LABEL.match(stream.text, end) if colon or within else whole:
                        best = match.end() - at, question
        if best is not None:
            length, question = best
            end = _label_end(stream.text, stream.place(at + length - 1) + 1, question.kind == "choice")
            found.append(Hit(question, stream.place(at), end))
            reach = end
            before = question.item
    return found


def _whole_words(stream: Stream, wording: re.Pattern[str], at: int) -> re.Match[str] | None:
    """Return the match of a wording at a place, if it ends with a word: "updated" is no part of "update: DD/MM"."""
    match = wording.match(stream.squeezed, at)
    if match is None or match.end() == at:
        return None
    end = stream.place(match.end() - 1) + 1
    if end < len(stream.text) and stream.text[end].isalnum() and "(?=" not in wording.pattern:
        start = end
        while start > 0 and stream.text[start - 1].isalnum():
            start -= 1
        match = wording.match(stream.squeezed, at, stream.at(start))
    return match


def _is_asked(text: str, end: int) -> bool:
    """Return whether a question goes on from a place to its mark, with no other sentence or box between."""
    return re.compile(rf"[^?？.{BOXES}]{{0,260}}[?？]").match(text, end) is not None


def _label_end(text: str, end: int, is_question: bool) -> int:
    """Return where a label ends: with its question mark, if it goes on to one, or with its colon."""
    match = _END_OF_LABEL.match(text, end)
    if match:
        return match.end()
    while end < len(text) and text[end] in ")]*_":
        end += 1
    if is_question:
        mark = _TO_QUESTION_MARK.match(text, end)
        if mark:
            return _inner_answer(text, end, mark.end()) or mark.end()
        # A page break may have put the answer before the end of its question.
        if broken := _TO_BOX.match(text, end):
            return broken.end()
    return end


def _inner_answer(text: str, start: int, end: int) -> int | None:
    """Return where a line begins that answers a question before its end; None where none does."""
    for line in re.compile(r"\n([^\n]+)(?=\n)").finditer(text, start, end):
        if is_answer_line(line[1]):
            return line.start()
    return None


def find_meant(stream: Stream, questions: Iterable[Question]) -> list[Hit]:
    """Return the yes/no questions that a document asks in other words or another language."""
    return _meant(_sentences(stream), [question for question in questions if question.kind == "choice"])


def find_meant_labels(stream: Stream, questions: Iterable[Question]) -> list[Hit]:
    """Return other labels of a form in other words or another language: keys before a colon, first cells of rows."""
    return _meant(_keys(stream), [question for question in questions if question.kind != "choice"])


def _meant(texts: Iterable[tuple[int, int, str]], questions: Iterable[Question]) -> list[Hit]:
    """Return where each question is meant for the first time; a text means one of them at most."""
    found: dict[str, Hit] = {}
    table = [question for question in questions if question.meanings]
    for start, end, text in texts:
        words = fold_words(text)
        for question in table:
            if question.item not in found and _means(question, words):
                found[question.item] = Hit(question, start, end)
                break
    return sorted(found.values(), key=lambda hit: hit.start)


def find_by_number(stream: Stream, questions: Iterable[Question]) -> list[Hit]:
    """Return the yes/no questions by where they stand, for documents in any language that keep the template's numbers.

    A question stands under the heading with its section's number, in the template's order, and boxes follow it.
    """
    found: list[Hit] = []
    wanted = [question for question in questions if question.kind == "choice" and question.section]
    numbers = {question.section for question in wanted}
    headings = [unit for unit in stream.units if unit.kind == "heading"]
    for place, unit in enumerate(headings):
        number = re.match(r"(\d(?:\.\d){1,2})\.?\s", unit.text)
        if number is None or number[1] not in numbers:
            continue
        end = headings[place + 1].start if place + 1 < len(headings) else len(stream.text)
        asked = [
            (start, stop)
            for start, stop in _questions_in(stream.text, unit.start + len(unit.text), end)
            if next(marks_in(stream.text[stop : stop + 40]), None) is not None
        ]
        for question in wanted:
            if question.section == number[1] and question.order < len(asked):
                begin, stop = asked[question.order]
                # What stands before the question, the boxes of the one above it, is not part of it.
                line = stream.text.rfind("\n", begin, stop - 1) + 1
                start = max(begin, min(stream.unit(stop - 1).start, stop - 1))
                found.append(Hit(question, max(start, line if _holds_box(stream.text, start, line) else 0), stop))
    return sorted(found, key=lambda hit: hit.start)


def _holds_box(text: str, start: int, end: int) -> bool:
    return end > start and next(marks_in(text[start:end]), None) is not None


def _means(question: Question, words: str) -> bool:
    if any(stem in words for stem in question.without):
        return False
    return all(any(stem in words for stem in group) for group in question.meanings)


def _sentences(stream: Stream) -> Iterator[tuple[int, int, str]]:
    for unit in stream.units:
        for begin, stop in _questions_in(unit.text, 0, len(unit.text)):
            # The question is the last sentence before its mark.
            text = unit.text[begin:stop]
            cut = max((match.end() for match in _SENTENCE_END.finditer(text)), default=0)
            start = begin + (cut if len(text) - cut > 40 else 0)
            yield unit.start + start, unit.start + stop, unit.text[start:stop]


def _questions_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges that end in a question mark, from the one before it on, at most ``MAX_QUESTION`` long."""
    for mark in re.compile("[?？]").finditer(text, start, end):
        begin = max(start, mark.start() - MAX_QUESTION)
        while begin < mark.start():
            # The answer to the question above, on a line of its own, is not part of this one.
            line = text.find("\n", begin, mark.start())
            if text[begin].isspace():
                begin += 1
            elif 0 < line < begin + 60 and is_answer_line(text[begin:line]):
                begin = line + 1
            else:
                break
        if mark.start() - begin > 5:
            yield begin, mark.end()
        start = mark.end()


def _keys(stream: Stream) -> Iterator[tuple[int, int, str]]:
    for unit in stream.units:
        if unit.kind == "cell" and unit.column == 0 and unit.row is not None and len(unit.row[0].rows[unit.row[1]]) > 1:
            if len(unit.text) <= MAX_QUESTION:
                yield unit.start, unit.start + len(unit.text), unit.text
        elif unit.kind != "heading":
            match = re.match(r"[^:：]{3,300}[:：](?!//)", unit.text)
            if match:
                yield unit.start, unit.start + match.end(), match.group()
