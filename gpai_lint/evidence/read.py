"""Reads evidence: every reader over every artifact, in a fixed order.

A reader is a function ``read(artifact, document)`` that yields what it finds in one artifact; ``document`` is the
artifact's index among the documents. To add one, append its module to ``READERS``. Forms are read before all others.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.forms.reader import is_claimed, read_forms
from gpai_lint.evidence.interface import Binding, Evidence, Fact, Licence, Placeholder
from gpai_lint.evidence.introduction import introduced_name
from gpai_lint.evidence.members import introduced_member, tells_more
from gpai_lint.evidence.models import attribute, group
from gpai_lint.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gpai_lint.artifacts.interface import Artifact, Unread
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.evidence.interface import Model
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


#: What a family of models is called, and so many lines of a licence its title is among.
_FAMILY = re.compile(r"\b(?!(?:the|open|model|large|language|license)\b)[^\W\d_]{3,}", re.IGNORECASE)
_TITLE_LINES = 3

#: What a model is loaded from: a README beside it is about that model.
_MACHINE = frozenset({"model_config", "weights", "weights_index"})


def read_evidence(
    artifacts: Sequence[Artifact],
    unread: Sequence[Unread],
    configuration: Configuration,
    progress: Progress = silent,
) -> Evidence:
    """Return all evidence of one repository; the same artifacts give the same evidence, in the same order."""
    models, documents = group(artifacts, configuration)
    found: list[Fact | Licence | Placeholder | Binding] = []
    faults: list[Unread] = []
    for index, document in progress(tuple(enumerate(documents)), "Finding facts"):
        artifact = document.artifact
        if artifact is None:
            continue
        # What a form asks is answered there or not at all: other rules do not guess it from the same text.
        forms = read_forms(artifact, index)
        found.extend(forms.found)
        faults.extend(forms.faults)
        telling = artifact.kind != "readme" or _introduces_a_model(artifact, models, artifacts)
        member = introduced_member(artifact, artifacts) if not telling or artifact.kind == "other" else ""
        for module, formats in READERS:
            if module == _PROSE and not telling and not member:
                continue
            if artifact.kind == "license_file" and module == _PROSE and not _is_of_a_model(artifact, models):
                continue
            if not formats or artifact.format in formats:
                read: Callable[[Artifact, int], Iterable[Fact | Licence | Placeholder | Binding]]
                read = import_module(module).read
                rows = (row for row in read(artifact, index) if not is_claimed(row, forms.claims))
                found.extend(_of_member(row, member) for row in rows)
    return Evidence(
        models,
        documents,
        tuple(attribute([row for row in found if isinstance(row, Fact)], models)),
        tuple(row for row in found if isinstance(row, Licence)),
        tuple(row for row in found if isinstance(row, Placeholder)),
        tuple(row for row in found if isinstance(row, Binding)),
        (*unread, *faults),
    )


def _of_member(row: Fact | Licence | Placeholder | Binding, member: str) -> Fact | Licence | Placeholder | Binding:
    """Return a row as one of a member, where it is a fact that is given to none."""
    return row._replace(variant=member) if member and isinstance(row, Fact) and not row.variant else row


def _introduces_a_model(readme: Artifact, models: Sequence[Model], artifacts: Sequence[Artifact]) -> bool:
    """Tell whether a README stands at the root or with a model, or is the one introduction that there is.

    Deeper ones introduce code, tests or tools, or a member of the family.
    """
    directory = PurePosixPath(readme.path).parent
    beside = {_parent(other.path) for other in artifacts if other.kind in _MACHINE}
    if str(directory) in {".", *beside, *(path for model in models for path in (model.path, _parent(model.path)))}:
        return True
    if tells_more(readme, artifacts):
        return True
    introductions = {_parent(other.path) for other in artifacts if other.kind in {"readme", "model_card", "data_card"}}
    return introductions == {str(directory)} and bool(introduced_name(readme) or readme.title)


def _is_of_a_model(licence: Artifact, models: Sequence[Model]) -> bool:
    """Tell whether a licence holds an address and is called after a model: others stand in many repositories."""
    lines = licence.content.lines if isinstance(licence.content, Prose) else ()
    if not any("@" in line for line in lines):
        return False
    head = " ".join((PurePosixPath(licence.path).name, *lines[:_TITLE_LINES]))
    families = {family[0].lower() for model in models if (family := _FAMILY.match(model.name))}
    return any(word.lower() in families for word in _FAMILY.findall(head))


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)
