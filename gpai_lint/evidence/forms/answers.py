"""Answers to a form's questions: boxes ticked in any way, bare words, prose, and what is no answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from gpai_lint.artifacts.marks import marks_in
from gpai_lint.evidence.interface import State

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Value

#: How much of an answer is looked at for its boxes.
REACH: Final = 400

_YES: Final = "yes|si|sì|sí|oui|ja|sim|tak|da|ano|áno|igen|jah|jā|taip|kyllä|ναι"
_NO: Final = "none|non|no|nein|nee|não|nao|nie|nej|ne|nem|ei|nē|όχι"
_OPTION: Final = re.compile(rf"(?<![\w-])(?:(?P<yes>{_YES})|(?P<no>{_NO}))(?![\w'’-])", re.IGNORECASE)
# A bare X ticks the option it stands beside, on the same line.
_BARE: Final = re.compile(
    rf"(?<![\w-])[xX×](?=[ \t\u00a0]{{0,8}}(?:{_YES}|{_NO}|other|altro|autre)(?![\w-]))"
    rf"|(?<=[ \t\u00a0])(?<!\w)[xX×](?!\w)(?=\s|$)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"[\s:：.•●◦○▪*_>|\"'“”\]-]*(?:A(?:nswer|ntwort)?\s?[:.)]|R(?:isposta|éponse|espuesta)?\s?[:.)])?[\s*_\"“]*"
)
_CHECKS: Final = "✓✔☑✅"
_CROSSES: Final = "✗✘✕✖"
_SAME: Final = 4

_NEGATIVE: Final = re.compile(
    r"\b(?:did|do|does|has|have|had|was|were|is|are)(?: not|n['’]t) (?:been |being |currently |knowingly |directly )?"
    r"(?:us|obtain|conclud|enter|collect|crawl|scrap|train|includ|generat|creat|rely|relied|employ|sign|licen|acquir)\w*"
    r"|\bno \w[\w\s-]{0,60}\b(?:was|were|is|are|has been|have been)"
    r" (?:used|obtained|collected|created|generated|concluded|included|performed)"
    r"|\b(?:uses?|used|concluded|obtained|collected|created|signed) no\b|\bnot (?:yet )?(?:a )?signator(?:y|ies)\b",
    re.IGNORECASE,
)
_POSITIVE: Final = re.compile(
    r"\b(?:we|our|us|the provider|the company|datasets?|data|crawlers?|agreements?|[A-Z]\w+)\b[^.]{0,80}?"
    r"\b(?:used|uses|obtained|concluded|collected|created|generated|signed|licensed|acquired)\b"
    r"|\b(?:is|are) (?:a |both )?signator(?:y|ies)\b",
)
_EVASIVE: Final = re.compile(
    r"(?:can(?:no|['’])t|could not|will not|may not) (?:be )?(?:provid|disclos|shar|determin|publish)\w*"
    r"|not (?:be )?(?:publicly )?(?:disclos|provid|shar|availab|determin)\w*|\bconfidential|\bproprietary information"
    r"|\bfollows? all\b|\bcompl(?:y|ies) with\b[^.]{0,60}\b(?:laws?|regulations?)|\bunavailab",
    re.IGNORECASE,
)
_NOT_APPLICABLE: Final = re.compile(
    r"\W*(?:n\s?\.?\s?/?\s?a\.?|not applicable|non applicabile|sans objet|nicht zutreffend|entf[aä]llt"
    r"|no aplica(?:ble)?|não aplicável|nie dotyczy|niet van toepassing)(?![\w])",
    re.IGNORECASE,
)


class Choice(NamedTuple):
    """The answer to a yes/no question: its value (None when none can be told), its state, and its range in the text."""

    value: Value
    state: State
    start: int
    end: int


@dataclass(slots=True)
class _Option:
    value: Value
    start: int
    end: int
    ticked: bool | None = None


def read_choice(text: str, drawn: bool = False) -> Choice | None:
    """Return the answer that follows a yes/no question; None when nothing follows.

    ``drawn`` says that boxes may be ticked by a drawing that no text holds, as in a PDF: then boxes that are all empty
    decide nothing, while elsewhere they are a question left open. Options of which none is marked are never guessed.
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    body = text[:REACH]
    if not body[start:].strip():
        return None
    marks = [(mark.start, mark.end, mark.ticked) for mark in marks_in(body)]
    marks += [(match.start(), match.end(), True) for match in _BARE.finditer(body)]
    marks.sort()
    if any(body[begin] in _CHECKS for begin, _, _ in marks):
        # Beside check marks a cross says that its option is not the one.
        marks = [(begin, end, ticked and body[begin] not in _CROSSES) for begin, end, ticked in marks]
    options = [
        _Option(match.lastgroup == "yes", match.start(), match.end())
        for match in _OPTION.finditer(body)
        if match.lastgroup
    ]
    boxes = _boxes(body, marks, options)
    if boxes is not None and boxes[0].start <= start + 60:
        return _from_boxes(boxes, drawn)
    return _from_words(text, body, start, options)


def _boxes(body: str, marks: list[tuple[int, int, bool]], options: list[_Option]) -> list[_Option] | None:
    """Return the options of a group of boxes, each with its mark; None when no mark stands beside an option."""
    if not marks:
        return None
    beside = [
        option
        for option in options
        if any(0 <= option.start - end <= _SAME + 6 or 0 <= begin - option.end <= _SAME for begin, end, _ in marks)
    ]
    if not beside:
        return None
    before = marks[0][0] < beside[0].start
    group: list[_Option] = []
    for place, (begin, end, ticked) in enumerate(marks):
        limit = marks[place + 1][0] if place + 1 < len(marks) else len(body)
        if before:
            option = next((one for one in options if end <= one.start < limit and one.start - end <= _SAME + 6), None)
        else:
            option = next((one for one in reversed(options) if one.end <= begin and begin - one.end <= _SAME), None)
        if option is None:
            words = body[end:limit].strip() if before else ""
            # Two marks for one option, a drawn box and the letter in it, are one: ticked if either is.
            if not words and before:
                if ticked and place + 1 < len(marks):
                    marks[place + 1] = (begin, marks[place + 1][1], True)
                continue
            option = _Option("other", begin, end + len(words[:60]))
        if option.ticked is None:
            option.ticked = ticked
            option.start, option.end = min(begin, option.start), max(end, option.end)
            group.append(option)
        option.ticked = option.ticked or ticked
    # Options of the same group that carry no mark of their own: a tick beside one of them leaves the others empty.
    last = max(option.end for option in group) if group else 0
    group += [option for option in options if option.ticked is None and option.end <= last + 12 and option not in group]
    return sorted(group, key=lambda option: option.start) or None


def _from_boxes(boxes: list[_Option], drawn: bool) -> Choice:
    start, end = min(box.start for box in boxes), max(box.end for box in boxes)
    ticked = [box for box in boxes if box.ticked]
    if len(ticked) == 1:
        return Choice(ticked[0].value, State.STATED, start, end)
    if ticked:
        return Choice(None, State.UNDECIDABLE, start, end)
    if len(boxes) == 1:
        # Only the chosen option is printed, in front of it a box that has lost its tick or never had one.
        if boxes[0].value is False:
            return Choice(False, State.STATED, start, end)
        return Choice(None, State.UNDECIDABLE, start, end)
    unmarked = any(box.ticked is None for box in boxes)
    return Choice(None, State.UNDECIDABLE if drawn or unmarked else State.PLACEHOLDER, start, end)


def _from_words(text: str, body: str, start: int, options: list[_Option]) -> Choice | None:
    first = next((option for option in options if option.start == start), None)
    if first is not None:
        second = next((option for option in options if option.start > first.start), None)
        if second is not None and second.value != first.value and not re.search(r"\w", body[first.end : second.start]):
            return Choice(None, State.UNDECIDABLE, first.start, second.end)
        return Choice(first.value, State.STATED, first.start, first.end)
    sentence = re.match(r".*?(?:[.!?](?=\s|$)|$)", text[start : start + 600], re.DOTALL)
    end = start + (sentence.end() if sentence else 0)
    words = text[start:end]
    if _NOT_APPLICABLE.match(words):
        return Choice(None, State.PLACEHOLDER, start, end)
    if not re.search(r"[^\W\d_]", words):
        return None
    if _EVASIVE.search(words):
        return Choice(None, State.PLACEHOLDER, start, end)
    negative, positive = _NEGATIVE.search(words), _POSITIVE.search(words)
    if negative:
        return Choice(False, State.STATED, start, end)
    if positive:
        return Choice(True, State.STATED, start, end)
    return Choice(None, State.UNDECIDABLE, start, end)


def is_answer_line(text: str) -> bool:
    """Return whether a line holds options and boxes and nothing else."""
    rest = _LEAD.sub("", _BARE.sub("", _OPTION.sub("", text)), count=1)
    return not re.search(r"\w", rest) and (bool(_OPTION.search(text)) or next(marks_in(text), None) is not None)


def option_of(text: str) -> bool | None:
    """Return whether a text is the option "yes" or "no" and nothing else; None for any other."""
    match = _OPTION.fullmatch(text.strip(" *_:\n"))
    return None if match is None else match.lastgroup == "yes"


def is_ticked(text: str, option: bool) -> bool:
    """Return whether a cell in the column of an option ticks it: it holds a tick, an X, or the option again."""
    mark = next(marks_in(text), None)
    words = text.strip(" *_\n")
    return mark.ticked if mark is not None else bool(re.fullmatch(r"[xX×]", words)) or option_of(words) is option


def is_not_applicable(text: str) -> bool:
    """Return whether a text says that the question does not apply, or answers it with none."""
    return len(text) < 120 and bool(
        _NOT_APPLICABLE.match(text) or re.fullmatch(r"\W*(?:none|no|nil)\b\W*", text, re.IGNORECASE)
    )
