"""Names of data sets by what is said of them: what they are, where they lie, what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import DENIED, NAME, NO_DATA, PROPER, is_own
from gpai_lint.evidence.values.languages import languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

#: In any sentence on training: "taken from the Reed database", "2,000 reedXiv Physics papers".
_TRAINING = Pattern(
    rf"\b(?:from|of) (?:the )?(?P<base>{NAME}) databases?\b"
    r"|\b\d[\d.,]*\s?(?:[km]|million)?\+? (?P<counted>(?-i:[a-z]{1,2}[A-Z]\w+(?: [A-Z][a-z]+){0,3}))"
    r" (?:papers|articles|abstracts|preprints|posts|documents|questions)\b"
    r"|\b(?:pre-?)?trained (?:on|with|using) (?:\d[\d.,]*\s?(?-i:[KMGT]i?B) of )?(?:(?-i:[a-z]{4,12}) )?"
    r"(?P<crawl>(?-i:Common ?Crawl|Wikipedia))(?![\w-])"
    rf"|\A\W*(?:(?:continued )?pre-?training|(?:(?:supervised|instruction) )?(?:fine-?)?tuning)(?: \([^()]{{1,20}}\))?"
    rf" on (?:the )?(?P<stage>{NAME})(?= \(|[,.;]|\W*\Z)"
    r"|\b(?:an?|the) (?:recent |latest |current |full )?(?:(?-i:[A-Z][a-z]+) )?(?P<dump>(?-i:Wikipedia)) dumps?\b"
    rf"|\bdata (?:used [^.;]{{0,40}} )?(?:comes?|came) from (?:the )?(?P<origin>{NAME})(?=\W*\Z|[.,;])"
)
#: In a text about the data for training alone: "cases available from REED", "Reed is a corpus of …".
_ABOUT_DATA = Pattern(
    r"\b(?:publicly |freely |openly )?available (?:from|on|in|at|through|via) (?:the )?"
    r"(?P<place>(?-i:[A-Z]{3,}(?:-[A-Z\d]+)?)(?![\w-]))"
    rf"|\A(?:the )?(?P<defined>{NAME})(?: \([^()]{{1,80}}\)|,? or [^.;,()]{{2,60}})? is (?:an?|the|our) "
    r"(?:[\w-]+,? ){0,6}?(?:data ?set|corpus|dump)\b"
)
_JUDGED = Pattern(
    r"(?:,| and| then)+(?: (?:then|was|were|is|are|also))* (?:evaluated|tested|benchmarked|validated|compared)"
    r" (?:on|against|with|using)\b"
)
_BOTH = Pattern(r"\btraining (?:and|/|&) (?:evaluation|validation|testing|test)(?= (?:data|sets?|corpus)\b)")
_FITTED = Pattern(r"\b(?:pre-?|fine-?)?(?:trained|tuned)\b[^;]{0,160} (?:on|with|using|by)\b")


def told_names(sentence: str, own: str, announced: bool) -> Iterator[str]:
    """Yield the names in a sentence on training data; more tells them where the data is ``announced`` above it."""
    for pattern in (_TRAINING, _ABOUT_DATA) if announced else (_TRAINING,):
        for match in pattern.finditer(sentence):
            group = match.lastgroup or ""
            name = match[group].strip(" .,")
            plain = group in {"base", "defined"} and not PROPER.search(name) and bool(languages_in(name))
            plain |= group in {"origin", "stage"} and not PROPER.search(name)
            if not (plain or NO_DATA.search(name) or is_own(name, own) or DENIED.search(sentence, 0, match.start())):
                yield name


def before_judging(sentence: str) -> str:
    """Return a sentence up to the words for what a model was judged by, where it tells its training before them.

    Of data for both it says both: "as the training and evaluation data".
    """
    sentence = _BOTH.sub("training", sentence)
    judged = _JUDGED.search(sentence)
    return sentence[: judged.start()] if judged and _FITTED.search(sentence, 0, judged.start()) else sentence
