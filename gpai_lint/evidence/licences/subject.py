"""What a licence covers: the model, the code or the data."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from gpai_lint.evidence.patterns import Pattern

_SUBJECTS = {
    "model": r"(?:model|weight|checkpoint)s?",
    "data": r"(?:data|dataset|datasets|database|corpus|corpora)",
    "code": r"(?:code|software|source|src)",
}
_NAMES = {subject: re.compile(rf"(?:^|[^a-z]){pattern}(?:[^a-z]|$)") for subject, pattern in _SUBJECTS.items()}

#: "the model weights are released under": a licence's scope in the words around it.
_SAID = {
    subject: Pattern(
        rf"\b{pattern}(?: \w+){{0,6}} (?:licen[sc]ed|released|distributed|provided|available|governed|covered)"
        rf"(?: \w+)? (?:under|by)\b|\b(?:licen[sc]e|agreement) (?:\w+ )?(?:applies|is) (?:only )?(?:to|for)"
        rf"(?: \w+){{0,3}} {pattern}\b",
        flags=0,
    )
    for subject, pattern in _SUBJECTS.items()
}

_DATA_LICENCES = ("ODbL", "ODC-By", "PDDL", "CDLA", "C-UDA", "etalab", "LicenseRef-odc")
_MODEL_WORDS = re.compile(r"\b(?:models?|weights|checkpoints?|trained|training|inference|parameters)\b")
_DATA_WORDS = re.compile(r"\b(?:datasets?|databases?|corpus|records)\b")


def subject_of(path: str, identifier: str, known: bool, around: str, joined: str) -> str:
    """Return ``model``, ``code``, ``data`` or ``unknown`` for a licence in the file ``path``.

    The file's name decides first, then the words ``around`` the licence, then the licence itself (``joined`` are its
    words): some are written for models or for data alone. The directories come last.
    """
    file = PurePosixPath(path.lower())
    return (
        _in_name(re.sub(r"[_\W]+", "-", file.name))
        or _single([subject for subject, pattern in _SAID.items() if pattern.search(around)])
        or _by_licence(identifier, known, joined)
        or next((found for part in reversed(file.parent.parts) if (found := _in_name(part))), "")
        or "unknown"
    )


def _in_name(name: str) -> str:
    return next((subject for subject, pattern in _NAMES.items() if pattern.search(name)), "")


def _single(subjects: list[str]) -> str:
    return subjects[0] if len(subjects) == 1 else ""


def _by_licence(identifier: str, known: bool, joined: str) -> str:
    if identifier.startswith(_DATA_LICENCES):
        return "data"
    if not identifier.startswith("LicenseRef-"):
        return ""
    models, data = len(_MODEL_WORDS.findall(joined)), len(_DATA_WORDS.findall(joined))
    for_models = known and not identifier.startswith("LicenseRef-modified-")
    if for_models or models >= 5:
        return "data" if data > models else "model"
    return ""
