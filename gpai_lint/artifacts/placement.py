"""Where documents about a model may stand, by the names of their folders and files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

#: What is done with a model, or made around it, in titles and in the names of files and folders.
DONE_WITH = (
    r"(?<![a-z])(?:agents?|api|apps?|bench\w*|bots?|cli|code|community|convers\w+|cookbooks?|data\w*|demos?|deploy\w*"
    r"|docker|docs?|documentation|eval\w*|examples?|fine-?tun\w*|guides?|inference|install\w*|kit|mcp|plugins?"
    r"|quanti\w+|recipes?|results?|sdk|serv\w+|tests?|tools?|toolkit|train\w*|tutorials?|ui|usage|web)(?![a-z])"
)
#: Folders for documents.
SHELVES = frozenset({"docs", "doc", "documentation", "website"})
#: Folders for code, and for what others made.
_CODE = re.compile(
    r"\..*|src|lib|libs|scripts?|utils?|configs?|vendor(?:ed)?|external|third[-_]?party|3rd[-_]?party|submodules"
    r"|dependencies|node[-_]modules|site[-_]packages|assets|blogs?|posts?|news|i18n|templates?"
)
#: A document stands at most in so many folders.
_DEPTH = 4


def may_tell_of_model(path: str) -> bool:
    """Tell whether a document stands near the root, and neither its folders nor its name are of something else."""
    place = PurePosixPath(path.lower())
    folders = [folder for folder in place.parent.parts if folder not in SHELVES]
    if len(place.parent.parts) > _DEPTH or any(_CODE.fullmatch(folder) for folder in folders):
        return False
    return not any(re.search(DONE_WITH, name.replace("_", " ")) for name in (*folders, place.stem))
