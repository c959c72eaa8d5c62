"""Passages: the pieces of a document that are read one by one, each with the labels it stands under.

Whatever the markup, a value stands under a key before it, a bold line or a heading above it, or a table's row and
column. Passages make these the same, so that the rules of the catalogue need to know only labels and sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.content import title_of
from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.labels import fields_for, plain
from gpai_lint.evidence.prose.sentences import sentences_of
from gpai_lint.evidence.prose.tables import head_entry, of_licences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Block, Cell, Entry, Prose
    from gpai_lint.location import Span

#: A key longer than this is a sentence in bold.
_MAX_LEAD = 120
#: One of more words tells what it is about, and does not title what follows.
_MAX_WORDS = 6
_COLON = re.compile(r"[\s*_]*:")
_KEYED = re.compile(r"[^\n:.]{1,60}:")
#: A heading above that makes training something for the reader to do.
_GUIDE = Pattern(
    r"\b(?:how to|frequently asked|faqs?|quick ?start|get(?:ting)? started|install\w*|deploy\w*|tutorials?|examples?"
    r"|fine-?tun(?:e|ing) (?:the|your|our|it|this|with|guide)\b)"
)
#: A heading that says no more than that a model is tuned.
_TUNED = Pattern(r"\W*(?:[\d.]+ )?fine-?tuning\W*")
#: What a heading below one about use or results announces where it describes the model again: levels are often wrong.
_DESCRIBING = frozenset(
    {"model.architecture", "distribution.licence", "use.intended", "use.limitations", "use.out_of_scope"}
)
#: The fields of models that a line in bold above a table or a paragraph announces, whatever was spoken of before.
_OF_MODELS = ("model.", "data.", "training.")
#: Zones that end with such a line.
_GIVING_WAY = frozenset({"", "evaluation", "usage"})
_DESCRIPTION = Pattern(
    r"\W*(?:\d+\W+)?(?:about )?(?:the )?(?:model|technical|general) (?:details?|information|description|overview"
    r"|summary|specifications?)\W*|\W*disclaimers?\W*"
    r"|\W*(?:\d+\W+)?(?:environmental impact|carbon (?:footprint|emissions?)|energy consumption"
    r"|compute infrastructure)\W*"
)
#: A name with a number in it, as a key: ``Lark-8B``.
_NAMED = re.compile(r"(?=[^\d]*\d)[A-Z][\w.]*(?:[ -][\w.]+){1,4}")
#: An option of a command, of which an entry tells: ``--corpus-dir: where the texts are``.
_OPTION = re.compile(r"\W{0,2}--[a-z]")
#: The words above a list of what a model was judged with.
_JUDGING = Pattern(
    r"\W*(?:[\w-]+ ){0,2}?(?:evaluations?|evaluated on|test(?:ing)?|validation|benchmark(?:ing|s)?)"
    r"(?: (?:data(?: ?sets?)?|sets?|benchmarks?|suites?|tasks?|corpora|corpus|splits?))?(?: \([^()]{0,80}\))?\W*"
)
_TRAINS = Pattern(r"\b(?:pre-?|post-?|fine-?)?(?:train|tun)\w*")
#: By how many columns an entry of a list below another is deeper at least.
_DEEPER = 2
#: How a text without a colon introduces what follows.
_FOLLOWING = Pattern(
    r"\b(?:the )?following(?: [\w-]+){1,4}\s*\Z"
    r"|\b(?:in the (?:following table|table below)|(?:listed|shown|given|detailed|summari[sz]ed) below"
    r"|below is (?:the |a )?list of(?: [\w-]+){1,6}),?\.?\s*\Z"
)


class Label(NamedTuple):
    """A label and its role: ``key``, ``lead`` (in bold), ``heading``, ``intro`` (of a list), ``model`` (of a row)."""

    text: str
    role: str


class Passage(NamedTuple):
    """A piece of text to read.

    ``text`` has plain spaces, quotes and dashes, and the same length as the origin's text. ``labels`` are innermost
    first. ``place`` counts the passages under the innermost label from 0. ``whole`` says that the text is a complete
    block, so that its sentences are read; otherwise it is a value and only its label counts.
    """

    text: str
    origin: Block | Entry | Cell
    section: int
    path: tuple[str, ...]
    zone: str
    labels: tuple[Label, ...]
    place: int
    whole: bool
    kind: str = "paragraph"

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the file."""
        return self.origin.part(start, end)


class Surroundings(NamedTuple):
    """The labels that a table stands under, innermost first, and the zone that they put it into."""

    labels: tuple[Label, ...]
    zone: str


def passages_of(prose: Prose) -> tuple[list[Passage], list[Surroundings]]:
    """Return the passages of a document's blocks in order, and what each of its tables stands under.

    :mod:`gpai_lint.evidence.prose.tables` reads the tables.
    """
    walk = _Walk(prose)
    passages = list(walk.passages())
    return passages, [walk.around[index] for index in range(len(prose.tables))]


def zone_of(prose: Prose, path: tuple[str, ...], line: str = "") -> str:
    """Return the zone that the headings of a path put a text into, empty for the description proper.

    The innermost telling heading decides; the document's title is no heading in this sense. One that describes the
    model itself ends the zone of those above it. So does a ``line`` that serves as a heading, and it may begin one of
    evaluation.
    """
    index = title_of(prose)
    titled = index is not None and prose.sections[index].level == 1 and path[:1] == prose.sections[index].path[:1]
    outer = _zone(path[1:] if titled else path)
    return _zone_behind(line, outer) if line else outer


def _zone_behind(line: str, outer: str) -> str:
    """Return the zone behind a line that serves as a heading in an outer zone."""
    announced = fields_for(line, "heading")
    zone = next((name for name, source in catalogue().zones if pattern(source).search(plain(line))), "")
    if zone == "training" and outer in _GIVING_WAY:
        return zone
    if _describes(plain(line)) or any(name.startswith(_OF_MODELS) for name in announced):
        return "" if outer in _GIVING_WAY else outer
    return zone if zone == "evaluation" and not announced else outer


@lru_cache(maxsize=4_096)
def _zone(path: tuple[str, ...]) -> str:
    titles = [plain(title) for title in reversed(path)]
    for place, title in enumerate(titles):
        for name, source in catalogue().zones:
            if pattern(source).search(title):
                outer = titles[place + 1 :]
                # What was done to the model, and what its user may do.
                tuned = name == "usage" and _TUNED.fullmatch(title) is not None and any(map(_describes, outer))
                guide = name == "training" and any(map(_GUIDE.search, outer))
                return "training" if tuned else "usage" if guide else name
        if _describes(title):
            break
    return ""


def _describes(title: str) -> bool:
    """Tell whether a heading announces a description of the model."""
    return _DESCRIPTION.fullmatch(title) is not None or not _DESCRIBING.isdisjoint(fields_for(title, "heading"))


def _statements(block: Block, entries: list[Entry]) -> str:
    """Return a block's text with a line for each key, and the questions that serve as keys blanked out.

    A question states nothing, and what stands before a key says nothing of its value.
    """
    text = plain(block.text)
    at = 0
    for entry in entries:
        start = text.find(plain(entry.key), at)
        if start >= 0:
            at = start + len(entry.key)
            if entry.key.rstrip().endswith("?"):
                text = text[:start] + " " * len(entry.key) + text[at:]
            line = block.text.rfind("\n", 0, start)
            # In a text that begins with a key; elsewhere a line may begin anywhere in a sentence.
            if line >= 0 and _COLON.match(text, at) and _KEYED.match(text):
                text = f"{text[:line]}\n{text[line + 1 :]}"
    return text


def _introduction(text: str) -> str:
    """Return the sentence that introduces what follows a text, empty if none does."""
    if not text.rstrip().endswith(":") and not _FOLLOWING.search(text):
        return ""
    start, end = list(sentences_of(text.rstrip()))[-1]
    return " ".join(text[start:end].split())[-200:]


def _column(block: Block) -> int:
    """Return the column in which a block begins, with the signs that set its first words in bold."""
    return block.span.column - (2 if block.strong and block.strong[0][0] == 0 else 0)


def _titling(block: Block, entry: Entry) -> str:
    """Return the key that a block begins with if it serves as a heading: few words in bold on a line of their own."""
    first = block.text.partition("\n")[0].strip(" *_:")
    return entry.key if first == entry.key.strip(" *_:") and len(first.split()) <= _MAX_WORDS else ""


class _Walk:
    """Goes through the blocks in order and keeps the labels that are in force."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._section = -1
        #: The key alone that announces what follows it, the kind of its block and its column, and how many blocks ago
        #: it stood.
        self._lead, self._lead_kind, self._lead_column, self._place = "", "", 0, 0
        #: Whether it was set in bold, whether a list has followed it, and whether entries below it have.
        self._strong = self._listed = self._nested = False
        #: How the last block that is no entry ends, and the last line that serves as a heading.
        self._intro, self._line = "", ""
        self._zones: dict[tuple[int, str], str] = {}
        #: What the tables that were passed stand under, and those to come.
        self.around: dict[int, Surroundings] = {}
        self._tables = sorted(range(len(prose.tables)), key=lambda index: prose.tables[index].span, reverse=True)
        self._entries: dict[int, list[Entry]] = {}
        licensed = {row[0].span for table in prose.tables if of_licences(table) for row in table.rows if row}
        for entry in prose.entries:
            if entry.key_span not in licensed:
                self._entries.setdefault(entry.block, []).append(entry)
        heads = [head for table in prose.tables if (head := head_entry(table))]
        if heads:
            self._entries[-1] = sorted([*self._entries.get(-1, []), *heads], key=lambda entry: entry.key_span)

    def passages(self) -> Iterator[Passage]:
        rows = iter(self._entries.get(-1, []))
        row = next(rows, None)
        for index, block in enumerate(self._prose.blocks):
            self._pass_tables(block.span)
            while row is not None and row.key_span < block.span:
                yield from self._row(row)
                row = next(rows, None)
            self._enter(block.section)
            if block.kind == "code":
                continue
            if index and self._prose.blocks[index - 1].kind == "item" != block.kind:
                self._intro = ""  # it introduced the list
            entries = self._entries.get(index, [])
            if self._is_beside(block, entries) if block.kind == "item" else self._is_over(entries):
                self._lead, self._lead_kind = "", ""
            if block.kind != "item" and entries and block.strong and block.strong[0][0] == 0:
                self._line = _titling(block, entries[0])
            yield self._passage(_statements(block, entries), block, self._outer(), self._place, True, block.kind)
            for entry in entries:
                if entry.value:
                    labels = (Label(entry.key, "key"), *self._outer())
                    yield self._passage(plain(entry.value), entry, labels, 0, False, block.kind)
            if block.kind != "item":
                self._intro = _introduction(block.text)
            last = entries[-1] if entries else None
            alone = last and (not last.value or last.value.endswith(":")) and len(last.key) <= _MAX_LEAD
            if last and alone:
                self._lead, self._lead_kind, self._lead_column = last.key, block.kind, _column(block)
                self._place = 0
                self._strong, self._listed, self._nested = bool(block.strong), False, False
            else:
                self._listed |= block.kind == "item"
                self._place += 1

        while row is not None:
            yield from self._row(row)
            row = next(rows, None)
        self._pass_tables(None)

    def _is_beside(self, block: Block, entries: list[Entry]) -> bool:
        """Tell whether an entry stands beside the one that announces something, and not below it.

        Where that was left without an answer, the next has a key of its own, as bold as it, or others stood below it.
        """
        deeper = _column(block) - self._lead_column
        keyed = bool(entries) and bool(entries[0].value) and bool(fields_for(entries[0].key, "key"))
        alike = bool(entries) and self._strong and bool(block.strong) and block.strong[0][0] == 0
        self._nested |= deeper >= _DEEPER
        ends = deeper <= -_DEEPER or (deeper < _DEEPER and (keyed or alike or self._nested))
        return self._lead_kind == "item" and ends

    def _is_over(self, entries: list[Entry]) -> bool:
        """Tell whether the list has been that an entry of one, or a line in plain letters, announces."""
        listed = self._lead_kind == "item" or (self._listed and not self._strong)
        return listed or (bool(entries) and self._is_answered(entries[0]))

    def _is_answered(self, entry: Entry) -> bool:
        """Tell whether a key with its value ends what a line announces; a name right below it begins the answer."""
        named = self._place == 0 and self._lead and _NAMED.fullmatch(entry.key) and not fields_for(entry.key, "key")
        return bool(entry.value) and not named

    def _pass_tables(self, place: Span | None) -> None:
        """Note what the tables before a place stand under, or all that are left."""
        while self._tables and (place is None or self._prose.tables[self._tables[-1]].span < place):
            index = self._tables.pop()
            self._enter(self._prose.tables[index].section)
            self.around[index] = Surroundings(self._outer(), self._zone())

    def _enter(self, section: int) -> None:
        if section != self._section:
            self._section, self._lead, self._place, self._intro, self._line = section, "", 0, "", ""

    def _row(self, row: Entry) -> Iterator[Passage]:
        """Yield a table's row of two cells as a value behind its key."""
        self._enter(row.section)
        if row.value:
            labels = (Label(row.key, "key"), *self._outer())
            yield self._passage(plain(row.value), row, labels, 0, False, "row")

    def _outer(self) -> tuple[Label, ...]:
        path = self._prose.sections[self._section].path
        outer = tuple(Label(title, "heading") for title in reversed(path))
        if self._intro:
            outer = (*outer, Label(self._intro, "intro"))
        return (Label(self._lead, "lead"), *outer) if self._lead else outer

    def _passage(
        self, text: str, origin: Block | Entry, labels: tuple[Label, ...], place: int, whole: bool, kind: str
    ) -> Passage:
        path = self._prose.sections[self._section].path
        judged = kind == "item" and any(
            label.role in {"lead", "intro"} and _JUDGING.fullmatch(plain(label.text)) and not _TRAINS.search(label.text)
            for label in labels
        )
        option = _OPTION.match(text) or (labels and labels[0].role == "key" and _OPTION.match(labels[0].text))
        zone = "evaluation" if judged else "usage" if option else self._zone()
        return Passage(text, origin, self._section, path, zone, labels, place, whole, kind)

    def _zone(self) -> str:
        """Return the zone of the passage or table that follows."""
        zone = self._zones.get((self._section, self._line))
        if zone is None:
            path = self._prose.sections[self._section].path
            zone = self._zones[self._section, self._line] = zone_of(self._prose, path, self._line)
        return zone
