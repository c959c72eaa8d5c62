"""What a reader of prose knows of the document it reads, and how it turns a passage into a fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.interface import Fact, State
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.models import own_name
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.prose.descriptions import descriptions
from gpai_lint.evidence.prose.headlines import headlines
from gpai_lint.evidence.prose.labels import fields_for
from gpai_lint.evidence.prose.passages import passages_of
from gpai_lint.evidence.prose.tables import data_of
from gpai_lint.location import Location, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gpai_lint.artifacts.interface import Artifact, Link, Table
    from gpai_lint.evidence.catalogue import Field
    from gpai_lint.evidence.interface import Value
    from gpai_lint.evidence.prose.passages import Passage, Surroundings

#: A fact quotes at most this much of its passage.
MAX_TEXT = 1_000
#: The page of a repository on a model hub; there are pages of other things beside it.
HUB = Pattern(
    r"https?://(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn/models)/"
    r"(?!datasets/|spaces/|papers/|blog/|docs/|learn/|collections/)"
    # The oldest repositories stand there without an owner; what they are called tells them from his page.
    r"([\w.-]+/[\w.-]+|[a-z]\w*(?:-\w+){0,4}?-(?:base|small|large|medium|xx?l|(?:un)?cased)(?:-\w+){0,3}(?![\w/-]))",
    flags=0,
)
#: What a family is called beside the name that its members bear.
_SERIES = re.compile(r"-(?:series|family|suite|collection|models?)\Z", re.IGNORECASE)
#: Fields that the description of a part answers for the whole.
_OF_PARTS = ("data.datasets", "data.provenance", "copyright.", "data.personal_data", "provider.contact")
#: Fields that say what a model is like, and the words for lengthening its context.
_SHAPE = frozenset({"model.architecture", "model.design_specifications", "model.parameters_total", "data.tokens"})
_EXTENSION = Pattern(r"\bcontext\b.{0,20}\bexten")
#: Units of what training takes: documents give such figures of other models as well.
EFFORT = frozenset({"hour", "MWh", "tCO2e", "FLOP"})
#: What a training took, and a heading on how it went.
_TOOK = frozenset(
    {f"training.{name}" for name in ("carbon_tco2e", "compute_flop", "energy_mwh", "gpu_hours", "hardware", "period")}
)
_OF_TRAINING = Pattern(r"\btraining (?:and|results?|performance|metrics|statistics|summary|history|outcomes?)\b")
#: Where a name begins and ends: no letter of its own script stands beside it, and Chinese parts no words.
_BEGINS, _ENDS = r"(?a:(?<!\w))", r"(?a:(?!\w))"
#: What parts the words of a name, as it is escaped for a pattern: one writes it with a space, the other with a hyphen.
_SEPARATOR = re.compile(r"\\[ -]")
#: What begins with an address.
_ADDRESS = re.compile(r"\W{0,3}https?://\S")
#: A name before the size that it ends in, and behind that the active size, the kind and the month: a text often leaves
#: them out. A fine-tune adds words of its own.
_SIZED = re.compile(
    r"(?:[\w.-]+/)?(?P<name>[A-Za-z][\w.-]{3,}(?: [\w.-]+){0,3}?)[ _-]\d{1,4}(?:[._]\d{1,2})?[BbMm]"
    r"(?:[ _-](?:[Aa]\d{1,3}(?:\.\d)?[Bb]|[Bb]ase|[Ii]nstruct|[Cc]hat|[Ii][Tt]|hf|v\d[\w.]*|[Pp]review|\d{4}))*"
)
#: A name before the number of a version; one of three letters is that of many.
_NUMBERED = re.compile(r"(?P<name>[A-Za-z]{4,})-[vV]?\d(?:\.\d{1,2})?")
#: No further word of a name stands behind it, for that is another's; the letters are written to survive lower case.
_NO_OTHER = r"(?![ _-]?(?-i:[\x41-\x5a\d]))"
#: A title of more words is that of a paper: there the first sentence names the model.
_LONG_TITLE = 5
_GENERIC = frozenset(
    {"model", "models", "language", "large", "open", "readme", "project", "release", "data", "table", "base"}
)
#: A member of a family at the beginning of an entry: ``Lark-7B``, whatever follows the size.
_MEMBER = re.compile(
    r"(?P<name>(?P<stem>[A-Za-z][\w.]*(?:-[A-Za-z][\w.]*){0,3})-(?P<size>\d{1,4}(?:\.\d{1,2})?[BbMm]))(?!\w)"
)
#: What an entry begins with: a name that strikes by its form, or one with its size in parentheses behind it
#: (``Lark Tiny (29M parameters)``).
_NAMED_ENTRY = re.compile(
    r"(?:[\w.-]+/)?(?P<name>(?!An? )[A-Za-z][\w.+:-]*(?<!:)(?:,? [A-Z\d][\w.+-]*){0,3})"
    r"(?:(?P<sized>\s{1,2}\(~?\d[\d.,]* ?(?:[BM]|[bm]illion)(?: param\w*)?\))"
    r"|(?=\s{0,2}(?:[,:(\n]|[-\u2013\u2014] |\Z)))"
)
_FORM_OF_NAMES = re.compile(r"\d|[a-z][A-Z]|\w-[A-Z]|\A[a-z]+-")
#: The parameters that such an entry then tells.
_COUNTED = re.compile(r"\d ?(?:[BM]|[bm]illion) (?:[a-z-]+ ){0,2}param|\bparameters: \d[\d.,]* ?(?:[BM]|[bm]illion)\b")


@dataclass(eq=False, repr=False)
class Context:
    """A document being read: the artifact, its index among the documents, and its prose."""

    artifact: Artifact
    document: int
    prose: Prose

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages of the blocks, in order."""
        return self._walked[0]

    @cached_property
    def tables(self) -> list[tuple[Table, Surroundings]]:
        """The tables with what they stand under."""
        return list(zip(self.prose.tables, self._walked[1], strict=True))

    @cached_property
    def _walked(self) -> tuple[list[Passage], list[Surroundings]]:
        passages, around = passages_of(self.prose)
        return [*passages, *headlines(self.prose), *descriptions(self.prose, around, self.names)], around

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the model that the document is about, the fullest first; empty when it has none of its own."""
        name = own_name(self.artifact)
        if not name:
            parent = PurePosixPath(self.artifact.path).parent.name
            name = parent if self.artifact.kind == "model_card" else ""
        words = re.split(r"[\s]+", name.strip())
        found = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
        members = re.split(r"\s+(?:&{1,2}|and|/|\+)\s+", name)
        if len(members) > 1 and all(re.fullmatch(r"[A-Z][\w.-]+", member) for member in members):
            found += [member for member in members if member not in found]
        found += [stem for part in found[-1:] if (stem := _SERIES.sub("", part)) != part]
        found += [part.rpartition("/")[2] for part in found[:1] if re.fullmatch(r"[\w.-]+/[\w.-]+", part)]
        if len(words) > _LONG_TITLE and (introduced := introduced_name(self.artifact)) not in found:
            found.append(introduced)
        return tuple(part for part in found if _is_name(part) and part.lower() not in _GENERIC)

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """Names by which tables and lists tell the members of the family apart; sizes alone are no names."""
        found = self._listed() | {
            datum.variant
            for table in self.prose.tables
            for datum in data_of(table, self.names)
            if len(datum.variant) >= 4 and re.search(r"[A-Za-z]{2}", datum.variant)
            # What a row of a table of data sets is called is one of them, and no member of the family.
            if datum.field != "data.datasets" or datum.variant != datum.cell.text
        }
        return tuple(sorted(found - set(self.names)))

    def _listed(self) -> set[str]:
        """Return the names that entries of lists begin with and that sizes tell apart.

        Two sizes behind the same words are members, and so are two entries of a section with a size in parentheses or a
        count of parameters behind a name.
        """
        members: dict[str, dict[str, str]] = {}
        for passage in (passage for passage in self.passages if passage.kind == "item"):
            here = members.setdefault(str(passage.section), {})
            keys = [label.text for label in passage.labels[:1] if label.role == "key"]
            for text in (passage.text, *keys):
                if match := _MEMBER.match(text):
                    members.setdefault(match["stem"].lower(), {})[match["size"].lower()] = match["name"]
                if not (named := _NAMED_ENTRY.match(text)):
                    continue
                name = named["name"]
                strikes = _FORM_OF_NAMES.search(name) or self.begins_own(name)
                if named["sized"] or (strikes and _COUNTED.search(passage.text)):
                    here[name.lower()] = name
        return {name for sizes in members.values() if len(sizes) > 1 for name in sizes.values()}

    @cached_property
    def own(self) -> str:
        """A pattern for the names, and for the fullest without size or version; empty when there is none."""
        names = [(name, _ENDS) for name in self.names]
        shorter = (_SIZED.fullmatch(self.names[0]) or _NUMBERED.fullmatch(self.names[0])) if self.names else None
        if shorter and shorter["name"].lower() not in _GENERIC:
            names.append((shorter["name"], f"{_ENDS}{_NO_OTHER}"))
        return "|".join(f"{_BEGINS}{_SEPARATOR.sub('[ _-]?', re.escape(name))}{end}" for name, end in names)

    @cached_property
    def called(self) -> str:
        """The pattern ``own``, or, in a document without a name of its own, one for those that its members bear."""
        members = "|".join(f"{_BEGINS}{re.escape(name)}{_ENDS}" for name in self.variants) if not self.own else ""
        return self.own or members

    def begins_own(self, text: str) -> bool:
        """Tell whether a word in a text begins as the document's own model is called: members are called after it."""
        names = (_SEPARATOR.sub("[ _-]?", re.escape(name)) for name in self.names if len(name) >= 3)
        return any(re.search(rf"(?<!\w){name}", text, re.IGNORECASE) for name in names)

    def is_own(self, name: str) -> bool:
        """Tell whether a name is the document's own model's; the beginning of it, with a number, is another's."""
        names = [own for own in self.names if own == self.names[0] or not re.search(r"\d", own)]
        return any(re.sub(r"\W", "", name).lower() == re.sub(r"\W", "", own).lower() for own in names)

    def excludes(self, source: str, text: str) -> bool:
        """Tell whether a text holds words that make a statement one about something else.

        What the model itself is called is nothing else: in the card of a reward model its size is that of the model.
        """
        match = pattern(source, self.own).search(text)
        if match is None:
            return False
        words = match.group().lower().split()
        return not words or words[0] not in re.findall(r"[a-z]+", " ".join(self.names).lower())

    def stands_under(self, source: str, titles: Iterable[str]) -> bool:
        """Tell whether a label above a text has words of ``source``, if there are any; the document's title is none."""
        return bool(source) and any(self.excludes(source, title) for title in titles if title != self._title)

    @cached_property
    def address_keys(self) -> dict[int, set[str]]:
        """The keys behind which an address stands, by the index of their section."""
        keys: dict[int, set[str]] = {}
        for passage in self.passages:
            if not passage.whole and passage.labels and _ADDRESS.match(passage.text):
                keys.setdefault(passage.section, set()).add(passage.labels[0].text)
        return keys

    @cached_property
    def _title(self) -> str:
        index = title_of(self.prose)
        return self.prose.sections[index].title if index is not None else ""

    def speaks_of_parts(self, zone: str, field: Field) -> bool:
        """Tell whether a zone describes the parts of a data set, and not the whole that the document is about."""
        forms = {"training_content_summary", "model_documentation_form"}
        return zone == "components" and self.artifact.kind not in forms and not field.id.startswith(_OF_PARTS)

    def leaves_out(self, zone: str, field: Field, section: int) -> bool:
        """Tell whether a labelled value of a field counts for nothing in a section of a zone.

        Under headings about training a length is one of its settings, unless the section describes the model: it says
        how many layers it has, or that its context was extended. Results of a training may tell what it took.
        """
        if field.id in _TOOK and zone == "evaluation" and _OF_TRAINING.search(self.prose.sections[section].title):
            return False
        return zone in field.outside and not (zone == "training" and section in self._describing)

    @cached_property
    def _describing(self) -> frozenset[int]:
        described = {
            entry.section for entry in self.prose.entries if not _SHAPE.isdisjoint(fields_for(entry.key, "key"))
        }
        extended = {n for n, section in enumerate(self.prose.sections) if _EXTENSION.search(section.title)}
        return frozenset(described | extended)

    def links(self, passage: Passage, start: int, end: int) -> list[Link]:
        """Return the links within ``passage.text[start:end]``, in order."""
        return list(self.links_in(passage.span(start, end)))

    def links_in(self, place: Span) -> Iterator[Link]:
        """Yield the links that overlap a place, in order."""
        for number in range(place.line, place.end_line + 1):
            links = self._links.get(number, [])
            # A link that begins before the place may end in it.
            begin = place.column if number == place.line else 0
            first = max(bisect_left(links, begin, key=lambda link: link.span.column) - 1, 0)
            for link in islice(links, first, None):
                if (link.span.line, link.span.column) >= (place.end_line, place.end_column):
                    break
                if (link.span.end_line, link.span.end_column) > (place.line, place.column):
                    yield link

    def links_behind(self, place: Span, count: int) -> Iterator[Link]:
        """Yield so many links that begin behind a place on the line where it ends, in order."""
        links = self._links.get(place.end_line, [])
        first = bisect_left(links, place.end_column, key=lambda link: link.span.column)
        yield from islice(links, first, first + count)

    def targets(self, passage: Passage, start: int, end: int) -> list[str]:
        """Return where the links within ``passage.text[start:end]`` lead, places in the same document left out."""
        return [link.target for link in self.links(passage, start, end) if link.target and link.target[0] != "#"]

    def hub_names(self, passage: Passage, start: int, end: int) -> list[str]:
        """Return the repositories on a model hub that links within ``passage.text[start:end]`` lead to, in order."""
        matches = [HUB.match(link.target) for link in self.links(passage, start, end)]
        names = [match[1].rstrip("/") for match in matches if match]
        if not names:
            address = HUB.search(passage.text, start, end)
            names = [address[1].rstrip("/.")] if address else []
        return list(dict.fromkeys(names))

    @cached_property
    def _links(self) -> dict[int, list[Link]]:
        lines: dict[int, list[Link]] = {}
        for link in sorted(self.prose.links, key=lambda link: link.span):
            lines.setdefault(link.span.line, []).append(link)
        return lines

    def fact(
        self,
        field: Field,
        value: Value,
        text: str,
        span: Span,
        section: int,
        *,
        unit: str | None = None,
        variant: str = "",
        label: str = "",
        state: State | None = None,
    ) -> Fact:
        """Return a fact that stands at ``span`` in a section; its state follows from its text unless it is given."""
        heading = self.prose.sections[section].path
        page = self.prose.pages[span.line - 1] if 0 < span.line <= len(self.prose.pages) else None
        anchor = "#" + "/".join(heading) + (f"/{label}" if label else "")
        literal = " ".join(text[: 4 * MAX_TEXT].split())[:MAX_TEXT]
        return Fact(
            field.id,
            value,
            literal,
            Location(self.artifact.path, span, page, anchor),
            unit=unit if unit is not None else field.unit,
            state=state or state_of(literal),
            variant=variant,
            heading=heading,
            document=self.document,
        )


def _is_name(part: str) -> bool:
    """Tell whether the beginning of a title is told from other words: by its length, or two letters as in a name."""
    return part[0].isalnum() and (len(part) >= 3 or (len(part) == 2 and part.istitle())) if part else False


def context_of(artifact: Artifact, document: int) -> Context | None:
    """Return the context of a document for people, None for any other artifact."""
    return Context(artifact, document, artifact.content) if isinstance(artifact.content, Prose) else None
