"""The wordings in which a sentence names the data sets that a model was trained on."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import (
    ACRONYM,
    DENIED,
    MADE,
    MARK,
    NAME,
    NO_DATA,
    PROPER,
    STRIKING,
    is_own,
    without_remarks,
)
from gpai_lint.evidence.values.languages import is_language, languages_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRAINED_ON = Pattern(
    rf"\b(?:pre-?|post-?)?(?:train(?:ed)?|(?:fine-?|instruction[ -])?tuned?)\b(?: \([^)]{{0,60}}\))?"
    rf"(?:(?: \w+){{0,9}}?(?<!based) on|(?: for [\w.,]+ (?:epochs?|steps|iterations))? (?:using|with))"
    rf"(?: (?:and evaluated against)| \([^)]{{0,60}}\))? (?:(?:the|a|an|our|data from"
    r"|(?:[\w-]+ ){0,2}?(?:subsets?|versions?|editions?|parts?|portions?|scale|amounts?|volumes?) of|all of"
    r"|(?:[\w-]+ )?(?:classes|categories) (?:of|from)"
    r"|\d[\d.,]* ?(?:[BMT]|billion|trillion|million)? ?tokens (?:of|from)"
    r"|\d+ years(?: \([^()]{0,30}\))? of"
    r"|\d[\d.,]* ?[KMGTP]i?B of(?: (?!the\b)[a-z]+){0,2}"
    r"|~?\d[\d.,]* ?(?:[kmb]|thousand|million|billion)? ?(?:[a-z-]+ ){0,3}?(?:hours|images|pairs|samples|examples"
    r"|documents|articles|papers|pages|conversations|instructions|sentences|recordings|videos|sequences|structures"
    r"|molecules|slides|tiles|scans"
    r"|compounds|proteins|cells)(?: of [a-z]+)?(?: (?:sourced|curated|drawn|sampled|taken|collected|extracted))? from"
    r"|(?:[\w-]+ ){0,3}?(?:data ?sets?|corpus|corpora|collection)(?:,|,? (?:called|named|known as)| of| from)?"
    r"|(?:[\w-]+ )?(?:mixture|mix|blend|combination|concatenation|union) of"
    r"|(?:[a-z-]+ ){1,3}from(?= (?:the )?(?:(?-i:[A-Z])[\w-]* ){1,5}(?:corpus|data ?set|database)\b)"
    rf"|public|standard|original|english|small|large|popular|full|entire"
    rf"|(?:[a-z]+-)?(?:expanded|filtered|translated|cleaned|augmented|curated|captioned)) )*(?P<name>{NAME})"
)
#: A name by itself in parentheses behind what it was trained on: "trained on our own data set (ReedData)".
_TRAINED_ON_SUCH = Pattern(
    r"\b(?:trained|tuned)(?: \w+){0,2} on [^.;()]{0,80}\b(?:data ?set|corpus) "
    r"\((?P<name>(?-i:(?!Stage|Phase|Part|Figure|Table|Section)[A-Z]\w*(?:[a-z][A-Z]|-[A-Z\d]|[a-z]\d|(?:[dD]ata|[cC]orp)))[\w.-]*)\)"
)
#: What something is used as, or put into: "our training corpus", "part of the training data".
_AS_DATA = (
    r"(?:(?:a )?part of )?(?:(?:our|the|its|an?|additional) )*(?:[\w-]+ ){0,2}?"
    r"(?:pre-?|post-?)?(?:training|tuning) (?:data(?: ?sets?)?|set|corpus|corpora|mix(?:ture)?)\b"
    r"(?! (?:pipeline|(?:pre-?)?processing|curation|cleaning|generation|synthesis|de-?dup\w*|filter\w*|annotat\w*))"
)
_TAKEN = (
    r"(?:us(?:e[ds]?|ing)|utili[sz](?:e[ds]?|ing)|includ(?:e[ds]?|ing)|incorporat(?:e[ds]?|ing)|take|took|chose|choose"
    r"|adopt(?:ed)?|employ(?:ed)?)"
)
_DETERMINED = r"(?:(?:the|an?|our|latest|filtered|cleaned|de-?duplicated|full|[\w-]+ versions? of|subsets? of) )*"
#: "we use a filtered version of X as our training corpus", "X serves as the training set".
_USED_AS = Pattern(
    rf"\b{_TAKEN} {_DETERMINED}(?:(?P<set>{NAME})(?= (?:data ?sets?|corpus) as {_AS_DATA})"
    rf"|(?P<name>{NAME})(?:(?! as )[^.;]){{0,60}} as {_AS_DATA})"
    r"|\bas (?:(?:our|the|its) )?(?:[\w-]+ )?(?:pre-?|post-?)?training (?:data|corpus|set),? "
    rf"(?:we )?(?:have )?{_TAKEN} {_DETERMINED}(?P<first>{NAME})"
    rf"|(?:\A|[,;] )(?:the )?(?P<subject>{NAME})(?: (?:data ?set|corpus))?"
    rf" (?:serve[sd]|(?:is|was) (?:also )?(?:used|taken|chosen)) as {_AS_DATA}"
    rf"|\b(?:add(?:ed|ing)?|incorporat(?:e|ed|ing)|mix(?:ed|ing)?|integrat(?:e|ed|ing))"
    rf" (?:the )?(?P<added>{NAME})(?: (?:data ?set|corpus|data))? (?:in)?to {_AS_DATA}"
)
#: What introduces an enumeration of data sets: words for data, and those that say that they are named.
_LISTED = Pattern(
    r"\b(?:(?:data|corpus|corpora|(?:data ?)?(?:sets?|bases?|mix(?:ture)?|sources)"
    r"|data ?sets? (?:combination|collection)|pairs|images|videos|clips|samples|examples|documents|texts?"
    r"|recordings|hours of (?:[\w-]+ ){0,3}(?:speech|audio|music)|instructions|tokens)"
    r"(?::|(?:(?<=sets)|(?<=corpora)|(?<=sources))(?: [\w,-]+){1,6}(?<!categories)(?<!domains)(?<!types)(?<!areas):"
    r"|(?:,? |-)(?:including|such as|like|namely|e\.g\.,?|for (?:example|instance),?|comprising|consisting of):?"
    r"|(?<=data sets),|(?<=datasets),)"
    r"|\bwe (?:also |further |additionally )?(?:add|mix in|incorporate)d?(?:ed)?"
    r"|(?:data(?: ?sets?)?|(?:data )?sources|train(?:ing)? set|corpus|documents|texts?|images|videos|recordings|pairs)"
    r"(?:,? (?:mainly|mostly|primarily|chiefly|partly|drawn|taken|collected|came|comes|(?:was|were|is|are) (?:\w+ )?"
    r"(?:built|taken|drawn|collected|sourced|derived|compiled|assembled|gathered)))?"
    r" (?:from|consists? of|includes?|comprises?)"
    r"|(?:pre-?)?training (?:data(?: ?sets?)?|corpus|mix(?:ture)?) contains?) "
    r"(?=(?P<list>(?:[^.;:]|\.(?=[\d,])){5,400}))"
)
#: What a text on the training data says of names: "we use X, Y and Z".
_USES = Pattern(
    r"\b(?:us(?:es?|ed|ing)|includ(?:es?|ed|ing)|contain(?:s|ing)?|compris(?:es?|ed|ing)|consist(?:s|ing) of|"
    r"combin(?:es?|ing)|from|of) (?P<list>(?:[^.;:]|\.(?=[\d,])){5,400})"
)
#: What data is compared with, "unlike data sets such as X and Y", and what else is listed.
_BESIDE = Pattern(
    r"\b(?:unlike|than|(?:compared|contrary) (?:to|with))\b[^,;]{0,60}\Z"
    # Languages in their order by how much there is of each.
    r"|\blanguages\b,? (?:here )?(?:listed|ordered|sorted|ranked|in (?:descending|ascending))\b[^.;]{0,80}\Z"
)
#: Names in parentheses behind words for data: "a large corpus (X + Y)", "public datasets (e.g., X and Y)".
_ASIDE = Pattern(
    r"\b(?:data|corpus|corpora|(?:data ?)?sets?|sources|collections?|annotations|pairs|images|videos|texts|documents"
    r"|modalities|maps) "
    r"\((?:(?P<of>(?:based on|taken from|drawn from|collected from|sampled from|from) (?:the )?)"
    r"|(?:e\.g\.|i\.e\.|for (?:example|instance)|such as|including|like|namely|mainly|primarily),? )?"
    r"(?P<list>(?:[^()]|\([^()]{0,40}\)){5,300})\)"
)
#: What makes the name in such parentheses that of the model which made the data: "distilled data (from Wren)".
_MADE_BY = Pattern(r"\b(?:distilled|generated|synthe\w+|self-instruct\w*|model-written) (?:[\w-]+ ){0,2}\Z")
#: "During training we used X, Y and Z data".
_USED_FOR = Pattern(
    r"\b(?:during|for|in) (?:the |our )?(?:(?:pre-?)?training|fine-?tuning),? (?:we|it) (?:have |has )?uses?d? "
    r"(?P<list>[^.;:]{5,300}?) (?:data(?: ?sets)?|corpora)\b"
)
_ENTRY = Pattern(
    r"(?P<amount>(?:about |around |~)?\d[\d.,]*\s?(?:[kmgtp]?b|[kmbt]|%|percent|thousand|million|billion|trillion)?"
    r" (?:[\w-]+ ){0,2}?(?:of|from) )?(?:an? )?(?:(?:recent|latest|full|entire|filtered|cleaned|de-?duplicated) )?"
    r"(?:(?:the )?(?:[\w-]+ ){0,2}?(?:dumps?|subsets?|versions?|portions?|snapshots?) of )?"
    rf"(?:(?-i:the) )?(?P<name>{NAME}|(?-i:[a-z]{{1,6}}[A-Z\d][\w.-]*))"
    rf"(?: (?-i:[a-z][\w-]*)){{0,3}}?(?: (?:data(?: ?sets?)?|corp(?:us|ora)|subsets?))?"
    r"(?: ?[(\[][^()\[\]]{0,40}[)\]]?)?\s*"
)
#: What opens a text that consists of names.
_VERB = re.compile(r"\A(?i:includes?|including|contains?|comprises?|comprising|uses?|using|combines?)\s")
#: What parts the names; a run of spaces is tried from its beginning alone.
_SPLIT = re.compile(r",\s+(?:and )?|(?<!\s)\s+(?:and |[+&]\s+)")
#: A corpus with nothing but its name in parentheses, and the verbs for what is done with it.
_WHOLE = Pattern(
    r"(?i:corpus|data ?set|collection)s? \([A-Z][\w-]*(?: [A-Z][\w-]*|(?<=[a-z])[A-Z][\w-]*)+\)\Z", flags=0
)
_FITTED = Pattern(r"\b(?:trained|tuned) on\b")
_TASK = Pattern(
    r"\s?[x×]\s|(?: ?\([^()]{1,24}\))?[\s-]+(?:(?:pre-?)?training (?=[amo]))?"
    r"(?:tasks?|hardware|platforms?|cloud|infrastructure|nodes?|clusters?"
    r"|(?:[a-z-]+ ){0,2}supercomput\w+"
    r"|servers?|machines?|instances|chips|accelerators|devices|booster|partition|languages?|benchmarks?"
    r"|optimi[sz]ers?|objectives?|loss|frameworks?|librar(?:y|ies)|codebase|precision|parallelism"
    r"|methods?|techniques?|recipes?|approach|strategy|algorithms?|architectures?|procedure|systems?"
    # What another model has written is known by that model's name.
    r"|(?:(?:base|pre-?trained|large|language|foundation|chat|instruct) )*(?:models?|checkpoints?)"
    r"|outputs|responses|generations|completions|(?:reasoning )?traces)\b"
    r"|(?: ?\([^()]{1,24}\))?, (?:an?|the|our) (?:[\w-]+ ){0,5}?(?:supercomputers?|clusters?|machines?|platform"
    r"|strategy|methods?|techniques?|framework|objective|algorithm|architecture)\b"
)
#: The name of a model with its size: what is tuned "on" that began as it.
_SIZED = re.compile(r"[ -]\d{1,2}(?:\.\d{1,2})?B\b")
_SUBJECT = Pattern(r"(-\d{1,2}(?:\.\d{1,2})?B)(?:-\w+)* (?:is|was) \Z", flags=0)
_TUNED = Pattern(r"(?:fine-?|instruction[ -])?tun(?!.*\b(?:data|subset|corpus|samples)\b)")
_DEVICES = Pattern(
    r"(?: \([^()]*\))?,? (?:with|using|on) (?:up to |around |about )?(?:\d[\d,]*|a single|several|multiple)\s?x?\s?"
    r"(?:[\w-]+ ){0,2}(?:gpus?|tpus?|nodes?|accelerators?|[ABHV]\d{2,3}\w?|mi\d+\w*)\b"
)
#: Behind the name of a machine: "trained on Great Reed 5 with 512 nodes".
_NODES = Pattern(r"(?: \([^()]*\))?,? (?:with|on) (?:up to |around |about )?\d[\d,]* (?:[\w-]+ )?nodes\b")
NO_TRAINING = Pattern(
    r"\b(?:evaluat\w+|benchmark\w*|test set|validation|held[- ]out|not trained"
    r"|(?:do|does|did) not use|results of (?!our|the|this|these|all))\b"
)
_FURTHER = Pattern(
    r"(?: (?:data ?sets?|data|corpus|dumps?|subsets?(?: of [\w.-]+)?))?(?: \([^()]{0,60}\))?"
    r"(?:,? and |, | [+&] |,? or (?:on )?)(?:the )?(?:[\w-]+ (?:classes|categories) (?:of|from) (?:the )?)?"
    rf"(?P<name>{NAME})"
)
#: Behind "trained using" and "trained with" as many tools stand as data sets; these words tell which it is.
_MEANS = Pattern(r"\btrain(?:ed)?(?: \w+)? (?:using|with)\b")
_DATA_AHEAD = Pattern(
    r"\b(?:subsets?|portions?|(?:scale|amounts?|volumes?) of"
    r"|(?:tokens|images|pairs|samples|examples|documents) (?:of|from))\b"
)
_DATA_BEHIND = Pattern(r"(?:,? an? )?[\s\w'-]{0,60}?\b(?:data(?: ?sets?)?|corpus|corpora|collection|subset)\b")
#: What says that the word before it names data: "Reed, a curated corpus of …".
_APPOSED = Pattern(r", an? [\"']?(?:[\w-]+,? ){0,5}?(?:data ?set|corpus|corpora)\b")


def trained_on(sentence: str, own: str, known: frozenset[str]) -> list[str]:
    """Return the names that a sentence says a model was trained on; ``own`` is a pattern for the model's names.

    A few capitals alone count where they are ``known`` to be data.
    """
    matches = [match for match in _TRAINED_ON.finditer(sentence) if not _TASK.match(sentence, match.end())]
    matches = [match for match in matches if not _is_tool(sentence, match)]
    matches = [match for match in matches if not DENIED.search(sentence, 0, match.start())]
    # A place, with the devices that stand there: "trained on Great Reed with 384 GPUs".
    matches = [m for m in matches if not _NODES.match(sentence, m.end())]
    matches = [m for m in matches if STRIKING.search(m["name"]) or not _DEVICES.match(sentence, m.end())]
    # "Finch-7B is trained on Wren-7B": a model of its own size.
    matches = [m for m in matches if not ((size := _SUBJECT.search(sentence, 0, m.start())) and size[1] in m["name"])]
    tuned = [m for m in matches if _SIZED.search(m["name"]) and _TUNED.match(m.group())]
    matches = [m for m in matches if m not in tuned or _DATA_BEHIND.match(sentence, m.end())]
    names = [match["name"].strip(" .,") for match in matches if _is_proper(sentence, match)]
    names += [name for match in matches for name in also(sentence, match.end())]
    names = [name for name in names if not NO_DATA.search(name)]
    names = [name for name in names if not is_own(name, own)]
    names = [name for name in names if not is_language(name.removesuffix(" Corpora"))]
    # A few capitals beside a name are a name as well: "trained on Reed-Web and DCLM".
    return names if any(name in known or not _is_acronym(name, sentence) for name in names) else []


def mentioned(sentence: str, own: str) -> Iterator[str]:
    """Yield the names that a sentence on training data gives: as what is used, in enumerations, by the word behind."""
    for match in _USED_AS.finditer(sentence):
        group = match.lastgroup or "name"
        called_so = group == "set" and not NO_DATA.search(match["set"]) and not languages_in(match["set"])
        if called_so or _is_proper(sentence, match, group):
            yield match[group].strip(" .,")
            yield from also(sentence, match.end()) if group == "first" else ()
    if not NO_TRAINING.search(sentence):
        such = (match["name"] for match in _TRAINED_ON_SUCH.finditer(sentence))
        yield from (name for name in such if not NO_DATA.search(name) and not is_own(name, own))
    yield from _enumerated(sentence, own)


def _enumerated(sentence: str, own: str) -> list[str]:
    """Return the names that begin an enumeration of data sets; one of them has to be a name by its look."""
    matches = (*_LISTED.finditer(sentence), *_USED_FOR.finditer(sentence))
    matches = tuple(match for match in matches if not _BESIDE.search(sentence, 0, match.start()))
    found = [name for match in matches for name in _listed(match["list"], own)]
    for match in () if NO_TRAINING.search(sentence) else _ASIDE.finditer(sentence):
        if match["of"] and _MADE_BY.search(sentence, 0, match.start()):
            continue
        alone = bool(match["of"]) or (_WHOLE.match(match.group()) is not None and _FITTED.search(sentence) is not None)
        found += _listed(match["list"], own, alone)
    return list(dict.fromkeys(found))


def _listed(text: str, own: str, alone: bool = False) -> list[str]:
    """Return the names that an enumeration begins with: several, or one whose amount is told or that may be alone."""
    parts = ((part, _ENTRY.fullmatch(part.rstrip(MARK))) for part in _SPLIT.split(without_remarks(text)))
    # What is no name may stand among names, if its amount is told like theirs.
    told = takewhile(lambda part: part[1] is not None or part[0].endswith(MARK), parts)
    listed = [entry for _, entry in told if entry is not None]
    if listed and listed[-1].group().endswith(" models"):
        return []
    # What is called by whose it is has its own name behind: "Aviary's Reed".
    found = [re.sub(r"^[\w-]+'s(?: |\Z)", "", entry["name"].strip(" .,")) for entry in listed]
    found = [name for name in found if name and not NO_DATA.search(name.removeprefix("The ")) and not is_own(name, own)]
    # What is under a licence was taken, and is no place.
    several = len(found) > 1 or alone or any(entry["amount"] for entry in listed) or " (CC" in text
    striking = any(PROPER.search(name) and not ACRONYM.fullmatch(name) for name in found)
    return found if several and striking else []


def enumeration(text: str, own: str) -> list[str]:
    """Return the names in a text that consists of them alone: "Reed-Web, Marsh v2 and Heap"."""
    entries = [_ENTRY.fullmatch(entry) for entry in _SPLIT.split(_VERB.sub("", text.strip(" .")))]
    names = [entry["name"].strip(" .,") for entry in entries if entry]
    proper = [name for name in names if PROPER.search(name) and not NO_DATA.search(name.removeprefix("The "))]
    proper = [name for name in proper if not is_own(name, own)]
    return proper if len(entries) > 1 and len(proper) == len(entries) else []


def used(sentence: str, own: str) -> list[str]:
    """Return the names in an enumeration of what is used, in a text that is about the training data anyway."""
    uses = (match for match in _USES.finditer(sentence) if not MADE.search(sentence, 0, match.start()))
    return [name for match in uses for name in _listed(match["list"], own)]


def also(sentence: str, start: int) -> list[str]:
    """Return the names that an enumeration goes on with: "trained on X, Y and Z"."""
    names = []
    while match := _FURTHER.match(sentence, start):
        if not PROPER.search(match["name"]):
            break
        names.append(match["name"].strip(" .,"))
        start = match.end()
    return names


def _is_tool(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a model was trained with what is named as a means, and not on it as data."""
    if not _MEANS.match(match.group()) or _DATA_AHEAD.search(sentence, match.start(), match.start("name")):
        return False
    return not _DATA_BEHIND.match(sentence, match.end())


def _is_acronym(name: str, sentence: str) -> bool:
    """Tell whether a name is a few capitals with no word for data behind it: those may be a method or a device."""
    return bool(ACRONYM.fullmatch(name)) and not re.search(
        rf"\b{re.escape(name)} (?:data(?: ?sets?)?|corpus)\b", sentence, re.IGNORECASE
    )


def _is_proper(sentence: str, match: re.Match[str], group: str = "name") -> bool:
    """Tell whether a word is a name: by its look, by the article before its capital, or by what it is said to be."""
    article = sentence[: match.start(group)].lower().endswith("the ")
    return article or bool(PROPER.search(match[group]) or _APPOSED.match(sentence, match.end(group)))
