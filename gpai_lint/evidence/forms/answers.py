"""Answers to a form's questions: boxes ticked in any way, bare words, prose, and what is no answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from gpai_lint.artifacts.marks import DRAWN_EMPTY, marks_in
from gpai_lint.evidence.forms.stream import fold
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from gpai_lint.evidence.interface import Value

#: How much of an answer is looked at for its boxes.
REACH: Final = 400

_YES: Final = "yes|si|sì|sí|oui|ja|sim|tak|da|ano|áno|igen|jah|jā|taip|kyllä|ναι"
_NO: Final = "none|non|no|nein|nee|não|nao|nie|nej|ne|nem|ei|nē|όχι"
# "Si oui, précisez" and "Da keine" begin with "if" and "as".
_OPTION: Final = re.compile(
    rf"(?<![\w-])(?!(?:si|da) [^\W\d_])(?:(?P<yes>{_YES})|(?P<no>{_NO}))(?![\w'’-])", re.IGNORECASE
)
# A bare X ticks the option it stands beside, on the same line.
_BARE: Final = re.compile(
    rf"(?<![\w-])[xX×](?=[ \t\u00a0]{{0,8}}(?:{_YES}|{_NO}|other|altro|autre)(?![\w-]))"
    rf"|(?<=[ \t\u00a0])(?<!\w)[xX×](?!\w)(?=\s|$)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"[\s:：.•●◦○▪*_>|\"'“”\]→➔➜⇒►▶=–—-]*"
    r"(?:(?:A(?:nswer|ntwort|ntwoord)?|R(?:esponse|eply|isposta|éponse|espuesta|esposta)?|Odpowiedź|Selected|Selection)"
    r"\s?[:.)])?[\s*_\"“]*",
    re.IGNORECASE,
)
# Blanks that people put a letter on: "___ Yes _X_ No".
_ON_BLANK: Final = re.compile(r"(?<![^\W_])_{0,4}(?P<letter>[xX✓✔])_{1,4}(?!\w)|(?<![^\W_])_{2,8}(?!\w)")
_CHECKS: Final = "✓✔☑✅"
_CROSSES: Final = "✗✘✕✖"
_ALONE: Final = {
    **dict.fromkeys(("✓", "✔", "✅", "y", "true"), True),
    **dict.fromkeys(("✗", "✘", "❌", "n", "false"), False),
}
_SAME: Final = 4
#: How much farther away than any space on its line an option is that another line or sign parts from a mark.
_APART: Final = 100

_DONE: Final = (
    "used|uses|obtained|concluded|collected|created|generated|signed|licensed|acquired|bought|purchased|received|operated"
    "|crawled|scraped|employed|trained"
)
_NEGATIVE: Final = Pattern(
    r"\b(?:did|do|does|has|have|had|was|were|is|are)(?: not|n['’]t) (?:been |being |currently |knowingly |directly )?"
    r"(?:us|obtain|conclud|enter|crawl|scrap|train|includ|generat|creat|rely|relied|employ|sign|licen|acquir"
    r"|buy|bought|purchas|receiv|operat|run)\w*"
    r"|\bno \w[\w\s-]{0,60}\b(?:was|were|is|are|has been|have been)"
    rf" (?:included|performed|{_DONE})"
    rf"|\b(?:{_DONE}) no\b|\bnever (?:{_DONE})\b|\bnot (?:yet )?(?:a )?signator(?:y|ies)\b"
    rf"|\bneither\b[^.;]{{1,60}}\bnor\b[^.;]{{1,60}}\b(?:{_DONE})\b"
    r"|\bthere (?:is|are|was|were|have been|has been) no\b"
)
_POSITIVE: Final = re.compile(
    r"\b(?:we|our|us|the provider|the company|datasets?|data|crawlers?|agreements?|[A-Z]\w+)\b[^.;]{0,80}?"
    rf"\b(?:{_DONE})\b"
    r"|\b(?:is|are) (?:a |both )?signator(?:y|ies)\b",
)
# Words that take back, or leave open, what the rest of a sentence says.
_RESERVED: Final = Pattern(
    r"\b(?:but|except|apart from|other than|unless|however|although|while|whereas|only|almost|hardly|no longer"
    r"|may|might|could|would|will|should|plan(?:s|ned)?|intend\w*|whether|if)\b"
)
_ANY_NEGATION: Final = Pattern(r"\b(?:no|not|never|neither|nor|none|without|cannot)\b|n['’]t\b")
# A sentence that takes up the question by one of these words need not repeat what it asks about.
_TAKEN_UP: Final = Pattern(r"\b(?:so|such|this|that|these|those|it|them|none|did|any)\b")
# "No" before one of these is no answer but the first word of a sentence; so is "None" before "of".
_GOES_ON: Final = Pattern(
    r"(?:[ \t\u00a0]{1,3}|\n(?=(?-i:[a-z])))(?!(?:we|our|the|it|they|this|that|not|see|as|because|since)\b)\w"
)
_DENIES: Final = Pattern(r"no (?:se|hemos|ha|han|fue|fueron|existen?|hay|es|est[aá]n?|utiliz\w+)\b")
_SHORTLY_NO: Final = Pattern(
    r"(?:no(?: (?!(?:was|were|is|are|has|have|had)\b)[\w-]+){1,5}|none of (?:them|these|those|the above)"
    rf"|not (?:{_DONE})|(?:we|it|they|the provider) did(?: not|n['’]t))\W*\Z"
)
_SHORTLY_YES: Final = Pattern(r"(?:we|it|they|the provider) did\W*\Z")
_BOTH: Final = re.compile(r"\W*(?:(?:and|or|und|oder|et|ou|e|o|y)\W+)?")
_EVASIVE: Final = Pattern(
    r"(?:can(?:no|['’])t|could not|will not|may not) (?:be )?(?:provid|disclos|shar|determin|publish)\w*"
    r"|not (?:be )?(?:publicly )?(?:disclos|provid|shar|availab|determin)\w*|\bconfidential|\bproprietary information"
    r"|\bfollows? all\b|\bcompl(?:y|ies) with\b[^.]{0,60}\b(?:laws?|regulations?)|\bunavailab"
    r"|^\W*no (?:comments?|information|details?|statements?|answers?|response|disclosure)\b"
)
_NOT_APPLICABLE: Final = Pattern(
    r"\W*(?:n\s?\.?\s?/?\s?a\.?|not applicable|non (?:applicabil[ei]|applicable|concern[ée]|pertinente?)|sans objet"
    r"|ne s['’]applique pas|nicht (?:zutreffend|anwendbar|relevant)|entf[aä]llt|no (?:aplica(?:ble)?|procede)"
    r"|não (?:aplicável|se aplica)|nie dotyczy|niet van toepassing)(?![\w])"
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


def read_choice(text: str, drawn: bool = False, about: tuple[tuple[str, ...], ...] = ()) -> Choice | None:
    """Return the answer that follows a yes/no question; None when nothing follows.

    ``drawn`` says that boxes may be ticked by a drawing that no text holds, as in a PDF: then boxes that are all empty
    decide nothing, while elsewhere they are a question left open. Options of which none is marked are never guessed.
    ``about`` are groups of word stems for what the question asks about; an answer in prose has to hold one of them.
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    body = text[:REACH]
    if not body[start:].strip():
        return None
    marks = [(mark.start, mark.end, mark.ticked) for mark in marks_in(body)]
    marks += [(match.start(), match.end(), True) for match in _BARE.finditer(body)]
    marks += [(match.start(), match.end(), match["letter"] is not None) for match in _ON_BLANK.finditer(body)]
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
        return _from_boxes(body, boxes, drawn)
    alone = body.strip(" \t\n.*_").lower()
    if alone in _ALONE:
        return Choice(_ALONE[alone], State.STATED, start, len(body.rstrip()))
    return _from_words(text, body, start, options, about)


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
    if len(marks) == 1 and len(beside) > 1 and (both := _between(body, marks[0], beside)):
        return both
    if _are_apart(body, marks, options):
        return options[:2]
    before = marks[0][0] < beside[0].start
    group: list[_Option] = []
    for place, (begin, end, ticked) in enumerate(marks):
        limit = marks[place + 1][0] if place + 1 < len(marks) else len(body)
        if "\n" in body[max([0, *(one.end for one in group)]) : begin] and _is_answered(group):
            break  # the boxes of the next line are another question's
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


def _is_answered(group: list[_Option]) -> bool:
    """Return whether "yes" and "no" have their boxes and one of them is ticked."""
    boxes = {option.value: option.ticked for option in group if option.value in (True, False)}
    return len(boxes) == 2 and any(boxes.values())


def _are_apart(body: str, marks: list[tuple[int, int, bool]], options: list[_Option]) -> bool:
    """Return whether the marks stand in a column of their own, before or behind all options: whose is whose is open."""
    if len(marks) < 2 or len(options) < 2 or options[0].value == options[1].value:
        return False
    (first, _, _), (second, end, _) = marks[:2]
    before = end <= options[0].start and "\n" in body[first:second]
    return before or (options[1].end <= first and "\n" in body[options[0].start : second])


def _between(body: str, mark: tuple[int, int, bool], beside: list[_Option]) -> list[_Option] | None:
    """Return the two options that a single mark stands between, the nearer one marked; neither where it is halfway."""
    begin, end, ticked = mark
    left = next((option for option in reversed(beside) if option.end <= begin), None)
    right = next((option for option in beside if option.start >= end), None)
    if left is None or right is None or left.value == right.value:
        return None
    # Where the options begin on the question's own line, a line's end among them is a space.
    lines = "\n" in body[: left.start]
    to_left, to_right = _distance(body[left.end : begin], lines), _distance(body[end : right.start], lines)
    if to_left != to_right:
        nearer = left if to_left < to_right else right
        nearer.ticked = ticked
    return [left, right]


def _distance(gap: str, lines: bool) -> int:
    return len(gap) + (_APART if gap.strip() or (lines and "\n" in gap) else 0)


def _from_boxes(body: str, boxes: list[_Option], drawn: bool) -> Choice:
    start, end = min(box.start for box in boxes), max(box.end for box in boxes)
    alone = len(boxes) == 1 and body[start] != DRAWN_EMPTY
    ticked = [box for box in boxes if box.ticked]
    if len(ticked) == 1:
        return Choice(ticked[0].value, State.STATED, start, end)
    if ticked:
        return Choice(None, State.UNDECIDABLE, start, end)
    if alone and boxes[0].value is False:
        # Only the chosen option is printed, in front of it a box that has lost its tick or never had one.
        return Choice(False, State.STATED, start, end)
    if len(boxes) == 1:
        return Choice(None, State.UNDECIDABLE, start, end)
    unmarked = any(box.ticked is None for box in boxes)
    return Choice(None, State.UNDECIDABLE if drawn or unmarked else State.PLACEHOLDER, start, end)


def _from_words(
    text: str, body: str, start: int, options: list[_Option], about: tuple[tuple[str, ...], ...]
) -> Choice | None:
    sentence = re.match(r".*?(?:[.!?](?=\s|$)|$)", text[start : start + 600], re.DOTALL)
    end = start + (sentence.end() if sentence else 0)
    words = text[start:end]
    if _NOT_APPLICABLE.match(words):
        return Choice(None, State.PLACEHOLDER, start, end)
    first = next((option for option in options if option.start == start), None)
    if first is not None:
        second = next((option for option in options if option.start > first.start), None)
        if second is not None and second.value != first.value and _BOTH.fullmatch(body, first.end, second.start):
            return Choice(None, State.UNDECIDABLE, first.start, second.end)
        if first.value or not _begins_a_sentence(body, first):
            return Choice(first.value, State.STATED, first.start, first.end)
    if not re.search(r"[^\W\d_]", words):
        return None
    value, state = _said(words, about)
    return Choice(value, state, start, end)


def _begins_a_sentence(body: str, option: _Option) -> bool:
    """Return whether an English "no" belongs to the noun behind it: "No third-party crawlers were used."."""
    return body[option.start : option.end].lower() in {"no", "none"} and _GOES_ON.match(body, option.end) is not None


def _said(words: str, about: tuple[tuple[str, ...], ...]) -> tuple[Value, State]:
    """Return what a sentence answers; what it denies in part, or says of something else, decides nothing."""
    if _EVASIVE.search(words):
        return None, State.PLACEHOLDER
    if _DENIES.match(words):
        return False, State.STATED
    stems = [stem for group in about for stem in group]
    plain = " ".join(fold(word) for word in words.split())
    takes_up = not stems or _TAKEN_UP.search(words) is not None or any(stem in plain for stem in stems)
    if not takes_up or _RESERVED.search(words):
        return None, State.UNDECIDABLE
    negative = _NEGATIVE.search(words) or _SHORTLY_NO.match(words)
    if negative:
        rest = f"{words[: negative.start()]};{words[negative.end() :]}"
        return (None, State.UNDECIDABLE) if _POSITIVE.search(rest) else (False, State.STATED)
    if _SHORTLY_YES.match(words) or (_POSITIVE.search(words) and not _ANY_NEGATION.search(words)):
        return True, State.STATED
    return None, State.UNDECIDABLE


def is_answer_line(text: str) -> bool:
    """Return whether a line holds options and boxes and nothing else."""
    rest = _LEAD.sub("", _OPTION.sub("", _BARE.sub("", text)), count=1)
    return not re.search(r"\w", rest) and (bool(_OPTION.search(text)) or next(marks_in(text), None) is not None)


def is_half_an_answer(text: str) -> bool:
    """Return whether a line holds one option alone, with or without its box, or a box alone."""
    return is_answer_line(text) and len({match.lastgroup for match in _OPTION.finditer(text)}) != 2


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
