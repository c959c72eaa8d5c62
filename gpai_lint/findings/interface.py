"""Findings and results: what the policies said, with the places in the files."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.findings.verdicts import ModelStatus
    from gpai_lint.location import Location
    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.policy.loosening import Loosening
    from gpai_lint.repository.interface import FileTree


class Level(str, Enum):
    """How grave a finding is, in SARIF's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest level."""
        return list(Level).index(self)


class Status(str, Enum):
    """Whether a finding counts."""

    ACTIVE = "active"
    WAIVED = "waived"
    BASELINE = "baseline"


class Waiving(NamedTuple):
    """The waiver that hides a finding: where it stands and what it says."""

    reason: str
    location: Location
    owner: str = ""
    ticket: str = ""
    until: str = ""


class Finding(NamedTuple):
    """One violation of one rule at one place.

    ``model`` is the model's path, empty when it concerns none alone. ``details`` holds what the policy said of the
    place (``missing``, ``at``) and, under ``policy``, what else a result of conftest's kind holds beside its message.
    ``occurrences`` are those of the related places at which the same is wrong once more.
    """

    rule: RuleMetadata
    level: Level
    message: str
    remediation: str
    location: Location
    model: str
    requirements: tuple[str, ...]
    fingerprint: str
    status: Status = Status.ACTIVE
    new: bool | None = None
    waiver: Waiving | None = None
    related: tuple[tuple[str, Location], ...] = ()
    occurrences: tuple[Location, ...] = ()
    details: Mapping[str, Any] = {}


class Gone(NamedTuple):
    """A finding of the past that is fixed: the id and name of its rule, where it stood, and what it said."""

    rule: str
    name: str
    file: str
    message: str
    fingerprint: str


class Result(NamedTuple):
    """The outcome of one check. ``scope`` and ``verdicts`` are as the policies computed them, per model.

    ``tree`` holds the checked files: reports quote lines from it. ``compared_with`` says in words what ``new``,
    ``unchanged`` and ``fixed`` refer to (``main``, ``the baseline …``), empty when nothing was compared; ``gone`` are
    the findings that are there no more. ``requirements`` is the packs' catalogue, by id; ``loosened`` is what packs
    make milder about the rules of others.
    """

    as_of: str
    findings: tuple[Finding, ...]
    rules: Mapping[str, RuleMetadata]
    evidence: Evidence
    document: Mapping[str, Any]
    scope: tuple[Mapping[str, Any], ...] = ()
    undecided: int = 0
    verdicts: tuple[ModelStatus, ...] = ()
    fixed: int | None = None
    notices: tuple[str, ...] = ()
    engine: str = ""
    packs: tuple[str, ...] = ()
    root: str = ""
    tree: FileTree | None = None
    compared_with: str = ""
    gone: tuple[Gone, ...] = ()
    requirements: Mapping[str, Mapping[str, Any]] = {}
    loosened: tuple[Loosening, ...] = ()
