"""The name that an entry of a list of training data, or the value behind a key, begins with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_links import HUB_NAME, linked_names
from gpai_lint.evidence.prose.dataset_look import (
    ASIDE,
    IDENTIFIER,
    NO_DATA,
    PROPER,
    STRIKING,
    is_own,
    without_citations,
)
from gpai_lint.evidence.prose.dataset_mixtures import is_set, share
from gpai_lint.evidence.prose.dataset_names import enumeration
from gpai_lint.evidence.prose.dataset_plain import is_name
from gpai_lint.evidence.prose.labels import fields_for

if TYPE_CHECKING:
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Label, Passage

_FIELD = "data.datasets"
_NAMED = Pattern(
    r"(?:the )?(?P<name>(?:[A-Z0-9]|[a-z]{1,3}(?=[A-Z]))[^:;,\n(]{1,80}?(?:\s\([^)\n]{0,160}\))?)"
    r"(?=\s*(?:[:;,(]|\s[-→]\s|\.\s|\Z|and subsets)"
    r"|\s(?:an? (?:data ?set|corpus)|(?:data ?set )?(?:that|containing|consisting of))\s)",
    flags=0,
)
#: What stands before a name: an article, and that it is a part or a version that is used.
_BEFORE = Pattern(
    r"(?i:^(?:the|an?) (?:(?:[\w-]+ ){0,2}?(?:version|subset|portion|split|part|dump|snapshot) of (?:the )?)?)", flags=0
)
#: What was done to what is named behind it.
_DONE = re.compile(
    r"^(?:(?:cleaned|filtered|translated|de-?duplicated|raw|original|processed|latest|recent|newest) )+(?=[A-Z])"
)
#: An address behind a name, without a sign between them.
_AT = re.compile(r"(?<=[\w)])\s+(?:\(\s*https?://[^\s()]+\s*\)|https?://\S+)")
#: Words ahead of a name that say it was one of several versions, and an address as all that stands behind one.
_VERSION = Pattern(r"^an? (?:[\w-]+ ){0,2}?(?:version|subset|portion|split|part|dump|snapshot) of ")
_ADDRESSED = re.compile(r"\s*:\s*<?https?://\S+\s*\Z")
_MIXTURE = Pattern(r"^(?:an? |the )?(?:[\w-]+ )?(?:mix(?:ture)?|blend|combination|concatenation|union) of (?-i:the )?")
#: A name in parentheses behind what kind of data it is the name of: "Web corpus (REED-2T): …".
_DESCRIBED = Pattern(
    r"(?:[A-Z][\w-]* ){1,3}(?i:data ?set|corpus) "
    r"\((?P<name>(?=[\w-]*(?:\d|-[A-Z]|[a-z][A-Z]|[A-Z]{2}))[A-Z][\w.-]+)\)(?=\s*(?:[:,.]|\Z))",
    flags=0,
)
#: Where a data set is described, in parentheses behind its name.
_PLACES = Pattern(
    r"\s\((?i:(?:arxiv|paper|website|link|page|code|github|hugging ?face|data|card)[\s|,/]*)+\)\Z", flags=0
)
#: Who described a data set, behind its name.
_AUTHORS = re.compile(r"(?<=\w) [A-Z][\w'-]+ et al\.?\Z")
#: The name on a hub at the beginning of a longer answer.
_LEADING = re.compile(
    r"[`*]*(?P<name>[\w.-]+/(?=[\w.-]*[_\d-])[\w.-]+[\w-]|[a-z][a-z\d]*(?:_[a-z\d]+)+)[`*]*(?=[\s,;(.:]|\Z)"
)
#: An item that is a name for its article: "The Heap".
_ARTICLE = re.compile(r"The [A-Z]\w+(?:\W*\Z|, )")
#: An item on what was done to the data, by a heading of its own: "NSFW, PII, Malware Filtering: …".
_WORK = Pattern(
    r"[^.:]{0,80}\b(?:filter(?:ing|s)|de-?duplication|cleaning|removal|redaction|(?:pre-?)?processing|tokeni[sz]ation"
    r"|normali[sz]ation|anonymi[sz]ation)\W{0,3}:"
)
MAX_ITEM = 600
#: How much there is of something, and not what it is called.
_AMOUNT = Pattern(
    r"(?:over|about|around|approximately|more than|nearly|roughly|up to) \d"
    r"|~?\d[\d.,]*(?:\s?%|\+? (?:thousand|million|billion|trillion)\b)"
    r"|\d[\d.,e+]*\s?(?:[kmbt]\b|thousand|million|billion|trillion)?\s?"
    r"(?:tokens|words|samples|examples|pairs|images|documents|hours|[kmgtp]i?b|(?:[\w-]+ ){1,3}tokens)\b"
    r"|\d[\d.,]*\s?[kmbt]?\s?(?-i:[\u4e00-\u9fff])|\d[\d.,]*[km]?\+?(?: (?-i:[a-z])[\w/-]*)+\Z"
)
_SENTENCE = Pattern(
    r" (?:comes?|us(?:es|ed)|contains?|includes?|consists?|is|are|was|were|has|have|we) "
    r"|(?-i:\b[a-z-]+) (?:mined|sampled|generated|drawn|selected|synthesi[sz]ed) (?:from|by|using|with|via) "
)
#: What introduces a list of data sets.
_SETS = Pattern(r"\b(?:data ?sets|corpora)\W*\Z")
#: Keys before what stands in the data.
_INSIDE = Pattern(
    r"\W*(?:(?:data|target|class|entity|output) )?(?:class(?:es)?|labels?|columns?|fields?|features?|tags?)\W*"
)
#: What is done to data, and what it is like.
_STEP = re.compile(r"(?:tion|ing|ment|ity|ness|ance)s?\Z")
#: Names with their owners, and a single word as the answer to what the data set is.
_ON_HUB = re.compile(r"[A-Za-z][\w.-]*/[\w.-]*[A-Za-z][\w.-]*")
_SMALL = re.compile(r"[a-z]{3,30}")
#: An entry that is one plain word, or two with capitals, and perhaps an aside: "Marsh (news)".
_PLAIN = re.compile(
    r"(?:The )?[\"'`*]*(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]+){0,2}|[a-z]{3,}(?<!s)|[a-z]{3,}(?:-[a-z\d]+)+"
    r"|[a-z][a-z-]{2,}\.(?!(?:py|md|sh|ya?ml|txt|ipynb|zip|gz|html?)\b)[a-z]{2,7})[\"'`*]*"
    r"(?:\s\([^()]{1,60}\))?[.,;]?"
)


def item_names(passage: Passage, own: str) -> list[str]:
    """Return the name that a list item, or a value behind a key, begins with."""
    if passage.kind != "item" and len(passage.text) > MAX_ITEM:
        return []
    if passage.labels and passage.labels[0].role == "key" and _INSIDE.fullmatch(passage.labels[0].text):
        return []
    hub = HUB_NAME.search(passage.text)
    if hub:
        return [hub["name"]]
    keyed = bool(passage.labels) and passage.labels[0].role == "key"
    parts = [part.strip(" `*.") for part in passage.text.split(",")] if keyed else []
    if parts and all(map(_ON_HUB.fullmatch, parts)):
        return parts
    if keyed and _FIELD in fields_for(passage.labels[0].text, "key") and _SMALL.fullmatch(passage.text.strip(" `*.")):
        return [name] if is_name(name := passage.text.strip(" `*.")) else []
    if keyed and IDENTIFIER.fullmatch(passage.text.strip(" `*.")):
        return [passage.text.strip(" `*.")]
    answers = bool(passage.labels) and (
        passage.kind == "item"
        or passage.labels[0].role == "key"
        or _FIELD in fields_for(passage.labels[0].text, "heading")
    )
    leading = _LEADING.match(passage.text) if answers else None
    if leading:
        return [leading["name"]]
    several = enumeration(without_citations(_MIXTURE.sub("", passage.text)), own)
    if several:
        return several
    described = _DESCRIBED.match(passage.text)
    if described:
        return [] if is_own(described["name"], own) else [described["name"]]
    if part := share(passage.text):
        return [part] if is_set(part) and not is_own(part, own) else []
    text = _AT.sub(",", _DONE.sub("", passage.text))
    match = None if _WORK.match(text) else _NAMED.match(_BEFORE.sub("", text))
    if match is None or NO_DATA.search(match["name"]) or len(match["name"].split()) > 12:
        return []
    if _AMOUNT.match(match["name"]) or _SENTENCE.search(match["name"]):
        return []
    # A word before a colon may as well be the subject of a remark: it has to look like a name in itself.
    behind = match.string[match.end() :]
    told = _VERSION.match(passage.text) or _ADDRESSED.match(behind)
    proper = STRIKING if re.match(r"\s*:", behind) and not told else PROPER
    if not proper.search(match["name"]) and not _ARTICLE.match(text):
        return []
    name = _AUTHORS.sub("", ASIDE.sub("", _PLACES.sub("", match["name"]))).strip(" .,")
    return [] if is_own(name, own) else [name]


def plain_name(context: Context, passage: Passage) -> list[str]:
    """Return the plain word that an entry consists of, where another of its list is a name by its look."""
    # An entry behind those of another entry has the label of that one as well.
    roles = [label.role for label in passage.labels]
    listed = passage.kind == "item" and passage.whole and (roles[:1] != ["lead"] or "intro" in roles)
    match = _PLAIN.fullmatch(passage.text) if listed else None
    if match is None or _STEP.search(match["name"]) or not is_name(match["name"]):
        return []
    headed = _FIELD in fields_for(passage.labels[0].text, "heading")
    introduced = any(label.role == "intro" and _SETS.search(label.text) for label in passage.labels)
    if match["name"].islower() and not (headed or introduced):
        return []
    named = (passage.section, passage.labels) in _lists_of_names(context)
    return [match["name"]] if named and not is_own(match["name"], context.own) else []


@lru_cache(maxsize=4)
def _lists_of_names(context: Context) -> frozenset[tuple[int, tuple[Label, ...]]]:
    """Return the lists of a document, by section and labels, of which an entry is a name by its look."""
    items = (passage for passage in context.passages if passage.kind == "item" and passage.whole and passage.labels)
    return frozenset(
        (passage.section, passage.labels)
        for passage in items
        if item_names(passage, context.own) or linked_names(context, passage, 0, len(passage.text))
    )
