"""Pages that list the models that were released: model zoos, lists of checkpoints, pages about the variants."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Prose
from gpai_lint.evidence.kin import cores_of, letters, parts_of
from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Artifact

#: What the released models are called in the title of a page about them, which says of which it is perhaps.
_TITLE = Pattern(
    r"\W*(?P<which>(?:[\w-]+ ){0,2})(?:models?|checkpoints?|weights)"
    r"(?: (?:models?|zoo|list|cards?|details|overview|results|versions?|releases?|weights|checkpoints?)){0,2}"
    r"(?: [\[(][\w -]+[\])])?\W*"
)
#: Titles like that of other pages.
_OTHER = Pattern(
    r"\b(?:support\w*|custom\w*|third|your|new|add\w*|other|compatib\w*|communit\w*|pars\w+|merg\w+|load\w*|sav\w+"
    r"|shard\w*|format\w*|convert\w*|threat|mental|data|cost|object|download\w*|run\w*|us(?:e|ing))\b"
)
#: What such a page is called, whatever its title.
_ZOO = Pattern(r"(?:.*[-_])?model[-_]?zoo(?:[-_][a-z]{2})?")
#: Words of such titles, and names of such files, that tell all released models from none.
_ALL = (
    "all any available current full hub latest list main model models our overview pretrained pre-trained pre released"
    " readme the trained zoo checkpoint checkpoints weights index open-source public official"
)
#: What tells of a model that is released: a size, or something to load.
_LOADABLE = Pattern(
    r"\d ?(?:[BMK]|[bm]illion)[ -]param|(?:num|number of|#) ?param"
    r"|(?:huggingface\.co|hf\.co)/(?!datasets|spaces|papers|docs|blog|collections)[\w.-]+/"
    r"|\.(?:pth?|ckpt|bin|safetensors|zip|npz|onnx|gguf|tar|tgz)\b"
)
#: Paragraphs among which such a page begins to list them.
_OPENING = 16


def lists_released(document: Artifact) -> bool:
    """Tell whether a document is a page of released models, by its title or its name and by what it holds to load."""
    if not isinstance(document.content, Prose):
        return False
    titled = _TITLE.fullmatch(document.title) and not _OTHER.search(document.title)
    if not titled and not _ZOO.fullmatch(PurePosixPath(document.path).stem):
        return False
    return len(list(islice(_LOADABLE.finditer(told_by(document.content)), 2))) > 1


def told_by(prose: Prose) -> str:
    """Return what a page tells first, with its tables and where its links lead."""
    texts = [block.text for block in prose.blocks if block.kind != "code"][:_OPENING]
    texts += [cell.text for table in prose.tables for row in table.rows for cell in row]
    texts += [link.target for link in prose.links]
    return "\n".join(texts)


def variant_listed(document: Artifact, names: Sequence[str]) -> str:
    """Return which of the models of some names a page of released models is about, empty for all of them.

    Its title says that, or its name where that is no word for all: ``multilingual.md``.
    """
    match = _TITLE.fullmatch(document.title)
    words = _ALL.split()
    named = {letters(part) for name in parts_of((*names, *cores_of(names))) for part in (name, *name.split())}
    which = [word for word in (match["which"].split() if match else ()) if letters(word) not in named]
    if not all(word.lower() in words for word in which):
        return re.sub(r"\W*[\[(].*", "", document.title).strip()
    stem = [word for word in re.split(r"[\W_]+", PurePosixPath(document.path).stem.lower()) if word]
    return "" if any(word in words for word in stem) else " ".join(stem)
