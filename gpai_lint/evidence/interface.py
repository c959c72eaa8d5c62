"""Facts, licences and placeholders: what the readers find, and the models and documents they belong to."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Artifact, Unread
    from gpai_lint.location import Location

Value: TypeAlias = "str | int | float | bool | list[str] | None"


class Method(str, Enum):
    """How a fact came to be known."""

    DECLARED = "declared"
    MEASURED = "measured"
    DERIVED = "derived"


class State(str, Enum):
    """What the passage amounts to as evidence."""

    STATED = "stated"
    PLACEHOLDER = "placeholder"
    ELSEWHERE = "elsewhere"
    UNDECIDABLE = "undecidable"


class Fact(NamedTuple):
    """One reading of one field.

    ``field`` is an id of the field catalogue; ``value`` is normalised to the field's unit; ``text`` is the passage as
    written. ``variant`` names the member of a family that the fact is about (a table's column, a row), where the
    document says so; otherwise it is empty. ``models`` are the indexes of the models it belongs to where a document
    that several share tells them apart; None stands for all models of the document. ``formula`` explains a derived
    value.
    """

    field: str
    value: Value
    text: str
    location: Location
    unit: str | None = None
    method: Method = Method.DECLARED
    state: State = State.STATED
    variant: str = ""
    heading: tuple[str, ...] = ()
    document: int = 0
    formula: str = ""
    models: tuple[int, ...] | None = None


class Clause(NamedTuple):
    """A passage of a licence that limits a freedom: ``user_scale``, ``revenue``, ``non_commercial``, ``research_only``,
    ``no_distribution``, ``no_derivatives``, ``field_of_use``, ``separate_commercial``, ``attribution`` or
    ``share_alike``, ``geographic_exclusion``.
    """

    kind: str
    text: str
    location: Location


class Licence(NamedTuple):
    """A licence recognised in a file, by its wording.

    ``id`` is an SPDX id or, for a model licence without one, the id of our table (``LicenseRef-llama-3.1``).
    ``subject`` is what it covers: ``model``, ``code``, ``data`` or ``unknown``.
    """

    id: str
    name: str
    subject: str
    location: Location
    document: int
    clauses: tuple[Clause, ...] = ()


class Placeholder(NamedTuple):
    """Text that a template left behind: ``[More Information Needed]``, ``TBD``, ``{{ model_id }}``."""

    text: str
    location: Location
    document: int
    heading: tuple[str, ...] = ()


class Binding(NamedTuple):
    """A comment by which an author binds a passage to an item: ``<!-- gpai: MDF-8.1 -->``.

    ``state`` is what the passage amounts to; one bound to a template's placeholder is no evidence.
    """

    item: str
    text: str
    location: Location
    document: int
    state: State = State.STATED


class Model(NamedTuple):
    """A model of the repository: the smallest unit that gets a verdict of its own.

    ``path`` is its directory or its card, relative to the checked root. ``documents`` are indexes into
    ``Evidence.documents``: its own ones and those it shares with others.
    """

    path: str
    name: str
    location: Location
    documents: tuple[int, ...]


class Document(NamedTuple):
    """A document, read (``artifact``) or only known by its address (``url``).

    ``member`` is the member of the model's family that it is about, where it is about one.
    """

    kind: str
    path: str
    location: Location
    artifact: Artifact | None = None
    url: str = ""
    public: bool = True
    member: str = ""


class Evidence(NamedTuple):
    """All that was read from one repository. The same tree gives the same evidence, in the same order."""

    models: tuple[Model, ...]
    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    licences: tuple[Licence, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    bindings: tuple[Binding, ...] = ()
    unread: tuple[Unread, ...] = ()
