"""Names of data sets that are plain words or a few capitals, and those of machines, which look alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import DENIED, KIND, NAME, NO_DATA, is_own
from gpai_lint.evidence.values.languages import languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

_WORD = r"[\"'`]?[A-Za-z][\w.-]{1,30}[\"'`]?"
#: What a model was trained on, in words small or large: "trained on the nestsum and reedqa data sets".
_ON = Pattern(
    r"\b(?:trained|tuned)\b(?: (?!on\b)[\w-]+){0,4} (?:on|using|with) (?:(?:the|both) ){0,2}"
    rf"(?P<names>{_WORD}(?:(?:, and |, | and | & |/){_WORD}){{0,5}}) (?:data ?sets?|corpora|corpus)\b"
)
#: What a training script writes: "a fine-tuned version of finch on the birds/reed_200k dataset".
_VERSION_ON = Pattern(
    r"\b(?:fine-?tuned version of [^.;]{1,120}? on (?:the )?"
    r"|(?:trained|tuned)\b[^.;]{0,60}? (?:on|using|with) the (?=(?-i:[a-z])[\w.]*[_-][\w.-]*\d[\w.-]* data ?set\b))"
    r"(?P<name>(?:[\w.-]+/)?(?=[\w.-]*[_\d])[\w.-]*[a-z][\w.-]*)(?= data ?sets?\b|(?:, | and)[^.;]{1,80} data ?sets?\b)"
    # Named by how many there are in it: "trained on 15k records `reed-finch-15k`".
    r"|\b(?:trained|tuned)\b[^.;]{0,80} (?:records|samples|examples|instructions|pairs|conversations|questions)"
    r" [`(]*(?P<numbered>(?:[\w.-]+/)?[a-z][\w.]*-[\w.-]*?\d+[kKmM])(?![\w-])"
)
_VERSION = Pattern(
    r"\bfine-?tuned version of [^.;]{1,120}? on (?:the )?(?P<name>(?-i:[a-z])[\w-]{2,30}) data ?set(?=\.?\W*\Z|\.\s)"
)
#: The word for data in other languages, and the name behind it: "entraîné sur le corpus Roseau-2".
_ELSEWHERE = Pattern(
    r"\b(?:entra[iî]née?s?|entrenad[oa]s?|addestrat[oa]|treinad[oa]s?|trainiert|getraind)\b[^.;,]{0,40}?"
    r" (?:jeu de données|corpus|data ?set|conjunto de (?:datos|dados)|base de datos|Datensatz|Korpus)"
    rf" (?:(?-i:abierta|open|public|publique|libre) )?(?:(?:de|di|do|da) )?(?P<name>{NAME})"
)
#: A part of the text that data was taken out of: "genomes contained in the Reed Plants database".
_TAKEN_OUT = Pattern(
    r"\b(?:contained|deposited|found|available|annotated|collected|listed) (?:in|from) the "
    rf"(?P<name>{NAME}) (?:database|archive|repository|collection)\b"
)
#: What makes a small word a name: a digit, no vowel, or what names of data sets end in.
_ODD = re.compile(
    r"\d|_|(?<![a-z])[^\Waeiouy_\d]{3,}(?![a-z])"
    r"|[a-z]{2}(?:qa|sum|nli|squad|corpus|crawl|pedia|webtext|bank|vqa|speech|caps|bench|instruct)(?![a-z])"
    r"|(?<![a-z])(?:wiki|libri)[a-z]{3,}"
)
#: Words for what data is like, and what a script calls data that has no name.
_ADJECTIVE = Pattern(
    r"[a-z]+(?:ed|ing|ive|al|ic|ous|able|ish|ese|ian|ary|less|ful)|none|unknown|custom|generator|json|csv|parquet|arrow"
    r"|(?:image|audio|video)folder|same|given|own|new|full|whole|entire|raw|private|open|complete|final|mixed|sample"
    r"|v\d[\w.]*|(?:part|stage|phase|step|fold|version|split|set|batch|year|task|level)[_-]?\d+"
    r"|(?:my|your|train\w*|test\w*|eval\w*|valid\w*)_\w+|\w+-(?:scale|source|quality|domain|language|only|shot|turn|size)"
)
#: A machine that computes, by the word beside its name.
_MACHINE = Pattern(
    rf"(?P<name>{NAME})(?: \([^()]{{1,30}}\))?(?:,? (?:is |was )?(?:an?|the|our|one of the)(?: [\w'-]+){{0,4}}?)?"
    r" (?:supercomput\w+|(?-i:HPC)|(?:computing |compute |(?-i:GPU) )?cluster)\b"
    rf"|\b(?:supercomputers?|(?-i:HPC)(?: system| cluster)?|cluster),? (?:named |called |\()?(?P<behind>{NAME})"
)
_DESCRIBED = Pattern(r"://(?:www\.)?(?:github\.com|gitlab\.com|arxiv\.org|aclanthology\.org)/")
_HARDWARE = Pattern(r"\b(?:hardware|comput(?:e|ing)|infrastructure|environmental|energy)\b")
_DATA = Pattern(r"\b(?:data(?: ?sets?)?|corpus|corpora)\b")
#: The word for data behind a few capitals, anywhere in a document.
_SET = Pattern(r"\b(?P<name>(?-i:[A-Z]{2,6})) (?:data ?sets?|corpus|corpora)\b")


def plain_names(sentence: str, own: str) -> list[str]:
    """Return the names in small letters, or any beside them, of what a sentence says that a model was trained on."""
    found = []
    for match in _ON.finditer(sentence):
        if DENIED.search(sentence, 0, match.start()):
            continue
        words = [word.strip("\"'`") for word in re.split(r",? and |, | & |/", match["names"])]
        quoted = match["names"].count('"') + match["names"].count("`") > 1
        if (quoted or any(_ODD.search(word) for word in words if word.islower())) and all(map(is_name, words)):
            found += words
    versions = [match for match in _VERSION_ON.finditer(sentence) if not DENIED.search(sentence, 0, match.start())]
    matches = (*versions, *_VERSION.finditer(sentence), *_TAKEN_OUT.finditer(sentence), *_ELSEWHERE.finditer(sentence))
    found += [name for match in matches if is_name(name := match[match.lastgroup or "name"].strip(" .,"))]
    return [name for name in dict.fromkeys(found) if not is_own(name, own)]


def is_name(word: str) -> bool:
    """Tell whether a word is none of those that say of what kind data is, and no language."""
    return not (
        NO_DATA.search(word) or KIND.fullmatch(word) or _ADJECTIVE.fullmatch(word) or languages_in(word.capitalize())
    )


def described(context: Context, passage: Passage, start: int, end: int) -> Iterator[str]:
    """Yield the texts of links in a sentence that lead to code or a paper, where no machine lies."""
    yield from (link.text for link in context.links(passage, start, end) if _DESCRIBED.search(link.target))


def without_machines(context: Context, passage: Passage, sentence: str, names: list[str]) -> list[str]:
    """Return the names without those of what computed, as the document calls it or the heading above says."""
    if names and not _DATA.search(sentence):
        if any(label.role == "heading" and _HARDWARE.search(label.text) for label in passage.labels[:2]):
            return []
        return [name for name in names if name not in _machines(context)]
    return names


@lru_cache(maxsize=4)
def _machines(context: Context) -> frozenset[str]:
    """Return the names of machines that compute in a document, by the words beside them."""
    texts = (passage.text for passage in context.passages)
    matches = (match for text in texts for match in _MACHINE.finditer(text))
    return frozenset((match["name"] or match["behind"]).rpartition(". ")[2].strip(" .,") for match in matches)


@lru_cache(maxsize=4)
def known_sets(context: Context) -> frozenset[str]:
    """Return what a few capitals name a data set anywhere in a document, by the word behind them."""
    texts = (passage.text for passage in context.passages)
    return frozenset(match["name"] for text in texts for match in _SET.finditer(text))
