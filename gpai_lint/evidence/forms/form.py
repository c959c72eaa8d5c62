"""A form in a document: its labels, where each answer ends, and facts made of the answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gpai_lint.evidence.forms.answers import is_half_an_answer, is_not_applicable
from gpai_lint.evidence.forms.labels import find, find_by_number, find_meant, find_meant_labels
from gpai_lint.evidence.forms.stream import running
from gpai_lint.evidence.interface import Fact, State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact
    from gpai_lint.evidence.forms.labels import Hit, Question
    from gpai_lint.evidence.forms.stream import Stream, Unit
    from gpai_lint.evidence.interface import Value
    from gpai_lint.location import Span

#: A fact quotes at most this much of its passage.
MAX_TEXT: Final = 1_000
#: With fewer labels in known wordings than this, labels are looked for by their meaning too.
_FEW: Final = 8
#: A document with so many labels is the form: in it a label needs no colon.
_ENOUGH: Final = 6
#: How many lines below a question it may go on in.
_TORN: Final = 12
#: What begins so is a question, and not over without its mark.
_ASKS: Final = Pattern(r"(?:have|has|had|were|was|did|do|does|are|is)\b")
#: No question is so short; what is, is the rest of one.
_REMAINDER: Final = 25
#: Kinds of answers that begin with a capital or a digit.
_SHORT: Final = frozenset({"version", "date", "dates", "provider", "names", "dependencies"})

_ANSWER_SIGN: Final = re.compile(r"[\s:*_>]*\bA(?:nswer)?\s?\d{0,2}\s?[.:)]\s+")
_QUESTION_SIGN: Final = re.compile(r"\n[\s*_>]*Q(?:uestion)?\s?\d{0,2}\s?[.:)]\s*\Z")
_NUMBERED: Final = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}(?:\.[A-Z])?[.)]?[ \t]+[^\W\d]", re.MULTILINE)
_LETTERED: Final = re.compile(r"^[A-Z]{1,2}[.)][ \t]+[^\W\d]", re.MULTILINE)
_ASKED: Final = re.compile(r"^[^\W\d][^?？\n.]{15,200}(?:\n[^?？\n.]{1,200}){0,6}[?？]", re.MULTILINE)
_OPTION: Final = Pattern(r"\W*(?:[xX]\s)?\W*(?:yes|no|text|image|video|audio|other|less|more|\d)\b")
_HINT: Final = re.compile(
    r"(?:\bIf so,)? please specify\s?(?:…|\.{2,3}|$)|\[\s?recommended:? \d+ words\s?\]", re.IGNORECASE
)
# What a form's placeholder looks like beyond what templates of cards leave behind.
_EMPTY: Final = Pattern(
    r"\W*(?:none|nil|n/?a|pending(?: \w+)?|in progress|not yet (?:available|specified|determined|known)"
    r"|(?:not|nothing|none) (?:yet )?(?:provided|filled in|completed|entered)"
    r"|(?:dd|mm)[/. -]?(?:mm|yy)[/. -]?(?:yy){0,2}"
    r"|(?:(?:this |the )?(?:information|section|list) )?(?:is )?(?:to|will) be"
    r" (?:defined|specified|provided|published|updated|added|completed|announced)(?: [\w ]{1,60})?"
    r"|(?:we )?will (?:provide|publish|add|update) (?:this|it|the)\b[\w ]{0,40}\b(?:later|soon|shortly)"
    r"|to (?:be )?(?:defined|specified|provided|follow)|da definire|in aggiornamento|a definir"
    r"|à (?:définir|compléter|venir)|noch offen|folgt|por determinar|specify|insert"
    r"|click (?:or tap )?here.{0,40}|choose an item|please specify)?\W*"
)
_POINTER: Final = Pattern(
    r"(?:please )?(?:see|refer to|consult|cf\.?)\b[^.]{0,160}\.?|(?:\W*https?://\S+\W*){1,10}"
    r"|[^.]{0,60}\b(?:is|are|can be)?\s?(?:available|found|published|listed)\b[^.]{0,60}\b(?:here|website|at https?://\S+|online)\b\W*"
)
# "See section 1" points to another part of the same document.
_WITHIN: Final = Pattern(r"\b(?:sections?|above|below|annex|appendix|chapter)\b")
_LINKS: Final = re.compile(r"https?://\S+|www\.\S+")


@dataclass(slots=True)
class Form:
    """A form found in a document. ``hits`` are its labels in order, each with the end of its answer."""

    stream: Stream
    hits: list[Hit]

    def answer(self, hit: Hit) -> str:
        """Return what follows a label, as written."""
        return self.stream.text[hit.end : hit.answer_end]

    def hit(self, item: str) -> Hit | None:
        """Return the first label of an item."""
        return next((hit for hit in self.hits if hit.question.item == item), None)

    def is_torn(self, hit: Hit) -> bool:
        """Return whether one option stands among the lines of a question and another behind it.

        So it comes out where the columns of a form are read across, line by line.
        """
        text = self.stream.text
        lines = text[hit.start : hit.end].split("\n")
        below = text[hit.end : hit.end + MAX_TEXT].strip("\n").split("\n")
        if not any("?" in line or "？" in line for line in lines):
            # What goes on behind an answer, up to the question mark, belongs to the question.
            others = [line for line in below[:_TORN] if not is_half_an_answer(line)]
            rest = next((at for at, line in enumerate(below[:_TORN]) if "?" in line), -1)
            if rest >= 0 and (others[0][:1].islower() or _ASKS.match(lines[0])):
                lines, below = lines + below[: rest + 1], below[rest + 1 :]
        if text[hit.start].islower() or hit.end - hit.start < _REMAINDER:
            # The question begins in the line above, or above an answer that stands between.
            lines.append(text[max(hit.start - MAX_TEXT, 0) : hit.start].rstrip().rpartition("\n")[2])
        halves = sum(map(is_half_an_answer, lines))
        return halves > 1 or (halves == 1 and any(map(is_half_an_answer, below[:1])))


def read_form(stream: Stream, questions: Sequence[Question]) -> Form:
    """Return the labels of a form that a document holds, with their answers' ends; there may be none."""
    hits = find(stream, questions)
    known = {hit.question.item for hit in hits}
    if len(known) >= _ENOUGH:
        missing = [one for one in questions if one.item not in known and one.kind in _SHORT]
        hits = _with(hits, find(stream, missing, loose=True))
        known = {hit.question.item for hit in hits}
        hits = _with(hits, find(stream, [one for one in questions if one.item not in known], within=True))
        known = {hit.question.item for hit in hits}
    # Only what was not found in a known wording is looked for by its meaning and by its number.
    wanted = [one for one in questions if one.kind == "choice" and one.item not in known]
    asked = find_meant(stream, wanted) if wanted else []
    hits = _with(hits, asked)
    if asked and len(known) < _FEW:
        known = {hit.question.item for hit in hits}
        hits = _with(hits, [hit for hit in find_meant_labels(stream, questions) if hit.question.item not in known])
    known = {hit.question.item for hit in hits}
    hits = _with(hits, find_by_number(stream, [one for one in wanted if one.item not in known]))
    form = Form(stream, hits)
    _bound(form)
    return form


def _with(hits: list[Hit], more: list[Hit]) -> list[Hit]:
    """Return both lists in order, without those of the second that overlap a label of the first."""
    free = [hit for hit in more if not any(hit.start < other.end and other.start < hit.end for other in hits)]
    return sorted([*hits, *free], key=lambda hit: (hit.start, hit.end))


def _bound(form: Form) -> None:
    """Set where each answer ends: at the next label, heading, row or question."""
    stream, hits = form.stream, form.hits
    lettered = sum(
        bool(re.search(r"(?:^|\n)(?!Q)[A-Z]{1,2}[.)]\s*\Z", stream.text[max(hit.start - 5, 0) : hit.start]))
        for hit in hits
    )
    stops = {hit.start for hit in hits}
    stops.update(unit.start for unit in stream.units if unit.kind == "heading" or _is_label_cell(unit))
    for pattern in (_NUMBERED, _ASKED, *([_LETTERED] if lettered >= 4 else [])):
        stops.update(match.start() for match in pattern.finditer(stream.text))
    ordered = sorted(stops)
    place = 0
    for hit in sorted(hits, key=lambda one: one.end):
        while place < len(ordered) and ordered[place] < hit.end:
            place += 1
        hit.answer_end = ordered[place] if place < len(ordered) else len(stream.text)
        if hit.question.kind != "text":
            # A short answer does not run on behind its row; a long one may, on the next page.
            hit.answer_end = min(hit.answer_end, stream.row_end(hit.end) or hit.answer_end)
        _unpaired(hit, stream.text)


def _unpaired(hit: Hit, text: str) -> None:
    """Leave the signs of a dialogue out of an answer: ``A:`` before it and ``Q:`` of the next question behind it."""
    lead = _ANSWER_SIGN.match(text, hit.end, hit.answer_end)
    if lead:
        hit.end = lead.end()
    trail = _QUESTION_SIGN.search(text, max(hit.end, hit.answer_end - 20), hit.answer_end)
    if trail:
        hit.answer_end = trail.start()


def _is_label_cell(unit: Unit) -> bool:
    if unit.row is None or unit.column:
        return False
    table, number = unit.row
    return sum(bool(cell.text) for cell in table.rows[number]) > 1 and not _OPTION.match(unit.text)


def state_of_answer(text: str, question: Question, linked: str = "") -> State:
    """Return what an answer amounts to: for some items a dash, an "N/A" or a mere address is one, for others not.

    ``linked`` is the answer with the targets of its links: what says something may turn out an address with them.
    """
    state = _state(text, question)
    return _state(linked, question) if linked and state is State.STATED else state


def _state(text: str, question: Question) -> State:
    if "na" in question.allowed and is_not_applicable(text):
        return State.STATED
    if _EMPTY.fullmatch(text) or is_not_applicable(text) or state_of(text) is State.PLACEHOLDER:
        return State.PLACEHOLDER
    if "link" in question.allowed or (_WITHIN.search(text) and not _LINKS.search(text)):
        return State.STATED
    return State.ELSEWHERE if _POINTER.fullmatch(text) or _is_link(text) else state_of(text)


def _is_link(text: str) -> bool:
    """Return whether a text is nothing but addresses."""
    rest = _LINKS.sub("", text)
    return rest != text and not re.search(r"\w{3}", rest)


def cleaned(text: str) -> str:
    """Return an answer as running text without the form's own hints."""
    return _HINT.sub("", running(text)).strip().strip("|").lstrip(":*_•●◦○▪■–—])> ").rstrip("*_[•●◦ ").strip()


class Facts:
    """Makes facts of a document's passages."""

    def __init__(self, artifact: Artifact, document: int, stream: Stream) -> None:
        """Keep what every fact needs."""
        self._artifact = artifact
        self._document = document
        self._stream = stream

    def make(
        self,
        field: str,
        value: Value,
        start: int,
        end: int,
        item: str,
        *,
        text: str = "",
        unit: str | None = None,
        state: State = State.STATED,
        variant: str = "",
    ) -> Fact:
        """Return a fact that stands at a range of the stream; ``item`` names the place within its section."""
        stream = self._stream
        while start < end and stream.text[start].isspace():
            start += 1
        while end > start + 1 and stream.text[end - 1].isspace():
            end -= 1
        words = text or running(stream.text[start:end])
        heading = stream.prose.sections[stream.section(start)].path
        return self.at(
            field, value, stream.span(start, end), item,
            text=words, unit=unit, state=state, variant=variant, heading=heading,
        )  # fmt: skip

    def at(
        self,
        field: str,
        value: Value,
        span: Span,
        item: str,
        *,
        text: str = "",
        unit: str | None = None,
        state: State = State.STATED,
        variant: str = "",
        heading: tuple[str, ...] = (),
    ) -> Fact:
        """Return a fact that stands at a span of the file."""
        pages = self._stream.prose.pages
        page = pages[span.line - 1] if 0 < span.line <= len(pages) else None
        anchor = "#" + "/".join((*heading, item, *([variant] if variant else ())))
        location = Location(self._artifact.path, span, page, anchor)
        words = text or (value if isinstance(value, str) else "")
        return Fact(
            field, value, words[:MAX_TEXT], location, unit,
            state=state, variant=variant, heading=heading, document=self._document,
        )  # fmt: skip
