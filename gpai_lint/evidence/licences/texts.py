"""Which licence a text is: by its exact wording where it has a standard one, else by its title, else by what it cites.

Exact wording comes first because a permissive licence with one more sentence is another licence. The two texts that
most repositories hold are compared by digest; all others, and variants of these, by the templates of the SPDX list
that the package ``licenseclassifier`` carries (a tenth of a second to load, hence the digests).
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.evidence.licences.additions import NOTICE, TITLE_LENGTH, conditions
from gpai_lint.evidence.licences.names import mentions, name_of
from gpai_lint.evidence.licences.words import lines_of
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.evidence.licences.words import Words

#: A licence, the first and the last words of its text, and the digest of all words from the ones to the others.
_VERBATIM = (
    (
        "Apache-2.0",
        "1 definitions license shall mean the terms and conditions",
        "your accepting any such warranty or additional liability",
        "9d6ffee88fef1505",
    ),
    (
        "MIT",
        "permission is hereby granted free of charge to any person obtaining a copy",
        "or the use or other dealings in the software",
        "0cf21bdfd1964a97",
    ),
)

#: Words that only the body of a licence holds, by the beginning of its id: where they stand and the wording does not
#: fit, the text was changed.
_BODIES = (
    ("MIT", "permission is hereby granted free of charge to any person obtaining a copy"),
    ("BSD", "redistribution and use in source and binary forms with or without modification are permitted"),
    ("Apache", "each contributor hereby grants to you a perpetual worldwide non exclusive no charge royalty free"),
    ("MPL", "each contributor hereby grants you a world wide royalty free non exclusive license"),
    ("CC", "by exercising the licensed rights"),
    ("GPL", "everyone is permitted to copy and distribute verbatim copies of this license document"),
)

_CITING = Pattern(r"\b(?:under|licensed|see|based on|https?|means|refers to)\b|[是系]指|指的是|指代")
_TITLE = Pattern(r"\b(?:licen[sc]e|agreement|terms)\b|许可协议|许可证")
#: The verbs of sentences that end in one of these words: "The following definitions apply to this Agreement".
_STATES = Pattern(r"\b(?:appl(?:y|ies)|means?|shall|agree|governs?|have read)\b")
_MODIFIED = Pattern(r"\b(?:modified|amended)\b")
#: The notice that a licence asks to be kept names the licence: "The model is licensed under the … License".
_OWN_NOTICE = "licensed under the"
_SLUG_FILLERS = frozenset({"the", "license", "licence", "agreement", "version", "v", "a"})
#: The first paragraph below a title, and how it puts the weights under a licence that has a text of its own.
_PARAGRAPH = re.compile(r"[^\W_](?:[^\n]|\n(?!\s*\n))*")
_PUTS_UNDER = Pattern(
    r"\b(?:weights|checkpoints?|models?|parameters)\b[^.;]{0,160}?\s(?:is|are)\s+(?:\w+\s+)?"
    r"(?:licen[sc]ed|released|distributed|provided|(?:made\s+)?available)\s+under\b"
)
#: Between that and the name stand at most an article and "terms of".
_ARTICLE = 24
#: What the heading of a section begins with: "2. License Grant".
_NUMBERED = re.compile(r"\W*\d{1,2}(?:\.\d{1,2})*[.)]\s")
#: What the heading of a file about licences says, and no licence is called.
_ABOUT = Pattern(
    r"\W*(?:(?:model|code|weights|project|repository|our|the) )*licen[sc](?:es?|ing) (?:and terms )?"
    r"(?:information|info|overview|details|notices?|summary|notes?|terms|structure|faq)\W*"
)

#: Fewer words cite a licence and are none.
_SHORTEST = 120
#: Fewer words under a licence's title summarise it (a Creative Commons "deed"); more claim to be its text.
_LONGEST_SUMMARY = 800
#: A match of fewer words within a longer text is an address or a name.
_SHORTEST_MATCH = 40
_TITLE_LINES = 15
_TITLE_WORDS = 18


class Identified(NamedTuple):
    """A licence found in a text: its id and name, the characters it takes, and where its title stands.

    ``exact`` says that the wording is the standard one, ``known`` that the licence is and not only its title.
    """

    id: str
    name: str
    start: int
    end: int
    title: tuple[int, int]
    exact: bool = False
    known: bool = True


class _Region(NamedTuple):
    """The words, from ``first`` to before ``last``, that are a standard licence word for word."""

    id: str
    first: int
    last: int


def identify(words: Words) -> list[Identified]:
    """Return the licences that a text holds, in order; none if they cannot be told."""
    if len(words) < _SHORTEST:
        return _standard(words, []) or _cited(words)
    titles = list(_titles(words))
    own = next((title for title in titles if title.id.startswith("LicenseRef-")), None)
    if own is not None:
        return [own]
    known = _standard(words, titles) or _changed(words, titles)
    return known or ([] if titles else _by_notice(words) or _with_standard(words, _by_title(words)))


def _standard(words: Words, titles: Sequence[Identified]) -> list[Identified]:
    """Return the standard licences in the text; the only one comes back as modified if conditions stand beside it."""
    regions = _regions(words)
    distinct: dict[str, _Region] = {}
    for region in sorted(regions, key=lambda region: region.first):
        distinct.setdefault(region.id, region)
    if len(distinct) == 1 and conditions(words, [(region.first, region.last) for region in regions]):
        return [_modified(words, regions[0].id, titles)]
    found: list[Identified] = []
    for region in distinct.values():
        start, end = words.starts[region.first], words.ends[region.last - 1]
        title = next((title.title for title in titles if title.id == region.id), None)
        title = title or _title_above(words.text, region.id, start) or _line_of(words.text, start)
        found.append(Identified(region.id, name_of(region.id), start, end, title, exact=True))
    return found


def _regions(words: Words) -> list[_Region]:
    verbatim = list(_verbatim(words))
    if verbatim and not conditions(words, [(region.first, region.last) for region in verbatim]):
        return verbatim
    return _templates(words) or verbatim


def _verbatim(words: Words) -> Iterator[_Region]:
    for identifier, begin, end, digest in _VERBATIM:
        first = words.find(begin)
        last = words.find(end, first) if first is not None else None
        if first is not None and last is not None:
            last += len(end.split())
            if sha256(" ".join(words.words[first:last]).encode()).hexdigest().startswith(digest):
                yield _Region(identifier, first, last)


def _templates(words: Words) -> list[_Region]:
    from licenseclassifier import identify_license  # noqa: PLC0415 - slow to load, and rarely needed

    found = []
    for match in identify_license(words.text, coverage_threshold=0.0):
        region = _Region(match.id, words.count_before(match.start), words.count_before(match.end))
        length = region.last - region.first
        if length >= _SHORTEST_MATCH or 2 * length >= len(words) > 0:
            found.append(region)
    return found


def _changed(words: Words, titles: Sequence[Identified]) -> list[Identified]:
    """Return the standard licence whose body stands in the text with other words than its own.

    The title decides which of a family it is. A title without a body names the licence only above a summary.
    """
    title = titles[0].id if titles else ""
    for beginning, phrase in _BODIES:
        if words.find(phrase) is not None and (title.startswith(beginning) or not title):
            return [_modified(words, title or beginning, titles)]
    return list(titles[:1]) if title.startswith("CC") and len(words) < _LONGEST_SUMMARY else []


def _modified(words: Words, identifier: str, titles: Sequence[Identified]) -> Identified:
    changed = f"LicenseRef-modified-{identifier.removeprefix('LicenseRef-').lower()}"
    name = name_of(changed) if name_of(changed) != changed else f"{name_of(identifier)}, modified"
    if titles:
        return Identified(changed, name, 0, len(words.text), titles[0].title)
    # A text that goes by a name of its own is not to be called by that of the licence it was made from.
    own = next(iter(_by_title(words)), None)
    title = own.title if own else _line_of(words.text, words.starts[0])
    return Identified(changed, own.name if own else name, 0, len(words.text), title)


def _cited(words: Words) -> list[Identified]:
    found = mentions(words.text)
    if len({mention.id for mention in found}) != 1:
        return []
    place = (found[0].start, found[0].end)
    return [Identified(found[0].id, name_of(found[0].id), 0, len(words.text), place)]


def _titles(words: Words) -> Iterator[Identified]:
    """Yield the known licences that the first lines name as titles do."""
    for start, end in _head(words):
        line = words.text[start:end]
        named = mentions(line)
        if named and not _CITING.search(line):
            known = Identified(named[0].id, name_of(named[0].id), 0, len(words.text), (start, end))
            is_changed = _MODIFIED.search(line) and "modified" not in named[0].id
            yield _modified(words, named[0].id, [known]) if is_changed else known


def _by_notice(words: Words) -> list[Identified]:
    """Return the model licence that names itself in the notice it asks for, where it has no title."""
    position = words.find(_OWN_NOTICE)
    while position is not None:
        after = words.starts[position]
        named = mentions(words.text[after : after + 200])[:1]
        if named and named[0].id.startswith("LicenseRef-"):
            place = _line_of(words.text, words.starts[0])
            return [Identified(named[0].id, name_of(named[0].id), 0, len(words.text), place)]
        position = words.find(_OWN_NOTICE, position + 1)
    return []


def _by_title(words: Words) -> list[Identified]:
    """Return a licence that nobody knows under the name it gives itself."""
    for start, end in _head(words):
        line = words.text[start:end]
        tokens = re.findall(r"[a-z0-9]+(?:\.\d+)*", re.sub(r"\bv(?=\d)", "", line.lower()))
        slug = [word for word in tokens if word not in _SLUG_FILLERS]
        sentence = ": " in line or words.text[end : end + 1] in {".", ",", ";", ":"} or _STATES.search(line)
        sentence = sentence or _CITING.search(line) or NOTICE.match(line)
        if slug and _TITLE.search(line) and not sentence and not is_no_name(line):
            return [Identified(f"LicenseRef-{'-'.join(slug)}", line, 0, len(words.text), (start, end), known=False)]
    return []


def _with_standard(words: Words, own: list[Identified]) -> list[Identified]:
    """Return a licence with a name of its own, and the standard one that its first paragraph puts the model under."""
    paragraph = _PARAGRAPH.search(words.text, own[0].title[1]) if own else None
    granted = _PUTS_UNDER.search(paragraph[0]) if paragraph else None
    if paragraph is None or granted is None:
        return own
    named = mentions(paragraph[0][granted.end() : granted.end() + TITLE_LENGTH])
    if not named or named[0].start > _ARTICLE or named[0].id.startswith("LicenseRef-"):
        return own
    start = paragraph.start() + granted.end()
    place = (start + named[0].start, start + named[0].end)
    return [*own, Identified(named[0].id, name_of(named[0].id), *paragraph.span(), place, known=False)]


def is_no_name(line: str) -> bool:
    """Tell whether a line is the name of no licence: "License Information", "2. License Grant", a table's row."""
    return " | " in line or bool(_ABOUT.fullmatch(line) or _NUMBERED.match(line))


def _head(words: Words) -> list[tuple[int, int]]:
    """Return the first lines that are short enough for titles, without the markup around them."""
    found: list[tuple[int, int]] = []
    for start, end in lines_of(words.text[:10_000]):
        first, last = words.count_before(start), words.count_before(end)
        if 0 < last - first <= _TITLE_WORDS:
            found.append((words.starts[first], words.ends[last - 1]))
        if len(found) == _TITLE_LINES:
            break
    return found


def _title_above(text: str, identifier: str, start: int) -> tuple[int, int] | None:
    """Return the nearest line above a standard text, or its first, that is short and names the licence."""
    end = text.find("\n", start)
    above = list(lines_of(text[: len(text) if end < 0 else end]))[-_TITLE_LINES:]
    for first, last in reversed(above):
        named = mentions(text[first:last]) if last - first <= TITLE_LENGTH else []
        if any(mention.id == identifier for mention in named) and not _CITING.search(text, first, last):
            return _line_of(text, first)
    return None


def _line_of(text: str, position: int) -> tuple[int, int]:
    """Return the line around a position, without white space and marks around it."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start : len(text) if end < 0 else end]
    lead = len(line) - len(line.lstrip(" \t#>*_="))
    return start + lead, start + max(len(line.rstrip()), lead)
