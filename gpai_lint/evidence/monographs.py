"""Documents that describe a model of their authors at length, as a card does, whatever else links to them or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.artifacts.content import title_of
from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.titles import name_in_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gpai_lint.artifacts.interface import Artifact

#: Chapters that tell how a model was made, each kind once, and those that other documents on models have as well.
_MAKING = tuple(
    Pattern(rf"\W*(?:\d+[.\d]*\W+)?(?:{title})\W*")
    for title in (
        r"(?:model |network )?(?:architecture|structure)(?: (?:overview|details))?"
        r"|model (?:design|details|description)",
        r"(?:model |pre-?|post-?)?training"
        r"(?: (?:overview|details|procedure|process|stages|recipe|set-?up|infrastructure))?",
        r"(?:(?:pre-?)?training |fine-?tuning )?(?:data(?: ?sets?)?|corpus|corpora)"
        r"(?: (?:sources|mixture|composition))?",
        r"(?:training )?(?:hardware|compute|infrastructure)(?: and .{3,24})?|environmental impact",
        r"(?:(?:known )?limitations?|intended uses?)(?:,? (?:and|&) .{3,24})?|bias(?:es)?,? risks?.{0,24}",
        r"model (?:variants?|sizes?|family|versions?|checkpoints?)(?: (?:and|&) (?:sizes?|variants?|checkpoints?))?",
        r"tokeni[sz](?:ation|er)",
    )
)
_TELLING = 3
_LEAST = 3
#: That its authors made the model they say, as those of a library say of its parts only.
_OURS = Pattern(
    r"\bwe (?:\w+ly |also |first |have )?(?:pre-?|post-?|fine-?)?train(?:ed)?\b(?! (?:your|the user)\b)"
    r"|\bour (?:[\w-]+ ){0,2}(?:(?:pre-?)?training (?:data|corpus|set|data ?set)|models?)\b"
    r"|\b(?:cite|citing) (?:us|our)\b"
)
#: What documentation of a library quotes of each model that it runs.
_QUOTED = Pattern(r"\babstract (?:from|of) the paper\b|\bthis model was contributed by\b")
#: How a first paragraph tells what the model is, behind its name.
_IS_MODEL = Pattern(
    r",? (?:is|are) (?:an?|the|our)\b(?:[^.]|\.(?=\d)){0,160}\b(?:models?|(?-i:LLMs?)|transformers?|neural networks?)\b"
)
_OPENING = 6
#: So near the beginning of a paragraph the name stands.
_NEAR = 60
#: A repository with more of them keeps them of many models, its own and those of others.
_MOST = 8


def monographs(documents: Iterable[Artifact]) -> dict[str, str]:
    """Return the names of the models that some of the documents describe at length, by the documents' paths."""
    found = {row.path: name for row in documents if row.tentative and (name := _described(row))}
    return found if len(found) <= _MOST else {}


def _described(document: Artifact) -> str:
    """Return the name in the title of a document that introduces its model, is built as a card and says "we"."""
    prose = document.content
    if not isinstance(prose, Prose) or not (name := name_in_title(document.title)):
        return ""
    titled = title_of(prose)
    titles = [section.title for index, section in enumerate(prose.sections) if index != titled]
    kinds = [any(kind.fullmatch(title) for title in titles) for kind in _MAKING]
    if sum(kinds) < _LEAST or not any(kinds[:_TELLING]) or not _is_introduced(prose, name):
        return ""
    texts = [block.text for block in prose.blocks if block.kind != "code"]
    ours = any(_OURS.search(text) for text in (*texts, *titles))
    return name if ours and not any(_QUOTED.search(text) for text in texts) else ""


def _is_introduced(prose: Prose, name: str) -> bool:
    """Tell whether one of the first paragraphs begins with the name of the title, or has it behind one in full."""
    for text in [block.text.replace("\n", " ") for block in prose.blocks if block.kind == "paragraph"][:_OPENING]:
        for start in (text.find(name), text.find(f"({name})")):
            if 0 <= start <= _NEAR and _IS_MODEL.match(text, start + len(name) + 2 * (text[start] == "(")):
                return True
    return False
