"""Patterns of the catalogue: compiled when a text holds a word that they cannot match without, and not before."""

from __future__ import annotations

import re
import sys
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.keys import cuts_in, keys_in, keys_of, words_in
from gpai_lint.evidence.narrowing import narrowed
from gpai_lint.tables import compiled_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from gpai_lint.evidence.keys import Words

#: What ``{name}`` and the like stand for in the patterns of the catalogue.
_PARTS = {
    "name": r"(?-i:(?:the )?(?:[A-ZÀ-ÖØ-Þ]|\d+[.-]?[A-Z])[\w&.'-]*(?:,? (?:(?:of(?: the)?|for|and|the|at|&"
    r"|de(?: l[ao]s?)?|la|des?|du|del|della|di|dos?|für|der|und|et|y|van|och) )?[A-ZÀ-ÖØ-Þ][\w&'-]*(?:\.[\w]+)*){0,7})",
    # The name of a repository ends with it.
    "model": r"(?-i:[\"'`]?(?:[a-z][\w.-]*/[\w.-]+|(?:[a-z]{0,2}[A-Z][\w./+-]*"
    r"|[a-z][\w.]*(?:-[\w.]+){0,3}-\d{1,3}(?:\.\d)?[bm](?:-[\w.]+){0,3})"
    r"(?:[ -](?:[A-Z0-9][\w./-]*|v\d[\w.]*|base|small|medium|large(?! language)|\d[\w.]*)){0,5}))",
    # A model's name between words of a script that puts no spaces around it.
    "latin": r"(?-i:[A-Za-z][A-Za-z0-9_./+-]*(?:[ -][A-Z0-9][A-Za-z0-9_.+-]*){0,4})",
    "duration": (
        r"(?:(?:about|around|approximately|approx\.|roughly|nearly|almost|only|\"?just\"?|under|over|~|a total of"
        r"|a (?:bit|little) (?:less|more|over|under)|(?:less|more) than|than|up to|ca\.) ?){0,2}"
        r"(?:\b\d+(?:\.\d+)?(?:(?: ?- ?| to )\d+(?:\.\d+)?)?|\b(?:an?|half an?|one|two|three|four|five|six|seven|eight"
        r"|nine|ten|twelve|several)(?: and a half)?)[ -]?(?:min(?:ute)?s|hours?|hrs?|h|days?|weeks?|months?"
        r"|stunden|tagen?|wochen|monaten?|heures|jours|semaines|mois|horas|d[ií]as|semanas|meses|giorni|settimane|mesi"
        r"|uren|dagen|weken|maanden|dagar|veckor|dage|uger|dni|tygodni)\b"
    ),
    "month": (
        r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
        r"|nov(?:ember)?|dec(?:ember)?)"
    ),
}
#: A class that excludes the point, perhaps with other marks: a point inside a number ends no clause.
_NO_END = re.compile(r"\[\^\.([^\]\\]*)\]")
_NEVER = r"(?!)"
#: A longer text holds most words, and is not kept beside its folded copy.
_LONGEST = 10_000
#: "pre-trained", "pretrained" and "pre trained" are one word, however the pattern spells it.
_COMPOUND = re.compile(r"(?<![\w\\])((?:pre|post|mid|fine)(?:\|(?:pre|post|mid|fine))*)-\??(?=[a-z(])")
#: "i" and "s" have a third form beyond ASCII, a dotless and a long one, for which ``re`` makes of a class with them a
#: map of 65,536 characters: that takes as long as to compile ten words, and no text has these forms.
_LETTERS = re.compile(r"(?<!\\)\[\^?(?=[^\]]*(?:[is]|a-z))[a-zA-Z0-9 _.,/'\"&+*:;()-]+\]")
#: Stands for the names of a document's models where the words of a pattern are looked for.
ANY = r"(?:.+)"
#: So many words take longer to be looked for than a pattern that is compiled.
_MANY = 64
#: In so many texts together most alternatives of a pattern may match.
_MOST_TEXTS = 40

#: The patterns that readers declare when they are imported, with their flags, for the build.
declared: list[tuple[str, int]] = []


class Pattern:
    """A pattern, without regard to case unless its flags say otherwise, with the methods of ``re.Pattern`` in use."""

    __slots__ = ("_compiled", "_expected", "_flags", "_keys", "_narrowed", "_own", "_source", "_words")

    def __init__(
        self, source: str, words: Words | None = None, own: str | None = None, flags: int = re.IGNORECASE
    ) -> None:
        """Declare a pattern; its words, case-folded, are looked up when they are needed if they are not given.

        With ``own``, a pattern for the names of the document's models, it is one of the catalogue.
        """
        self._source = source
        self._own = own
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._narrowed: re.Pattern[str] | None = None
        self._expected: set[str] = set()
        self._words = words
        self._keys: frozenset[str] | None = None
        if words is None and own is None:
            declared.append((source, flags))

    @property
    def words(self) -> Words:
        """The words, case-folded, that stand in whatever the pattern matches, by the ways in which it may."""
        if self._words is None:
            row = self._row
            self._words = self._literals() if row is None else words_in(row)
        return self._words

    @property
    def keys(self) -> frozenset[str]:
        """Keys of which one stands in whatever the pattern matches; empty if none is known."""
        if self._keys is None:
            row = self._row if self._words is None else None
            self._keys = keys_of(self.words) if row is None else keys_in(row)
        return self._keys

    @property
    def _row(self) -> str | None:
        """What a build found out about the pattern; None where it did not, and the pattern itself is looked through."""
        return _ready("readers" if self._own is None else "catalogue").get(self._source)

    def _literals(self) -> Words:
        from gpai_lint.evidence.literals import literals_of  # noqa: PLC0415 (a build has them ready)

        return literals_of(self._source if self._own is None else written_out(self._source, ANY), self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match within ``text[start:end]``."""
        if not self.may_match(text):
            return None
        compiled = self._for_expected() if text in self._expected else None
        return (compiled or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at ``start``."""
        return self.compiled.match(text, start, end) if self.may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all of ``text[start:end]``."""
        return self.compiled.fullmatch(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches within ``text[start:end]``."""
        return self.compiled.finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with each match replaced."""
        return self.compiled.sub(replacement, text) if self.may_match(text) else text

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; raises ``re.error`` if it is none."""
        if self._compiled is None:
            self._compiled = self._compile(self._written)
            if any(len(group) > _MANY for way in self.words for group in way):
                self._words = ()
        return self._compiled

    @property
    def _written(self) -> str:
        """The pattern written out, but for the names of the document's models."""
        return prepared(self._source) if self._own is not None else _LETTERS.sub(r"(?a:\g<0>)", self._source)

    def _compile(self, written: str) -> re.Pattern[str]:
        return re.compile(written if self._own is None else written.replace("{own}", self._own), self._flags)

    def expect(self, text: str) -> None:
        """Tell of a text, which the pattern may match, that it will be searched for it.

        A pattern that is compiled for a few texts of which it was told takes a third of the time.
        """
        if self._compiled is None and self._narrowed is None and len(self._expected) <= _MOST_TEXTS:
            self._expected.add(text)

    def _for_expected(self) -> re.Pattern[str] | None:
        """Return the pattern compiled for the texts that were expected; None where it is not worth while."""
        if self._narrowed is None and self._compiled is None and len(self._expected) <= _MOST_TEXTS:
            row = self._row
            cuts = cuts_in(row) if row is not None else ""
            if cuts:
                self._narrowed = self._compile(narrowed(self._written, cuts, "\n".join(self._expected).casefold()))
        return self._narrowed

    def may_match(self, text: str) -> bool:
        """Tell whether the words of one of the ways in which the pattern may match stand in a text."""
        words = self._words if self._words is not None else self.words
        if not words or len(text) > _LONGEST:
            return True
        folded = _folded(text)
        for way in words:
            for group in way:
                for word in group:
                    if word in folded:
                        break
                else:
                    break
            else:
                return True
        return False

    def may_match_in(self, text: str, runs: AbstractSet[str]) -> bool:
        """Tell the same as :meth:`may_match`, sooner, of a text that many patterns are asked about.

        ``runs`` are its runs of characters (:func:`gpai_lint.evidence.keys.runs_of`).
        """
        keys = self._keys if self._keys is not None else self.keys
        return not (keys and runs.isdisjoint(keys)) and self.may_match(text)


def pattern(source: str, own: str = "") -> Pattern:
    """Return a pattern of the catalogue; ``own`` is a pattern for the names of the document's models."""
    # Documents of one repository often write the same name in capitals or without: one pattern does for both.
    return _pattern(source, own.lower() if "{own}" in source else "")


@cache
def _ready(part: str) -> dict[str, str]:
    tables: dict[str, dict[str, str]] = compiled_table("evidence/words") or {}
    return tables.get(part, {})


@cache
def _pattern(source: str, own: str) -> Pattern:
    return Pattern(source, own=own or _NEVER)


def prepared(source: str) -> str:
    """Return a pattern of the catalogue as it is compiled, but for the names of the document's models."""
    return _LETTERS.sub(r"(?a:\g<0>)", written_out(source, "{own}"))


def written_out(source: str, own: str) -> str:
    """Return a pattern of the catalogue with all that ``{name}`` and the like stand for in it."""
    for name, part in _PARTS.items():
        source = source.replace("{" + name + "}", part)
    return _COMPOUND.sub(r"\1[ -]?", _NO_END.sub(r"(?:[^.\1]|\.(?=\\d))", source)).replace("{own}", own)


# The patterns of many fields are asked about one sentence after the other.
@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return text.casefold()
