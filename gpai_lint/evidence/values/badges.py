"""What a badge shows: a picture of shields.io whose address says what is drawn on it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from gpai_lint.evidence.patterns import Pattern

#: The address of a badge; its group is the path that says what is drawn.
BADGE = Pattern(r"img\.shields\.io/badge/([^\s)\"'?#]{1,200})")
#: An underscore is a space; one that is written twice is itself.
_UNDERSCORES = re.compile(r"_(_?)")


def shown(path: str) -> list[str]:
    """Return the label and the message on a badge: ``License-Apache_2.0-green.svg`` -> ``License``, ``Apache 2.0``.

    They and the colour are parted by hyphens; a hyphen within one of them is written twice.
    """
    parts = unquote(path).replace("--", "\0").split("-")
    spaced = (_UNDERSCORES.sub(lambda match: match[1] or " ", part) for part in parts[:-1] or parts)
    return [part.replace("\0", "-").strip() for part in spaced]
