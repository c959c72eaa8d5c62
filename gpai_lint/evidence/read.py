"""Reads evidence: every reader over every artifact, in a fixed order.

A reader is a function ``read(artifact, document)`` that yields what it finds in one artifact; ``document`` is the
artifact's index among the documents. To add one, append its module to ``READERS``. Forms are read before all others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from gpai_lint.evidence.forms.reader import is_claimed, read_forms
from gpai_lint.evidence.interface import Binding, Evidence, Fact, Licence, Placeholder
from gpai_lint.evidence.models import attribute, group
from gpai_lint.evidence.subjects import Subjects
from gpai_lint.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gpai_lint.artifacts.interface import Artifact, Unread
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.progress import Progress

_PROSE = "gpai_lint.evidence.prose.reader"

#: The readers, in the order in which they run: module, and the formats it reads (empty for all).
READERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("gpai_lint.evidence.front_matter", frozenset({"markdown"})),
    (_PROSE, frozenset({"markdown", "text", "pdf", "docx"})),
    ("gpai_lint.evidence.placeholders", frozenset({"markdown", "text", "pdf", "docx"})),
    ("gpai_lint.evidence.bindings", frozenset({"markdown"})),
    ("gpai_lint.evidence.headings", frozenset({"markdown", "text", "pdf", "docx"})),
    ("gpai_lint.evidence.licences.reader", frozenset({"markdown", "text", "pdf", "docx"})),
    ("gpai_lint.evidence.machine.reader", frozenset({"json", "yaml", "csv", "safetensors", "gguf", "lfs"})),
    ("gpai_lint.evidence.manifests.reader", frozenset({"json", "yaml", "markdown"})),
)


def read_evidence(
    artifacts: Sequence[Artifact],
    unread: Sequence[Unread],
    configuration: Configuration,
    progress: Progress = silent,
) -> Evidence:
    """Return all evidence of one repository; the same artifacts give the same evidence, in the same order."""
    if any(row.tentative for row in artifacts):
        asked = Subjects((), artifacts)
        artifacts = [row for row in artifacts if not row.tentative or asked.subject(row) is not None]
    models, documents = group(artifacts, configuration)
    subjects = Subjects(models, artifacts)
    found: list[Fact | Licence | Placeholder | Binding] = []
    faults: list[Unread] = []
    members: dict[int, str] = {}
    for index, document in progress(tuple(enumerate(documents)), "Finding facts"):
        artifact = document.artifact
        if artifact is None:
            continue
        # What a form asks is answered there or not at all: other rules do not guess it from the same text.
        forms = read_forms(artifact, index)
        found.extend(forms.found)
        faults.extend(forms.faults)
        telling = artifact.kind != "readme" or subjects.introduces(artifact)
        member = subjects.member(artifact) if not telling or artifact.kind == "other" else ""
        members[index] = member
        if artifact.kind == "other" and member:
            title = import_module(_PROSE).read_title(artifact, index, member)
            found.extend([_of_member(title, member)] if title else ())
        for module, formats in READERS:
            if module == _PROSE and not telling and not member:
                continue
            if artifact.kind == "license_file" and module == _PROSE and not subjects.is_own_licence(artifact):
                continue
            if not formats or artifact.format in formats:
                read: Callable[[Artifact, int], Iterable[Fact | Licence | Placeholder | Binding]]
                read = import_module(module).read
                rows = (row for row in read(artifact, index) if not is_claimed(row, forms.claims))
                found.extend(_of_member(row, member) for row in rows)
    return Evidence(
        models,
        tuple(row._replace(member=members.get(index, "")) for index, row in enumerate(documents)),
        tuple(attribute([row for row in found if isinstance(row, Fact)], models)),
        tuple(row for row in found if isinstance(row, Licence)),
        tuple(row for row in found if isinstance(row, Placeholder)),
        tuple(row for row in found if isinstance(row, Binding)),
        (*unread, *faults),
    )


def _of_member(row: Fact | Licence | Placeholder | Binding, member: str) -> Fact | Licence | Placeholder | Binding:
    """Return a row as one of a member, where it is a fact that is given to none."""
    return row._replace(variant=member) if member and isinstance(row, Fact) and not row.variant else row
