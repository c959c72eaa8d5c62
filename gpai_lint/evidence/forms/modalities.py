"""Modalities and sizes in the template's section 1.3 and below its questions: ticked options, bands, other measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.marks import BOXES, marks_in
from gpai_lint.evidence.forms.answers import is_not_applicable
from gpai_lint.evidence.forms.form import cleaned
from gpai_lint.evidence.interface import State
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.convert import plain_number
from gpai_lint.evidence.values.modalities import modalities_in
from gpai_lint.evidence.values.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.forms.stream import Stream, Unit
    from gpai_lint.evidence.interface import Value

#: Modalities in the template's order with the words for them in several languages.
_WORDS: Final = {
    "text": "texts?|testo|testi|texte|tekst|texto",
    "image": "images?|immagin[ei]|bild(?:er)?|im[aá]gen(?:es)?|imagem|imagens|obrazy?|afbeelding(?:en)?",
    "audio": "audio",
    "video": "videos?|v[ií]deos?|vid[eé]os?|wideo",
    "other": "others?|altro|altre|altri|autres?|sonstige[rs]?|andere|otros?|otras?|outros?|outras?|inne|overige?",
}
_ANY: Final = "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items())
_OPTION: Final = Pattern(rf"(?<!\w)(?:{_ANY})(?!\w)")
_LABEL: Final = Pattern(
    rf"(?P<lead>[^\w\n]{{0,6}}(?:[xX×][ \t]{{1,4}})?)(?:{_ANY})(?:[ \t](?:data|modality))?[ \t]*[:：]?[ \t]*"
    rf"(?=\n|\Z|[{BOXES}<>≥≤\[]|less\b|more\b|up to\b|over\b|\d)"
)
_BARE: Final = re.compile(r"(?<![\w-])[xX×](?=\s)")

#: The template's thresholds per modality, and the unit they count.
_BANDS: Final = {
    "text": (1e9, 1e13, "token"),
    "image": (1e6, 1e9, "image"),
    "audio": (1e4, 1e6, "hour"),
    "video": (1e4, 1e6, "hour"),
}
_NAMES: Final = {
    "text": ("<1e9", "1e9-1e13", ">1e13"),
    "image": ("<1e6", "1e6-1e9", ">1e9"),
    "audio": ("<1e4", "1e4-1e6", ">1e6"),
    "video": ("<1e4", "1e4-1e6", ">1e6"),
}
_BELOW: Final = Pattern(
    r"\W*(?:less than|fewer than|under|below|<|meno di|moins de|weniger als|menos de|poni[zż]ej|minder dan)"
)
_ABOVE: Final = Pattern(
    r"\W*(?:more than|over|above|>|pi[uù] di|oltre|plus de|mehr als|m[aá]s de|mais de|powy[zż]ej|meer dan)"
)
_UNIT: Final = (
    r"(?:tokens?|images?|hours?|immagini|ore|heures|stunden|horas|godzin|uur|bilder|im[aá]genes|imagens"
    r"|obraz[oó]w|token[óo]w)"
)
_BAND: Final = Pattern(
    rf"(?:less than|more than)[ \t]\d[^\n{BOXES};]{{0,40}}?\b{_UNIT}\b"
    rf"|\b1\s?(?:0 ?000|billion|million)\s(?:to|[–-])\s\d[^\n{BOXES};]{{0,40}}?\b{_UNIT}\b"
)
_ONE_OPTION: Final = Pattern(rf"\s*[^\n]{{0,80}}?(?:\n[^\n]{{0,40}}?)?\b{_UNIT}\b")
# "1.5 * 2 * 10^12 tokens": one and a half epochs, say, of the number that follows.
_FACTOR: Final = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)\s?[*×·]\s?\Z")
_OTHER_UNIT: Final = Pattern(r"(?:measurement unit|unit of measure(?:ment)?|unit[àa] di misura)[^:：]{0,40}[:：]\s*")
_PROMPT: Final = re.compile(r"specify the modality and for each[^.]{0,120}unit of\s+measurement\s*", re.IGNORECASE)


@dataclass(slots=True)
class Finding:
    """A value in a row of the table of modalities."""

    field: str
    value: Value
    start: int
    end: int
    item: str
    unit: str | None = None
    state: State = State.STATED


@dataclass(slots=True)
class ModalityRow:
    """A row of the table; ``chosen`` is None where neither a mark nor the row's content tells. ``label`` is its end."""

    modality: str
    start: int
    end: int
    label: int
    chosen: bool | None = None
    findings: list[Finding] = field(default_factory=list)


def ticked_modalities(text: str) -> tuple[list[str], State, int] | None:
    """Return the modalities that an answer names or ticks, its state and its length; None without an answer.

    Options that stand there without any mark and without commas are the form itself: nothing tells which are meant.
    """
    body = text[:400]
    marks = [(mark.start, mark.end, mark.ticked) for mark in marks_in(body)]
    marks = sorted(marks + [(match.start(), match.end(), True) for match in _BARE.finditer(body)])
    options = [(match.start(), match.end(), str(match.lastgroup)) for match in _OPTION.finditer(body)]
    if not options:
        return None
    if not marks:
        named = list(dict.fromkeys(name for _, _, name in options if name != "other"))
        bare = len({name for _, _, name in options}) >= 4 and not re.search(r",|\band\b", body[: options[-1][1]])
        if bare:
            return [], State.UNDECIDABLE, options[-1][1]
        return (named or modalities_in(body), State.STATED, options[-1][1]) if named else None
    before = marks[0][0] < options[0][0]
    chosen, last = [], 0
    for start, end, name in options:
        if before:
            mark = next((mark for mark in reversed(marks) if mark[1] <= start), None)
            near = mark is not None and start - mark[1] <= 4
        else:
            mark = next((mark for mark in marks if mark[0] >= end), None)
            near = mark is not None and mark[0] - end <= 4
        if near and mark is not None:
            last = max(last, end, mark[1])
            if mark[2] and name not in chosen:
                chosen.append(name)
    return (chosen, State.STATED, last) if chosen else None


def band_of(modality: str, words: str) -> tuple[str, str] | None:
    """Return the template's band that a text is, and its unit; None for any other size."""
    if modality not in _BANDS or len(words) > 90:
        return None
    low, high, unit = _BANDS[modality]
    values = [number.value for number in numbers_in(words)]
    names = _NAMES[modality]
    if _BELOW.match(words):
        return (names[0], unit) if not values or values == [low] else None
    if _ABOVE.match(words):
        return (names[2], unit) if not values or values == [high] else None
    return (names[1], unit) if values == [low, high] else None


def read_modality_rows(stream: Stream, start: int | None, end: int | None) -> list[ModalityRow]:
    """Return the rows of the table of modalities between two places of the stream, the first of each modality."""
    if start is None:
        start = next((unit.start + len(unit.text) for unit in stream.units if _is_heading(unit)), None)
    if start is None:
        return []
    end = min(end if end is not None and end > start else len(stream.text), start + 20_000)
    rows: list[ModalityRow] = []
    seen: set[str] = set()
    for match in re.finditer(r"^[^\n]+$", stream.text[start:end], re.MULTILINE):
        label = _LABEL.match(match.group())
        name = str(label.lastgroup) if label else ""
        if label is None or name in seen:
            continue
        name = next(key for key in _WORDS if label[key])
        if name in seen:
            continue
        seen.add(name)
        at = start + match.start()
        if rows:
            rows[-1].end = at
        rows.append(ModalityRow(name, at, end, at + len(label.group().rstrip())))
        mark = next(marks_in(label["lead"]), None)
        if mark is not None:
            rows[-1].chosen = mark.ticked
        elif re.search("[xX×]", label["lead"]):
            rows[-1].chosen = True
    for row in rows:
        _read_row(stream, row)
    return rows


def _is_heading(unit: Unit) -> bool:
    return unit.kind == "heading" and bool(re.match(r"1\.3\b|.{0,40}modalit", unit.text, re.IGNORECASE))


def _read_row(stream: Stream, row: ModalityRow) -> None:
    """Read the size and the content of a row; tell from them whether its modality is present if no mark does."""
    start = row.label
    cells = _cells(stream, row)
    sized = (cells[0].start, cells[0].start + len(cells[0].text)) if cells else (start, row.end)
    text = stream.text[sized[0] : sized[1]]
    after = sized[0]
    marked = list(_marked(text))
    bands: list[Finding] = []
    if marked:
        after = sized[0] + marked[-1][2]
        ticked = [option for option in marked if option[0]]
        for _, begin, stop, position in ticked:
            words = " ".join(text[begin:stop].split())
            band = band_of(row.modality, words) or _by_position(row.modality, position, len(marked))
            if band:
                bands.append(Finding("data.size_band", band[0], sized[0] + begin, sized[0] + stop, "PS-1.3.b", band[1]))
        if len(bands) > 1:
            bands = [Finding("data.size_band", None, sized[0], after, "PS-1.3.b", state=State.UNDECIDABLE)]
    else:
        named = list(_BAND.finditer(text))
        if len(named) == 1:
            band = band_of(row.modality, " ".join(named[0].group().split()))
            if band:
                place = (sized[0] + named[0].start(), sized[0] + named[0].end())
                bands.append(Finding("data.size_band", band[0], *place, "PS-1.3.b", band[1]))
                after = place[1]
        elif len(named) > 1:
            after = sized[0] + named[-1].end()
            bands.append(Finding("data.size_band", None, sized[0], after, "PS-1.3.b", state=State.UNDECIDABLE))
    row.findings.extend(bands)
    rest = (after, sized[1]) if cells else (after, row.end)
    measured = _other_measure(stream.text, *rest, whole=bool(cells) and not marked)
    row.findings.extend(_sizes(row.modality, stream.text, measured))
    if cells:
        content = (cells[1].start, cells[1].start + len(cells[1].text)) if len(cells) > 1 else (row.end, row.end)
    else:
        content = (measured[1] if measured else rest[0], row.end)
    content = (max(content[0], start), max(content[1], start))
    words = cleaned(_PROMPT.sub("", stream.text[content[0] : content[1]]))
    if re.search(r"\w{3}", words) and not is_not_applicable(words):
        row.findings.append(Finding("data.content_types", words, *content, "PS-1.3.c", state=_state(words)))
        if row.modality == "text" and not any(found.field == "data.tokens" for found in row.findings):
            row.findings.extend(tokens_in(stream.text, *content))
    if row.chosen is None and row.findings and any(found.state is State.STATED for found in row.findings):
        stated = {found.field for found in row.findings if found.state is State.STATED}
        undecided = any(found.state is State.UNDECIDABLE for found in row.findings)
        row.chosen = None if undecided and stated == {"data.content_types"} else True
    if row.chosen is False:
        row.findings.clear()


def _state(words: str) -> State:
    return State.PLACEHOLDER if state_of(words) is State.PLACEHOLDER else State.STATED


def _cells(stream: Stream, row: ModalityRow) -> list[Unit]:
    """Return the cells on the right of a row's label, if it stands in a table of three columns."""
    unit = stream.unit(row.start)
    if unit.row is None or len(unit.row[0].rows[unit.row[1]]) < 3:
        return []
    beside = [other for other in stream.units if other.row == unit.row and other.column > unit.column]
    return [other for other in beside if other.start < row.end]


def _marked(text: str) -> Iterator[tuple[bool, int, int, int]]:
    """Yield the options behind marks: whether ticked, where the option starts and ends, and its position."""
    marks = [(mark.start, mark.end, mark.ticked) for mark in marks_in(text)]
    marks += [(match.start(), match.end(), True) for match in re.finditer(r"(?m)^[xX×](?=\s)", text)]
    marks.sort()
    for position, (_, begin, ticked) in enumerate(marks):
        stop = marks[position + 1][0] if position + 1 < len(marks) else len(text)
        line = _ONE_OPTION.match(text, begin, stop)
        last = line.end() if line else min(stop, begin + len(text[begin:stop].partition("\n")[0]))
        yield ticked, begin, last, position


def _by_position(modality: str, position: int, count: int) -> tuple[str, str] | None:
    if count != 3 or modality not in _BANDS:
        return None
    return _NAMES[modality][position], _BANDS[modality][2]


def _other_measure(text: str, start: int, end: int, whole: bool) -> tuple[int, int] | None:
    """Return where a size in another measure stands: behind the template's prompt, or as the whole cell."""
    prompt = _OTHER_UNIT.search(text, start, end)
    if prompt:
        line = text.find("\n", prompt.end(), end)
        return (prompt.end(), line if line > 0 else end)
    return (start, end) if whole and re.search(r"\w", text[start:end]) else None


def _sizes(modality: str, text: str, place: tuple[int, int] | None) -> Iterator[Finding]:
    if place is None:
        return
    words = cleaned(text[place[0] : place[1]])
    if not re.search(r"\w", words) or is_not_applicable(words):
        return
    yield Finding("data.size", words, *place, "PS-1.3.b", state=_state(words))
    if modality == "text":
        yield from tokens_in(text, *place)


def tokens_in(text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield the first number of tokens that a passage states."""
    for number in numbers_in(text[start:end]):
        if not number.scaled or not re.match(r"\+?\s(?:[\w-]+\s){0,2}tokens\b", text[start + number.end : end]):
            continue
        value, at = number.value, start + number.start
        factor = _FACTOR.search(text[max(at - 16, start) : at])
        if factor:
            value, at = value * float(factor[1]), at - len(factor.group())
        yield Finding("data.tokens", plain_number(value), at, start + number.end, "PS-1.3.b", "token")
        return
