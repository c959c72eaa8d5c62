"""Data sets that are named aside: in thanks and news, and in the sentence before the one that says what they served."""

from __future__ import annotations

from gpai_lint.evidence.patterns import Pattern

#: Zones that name the data of others as well.
BESIDES = frozenset({"citation", "news"})
#: Thanks for data, and news of it, that tell for which training it served.
_STAGE = Pattern(
    r"\b(?:in|for|during) (?:the|our) (?:[\w-]+ ){0,3}(?:pre-?|fine-?)?(?:training|tuning) (?:phase|stage|process)\b"
    r"[^.;]{0,160}\b(?:data|data ?sets?|corpora|corpus)\b"
    r"|\badd(?:ed|ing)? [^.;]{2,80} to (?:the |our )?(?:pre-?)?training (?:data(?: ?sets?)?|corpora|corpus)\b"
)
#: That the data which a passage speaks of served to train the model, and a set that it calls the authors' own.
_ON_OURS = Pattern(
    r"\b(?:trained|tuned) on (?:our|this|that|the (?:collected|resulting)) (?:[\w-]+ )?(?:data(?: ?sets?)?|corpus)\b"
)
_OUR_SET = Pattern(r"\b(?:our|the|this) (?-i:[A-Z])[\w-]* (?:data ?set|corpus)\b")


def served(text: str) -> bool:
    """Tell whether a text among thanks or news says that data served for training."""
    return _STAGE.search(text) is not None


def is_ours(passage: str, sentence: str) -> bool:
    """Tell whether a sentence names a set of the authors' own, on which the passage says that they trained."""
    return _OUR_SET.search(sentence) is not None and _ON_OURS.search(passage) is not None
