"""Keys and values as people write them: bold or plain keys before a colon, bold keys alone, rows of two cells."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Block, Marks, Table

#: A longer run of bold text is a sentence, not a key. The questions of forms are long.
MAX_KEY = 240
_FEW = 5
#: So many words are few in an entry of a list, below which others stand: "Not intended to be used as:".
_FEW_OF_ENTRY = 8
#: A key before a colon, or of several words before a figure that it equals; no space follows the colon of Chinese.
_PLAIN = re.compile(
    r"[^\W_](?:(?:[^\n:：.!;|<>=]|\.(?=\d)|(?:(?<=[Mm]ax)|(?<=[Nn]o))\.(?= )){0,70}?"
    r"(?:\s?[:：](?=\s|$)|(?<=[A-Za-z)]) =(?=\s[~≈]?\d[\d.,]*$))"
    r"|[^\n:：.!;|<>=，。、；]{0,20}：(?!//))",
    re.MULTILINE,
)
#: A line of a paragraph that holds a short key and, as its value, the name of a repository: "Base LLM: birds/Wren-7B".
_LINK_BEHIND = re.compile(
    r"(?<=[.!?)]\n)[A-Z][\w-]*(?: [\w-]+){0,2}: (?:https?://\S+|[\w.-]+/[\w.-]+)[ \t]*$", re.MULTILINE
)
_COLON = re.compile(r"\s{0,3}(?:[:：](?!//)|=)\s*")
_DASH = re.compile(r"\s{1,3}[-–—]\s+|\s*")
#: A key and its value in one run of bold text, ``**License: MIT**``; one with more than three words behind is a title.
_WITHIN = re.compile(r"([^\W_](?:[^\n:：.?!;|<>=]){1,40})[:：]\s+(?=[^\s:?]{1,40}(?:\s[^\s:?]{1,40}){0,2}\Z)")
_SPACE = re.compile(r"\s*")
#: What parts several bold keys and their values on one line.
_SEPARATORS = "|·•;,/"
#: The heads of a column that groups the keys in the next, and of one that holds values.
_GROUP = re.compile(r"(?:categor(?:y|ies)|groups?|sections?|areas?|aspects?|topics?)\W*", re.IGNORECASE)
_VALUE = re.compile(r"(?:values?|details?|specifications?|settings?|answers?|responses?)\W*", re.IGNORECASE)
_ORNAMENT = re.compile(r"[^\w\n(\[\"']{0,6}")


def entries_of(blocks: tuple[Block, ...], tables: tuple[Table, ...]) -> tuple[Entry, ...]:
    """Return the entries of a document in order of their place."""
    found = [entry for index, block in enumerate(blocks) if block.kind != "code" for entry in _in_block(block, index)]
    found.extend(entry for table in tables for entry in _in_table(table))
    return tuple(sorted(found, key=lambda entry: entry.key_span))


def sliced(marks: Marks, start: int, end: int) -> Marks:
    """Return the marks of ``text[start:end]``."""
    first = max(bisect_right(marks, (start, sys.maxsize, 0)) - 1, 0)
    kept = []
    for index, line, column in islice(marks, first, None):
        if index >= end:
            break
        kept.append((max(index - start, 0), line, column + max(start - index, 0)))
    return tuple(kept)


def _in_block(block: Block, index: int) -> Iterator[Entry]:
    text = block.text
    strong = dict(block.strong)
    emphasis = dict(block.emphasis)
    keys: list[tuple[int, int, int]] = []
    line_start = 0
    while line_start <= len(text):
        line_end = text.find("\n", line_start)
        line_end = len(text) if line_end < 0 else line_end
        begins = not line_start or bool(keys) or _LINK_BEHIND.match(text, line_start) is not None
        plain = begins and not any(line_start <= start < line_start + 3 for start, _ in block.code)
        few = _FEW_OF_ENTRY if block.kind == "item" else _FEW
        key = _key_at(text, line_start, line_end, strong, emphasis, plain, few)
        if key is not None:
            keys.append(key)
            keys.extend(_further_keys(text, key[2], line_end, block.strong))
        line_start = line_end + 1
    for number, (start, end, value) in enumerate(keys):
        stop = keys[number + 1][0] if number + 1 < len(keys) else len(text)
        line = text.rfind("\n", value, stop) if number + 1 < len(keys) else stop
        between = text[value:line].rstrip() if line >= value else text[value:stop].rstrip(f"{_SEPARATORS} ")
        stop = value + len(between)
        yield Entry(
            text[start:end].strip(" :：*_\n"),
            text[value:stop],
            block.part(start, end),
            block.part(value, stop) if stop > value else block.part(end, end),
            block.section,
            sliced(block.marks, value, stop) if block.marks else (),
            index,
        )


def _key_at(
    text: str, line_start: int, line_end: int, strong: dict[int, int], emphasis: dict[int, int], plain: bool, few: int
) -> tuple[int, int, int] | None:
    """Return start and end of the key on a line, and where its value starts."""
    lead = _ORNAMENT.match(text, line_start)
    start = lead.end() if lead else line_start
    for place in {line_start, start}:
        end = strong.get(place)
        if end is not None and end - place <= MAX_KEY and text[place:end].strip():
            colon = _COLON.match(text, end)
            within = _WITHIN.match(text, place, end) if colon is None else None
            if within and _SPACE.match(text, end).end() >= line_end:  # type: ignore[union-attr]
                return place, within.end(1), within.end()
            colon = colon or _DASH.match(text, end)
            return place, end, colon.end() if colon else end
        end = emphasis.get(place)
        if end is not None and end - place <= MAX_KEY:
            colon = _COLON.match(text, end)
            if colon or text[place:end].rstrip().endswith(":"):
                return place, end, colon.end() if colon else _SPACE.match(text, end).end()  # type: ignore[union-attr]
    match = _PLAIN.match(text, start, min(line_end, start + 80)) if plain else None
    if match and len(match.group().split()) <= 10:
        colon = _COLON.match(text, match.end() - 1)
        # Words that end in a colon and nothing more are a key if they are few, else a sentence before a list.
        if colon and (colon.end() < len(text) or len(match.group().split()) <= few):
            return start, match.end() - 1, colon.end()
    return None


def _further_keys(
    text: str, start: int, line_end: int, strong: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, int, int]]:
    """Yield the bold keys with a colon behind the first of a line, which a separator or a point parts."""
    number = bisect_left(strong, (start, 0))
    while number < len(strong) and strong[number][0] < line_end:
        place, end = strong[number]
        number += 1
        before = text[max(start, place - 3) : place].rstrip()
        colon = _COLON.match(text, end) if "=" not in text[end : end + 3] else None
        if before and before[-1] in f"{_SEPARATORS}." and (colon or text[place:end].rstrip().endswith(":")):
            yield place, end, colon.end() if colon else _SPACE.match(text, end).end()  # type: ignore[union-attr]


def pairs_of(table: Table) -> tuple[int, ...]:
    """Return the columns that hold the keys of a table of keys and values; their values stand in the next.

    Such a table has two columns, several times two under a head that repeats, or a third before them, whose head says
    that it groups the keys. Empty for any other table.
    """
    width = max(len(row) for row in table.rows)
    heads = [" ".join(cell.text.split()) for cell in table.rows[0]] if table.header_rows == 1 else []
    if width == 2:
        return (0,)
    if width == 3 and heads and _GROUP.fullmatch(heads[0]) and _VALUE.fullmatch(heads[2]):
        return (1,)
    pairs = [heads[start : start + 2] for start in range(0, len(heads), 2)]
    repeats = (
        len(pairs) > 1 and any(pairs[0]) and pairs[0] != pairs[0][::-1] and all(pair == pairs[0] for pair in pairs)
    )
    return tuple(range(0, width - 1, 2)) if repeats else ()


def _in_table(table: Table) -> Iterator[Entry]:
    starts = pairs_of(table)
    for row in table.rows[table.header_rows :]:
        for start in starts or ((0,) if len(row) == 2 else ()):
            pair = row[start : start + 2]
            if len(pair) == 2 and pair[0].text and pair[0] is not pair[1]:
                key, value = pair
                yield Entry(
                    " ".join(key.text.split()).rstrip(" :："),
                    value.text,
                    key.span,
                    value.span,
                    table.section,
                    value.marks,
                )
