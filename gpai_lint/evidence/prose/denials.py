"""What says that something is not told: "not disclosed by the authors", "unknown", "论文未提及"."""

from __future__ import annotations

from gpai_lint.evidence.patterns import Pattern

_DENIED = Pattern(
    r"\W*(?:(?:not (?:(?:yet|been|explicitly|publicly|officially|clearly|currently) ){0,3}"
    r"(?:available|disclosed|known|stated|specified|determined|recorded|documented|reported|mentioned)"
    r"|unknown|undisclosed|n/?a)\b"
    r"|(?:(?:论文|文中|报告|原文|官方)[中里]?)?(?:[暂尚均]|目前)?未(?:提及|说明|披露|公开|公布|知|注明|指定)[^。;；]*)"
)
#: By whom, where and until when it is not told: more would tell something.
_DENIED_BY = Pattern(
    r"(?:\W*\b(?:publicly|explicitly|yet|here|currently|at (?:this time|present|the time of \w+)"
    r"|(?:in|by) (?:the|this|our|its|their) (?:[\w-]+ ){0,3}(?:articles?|authors?|cards?|creators?|developers?"
    r"|documentation|papers?|providers?|publications?|references?|reports?|repository|sources?|team|text)))*\W*"
)


def denies(text: str, *, whole: bool = True) -> bool:
    """Tell whether a text begins with saying that something is not told; if ``whole``, that it says nothing else."""
    denied = _DENIED.match(text)
    return denied is not None and not (whole and _DENIED_BY.fullmatch(text, denied.end()) is None)
