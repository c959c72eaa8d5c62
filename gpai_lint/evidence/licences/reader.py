"""Reads licence files: which licence each is, what it covers, and the clauses that limit a freedom."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.artifacts.source import Source
from gpai_lint.evidence.interface import Clause, Fact, Licence, Method, State
from gpai_lint.evidence.licences import clauses
from gpai_lint.evidence.licences.additions import conditions
from gpai_lint.evidence.licences.subject import subject_of
from gpai_lint.evidence.licences.texts import Identified, identify, is_no_name
from gpai_lint.evidence.licences.words import Words
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact

#: Characters looked at; the longest standard licence has 40,000, and bundles of licences repeat themselves.
_MAX_TEXT = 400_000
_MAX_CLAUSE = 600
_AROUND = 800
_GRANT = Pattern(r"\b(?:grants?|granted|permission|permitted|agree|you may|licensor)\b|许可|授权", flags=0)
_TITLE = Pattern(r"\b(?:licen[cs]e|licensing|terms|agreement)\b|许可|协议")
_LONGEST_TITLE = 100
_FEW_WORDS = 400
#: Above the title stand at most a notice of copyright, a date and a heading.
_TITLE_LINES = 5
#: A line with something else on it than ornament, without the ornament around it.
_LINE = re.compile(r"[^\W_][^\n]*[^\s#*=_-]")
#: What is no title: a sentence, a key with its value, and a notice of who has which rights.
_SENTENCE = Pattern(
    r"[.;,:。；]\s*\Z|\A[\w-]+:\s|\ball rights reserved\b|\A(?:by|this|these|the following|you|please|see|i|we|if)\b"
)
_ADDRESS_ALONE = re.compile(r"\s*<?(https?://[^\s<>]{4,500}|[\w.-]+/[\w./#-]{3,300})>?\s*")
#: A few words that send a reader to the one address where the licence or the policy stands.
_REFERRING = Pattern(
    r"(?:(?!https?://).){0,300}\b(?:polic(?:y|ies)|licen[sc]e|terms|agreement)\b"
    r"(?:(?!https?://).){0,100}(?P<address>https?://[^\s<>()\]]{4,300}[^\s<>()\].,;])[\s>)\].,;*]*",
    flags=re.IGNORECASE | re.DOTALL,
)
_POLICY = Pattern(
    r"^[ \t#*]*(?:(?:attachment|exhibit|annex|appendix|schedule)\s+\w{1,3}\b.{0,40})?"
    r"\b((?:acceptable|prohibited)\s+uses?(?:\s+policy)?|use[ -](?:based\s+)?restrictions)\b[ \t#*:]*$"
    r"|^[ \t#*]*(?:附件|附录)\s*\w{1,3}\s*[:：]?\s*(使用限制|(?:可接受|禁止)的?使用\w{0,6})[ \t#*:：]*$",
    flags=re.IGNORECASE | re.MULTILINE,
)

#: The policy that a licence binds its reader to and does not hold: "the Acceptable Use Policy available at …".
_POLICY_AT = Pattern(
    r"\b(?:acceptable|prohibited|responsible)[ \n]use[ \n]policy\b[^.;]{0,100}?"
    r"\b(?:available|found|located|posted|published|set[ \n](?:out|forth))[ \n](?:at|on|in|under)[ \n:]*"
    r"(?P<address>https?://[^\s<>()\[\]\"”]{4,200}[^\s<>()\[\]\"”.,;:])",
    flags=re.IGNORECASE,
)


def read(artifact: Artifact, document: int) -> Iterable[Licence | Fact]:
    """Yield the licences of a licence file and the facts that follow from them.

    A licence that cannot be told comes back as ``LicenseRef-unknown`` with the clauses found in it. Notices are left
    out: they attribute parts, and say nothing about the whole.
    """
    if artifact.kind not in {"license_file", "terms_of_service"} or not isinstance(artifact.content, Prose):
        return
    if PurePosixPath(artifact.path).name.lower().startswith(("notice", "third", "copyright")):
        return
    reading = _Reading(artifact, artifact.content, document)
    # Some licences of models are called terms of use; other terms are those of a service.
    if artifact.kind == "license_file" or reading.is_known():
        yield from reading.results()


class _Reading:
    """The reading of one file."""

    def __init__(self, artifact: Artifact, prose: Prose, document: int) -> None:
        self.path = artifact.path
        self.document = document
        self.pages = prose.pages
        self.source = Source(artifact.path, "\n".join(prose.lines)[:_MAX_TEXT])
        self.words = Words(self.source.text)

    def is_known(self) -> bool:
        """Tell whether the file holds a licence that is known, and not one of its own."""
        found = identify(self.words)
        return bool(found) and all(one.known for one in found)

    def results(self) -> Iterator[Licence | Fact]:
        """Yield what the file holds."""
        found = identify(self.words)
        if not found and (at := self._address()):
            address, place = self.source.text[slice(*at)], self.location(*at, "address")
            for field in ("distribution.licence", "distribution.licence_url"):
                yield Fact(field, address, address, place, state=State.ELSEWHERE, document=self.document)
            return
        beside = conditions(
            self.words,
            [(self.words.count_before(one.start), self.words.count_before(one.end)) for one in found if one.exact],
        )
        for one in found:
            yield from self._licence(one, beside)
        if not found and _GRANT.search(self.words.joined):
            yield from self._unknown()

    def _address(self) -> tuple[int, int] | None:
        """Return where the address stands that the file consists of, or that it sends its reader to in a few words."""
        if alone := _ADDRESS_ALONE.fullmatch(self.source.text):
            return alone.span(1)
        # What grants rights is a licence, however short.
        if len(self.source.text) > _FEW_WORDS or "grant" in self.words.joined:
            return None
        referring = _REFERRING.fullmatch(self.source.text)
        return referring.span("address") if referring else None

    def location(self, start: int, end: int, anchor: str) -> Location:
        """Return where two offsets of the text are in the file."""
        span = self.source.span(start, end)
        page = self.pages[span.line - 1] if self.pages else None
        return Location(self.path, span, page, anchor)

    def _licence(self, one: Identified, beside: list[tuple[int, int]]) -> Iterator[Licence | Fact]:
        text = self.source.text
        passages = clauses.find(text, one.start, one.end, clauses.kinds_of(one.id))
        if one.exact:
            passages += [passage for start, end in beside for passage in clauses.find(text, start, end)]
        # What stands before a standard text may say what it is for; a licence of one's own speaks of itself.
        around = Words(text[: one.start][-_AROUND:]).joined if one.exact else ""
        subject = subject_of(self.path, one.id, one.known, around, self.words.joined)
        place = self.location(*one.title, one.id)
        yield Licence(one.id, one.name, subject, place, self.document, self._clauses(one.id, passages))
        yield Fact(
            "distribution.licence",
            one.id,
            text[slice(*one.title)],
            place,
            method=Method.MEASURED if one.known else Method.DECLARED,
            variant=subject if subject in {"code", "data"} else "",
            document=self.document,
        )
        if subject in {"model", "unknown"}:
            yield from self._terms(passages, place)

    def _unknown(self) -> Iterator[Licence | Fact]:
        text = self.source.text
        identifier = "LicenseRef-unknown"
        passages = clauses.find(text, 0, len(text))
        subject = subject_of(self.path, identifier, False, "", self.words.joined)
        start, end = self._title()
        title = text[start:end]
        place = self.location(start, end if title else self.words.ends[0], identifier)
        yield Licence(identifier, title, subject, place, self.document, self._clauses(identifier, passages))
        if title:
            # What the file holds, and so measured, although no table knows it.
            variant = subject if subject in {"code", "data"} else ""
            yield Fact(
                "distribution.licence",
                title,
                title,
                place,
                method=Method.MEASURED,
                variant=variant,
                document=self.document,
            )
            if not variant:
                yield from self._terms(passages, place)

    def _title(self) -> tuple[int, int]:
        """Return where the file calls its licence by name among its first lines; the first word, empty, if nowhere."""
        for line in islice(_LINE.finditer(self.source.text), _TITLE_LINES):
            titled = len(line[0]) <= _LONGEST_TITLE and _TITLE.search(line[0]) and not is_no_name(line[0])
            if titled and not _SENTENCE.search(line[0]):
                return line.span()
        return self.words.starts[0], self.words.starts[0]

    def _clauses(self, identifier: str, passages: list[clauses.Passage]) -> tuple[Clause, ...]:
        return tuple(
            Clause(
                passage.kind,
                self._quote(passage.start, passage.end),
                self.location(passage.start, passage.end, f"{identifier}/{passage.kind}"),
            )
            for passage in passages
        )

    def _terms(self, passages: list[clauses.Passage], licence: Location) -> Iterator[Fact]:
        """Yield where the licence applies, and the use policy that it contains."""
        for passage in passages:
            if passage.kind == "geographic_exclusion":
                quote = self._quote(passage.start, passage.end)
                place = self.location(passage.start, passage.end, f"{licence.anchor}/{passage.kind}")
                yield Fact("distribution.geography", quote, quote, place, document=self.document)
        policy = _POLICY.search(self.source.text)
        elsewhere = None if policy else _POLICY_AT.search(self.source.text)
        if elsewhere:
            place = self.location(*elsewhere.span("address"), f"{licence.anchor}/use-policy")
            quote = self._quote(*elsewhere.span())
            yield Fact("use.acceptable_use_policy", elsewhere["address"], quote, place, document=self.document)
        if policy:
            named = policy.span(1 if policy[1] else 2)
            quote = self._quote(*named)
            place = self.location(*named, f"{licence.anchor}/use-policy")
            yield Fact("use.acceptable_use_policy", quote, quote, place, document=self.document)

    def _quote(self, start: int, end: int) -> str:
        quote = " ".join(self.source.text[start : min(end, start + _MAX_CLAUSE)].split())
        return quote if end - start <= _MAX_CLAUSE else f"{quote} …"
